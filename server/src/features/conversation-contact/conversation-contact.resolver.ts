import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { DomainError } from '../../kernel/errors.js';
import type { GqlContext } from '../../kernel/request.js';
import { toUserError } from '../../kernel/user-errors.js';
import type { BulkResult } from '../conversations/index.js';
import type { MutationConversationSetContactArgs } from '../../generated/graphql.js';
import { ConversationContactService } from './conversation-contact.service.js';

/** `conversationSetContact`. */
@Resolver()
export class ConversationContactResolver {
  constructor(private readonly service: ConversationContactService) {}

  @Mutation('conversationSetContact')
  async set(@Context() gql: GqlContext, @Args() args: MutationConversationSetContactArgs): Promise<BulkResult> {
    try {
      return await this.service.set(gql.ctx, args.ids, args.contactId ?? null, args.expectedVersions ?? null);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { conversations: [], userErrors: [toUserError(error)] };
    }
  }
}
