import type { Reader, Tx } from '../../kernel/uow.js';
import { fromRows, insertFreshRows } from '../../kernel/rows.js';
import { InboundItem } from './inbound-item.entity.js';

/** How an item ended; the five words of the ledger. */
export interface Ending {
  state: Exclude<InboundItem['state'], 'RECEIVED'>;
  reason?: string | null;
  unparsed?: boolean;
  messageId?: string | null;
  conversationId?: string | null;
  sender?: string | null;
  subject?: string | null;
}

/** What became no message of its own, though its bytes are here: a person may want it anyway (N1). */
export function canBeImported(item: InboundItem): boolean {
  if (item.state === 'DUPLICATE' || item.state === 'QUARANTINED' || item.state === 'FAILED') return true;
  return item.state === 'FILTERED' && item.conversationId === null;
}

/** It failed, or is shown as it came since it could not be understood. */
export const canBeReplayed = ({ state, unparsed }: InboundItem): boolean => state === 'FAILED' || unparsed;

/** Keeps items; answers those of them that the channel had not brought before (I2). */
export async function insertItemsOnce(tx: Tx, items: readonly InboundItem[]): Promise<InboundItem[]> {
  const fresh = new Set(await insertFreshRows(tx, InboundItem, items));
  for (const id of fresh) tell(tx, id, 'CREATED', 'received', null);
  return items.filter(({ id }) => fresh.has(id));
}

export async function findItem(reader: Reader, id: string): Promise<InboundItem | null> {
  const rows = await reader.query<Record<string, unknown>>('SELECT * FROM inbound_item WHERE id = ?', [id]);
  return fromRows(reader, InboundItem, rows)[0] ?? null;
}

/** The class of the advisory locks that give what stores items of a channel its turn; any number that no other class has. */
const TURNS = 7_310_011;

/**
 * Whoever stores items of a channel has its turn until his unit ends: of two that belong together the second sees the first, whichever
 * way and process they take. SQLite has one writer anyway.
 */
export async function takeTurn(tx: Tx, channelId: string): Promise<void> {
  if (tx.dialect === 'postgres') await tx.query('SELECT pg_advisory_xact_lock(?, hashtext(?))', [TURNS, channelId]);
}

/** The item, with the turn of its channel. Whether it has ended while that was waited for shows when its ending is written. */
export async function findItemInTurn(tx: Tx, id: string): Promise<InboundItem | null> {
  if (tx.dialect !== 'postgres') return findItem(tx, id);
  const rows = await tx.query<Record<string, unknown>>(
    'SELECT i.*, pg_advisory_xact_lock(?, hashtext(i.channel_id)) FROM inbound_item i WHERE i.id = ?',
    [TURNS, id],
  );
  return fromRows(tx, InboundItem, rows)[0] ?? null;
}

/** What of a channel waits to be understood, in the order in which it came, after an item of it. */
export async function waitingItems(
  reader: Reader,
  channelId: string,
  after: InboundItem | null,
  limit: number,
): Promise<InboundItem[]> {
  const { receivedAt, id } = after ?? { receivedAt: 0, id: '' };
  const rows = await reader.query<Record<string, unknown>>(
    `SELECT * FROM inbound_item WHERE channel_id = ? AND state = 'RECEIVED' AND (received_at, id) > (?, ?)
     ORDER BY received_at, id LIMIT ?`,
    [channelId, receivedAt, id, limit],
  );
  return fromRows(reader, InboundItem, rows);
}

/** Writes the ending of an item of this inbox; throws when it has ended meanwhile, so that the unit leaves nothing. */
export async function endItem(tx: Tx, item: InboundItem, ending: Ending, inboxId: string | null): Promise<void> {
  const sql =
    'UPDATE inbound_item SET state = ?, reason = ?, unparsed = ?, message_id = ?, conversation_id = ?, sender = ?, subject = ?, updated_at = ? ' +
    'WHERE id = ? AND state = ? AND updated_at = ?';
  // Always another time than before: it is what the condition compares.
  const updatedAt = Math.max(tx.now, item.updatedAt + 1);
  const { state, reason = null, unparsed = false, messageId = null, conversationId = null } = ending;
  const { sender = item.sender, subject = item.subject } = ending;
  const values = [
    state,
    reason,
    unparsed,
    messageId,
    conversationId,
    sender,
    subject,
    updatedAt,
    item.id,
    item.state,
    item.updatedAt,
  ];
  if ((await tx.execute(sql, values)) !== 1) throw new Error(`The inbound item ${item.id} has ended meanwhile`);
  tell(tx, item.id, 'UPDATED', ending.state.toLowerCase(), inboxId);
}

/** Back to the beginning, to be understood again. */
export async function reopenItem(tx: Tx, item: InboundItem, inboxId: string | null): Promise<void> {
  const patch = { state: 'RECEIVED' as const, reason: null, attempts: 0, updatedAt: Math.max(tx.now, item.updatedAt + 1) };
  await tx.manager.update(InboundItem, { id: item.id }, patch);
  tell(tx, item.id, 'UPDATED', 'received', inboxId);
}

/** One more failed try to understand it; answers how many there were. */
export async function countAttempt(tx: Tx, item: InboundItem, reason: string): Promise<number> {
  const attempts = item.attempts + 1;
  await tx.manager.update(InboundItem, { id: item.id }, { attempts, reason });
  return attempts;
}

/** Those who manage the inbox follow the ledger, too, where the unit knows which one it is. */
function tell(tx: Tx, id: string, change: 'CREATED' | 'UPDATED', what: string, inboxId: string | null): void {
  tx.emit({ type: `inbound.${what}`, change, nodeId: id, inboxId, audience: inboxId === null ? 'admins' : 'managers' });
}
