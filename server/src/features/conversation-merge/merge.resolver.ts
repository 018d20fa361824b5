import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { canInInbox } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { grouped } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { type Conversation, loadVisibleConversation } from '../conversations/index.js';
import type { ConversationMerge } from './conversation-merge.entity.js';
import { ConversationMergeService, type MergeInput } from './merge.service.js';
import { ConversationSplitService, type SplitInput } from './split.service.js';
import { MergeUndoService } from './undo.service.js';

const NOTHING: { merge: ConversationMerge | null } = { merge: null };

/** Two conversations become one, or one becomes two. */
@Resolver('ConversationMerge')
export class ConversationMergeResolver {
  constructor(
    private readonly merges: ConversationMergeService,
    private readonly splits: ConversationSplitService,
    private readonly undoing: MergeUndoService,
    private readonly uow: UnitOfWork,
  ) {}

  @Mutation('conversationMerge')
  merge(@Context() gql: GqlContext, @Args('input') input: MergeInput) {
    return payload(NOTHING, () => this.merges.merge(gql.ctx, input), ['input']);
  }

  @Mutation('conversationSplit')
  split(@Context() gql: GqlContext, @Args('input') input: SplitInput) {
    return payload(NOTHING, () => this.splits.split(gql.ctx, input), ['input']);
  }

  @Mutation('conversationMergeUndo')
  undo(@Context() gql: GqlContext, @Args('id') id: string) {
    return payload(NOTHING, () => this.undoing.undo(gql.ctx, id));
  }

  @ResolveField('viewerCan')
  async viewerCan(merge: ConversationMerge, _args: unknown, gql: GqlContext): Promise<'UNDO'[]> {
    const both = await Promise.all([this.into(merge, {}, gql), this.from(merge, {}, gql)]);
    const acts = both.every((one) => one && canInInbox(gql.ctx.principal, 'act', one.inboxId));
    return acts && this.merges.isUndoable(merge) ? ['UNDO'] : [];
  }

  @ResolveField('into')
  into({ intoId }: ConversationMerge, _args: unknown, gql: GqlContext): Promise<Conversation | null> {
    return loadVisibleConversation(gql, this.uow.reader, intoId);
  }

  @ResolveField('from')
  from({ fromId }: ConversationMerge, _args: unknown, gql: GqlContext): Promise<Conversation | null> {
    return loadVisibleConversation(gql, this.uow.reader, fromId);
  }
}

/** `Conversation.mergedInto` and `Conversation.merges`. */
@Resolver('Conversation')
export class ConversationMergesResolver {
  constructor(
    private readonly service: ConversationMergeService,
    private readonly uow: UnitOfWork,
  ) {}

  @ResolveField('mergedInto')
  mergedInto({ mergedIntoId }: Conversation, _args: unknown, gql: GqlContext): Promise<Conversation | null> | null {
    return mergedIntoId === null ? null : loadVisibleConversation(gql, this.uow.reader, mergedIntoId);
  }

  @ResolveField('merges')
  merges(conversation: Conversation, _args: unknown, gql: GqlContext): Promise<ConversationMerge[]> {
    const loader = gql.shared('conversation.merges', () => {
      return new DataLoader(async (ids: readonly string[]) =>
        grouped(ids, await this.service.undoable(ids), ({ intoId }) => intoId),
      );
    });
    return loader.load(conversation.id);
  }
}
