import { addItem } from '../conversations/index.js';
import { type Message } from '../messages/index.js';
import { identityKey } from '../../kernel/identity-kinds.js';
import type { Tx } from '../../kernel/uow.js';
import { noteTrouble } from './address-troubles.js';
import type { Delivery } from './delivery.entity.js';
import { deliveriesOf, type Step, step } from './delivery.repository.js';
import { raiseTrouble, refresh } from './record.js';
import { movesTo } from './status.js';

/** News from the far side about a message of ours. */
export interface Receipt {
  /** DELAYED: it is late, and the far side still tries. COMPLAINED: whoever got it called it spam. */
  to: 'SENT' | 'DELIVERED' | 'READ' | 'BOUNCED' | 'DELAYED' | 'COMPLAINED';
  /** Whom it is about; all recipients when not given. */
  recipient?: { kind: string; value: string } | null;
  /** The far side's words. */
  reason?: string | null;
  /** Of a bounce: the address itself is gone for good. */
  unreachable?: boolean;
}

/** Moves the deliveries of a message forward, never back. Answers whether any of them is meant, also when none had to move. */
export async function applyReceipt(tx: Tx, message: Message, receipt: Receipt): Promise<boolean> {
  const rows = (await deliveriesOf(tx, [message.id])).filter((row) => isMeant(row, receipt.recipient ?? null));
  const moved: Delivery[] = [];
  for (const row of rows) {
    const to = stepOf(row, receipt);
    if (to && (await step(tx, row.id, [row.status], to)))
      moved.push({ ...row, status: to.status, reason: to.reason ?? row.reason });
  }
  if (moved.length > 0) await refresh(tx, message);
  if (receipt.to === 'BOUNCED') await raiseTrouble(tx, message, moved);
  if (receipt.to === 'COMPLAINED' && moved.length > 0) await tellComplaint(tx, message, moved);
  await noteAddress(tx, { message, receipt, rows, moved });
  return rows.length > 0;
}

/** What the news changes about one delivery; null when it changes nothing. */
function stepOf(row: Delivery, { to, reason }: Receipt): Step | null {
  const said = reason ?? null;
  switch (to) {
    case 'BOUNCED':
      return movesTo(row.status, to) ? { status: to, reason: said ?? 'It came back.', error: 'bounced' } : null;
    case 'DELAYED':
      // A note, and no more: the far side still tries, and says so when it gives up (R-BNC-2).
      return row.status === 'SENT' || movesTo(row.status, 'SENT') ? { status: 'SENT', reason: said, error: 'delayed' } : null;
    case 'COMPLAINED':
      return row.error !== 'complained' && (row.status === 'SENT' || row.status === 'DELIVERED' || row.status === 'READ')
        ? { status: row.status, reason: said, error: 'complained' }
        : null;
    default: {
      if (!movesTo(row.status, to)) return null;
      return row.error === 'complained' ? { status: to } : { status: to, reason: null, error: null };
    }
  }
}

/** Said where the message is; it is no reason to answer, so nothing opens again (R-ARF-1). */
async function tellComplaint(tx: Tx, message: Message, rows: readonly Delivery[]): Promise<void> {
  await addItem(tx, message.conversationId, {
    kind: 'ACTIVITY',
    direction: 'INTERNAL',
    author: { kind: 'SYSTEM', id: null, name: 'Delivery' },
    at: tx.now,
    activity: 'delivery_complained',
    data: { messageId: message.id, recipients: rows.map((row) => row.value), reason: rows[0]?.reason ?? null },
  });
}

interface Applied {
  message: Message;
  receipt: Receipt;
  rows: readonly Delivery[];
  moved: readonly Delivery[];
}

/** What it says of the address that we wrote to, where it is clear which one that is (R-BNC-6). */
async function noteAddress(tx: Tx, { message, receipt, rows, moved }: Applied): Promise<void> {
  const trouble = receipt.to === 'COMPLAINED' ? 'COMPLAINED' : receipt.unreachable ? 'UNREACHABLE' : null;
  const [row] = moved;
  if (trouble === null || !row || (!receipt.recipient && rows.length > 1)) return;
  await noteTrouble(tx, row, { trouble, reason: receipt.reason ?? null, messageId: message.id });
}

function isMeant(row: Delivery, recipient: { kind: string; value: string } | null): boolean {
  return recipient === null || (row.kind === recipient.kind && row.valueKey === identityKey(recipient.kind, recipient.value));
}
