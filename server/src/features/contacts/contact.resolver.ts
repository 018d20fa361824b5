import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { hasScope } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import type { ContactIdentity } from './contact-identity.entity.js';
import { identityLoader } from './contact.loader.js';
import type { Contact } from './contact.entity.js';
import { type ContactListing, type ContactSave, ContactService } from './contact.service.js';

/** `contacts`, `contactSave`, and the fields of a contact that are not columns. */
@Resolver('Contact')
export class ContactResolver {
  constructor(
    private readonly contacts: ContactService,
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

  @ResolveField('identities')
  identities(@Parent() contact: Contact, @Context() gql: GqlContext): Promise<ContactIdentity[]> {
    return identityLoader(gql, this.uow.reader).load(contact.id);
  }

  @ResolveField('viewerCan')
  viewerCan(@Context() gql: GqlContext): 'EDIT'[] {
    return hasScope(gql.ctx.principal, ['CONTACTS_WRITE']) ? ['EDIT'] : [];
  }
}
