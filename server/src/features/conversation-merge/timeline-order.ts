import type { Message } from '../messages/index.js';
import type { Place } from './conversation-merge.entity.js';

/** What decides where an item stands, and who has read it. */
export type Placed = Pick<Message, 'id' | 'seq' | 'at' | 'kind' | 'authorKind' | 'authorId' | 'activity'>;

/** Two timelines as one by time; each keeps the order that it has in itself. */
export function interleave<T extends Pick<Placed, 'at'>>(one: readonly T[], other: readonly T[]): T[] {
  const all: T[] = [];
  const rest = [...other];
  for (const item of one) {
    while (rest[0] && rest[0].at < item.at) all.push(...rest.splice(0, 1));
    all.push(item);
  }
  all.push(...rest);
  return all;
}

/** Failures of sending make a conversation unread; what else happened does not. */
const TOLD: ReadonlySet<string | null> = new Set(['delivery_failed', 'delivery_bounced', 'delivery_uncertain']);

const isRead = (item: Placed, userId: string, read: ReadonlySet<string>): boolean =>
  read.has(item.id) ||
  (item.authorKind === 'USER' && item.authorId === userId) ||
  (item.kind === 'ACTIVITY' && !TOLD.has(item.activity));

/** Up to which place somebody has read a timeline, when these are the items that he has read: to the one before the first that he has not. */
export function markAmong(all: readonly Placed[], userId: string, read: ReadonlySet<string>): number {
  const first = all.find((item) => !isRead(item, userId, read));
  return first ? first.seq - 1 : (all.at(-1)?.seq ?? 0);
}

/** Up to which place somebody has read his part again: as far as before, and as far as he has come since. */
export function markAfter(before: number, places: readonly Place[], now: ReadonlyMap<string, number>, mark: number): number {
  return Math.max(before, ...places.filter(([id]) => (now.get(id) ?? Infinity) <= mark).map(([, seq]) => seq));
}
