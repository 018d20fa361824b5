import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { bulkPayload, payload } from '../../kernel/user-errors.js';
import type { Conversation } from './conversation.entity.js';
import { type BulkResult, ConversationService } from './conversation.service.js';
import type { Draft } from './draft.entity.js';
import { type DraftSave, PersonalService } from './personal.service.js';

interface AssignInput {
  ids: string[];
  assigneeId?: string | null;
  teamId?: string | null;
  expectedVersions?: number[] | null;
}

const NONE: { conversations: Conversation[] } = { conversations: [] };

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
    @Args('input') { ids, assigneeId, teamId, expectedVersions }: AssignInput,
  ): Promise<BulkResult> {
    const to = { agentId: assigneeId ?? null, teamId };
    return bulkPayload(NONE, () => this.conversations.assign(gql.ctx, ids, to, expectedVersions ?? null), ['input']);
  }

  @Mutation('conversationSetStatus')
  setStatus(
    @Context() gql: GqlContext,
    @Args('ids') ids: string[],
    @Args('status') status: Conversation['status'],
    @Args('expectedVersions') expectedVersions?: number[] | null,
  ): Promise<BulkResult> {
    return bulkPayload(NONE, () => this.conversations.setStatus(gql.ctx, ids, status, expectedVersions ?? null));
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
