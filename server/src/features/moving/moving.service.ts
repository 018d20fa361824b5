import { Injectable } from '@nestjs/common';
import { canInInbox } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import type { UserErrorRow } from '../../kernel/user-errors.js';
import { findAgents } from '../agents/index.js';
import { audit } from '../audit/index.js';
import {
  allowed,
  type Around,
  changeConversation,
  type Conversation,
  ConversationService,
  teamWorksIn,
} from '../conversations/index.js';
import { findInbox, findInboxes, findInboxRole, type Inbox } from '../inboxes/index.js';
import { lastActivity } from '../messages/index.js';

/** Conversations on their way to another inbox. */
export interface MoveInput {
  ids: string[];
  inboxId: string;
  expectedVersions?: number[] | null;
}

/** What was moved, as far as who moved it still sees it. */
export interface MoveResult {
  conversations: Conversation[];
  outOfSight: { id: string; version: number }[];
  userErrors: UserErrorRow[];
}

/** The line of a move: from where, to where, and who was taken off. */
interface MoveData {
  fromId: string;
  from: string;
  toId: string;
  to: string;
  assigneeId: string | null;
  teamId?: string | null;
}

/** Moves conversations to other inboxes (D3). */
@Injectable()
export class MovingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly conversations: ConversationService,
  ) {}

  /** Every inbox by its name. */
  targets(): Promise<{ id: string; name: string }[]> {
    return this.uow.reader.query('SELECT id, name FROM inbox WHERE deleted_at IS NULL ORDER BY name_key');
  }

  async move(ctx: Ctx, { ids, inboxId, expectedVersions }: MoveInput, around: Around = {}): Promise<MoveResult> {
    const versions = expectedVersions ?? null;
    const prepare = async (tx: Tx) => {
      const target = await findInbox(tx, inboxId);
      if (!target) throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['inboxId'] });
      return (conversation: Conversation) => moveOne(ctx, tx, conversation, target, versions !== null);
    };
    const { principal } = ctx;
    const need = async (tx: Tx, conversation: Conversation) =>
      (versions && (await lastMoveBy(ctx, tx, conversation, inboxId))) ?? allowed(ctx, conversation, 'act');
    const { conversations, userErrors } = await this.conversations.changeEach(ctx, ids, versions, prepare, { need, ...around });
    const seen = (one: Conversation): boolean => canInInbox(principal, 'view', one.inboxId);
    return {
      conversations: conversations.filter(seen),
      outOfSight: conversations.filter((one) => !seen(one)).map(({ id, version }) => ({ id, version })),
      userErrors,
    };
  }
}

async function moveOne(ctx: Ctx, tx: Tx, conversation: Conversation, target: Inbox, back: boolean): Promise<Conversation> {
  const undone = back ? await lastMoveBy(ctx, tx, conversation, target.id) : null;
  if (conversation.inboxId === target.id) return conversation;
  const [source] = await findInboxes(tx, [conversation.inboxId]);
  const before = conversation.assigneeUserId;
  const wanted = undone ? undone.assigneeId : before;
  const assigneeUserId = wanted !== null && (await worksIn(tx, wanted, target.id)) ? wanted : null;
  const wantedTeam = undone ? (undone.teamId ?? null) : conversation.assigneeTeamId;
  const assigneeTeamId = wantedTeam !== null && (await teamWorksIn(tx, wantedTeam, target.id)) ? wantedTeam : null;
  const taken = before !== null && assigneeUserId !== before;
  const data: MoveData & { unassigned?: string } = {
    fromId: conversation.inboxId,
    from: source?.name ?? '',
    toId: target.id,
    to: target.name,
    assigneeId: before,
    teamId: conversation.assigneeTeamId,
    ...(taken ? { unassigned: (await findAgents(tx, [before]))[0]?.name ?? '' } : {}),
  };
  await audit(tx, {
    action: 'CONVERSATION_MOVED',
    object: { id: conversation.id, name: `#${conversation.number}` },
    changes: [{ field: 'inbox', before: data.from, after: data.to }],
  });
  const activity = { type: 'moved', actor: actorOf(ctx.principal), data: { ...data } };
  return changeConversation(tx, conversation, { inboxId: target.id, assigneeUserId, assigneeTeamId }, activity);
}

/** The last move, if it was he who asks, from there where he acts: this he may take back. That nothing happened since, the version tells. */
async function lastMoveBy({ principal }: Ctx, tx: Tx, { id, placement }: Conversation, toId: string): Promise<MoveData | null> {
  if (principal.kind !== 'user' || placement === 'TRASH' || !canInInbox(principal, 'act', toId)) return null;
  const last = await lastActivity(tx, id, 'moved');
  const data = last?.authorId === principal.userId ? (last.data as unknown as MoveData) : null;
  return data?.fromId === toId ? data : null;
}

async function worksIn(reader: Reader, userId: string, inboxId: string): Promise<boolean> {
  const [agent] = await findAgents(reader, [userId]);
  const role = agent?.state === 'ACTIVE' ? await findInboxRole(reader, userId, inboxId) : null;
  return role === 'AGENT' || role === 'MANAGER';
}
