import { Injectable } from '@nestjs/common';
import { canInInbox, visibleInboxes } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { isId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { toUserError, type UserErrorRow } from '../../kernel/user-errors.js';
import { listItems, type PageArgs } from '../messages/index.js';
import { assignment, type AssignTo, targetOf } from './assign-target.js';
import { type AccessNeed, allowed } from './conversation-access.js';
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

  /** Gives conversations to an agent who may work in their inbox, to a team, or back to nobody (S37). */
  async assign(
    ctx: Ctx,
    ids: readonly string[],
    to: AssignTo,
    versions: Versions = null,
    around: Around = {},
  ): Promise<BulkResult> {
    const actor = actorOf(ctx.principal);
    const prepare = async (tx: Tx): Promise<Change> => {
      const target = await targetOf(tx, to);
      return async (conversation) => {
        const patch = { assigneeUserId: target.agent?.id ?? null, assigneeTeamId: target.teamIdFor(conversation) };
        const same = patch.assigneeUserId === conversation.assigneeUserId && patch.assigneeTeamId === conversation.assigneeTeamId;
        if (same) return conversation;
        await target.requireWork(conversation);
        const data = { ...(await assignment(tx, conversation, patch)), reason: 'MANUAL' };
        const type = (patch.assigneeUserId ?? patch.assigneeTeamId) ? 'assigned' : 'unassigned';
        return changeConversation(tx, conversation, patch, { type, actor, data });
      };
    };
    return this.changeEach(ctx, ids, versions, prepare, around);
  }

  /** Closes or reopens (S41). */
  async setStatus(
    ctx: Ctx,
    ids: readonly string[],
    status: Conversation['status'],
    versions: Versions = null,
    around: Around = {},
  ): Promise<BulkResult> {
    if (status === 'SNOOZED')
      throw new DomainError('UNSUPPORTED', 'A conversation is closed or reopened here; `conversationSnooze` puts it to sleep.', {
        path: ['status'],
      });
    const actor = actorOf(ctx.principal);
    const prepare = async (tx: Tx) => async (conversation: Conversation) => {
      const type = status === 'CLOSED' ? 'closed' : conversation.status === 'SNOOZED' ? 'woken' : 'reopened';
      const activity = { type, actor, data: { reason: 'MANUAL' } };
      return changeConversation(tx, conversation, { status }, activity);
    };
    return this.changeEach(ctx, ids, versions, prepare, around);
  }

  /** Changes each of some conversations that who asks may act in. One unit for all; an expected failure of one leaves the others be, as it is found before anything of it is written. */
  async changeEach(
    ctx: Ctx,
    ids: readonly string[],
    versions: Versions,
    prepare: (tx: Tx) => Promise<Change>,
    { before, after, ...asked }: ChangeOptions = {},
  ): Promise<BulkResult> {
    const expected = expectedVersions(ids, versions);
    if (ids.length > BULK_LIMIT)
      throw new DomainError('LIMIT', `At most ${BULK_LIMIT} conversations are changed at once.`, { path: ['ids'] });
    return this.uow.run(ctx, async (tx) => {
      const change = await prepare(tx);
      const unique = [...new Set(ids)];
      const locked = await lockConversations(tx, unique);
      await before?.(tx, locked);
      const changed = new Map<string, Conversation>();
      const errors = new Map<string, unknown>();
      for (const id of unique.toSorted((a, b) => (placeOf(locked, a) < placeOf(locked, b) ? -1 : 1))) {
        try {
          const conversation = await admitted(ctx, tx, locked.get(id), asked);
          refuseChanged(conversation, expected.get(id));
          changed.set(id, await change(conversation));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          errors.set(id, error);
        }
      }
      const conversations = unique.flatMap((id) => changed.get(id) ?? []);
      const userErrors = ids.flatMap((id, index) => (errors.has(id) ? [toUserError(errors.get(id), [String(index)])] : []));
      await after?.(tx, conversations, userErrors);
      return { conversations, userErrors };
    });
  }
}

/** One for each id, or null where nothing is expected. */
export type Versions = readonly number[] | null;

function expectedVersions(ids: readonly string[], versions: Versions): ReadonlyMap<string, number> {
  if (versions !== null && versions.length !== ids.length)
    throw new DomainError('INVALID', 'Give one version for each id.', { path: ['expectedVersions'] });
  return new Map(ids.flatMap((id, index) => (versions?.[index] === undefined ? [] : [[id, versions[index]]])));
}

async function admitted(
  ctx: Ctx,
  tx: Tx,
  conversation: Conversation | undefined,
  { need = 'act', trashed = false }: Pick<ChangeOptions, 'need' | 'trashed'>,
): Promise<Conversation> {
  if (typeof need !== 'function') return allowed(ctx, conversation, need, trashed);
  if (!conversation) throw new DomainError('NOT_FOUND', 'There is no such conversation.');
  await need(tx, conversation);
  return conversation;
}

function refuseChanged(conversation: Conversation, expected: number | undefined): void {
  if (expected === undefined || expected === conversation.version) return;
  const detail = { currentId: conversation.id };
  throw new DomainError('CONFLICT', 'Somebody else changed this conversation. Look at it again.', detail);
}

/** What goes with a change of many, in the same unit. */
export interface Around {
  /** What is looked at before anything is changed. */
  before?: (tx: Tx, locked: ReadonlyMap<string, Conversation>) => Promise<void>;
  /** What follows for all of those that were changed, with what could not be, under its index. */
  after?: (tx: Tx, changed: readonly Conversation[], userErrors: readonly UserErrorRow[]) => Promise<void>;
}

/** What else is to be known about a change of many. */
export interface ChangeOptions extends Around {
  /** The right that is asked for; `act` when not given, a function where there is more to it: it throws. */
  need?: AccessNeed | ((tx: Tx, conversation: Conversation) => Promise<unknown>);
  /** It is for what lies in the trash, too. */
  trashed?: boolean;
}

export type Change = (conversation: Conversation) => Promise<Conversation>;

/** By inbox, so that the counts of inboxes are taken in one order by all units. */
function placeOf(conversations: ReadonlyMap<string, Conversation>, id: string): string {
  return `${conversations.get(id)?.inboxId ?? ''} ${id}`;
}

/** Who has it when it is given to this agent or team, and what the timeline says of it; INVALID unless he, or one of the team, works in its inbox. */
export async function assignmentTo(
  tx: Tx,
  conversation: Conversation,
  to: string,
): Promise<{ holder: Pick<Conversation, 'assigneeUserId' | 'assigneeTeamId'>; told: Record<string, unknown> }> {
  const target = await targetOf(tx, isId('team', to) ? { agentId: null, teamId: to } : { agentId: to });
  await target.requireWork(conversation);
  const holder = { assigneeUserId: target.agent?.id ?? null, assigneeTeamId: target.teamIdFor(conversation) };
  return { holder, told: await assignment(tx, conversation, holder) };
}
