import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { GqlContext } from '../../kernel/request.js';
import { grouped } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { type Contact, contactLoader, type ContactMerge } from '../contacts/index.js';
import { type MergeInput, type MergePreview, MergeService } from './merge.service.js';

const NOTHING: { merge: ContactMerge | null; contact: Contact | null } = { merge: null, contact: null };

/** Two contacts become one, and are parted again. */
@Resolver('ContactMerge')
export class MergeResolver {
  constructor(
    private readonly service: MergeService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('contactMergePreview')
  preview(@Args('winnerId') winnerId: string, @Args('loserId') loserId: string): Promise<MergePreview | null> {
    return this.service.preview(winnerId, loserId);
  }

  @Mutation('contactMerge')
  merge(@Context() gql: GqlContext, @Args('input') input: MergeInput) {
    return payload(NOTHING, () => this.service.merge(gql.ctx, input), ['input']);
  }

  @Mutation('contactMergeUndo')
  undo(@Context() gql: GqlContext, @Args('id') id: string) {
    return payload(NOTHING, () => this.service.undo(gql.ctx, id));
  }

  @ResolveField('viewerCan')
  viewerCan(merge: ContactMerge): 'UNDO'[] {
    return this.service.isUndoable(merge) ? ['UNDO'] : [];
  }

  @ResolveField('winner')
  winner(merge: ContactMerge, _args: unknown, gql: GqlContext): Promise<Contact | null> {
    return contactLoader(gql, this.uow.reader).load(merge.winnerId);
  }

  @ResolveField('loserName')
  async loserName(merge: ContactMerge, _args: unknown, gql: GqlContext): Promise<string | null> {
    return (await contactLoader(gql, this.uow.reader).load(merge.loserId))?.name ?? null;
  }
}

/** `Contact.merges`. */
@Resolver('Contact')
export class ContactMergesResolver {
  constructor(private readonly service: MergeService) {}

  @ResolveField('merges')
  merges(contact: Contact, _args: unknown, gql: GqlContext): Promise<ContactMerge[]> {
    const loader = gql.loader('contact.merges', () => {
      return new DataLoader(async (ids: readonly string[]) =>
        grouped(ids, await this.service.undoable(ids), ({ winnerId }) => winnerId),
      );
    });
    return loader.load(contact.id);
  }
}
