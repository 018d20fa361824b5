import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startMailstack, type Mailstack } from '../../../deploy/mailstack/mailstack.mjs';
import { fromSet, joined, toSet } from '../src/after-fetch.js';
import { decodeItem } from '../src/decode-item.js';
import type { Cursor } from '../src/cursor.js';
import { listen } from '../src/listen.js';
import { healthOf } from '../src/states.js';
import { FakeHost, mail, settingsFor, type Received } from './host.js';

const FAST = { pollMs: 500, answerMs: 10_000, backoffMs: [200, 400, 800] };
let stack: Mailstack;
let stopAll: (() => Promise<void>)[] = [];
let counter = 0;
const newUser = () => `folder${++counter}@shop.test`;

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

function start(host: FakeHost): () => Promise<void> {
  const ended = listen(host.context(), FAST).catch((error: unknown) => error);
  const stop = async () => {
    host.stop();
    await ended;
  };
  stopAll.push(stop);
  return stop;
}

const placeOf = (host: FakeHost, folder = 'INBOX') => (host.cursor as Cursor | null)?.folders[folder];
const subjects = (host: FakeHost) => host.received.map((item) => /Subject: (.*)\r/.exec(host.raw(item))?.[1]);
const count = async (user: string, folder: string) => (await stack.mailbox(user, folder)).length;
const put = (user: string, folder: string, raw: string) => stack.append(user, folder, { raw });

describe('what becomes of a mail on the server', () => {
  test('it is marked as read once it is stored, and not before', async () => {
    const user = newUser();
    const host = new FakeHost(settingsFor(stack, user, { afterFetch: 'seen' }));
    let refused = 0;
    let full = true;
    host.beforeReceive = () => {
      if (!placeOf(host) || !full) return;
      refused++;
      throw new Error('the disk is full');
    };
    start(host);
    await host.until(() => placeOf(host) !== undefined);
    await stack.deliver(user, mail({ subject: 'one' }));
    await host.until(() => refused > 0);
    expect((await stack.mailbox(user)).map((m) => m.seen)).toEqual([false]);
    full = false;
    await host.until(() => host.received.length === 1 && placeOf(host)?.after === undefined);
    expect((await stack.mailbox(user)).map((m) => m.seen)).toEqual([true]);
  });

  test('it is moved to a folder that is made for it', async () => {
    const user = newUser();
    const host = new FakeHost(settingsFor(stack, user, { afterFetch: 'move', moveTo: 'Done/Balie' }));
    start(host);
    await host.until(() => placeOf(host) !== undefined);
    for (let i = 0; i < 30; i++) await stack.deliver(user, mail({ subject: `mail ${i}` }));
    await host.until(() => host.received.length === 30 && placeOf(host)?.after === undefined);
    expect([await count(user, 'INBOX'), await count(user, 'Done/Balie')]).toEqual([0, 30]);
    expect(host.ids).toHaveLength(30);
  });

  test('it is deleted; what its owner has flagged, and we have not stored, is left', async () => {
    const user = newUser();
    await stack.deliver(user, mail({ subject: 'old' }));
    await stack.doveadm('flags', 'add', '-u', user, '\\Deleted', 'mailbox', 'INBOX', 'all');
    const host = new FakeHost(settingsFor(stack, user, { afterFetch: 'delete', history: 0 }));
    start(host);
    await host.until(() => placeOf(host) !== undefined);
    await stack.deliver(user, mail({ subject: 'new' }));
    await host.until(() => host.received.length === 1 && placeOf(host)?.after === undefined);
    expect((await stack.mailbox(user)).map((m) => m.headers.get('subject'))).toEqual(['old']);
  });

  test('a crash after the commit leaves nothing undone', async () => {
    const user = newUser();
    const host = new FakeHost(settingsFor(stack, user, { afterFetch: 'move', moveTo: 'Done' }));
    const stop = start(host);
    await host.until(() => placeOf(host) !== undefined);
    await stop();
    await stack.deliver(user, mail({ subject: 'one' }));
    host.restart();
    host.afterReceive = () => host.stop();
    const ended = listen(host.context(), FAST).catch(() => undefined);
    await ended;
    expect([host.received.length, placeOf(host)?.after, await count(user, 'INBOX')]).toEqual([1, '1', 1]);
    host.afterReceive = () => undefined;
    host.restart();
    start(host);
    await host.until(() => placeOf(host)?.after === undefined);
    expect([await count(user, 'INBOX'), await count(user, 'Done')]).toEqual([0, 1]);
  });

  test('a refusal of the server is told, holds nothing up, and what it refused is remembered', async () => {
    const user = newUser();
    // The name of a folder that the server can't make.
    const host = new FakeHost(settingsFor(stack, user, { afterFetch: 'move', moveTo: 'x'.repeat(300) }));
    start(host);
    await host.until(() => placeOf(host) !== undefined);
    for (const subject of ['one', 'two']) {
      await stack.deliver(user, mail({ subject }));
      await host.until(() => subjects(host).includes(subject));
    }
    await host.until(() => host.issues.has('after-fetch') && placeOf(host)?.after === '1:2');
    expect(await count(user, 'INBOX')).toBe(2);
  });

  test('sets of UIDs are written as IMAP does, and read back', () => {
    expect(toSet([9, 4, 5, 6, 6])).toBe('4:6,9');
    expect(fromSet('4:6,9')).toEqual([4, 5, 6, 9]);
    expect(joined('4:6', [7, 9])).toBe('4:7,9');
    expect(joined(undefined, [])).toBeUndefined();
  });
});

describe('folders', () => {
  test('a folder in a folder is read; junk counts as spam; trash is refused, and the others go on', async () => {
    const user = newUser();
    await stack.doveadm('mailbox', 'create', '-u', user, 'Work/Orders');
    const host = new FakeHost(settingsFor(stack, user, { folders: 'inbox, Work/Orders, Junk, Trash' }));
    start(host);
    await host.until(() => ['INBOX', 'Work/Orders', 'Junk'].every((folder) => placeOf(host, folder)));
    await stack.deliver(user, mail({ subject: 'in the inbox' }));
    await host.until(() => host.received.length === 1);
    // A moved mail is the same mail.
    await stack.doveadm('move', '-u', user, 'Work/Orders', 'mailbox', 'INBOX', 'all');
    await host.until(() => placeOf(host, 'Work/Orders')?.lastUid === 1);
    expect(host.ids).toHaveLength(1);
    await put(user, 'Junk', mail({ subject: 'cheap' }));
    await host.until(() => host.received.length === 2);
    expect(await flagsOf(host, host.received[1]!)).toEqual(['SPAM']);
    expect(await flagsOf(host, host.received[0]!)).toEqual([]);
    expect(placeOf(host, 'Trash')).toBeUndefined();
    expect([...host.issues.values()]).toEqual([expect.stringContaining('Trash holds deleted mail')]);
    expect(healthOf(host.id)).toMatchObject({ status: 'degraded', message: expect.stringContaining('Trash') });
  });

  test('a folder that vanishes is told of and holds nobody up; when it is back, it is read on', async () => {
    const user = newUser();
    await stack.doveadm('mailbox', 'create', '-u', user, 'Orders');
    const host = new FakeHost(settingsFor(stack, user, { folders: 'INBOX, Orders' }));
    start(host);
    await host.until(() => Boolean(placeOf(host, 'Orders')));
    await stack.doveadm('mailbox', 'delete', '-u', user, 'Orders');
    await stack.kick(user);
    await host.until(() => [...host.issues.values()].some((title) => title.includes('no folder Orders')));
    await stack.deliver(user, mail({ subject: 'meanwhile' }));
    await host.until(() => subjects(host).includes('meanwhile'));
    await stack.doveadm('mailbox', 'create', '-u', user, 'Orders');
    await put(user, 'Orders', mail({ subject: 'back' }));
    await host.until(() => subjects(host).includes('back') && host.issues.size === 0);
    expect(host.ids).toHaveLength(2);
    // Until when nothing can have been missed is said once the whole folder has been looked through.
    await host.until(() => {
      const { status, position = '', lastSuccessAt } = healthOf(host.id);
      return status === 'ok' && position.includes('Orders 1') && lastSuccessAt !== undefined;
    });
  });

  test('what is in Sent is ours, with who wrote it; the key of our own copy is read there and nowhere else', async () => {
    const user = newUser();
    const host = new FakeHost(settingsFor(stack, user));
    start(host);
    await host.until(() => Boolean(placeOf(host, '\\Sent')));
    const from = `Mia <${user}>`;
    const raw = mail({ subject: 'Re: Hello', from, headers: ['Sender: mia@team.test', 'X-Balie-Key: abc123'] });
    await put(user, 'Sent', raw);
    await host.until(() => host.received.length === 1);
    await stack.deliver(user, raw);
    await host.until(() => host.received.length === 2);
    const [sent, back] = await Promise.all(host.received.map((item) => messageOf(host, item)));
    expect(sent).toMatchObject({ sender: 'self', sendKey: 'abc123' });
    expect(sent?.writtenBy?.map(({ value }) => value)).toEqual(['mia@team.test', user]);
    expect(back?.sendKey).toBeUndefined();
    expect(back?.sender).toMatchObject({ value: user });
  });

  test('Sent is left alone when it is switched off, and marked or moved never', async () => {
    const user = newUser();
    const host = new FakeHost(settingsFor(stack, user, { readSent: false, afterFetch: 'delete' }));
    start(host);
    await host.until(() => Boolean(placeOf(host)));
    expect(placeOf(host, '\\Sent')).toBeUndefined();
    await put(user, 'Sent', mail({ from: user }));
    await stack.deliver(user, mail());
    await host.until(() => host.received.length === 1 && placeOf(host)?.after === undefined);
    expect(await count(user, 'Sent')).toBe(1);
  });
});

async function messageOf(host: FakeHost, item: Received) {
  const [event] = await decodeItem({
    id: item.id,
    raw: await host.context().files.open(item.raw),
    meta: item.meta,
    receivedAt: new Date(),
  });
  return event?.type === 'message' ? event : null;
}

const flagsOf = async (host: FakeHost, item: Received) => ((await messageOf(host, item))?.flags ?? []).map(({ rule }) => rule);
