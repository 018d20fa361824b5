import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { added, opened } from '../../../test/support/conversations.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { gqlContext, World } from '../../../test/support/world.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import type { User } from '../agents/index.js';
import { type Inbox, recountInboxes } from '../inboxes/index.js';
import { ConversationAccess } from './conversation-access.js';
import { ConversationMutations } from './conversation.mutations.js';
import { ConversationResolver } from './conversation.resolver.js';
import { ConversationService } from './conversation.service.js';
import type { Conversation } from './conversation.entity.js';
import { findConversation } from './conversation.repository.js';
import { draftsOf, findOwnDraft } from './draft.repository.js';
import { Upload } from '../messages/index.js';
import { PersonalService } from './personal.service.js';

let db: TestDatabase;
let world: World;
let service: ConversationService;
let personal: PersonalService;
let access: ConversationAccess;
let owner: User;
let anna: User;
let bram: User;
let vera: User;
let team: Inbox;
let closedTeam: Inbox;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  service = new ConversationService(db.uow, db.journal);
  access = new ConversationAccess(db.uow);
  personal = new PersonalService(db.uow, access);
  owner = await world.agent('Olivia', 'OWNER');
  anna = await world.agent('Anna');
  bram = await world.agent('Bram');
  vera = await world.agent('Vera');
  team = await world.inboxes.save(testCtx(), {
    name: 'Team',
    audience: 'MEMBERS',
    members: [
      { agentId: anna.id, role: 'AGENT' },
      { agentId: bram.id, role: 'MANAGER' },
      { agentId: vera.id, role: 'VIEWER' },
    ],
  });
  closedTeam = await world.inboxes.save(testCtx(), {
    name: 'Closed',
    audience: 'MEMBERS',
    members: [{ agentId: bram.id, role: 'AGENT' }],
  });
});
afterAll(() => db.close());

const make = (inbox = team): Promise<Conversation> => opened(world, { inboxId: inbox.id });
const now = async (id: string): Promise<Conversation> => (await findConversation(db.uow.reader, id))!;

describe('access', () => {
  const codes = async (ctx: Ctx, id: string): Promise<string[]> => {
    const tries = (['view', 'comment', 'act'] as const).map((need) =>
      access.requireAction(ctx, id, need).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      ),
    );
    return Promise.all(tries);
  };

  it('lets members in by their role, admins look only (S5), and is nothing to all others (S6)', async () => {
    const { id } = await make();
    expect(await codes(await world.as(anna), id)).toEqual(['ok', 'ok', 'ok']);
    expect(await codes(await world.as(vera), id)).toEqual(['ok', 'ok', 'FORBIDDEN']);
    expect(await codes(await world.as(owner), id)).toEqual(['ok', 'NOT_A_MEMBER', 'NOT_A_MEMBER']);
    const hidden = await make(closedTeam);
    expect(await codes(await world.as(anna), hidden.id)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(await codes(await world.as(anna), 'cnv_none')).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(await access.loadVisible(await world.as(anna), hidden.id)).toBeNull();
  });

  it('shows the same in viewerCan', async () => {
    const resolver = new ConversationResolver(service, db.uow);
    const conversation = await make();
    const can = async (user: User): Promise<string[]> => resolver.viewerCan(conversation, {}, gqlContext(await world.as(user)));
    expect(await can(anna)).toEqual(['REPLY', 'COMMENT', 'ASSIGN', 'SET_STATUS', 'PLACE']);
    expect(await can(vera)).toEqual(['COMMENT']);
    expect(await can(owner)).toEqual([]);
  });
});

describe('conversationAssign', () => {
  it('gives to a member, tells who did it in the timeline, and back to nobody with null (S37)', async () => {
    const { id } = await make();
    const ctx = await world.as(anna, 'op-1');
    const before = await world.position();
    const { conversations, userErrors } = await service.assign(ctx, [id], { agentId: bram.id });
    expect(userErrors).toEqual([]);
    expect(conversations).toMatchObject([{ id, assigneeUserId: bram.id }]);
    expect(await world.events(before)).toMatchObject([
      {
        type: 'conversation.assigned',
        operationId: 'op-1',
        actor: { id: anna.id },
        data: { assigneeName: 'Bram', reason: 'MANUAL' },
      },
      { type: 'inbox.counts' },
      { type: 'conversation.updated', nodeId: id, operationId: 'op-1' },
    ]);
    await service.assign(ctx, [id], { agentId: null });
    const { nodes } = await service.items(id, {});
    expect(nodes.map(({ activity }) => activity)).toEqual(['assigned', 'unassigned']);
    expect(nodes[1]!.data).toMatchObject({ previousAssigneeId: bram.id, previousAssigneeName: 'Bram', assigneeId: null });
  });

  it('refuses who does not work there: strangers, viewers, admins from outside, agents who left', async () => {
    const gone = await world.agent('Gone', 'MEMBER', 'DEACTIVATED');
    const stranger = await world.agent('Stranger');
    const { id } = await make();
    for (const user of [stranger, vera, owner]) {
      const { conversations, userErrors } = await service.assign(await world.as(anna), [id], { agentId: user.id });
      expect([conversations, userErrors]).toMatchObject([
        [],
        [{ code: 'INVALID', path: ['0'], message: expect.stringContaining(user.name) }],
      ]);
    }
    for (const assigneeId of [gone.id, 'usr_none'])
      await expect(service.assign(await world.as(anna), [id], { agentId: assigneeId })).rejects.toMatchObject({
        code: 'INVALID',
      });
    expect((await now(id)).assigneeUserId).toBeNull();
  });

  it('does what it may of a bulk, and names the rest by index', async () => {
    const [one, hidden, two] = [await make(), await make(closedTeam), await make()];
    const ids = [one.id, hidden.id, 'cnv_none', two.id];
    const { conversations, userErrors } = await service.assign(await world.as(anna), ids, { agentId: anna.id });
    expect(conversations.map(({ id }) => id)).toEqual([one.id, two.id]);
    expect(userErrors.map(({ code, path }) => [code, path])).toEqual([
      ['NOT_FOUND', ['1']],
      ['NOT_FOUND', ['2']],
    ]);
    expect((await now(hidden.id)).assigneeUserId).toBeNull();
  });

  it('takes 200 at once and not one more', async () => {
    const mutations = new ConversationMutations(service, personal);
    const ids = await Promise.all(Array.from({ length: 200 }, async () => (await make()).id));
    const gql = gqlContext(await world.as(bram));
    expect((await mutations.assign(gql, { ids, assigneeId: bram.id })).conversations.map(({ id }) => id)).toEqual(ids);
    const tooMany = await mutations.assign(gql, { ids: [...ids, newId('conversation')] });
    expect(tooMany).toMatchObject({ conversations: [], userErrors: [{ code: 'LIMIT', path: ['input', 'ids'] }] });
    expect(await recountInboxes(db.uow.reader)).toEqual([]);
  });

  it('by two agents at once over the same two hundred never sticks and keeps the counts', async () => {
    const ids = await Promise.all(Array.from({ length: 60 }, async (_, index) => (await make(index % 2 ? team : closedTeam)).id));
    const bramNow = await world.as(bram);
    const work = Array.from({ length: 6 }, (_, index) =>
      service.assign(bramNow, index % 2 ? ids : ids.toReversed(), { agentId: index % 3 ? bram.id : null }),
    );
    for (const { userErrors } of await Promise.all(work)) expect(userErrors).toEqual([]);
    expect(await recountInboxes(db.uow.reader)).toEqual([]);
  });
});

describe('conversationSetStatus', () => {
  it('closes and reopens (S41), once', async () => {
    const { id } = await make();
    const ctx = await world.as(anna);
    const closed = (await service.setStatus(ctx, [id], 'CLOSED', null)).conversations[0]!;
    expect(closed).toMatchObject({ status: 'CLOSED', closedAt: expect.any(Number) });
    expect((await service.setStatus(ctx, [id, id], 'CLOSED', null)).conversations).toEqual([closed]);
    expect((await service.setStatus(ctx, [id], 'OPEN', null)).conversations[0]).toMatchObject({ status: 'OPEN', closedAt: null });
    expect((await service.items(id, {})).nodes.map(({ activity }) => activity)).toEqual(['closed', 'reopened']);
  });

  it('tells of a conflict, with what is there now', async () => {
    const { id, version } = await make();
    await added(world, id);
    const { userErrors } = await service.setStatus(await world.as(anna), [id], 'CLOSED', [version]);
    expect(userErrors).toMatchObject([{ __typename: 'ConflictError', code: 'CONFLICT', path: ['0'], currentId: id }]);
    expect((await now(id)).status).toBe('OPEN');
    expect((await service.setStatus(await world.as(anna), [id], 'CLOSED', [version + 1])).userErrors).toEqual([]);
  });

  it('is for members who act, and knows nothing of snoozing', async () => {
    const { id } = await make();
    expect((await service.setStatus(await world.as(owner), [id], 'CLOSED', null)).userErrors).toMatchObject([
      { code: 'NOT_A_MEMBER' },
    ]);
    expect((await service.setStatus(await world.as(vera), [id], 'CLOSED', null)).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    await expect(service.setStatus(await world.as(anna), [id], 'SNOOZED', null)).rejects.toMatchObject({ code: 'UNSUPPORTED' });
  });
});

describe('read marks', () => {
  const unread = async (user: User, conversation: Conversation): Promise<boolean> =>
    new ConversationResolver(service, db.uow).unread(conversation, {}, gqlContext(await world.as(user)));

  it('are each agent’s own, never go back by themselves, and activities and own words make nothing unread', async () => {
    const conversation = await make();
    expect(await unread(anna, conversation)).toBe(false);
    const first = await added(world, conversation.id);
    const second = await added(world, conversation.id, { text: 'Again' });
    expect([await unread(anna, conversation), await unread(bram, conversation)]).toEqual([true, true]);
    const before = await world.position();
    await personal.markRead(await world.as(anna), conversation.id, second.message.id);
    expect(await world.events(before)).toMatchObject([
      { type: 'conversation.read', nodeId: conversation.id, audience: `user:${anna.id}`, inboxId: team.id },
    ]);
    await personal.markRead(await world.as(anna), conversation.id, first.message.id);
    expect([await unread(anna, conversation), await unread(bram, conversation)]).toEqual([false, true]);
    await service.setStatus(await world.as(bram), [conversation.id], 'CLOSED', null);
    expect(await unread(anna, conversation)).toBe(false);
    await added(world, conversation.id, {
      kind: 'COMMENT',
      direction: 'INTERNAL',
      author: { kind: 'USER', id: bram.id, name: 'Bram' },
    });
    expect(await unread(anna, conversation)).toBe(true);
    await personal.markRead(await world.as(bram), conversation.id, second.message.id);
    expect(await unread(bram, conversation)).toBe(false);
  });

  it('can be taken back to unread from the last thing that others said', async () => {
    const conversation = await make();
    const { message } = await added(world, conversation.id);
    await personal.markRead(await world.as(anna), conversation.id, message.id);
    await personal.markRead(await world.as(anna), conversation.id, null);
    expect(await unread(anna, conversation)).toBe(true);
  });

  it('refuse items of other conversations, and conversations of others', async () => {
    const [one, two] = [await make(), await make(closedTeam)];
    const { message } = await added(world, two.id);
    await expect(personal.markRead(await world.as(anna), one.id, message.id)).rejects.toMatchObject({ code: 'INVALID' });
    await expect(personal.markRead(await world.as(anna), two.id, message.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(personal.markRead(testCtx(), one.id, null)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('drafts', () => {
  it('are kept one for each editor, only for their author, and go when they are empty', async () => {
    const { id } = await make();
    const ctx = await world.as(anna);
    const before = await world.position();
    const reply = (await personal.saveDraft(ctx, { conversationId: id, mode: 'REPLY', text: 'Beste' }))!;
    const again = (await personal.saveDraft(ctx, {
      conversationId: id,
      mode: 'REPLY',
      text: 'Beste Sem',
      html: '<p>Beste Sem</p>',
    }))!;
    expect(again).toMatchObject({ id: reply.id, version: 2, text: 'Beste Sem' });
    expect(
      await personal.saveDraft(ctx, { conversationId: id, mode: 'REPLY', text: 'Beste Sem', html: '<p>Beste Sem</p>' }),
    ).toEqual(again);
    await personal.saveDraft(ctx, { conversationId: id, mode: 'COMMENT', text: 'Psst' });
    expect((await draftsOf(db.uow.reader, anna.id, [id])).map(({ mode }) => mode)).toEqual(['COMMENT', 'REPLY']);
    expect(await draftsOf(db.uow.reader, bram.id, [id])).toEqual([]);
    expect(await findOwnDraft(db.uow.reader, bram.id, reply.id)).toBeNull();
    expect(await personal.saveDraft(ctx, { conversationId: id, mode: 'REPLY', text: ' \n' })).toBeNull();
    const events = await world.events(before);
    expect(events.map(({ type, audience }) => [type, audience])).toEqual(
      ['saved', 'saved', 'saved', 'removed'].map((what) => [`draft.${what}`, `user:${anna.id}`]),
    );
  });

  it("keep their files for as long as somebody writes in them, and nobody else's", async () => {
    const { id } = await make();
    const upload = (userId: string): Upload => ({
      ...{ id: newId('upload'), userId, name: 'a.txt', mime: 'text/plain', bytes: 1, hash: 'h' },
      ...{ secretHash: '', createdAt: 0, expiresAt: 1 },
    });
    const [mine, theirs] = [upload(anna.id), upload(bram.id)];
    await db.uow.run(testCtx(), (tx) => tx.manager.insert(Upload, [mine, theirs]));
    const draft = { conversationId: id, mode: 'REPLY' as const, text: 'Look', uploadIds: [mine.id, theirs.id] };
    await personal.saveDraft(await world.as(anna), draft);
    const day = 24 * 60 * 60_000;
    const [kept, left] = await Promise.all(
      [mine, theirs].map((one) => db.uow.reader.manager.findOneByOrFail(Upload, { id: one.id })),
    );
    expect(kept!.expiresAt).toBeGreaterThan(29 * day);
    expect(left!.expiresAt).toBe(1);
  });

  it('leave one when two windows save at once', async () => {
    const { id } = await make();
    const ctx = await world.as(anna);
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => personal.saveDraft(ctx, { conversationId: id, mode: 'REPLY', text })));
    expect(await draftsOf(db.uow.reader, anna.id, [id])).toHaveLength(1);
  });

  it('are gone once they were sent', async () => {
    const { id } = await make();
    for (const user of [anna, bram])
      await personal.saveDraft(await world.as(user), { conversationId: id, mode: 'REPLY', text: 'Hi' });
    await added(world, id, { direction: 'OUTBOUND', author: { kind: 'USER', id: anna.id, name: 'Anna' } });
    expect(await draftsOf(db.uow.reader, anna.id, [id])).toEqual([]);
    expect(await draftsOf(db.uow.reader, bram.id, [id])).toHaveLength(1);
  });

  it('of a reply are for those who may reply', async () => {
    const { id } = await make();
    const vera2 = await world.as(vera);
    await expect(personal.saveDraft(vera2, { conversationId: id, mode: 'REPLY', text: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await personal.saveDraft(vera2, { conversationId: id, mode: 'COMMENT', text: 'x' })).not.toBeNull();
  });
});
