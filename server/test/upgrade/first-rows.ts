import type Database from 'better-sqlite3';
import { bindable } from '../../src/adapters/database/placeholders.js';
import { TestServer } from '../server/server.js';
import { makeConversation, makeInbox } from '../server/world.js';
import { type FixtureTable, readTables } from './fixture.js';

/** How many rows of a table are kept at most, beside those of the conversations that are. */
const KEPT = 6;
/** Where plugins lie is of this machine, and a job of a test runs nowhere. */
const NOT_OURS = new Set(['plugin_installation', 'job', 'session']);

/** Rows of real use, as today's server makes them for its demo, in the tables and columns of the first schema. */
export async function firstRows(db: Database.Database): Promise<void> {
  const today = small(await demo());
  const shapes = new Map(today.map((table) => [table.name, table]));
  const names = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all() as string[];
  for (const name of names) {
    const table = shapes.get(name);
    if (!table || NOT_OURS.has(name)) continue;
    const there = (db.pragma(`table_info("${name}")`) as { name: string }[]).map((column) => column.name);
    const columns = there.filter((column) => table.columns.includes(column));
    const list = columns.map((column) => `"${column}"`).join(', ');
    const insert = db.prepare(`INSERT INTO "${name}" (${list}) VALUES (${columns.map(() => '?').join(', ')})`);
    for (const row of table.rows)
      insert.run(
        ...bindable(
          columns.map((column) => row[table.columns.indexOf(column)]),
          'sqlite',
        ),
      );
  }
}

async function demo(): Promise<FixtureTable[]> {
  const server = await TestServer.start();
  try {
    const owner = await server.signIn();
    const inbox = await makeInbox(owner, 'Support');
    for (const subject of ['A teapot that leaks', 'Grüße aus Köln 😀', 'مرحبا', 'Invoice 17'])
      await makeConversation(server, inbox, subject);
    const { demoSet } = await owner.graphql<{ demoSet: { userErrors: unknown[] } }>(
      'mutation { demoSet(present: true) { userErrors { message } } }',
    );
    if (demoSet.userErrors.length > 0) throw new Error(JSON.stringify(demoSet.userErrors));
    await server.stop();
    return await readTables(server.env['DATABASE_URL'] ?? '');
  } finally {
    await server.remove();
  }
}

/** A few conversations with all that belongs to them, and a few rows of what belongs to none. */
function small(tables: FixtureTable[]): FixtureTable[] {
  const all = tables.find(({ name }) => name === 'conversation');
  const id = all?.columns.indexOf('id') ?? 0;
  const oldest = (all?.rows ?? []).map((row) => String(row[id])).toSorted();
  const kept = new Set([...oldest.slice(0, KEPT), ...oldest.slice(-2)]);
  return tables.map((table) => {
    const of = table.name === 'conversation' ? id : table.columns.indexOf('conversation_id');
    const whole = table.name === 'contact' || table.name === 'contact_identity' || table.name === 'message_recipient';
    if (whole) return table;
    const rows = of < 0 ? table.rows.slice(0, KEPT) : table.rows.filter((row) => kept.has(String(row[of])));
    return { ...table, rows };
  });
}
