import type { Tx } from '../../kernel/uow.js';
import { insertRows } from '../../kernel/rows.js';
import { InboundItem } from './inbound-item.entity.js';

/** How an item ended; the five words of the ledger. */
export interface Ending {
  state: Exclude<InboundItem['state'], 'RECEIVED'>;
  reason?: string | null;
  unparsed?: boolean;
  messageId?: string | null;
  conversationId?: string | null;
}

/** Keeps an item; false when the channel has brought it before (I2). */
export async function insertItemOnce(tx: Tx, item: InboundItem): Promise<boolean> {
  if ((await insertRows(tx, InboundItem, [item], 'ON CONFLICT DO NOTHING')) === 0) return false;
  tell(tx, item.id, 'CREATED', 'received');
  return true;
}

/** Writes the ending of an item that is in `from`; throws when it has ended meanwhile, so that the unit leaves nothing. */
export async function endItem(tx: Tx, item: InboundItem, ending: Ending): Promise<void> {
  const sql =
    'UPDATE inbound_item SET state = ?, reason = ?, unparsed = ?, message_id = ?, conversation_id = ?, updated_at = ? ' +
    'WHERE id = ? AND state = ? AND updated_at = ?';
  // Always another time than before: it is what the condition compares.
  const updatedAt = Math.max(tx.now, item.updatedAt + 1);
  const { state, reason = null, unparsed = false, messageId = null, conversationId = null } = ending;
  const values = [state, reason, unparsed, messageId, conversationId, updatedAt, item.id, item.state, item.updatedAt];
  if ((await tx.execute(sql, values)) !== 1) throw new Error(`The inbound item ${item.id} has ended meanwhile`);
  tell(tx, item.id, 'UPDATED', ending.state.toLowerCase());
}

/** Back to the beginning, to be understood again. */
export async function reopenItem(tx: Tx, item: InboundItem): Promise<void> {
  const patch = { state: 'RECEIVED' as const, reason: null, attempts: 0, updatedAt: Math.max(tx.now, item.updatedAt + 1) };
  await tx.manager.update(InboundItem, { id: item.id }, patch);
  tell(tx, item.id, 'UPDATED', 'received');
}

/** One more failed try to understand it; answers how many there were. */
export async function countAttempt(tx: Tx, item: InboundItem, reason: string): Promise<number> {
  const attempts = item.attempts + 1;
  await tx.manager.update(InboundItem, { id: item.id }, { attempts, reason });
  return attempts;
}

function tell(tx: Tx, id: string, change: 'CREATED' | 'UPDATED', what: string): void {
  tx.emit({ type: `inbound.${what}`, change, nodeId: id, inboxId: null, audience: 'admins' });
}
