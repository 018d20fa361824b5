// A small instance as a schema has it, for the tests of later ones: before a migration is added, in server/
//   node --import @swc-node/register/esm-register test/upgrade/make.ts [name of the last migration]
// writes test/upgrade/<name of the last migration>.tar, a backup that both databases take, with the demo in it.
import 'reflect-metadata';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MIGRATIONS } from '../../src/adapters/database/migrations/index.js';
import { openRaw } from '../../src/adapters/database/raw/open-raw.js';
import { loadRows } from '../../src/adapters/database/raw/load.js';
import { makeBackup } from '../../src/app/backup/make-backup.js';
import { prepareEmpty } from '../../src/app/backup/prepare-empty.js';
import { TestServer } from '../server/server.js';
import { makeConversation, makeInbox } from '../server/world.js';

const MADE_AT = Date.UTC(2026, 0, 5, 9);
/** Not a secret: nothing is sealed with it. */
const KEY = Buffer.alloc(32, 7);

const names = MIGRATIONS.map((migration) => new migration().name);
const last = process.argv[2] ?? names.at(-1) ?? '';
const until = names.indexOf(last) + 1;
if (until === 0) throw new Error(`There is no migration ${last}`);

const server = await TestServer.start();
const owner = await server.signIn();
const inbox = await makeInbox(owner, 'Support');
for (const subject of ['A teapot that leaks', 'Grüße aus Köln 😀', 'مرحبا', 'Invoice 17', 'Where is my order?'])
  await makeConversation(server, inbox, subject);
const { demoSet } = await owner.graphql<{ demoSet: { userErrors: unknown[] } }>(
  'mutation { demoSet(present: true) { userErrors { message } } }',
);
if (demoSet.userErrors.length > 0) throw new Error(JSON.stringify(demoSet.userErrors));
await server.stop();

const url = join(tmpdir(), `balie-upgrade-${process.pid}.db`);
await prepareEmpty(url, tmpdir(), names.slice(0, until), true);
const [source, target] = [await openRaw(server.env['DATABASE_URL'], ''), await openRaw(url, '')];
await source.begin('read');
await target.begin('write');
const there = new Map((await target.tables()).map((table) => [table.name, table]));
// Where plugins lie is of this machine; a start finds those that come with it.
const full = (await source.tables()).filter(({ name }) => there.has(name) && name !== 'plugin_installation');
const tables = full.map(({ name, columns }) => ({
  name,
  columns: columns.filter((column) => there.get(name)?.columns.includes(column)),
}));
await loadRows(target, {
  tables,
  async *rows({ name, columns }) {
    const whole = full.find((table) => table.name === name);
    for await (const rows of source.rows(whole ?? { name, columns }))
      yield rows.map((row) => columns.map((column) => row[whole?.columns.indexOf(column) ?? 0] ?? null));
  },
});
await target.commit();
await source.close();
await target.close();
const file = resolve('test/upgrade', `${last}.tar`);
await makeBackup({ databaseUrl: url, dataDir: '/var/lib/balie', file, key: KEY, withKey: false, now: MADE_AT });
await rm(url);
await server.remove();
