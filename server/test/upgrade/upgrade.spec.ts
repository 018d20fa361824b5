import { copyFile, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { runAdmin } from '../../src/app/admin.js';
import { TestServer } from '../server/server.js';
import { freshDatabaseUrl, TEST_DIALECT } from '../support/database.js';
import { tablesOf, without } from '../support/instances.js';

jest.setTimeout(240_000);

/** Backups of whole instances with the demo, as some earlier schemas had it. Each schema there has been is in steps.spec.ts, without a server. */
const FOLDER = resolve('test/upgrade');
const FIXTURES = (await readdir(FOLDER)).filter((name) => name.endsWith('.tar')).map((name) => name.slice(0, -4));
/** What a start writes by itself, or a restore on purpose. */
const CHANGED = ['lane', 'job', 'delivery', 'plugin_installation', 'event', 'presence', 'user', 'session'];

let env: Record<string, string>;
let remove: () => Promise<void>;
beforeEach(async () => {
  const fresh = await freshDatabaseUrl();
  ({ remove } = fresh);
  const key = '07'.repeat(32);
  env = {
    DATABASE_URL: fresh.url,
    BALIE_DATA_DIR: fresh.dataDir,
    BALIE_SECRET_KEY: key,
    BALIE_PORT: '0',
    BALIE_LOG_LEVEL: 'silent',
  };
});
afterEach(() => remove());

async function restore(name: string): Promise<void> {
  const said: string[] = [];
  const code = await runAdmin(['restore', join(FOLDER, `${name}.tar`)], env, (line) => said.push(line));
  expect([code, said.join(' ')]).toEqual([0, expect.stringContaining('Restored')]);
}

/** Opens today's build on it, and closes it again; what people see. */
async function start(): Promise<{ subjects: string[] }> {
  const server = await TestServer.on(env);
  try {
    const owner = await server.signIn();
    const { conversations } = await owner.graphql<{ conversations: { nodes: { subject: string }[] } }>(
      '{ conversations(first: 50) { nodes { subject } } }',
    );
    return { subjects: conversations.nodes.map(({ subject }) => subject) };
  } finally {
    await server.stop();
  }
}

test('there is an instance of an earlier schema to try it on', () => {
  expect(FIXTURES.length).toBeGreaterThan(0);
});

test.each(FIXTURES)('an instance as %s left it is upgraded with all it holds (O3, O4, G11 62)', async (name) => {
  await restore(name);
  const before = await tablesOf(env);
  expect((await start()).subjects.length).toBeGreaterThan(3);
  const after = await tablesOf(env);
  const rows = (tables: Record<string, string>): [string, number][] =>
    Object.entries(without(tables, CHANGED)).map(([table, what]) => [table, Number(what.split(':')[0])]);
  const now = new Map(rows(after));
  // Columns may have come, and rows of whoever follows the journal; none may have gone.
  expect(rows(before).filter(([table, count]) => !((now.get(table) ?? 0) >= count))).toEqual([]);
});

if (TEST_DIALECT === 'sqlite')
  test.each(FIXTURES)(
    'before %s is upgraded the file is copied as it is, and going back is to put it in its place',
    async (name) => {
      await restore(name);
      const before = await tablesOf(env);
      await start();
      const file = env['DATABASE_URL'] ?? '';
      const copy = `${file}.before-${name}`;
      expect(await tablesOf({ ...env, DATABASE_URL: copy })).toEqual(before);
      // What the page about upgrades says.
      for (const tail of ['', '-wal', '-shm']) await rm(file + tail, { force: true });
      await copyFile(copy, file);
      expect(await tablesOf(env)).toEqual(before);
      expect((await start()).subjects.length).toBeGreaterThan(3);
    },
  );
else
  test.each(FIXTURES)(
    'before %s is upgraded its rows are kept in the data folder, and going back is to restore them',
    async (name) => {
      await restore(name);
      const before = await tablesOf(env);
      await start();
      const kept = join(env['BALIE_DATA_DIR'] ?? '', `before-${name}.tar`);
      const older = await freshDatabaseUrl();
      try {
        // What the page about upgrades says: into an empty database.
        const place = { ...env, DATABASE_URL: older.url };
        const code = await runAdmin(['restore', kept], place, () => undefined);
        expect(code).toBe(0);
        expect(without(await tablesOf(place), ['lane', 'job', 'delivery'])).toEqual(without(before, ['lane', 'job', 'delivery']));
      } finally {
        await older.remove();
      }
    },
  );
