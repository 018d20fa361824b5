import { findMessages } from '../messages/index.js';
import { placeholders } from '../../kernel/rows.js';
import type { Tx } from '../../kernel/uow.js';
import type { Delivery } from './delivery.entity.js';
import { refresh } from './record.js';
import { worst } from './status.js';

const ROUND = 500;
const ARRIVED: ReadonlySet<string> = new Set(['SENT', 'DELIVERED', 'READ']);

/**
 * Removes deliveries to somebody who is erased. Their messages are told from those who are left; one that went to nobody else stays sent
 * where it had left, else it is cancelled: nothing waits for ever, and nothing can be tried again.
 */
export async function forgetDeliveries(tx: Tx, rows: readonly Pick<Delivery, 'id' | 'messageId' | 'status'>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROUND) {
    const ids = rows.slice(start, start + ROUND).map(({ id }) => id);
    await tx.execute(`DELETE FROM delivery WHERE id IN (${placeholders(ids)})`, ids);
  }
  const messages = await findMessages(tx, [...new Set(rows.map(({ messageId }) => messageId))]);
  for (const message of messages) {
    const was = rows.filter((row) => row.messageId === message.id).map(({ status }) => status);
    await refresh(tx, message, worst(was.filter((status) => ARRIVED.has(status))) ?? 'CANCELLED');
  }
}
