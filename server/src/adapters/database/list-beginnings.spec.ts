import 'reflect-metadata';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ENTITIES } from '../../app/entities.js';
import { freshDatabaseUrl, MemoryLog, TEST_DIALECT } from '../../../test/support/database.js';
import { MIGRATIONS } from './migrations/index.js';
import { openDatabase } from './open.js';

const NAME = 'ListBeginnings1764656793000';
const BEFORE = MIGRATIONS.findIndex((migration) => new migration().name === NAME);

let fresh: Awaited<ReturnType<typeof freshDatabaseUrl>>;
beforeEach(async () => {
  fresh = await freshDatabaseUrl();
});
afterEach(() => fresh.remove());

async function migrate(count: number): Promise<void> {
  const onFatal = (error: unknown): never => {
    throw error;
  };
  const migrations = MIGRATIONS.slice(0, count);
  await (await openDatabase({ ...fresh, entities: ENTITIES, migrations, log: new MemoryLog(), onFatal })).close();
}

test('the words of lists are taken over as they were: none of what was deleted, and those of today where something was changed (issue 7)', async () => {
  await migrate(BEFORE);
  if (TEST_DIALECT === 'postgres') return migrate(BEFORE + 1);
  const write = new Database(fresh.url);
  const entry = write.prepare('INSERT INTO list_input (node_id, slot, words) VALUES (?, CAST(? AS integer), ?)');
  for (let n = 0; n < 300; n++)
    entry.run(`con_${n}`, 2 ** 50 + n * 7, `anna antonia${n} question${n % 3} 0612 \u{E001}0123abcdgroen`);
  write.prepare(`DELETE FROM list_entry WHERE node_id IN ('con_1', 'con_2')`).run();
  entry.run('con_2', 2 ** 50 + 14, 'bert');
  write.close();
  await migrate(BEFORE + 1);
  const read = new Database(fresh.url, { readonly: true });
  const found = (match: string): string[] =>
    read
      .prepare(
        'SELECT e.node_id FROM list_words w CROSS JOIN list_entry e WHERE w.list_words MATCH ? AND e.slot = w.rowid ORDER BY w.rowid',
      )
      .pluck()
      .all(match) as string[];
  expect(found('"anna"')).toHaveLength(298);
  expect(found('"antonia1" *').slice(0, 2)).toEqual(['con_10', 'con_11']);
  expect(found('"question1"')).toHaveLength(99);
  expect(found('"bert"')).toEqual(['con_2']);
  expect(found('"antonia299" AND "0612"')).toEqual(['con_299']);
  expect(found('"\u{E001}0123abcdgroen"')).toHaveLength(298);
  read.close();
});
