import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { bulkPayload } from '../../kernel/user-errors.js';
import type { BulkResult, Conversation } from '../conversations/index.js';
import { type SnoozeInput, SnoozeService } from './snooze.service.js';

/** Conversations that sleep. */
@Resolver()
export class SnoozeResolver {
  constructor(private readonly sleep: SnoozeService) {}

  @Mutation('conversationSnooze')
  snooze(@Context() gql: GqlContext, @Args('input') input: SnoozeInput): Promise<BulkResult> {
    return bulkPayload({ conversations: [] as Conversation[] }, () => this.sleep.snooze(gql.ctx, input), ['input']);
  }
}
