import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openRaw } from '../../src/adapters/database/raw/open-raw.js';
import { runAdmin } from '../../src/app/admin.js';
import { TestServer, temporaryFolder } from '../server/server.js';
import { makeConversation, makeInbox } from '../server/world.js';
import { freshDatabaseUrl } from '../support/database.js';
import { tablesOf } from '../support/instances.js';
import { until } from '../support/until.js';

// Starts whole instances, which takes its time where much else runs.
jest.setTimeout(240_000);

const PASSPHRASE = 'correct horse battery staple';
const SUBJECT = 'A teapot that leaks';
const DAY_MS = 86_400_000;

interface Seen {
  lastGoodBackup: { file: string; state: string; bytes: number; error: string | null } | null;
  systemCheck: { key: string; ok: boolean; message: string }[];
}

type Place = Record<'DATABASE_URL' | 'BALIE_DATA_DIR' | 'BALIE_PORT' | 'BALIE_LOG_LEVEL', string>;

const removals: (() => Promise<void>)[] = [];
let folder: string;
let scheduled: TestServer;
beforeAll(async () => {
  const { path, remove } = await temporaryFolder();
  removals.push(remove);
  folder = join(path, 'backups');
  await mkdir(folder);
  scheduled = await TestServer.on({
    ...(await elsewhere()),
    BALIE_OWNER_EMAIL: 'olga@team.example',
    BALIE_OWNER_PASSWORD: 'correct horse battery',
    BALIE_BACKUP_DIR: folder,
    BALIE_BACKUP_KEEP: '2',
    BALIE_BACKUP_KEY: 'yes',
    BALIE_BACKUP_PASSPHRASE: PASSPHRASE,
  });
});
afterAll(async () => {
  await scheduled.stop();
  for (const remove of removals) await remove();
});

/** An empty database and data folder. */
async function elsewhere(): Promise<Place> {
  const { url, dataDir, remove } = await freshDatabaseUrl();
  removals.push(remove);
  return { DATABASE_URL: url, BALIE_DATA_DIR: dataDir, BALIE_PORT: '0', BALIE_LOG_LEVEL: 'silent' };
}

/** The newest complete backup, and what the page of the system check says of it, once it is another than that one. */
async function madeAfter(former: string | null): Promise<{ file: string; bytes: number; words: string | undefined }> {
  const owner = await scheduled.signIn();
  const made = await until(
    async () => {
      const { lastGoodBackup: last, systemCheck } = await owner.graphql<Seen>(
        '{ lastGoodBackup { file state bytes error } systemCheck { key ok message } }',
      );
      if (!last || last.file === former) return null;
      expect(last).toMatchObject({ state: 'DONE', error: null });
      const line = systemCheck.find(({ key }) => key === 'backup');
      return { ...last, words: line?.ok ? line.message : undefined };
    },
    { what: 'the next backup of the schedule', deadlineMs: 60_000 },
  );
  if (!made) throw new Error('There is none.');
  return made;
}

/** As if the last backup had been made a day before, so that the next is due at once. */
async function aDayLater(): Promise<void> {
  const database = await openRaw(scheduled.env['DATABASE_URL'], '');
  await database.begin('write');
  expect(await database.execute('UPDATE backup SET started_at = started_at - ?', [DAY_MS])).toBe(1);
  await database.execute(`UPDATE job SET run_at = 0 WHERE name = 'operations.backup'`);
  await database.commit();
  await database.close();
}

async function restore(env: Record<string, string>, file: string): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runAdmin(['restore', file], env, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

test('backups of the schedule are sealed, the last good one is shown, and of older sealed ones as many stay as are wished (G11 62)', async () => {
  const first = await madeAfter(null);
  const path = join(folder, first.file);
  const bytes = await readFile(path);
  expect(first.bytes).toBe(bytes.length);
  expect(bytes.subarray(0, 31).toString()).toBe('balie backup, sealed, version 1');
  for (const word of ['manifest.json', 'balie-backup', 'olga@team.example']) expect(bytes.includes(word)).toBe(false);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(first.words).toBe(`The last complete backup is 0 hours old: ${first.file}.`);

  for (const day of ['01', '02', '03']) await copyFile(path, join(folder, `balie-202501${day}T000000Z.tar`));
  await writeFile(join(folder, 'of-somebody-else.tar'), 'kept');
  const owner = await scheduled.signIn();
  await makeConversation(scheduled, await makeInbox(owner, 'Support'), SUBJECT);
  // Its name has the second in it.
  const stamp = (): string => new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  await until(() => stamp() > first.file.slice('balie-'.length, -'.tar'.length), 'another second');
  await scheduled.restart(aDayLater);
  const second = await madeAfter(first.file);
  expect(second.words).toContain(second.file);
  expect((await readdir(folder)).toSorted()).toEqual([first.file, second.file, 'of-somebody-else.tar']);
  expect((await readFile(join(folder, second.file))).subarray(0, 31).toString()).toBe('balie backup, sealed, version 1');
});

test('one of them is restored with its passphrase, and refused in words without it or with another, leaving nothing behind (O1)', async () => {
  const { file } = await madeAfter(null);
  const sealed = join(folder, file);
  const place = await elsewhere();
  for (const [passphrase, words] of [
    [undefined, 'This backup is sealed: set BALIE_BACKUP_PASSPHRASE to the passphrase that it was made with.'],
    ['correct horse battery stable', 'BALIE_BACKUP_PASSPHRASE is not the passphrase that this backup was made with.'],
  ] as const) {
    const env = { ...place, ...(passphrase === undefined ? {} : { BALIE_BACKUP_PASSPHRASE: passphrase }) };
    const { code, said } = await restore(env, sealed);
    expect([code, said]).toEqual([1, expect.stringContaining(words)]);
    expect(await readdir(place.BALIE_DATA_DIR)).toEqual([]);
  }
  const env = { ...place, BALIE_BACKUP_PASSPHRASE: PASSPHRASE };
  expect(await restore(env, sealed)).toEqual({ code: 0, said: expect.stringContaining('Nothing is sent') });
  expect((await tablesOf(place))['conversation']).toMatch(/^1:/);
  const restored = await TestServer.on(place);
  try {
    const owner = await restored.signIn();
    expect(await owner.graphql('{ conversations(first: 5) { nodes { subject } } }')).toEqual({
      conversations: { nodes: [{ subject: SUBJECT }] },
    });
  } finally {
    await restored.stop();
  }
});
