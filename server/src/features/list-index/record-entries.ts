import { placeholders } from '../../kernel/rows.js';
import type { Tx } from '../../kernel/uow.js';
import { wordsOf } from '../search-index/index.js';
import { type Entry, putEntries } from './entry.js';
import { numberWord } from './terms.js';

/** What a record is found by. */
interface Found {
  id: string;
  type: string;
  title: string;
  /** The number of a ticket, the domain of a company, the UID of a meeting. */
  lookup: string | null;
  sortAt: number;
  createdAt: number;
}

/** Makes records findable as they are now, in the unit that changes them. */
export async function indexRecords(tx: Tx, records: readonly Found[]): Promise<void> {
  await putEntries(tx, records.map(entryOf));
}

/** The same for those whose titles the unit has changed without reading them. */
export async function reindexRecords(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.query<Omit<Found, 'sortAt' | 'createdAt'> & { sort_at: number | string; created_at: number | string }>(
    `SELECT id, type, title, lookup, sort_at, created_at FROM crm_record WHERE id IN (${placeholders(ids)})`,
    ids,
  );
  await indexRecords(
    tx,
    rows.map((row) => ({ ...row, sortAt: Number(row.sort_at), createdAt: Number(row.created_at) })),
  );
}

function entryOf({ id, type, title, lookup, sortAt, createdAt }: Found): Entry {
  // What a meeting has there is for programs of calendars.
  const words = [title, type === 'MEETING' ? '' : (lookup ?? '')].flatMap((text) => wordsOf(text).map(({ word }) => word));
  const number = type === 'TICKET' && lookup !== null ? [numberWord(lookup)] : [];
  return { id, type, at: sortAt, createdAt, words: [...words, ...number] };
}
