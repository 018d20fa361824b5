import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import { type BulkChange, type BulkChangeInput, BulkChangeService } from '../bulk-changes/index.js';
import type { ConversationFilter } from '../conversations/index.js';
import type { BulkAction } from './bulk-action.js';

const NONE: { bulkChange: BulkChange | null } = { bulkChange: null };

/** `conversationsChange`. */
@Resolver()
export class BulkConversationsResolver {
  constructor(private readonly changes: BulkChangeService) {}

  @Mutation('conversationsChange')
  start(@Context() { ctx }: GqlContext, @Args('input') input: BulkChangeInput<ConversationFilter, BulkAction>) {
    return payload(NONE, async () => ({ bulkChange: await this.changes.start(ctx, 'CONVERSATIONS', input) }), ['input']);
  }
}
