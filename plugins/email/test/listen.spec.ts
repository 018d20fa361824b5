import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ImapFlow } from 'imapflow';
import { startMailstack, type Mailstack } from '../../../deploy/mailstack/mailstack.mjs';
import { listen, type ListenTimes } from '../src/listen.js';
import type { Cursor } from '../src/cursor.js';
import { FakeHost, mail, settingsFor, type Received } from './host.js';
import { openQuietRoad } from './quiet-road.js';

const FAST = { pollMs: 240_000, answerMs: 10_000, backoffMs: [200, 400, 800] };
let stack: Mailstack;
let stopAll: (() => Promise<void>)[] = [];
let counter = 0;
const newUser = () => `in${++counter}@shop.test`;

beforeAll(async () => {
  stack = await startMailstack();
}, 240_000);
afterAll(async () => {
  await stack?.stop();
}, 240_000);
afterEach(async () => {
  for (const stop of stopAll.splice(0)) await stop();
  stopAll = [];
});

function start(host: FakeHost, times: ListenTimes = FAST): { ended: Promise<unknown>; stop: () => Promise<void> } {
  const ended = listen(host.context(), times).then(
    () => null,
    (error: unknown) => error,
  );
  const stop = async () => {
    host.stop();
    await ended;
  };
  stopAll.push(stop);
  return { ended, stop };
}

/** Mails of a time, as a mail program puts them into a folder. */
async function append(user: string, subjects: string[], date: Date, folder = 'INBOX'): Promise<void> {
  const client = new ImapFlow({
    host: stack.host,
    port: stack.imap,
    secure: false,
    auth: { user, pass: stack.password },
    tls: { rejectUnauthorized: false },
    logger: false,
  });
  await client.connect();
  if (folder !== 'INBOX') await client.mailboxCreate(folder);
  for (const subject of subjects) await client.append(folder, mail({ subject }), [], date);
  await client.logout();
}

const subjectOf = (host: FakeHost) => (item: Received) => /Subject: (.*)\r/.exec(host.raw(item))?.[1];
const beginOf = (host: FakeHost, folder = 'INBOX') => (host.cursor as Cursor | null)?.begun?.[folder];
const uidsOf = (host: FakeHost, folder = 'INBOX') => (host.cursor as Cursor | null)?.folders[folder];

describe('reading a real mailbox', () => {
  test('the newest mails come as history, later ones at once, and nothing is marked as seen', async () => {
    const user = newUser();
    for (let i = 0; i < 3; i++) await stack.deliver(user, mail({ subject: `old ${i}` }));
    const host = new FakeHost(settingsFor(stack, user, { history: 2 }));
    start(host);
    await host.until(() => host.received.length === 2);
    expect(host.received.map((item) => item.history)).toEqual([true, true]);
    expect(host.received.map((item) => /Subject: (.*)\r/.exec(host.raw(item))?.[1])).toEqual(['old 1', 'old 2']);

    // Heard by IDLE: nobody looks by himself in this time.
    for (let i = 0; i < 3; i++) {
      await stack.deliver(user, mail({ subject: `new ${i}` }));
      await host.until(() => host.received.length === 3 + i, FAST.pollMs / 2);
    }
    expect(host.received.slice(2).map((item) => item.history)).toEqual([false, false, false]);
    const first = host.received[2];
    expect(first?.meta).toMatchObject({ folder: 'INBOX', uid: 4, own: [user] });
    expect((await stack.mailbox(user)).some((m) => m.seen)).toBe(false);
  });

  test('a mail that comes between connecting and the first look is news, however late that is; older ones are the past', async () => {
    const user = newUser();
    await append(user, ['oldest', 'older', 'old'], new Date('2026-01-05T10:00:00Z'));
    const host = new FakeHost(settingsFor(stack, user, { history: 2 }));
    host.since = new Date();
    for (let i = 0; i < 60; i++) await stack.deliver(user, mail({ subject: `new ${i}` }));
    // Somebody has copied an old mail: it is the last, and still of the past.
    await append(user, ['copied'], new Date('2026-01-03T10:00:00Z'));
    start(host);
    await host.until(() => host.received.length === 62 && beginOf(host) === undefined);
    const news = host.received.filter((item) => !item.history).map(subjectOf(host));
    expect(news).toEqual(Array.from({ length: 60 }, (_, i) => `new ${i}`));
    expect(host.received.filter((item) => item.history).map(subjectOf(host))).toEqual(['old', 'copied']);
    expect(uidsOf(host)?.lastUid).toBe(64);
  });

  test('nothing of that is lost where no history is wanted', async () => {
    const user = newUser();
    await append(user, ['old'], new Date('2026-01-05T10:00:00Z'));
    const host = new FakeHost(settingsFor(stack, user, { history: 0 }));
    host.since = new Date();
    await stack.deliver(user, mail({ subject: 'new' }));
    await append(user, ['copied'], new Date('2026-01-03T10:00:00Z'));
    start(host);
    await host.until(() => host.received.length === 1 && beginOf(host) === undefined);
    expect(host.received.map((item) => [subjectOf(host)(item), item.history])).toEqual([['new', false]]);
    expect(uidsOf(host)?.lastUid).toBe(3);
  });

  test('a first look that is broken off goes on as it began', async () => {
    const user = newUser();
    await append(
      user,
      Array.from({ length: 40 }, (_, i) => `old ${i}`),
      new Date('2026-01-05T10:00:00Z'),
    );
    const host = new FakeHost(settingsFor(stack, user));
    host.since = new Date();
    await stack.deliver(user, mail({ subject: 'new' }));
    host.afterReceive = () => host.stop();
    await start(host).ended;
    expect(host.received).toHaveLength(25);
    host.afterReceive = () => undefined;
    host.restart();
    start(host);
    await host.until(() => host.received.length === 41 && beginOf(host) === undefined);
    expect(host.received.filter((item) => !item.history).map(subjectOf(host))).toEqual(['new']);
  });

  test('all that lies in a folder that is added later is its past', async () => {
    const user = newUser();
    const host = new FakeHost(settingsFor(stack, user));
    host.since = new Date('2026-01-01T10:00:00Z');
    const run = start(host);
    await host.until(() => uidsOf(host) !== undefined);
    await run.stop();
    await append(user, ['filed'], new Date('2026-01-05T10:00:00Z'), 'Archive');
    host.restart();
    Object.assign(host.settings, { folders: 'INBOX, Archive' });
    start(host);
    await host.until(() => host.received.length === 1 && uidsOf(host, 'Archive') !== undefined);
    expect(host.received.map((item) => item.history)).toEqual([true]);
  });

  test('an empty mailbox is connected without history and its first mail is live', async () => {
    const user = newUser();
    const host = new FakeHost(settingsFor(stack, user));
    start(host);
    await host.until(() => host.batches.length > 0);
    expect(uidsOf(host)).toMatchObject({ lastUid: 0 });
    await stack.deliver(user, mail());
    await host.until(() => host.received.length === 1);
    expect(host.received[0]?.history).toBe(false);
  });

  test('what came while nobody listened is fetched in order, none twice; a crash at a commit repeats and skips nothing', async () => {
    const user = newUser();
    const host = new FakeHost(settingsFor(stack, user));
    const run = start(host);
    await host.until(() => host.batches.length > 0);
    await run.stop();
    const subjects = Array.from({ length: 60 }, (_, i) => `away ${i}`);
    for (const subject of subjects) await stack.deliver(user, mail({ subject }));
    host.restart();
    let commits = 0;
    host.beforeReceive = () => {
      if (++commits === 2) throw new Error('the disk is full');
    };
    start(host);
    await host.until(() => host.received.length === 60);
    expect(host.received.map((item) => /Subject: (.*)\r/.exec(host.raw(item))?.[1])).toEqual(subjects);
    expect(commits).toBeGreaterThan(3);
    expect(uidsOf(host)?.lastUid).toBe(60);
  });

  test('a cut line is mended, and mail that came in between is there', async () => {
    const user = newUser();
    const host = new FakeHost(settingsFor(stack, user));
    start(host);
    await host.until(() => host.batches.length > 0);
    for (let i = 1; i <= 3; i++) {
      await stack.kick(user);
      await stack.deliver(user, mail({ subject: `cut ${i}` }));
      await host.until(() => host.received.length === i);
    }
    expect(host.received).toHaveLength(3);
  });

  test('a server that falls silent on an open line is left for a new one, and mail that came in between is there (R-DUP-5)', async () => {
    const user = newUser();
    const road = await openQuietRoad(stack.host, stack.imaps);
    stopAll.push(() => road.close());
    const host = new FakeHost(settingsFor(stack, user, { imapPort: road.port }));
    start(host, { ...FAST, pollMs: 200, answerMs: 2_000 });
    await host.until(() => host.batches.length > 0);
    for (let i = 1; i <= 2; i++) {
      expect(road.hush()).toBeGreaterThan(0);
      await stack.deliver(user, mail({ subject: `silence ${i}` }));
      await host.until(() => host.received.length === i);
    }
    expect(host.received.map((item) => /Subject: (.*)\r/.exec(host.raw(item))?.[1])).toEqual(['silence 1', 'silence 2']);
    expect(host.logs.join('\n')).toContain('The connection to the mailbox was lost');
  });

  test('a changed UIDVALIDITY reads recent mail again under the same ids', async () => {
    const user = newUser();
    const host = new FakeHost(settingsFor(stack, user));
    const run = start(host);
    await host.until(() => host.batches.length > 0);
    await stack.deliver(user, mail({ subject: 'one' }));
    await stack.deliver(user, mail({ id: '', subject: 'no id' }));
    await host.until(() => host.received.length === 2);
    const before = uidsOf(host)?.uidValidity;
    await run.stop();
    await stack.resetUidValidity(user);
    await stack.deliver(user, mail({ subject: 'three' }));
    host.restart();
    const batches = host.batches.length;
    start(host);
    await host.until(() => host.received.length === 3 && host.batches.length > batches + 1);
    expect(uidsOf(host)?.uidValidity).not.toBe(before);
    expect(uidsOf(host)?.lastUid).toBe(3);
    expect(host.batches.slice(batches).reduce((sum, batch) => sum + batch.count, 0)).toBe(3);
    expect(host.ids).toHaveLength(3);
  });

  test('the same mail delivered twice has one id; the same Message-ID with other content has another', async () => {
    const user = newUser();
    const host = new FakeHost(settingsFor(stack, user));
    start(host);
    await host.until(() => host.batches.length > 0);
    const raw = mail({ id: '<same@cust.test>' });
    await stack.deliver(user, raw);
    await stack.deliver(user, raw);
    await stack.deliver(user, raw, { via: 'mta' });
    await stack.deliver(user, mail({ id: '<same@cust.test>', text: 'Something else.' }));
    await host.until(() => uidsOf(host)?.lastUid === 4);
    expect(host.ids).toHaveLength(2);
  });

  test('a large mail is streamed, whole', async () => {
    const user = newUser();
    const host = new FakeHost(settingsFor(stack, user));
    start(host);
    await host.until(() => host.batches.length > 0);
    const line = `${'0123456789'.repeat(7)}\r\n`;
    await stack.deliver(user, mail({ text: line.repeat(60_000) }));
    await stack.deliver(user, mail({ subject: 'after it' }));
    await host.until(() => host.received.length === 2);
    expect(host.received[0] && host.bytes(host.received[0].raw).length).toBeGreaterThan(4_000_000);
    expect(host.received[0] && host.raw(host.received[0]).endsWith('0123456789\r\n\r\n')).toBe(true);
  });

  test('a wrong password ends listening with the server’s words', async () => {
    const host = new FakeHost(settingsFor(stack, newUser(), { password: 'wrong' }));
    const error = await start(host).ended;
    expect(error).toMatchObject({ kind: 'auth' });
    expect(String(error)).toMatch(/refused the user name or the password: “.*uthentication failed/);
  });

  test('stopping closes everything', async () => {
    const user = newUser();
    const host = new FakeHost(settingsFor(stack, user));
    const run = start(host);
    await host.until(() => host.batches.length > 0);
    await run.stop();
    expect(await run.ended).toBeNull();
  });
});
