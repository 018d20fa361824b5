import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Capabilities } from '@balie/plugin-sdk';
import { canInInbox } from '../../kernel/access.js';
import { wordsIn } from '../../kernel/language.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { agentLoader, type User } from '../agents/index.js';
import { answerableUntil, type Channel, channelLoader } from '../channels/index.js';
import { type Contact, contactLoader } from '../contacts/index.js';
import { type Inbox, inboxLoader } from '../inboxes/index.js';
import type { PageArgs } from '../messages/index.js';
import { type Team, teamLoader } from '../teams/index.js';
import type { ConversationListing } from './conversation-list.js';
import type { Conversation } from './conversation.entity.js';
import { draftLoader, relatedLoader, unreadLoader } from './conversation.loader.js';
import { ConversationService } from './conversation.service.js';
import type { Draft } from './draft.entity.js';

const ACTIONS = [
  ['REPLY', 'act'],
  ['COMMENT', 'comment'],
  ['ASSIGN', 'act'],
  ['SET_STATUS', 'act'],
  ['PLACE', 'act'],
] as const;
/** All that can be done with what lies in the trash: to take it out again (S27). */
const IN_TRASH: ReadonlySet<string> = new Set(['PLACE']);

/** The lists of conversations, and the fields of one that are not columns. */
@Resolver('Conversation')
export class ConversationResolver {
  constructor(
    private readonly conversations: ConversationService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('conversations')
  list(@Context() gql: GqlContext, @Args() listing: ConversationListing) {
    return this.conversations.list(gql.ctx, listing);
  }

  @Query('conversationByNumber')
  byNumber(@Context() gql: GqlContext, @Args('number') number: number): Promise<Conversation | null> {
    return this.conversations.byNumber(gql.ctx, number);
  }

  @ResolveField('inbox')
  inbox(conversation: Conversation, _args: unknown, gql: GqlContext): Promise<Inbox | null> {
    return inboxLoader(gql, this.uow.reader).load(conversation.inboxId);
  }

  @ResolveField('channelView')
  channelView(conversation: Conversation): string | null {
    return conversation.viewId;
  }

  @ResolveField('channelIcon')
  async channelIcon(conversation: Conversation, _args: unknown, gql: GqlContext): Promise<string | null> {
    return (await this.channel(conversation, gql))?.icon ?? null;
  }

  @ResolveField('channelTitle')
  async channelTitle(
    conversation: Conversation,
    { language }: { language?: string | null },
    gql: GqlContext,
  ): Promise<string | null> {
    const channel = await this.channel(conversation, gql);
    return channel ? wordsIn(channel.viewTitle, language) : null;
  }

  @ResolveField('replyUntil')
  async replyUntil(conversation: Conversation, _args: unknown, gql: GqlContext): Promise<number | null> {
    const channel = await this.channel(conversation, gql);
    if (!channel) return null;
    const can = channel.capabilities as Pick<Capabilities, 'replyWindow'>;
    return answerableUntil(can, conversation.lastInboundAt ?? conversation.createdAt);
  }

  @ResolveField('assignee')
  assignee(conversation: Conversation, _args: unknown, gql: GqlContext): Promise<User | null> | null {
    return conversation.assigneeUserId === null ? null : agentLoader(gql, this.uow.reader).load(conversation.assigneeUserId);
  }

  @ResolveField('assigneeTeam')
  assigneeTeam(conversation: Conversation, _args: unknown, gql: GqlContext): Promise<Team | null> | null {
    return conversation.assigneeTeamId === null ? null : teamLoader(gql, this.uow.reader).load(conversation.assigneeTeamId);
  }

  @ResolveField('contact')
  contact(conversation: Conversation, _args: unknown, gql: GqlContext): Promise<Contact | null> | null {
    return conversation.contactId === null ? null : contactLoader(gql, this.uow.reader).load(conversation.contactId);
  }

  @ResolveField('related')
  related(conversation: Conversation, _args: unknown, gql: GqlContext): Promise<Conversation[]> {
    return relatedLoader(gql, this.uow.reader).load(conversation.id);
  }

  @ResolveField('unread')
  unread(conversation: Conversation, _args: unknown, gql: GqlContext): Promise<boolean> {
    return unreadLoader(gql, this.uow.reader).load(conversation.id);
  }

  @ResolveField('drafts')
  drafts(conversation: Conversation, _args: unknown, gql: GqlContext): Promise<Draft[]> {
    return draftLoader(gql, this.uow.reader).load(conversation.id);
  }

  @ResolveField('viewerCan')
  viewerCan(conversation: Conversation, _args: unknown, gql: GqlContext): string[] {
    const open = ACTIONS.filter(([name]) => conversation.placement !== 'TRASH' || IN_TRASH.has(name));
    if (conversation.placement === 'MERGED') return [];
    return open.filter(([, action]) => canInInbox(gql.ctx.principal, action, conversation.inboxId)).map(([name]) => name);
  }

  @ResolveField('items')
  items(conversation: Conversation, page: PageArgs) {
    return this.conversations.items(conversation.id, page);
  }

  private channel(conversation: Conversation, gql: GqlContext): Promise<Channel | null> | null {
    const id = conversation.originalChannelId;
    return id === null ? null : channelLoader(gql, this.uow.reader).load(id);
  }
}

/** `Contact.conversations`, which contacts know nothing of. */
@Resolver('Contact')
export class ContactConversationsResolver {
  constructor(private readonly conversations: ConversationService) {}

  @ResolveField('conversations')
  list(contact: Contact, page: Pick<ConversationListing, 'first' | 'after'>, gql: GqlContext) {
    const filter = { contactId: contact.id, placement: ['INBOX' as const, 'FILTERED' as const, 'SPAM' as const] };
    return this.conversations.list(gql.ctx, { ...page, filter });
  }
}
