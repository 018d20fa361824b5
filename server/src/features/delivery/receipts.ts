import { type Message } from '../messages/index.js';
import { identityKey } from '../../kernel/identity-kinds.js';
import type { Tx } from '../../kernel/uow.js';
import type { Delivery } from './delivery.entity.js';
import { deliveriesOf, step } from './delivery.repository.js';
import { raiseTrouble, refresh } from './record.js';
import { movesTo } from './status.js';

/** News from the far side about a message of ours. */
export interface Receipt {
  to: 'SENT' | 'DELIVERED' | 'READ' | 'BOUNCED';
  /** Whom it is about; all recipients when not given. */
  recipient?: { kind: string; value: string } | null;
  /** The far side's words. */
  reason?: string | null;
}

/** Moves the deliveries of a message forward, never back. Answers whether any of them is meant, also when none had to move. */
export async function applyReceipt(tx: Tx, message: Message, receipt: Receipt): Promise<boolean> {
  const rows = (await deliveriesOf(tx, [message.id])).filter((row) => isMeant(row, receipt.recipient ?? null));
  const moved: Delivery[] = [];
  for (const row of rows.filter(({ status }) => movesTo(status, receipt.to))) {
    const reason = receipt.to === 'BOUNCED' ? { reason: receipt.reason ?? 'It came back.', error: 'bounced' } : {};
    if (await step(tx, row.id, [row.status], { status: receipt.to, ...reason }))
      moved.push({ ...row, status: receipt.to, ...reason });
  }
  if (moved.length > 0) {
    await refresh(tx, message);
    await raiseTrouble(tx, message, moved);
  }
  return rows.length > 0;
}

function isMeant(row: Delivery, recipient: { kind: string; value: string } | null): boolean {
  return recipient === null || (row.kind === recipient.kind && row.valueKey === identityKey(recipient.kind, recipient.value));
}
