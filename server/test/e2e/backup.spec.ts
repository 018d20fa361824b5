import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openRaw } from '../../src/adapters/database/raw/open-raw.js';
import { runAdmin } from '../../src/app/admin.js';
import { Storage } from '../../src/kernel/storage.js';
import { TestServer, temporaryFolder } from '../server/server.js';
import type { TestClient } from '../server/client.js';
import { addMessage, makeConversation, makeInbox } from '../server/world.js';
import { freshDatabaseUrl } from '../support/database.js';
import { tablesOf, without } from '../support/instances.js';
import { until } from '../support/until.js';

/** What a restore changes on purpose, and what a start writes. */
const CHANGED = ['lane', 'job', 'delivery'];

// Each starts whole instances, which takes its time where much else runs.
jest.setTimeout(240_000);

let server: TestServer;
let owner: TestClient;
let conversation: string;
let hash: string;
let folder: { path: string; remove(): Promise<void> };
const places: Place[] = [];

interface Place {
  env: Record<string, string>;
  remove(): Promise<void>;
}

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await TestServer.start();
  owner = await server.signIn();
  conversation = await makeConversation(server, await makeInbox(owner, 'Support'), 'A teapot that leaks');
  ({ hash } = await server.get<Storage>(Storage).put(Buffer.from('the bytes of an attachment')));
});
afterAll(async () => {
  await server.close();
  for (const place of places) await place.remove();
  await folder.remove();
});

/** Another machine: an empty database and data folder, with the settings of this one. */
async function elsewhere(): Promise<Place> {
  const { url, dataDir, remove } = await freshDatabaseUrl();
  const place = { env: { DATABASE_URL: url, BALIE_DATA_DIR: dataDir, BALIE_PORT: '0', BALIE_LOG_LEVEL: 'silent' }, remove };
  places.push(place);
  return place;
}

/** Runs a command of the terminal; what it said. */
async function admin(env: Record<string, string>, ...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runAdmin(args, env, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

async function backUp(name: string, ...flags: string[]): Promise<string> {
  const file = join(folder.path, name);
  const { code, said } = await admin(server.env, 'backup', file, ...flags);
  expect([code, said]).toEqual([0, expect.stringContaining('rows')]);
  return file;
}

async function restore(file: string, place: Place, ...flags: string[]): Promise<void> {
  expect(await admin(place.env, 'restore', file, ...flags)).toEqual({
    code: 0,
    said: expect.stringContaining('Nothing is sent'),
  });
}

test('a backup that is made while people write is one moment, and all of it (O1)', async () => {
  let writing = true;
  let written = 0;
  const writer = (async () => {
    for (; writing; await nextTurn()) await addMessage(server, conversation, `line ${++written}`);
  })();
  await until(() => written > 5, 'somebody to write');
  const file = await backUp('live.tar', '--with-key');
  const then = written;
  await until(() => written > then, 'somebody to write on');
  writing = false;
  await writer;
  const place = await elsewhere();
  await restore(file, place);
  const restored = await TestServer.on(place.env);
  try {
    // Each message is written with its event: a copy that is torn has one without the other.
    const [found] = await restored.uow.reader.query<{ messages: unknown; events: unknown; last: unknown; count: unknown }>(
      `SELECT (SELECT count(*) FROM message WHERE kind = 'MESSAGE') AS messages,
        (SELECT count(*) FROM event WHERE type = 'message.received') AS events,
        (SELECT max(position) FROM event WHERE type = 'message.received') AS last, (SELECT count(*) FROM event) AS count`,
    );
    expect(Number(found?.messages)).toBe(Number(found?.events));
    expect(Number(found?.messages)).toBeGreaterThan(5);
    expect((await restored.get<Storage>(Storage).read(hash)).toString()).toBe('the bytes of an attachment');
  } finally {
    await restored.stop();
  }
});

test('a sealed backup shows nothing of what is in it, is opened by its passphrase only, and not once a byte of it was changed (O1)', async () => {
  const sealed = { ...server.env, BALIE_BACKUP_PASSPHRASE: 'correct horse battery staple' };
  // More than one piece, however much is packed.
  await server.get<Storage>(Storage).put(randomBytes(200_000));
  const file = join(folder.path, 'sealed.tar');
  const made = await admin(sealed, 'backup', file, '--with-key');
  expect(made).toEqual({ code: 0, said: expect.stringContaining('It is sealed with BALIE_BACKUP_PASSPHRASE') });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const bytes = await readFile(file);
  for (const word of ['manifest.json', 'balie-backup', 'the bytes of an attachment']) expect(bytes.includes(word)).toBe(false);

  const place = await elsewhere();
  const refused = async (passphrase: string | null, from = file): Promise<string> => {
    const env = { ...place.env, ...(passphrase === null ? {} : { BALIE_BACKUP_PASSPHRASE: passphrase }) };
    const { code, said } = await admin(env, 'restore', from);
    expect(code).toBe(1);
    return said;
  };
  expect(await refused(null)).toContain('This backup is sealed: set BALIE_BACKUP_PASSPHRASE');
  expect(await refused('correct horse battery stable')).toContain('is not the passphrase that this backup was made with');
  const damaged = join(folder.path, 'sealed-damaged.tar');
  for (const at of [70, Math.floor(bytes.length / 2), bytes.length - 1]) {
    await writeFile(damaged, Buffer.concat([bytes.subarray(0, at), Buffer.from([bytes[at]! ^ 1]), bytes.subarray(at + 1)]));
    expect(await refused(sealed.BALIE_BACKUP_PASSPHRASE, damaged)).toContain('The backup is damaged');
  }
  // Cut off between two pieces: what is left has pieces that are whole, and no last one.
  const piece = 64 * 1024 + 16;
  expect(bytes.length).toBeGreaterThan(64 + piece);
  await writeFile(damaged, bytes.subarray(0, 64 + piece));
  expect(await refused(sealed.BALIE_BACKUP_PASSPHRASE, damaged)).toContain('The backup is damaged');

  const opened = { ...place, env: { ...place.env, BALIE_BACKUP_PASSPHRASE: sealed.BALIE_BACKUP_PASSPHRASE } };
  await restore(file, opened);
  const restored = await TestServer.on(place.env);
  try {
    expect((await restored.get<Storage>(Storage).read(hash)).toString()).toBe('the bytes of an attachment');
  } finally {
    await restored.stop();
  }
});

test('a restored instance has each row of each table, the same files, people who can sign in and search, and sends nothing (O2, G11)', async () => {
  await server.stop();
  const before = await tablesOf(server.env);
  const file = await backUp('rest.tar', '--with-key');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const place = await elsewhere();
  await restore(file, place);
  const after = await tablesOf(place.env);
  expect(Object.keys(after).length).toBeGreaterThan(40);
  expect(without(after, CHANGED)).toEqual(without(before, CHANGED));
  const restored = await TestServer.on(place.env);
  try {
    const again = await restored.signIn();
    expect(await again.graphql('{ sendingPaused }')).toEqual({ sendingPaused: true });
    const { systemCheck } = await again.graphql<{ systemCheck: { key: string; ok: boolean }[] }>('{ systemCheck { key ok } }');
    expect(systemCheck.find(({ key }) => key === 'sending')?.ok).toBe(false);
    // Its full text is made again.
    await until(async () => (await searchEntries(restored)) > 0, { what: 'the full text', deadlineMs: 60_000 });
    const resume = 'mutation { sendingPause(paused: false) { paused userErrors { message } } }';
    expect(await again.graphql(resume)).toEqual({ sendingPause: { paused: false, userErrors: [] } });
    expect(await again.graphql('{ sendingPaused }')).toEqual({ sendingPaused: false });
    const audited = '{ auditEntries(first: 1) { nodes { action } } }';
    expect(await again.graphql(audited)).toEqual({ auditEntries: { nodes: [{ action: 'SENDING_RESUMED' }] } });
  } finally {
    await restored.stop();
  }
  server = await TestServer.on(server.env);
  owner = await server.signIn();
});

async function searchEntries(of: TestServer): Promise<number> {
  return Number((await of.uow.reader.query<{ n: unknown }>('SELECT count(*) AS n FROM search_entry'))[0]?.n);
}

test('what is cut off or changed is refused in words, and leaves nothing behind', async () => {
  const file = await backUp('whole.tar', '--with-key');
  const cut = join(folder.path, 'cut.tar');
  await copyFile(file, cut);
  await truncate(cut, (await stat(file)).size - 4_096);
  const changed = join(folder.path, 'changed.tar');
  await copyFile(file, changed);
  await damage(changed, (bytes) => bytes.indexOf('the bytes of an attachment'));
  const place = await elsewhere();
  expect((await admin(place.env, 'restore', cut)).said).toMatch(/not complete|can not be read as a backup/);
  expect(await admin(place.env, 'restore', changed)).toEqual({ code: 1, said: expect.stringContaining('The backup is damaged') });
  // In the midst of the rows, which the archive has after the name of their file and its header.
  for (const at of [1_024, 2_048, 3_072, 4_096, 5_120]) {
    const torn = join(folder.path, `torn-${at}.tar`);
    await copyFile(file, torn);
    await damage(torn, (bytes) => bytes.indexOf('rows.ndjson.gz') + at);
    expect(await admin(place.env, 'restore', torn)).toEqual({ code: 1, said: expect.stringContaining('The backup is damaged') });
  }
  expect((await admin(place.env, 'restore', join(folder.path, 'none.tar'))).code).toBe(1);
  const own = (await readdir(place.env['BALIE_DATA_DIR'] ?? '')).filter((name) => name !== 'balie.db');
  expect(own).toEqual([]);
  await restore(file, place);
});

/** Changes a byte of a file. */
async function damage(path: string, where: (bytes: Buffer) => number): Promise<void> {
  const bytes = await readFile(path);
  const at = where(bytes);
  expect(at).toBeGreaterThan(0);
  const handle = await open(path, 'r+');
  await handle.write(Buffer.from([(bytes[at] ?? 0) ^ 0x20]), 0, 1, at);
  await handle.close();
}

test('without the key it says what to do, and goes on without the passwords only when told to (O14)', async () => {
  await server.uow.run({ principal: { kind: 'system', name: 'test' }, correlationId: 'c' }, (tx) =>
    tx.execute(
      `INSERT INTO channel (id, inbox_id, plugin_id, type, name, account, own, settings, secrets, state, view_id, view_title, icon, capabilities, created_at, updated_at)
       VALUES ('chn_key', 'inb_x', 'none', 'none.post', 'P', 'p', '[]', '{}', 'v1.sealed', 'CONNECTED', 'post', '"Post"', 'mail', '{}', 1, 1)`,
    ),
  );
  const file = await backUp('no-key.tar');
  const key = await readFile(join(server.env['BALIE_DATA_DIR'] ?? '', 'secret.key'), 'utf8');
  expect((await readFile(file)).includes(key.trim())).toBe(false);
  const place = await elsewhere();
  expect((await admin(place.env, 'restore', file)).said).toContain('--key-lost');
  const other = { ...place.env, BALIE_SECRET_KEY: 'ab'.repeat(32) };
  expect((await admin(other, 'restore', file)).said).toContain('is not the one that the backup was made with');
  expect((await admin({ ...place.env, BALIE_SECRET_KEY: key.trim() }, 'restore', file)).code).toBe(0);
  expect((await admin(place.env, 'restore', file, '--key-lost')).said).toContain('Add --replace');
  expect((await admin(place.env, 'restore', file, '--key-lost', '--replace')).code).toBe(0);
  const raw = await openRaw(place.env['DATABASE_URL'], place.env['BALIE_DATA_DIR'] ?? '');
  expect(await raw.execute(`UPDATE channel SET name = name WHERE secrets IS NULL AND state = 'UNAUTHORIZED'`)).toBe(1);
  await raw.close();
});

test('the schedule makes them, keeps as many as it is told, and admins see the last good one (G11 62)', async () => {
  const dir = join(folder.path, 'scheduled');
  await mkdir(dir);
  for (const day of ['01', '02', '03']) await writeFile(join(dir, `balie-202501${day}T000000Z.tar`), 'old');
  await writeFile(join(dir, 'of-somebody-else.tar'), 'kept');
  const place = await elsewhere();
  const owners = { BALIE_OWNER_EMAIL: 'olga@team.example', BALIE_OWNER_PASSWORD: 'correct horse battery' };
  const env = { ...place.env, ...owners, BALIE_BACKUP_DIR: dir, BALIE_BACKUP_KEEP: '2', BALIE_BACKUP_KEY: 'yes' };
  const scheduled = await TestServer.on(env);
  try {
    const browser = await scheduled.signIn();
    const query = '{ lastGoodBackup { id file state bytes error } backups { nodes { state } } }';
    interface Seen {
      lastGoodBackup: { id: string; file: string; bytes: number } | null;
      backups: { nodes: { state: string }[] };
    }
    const seen = await until(async () => (await browser.graphql<Seen>(query)).lastGoodBackup, {
      what: 'the first backup',
      deadlineMs: 60_000,
    });
    expect(seen).toMatchObject({
      state: 'DONE',
      error: null,
      bytes: (await stat(join(dir, String((seen as { file: string }).file)))).size,
    });
    const { file, id } = seen as { file: string; id: string };
    expect((await readdir(dir)).toSorted()).toEqual(['balie-20250103T000000Z.tar', file, 'of-somebody-else.tar']);
    expect(await browser.graphql('query ($id: ID!) { node(id: $id) { __typename id } }', { id })).toEqual({
      node: { __typename: 'Backup', id },
    });
    const target = await elsewhere();
    await restore(join(dir, file), target);
    await rm(join(dir, file));
  } finally {
    await scheduled.stop();
  }
});
