import type { Tx } from '../../kernel/uow.js';
import type { NotificationCount } from './notification-count.entity.js';
import type { Notification } from './notification.entity.js';
import { addToCounts, foldIn, type Gone } from './notification.repository.js';
import { queueMails } from './mail/queue-mails.js';
import { queuePushes } from './push/push.job.js';

/** Counts that change in a unit, added up before they are written. */
export class Weighing {
  private readonly deltas = new Map<string, NotificationCount>();

  /** Rows that are no longer counted. */
  lighter(rows: readonly Gone[]): void {
    for (const row of rows) this.add(row, row.inboxId, -1);
  }

  /** Rows that are counted, in their inbox or in the one named. */
  heavier(rows: readonly Gone[], inboxId?: string): void {
    for (const row of rows) this.add(row, inboxId ?? row.inboxId, 1);
  }

  keep(tx: Tx): Promise<void> {
    return addToCounts(tx, [...this.deltas.values()]);
  }

  private add({ userId, inApp, readAt }: Gone, inboxId: string, by: number): void {
    if (!inApp || readAt !== null) return;
    const key = `${userId} ${inboxId}`;
    this.deltas.set(key, { userId, inboxId, unread: (this.deltas.get(key)?.unread ?? 0) + by });
  }
}

/** Puts new ones in, and tells their people. */
export async function tellNew(tx: Tx, rows: readonly Notification[], weighing: Weighing): Promise<void> {
  const fresh = new Set(rows.map(({ id }) => id));
  const put = await foldIn(tx, rows);
  weighing.heavier(put.filter(({ id }) => fresh.has(id)));
  await queuePushes(tx, put);
  await queueMails(tx, put);
  for (const row of put)
    if (row.inApp || row.browser) emit(tx, row, fresh.has(row.id) ? 'CREATED' : 'UPDATED', 'notification.told');
}

/** Tells each person once that some of his were read or taken back. */
export function tellChanged(tx: Tx, rows: readonly Gone[], type: 'notification.read' | 'notification.withdrawn'): void {
  const first = new Map(rows.map((row) => [row.userId, row]));
  for (const row of first.values()) emit(tx, row, type === 'notification.read' ? 'UPDATED' : 'DELETED', type);
}

function emit(tx: Tx, { id, userId, inboxId, subjectId }: Gone, change: 'CREATED' | 'UPDATED' | 'DELETED', type: string): void {
  const place = inboxId === '' ? { inboxId: null } : { inboxId, conversationId: subjectId };
  tx.emit({ type, change, nodeId: id, ...place, audience: `user:${userId}` });
}
