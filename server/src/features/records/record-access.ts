import { canInInbox, hasScope, visibleInboxes } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { kindOfId } from '../../kernel/ids.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { findContacts } from '../contacts/index.js';
import { type Conversation, findConversations, requireInbox } from '../conversations/index.js';
import { inboxesOf } from './association.repository.js';
import type { CrmRecord } from './record.entity.js';
import { findRecords } from './record.repository.js';

/** Whether somebody who may see a record may change it: as a member of one of the inboxes in which its conversations lie (S5), anybody where there are none. */
export function mayEdit(ctx: Ctx, inboxIds: readonly string[]): boolean {
  if (!hasScope(ctx.principal, ['CONTACTS_WRITE'])) return false;
  return inboxIds.length === 0 || inboxIds.some((id) => canInInbox(ctx.principal, 'act', id));
}

/** The record, if the asker may change it; else NOT_FOUND, NOT_A_MEMBER or FORBIDDEN. */
export async function requireEditable(tx: Tx, id: string): Promise<CrmRecord> {
  const [record] = await findRecords(tx, [id], visibleInboxes(tx.ctx.principal));
  if (!record) throw new DomainError('NOT_FOUND', 'There is no such record.', { path: ['id'] });
  for (const inboxIds of await inboxesOfEach(tx, [record.id])) refuseForeign(tx.ctx, inboxIds);
  return record;
}

/** Those of the records that the asker may see and change. */
export async function editableOf(reader: Reader, ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  const seen = (await findRecords(reader, ids, visibleInboxes(ctx.principal))).map(({ id }) => id);
  const inboxIds = await inboxesOfEach(reader, seen);
  return new Set(seen.filter((_id, index) => mayEdit(ctx, inboxIds[index] ?? [])));
}

async function inboxesOfEach(reader: Reader, recordIds: readonly string[]): Promise<string[][]> {
  const ties = await inboxesOf(reader, recordIds);
  return recordIds.map((id) => ties.filter(({ fromId }) => fromId === id).map(({ inboxId }) => inboxId));
}

/** Throws unless the asker may change a record, which he may see and whose conversations lie in these inboxes. */
function refuseForeign(ctx: Ctx, inboxIds: readonly string[]): void {
  if (mayEdit(ctx, inboxIds)) return;
  const seen = inboxIds.find((inboxId) => canInInbox(ctx.principal, 'view', inboxId));
  requireInbox(ctx, seen ?? inboxIds[0] ?? '', 'act');
}

/** The conversations among what a record is about; throws unless the asker may tie a record to all of it. */
export function requireLinkable(tx: Tx, ids: readonly string[], field: string): Promise<Conversation[]> {
  return requireTies(tx.ctx, tx, ids, [field]);
}

/** The same outside of a unit. */
export async function requireTies(ctx: Ctx, reader: Reader, ids: readonly string[], path: string[]): Promise<Conversation[]> {
  const conversationIds = ids.filter((id) => id.startsWith('cnv_'));
  const contactIds = ids.filter((id) => id.startsWith('con_'));
  const recordIds = ids.filter((id) => !id.startsWith('cnv_') && !id.startsWith('con_'));
  const conversations = await findConversations(reader, conversationIds);
  const visible = conversations.filter(({ inboxId }) => canInInbox(ctx.principal, 'view', inboxId));
  const contacts = await findContacts(reader, contactIds);
  const records = await findRecords(reader, recordIds, visibleInboxes(ctx.principal));
  if (visible.length + contacts.length + records.length < ids.length)
    throw new DomainError('NOT_FOUND', 'What it is to be tied to is not there.', { path });
  for (const { inboxId } of visible) requireInbox(ctx, inboxId, 'act');
  for (const inboxIds of await inboxesOfEach(reader, recordIds)) refuseForeign(ctx, inboxIds);
  return visible;
}

/** Tells of a record: those of the inboxes in which its conversations lie, else every agent. */
export async function tellOfRecord(
  reader: Reader,
  tx: Tx,
  record: CrmRecord,
  change: 'CREATED' | 'UPDATED' | 'DELETED',
  contactId: string | null,
): Promise<void> {
  const type = `record.${change.toLowerCase()}`;
  const event = { type, change, nodeId: record.id, contactId, data: { type: record.type } };
  const inboxIds = (await inboxesOf(reader, [record.id])).map(({ inboxId }) => inboxId);
  if (inboxIds.length === 0) tx.emit({ ...event, inboxId: null, audience: 'agents' });
  for (const inboxId of inboxIds) tx.emit({ ...event, inboxId });
}

/** Whether the asker may see what a list is about, so that a list of what hangs on it does not tell that it is there. */
export async function maySeeTarget(ctx: Ctx, reader: Reader, toId: string): Promise<boolean> {
  const kind = kindOfId(toId);
  if (kind === 'contact') return true;
  if (kind !== 'conversation') return (await findRecords(reader, [toId], visibleInboxes(ctx.principal))).length > 0;
  const [conversation] = await findConversations(reader, [toId]);
  return conversation !== undefined && canInInbox(ctx.principal, 'view', conversation.inboxId);
}
