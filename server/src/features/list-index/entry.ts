import { placeholders } from '../../kernel/rows.js';
import type { Dialect, Tx } from '../../kernel/uow.js';
import { type Placed, slotOf } from './slots.js';
import { shortened } from './terms.js';

/** What can be found of one contact or record. */
export interface Entry extends Placed {
  words: readonly string[];
}

const WORDS = 2_000;
const ROWS_PER_STATEMENT = 200;

/** Writes entries in place of those that were there; one without words is in no index. */
export async function putEntries(tx: Tx, entries: readonly Entry[]): Promise<void> {
  await removeEntries(
    tx,
    entries.map(({ id }) => id),
  );
  await addEntries(tx, entries);
}

/** Writes entries of what was in no index. */
export async function addEntries(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const { into, place, tail } = FORMS[tx.dialect];
  const worded = entries.filter(({ words }) => words.length > 0);
  for (let start = 0; start < worded.length; start += ROWS_PER_STATEMENT) {
    const slice = worded.slice(start, start + ROWS_PER_STATEMENT);
    const values = slice.flatMap((entry) => [entry.id, slotOf(entry), document(entry.words, tx.dialect)]);
    const rows = slice.map(() => place).join(', ');
    await tx.execute(`INSERT INTO ${into} (node_id, slot, words) VALUES ${rows} ${tail}`, values);
  }
}

/** Takes contacts or records out of the index. */
export async function removeEntries(tx: Tx, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += ROWS_PER_STATEMENT) {
    const slice = ids.slice(start, start + ROWS_PER_STATEMENT);
    await tx.execute(`DELETE FROM list_entry WHERE node_id IN (${placeholders(slice)})`, slice);
  }
}

/** The view has triggers that fill entry and index alike. */
const FORMS: Record<Dialect, { into: string; place: string; tail: string }> = {
  sqlite: { into: 'list_input', place: '(?, CAST(? AS integer), ?)', tail: '' },
  postgres: {
    into: 'list_entry',
    place: '(?, ?, CAST(? AS tsvector))',
    tail: 'ON CONFLICT (node_id) DO UPDATE SET slot = excluded.slot, words = excluded.words',
  },
};

function document(words: readonly string[], dialect: Dialect): string {
  const kept = [...new Set(words)].slice(0, WORDS);
  return dialect === 'sqlite' ? kept.map(shortened).join(' ') : kept.map((word) => `'${word}'`).join(' ');
}
