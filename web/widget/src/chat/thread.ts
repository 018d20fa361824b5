/** What was said, put together from the history, the stream and what the server answers: the same item may come from each, in any order. */
import type { Item } from './protocol.js';

const byTime = (a: Item, b: Item): number => a.at.localeCompare(b.at) || a.id.localeCompare(b.id);

/** Items in their order, each once; of two with the same id the later one counts. */
export function merge(items: readonly Item[], more: readonly Item[]): Item[] {
  const all = new Map(items.map((item) => [item.id, item]));
  for (const item of more) all.set(item.id, item);
  return [...all.values()].sort(byTime);
}

/** What is known with the newest part of the history; known items that more were missed after than it holds are left, to be read again. */
export function resync(items: readonly Item[], newest: readonly Item[], more: boolean): Item[] {
  const first = newest[0];
  const missed = more && first && items.every((item) => byTime(item, first) < 0);
  return missed ? [...newest] : merge(items, newest);
}

/** How many the visitor has not seen: of others, after the last he saw. */
export function unreadOf(items: readonly Item[], seen: string): number {
  return items.filter(({ from, at, deleted }) => from !== 'visitor' && !deleted && at > seen).length;
}

/** The last time of an item of others; empty when there is none. */
export function lastHeard(items: readonly Item[]): string {
  return items.findLast(({ from }) => from !== 'visitor')?.at ?? '';
}
