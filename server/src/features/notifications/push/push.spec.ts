import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { TurnedClock, TurnedQueue } from '../../../../test/support/channel-desk.js';
import { added, contactOf, opened } from '../../../../test/support/conversations.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../../test/support/database.js';
import { type StandInBrowser, StandInPushService } from '../../../../test/support/push-service.js';
import { until } from '../../../../test/support/until.js';
import { World } from '../../../../test/support/world.js';
import { OutgoingHttp } from '../../../adapters/outgoing/outgoing-http.js';
import { AesSecretBox } from '../../../adapters/secrets/aes-secret-box.js';
import { ProcessSignals } from '../../../adapters/signals/process-signals.js';
import type { Ctx } from '../../../kernel/context.js';
import { NodeRegistry } from '../../../kernel/nodes.js';
import { PublicAddress } from '../../../kernel/public-address.js';
import type { User } from '../../agents/index.js';
import { SessionService } from '../../auth/index.js';
import { changeConversation, ConversationService } from '../../conversations/index.js';
import { setSendingPaused } from '../../delivery/index.js';
import type { Inbox } from '../../inboxes/index.js';
import { NotificationService } from '../notification.service.js';
import { NotificationTail } from '../notification-tail.js';
import { choicesOf } from '../settings.js';
import { Teller } from '../teller.js';
import { Attendance } from './attendance.js';
import { PushJob } from './push.job.js';
import { PushKeys } from './push-keys.js';
import { PushMeans } from './push-means.js';
import { PushPoster } from './push-poster.js';
import { PushService } from './push.service.js';

const HOUR = 3_600_000;
const OPEN = { privateNetworks: ['127.0.0.1'] };

let db: TestDatabase;
let world: World;
let clock: TurnedClock;
let queue: TurnedQueue;
let far: StandInPushService;
let tail: NotificationTail;
let notifications: NotificationService;
let push: PushService;
let attendance: Attendance;
let sessions: SessionService;
let keys: PushKeys;
let conversations: ConversationService;
let anna: User;
let bram: User;
let inbox: Inbox;
const posters: PushPoster[] = [];

beforeAll(async () => {
  far = await StandInPushService.open();
  clock = new TurnedClock();
  db = await openTestDatabase({ clock });
  world = await World.make(db);
  queue = new TurnedQueue(db, clock);
  const box = new AesSecretBox(randomBytes(32));
  keys = new PushKeys(db.uow, box);
  attendance = new Attendance(new ProcessSignals(), clock);
  attendance.onModuleInit();
  sessions = new SessionService(db.uow, clock);
  push = new PushService(db.uow, box, keys, attendance, OPEN);
  jobWith(OPEN, box);
  conversations = new ConversationService(db.uow, db.journal);
  notifications = new NotificationService(db.uow, db.journal);
  [anna, bram] = [await world.agent('Anna'), await world.agent('Bram')];
  inbox = await world.inboxes.save(testCtx(), { name: 'Support', audience: 'MEMBERS', members: members(anna, bram) });
  await world.position();
  tail = new NotificationTail(db.uow, db.journal, clock);
  await tail.onApplicationBootstrap();
  far.key = await push.key();
});
afterAll(async () => {
  for (const poster of posters) poster.onModuleDestroy();
  attendance.onModuleDestroy();
  await tail.onModuleDestroy();
  await db.close();
  await far.close();
});
beforeEach(() => {
  far.got.length = 0;
  far.tries = 0;
});

function jobWith(options: { privateNetworks: string[] }, box: AesSecretBox): void {
  const poster = new PushPoster(options, new OutgoingHttp(null));
  posters.push(poster);
  const means = new PushMeans(keys, poster, attendance, sessions, new PublicAddress('https://desk.example'));
  const teller = new Teller(db.uow, new NodeRegistry(), world.workspace);
  new PushJob(db.uow, queue, clock, box, means, teller).onModuleInit();
}
const members = (...users: User[]) => users.map(({ id }) => ({ agentId: id, role: 'AGENT' as const }));
/** Somebody in a browser of his, where he signed in. */
async function signedIn(user: User): Promise<Ctx & { sessionId: string }> {
  const ctx = await world.as(user);
  const { session } = await sessions.start(ctx, user.id, { ip: null, userAgent: null });
  return { ...ctx, principal: { ...ctx.principal, sessionId: session.id } as Ctx['principal'], sessionId: session.id };
}
async function device(user: User): Promise<{ browser: StandInBrowser; id: string; ctx: Ctx; sessionId: string }> {
  const browser = far.browser();
  const ctx = await signedIn(user);
  const { id } = await push.subscribe(ctx, { ...browser.subscription, name: 'Phone' });
  return { browser, id, ctx, sessionId: ctx.sessionId };
}
/** A conversation of a person who is known, given to Anna by Bram; what it makes is told, and not yet sent. */
async function given(name = 'Sem de Vries'): Promise<string> {
  const contact = await contactOf(world, `${name.replaceAll(' ', '.').toLowerCase()}@client.example`, name);
  const { id } = await opened(world, { inboxId: inbox.id, subject: 'My order', contact });
  await conversations.assign(await world.as(bram), [id], { agentId: anna.id });
  await told();
  return id;
}
async function said(id: string, text: string): Promise<void> {
  await added(world, id, { text });
  await told();
}
async function told(): Promise<void> {
  await world.position();
  await tail.settled();
}
async function sent(): Promise<number> {
  far.now = clock.now();
  await queue.run();
  return far.got.length;
}
const read = (browser: StandInBrowser) => far.got.map((pushed) => browser.read(pushed));
const devices = async (user: User): Promise<string[]> => (await push.list(await world.as(user))).map(({ id }) => id);
const left = async (): Promise<number> =>
  (await db.uow.reader.query("SELECT id FROM job WHERE name = 'notifications.push'")).length;

describe('push (U20)', () => {
  it('tells a browser what it alone can read, signed for its push service, and nothing that was said unless its person wants that', async () => {
    const { browser, id, ctx } = await device(anna);
    const conversationId = await given();
    expect(await sent()).toBe(1);
    const [first] = read(browser) as { id: string }[];
    const path = `/inbox/${inbox.id}/all?c=${conversationId}&status=any`;
    expect(first).toEqual({
      id: expect.stringMatching(/^ntf_/),
      kind: 'ASSIGNED',
      title: 'Sem de Vries',
      body: 'Bram assigned it to you',
      conversationId,
      path,
    });
    const { topic, ttl } = far.got[0]!.headers;
    await said(conversationId, 'It is\nbroken');
    expect(await sent()).toBe(2);
    expect(read(browser)[1]).toMatchObject({ kind: 'MESSAGE', body: 'New message' });
    // What is newer about the same replaces what waits for a device that is off; it does not wait longer than it is worth.
    expect(far.got[1]!.headers['topic']).toBe(topic);
    expect(Number(ttl)).toBeGreaterThan(11 * 60 * 60);
    expect(Number(ttl)).toBeLessThanOrEqual(12 * 60 * 60);
    await notifications.saveSettings(await world.as(anna), { showText: true });
    await said(conversationId, 'And now?');
    expect(await sent()).toBe(3);
    expect(read(browser)[2]).toMatchObject({ body: '2 new messages: And now?' });
    expect(far.got.map(({ body }) => body.toString('latin1')).join()).not.toContain('Sem');
    await notifications.saveSettings(await world.as(anna), { showText: false });
    // Neither the address nor the keys lie readable in the database, and they are shown to nobody.
    const rows = await db.uow.reader.query('SELECT * FROM push_subscription, push_key');
    expect(JSON.stringify(rows)).not.toContain(browser.endpoint.slice(-12));
    await push.unsubscribe(ctx, id);
    expect(await devices(anna)).toEqual([]);
  });

  it('says nothing of what was read meanwhile, is not wanted, or comes while its person is there or wants quiet', async () => {
    const { id, ctx } = await device(anna);
    const one = await given();
    await notifications.markRead(await world.as(anna), { conversationId: one });
    expect(await sent()).toBe(0);

    const sign = async () => {
      push.attend(ctx, true);
      await until(() => attendance.isHere(anna.id), 'the sign');
    };
    await sign();
    await given();
    expect(await sent()).toBe(0);
    clock.turn(80_000);
    await sign();
    clock.turn(15_000);
    expect([await sent(), await left()]).toEqual([0, 0]);
    // Who had just left it is told a moment later.
    await given();
    expect([await sent(), await left()]).toEqual([0, 1]);
    clock.turn(100_000);
    expect([await sent(), await left()]).toEqual([1, 0]);
    // A sign of a clock that was ahead and is right again is none (F18).
    clock.turn(48 * 3_600_000);
    await sign();
    clock.turn(-48 * 3_600_000);
    expect(attendance.isHere(anna.id)).toBe(false);

    const off = choicesOf(await notifications.settings(await world.as(anna))).map((each) => ({ ...each, push: false }));
    await notifications.saveSettings(await world.as(anna), { kinds: off });
    await given();
    expect(await sent()).toBe(1);
    await notifications.saveSettings(await world.as(anna), { kinds: off.map((each) => ({ ...each, push: true })), quiet: true });
    const be = (status: string) =>
      db.uow.run(testCtx(), (tx) => tx.execute('UPDATE app_user SET availability = ? WHERE id = ?', [status, anna.id]));
    await be('AWAY');
    await given();
    expect(await sent()).toBe(1);
    await be('AVAILABLE');
    await given();
    expect(await sent()).toBe(2);
    expect(await left()).toBe(0);
    await push.unsubscribe(ctx, id);
  });

  it('says nothing of what its person may no longer see, or what lies aside now', async () => {
    const { id, ctx } = await device(anna);
    await given();
    await world.inboxes.save(testCtx(), { id: inbox.id, members: members(bram) });
    expect(await sent()).toBe(0);
    await world.inboxes.save(testCtx(), { id: inbox.id, members: members(anna, bram) });
    const spam = await given();
    await db.uow.run(testCtx(), (tx) => changeConversation(tx, spam, { placement: 'SPAM' }));
    expect(await sent()).toBe(0);
    await push.unsubscribe(ctx, id);
  });

  it('tries again when the push service asks for it, waits while sending is paused, and forgets a browser that is gone', async () => {
    const { browser, id } = await device(anna);
    far.answers.push({ status: 429, headers: { 'retry-after': '1800' } }, { status: 503 });
    await given();
    expect([await sent(), far.tries]).toEqual([0, 1]);
    clock.turn(1_700_000);
    expect([await sent(), far.tries]).toEqual([0, 1]);
    clock.turn(100_000);
    expect([await sent(), far.tries]).toEqual([0, 2]);
    clock.turn(60_000);
    expect([await sent(), far.tries]).toEqual([1, 3]);
    expect(read(browser)).toMatchObject([{ kind: 'ASSIGNED' }]);

    await db.uow.run(testCtx(), (tx) => setSendingPaused(tx, true));
    await given();
    expect([await sent(), far.tries]).toEqual([1, 3]);
    await db.uow.run(testCtx(), (tx) => setSendingPaused(tx, false));
    clock.turn(60_000);
    expect(await sent()).toBe(2);

    far.answers.push({ status: 503 });
    await given();
    await sent();
    clock.turn(13 * HOUR);
    // Nobody wants to hear of it so late.
    expect([await sent(), far.tries, await left()]).toEqual([2, 5, 0]);
    far.answers.push({ status: 410 });
    await given();
    await sent();
    expect(await devices(anna)).not.toContain(id);
  });

  it('ends with the session in which a browser was added, and with the person', async () => {
    const [one, two] = [await device(anna), await device(anna)];
    await sessions.revoke(await world.as(anna), anna.id, one.sessionId);
    await told();
    expect(await devices(anna)).toEqual([two.id]);
    await given();
    await db.uow.run(testCtx(), (tx) => tx.execute("UPDATE app_user SET state = 'DEACTIVATED' WHERE id = ?", [anna.id]));
    expect(await sent()).toBe(0);
    await db.uow.run(testCtx(), async (tx) => {
      await sessions.revokeAllIn(tx, anna.id);
      await tx.execute("UPDATE app_user SET state = 'ACTIVE' WHERE id = ?", [anna.id]);
    });
    await told();
    expect(await db.uow.reader.query('SELECT id FROM push_subscription')).toEqual([]);
  });

  it('goes nowhere but to push services: not into a private network, not without a browser that is signed in', async () => {
    const box = new AesSecretBox(randomBytes(32));
    const closed = new PushPoster({ privateNetworks: [] }, new OutgoingHttp(null));
    const posted = await closed.post(`${far.origin}/push/1`, {}, Buffer.from('x'), new AbortController().signal);
    closed.onModuleDestroy();
    expect([posted.status, far.tries]).toEqual([null, 0]);
    const { endpoint, ...rest } = far.browser().subscription;
    const ctx = await signedIn(anna);
    const strict = new PushService(db.uow, box, keys, attendance, { privateNetworks: [] });
    const wrong = [
      [strict, ctx, { endpoint }, 'endpoint'],
      [push, ctx, { endpoint: 'https://a:b@push.example' }, 'endpoint'],
      [push, ctx, { endpoint, key: 'BAAA' }, 'key'],
      [push, ctx, { endpoint, auth: 'BAAA' }, 'auth'],
      [push, ctx, { endpoint, name: ' ' }, 'name'],
    ] as const;
    for (const [service, who, input, path] of wrong)
      await expect(service.subscribe(who, { ...rest, name: 'Phone', ...input })).rejects.toMatchObject({
        detail: { path: [path] },
      });
    const without = push.subscribe(await world.as(anna), { ...rest, endpoint, name: 'Program' });
    await expect(without).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const mine = await push.subscribe(ctx, { ...rest, endpoint, name: 'Phone' });
    await expect(push.unsubscribe(await signedIn(bram), mine.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // The browser is there once: whoever adds it last has it.
    const his = await push.subscribe(await signedIn(bram), { ...rest, endpoint, name: 'Phone' });
    expect([await devices(anna), await devices(bram)]).toEqual([[], [his.id]]);
    // Keys that cannot be opened any more are made anew, and what was subscribed by them is forgotten.
    expect((await new PushKeys(db.uow, box).pair()).publicKey.toString('base64url')).not.toBe(far.key);
    expect(await devices(bram)).toEqual([]);
  });
});
