import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import { type BulkChange, type BulkChangeInput, BulkChangeService } from '../bulk-changes/index.js';
import type { RecordFilter } from '../records/index.js';
import type { ContactAction, RecordAction } from './actions.js';
import type { ContactFilter } from './contact-subject.js';

const NONE: { bulkChange: BulkChange | null } = { bulkChange: null };

/** Changes of whole lists of contacts and records. */
@Resolver()
export class BulkListsResolver {
  constructor(private readonly changes: BulkChangeService) {}

  @Mutation('contactListChange')
  contacts(@Context() { ctx }: GqlContext, @Args('input') input: BulkChangeInput<ContactFilter, ContactAction>) {
    return payload(NONE, async () => ({ bulkChange: await this.changes.start(ctx, 'CONTACTS', input) }), ['input']);
  }

  @Mutation('recordListChange')
  records(@Context() { ctx }: GqlContext, @Args('input') input: BulkChangeInput<RecordFilter, RecordAction>) {
    return payload(NONE, async () => ({ bulkChange: await this.changes.start(ctx, 'RECORDS', input) }), ['input']);
  }
}
