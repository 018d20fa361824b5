import { Injectable } from '@nestjs/common';
import { canInInbox } from '../../kernel/access.js';
import { type ActorRef, actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { identityKey, isIdentityValue } from '../../kernel/identity-kinds.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { audit, changesOf } from '../audit/index.js';
import { type Contact, emitContact, findContact, findContactBy, identitiesOf } from '../contacts/index.js';
import {
  type Around,
  BLOCKED,
  type BulkResult,
  changeConversation,
  type Conversation,
  ConversationService,
  lockOfContact,
  requireInbox,
} from '../conversations/index.js';
import { findInbox, requireManaged } from '../inboxes/index.js';
import { placed, type Remembered, undoneMove } from './placing.js';
import type { SenderRule } from './sender-rule.entity.js';
import { blocksOf, decide, findRule, listRules, rulesAbout, undecide } from './sender-rule.repository.js';

/** A move between inbox, Filtered and Spam, or into the trash, by a person. */
export interface PlaceInput {
  ids: string[];
  placement: Conversation['placement'];
  rememberSender: boolean;
  expectedVersions?: number[] | null;
}

export interface SenderRuleInput {
  inboxId: string;
  kind: SenderRule['kind'];
  value: string;
  identityKind: string;
}

export interface SenderRuleQuery {
  inboxId: string;
  kind?: SenderRule['kind'] | null;
  first?: number | null;
  after?: string | null;
}

/** As many conversations of a sender are set aside with him. */
const WITH_BLOCK = 500;

/** What people decide about who is let into an inbox (S24, S25, S40, S55–S59, D42). */
@Injectable()
export class FilterService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly conversations: ConversationService,
  ) {}

  /**
   * Moves conversations; to remember the sender lets him in, or keeps him out, from now on. What goes back to where it was moved
   * from, with the version that the move led to, is as it was: with its reason, and without what the move decided about the sender.
   */
  async place(
    ctx: Ctx,
    { ids, placement, rememberSender, expectedVersions }: PlaceInput,
    around: Around = {},
  ): Promise<BulkResult> {
    if (placement === 'MERGED')
      throw new DomainError('INVALID', '`conversationMerge` makes two conversations one.', { path: ['placement'] });
    if (placement === 'TRASH' && rememberSender)
      throw new DomainError('INVALID', 'To delete says nothing about a sender: block him instead.', { path: ['rememberSender'] });
    const actor = actorOf(ctx.principal);
    const prepare = async (tx: Tx) => async (conversation: Conversation) => {
      if (conversation.placement === 'TRASH' && placement !== 'TRASH')
        throw new DomainError('INVALID', 'It lies in the trash: restore it first.');
      if (conversation.placement === placement) {
        if (rememberSender) await rememberSenders(tx, conversation, placement);
        return conversation;
      }
      const undone = expectedVersions ? await undoneMove(tx, conversation, placement) : null;
      if (undone) await undoRemembered(tx, conversation, undone.remembered);
      const remembered = rememberSender ? await rememberSenders(tx, conversation, placement) : [];
      const reason = undone ? undone.reason : placement === 'INBOX' ? null : `BY_PERSON: ${actor.name}`;
      return changeConversation(
        tx,
        conversation,
        { placement, placementReason: reason },
        placed(conversation, placement, actor, remembered),
      );
    };
    return this.conversations.changeEach(ctx, ids, expectedVersions ?? null, prepare, { trashed: true, ...around });
  }

  /** Nothing of this contact reaches the inbox any more; what lies there of him is set aside. Never deletes anything (S55, S56). */
  async block(ctx: Ctx, contactId: string, inboxId: string): Promise<Contact> {
    requireInbox(ctx, inboxId, 'act');
    return this.uow.run(ctx, async (tx) => {
      const contact = await requireContact(tx, contactId);
      if (await blockAddresses(tx, contactId, inboxId)) await toldOfRule(tx, 'SENDER_RULE_ADDED', { ...BLOCK, inboxId });
      await setAside(tx, contactId, inboxId, actorOf(ctx.principal));
      emitContact(tx, 'UPDATED', contactId);
      return contact;
    });
  }

  /** From now on he is let in again; what was set aside comes back only when asked for (S57). */
  async unblock(ctx: Ctx, contactId: string, inboxId: string, moveBack: boolean): Promise<Contact> {
    requireInbox(ctx, inboxId, 'act');
    return this.uow.run(ctx, async (tx) => {
      const contact = await requireContact(tx, contactId);
      const blocks = (await blocksOf(tx, [contactId])).filter((rule) => rule.inboxId === inboxId);
      const ids = blocks.map(({ id }) => id);
      if ((await undecide(tx, inboxId, ids)) > 0) await toldOfRule(tx, 'SENDER_RULE_REMOVED', { ...BLOCK, inboxId });
      const actor = actorOf(ctx.principal);
      const aside = moveBack ? await lockOfContact(tx, { contactId, inboxId, placement: 'FILTERED' }, WITH_BLOCK) : [];
      for (const conversation of aside.filter(({ placementReason }) => placementReason === BLOCKED))
        await changeConversation(tx, conversation, { placement: 'INBOX', placementReason: null }, { type: 'unblocked', actor });
      emitContact(tx, 'UPDATED', contactId);
      return contact;
    });
  }

  /** By hand: an address, or everybody of a domain as `@example.com` (D42). For those who manage the inbox. */
  async save(ctx: Ctx, input: SenderRuleInput): Promise<SenderRule> {
    const value = input.value.trim();
    const { inboxId, identityKind, kind } = input;
    const domain = value.startsWith('@');
    return this.uow.run(ctx, async (tx) => {
      await requireManaged(tx, inboxId);
      if (!isIdentityValue(identityKind, domain ? `somebody${value}` : value))
        throw new DomainError('INVALID', 'This is neither an address nor a domain such as @example.com.', { path: ['value'] });
      const known = domain ? null : await findContactBy(tx, identityKind, identityKey(identityKind, value));
      const contactId = known?.contact.id ?? null;
      const rule = await decide(tx, { inboxId, kind, identityKind, value, contactId });
      await toldOfRule(tx, 'SENDER_RULE_ADDED', rule);
      if (contactId === null) return rule;
      // A block by hand is one like any other: what lies there of him is set aside, and he is shown as blocked (S56).
      if (kind === 'BLOCK') await setAside(tx, contactId, inboxId, actorOf(ctx.principal));
      emitContact(tx, 'UPDATED', contactId);
      return rule;
    });
  }

  /** Takes a decision back; a repeat changes nothing. */
  async remove(ctx: Ctx, id: string): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const rule = await findRule(tx, id);
      // One of a foreign inbox is answered as one that is gone already: nothing tells that it is there (S6).
      if (!rule || !canInInbox(ctx.principal, 'view', rule.inboxId)) return id;
      if (!canInInbox(ctx.principal, 'manage', rule.inboxId))
        throw new DomainError('FORBIDDEN', 'Only those who manage this inbox decide about senders.', { path: ['id'] });
      if ((await undecide(tx, rule.inboxId, [id])) > 0) await toldOfRule(tx, 'SENDER_RULE_REMOVED', rule);
      if (rule.contactId) emitContact(tx, 'UPDATED', rule.contactId);
      return id;
    });
  }

  /** Those of an inbox, newest first. */
  async list(ctx: Ctx, { inboxId, kind, first, after }: SenderRuleQuery) {
    requireInbox(ctx, inboxId, 'view');
    const size = pageSize(first);
    const list = `senderRules:${inboxId}:${kind ?? ''}`;
    const position = String(await this.journal.position());
    const before = after ? decodeCursor(after, list).id : null;
    const rows = await listRules(this.uow.reader, { inboxId, kind: kind ?? null, before, limit: size + 1 });
    const nodes = rows.slice(0, size);
    const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: node.id, id: node.id }, list), node }));
    return {
      position,
      edges,
      nodes,
      pageInfo: {
        hasNextPage: rows.length > size,
        hasPreviousPage: before !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  /** One rule, for those who see its inbox. */
  async find(ctx: Ctx, id: string): Promise<SenderRule | null> {
    const rule = await findRule(this.uow.reader, id);
    return rule && canInInbox(ctx.principal, 'view', rule.inboxId) ? rule : null;
  }
}

async function requireContact(tx: Tx, id: string): Promise<Contact> {
  const contact = await findContact(tx, id);
  if (!contact) throw new DomainError('NOT_FOUND', 'There is no such contact.', { path: ['contactId'] });
  return contact;
}

const BLOCK = { kind: 'BLOCK', value: '' } as const;

/** In the audit log: what was decided in which inbox. An address is of a person, who may be erased; a domain is of nobody. */
async function toldOfRule(
  tx: Tx,
  action: 'SENDER_RULE_ADDED' | 'SENDER_RULE_REMOVED',
  { inboxId, kind, value }: Pick<SenderRule, 'inboxId' | 'kind' | 'value'>,
): Promise<void> {
  const inbox = await findInbox(tx, inboxId);
  const said = { kind, domain: value.startsWith('@') ? value : null };
  const [before, after] = action === 'SENDER_RULE_ADDED' ? [null, said] : [said, { kind: null, domain: null }];
  const changes = changesOf<Record<'kind' | 'domain', string | null>>(before, after, ['kind', 'domain']);
  await audit(tx, { action, object: { id: inboxId, name: inbox?.name ?? null }, changes });
}

/** A repeat keeps who did it first; whether anything was new. */
async function blockAddresses(tx: Tx, contactId: string, inboxId: string): Promise<boolean> {
  const standing = (await blocksOf(tx, [contactId])).filter((rule) => rule.inboxId === inboxId);
  const blocked = new Set(standing.map((rule) => `${rule.identityKind} ${rule.valueKey}`));
  const fresh = (await identitiesOf(tx, [contactId])).filter(({ kind, valueKey }) => !blocked.has(`${kind} ${valueKey}`));
  for (const { kind, value } of fresh) await decide(tx, { inboxId, kind: 'BLOCK', identityKind: kind, value, contactId });
  return fresh.length > 0;
}

async function setAside(tx: Tx, contactId: string, inboxId: string, actor: ActorRef): Promise<void> {
  const patch = { placement: 'FILTERED' as const, placementReason: BLOCKED };
  for (const conversation of await lockOfContact(tx, { contactId, inboxId, placement: 'INBOX' }, WITH_BLOCK))
    await changeConversation(tx, conversation, patch, { type: 'blocked', actor, data: { contactId } });
}

/** Lets the contact of a conversation in, or keeps him out, from now on; answers what was decided, and instead of what. */
async function rememberSenders(tx: Tx, conversation: Conversation, placement: Conversation['placement']): Promise<Remembered[]> {
  const { contactId, inboxId } = conversation;
  if (contactId === null) return [];
  const kind = placement === 'INBOX' ? 'ALLOW' : 'DENY';
  const identities = await identitiesOf(tx, [contactId]);
  const before = await rulesAbout(tx, inboxId, identities);
  const remembered: Remembered[] = [];
  for (const { kind: identityKind, value, valueKey } of identities) {
    const earlier = before.find((rule) => rule.identityKind === identityKind && rule.valueKey === valueKey);
    if (earlier?.kind === kind) continue;
    const { id } = await decide(tx, { inboxId, kind, identityKind, value, contactId });
    remembered.push({ ruleId: id, before: earlier?.kind ?? null, identityKind, value });
  }
  emitContact(tx, 'UPDATED', contactId);
  return remembered;
}

/** What a move decided is undecided, and what stood before stands again. */
async function undoRemembered(tx: Tx, { inboxId, contactId }: Conversation, remembered: readonly Remembered[]): Promise<void> {
  if (remembered.length === 0) return;
  const ruleIds = remembered.map(({ ruleId }) => ruleId);
  await undecide(tx, inboxId, ruleIds);
  for (const { before, identityKind, value } of remembered)
    if (before) await decide(tx, { inboxId, kind: before, identityKind, value, contactId });
  if (contactId) emitContact(tx, 'UPDATED', contactId);
}
