import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { listActiveAgents } from '../agents/index.js';
import { type Conversation, loadVisibleConversation } from '../conversations/index.js';
import { type Inbox, membersAmong } from '../inboxes/index.js';
import { loadVisibleMessage, type Message } from '../messages/index.js';
import type { Mention } from './mention.entity.js';
import { mentionedAmong } from './mention.repository.js';
import { type MentionQuery, MentionService } from './mention.service.js';
import type { Mentioned } from './mentioning.js';

/** Where the viewer was called. */
@Resolver('Mention')
export class MentionResolver {
  constructor(
    private readonly mentions: MentionService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('mentions')
  list(@Context() gql: GqlContext, @Args() query: MentionQuery) {
    return this.mentions.list(gql.ctx, query);
  }

  @Query('unseenMentions')
  unseen(@Context() gql: GqlContext, @Args('inboxId') inboxId?: string | null): Promise<number> {
    return this.mentions.unseen(gql.ctx, inboxId ?? null);
  }

  @Mutation('mentionsSee')
  see(@Context() gql: GqlContext, @Args('conversationId') conversationId: string) {
    const work = async () => ({ conversation: await this.mentions.see(gql.ctx, conversationId) });
    return payload<{ conversation: Conversation | null }>({ conversation: null }, work);
  }

  @ResolveField('conversation')
  conversation(mention: Mention, _args: unknown, gql: GqlContext): Promise<Conversation | null> {
    return loadVisibleConversation(gql, this.uow.reader, mention.conversationId);
  }

  @ResolveField('message')
  message(mention: Mention, _args: unknown, gql: GqlContext): Promise<Message | null> {
    return loadVisibleMessage(gql, this.uow.reader, mention.messageId);
  }
}

/** Whether the viewer is called in a conversation. */
@Resolver('Conversation')
export class ConversationMentionResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('mentioned')
  mentioned(conversation: Conversation, _args: unknown, gql: GqlContext): Promise<'UNSEEN' | 'SEEN' | null> {
    const { principal } = gql.ctx;
    const userId = principal.kind === 'user' ? principal.userId : '';
    const loader = gql.loader('conversation.mentioned', () => {
      return new DataLoader(async (ids: readonly string[]) => {
        const states = await mentionedAmong(this.uow.reader, userId, ids);
        return ids.map((id) => states.get(id) ?? null);
      });
    });
    return loader.load(conversation.id);
  }
}

/** Whom a mention tells in an inbox. */
@Resolver('Inbox')
export class InboxReadersResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('readerIds')
  async readerIds(inbox: Inbox): Promise<string[]> {
    const { reader } = this.uow;
    const agents = await listActiveAgents(reader);
    const ids = agents.map(({ id }) => id);
    const members = await membersAmong(reader, inbox.id, ids);
    return agents.filter(({ id, role }) => role !== 'MEMBER' || members.has(id)).map(({ id }) => id);
  }
}

/** Who was called by a comment. */
@Resolver('Message')
export class MessageMentionResolver {
  @ResolveField('mentions')
  mentions(message: Message): Mentioned[] {
    return (message.data['mentions'] as Mentioned[] | undefined) ?? [];
  }
}
