import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ChannelDesk, ScriptedGateway } from '../../../../test/support/channel-desk.js';
import { added, contactOf, opened } from '../../../../test/support/conversations.js';
import { testCtx } from '../../../../test/support/database.js';
import { AesSecretBox } from '../../../adapters/secrets/aes-secret-box.js';
import { NodeRegistry } from '../../../kernel/nodes.js';
import { PublicAddress } from '../../../kernel/public-address.js';
import type { User } from '../../agents/index.js';
import { ChannelFailure } from '../../channels/index.js';
import { ConversationService } from '../../conversations/index.js';
import type { Inbox } from '../../inboxes/index.js';
import { SystemMail } from '../../people/index.js';
import type { NotificationKind } from '../notification.entity.js';
import { NotificationService } from '../notification.service.js';
import { NotificationTail } from '../notification-tail.js';
import type { Ways } from '../notification-settings.entity.js';
import { mailedKinds } from '../settings.js';
import { Teller } from '../teller.js';
import { nextHour } from './hours.js';
import { MailJob } from './mail.job.js';
import { MailOff } from './mail-off.js';
import { MailPlace } from './mail-place.js';

const MINUTE = 60_000;
const DESK = new PublicAddress('https://desk.example');

let desk: ChannelDesk;
let gateway: ScriptedGateway;
let tail: NotificationTail;
let service: NotificationService;
let conversations: ConversationService;
let off: MailOff;
let mail: SystemMail;
let channelId: string;
let anna: User;
let bram: User;
let inbox: Inbox;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { world, queue, clock } = desk;
  const { uow, journal } = desk.db;
  gateway = new ScriptedGateway();
  mail = new SystemMail(uow, queue, gateway, world.workspace, DESK);
  off = new MailOff(uow, new AesSecretBox(randomBytes(32)), DESK);
  const teller = new Teller(uow, new NodeRegistry(), world.workspace);
  new MailJob(uow, queue, clock, teller, mail, off, new MailPlace(world.workspace, DESK)).onModuleInit();
  service = new NotificationService(uow, journal);
  conversations = new ConversationService(uow, journal);
  [anna, bram] = [await world.agent('Anna'), await world.agent('Bram')];
  inbox = await world.inboxes.save(testCtx(), { name: 'Support', audience: 'MEMBERS', members: members(anna, bram) });
  channelId = (await desk.channel(inbox, ['shop@shop.example'])).id;
  await mail.choose(await world.as(await world.agent('Olga', 'OWNER')), channelId);
  await world.position();
  tail = new NotificationTail(uow, journal, clock);
  await tail.onApplicationBootstrap();
});
afterAll(async () => {
  await tail.onModuleDestroy();
  await desk.close();
});
beforeEach(async () => {
  gateway.sent.length = 0;
  await service.markRead(await desk.world.as(anna), {});
});

const members = (...users: User[]) => users.map(({ id }) => ({ agentId: id, role: 'AGENT' as const }));
const want = async (kinds: Partial<Record<NotificationKind, Ways['mail']>>, more = {}) =>
  service.saveSettings(await desk.world.as(anna), {
    kinds: Object.entries(kinds).map(([kind, by]) => ({ kind: kind as NotificationKind, app: true, browser: true, mail: by })),
    ...more,
  });
async function given(name: string): Promise<string> {
  const { world } = desk;
  const contact = await contactOf(world, `${name.toLowerCase()}@client.example`, name);
  const { id } = await opened(world, { inboxId: inbox.id, subject: 'My order', contact });
  await conversations.assign(await world.as(bram), [id], { agentId: anna.id });
  await told();
  return id;
}
async function told(): Promise<void> {
  await desk.world.position();
  await tail.settled();
}
async function after(minutes: number) {
  desk.clock.turn(minutes * MINUTE);
  await desk.queue.run();
  return gateway.sent;
}
const textOf = (index = 0): string => (gateway.sent[index]?.parts[0] as { text?: string } | undefined)?.text ?? '';

describe('mails of what was not read (U20)', () => {
  it('gather all that is unread a while after it happened, say it once, and say no more than who and what', async () => {
    await want({ ASSIGNED: 'SOON', MESSAGE: 'SOON' });
    const first = await given('Sem');
    await given('Noor');
    const read = await given('Read meanwhile');
    await added(desk.world, first, { text: 'A secret' });
    await told();
    expect(await after(4)).toEqual([]);
    await service.markRead(await desk.world.as(anna), { conversationId: read });
    expect(await after(2)).toHaveLength(1);
    const [sent] = gateway.sent;
    expect(sent).toMatchObject({ to: [{ value: anna.email }], automatic: true, from: { value: 'shop@shop.example' } });
    expect(sent?.thread).toMatchObject({ subject: '3 notifications in Test', answers: [] });
    expect(textOf()).toContain('- Sem · Bram assigned it to you · Support\n');
    expect(textOf()).toContain(`https://desk.example/inbox/${inbox.id}/all?c=${first}&status=any`);
    expect(textOf()).toContain('Noor');
    expect(textOf()).not.toMatch(/secret|Read meanwhile/);
    expect(await after(60)).toHaveLength(1);
    // More of the same is news.
    await want({}, { showText: true });
    await added(desk.world, first, { text: 'Another' });
    await told();
    expect(await after(6)).toHaveLength(2);
    expect(textOf(1)).toContain('“Another”');
    expect(textOf(1)).not.toContain('Noor');
  });

  it('leave once a day at the hour of their person, and follow a change of it', async () => {
    await want({ ASSIGNED: 'DAILY', MESSAGE: 'OFF' }, { mailHour: 8 });
    await given('Daily');
    const zone = 'Europe/Amsterdam';
    const wait = Math.ceil((nextHour(desk.clock.now(), 8, zone) - desk.clock.now()) / MINUTE);
    expect(await after(wait - 2)).toEqual([]);
    expect(await after(3)).toHaveLength(1);
    await given('Later');
    await want({}, { mailHour: 10 });
    expect(await after(60)).toHaveLength(1);
    expect(await after(62)).toHaveLength(2);
    expect(nextHour(Date.parse('2026-03-28T12:00:00Z'), 2, zone)).toBe(Date.parse('2026-03-29T01:00:00Z'));
    expect(nextHour(Date.parse('2026-07-01T22:30:00Z'), 0, zone)).toBe(Date.parse('2026-07-02T22:00:00Z'));
    expect(nextHour(Date.parse('2026-07-01T06:00:00Z'), 8, zone)).toBe(Date.parse('2026-07-02T06:00:00Z'));
    for (const wrong of [{ mailHour: 24 }, { mailMinutes: 0 }])
      await expect(want({}, wrong)).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('say nothing of what may no longer be seen, are tried again when they surely did not leave, and never when they may have', async () => {
    await want({ ASSIGNED: 'SOON' });
    await given('Hidden');
    await desk.world.inboxes.save(testCtx(), { id: inbox.id, members: members(bram) });
    expect(await after(6)).toEqual([]);
    await desk.world.inboxes.save(testCtx(), { id: inbox.id, members: members(anna, bram) });
    await service.markRead(await desk.world.as(anna), {});

    await given('Tried');
    gateway.answers.push(() => Promise.reject(new ChannelFailure('transient', 'Busy')));
    expect(await after(6)).toHaveLength(1);
    expect(await after(3)).toHaveLength(2);
    expect(textOf(1)).toContain('Tried');
    for (const failure of [new ChannelFailure('uncertain', 'Gone silent'), new Error('Something else')]) {
      await service.markRead(await desk.world.as(anna), {});
      await given('Uncertain');
      const before = gateway.sent.length;
      gateway.answers.push(() => Promise.reject(failure));
      expect(await after(6)).toHaveLength(before + 1);
      expect(await after(60)).toHaveLength(before + 1);
    }
  });

  it('are ended by their link alone, which nobody else can make, and not sent where there is no channel', async () => {
    await want({ ASSIGNED: 'SOON' });
    await given('Last');
    await after(6);
    const { unsubscribe } = gateway.sent[0]?.list ?? {};
    expect(textOf()).toContain(unsubscribe);
    const token = new URL(unsubscribe ?? '').searchParams.get('t') ?? '';
    for (const wrong of [undefined, '', anna.id, `${token.slice(0, -4)}AAAA`]) {
      expect(await off.look(wrong)).toBeNull();
      expect(await off.use(wrong)).toBe(false);
    }
    expect(await off.look(token)).toBe('en');
    expect(mailedKinds(await service.settings(await desk.world.as(anna)), 'SOON')).toEqual(['ASSIGNED', 'OWN_CONTACT']);
    for (const _ of ['once', 'again']) expect(await off.use(token)).toBe(true);
    const settings = await service.settings(await desk.world.as(anna));
    expect([mailedKinds(settings, 'SOON'), mailedKinds(settings, 'DAILY')]).toEqual([[], []]);
    await given('Not told');
    expect(await after(6)).toHaveLength(1);
    await want({ ASSIGNED: 'SOON' });
    await mail.choose(await desk.world.as(await desk.world.agent('Olaf', 'OWNER')), null);
    await given('No channel');
    expect(await after(6)).toHaveLength(1);
  });
});
