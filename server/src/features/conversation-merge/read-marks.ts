import { markAmong, type Placed } from './timeline-order.js';

/** Items with their places of before, and up to which of these each agent has read them. */
export interface ReadPart {
  items: readonly Placed[];
  marks: ReadonlyMap<string, number>;
}

/** Up to where each agent has read the whole, who has read anything of its parts. */
export function readMarks(all: readonly Placed[], parts: readonly ReadPart[]): Map<string, number> {
  const users = new Set(parts.flatMap(({ marks }) => [...marks.keys()]));
  const read = (userId: string): Set<string> =>
    new Set(parts.flatMap(({ items, marks }) => items.filter(({ seq }) => seq <= (marks.get(userId) ?? 0)).map(({ id }) => id)));
  return new Map([...users].map((userId) => [userId, markAmong(all, userId, read(userId))]));
}
