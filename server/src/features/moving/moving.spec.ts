import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboundEvent } from '@balie/plugin-sdk';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import type { User } from '../agents/index.js';
import type { Channel } from '../channels/index.js';
import { seenBy } from '../changes/change-rules.js';
import { type Conversation, ConversationService } from '../conversations/index.js';
import { type Inbox, recountInboxes } from '../inboxes/index.js';
import { DecodeJob } from '../intake/decode.job.js';
import { InboundItem } from '../intake/inbound-item.entity.js';
import { IntakeService } from '../intake/intake.service.js';
import { routesOf } from '../replies/routes.js';
import { TeamService } from '../teams/index.js';
import { MovingService } from './moving.service.js';

let desk: ChannelDesk;
let intake: IntakeService;
let conversations: ConversationService;
let moving: MovingService;
let owner: User;
let anna: User;
let bram: User;
let vera: User;
let eve: User;
let source: Inbox;
let target: Inbox;
let channel: Channel;
let raws = 0;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer, world } = desk;
  intake = new IntakeService(db.uow);
  conversations = new ConversationService(db.uow, db.journal);
  moving = new MovingService(db.uow, conversations);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  owner = await world.agent('Olivia', 'OWNER');
  anna = await world.agent('Anna');
  bram = await world.agent('Bram');
  vera = await world.agent('Vera');
  eve = await world.agent('Eve');
  const role = (agent: User, as: 'AGENT' | 'VIEWER') => ({ agentId: agent.id, role: as });
  source = await world.inboxes.save(testCtx(), {
    name: 'Sales',
    audience: 'MEMBERS',
    members: [role(anna, 'AGENT'), role(bram, 'AGENT'), role(vera, 'VIEWER')],
  });
  target = await world.inboxes.save(testCtx(), {
    name: 'Repair',
    audience: 'MEMBERS',
    members: [role(bram, 'AGENT'), role(eve, 'AGENT')],
  });
  channel = await desk.channel(source, ['sales@shop.example']);
});
afterAll(() => desk.close());

async function arrive(event: InboundEvent): Promise<InboundItem> {
  const externalId = `raw${(raws += 1)}`;
  const { hash } = await desk.storage.put(Buffer.from(`Subject: ${externalId}\r\n\r\nWords`));
  desk.gateway.events.set(externalId, [event]);
  await intake.receive(channel.id, [{ externalId, rawHash: hash, meta: {} }], { history: false, epoch: null });
  await desk.queue.run();
  return desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { channelId: channel.id, externalId });
}
const began = async (event: InboundEvent = mail(person(`p${(raws += 1)}@cust.example`))): Promise<Conversation> =>
  desk.conversation((await arrive(event)).conversationId!);
const move = async (by: User, id: string, inboxId: string, expectedVersions: number[] | null = null) =>
  moving.move(await desk.world.as(by), { ids: [id], inboxId, expectedVersions });
const codes = (result: { userErrors: { code: string }[] }): string[] => result.userErrors.map(({ code }) => code);

describe('moving to another inbox (D3)', () => {
  it('is for agents of the inbox where it lies, also to one that is none of theirs; they lose sight of it', async () => {
    const { id } = await began();
    for (const [user, code] of [
      [vera, 'FORBIDDEN'],
      [owner, 'NOT_A_MEMBER'],
      [eve, 'NOT_FOUND'],
    ] as const)
      expect(codes(await move(user, id, target.id))).toEqual([code]);
    await expect(move(anna, id, 'inb_none')).rejects.toMatchObject({ code: 'NOT_FOUND', detail: { path: ['inboxId'] } });

    const before = await desk.world.position();
    const result = await move(anna, id, target.id);
    expect(result).toMatchObject({ conversations: [], outOfSight: [{ id }], userErrors: [] });
    expect(await desk.conversation(id)).toMatchObject({ inboxId: target.id, version: result.outOfSight[0]!.version });
    expect((await desk.items(id)).at(-1)).toMatchObject({
      activity: 'moved',
      authorName: 'Anna',
      data: { fromId: source.id, from: 'Sales', toId: target.id, to: 'Repair' },
    });
    const news = (await desk.world.events(before)).find(({ type }) => type === 'conversation.updated')!;
    const [annas, eves, veras] = await Promise.all([anna, eve, vera].map(async (user) => (await desk.world.as(user)).principal));
    expect([seenBy(annas!, news), seenBy(eves!, news), seenBy(veras!, news)]).toEqual(['gone', 'event', 'gone']);
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });

  it('keeps an assignee who works there, and takes off one who does not', async () => {
    const [kept, taken] = [await began(), await began()];
    await conversations.assign(await desk.world.as(anna), [kept.id], { agentId: bram.id });
    await conversations.assign(await desk.world.as(anna), [taken.id], { agentId: anna.id });
    const ctx = await desk.world.as(bram);
    const { conversations: moved } = await moving.move(ctx, { ids: [kept.id, taken.id], inboxId: target.id });
    expect(moved.map(({ assigneeUserId }) => assigneeUserId)).toEqual([bram.id, null]);
    expect((await desk.items(taken.id)).at(-1)).toMatchObject({ data: { unassigned: 'Anna' } });
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });

  it('is taken back by who did it, with assignee and all, as long as nothing else happened', async () => {
    const { id } = await began();
    const members = [{ agentId: anna.id, membership: 'EXTRA' as const }];
    const team = await new TeamService(desk.db.uow).save(await desk.world.as(owner), { name: 'Sellers', members });
    await conversations.assign(await desk.world.as(anna), [id], { agentId: anna.id, teamId: team.id });
    const first = (await move(anna, id, target.id)).outOfSight[0]!;
    expect(codes(await move(anna, id, source.id))).toEqual(['NOT_FOUND']);
    for (const version of [first.version, 1]) expect(codes(await move(vera, id, source.id, [version]))).toEqual(['NOT_FOUND']);
    const { conversations: back } = await move(anna, id, source.id, [first.version]);
    expect(back).toMatchObject([{ inboxId: source.id, assigneeUserId: anna.id, assigneeTeamId: team.id }]);

    // Nobody of the team works in the other inbox.
    const second = (await move(anna, id, target.id)).outOfSight[0]!;
    await conversations.setStatus(await desk.world.as(eve), [id], 'CLOSED');
    expect(codes(await move(anna, id, source.id, [second.version]))).toEqual(['CONFLICT']);
    expect(await desk.conversation(id)).toMatchObject({ inboxId: target.id, status: 'CLOSED', assigneeTeamId: null });
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });

  it('the customer goes on in the same conversation, and is answered by the channel that he wrote to', async () => {
    const first = mail(person('goes.on@cust.example'));
    const { id } = await began(first);
    await move(anna, id, target.id);
    const answer = await arrive(mail(person('goes.on@cust.example'), { thread: { answers: first.knownAs } }));
    expect(answer).toMatchObject({ state: 'DELIVERED', conversationId: id });
    expect(await desk.conversation(id)).toMatchObject({ inboxId: target.id });
    const [route] = await routesOf(desk.db.uow.reader, await desk.conversation(id), desk.clock.now());
    expect(route).toMatchObject({ channel: { id: channel.id }, to: [{ value: 'goes.on@cust.example' }] });
  });

  it('names every inbox as a target, and no more of it', async () => {
    expect(await moving.targets()).toEqual([
      { id: target.id, name: 'Repair' },
      { id: source.id, name: 'Sales' },
    ]);
  });
});
