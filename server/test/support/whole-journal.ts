import type { Reader } from '../../src/kernel/uow.js';
import { until } from './until.js';

/** Waits until all that was committed has its place in the journal, which on PostgreSQL comes a moment after the commit. */
export async function wholeJournal(reader: Reader): Promise<void> {
  const unplaced = 'SELECT COUNT(*) AS n FROM event WHERE position IS NULL';
  const left = async () => Number((await reader.query<{ n: number | string }>(unplaced))[0]?.n);
  await until(async () => (await left()) === 0, 'the journal to be whole');
}
