import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { DomainError } from '../../kernel/errors.js';
import type { GqlContext } from '../../kernel/request.js';
import { payload, toUserError } from '../../kernel/user-errors.js';
import type { Conversation } from './conversation.entity.js';
import { type BulkResult, ConversationService } from './conversation.service.js';
import type { Draft } from './draft.entity.js';
import { type DraftSave, PersonalService } from './personal.service.js';

/** What is changed about conversations, and what an agent keeps for himself about them. */
@Resolver()
export class ConversationMutations {
  constructor(
    private readonly conversations: ConversationService,
    private readonly personal: PersonalService,
  ) {}

  @Mutation('conversationAssign')
  assign(
    @Context() gql: GqlContext,
    @Args('ids') ids: string[],
    @Args('assigneeId') assigneeId?: string | null,
    @Args('expectedVersions') expectedVersions?: number[] | null,
  ): Promise<BulkResult> {
    return bulk(() => this.conversations.assign(gql.ctx, ids, assigneeId ?? null, expectedVersions ?? null));
  }

  @Mutation('conversationSetStatus')
  setStatus(
    @Context() gql: GqlContext,
    @Args('ids') ids: string[],
    @Args('status') status: Conversation['status'],
    @Args('expectedVersions') expectedVersions?: number[] | null,
  ): Promise<BulkResult> {
    return bulk(() => this.conversations.setStatus(gql.ctx, ids, status, expectedVersions ?? null));
  }

  @Mutation('conversationMarkRead')
  markRead(@Context() gql: GqlContext, @Args('id') id: string, @Args('upTo') upTo?: string | null) {
    const work = async () => ({ conversation: await this.personal.markRead(gql.ctx, id, upTo ?? null) });
    return payload<{ conversation: Conversation | null }>({ conversation: null }, work);
  }

  @Mutation('draftSave')
  saveDraft(@Context() gql: GqlContext, @Args('input') input: DraftSave) {
    const work = async () => ({ draft: await this.personal.saveDraft(gql.ctx, input) });
    return payload<{ draft: Draft | null }>({ draft: null }, work, ['input']);
  }
}

/** A failure of the call as a whole, beside those of single conversations that the result brings itself. */
async function bulk(work: () => Promise<BulkResult>): Promise<BulkResult> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { conversations: [], userErrors: [toUserError(error)] };
  }
}
