import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { opened } from '../../../test/support/conversations.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { World } from '../../../test/support/world.js';
import type { User } from '../agents/index.js';
import { seenBy } from '../changes/change-rules.js';
import { type Conversation, ConversationAccess, ConversationService } from '../conversations/index.js';
import type { Inbox } from '../inboxes/index.js';
import { HtmlSanitizer, type Message } from '../messages/index.js';
import { ReplyService } from '../replies/reply.service.js';
import { SystemClock } from '../../kernel/clock.js';
import { MessageMentionResolver } from './mention.resolver.js';
import { MentionService } from './mention.service.js';

let db: TestDatabase;
let world: World;
let sanitizer: HtmlSanitizer;
let replies: ReplyService;
let mentions: MentionService;
let conversations: ConversationService;
let owner: User;
let anna: User;
let vera: User;
let eve: User;
let inbox: Inbox;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  const access = new ConversationAccess(db.uow);
  sanitizer = new HtmlSanitizer();
  replies = new ReplyService(db.uow, access, sanitizer, new SystemClock());
  mentions = new MentionService(db.uow, db.journal, access);
  conversations = new ConversationService(db.uow, db.journal);
  owner = await world.agent('Olivia', 'OWNER');
  anna = await world.agent('Anna');
  vera = await world.agent('Vera');
  eve = await world.agent('Eve');
  const members = [
    { agentId: anna.id, role: 'AGENT' as const },
    { agentId: vera.id, role: 'VIEWER' as const },
  ];
  inbox = await world.inboxes.save(testCtx(), { name: 'Support', audience: 'MEMBERS', members });
});
afterAll(async () => {
  await sanitizer.onModuleDestroy();
  await db.close();
});

const make = (): Promise<Conversation> => opened(world, { inboxId: inbox.id });
const comment = async (conversationId: string, mentionIds: string[], more: object = {}): Promise<Message> =>
  replies.send(await world.as(anna), { conversationId, direction: 'INTERNAL', text: 'Look', mentionIds, ...more });
const mine = async (user: User, unseen = false) => (await mentions.list(await world.as(user), { unseen })).nodes;
const unseen = async (user: User, inboxId: string | null = null) => mentions.unseen(await world.as(user), inboxId);

describe('mentions (S64)', () => {
  it('call those who may see the inbox, each told alone, and give no access to others', async () => {
    const { id } = await make();
    const before = await world.position();
    const message = await comment(id, [vera.id, eve.id, owner.id, anna.id]);
    expect(new MessageMentionResolver().mentions(message)).toEqual([
      { agentId: vera.id, name: 'Vera', told: true },
      { agentId: eve.id, name: 'Eve', told: false },
      { agentId: owner.id, name: 'Olivia', told: true },
      { agentId: anna.id, name: 'Anna', told: true },
    ]);
    const news = (await world.events(before)).filter(({ type }) => type === 'mention.created');
    expect(news.map(({ audience }) => audience)).toEqual([`user:${vera.id}`, `user:${owner.id}`]);
    const [veras, annas] = await Promise.all([vera, anna].map(async (user) => (await world.as(user)).principal));
    expect([seenBy(veras!, news[0]!), seenBy(annas!, news[0]!)]).toEqual(['event', 'nothing']);
    expect([await mine(eve), await mine(anna)]).toEqual([[], []]);
    await expect(mentions.see(await world.as(eve), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are unseen until one looks, and found as a list of conversations', async () => {
    const [first, second] = [await make(), await make()];
    await mentions.see(await world.as(vera), (await mine(vera))[0]!.conversationId);
    expect(await unseen(vera)).toBe(0);
    await comment(first.id, [vera.id]);
    await comment(first.id, [vera.id]);
    await comment(second.id, [vera.id]);
    expect([await unseen(vera), await unseen(vera, inbox.id), await unseen(vera, 'inb_other')]).toEqual([2, 2, 0]);
    expect((await mine(vera, true)).map(({ conversationId }) => conversationId)).toEqual([second.id, first.id, first.id]);
    await mentions.see(await world.as(vera), first.id);
    await mentions.see(await world.as(vera), first.id);
    expect([await unseen(vera), (await mine(vera, true)).length]).toEqual([1, 1]);
    const listed = await conversations.list(await world.as(vera), { filter: { mentioned: true } });
    expect(listed.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]));
    const annas = await conversations.list(await world.as(anna), { filter: { mentioned: true } });
    expect(annas.nodes).toEqual([]);
    const page = await mentions.list(await world.as(vera), { unseen: false, first: 1 });
    const next = await mentions.list(await world.as(vera), { unseen: false, first: 1, after: page.pageInfo.endCursor });
    expect(next.nodes[0]!.id < page.nodes[0]!.id).toBe(true);
  });

  it('end with the right to see the inbox', async () => {
    const { id } = await make();
    const other = await world.agent('Otto');
    const members = [
      { agentId: anna.id, role: 'AGENT' as const },
      { agentId: vera.id, role: 'VIEWER' as const },
      { agentId: other.id, role: 'AGENT' as const },
    ];
    await world.inboxes.save(testCtx(), { id: inbox.id, members });
    await comment(id, [other.id]);
    const [mention] = await mine(other);
    expect(await mentions.find(await world.as(other), mention!.id)).toMatchObject({ id: mention!.id });
    expect(await mentions.find(await world.as(vera), mention!.id)).toBeNull();
    await world.inboxes.save(testCtx(), { id: inbox.id, members: members.slice(0, 2) });
    expect([await mine(other), await unseen(other)]).toEqual([[], 0]);
    expect(await mentions.find(await world.as(other), mention!.id)).toBeNull();
  });

  it('are of comments only, of active colleagues, and a repeat calls once', async () => {
    const { id } = await make();
    const gone = await world.agent('Gone', 'MEMBER', 'DEACTIVATED');
    await expect(comment(id, [gone.id])).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['mentionIds'] } });
    const many = Array.from({ length: 21 }, (_, index) => `usr_${index}`);
    await expect(comment(id, many)).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['mentionIds'] } });
    const answer = comment(id, [vera.id], { direction: 'OUTBOUND' });
    await expect(answer).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['mentionIds'] } });
    const key = { id: 'msg_01a2b3c4d5e67f898a9b0c1d2e3f4a5b' };
    const before = (await mine(vera)).length;
    await comment(id, [vera.id], key);
    await comment(id, [vera.id], key);
    expect((await mine(vera)).length).toBe(before + 1);
  });
});
