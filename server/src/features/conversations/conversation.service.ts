import { Injectable } from '@nestjs/common';
import { canInInbox, visibleInboxes } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import { toUserError, type UserErrorRow } from '../../kernel/user-errors.js';
import { findAgents, type User } from '../agents/index.js';
import { findInboxRole } from '../inboxes/index.js';
import { listItems, type PageArgs } from '../messages/index.js';
import { allowed } from './conversation-access.js';
import { type ConversationListing, listConversations } from './conversation-list.js';
import { changeConversation } from './conversation-writes.js';
import type { Conversation } from './conversation.entity.js';
import { findConversationByNumber, lockConversations } from './conversation.repository.js';

/** How many conversations one call changes. */
export const BULK_LIMIT = 200;

/** What a bulk call did: what it changed, in the order of the ids, and what it could not, under its index. */
export interface BulkResult {
  conversations: Conversation[];
  userErrors: UserErrorRow[];
}

/** What agents do with conversations: look for them, give them to somebody, close and reopen them. */
@Injectable()
export class ConversationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** A page in the form of `ConversationConnection`. */
  async list(ctx: Ctx, listing: ConversationListing) {
    // Read before the page: a change in between is then told twice rather than never.
    const position = await this.journal.position();
    const { principal } = ctx;
    const viewerId = principal.kind === 'user' ? principal.userId : null;
    const page = await listConversations(this.uow.reader, listing, visibleInboxes(principal), viewerId);
    return { position: String(position), ...page };
  }

  async byNumber(ctx: Ctx, number: number): Promise<Conversation | null> {
    const conversation = await findConversationByNumber(this.uow.reader, number);
    return conversation && canInInbox(ctx.principal, 'view', conversation.inboxId) ? conversation : null;
  }

  /** A page of the timeline in the form of `ItemConnection`; the caller has looked at the rights. */
  async items(conversationId: string, page: PageArgs) {
    const position = await this.journal.position();
    return { position: String(position), ...(await listItems(this.uow.reader, conversationId, page)) };
  }

  /** Gives conversations to an agent who may work in their inbox, or with null back to nobody (S37). */
  async assign(ctx: Ctx, ids: readonly string[], assigneeId: string | null, versions: Versions = null): Promise<BulkResult> {
    const actor = actorOf(ctx.principal);
    return this.bulk(ctx, ids, versions, async (tx) => {
      const agent = assigneeId === null ? null : await activeAgent(tx, assigneeId);
      const mayWork = agent && memoized((inboxId) => worksIn(tx, agent, inboxId));
      return async (conversation) => {
        if (conversation.assigneeUserId === assigneeId) return conversation;
        if (agent && !(await mayWork?.(conversation.inboxId)))
          throw new DomainError('INVALID', `${agent.name} does not work in this inbox. Choose one of its members.`);
        const data = { ...(await assignment(tx, conversation, agent)), reason: 'MANUAL' };
        const activity = { type: agent ? 'assigned' : 'unassigned', actor, data };
        return changeConversation(tx, conversation, { assigneeUserId: assigneeId }, activity);
      };
    });
  }

  /** Closes or reopens (S41). */
  async setStatus(
    ctx: Ctx,
    ids: readonly string[],
    status: Conversation['status'],
    versions: Versions = null,
  ): Promise<BulkResult> {
    if (status === 'SNOOZED')
      throw new DomainError('UNSUPPORTED', 'A conversation is closed or reopened here.', { path: ['status'] });
    const actor = actorOf(ctx.principal);
    return this.bulk(ctx, ids, versions, async (tx) => async (conversation) => {
      const activity = { type: status === 'CLOSED' ? 'closed' : 'reopened', actor, data: { reason: 'MANUAL' } };
      return changeConversation(tx, conversation, { status }, activity);
    });
  }

  /** One unit for all; an expected failure of one leaves the others be, as it is found before anything of it is written. */
  private async bulk(
    ctx: Ctx,
    ids: readonly string[],
    versions: Versions,
    prepare: (tx: Tx) => Promise<Change>,
  ): Promise<BulkResult> {
    const expected = expectedVersions(ids, versions);
    if (ids.length > BULK_LIMIT)
      throw new DomainError('LIMIT', `At most ${BULK_LIMIT} conversations are changed at once.`, { path: ['ids'] });
    return this.uow.run(ctx, async (tx) => {
      const change = await prepare(tx);
      const unique = [...new Set(ids)];
      const locked = await lockConversations(tx, unique);
      const changed = new Map<string, Conversation>();
      const errors = new Map<string, unknown>();
      for (const id of unique.toSorted((a, b) => (placeOf(locked, a) < placeOf(locked, b) ? -1 : 1))) {
        try {
          const conversation = allowed(ctx, locked.get(id), 'act');
          refuseChanged(conversation, expected.get(id));
          changed.set(id, await change(conversation));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          errors.set(id, error);
        }
      }
      return {
        conversations: unique.flatMap((id) => changed.get(id) ?? []),
        userErrors: ids.flatMap((id, index) => (errors.has(id) ? [toUserError(errors.get(id), [String(index)])] : [])),
      };
    });
  }
}

/** One for each id, or null where nothing is expected. */
type Versions = readonly number[] | null;

function expectedVersions(ids: readonly string[], versions: Versions): ReadonlyMap<string, number> {
  if (versions !== null && versions.length !== ids.length)
    throw new DomainError('INVALID', 'Give one version for each id.', { path: ['expectedVersions'] });
  return new Map(ids.flatMap((id, index) => (versions?.[index] === undefined ? [] : [[id, versions[index]]])));
}

function refuseChanged(conversation: Conversation, expected: number | undefined): void {
  if (expected === undefined || expected === conversation.version) return;
  const detail = { currentId: conversation.id };
  throw new DomainError('CONFLICT', 'Somebody else changed this conversation. Look at it again.', detail);
}

type Change = (conversation: Conversation) => Promise<Conversation>;

/** By inbox, so that the counts of inboxes are taken in one order by all units. */
function placeOf(conversations: ReadonlyMap<string, Conversation>, id: string): string {
  return `${conversations.get(id)?.inboxId ?? ''} ${id}`;
}

async function activeAgent(reader: Reader, id: string): Promise<User> {
  const agent = (await findAgents(reader, [id]))[0];
  if (agent?.state === 'ACTIVE') return agent;
  throw new DomainError('INVALID', 'There is no active agent with this id.', { path: ['assigneeId'] });
}

async function worksIn(reader: Reader, agent: User, inboxId: string): Promise<boolean> {
  const role = await findInboxRole(reader, agent.id, inboxId);
  return role === 'AGENT' || role === 'MANAGER';
}

/** Names and ids that the sentence in the timeline needs. */
async function assignment(reader: Reader, conversation: Conversation, agent: User | null): Promise<Record<string, unknown>> {
  const previousId = conversation.assigneeUserId;
  const previous = previousId === null ? null : (await findAgents(reader, [previousId]))[0];
  return {
    assigneeId: agent?.id ?? null,
    assigneeName: agent?.name ?? null,
    previousAssigneeId: previousId,
    previousAssigneeName: previous?.name ?? null,
  };
}

function memoized<V>(load: (key: string) => Promise<V>): (key: string) => Promise<V> {
  const known = new Map<string, Promise<V>>();
  return (key) => {
    const value = known.get(key) ?? load(key);
    known.set(key, value);
    return value;
  };
}
