import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, type Keyset, pageOf } from './keyset.js';

const SEED = { seed: 20_261_129, numRuns: 500 };
interface Row {
  id: string;
  at: number;
}
// Few times, so that many rows share one.
const row = fc.record({ id: fc.uuid(), at: fc.nat(4) });
const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 60 });
const newestFirst = (one: Row, other: Row): number => other.at - one.at || Number(one.id < other.id) - Number(one.id > other.id);

/** What the statement of each list does: the rows after a place, one more than were asked for. */
function after(table: readonly Row[], from: Keyset | null, size: number): Row[] {
  const place = from && { at: from.value as number, id: from.id };
  return table
    .filter((one) => !place || newestFirst(place, one) < 0)
    .toSorted(newestFirst)
    .slice(0, size + 1);
}

it('page by page each row comes once and in its order, whatever is added or goes meanwhile', () => {
  fc.assert(
    fc.property(rows, rows, fc.integer({ min: 1, max: 9 }), fc.infiniteStream(fc.nat()), (first, more, size, dice) => {
      const roll = (): number => dice.next().value as number;
      let table: readonly Row[] = first;
      const waiting = more.filter(({ id }) => !first.some((one) => one.id === id));
      const seen: Row[] = [];
      const gone = new Set<string>();
      for (let from: Keyset | null = null, n = 0; ; n++) {
        const { nodes, pageInfo } = pageOf(after(table, from, size), { size, from, list: 'l', position: n }, ({ at }) => at);
        expect([pageInfo.hasPreviousPage, nodes.length <= size]).toEqual([from !== null, true]);
        seen.push(...nodes);
        if (!pageInfo.hasNextPage) break;
        from = decodeCursor(pageInfo.endCursor!, 'l');
        const added = waiting.pop();
        const lost = table[roll() % table.length];
        // The row of the cursor itself may be the one that goes.
        if (lost && roll() % 2 === 0) {
          gone.add(lost.id);
          table = table.filter((one) => one !== lost);
        }
        if (added) table = [...table, added];
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
      expect(seen).toEqual(seen.toSorted(newestFirst));
      const ids = new Set(seen.map(({ id }) => id));
      for (const { id } of first) if (!gone.has(id)) expect(ids.has(id)).toBe(true);
    }),
    SEED,
  );
});

it('a cursor is read as it was written, and by its own list only', () => {
  const keyset = fc.record({ value: fc.oneof(fc.integer(), fc.string()), id: fc.string() });
  fc.assert(
    fc.property(keyset, fc.string(), fc.string(), (place, list, other) => {
      const cursor = encodeCursor(place, list);
      expect(decodeCursor(cursor, list)).toEqual(place);
      if (other !== list) expect(() => decodeCursor(cursor, other)).toThrow('is not a cursor of this list');
    }),
    SEED,
  );
});

it('what is no cursor is refused in words, whatever it is', () => {
  const any = fc.oneof(
    fc.string(),
    fc.json().map((text) => Buffer.from(text).toString('base64url')),
  );
  fc.assert(
    fc.property(any, (cursor) => expect(() => decodeCursor(cursor, 'l')).toThrow('is not a cursor of this list')),
    SEED,
  );
});
