import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { added, contactOf, opened } from '../../../test/support/conversations.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { CountingUnitOfWork, gqlContext, World } from '../../../test/support/world.js';
import { canInInbox, visibleInboxes } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import type { User } from '../agents/index.js';
import type { Inbox } from '../inboxes/index.js';
import { ConversationAccess } from './conversation-access.js';
import type { ConversationFilter } from './conversation-filter.js';
import { type ConversationListing, type ConversationPage, listConversations } from './conversation-list.js';
import { ConversationResolver } from './conversation.resolver.js';
import { ConversationService } from './conversation.service.js';
import { changeConversation } from './conversation-writes.js';
import type { Conversation } from './conversation.entity.js';
import { PersonalService } from './personal.service.js';

const SIZE = 120;
const TEAMS = [newId('team'), newId('team')];
let db: TestDatabase;
let world: World;
let service: ConversationService;
let personal: PersonalService;
let users: User[];
let inboxes: Inbox[];
const all: Conversation[] = [];
const readTo = new Map<string, number>();
const lastOfOthers = new Map<string, number>();
const withFile = new Set<string>();

let seed = 7;
const random = (below: number): number => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) >> 8) % below;
const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  service = new ConversationService(db.uow, db.journal);
  personal = new PersonalService(db.uow, new ConversationAccess(db.uow));
  users = [await world.agent('Anna'), await world.agent('Bram'), await world.agent('Olivia', 'OWNER')];
  inboxes = [
    await world.inboxes.save(testCtx(), { name: 'Everyone' }),
    await world.inboxes.save(testCtx(), {
      name: 'Anna only',
      audience: 'MEMBERS',
      members: [{ agentId: users[0]!.id, role: 'VIEWER' }],
    }),
    await world.inboxes.save(testCtx(), {
      name: 'Bram only',
      audience: 'MEMBERS',
      members: [{ agentId: users[1]!.id, role: 'AGENT' }],
    }),
  ];
  const contacts = [await contactOf(world, 'a@example.org', 'A'), await contactOf(world, 'b@example.org', 'B')];
  for (let index = 0; index < SIZE; index += 1) await makeOne(contacts);
}, 240_000);
afterAll(() => db.close());

async function makeOne(contacts: Awaited<ReturnType<typeof contactOf>>[]): Promise<void> {
  // Few times, so that many rows share one and only the id decides between them.
  const at = 1_700_000_000_000 + random(20) * 7_200_000;
  const contact = pick([...contacts, null]);
  const { id } = await opened(world, {
    inboxId: pick(inboxes).id,
    contact,
    at,
    placement: pick(['INBOX', 'INBOX', 'INBOX', 'FILTERED']),
  });
  const mine = { kind: 'USER' as const, id: users[0]!.id, name: 'Anna' };
  // A picture in the text is no file of it.
  const file = pick(['none', 'file', 'inline'] as const);
  const attachments = file === 'none' ? [] : [{ name: 'a', mime: 'image/png', bytes: 1, inline: file === 'inline' }];
  if (file === 'file') withFile.add(id);
  await added(world, id, { at, attachments, ...(random(3) === 0 ? { direction: 'OUTBOUND' as const, author: mine } : {}) });
  const assignee = { assigneeUserId: pick([users[0]!.id, users[1]!.id, null]), assigneeTeamId: pick([...TEAMS, null, null]) };
  const patch = {
    ...assignee,
    status: pick(['OPEN', 'OPEN', 'CLOSED'] as const),
    botControl: pick(['NONE', 'BOT_ACTIVE'] as const),
  };
  await db.uow.run(testCtx(), (tx) => changeConversation(tx, id, patch));
  const viewId = pick(['one', 'two', null]);
  await db.uow.run(testCtx(), (tx) => tx.execute('UPDATE conversation SET view_id = ? WHERE id = ?', [viewId, id]));
  const items = (await service.items(id, { first: 100 })).nodes;
  lastOfOthers.set(
    id,
    Math.max(0, ...items.filter((item) => item.kind === 'MESSAGE' && item.authorKind !== 'USER').map(({ seq }) => seq)),
  );
  all.push((await new ConversationAccess(db.uow).loadVisible(testCtx(), id))!);
  if (random(2) === 0 && canInInbox((await world.as(users[0]!)).principal, 'view', all.at(-1)!.inboxId)) {
    const item = pick(items);
    await personal.markRead(await world.as(users[0]!), id, item.id);
    readTo.set(id, item.seq);
  }
}

/** The filter again, on rows in memory: what the SQL must agree with. */
function matches(filter: ConversationFilter, row: Conversation, ctx: Ctx): boolean {
  const isIn = <T>(list: readonly T[] | null | undefined, value: T): boolean => !list || list.includes(value);
  const unread = (lastOfOthers.get(row.id) ?? 0) > (readTo.get(row.id) ?? 0);
  return (
    canInInbox(ctx.principal, 'view', row.inboxId) &&
    isIn(filter.inboxIds, row.inboxId) &&
    (filter.placement ?? ['INBOX']).includes(row.placement) &&
    isIn(filter.status, row.status) &&
    isAssigned(
      filter.assigneeIds?.map((id) => (id === 'me' ? users[0]!.id : id)),
      row,
    ) &&
    inDays(row.lastMessageAt, filter.activity) &&
    (!filter.contactId || row.contactId === filter.contactId) &&
    (!filter.channelViews || (row.viewId !== null && filter.channelViews.includes(row.viewId))) &&
    (filter.unread == null || unread === filter.unread) &&
    (filter.hasAttachment == null || filter.hasAttachment === withFile.has(row.id)) &&
    (filter.heldByBot == null || filter.heldByBot === (row.botControl === 'BOT_ACTIVE' && row.assigneeUserId === null))
  );
}

function isAssigned(wanted: readonly (string | null)[] | undefined, row: Conversation): boolean {
  const { assigneeUserId, assigneeTeamId } = row;
  if (!wanted) return true;
  if (assigneeUserId === null && assigneeTeamId === null) return wanted.includes(null);
  return [assigneeUserId, assigneeTeamId].some((id) => id !== null && wanted.includes(id));
}

/** The day of a moment where the range counts, as the browser would print it. */
function inDays(at: number, range: ConversationFilter['activity']): boolean {
  if (!range) return true;
  const day = new Date(at).toLocaleDateString('sv-SE', { timeZone: range.timeZone });
  return (!range.from || day >= range.from) && (!range.to || day <= range.to);
}

function randomFilter(): ConversationFilter {
  const some = <T>(list: readonly T[]): T[] => list.filter(() => random(2) === 0);
  const maybe = <T>(make: () => T): T | undefined => (random(3) === 0 ? make() : undefined);
  return {
    inboxIds: maybe(() => some(inboxes.map(({ id }) => id))),
    placement: maybe(() => some(['INBOX', 'FILTERED', 'SPAM'] as const)),
    status: maybe(() => some(['OPEN', 'SNOOZED', 'CLOSED'] as const)),
    assigneeIds: maybe(() => some([pick([users[0]!.id, 'me']), users[1]!.id, TEAMS[0]!, TEAMS[1]!, null])),
    contactId: maybe(() => pick(all.flatMap(({ contactId }) => contactId ?? []))),
    channelViews: maybe(() => some(['one', 'two', 'three'])),
    unread: maybe(() => random(2) === 0),
    hasAttachment: maybe(() => random(2) === 0),
    heldByBot: maybe(() => random(2) === 0),
    activity: maybe(() => ({
      from: random(3) === 0 ? null : pick(['2023-11-13', '2023-11-14', '2023-11-15']),
      to: random(2) === 0 ? null : pick(['2023-11-15', '2023-11-16']),
      timeZone: pick(['Europe/Amsterdam', 'America/New_York']),
    })),
  };
}

async function everyPage(ctx: Ctx, listing: ConversationListing): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: ConversationPage = await service.list(ctx, { ...listing, after });
    ids.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return ids;
}

describe('conversations', () => {
  it('agree with the same filter in memory, for two hundred random filters, orders and page sizes', async () => {
    const anna = await world.as(users[0]!);
    for (let round = 0; round < 200; round += 1) {
      const filter = randomFilter();
      const order = { field: pick(['LAST_MESSAGE_AT', 'CREATED_AT'] as const), direction: pick(['ASC', 'DESC'] as const) };
      const key = order.field === 'CREATED_AT' ? 'createdAt' : 'lastMessageAt';
      const sign = order.direction === 'ASC' ? 1 : -1;
      const expected = all
        .filter((row) => matches(filter, row, anna))
        .sort((a, b) => sign * (a[key] - b[key] || (a.id < b.id ? -1 : 1)))
        .map(({ id }) => id);
      const found = await everyPage(anna, { filter, order, first: 1 + random(40) });
      expect({ filter, order, found }).toEqual({ filter, order, found: expected });
    }
  }, 240_000);

  it('show each person only what the one rule about inboxes lets him see (S4, S6)', async () => {
    const tokens: Ctx['principal'][] = [
      { kind: 'integration', tokenId: 't', name: 'T', scopes: new Set(['CONVERSATIONS_READ']) },
      { kind: 'integration', tokenId: 't', name: 'T', scopes: new Set(['CONTACTS_READ']) },
    ];
    const people = [
      ...(await Promise.all(users.map((user) => world.as(user)))),
      ...tokens.map((principal) => ({ principal, correlationId: 't' })),
    ];
    for (const ctx of people) {
      const expected = all.filter((row) => canInInbox(ctx.principal, 'view', row.inboxId) && row.placement === 'INBOX');
      expect(new Set(await everyPage(ctx, { first: 100 }))).toEqual(new Set(expected.map(({ id }) => id)));
    }
    expect(visibleInboxes(tokens[1]!)).toEqual({ all: false, inboxIds: [] });
  });

  it('refuse a cursor of another filter, a broken one, and a page that is too large', async () => {
    const ctx = await world.as(users[2]!);
    const { pageInfo } = await service.list(ctx, { first: 1 });
    for (const listing of [
      { filter: { status: ['OPEN' as const] }, after: pageInfo.endCursor },
      { after: 'nonsense' },
      { first: 101 },
      { first: 0 },
    ])
      await expect(service.list(ctx, listing)).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('begin at a position from which nothing is missed', async () => {
    const before = await world.position();
    const { position } = await service.list(await world.as(users[2]!), { first: 1 });
    expect(Number(position)).toBe(before);
  });

  it('are found by the number that people quote, unless it lies in an inbox of others', async () => {
    const hidden = all.find((row) => row.inboxId === inboxes[2]!.id)!;
    expect(await service.byNumber(await world.as(users[0]!), hidden.number)).toBeNull();
    expect(await service.byNumber(await world.as(users[1]!), hidden.number)).toMatchObject({ id: hidden.id });
    expect(await service.byNumber(await world.as(users[2]!), 999_999)).toBeNull();
  });

  it('of a contact are one scan on PostgreSQL, where each branch is planned anew, in all placements and statuses (B4)', async () => {
    const counting = new CountingUnitOfWork(db.uow);
    const contactId = all.find((row) => row.contactId !== null)?.contactId;
    const filter: ConversationFilter = { contactId, placement: ['INBOX', 'FILTERED', 'TRASH'] };
    const visible = visibleInboxes((await world.as(users[0]!)).principal);
    await listConversations(counting.reader, { filter }, visible, users[0]!.id);
    const scans = counting.statements[0]?.match(/FROM conversation c/g)?.length;
    expect(scans).toBe(db.uow.reader.dialect === 'postgres' ? 1 : 9);
  });

  it('cost one statement a page, by an index that gives the order without a sort', async () => {
    const counting = new CountingUnitOfWork(db.uow);
    const visible = visibleInboxes((await world.as(users[2]!)).principal);
    const filter = { inboxIds: [inboxes[0]!.id], status: ['OPEN' as const] };
    await listConversations(counting.reader, { filter }, visible, users[2]!.id);
    expect(counting.statements).toHaveLength(1);
    if (db.uow.reader.dialect !== 'sqlite') return;
    const plan = await db.uow.reader.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${counting.statements[0]}`, [
      inboxes[0]!.id,
      'INBOX',
      'OPEN',
      51,
    ]);
    const lines = plan.map(({ detail }) => detail).join('\n');
    expect(lines).toContain('ix_conversation_inbox_id_placement_status_last_message_at_id');
    expect(lines).not.toContain('TEMP B-TREE');
  });
});

describe('a page with every field of the list', () => {
  const load = async (first: number): Promise<{ statements: number; rows: number }> => {
    const counting = new CountingUnitOfWork(db.uow);
    const counted = new ConversationService(counting, db.journal);
    const resolver = new ConversationResolver(counted, counting);
    const ctx = await world.as(users[2]!);
    const gql = gqlContext(ctx);
    const { nodes } = await counted.list(ctx, { first });
    await Promise.all(
      nodes.map((row) =>
        Promise.all([
          resolver.inbox(row, {}, gql),
          resolver.channelIcon(row, {}, gql),
          resolver.channelTitle(row, { language: 'nl' }, gql),
          resolver.assignee(row, {}, gql),
          resolver.contact(row, {}, gql),
          resolver.unread(row, {}, gql),
          resolver.drafts(row, {}, gql),
        ]),
      ),
    );
    return { statements: counting.statements.length, rows: nodes.length };
  };

  it('costs as many statements for fifty rows as for five', async () => {
    const five = await load(5);
    const fifty = await load(50);
    expect(fifty.rows).toBe(50);
    // The page, and one each for inboxes, assignees, contacts, read marks and drafts; no channel is connected here.
    expect([five.statements, fifty.statements]).toEqual([6, 6]);
  });
});
