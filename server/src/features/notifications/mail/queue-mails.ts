import type { Tx } from '../../../kernel/uow.js';
import type { Notification } from '../notification.entity.js';
import { settingsOf } from '../notification.repository.js';
import type { NotificationSettings } from '../notification-settings.entity.js';
import { mailedKinds, waysOf } from '../settings.js';

/** The job that mails one person what he has not read. */
export const MAIL = 'notifications.mail';
export type MailWay = 'SOON' | 'DAILY';
const MINUTE_MS = 60_000;

/** Has those mailed who want that of what they are told; one mail waits for each person and way, and gathers what comes meanwhile. */
export async function queueMails(tx: Tx, rows: readonly Notification[]): Promise<void> {
  if (rows.length === 0) return;
  for (const settings of await settingsOf(tx, [...new Set(rows.map(({ userId }) => userId))])) {
    const ways = rows.filter(({ userId }) => userId === settings.userId).map(({ kind }) => waysOf(settings, kind).mail);
    for (const way of new Set(ways)) if (way !== 'OFF') queue(tx, settings, way);
  }
}

/** What is unread follows settings that were changed. */
export function queueMailsOf(tx: Tx, settings: NotificationSettings): void {
  for (const way of ['SOON', 'DAILY'] as const) if (mailedKinds(settings, way).length > 0) queue(tx, settings, way);
}

function queue(tx: Tx, { userId, mailMinutes, mailHour }: NotificationSettings, way: MailWay): void {
  tx.enqueue({
    name: MAIL,
    payload: { userId, way },
    key: `${MAIL}:${userId}`,
    // With other times it is another mail; the one before then finds nothing to tell.
    unique: `${MAIL}:${userId}:${way}:${way === 'SOON' ? mailMinutes : mailHour}`,
    ...(way === 'SOON' ? { runAt: tx.now + mailMinutes * MINUTE_MS } : {}),
  });
}
