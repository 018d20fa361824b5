import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { hasScope, isAdmin } from '../../kernel/access.js';
import { EXTERNAL_IDENTITY } from '../../kernel/identity-kinds.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { bulkPayload, payload } from '../../kernel/user-errors.js';
import type { ContactIdentity } from './contact-identity.entity.js';
import type { ToldFact } from './told-fact.entity.js';
import { toldFactLoader, identityLoader } from './contact.loader.js';
import type { Contact } from './contact.entity.js';
import { type ContactListing, type ContactsResult, ContactService } from './contact.service.js';
import { agentLoader, type User } from '../agents/index.js';
import type { ContactProperty } from './contact-property.entity.js';
import { listProperties } from './contact-property.repository.js';
import { ContactPropertyService, type PropertySave } from './contact-property.service.js';
import type { ContactSave } from './contact-save.js';

const NO_CONTACTS: { contacts: Contact[] } = { contacts: [] };

/** `contacts`, `contactSave`, and the fields of a contact that are not columns. */
@Resolver('Contact')
export class ContactResolver {
  constructor(
    private readonly contacts: ContactService,
    private readonly properties: ContactPropertyService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('contacts')
  list(@Args() args: ContactListing) {
    return this.contacts.list(args);
  }

  @Mutation('contactSave')
  save(@Context() gql: GqlContext, @Args('input') input: ContactSave) {
    const work = async () => ({ contact: await this.contacts.save(gql.ctx, input) });
    return payload<{ contact: Contact | null }>({ contact: null }, work, ['input']);
  }

  @Mutation('contactsChange')
  changeAll(@Context() gql: GqlContext, @Args('changes') changes: ContactSave[]): Promise<ContactsResult> {
    return bulkPayload(NO_CONTACTS, () => this.contacts.changeAll(gql.ctx, changes));
  }

  @Mutation('contactsDelete')
  delete(@Context() gql: GqlContext, @Args('ids') ids: string[], @Args('restore') restore: boolean): Promise<ContactsResult> {
    return bulkPayload(NO_CONTACTS, () => this.contacts.delete(gql.ctx, ids, restore));
  }

  @Query('contactProperties')
  listProperties(): Promise<ContactProperty[]> {
    return listProperties(this.uow.reader);
  }

  @Mutation('contactPropertySave')
  saveProperty(@Context() gql: GqlContext, @Args('input') input: PropertySave) {
    const work = async () => ({ contactProperty: await this.properties.save(gql.ctx, input) });
    return payload<{ contactProperty: ContactProperty | null }>({ contactProperty: null }, work, ['input']);
  }

  @Mutation('contactPropertyRemove')
  removeProperty(@Context() gql: GqlContext, @Args('id') id: string) {
    return payload<{ id: string | null }>({ id: null }, async () => ({ id: await this.properties.remove(gql.ctx, id) }));
  }

  @ResolveField('owner')
  owner(contact: Contact, _args: unknown, gql: GqlContext): Promise<User | null> | null {
    return contact.ownerId === null ? null : agentLoader(gql, this.uow.reader).load(contact.ownerId);
  }

  @ResolveField('identities')
  identities(contact: Contact, _args: unknown, gql: GqlContext): Promise<ContactIdentity[]> {
    return identityLoader(gql, this.uow.reader).load(contact.id);
  }

  @ResolveField('externalId')
  async externalId(contact: Contact, _args: unknown, gql: GqlContext): Promise<string | null> {
    const known = await identityLoader(gql, this.uow.reader).load(contact.id);
    return known.find(({ kind }) => kind === EXTERNAL_IDENTITY)?.value ?? null;
  }

  @ResolveField('told')
  told(contact: Contact, _args: unknown, gql: GqlContext): Promise<ToldFact[]> {
    return toldFactLoader(gql, this.uow.reader).load(contact.id);
  }

  @ResolveField('viewerCan')
  viewerCan(_parent: unknown, _args: unknown, { ctx: { principal } }: GqlContext): ('EDIT' | 'ERASE' | 'EXPORT')[] {
    const erases = principal.kind === 'user' ? isAdmin(principal) : hasScope(principal, ['ADMIN']);
    return [
      ...(hasScope(principal, ['CONTACTS_WRITE']) ? ['EDIT' as const] : []),
      ...(erases ? ['ERASE' as const, 'EXPORT' as const] : []),
    ];
  }
}
