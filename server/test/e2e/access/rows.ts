import { TEST_DIALECT } from '../../support/database.js';

interface Reader {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

/** Where work is kept that goes on by itself; what it leads to is in the others. The channel has no plugin, which its row says sooner or later. */
const ALIVE = new Set([
  ...['job', 'lane', 'channel', 'channel_lease', 'session'],
  // How far it has heard moves on with the journal.
  'webhook',
  // These add up what was done before, a moment later.
  ...['report_quarter', 'report_backlog', 'report_watch', 'report_place'],
]);

/** Each row that names one of these, as text, by table and row: what there is of a side. */
export async function rowsThatName(reader: Reader, words: readonly string[]): Promise<Map<string, string>> {
  const sql =
    TEST_DIALECT === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%'`
      : `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE 'search_%'`;
  const found = new Map<string, string>();
  for (const { name } of await reader.query<{ name: string }>(sql)) {
    if (ALIVE.has(name)) continue;
    const rows = await reader.query<Record<string, unknown>>(`SELECT * FROM "${name}"`);
    const texts = rows.map((row) => JSON.stringify(row)).filter((text) => words.some((word) => text.includes(word)));
    for (const [n, text] of texts.toSorted().entries()) found.set(`${name} ${String(n)}`, text);
  }
  return found;
}
