import { appendFile, cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openRaw } from '../../src/adapters/database/raw/open-raw.js';
import { runAdmin } from '../../src/app/admin.js';
import { exportedRow, isExported } from '../../src/app/export/kinds.js';
import { Storage } from '../../src/kernel/storage.js';
import { TestServer, temporaryFolder } from '../server/server.js';
import { makeConversation, makeInbox } from '../server/world.js';
import { freshDatabaseUrl } from '../support/database.js';

// Each starts whole instances, which takes its time where much else runs.
jest.setTimeout(240_000);

const MAIL = 'From: sem@client.example\r\nSubject: A teapot\r\n\r\nIt leaks.\r\n';
/** What must never leave. */
const CANARIES = ['v1.sealed-of-channel', 'v1.sealed-of-plugin', 'hash-of-a-session', '$argon2id$'];
const SYSTEM = { principal: { kind: 'system' as const, name: 'test' }, correlationId: 'c' };

let server: TestServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let raw: string;
let first: string;
const places: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await TestServer.start();
  const owner = await server.signIn();
  const inbox = await makeInbox(owner, 'Support');
  const conversation = await makeConversation(server, inbox, 'Greetings');
  ({ hash: raw } = await server.get<Storage>(Storage).put(Buffer.from(MAIL)));
  await server.get<Storage>(Storage).put(Buffer.from('an attachment'));
  await server.uow.run(SYSTEM, async (tx) => {
    // An end of a line to some readers, and in JSON none.
    await tx.execute('UPDATE conversation SET subject = ? WHERE id = ?', ['Grüße\u2028aus Köln 😀', conversation]);
    await tx.execute('UPDATE message SET raw_hash = ? WHERE conversation_id = ? AND direction = ?', [
      raw,
      conversation,
      'INBOUND',
    ]);
    await tx.execute(
      `INSERT INTO channel (id, inbox_id, plugin_id, type, name, account, own, settings, secrets, state, view_id, view_title, icon, capabilities, created_at, updated_at)
       VALUES ('chn_x', ?, 'none', 'none.post', 'P', 'p', '[]', '{}', 'v1.sealed-of-channel', 'CONNECTED', 'post', '"Post"', 'mail', '{}', 1, 1)`,
      [inbox],
    );
    await tx.execute(
      `INSERT INTO plugin_state (instance_id, key, sealed, value, version) VALUES ('chn_x', 'token', ?, '"v1.sealed-of-plugin"', 1)`,
      [true],
    );
    await tx.execute(
      `INSERT INTO delivery (id, channel_id, conversation_id, message_id, field, kind, value, value_key, status, degraded, created_at, updated_at)
       VALUES ('dlv_x', 'chn_x', ?, 'msg_x', 'TO', 'email', 'sem@client.example', 'sem@client.example', 'QUEUED', '[]', 1, 1)`,
      [conversation],
    );
    await tx.execute(
      `INSERT INTO session (id, user_id, secret_hash, user_agent, created_at, last_seen_at, expires_at) VALUES ('ses_x', 'usr_x', 'hash-of-a-session', 'x', 1, 1, 2)`,
    );
  });
  first = join(folder.path, 'first');
  const { code, said } = await admin(server.env, 'export', first);
  expect([code, said]).toEqual([0, expect.stringContaining('1 mails and 1 files')]);
});
afterAll(async () => {
  await server.close();
  for (const remove of places) await remove();
  await folder.remove();
});

async function elsewhere(): Promise<Record<string, string>> {
  const { url, dataDir, remove } = await freshDatabaseUrl();
  places.push(remove);
  return { DATABASE_URL: url, BALIE_DATA_DIR: dataDir, BALIE_PORT: '0', BALIE_LOG_LEVEL: 'silent' };
}

async function admin(env: Record<string, string>, ...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runAdmin(args, env, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

/** Without when and by whom it was made. */
async function manifestOf(path: string): Promise<{ kinds: { name: string; rows: number }[] }> {
  const { madeAt, ...rest } = JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')) as {
    madeAt: string;
    kinds: { name: string; rows: number }[];
  };
  expect(madeAt).toMatch(/^20/);
  return rest;
}

const filesOf = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true })).filter((name) => /^(files|mails)\/../.test(name)).toSorted();

async function allOf(path: string): Promise<string> {
  const names = await readdir(path, { recursive: true });
  const texts = names.map((name) => readFile(join(path, name), 'utf8').catch(() => ''));
  return (await Promise.all(texts)).join('\n');
}

test('an export can be read by anybody: a line a row, mails as they came, checksums; nothing secret is in it (N14)', async () => {
  const mail = await readFile(join(first, 'mails', raw.slice(0, 2), raw.slice(2, 4), `${raw}.eml`), 'utf8');
  expect(mail).toBe(MAIL);
  const [conversation = ''] = (await readFile(join(first, 'kinds/conversation.ndjson'), 'utf8')).split('\n');
  expect(JSON.parse(conversation)).toMatchObject({ subject: 'Grüße\u2028aus Köln 😀', status: 'OPEN' });
  const text = await allOf(first);
  for (const canary of CANARIES) expect([canary, text.includes(canary)]).toEqual([canary, false]);
  expect(text).toContain('sem@client.example');
});

test('it goes into an empty instance on either database, which sends nothing, and leaves it again with the same checksums (N14)', async () => {
  const { kinds } = await manifestOf(first);
  expect(kinds.length).toBeGreaterThan(40);
  const embedded = join(folder.path, 'embedded');
  const sqlite = { DATABASE_URL: join(embedded, 'balie.db'), BALIE_DATA_DIR: embedded };
  for (const [name, env] of [
    ['again', await elsewhere()],
    ['embedded-again', sqlite],
  ] as const) {
    const { code, said } = await admin(env, 'import', first);
    expect([code, said]).toEqual([0, expect.stringContaining('Nothing is sent')]);
    const again = join(folder.path, name);
    expect((await admin(env, 'export', again)).code).toBe(0);
    expect(await manifestOf(again)).toEqual(await manifestOf(first));
    expect(await filesOf(again)).toEqual(await filesOf(first));
  }
});

test('an imported instance starts, holds everything that would leave, and lets an owner in by a link (O2)', async () => {
  const env = await elsewhere();
  expect((await admin(env, 'import', first)).code).toBe(0);
  const imported = await TestServer.on(env);
  try {
    const rows = await imported.uow.reader.query<{ status: string; held: number | string }>(
      `SELECT status, (SELECT count(*) FROM lane WHERE name = 'sending' AND held_until IS NULL) AS held FROM delivery`,
    );
    expect(rows.map(({ status, held }) => [status, Number(held)])).toEqual([['SENDING', 1]]);
    await expect(imported.signIn()).rejects.toThrow('401');
    expect((await admin(env, 'reset', 'olga@team.example')).said).toMatch(/\/join#\S{20,}/);
    expect((await imported.get<Storage>(Storage).read(raw)).toString()).toBe(MAIL);
  } finally {
    await imported.stop();
  }
});

test('with secrets, when asked for, whoever works there signs in as before', async () => {
  const whole = join(folder.path, 'whole');
  const made = await admin(server.env, 'export', whole, '--with-secrets');
  expect(made.said).toContain('keep it where nobody reads it');
  const env = await elsewhere();
  expect((await admin(env, 'import', whole)).code).toBe(0);
  const imported = await TestServer.on(env);
  try {
    expect(await (await imported.signIn()).graphql('{ sendingPaused }')).toEqual({ sendingPaused: true });
  } finally {
    await imported.stop();
  }
  expect((await admin(env, 'import', whole)).said).toContain('There is an instance in this database already');
});

test('what is damaged, cut off or something else is refused in words, and leaves no instance; the same folder goes in after that', async () => {
  const env = await elsewhere();
  const bad = join(folder.path, 'bad');
  const change: [RegExp, () => Promise<unknown>][] = [
    [/damaged: kinds\/contact.ndjson/, () => appendFile(join(bad, 'kinds/contact.ndjson'), '{}\n')],
    [/damaged: kinds\/contact.ndjson is missing/, () => rm(join(bad, 'kinds/contact.ndjson'))],
    [
      /damaged: it has 1 files of 2/,
      async () => {
        const sums = await readFile(join(bad, 'SHA256SUMS'), 'utf8');
        await writeFile(join(bad, 'SHA256SUMS'), sums.replace(/^.*\.eml\n/m, ''));
      },
    ],
    [/is not an export of Balie/, () => writeFile(join(bad, 'manifest.json'), '{}')],
  ];
  for (const [words, damage] of change) {
    await cp(first, bad, { recursive: true });
    await damage();
    const { code, said } = await admin(env, 'import', bad);
    expect([code, said]).toEqual([1, expect.stringMatching(words)]);
    await rm(bad, { recursive: true });
  }
  expect(await stat(join(env['BALIE_DATA_DIR'] ?? '', 'secret.key')).catch(() => null)).toBeNull();
  expect((await admin(env, 'import', first)).code).toBe(0);
  const { code, said } = await admin(server.env, 'export', first);
  expect([code, said]).toEqual([1, expect.stringContaining('is not empty')]);
});

test('each column that could let somebody in was looked at: none leaves without being asked for', async () => {
  const raws = await openRaw(server.env['DATABASE_URL'], server.env['BALIE_DATA_DIR'] ?? '');
  const harmless = new Set([
    'acknowledged_item.key',
    'address_trouble.value_key',
    'attachment.hash',
    'audit_entry.hash',
    'audit_head.hash',
    'contact_identity.value_key',
    'list_import.hash',
    'list_import.key',
    'inbound_item.raw_hash',
    'inbox.name_key',
    'inbox_count.key',
    'issue.key',
    'acknowledged_sender.value_key',
    'alarm.key',
    'delivery.value_key',
    'external_id.key',
    'job.key',
    'job.unique_key',
    'message.input_hash',
    'message.raw_hash',
    'message.send_key',
    'message_recipient.value_key',
    'participant.value_key',
    'passkey.public_key',
    'plugin_publisher.public_key',
    'passkey.credential_id',
    'plugin_state.key',
    'sender_rule.value_key',
    'snippet.name_key',
    'snippet_file.hash',
    'snippet.scope_key',
    'tag.name_key',
    'team.name_key',
    'thread.external_key',
    'thread.former_key',
    'thread.reply_token',
    'tombstone.hash',
    'upload.hash',
    'sign_in_provider.passwords_off',
    'workspace.second_factor_required',
  ]);
  try {
    for (const { name, columns } of await raws.tables()) {
      if (!isExported(name, false)) continue;
      const row = Object.fromEntries(columns.map((column) => [column, column === 'sealed' ? false : 'canary']));
      const left = exportedRow(name, row, { withSecrets: false, at: 0 }) ?? {};
      for (const column of columns.filter((each) => /secret|hash|token|password|credential|private|key$/.test(each)))
        if (!harmless.has(`${name}.${column}`)) expect([name, column, left[column]]).not.toEqual([name, column, 'canary']);
    }
  } finally {
    await raws.close();
  }
});
