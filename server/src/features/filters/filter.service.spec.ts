import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contactOf, opened } from '../../../test/support/conversations.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { gqlContext, World } from '../../../test/support/world.js';
import type { User } from '../agents/index.js';
import { type Conversation, ConversationService, findConversation } from '../conversations/index.js';
import { type Inbox, recountInboxes } from '../inboxes/index.js';
import { BlockedContactResolver, ConversationFilterResolver } from './filter.resolver.js';
import { FilterService } from './filter.service.js';
import { ruleAbout } from './sender-rule.repository.js';

let db: TestDatabase;
let world: World;
let filters: FilterService;
let owner: User;
let anna: User;
let bram: User;
let vera: User;
let eve: User;
let inbox: Inbox;
let other: Inbox;
let people = 0;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  filters = new FilterService(db.uow, db.journal, new ConversationService(db.uow, db.journal));
  owner = await world.agent('Olivia', 'OWNER');
  anna = await world.agent('Anna');
  bram = await world.agent('Bram');
  vera = await world.agent('Vera');
  eve = await world.agent('Eve');
  const members = [
    { agentId: anna.id, role: 'AGENT' as const },
    { agentId: bram.id, role: 'MANAGER' as const },
    { agentId: vera.id, role: 'VIEWER' as const },
  ];
  inbox = await world.inboxes.save(testCtx(), { name: 'Team', audience: 'MEMBERS', members });
  other = await world.inboxes.save(testCtx(), {
    name: 'Other',
    audience: 'MEMBERS',
    members: [{ agentId: eve.id, role: 'AGENT' }],
  });
});
afterAll(() => db.close());

const now = async (id: string): Promise<Conversation> => (await findConversation(db.uow.reader, id))!;
/** A contact of this test alone, with a conversation in the inbox. */
async function writer(): Promise<{ contactId: string; address: string; conversation: Conversation }> {
  const address = `p${(people += 1)}@cust.example`;
  const contact = await contactOf(world, address);
  return { contactId: contact.id, address, conversation: await opened(world, { inboxId: inbox.id, contact }) };
}
const kindOf = async (address: string): Promise<string | undefined> =>
  (await ruleAbout(db.uow.reader, inbox.id, { kind: 'email', value: address }))?.kind;
/** What each of these gets: the code, or ok. */
async function outcomes(work: (user: User) => Promise<unknown>): Promise<Record<string, string>> {
  const found: [string, string][] = [];
  for (const user of [owner, bram, anna, vera, eve]) {
    const outcome = await work(user).then(
      () => 'ok',
      (error: { code: string }) => error.code,
    );
    found.push([user.name, outcome]);
  }
  return Object.fromEntries(found);
}
const rule = (value: string, kind: 'ALLOW' | 'DENY' | 'BLOCK' = 'DENY') => ({
  inboxId: inbox.id,
  kind,
  identityKind: 'email',
  value,
});

describe('rules about senders (D42)', () => {
  it('are made and taken back by those who manage the inbox, read by those who see it, and nothing to all others', async () => {
    const made = await filters.save(await world.as(bram), rule('seen@shop.example'));
    expect(await outcomes(async (user) => filters.save(await world.as(user), rule('who@shop.example')))).toEqual({
      Olivia: 'ok',
      Bram: 'ok',
      Anna: 'FORBIDDEN',
      Vera: 'FORBIDDEN',
      Eve: 'NOT_FOUND',
    });
    expect(await outcomes(async (user) => filters.list(await world.as(user), { inboxId: inbox.id }))).toEqual({
      Olivia: 'ok',
      Bram: 'ok',
      Anna: 'ok',
      Vera: 'ok',
      Eve: 'NOT_FOUND',
    });
    const removed = async (user: User) => filters.remove(await world.as(user), made.id);
    // As one that is gone already, so that nothing tells her that it is there; it stays.
    expect(await removed(eve)).toBe(made.id);
    await expect(removed(anna)).rejects.toMatchObject({ code: 'FORBIDDEN', detail: { path: ['id'] } });
    expect(await filters.find(await world.as(eve), made.id)).toBeNull();
    expect(await kindOf('seen@shop.example')).toBe('DENY');
    expect([await removed(owner), await removed(bram)]).toEqual([made.id, made.id]);
    expect(await kindOf('seen@shop.example')).toBeUndefined();
    await filters.save(await world.as(bram), rule('@listed.example'));
    const sql =
      "SELECT action, actor_name, changes FROM audit_entry WHERE action LIKE 'SENDER_RULE%' AND object_id = ? ORDER BY seq";
    const entries = await db.uow.reader.query<{ action: string; actor_name: string; changes: string }>(sql, [inbox.id]);
    expect(entries.map(({ action, actor_name: name }) => `${name} ${action}`)).toEqual([
      'Bram SENDER_RULE_ADDED',
      'Olivia SENDER_RULE_ADDED',
      'Bram SENDER_RULE_ADDED',
      'Olivia SENDER_RULE_REMOVED',
      'Bram SENDER_RULE_ADDED',
    ]);
    // A domain is told, an address is not: it is of a person.
    expect(JSON.stringify(entries)).not.toContain('shop.example');
    expect(entries.at(-1)?.changes).toContain('@listed.example');
  });

  it('refuse what is no address and no domain, with the path, and leave no trace', async () => {
    const before = (await filters.list(testCtx(), { inboxId: inbox.id, first: 100 })).nodes.length;
    for (const value of [
      '',
      '  ',
      '@',
      'name',
      'a@b@c',
      '@two words.example',
      'a@b.example\r\nBcc: x@y.example',
      `@${'x'.repeat(330)}`,
    ]) {
      const saved = filters.save(testCtx(), rule(value));
      await expect(saved).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['value'] } });
    }
    expect((await filters.list(testCtx(), { inboxId: inbox.id, first: 100 })).nodes).toHaveLength(before);
    await expect(filters.list(testCtx(), { inboxId: inbox.id, after: 'nonsense' })).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('hold for an address in any writing, the address before its domain, and a block above both', async () => {
    await filters.save(testCtx(), rule('@Firm.Example', 'DENY'));
    expect([await kindOf('somebody@firm.example'), await kindOf('x@sub.firm.example')]).toEqual(['DENY', undefined]);
    await filters.save(testCtx(), rule(' Friend@FIRM.example ', 'ALLOW'));
    expect([await kindOf('friend@firm.example'), await kindOf('other@firm.example')]).toEqual(['ALLOW', 'DENY']);
    await filters.save(testCtx(), rule('@firm.example', 'BLOCK'));
    expect(await kindOf('friend@firm.example')).toBe('BLOCK');
    expect(await ruleAbout(db.uow.reader, other.id, { kind: 'email', value: 'friend@firm.example' })).toBeNull();
  });

  it('take the place of the earlier one, also when two decide at once', async () => {
    const saved = await Promise.all(
      (['ALLOW', 'DENY', 'ALLOW', 'DENY'] as const).map((kind) => filters.save(testCtx(), rule('race@firm.example', kind))),
    );
    const { nodes } = await filters.list(testCtx(), { inboxId: inbox.id, first: 100 });
    const left = nodes.filter(({ valueKey }) => valueKey === 'race@firm.example');
    expect(left).toHaveLength(1);
    expect(saved.map(({ id }) => id)).toContain(left[0]?.id);
  });

  it('are listed by kind in pages, newest first', async () => {
    const made = [];
    for (const n of [1, 2, 3]) made.push(await filters.save(testCtx(), rule(`page${n}@list.example`, 'ALLOW')));
    const first = await filters.list(testCtx(), { inboxId: inbox.id, kind: 'ALLOW', first: 2 });
    expect(first.nodes.map(({ id }) => id)).toEqual([made[2]?.id, made[1]?.id]);
    const after = first.pageInfo.endCursor;
    const second = await filters.list(testCtx(), { inboxId: inbox.id, kind: 'ALLOW', first: 2, after });
    expect([second.nodes[0]?.id, second.pageInfo.hasPreviousPage]).toEqual([made[0]?.id, true]);
    expect(second.nodes.every(({ kind }) => kind === 'ALLOW')).toBe(true);
  });

  it('made by hand about somebody who is known are about the contact: a block sets aside what lies there of him', async () => {
    const { contactId, address, conversation } = await writer();
    const made = await filters.save(await world.as(bram), rule(address.toUpperCase(), 'BLOCK'));
    expect(made.contactId).toBe(contactId);
    expect(await now(conversation.id)).toMatchObject({ placement: 'FILTERED', placementReason: 'BLOCKED' });
  });
});

describe('blocking (S55 to S57)', () => {
  it('is for those who act in the inbox', async () => {
    const { contactId } = await writer();
    const asked = async (user: User) => filters.block(await world.as(user), contactId, inbox.id);
    expect(await outcomes(asked)).toEqual({
      Olivia: 'NOT_A_MEMBER',
      Bram: 'ok',
      Anna: 'ok',
      Vera: 'FORBIDDEN',
      Eve: 'NOT_FOUND',
    });
    const undone = async (user: User) => filters.unblock(await world.as(user), contactId, inbox.id, true);
    expect(await outcomes(undone)).toMatchObject({ Olivia: 'NOT_A_MEMBER', Vera: 'FORBIDDEN', Eve: 'NOT_FOUND', Anna: 'ok' });
    const nobody = filters.block(await world.as(anna), 'con_none', inbox.id);
    await expect(nobody).rejects.toMatchObject({ code: 'NOT_FOUND', detail: { path: ['contactId'] } });
  });

  it('sets aside what lies in this inbox, once, and deletes nothing; unblocking brings it back only when asked for', async () => {
    const { contactId, address, conversation } = await writer();
    const contact = await contactOf(world, address);
    const elsewhere = await opened(world, { inboxId: other.id, contact });
    const spam = await opened(world, { inboxId: inbox.id, contact, placement: 'SPAM', placementReason: 'Junk' });
    const filtered = await opened(world, { inboxId: inbox.id, contact, placement: 'FILTERED', placementReason: 'Newsletter' });
    const ctx = await world.as(anna);
    await Promise.all([filters.block(ctx, contactId, inbox.id), filters.block(ctx, contactId, inbox.id)]);
    const aside = await now(conversation.id);
    expect(aside).toMatchObject({ placement: 'FILTERED', placementReason: 'BLOCKED' });
    await filters.block(ctx, contactId, inbox.id);
    expect((await now(conversation.id)).version).toBe(aside.version);
    expect([(await now(elsewhere.id)).placement, (await now(spam.id)).placement]).toEqual(['INBOX', 'SPAM']);
    expect([await kindOf(address), await recountInboxes(db.uow.reader)]).toEqual(['BLOCK', []]);

    await filters.unblock(ctx, contactId, inbox.id, false);
    expect([await kindOf(address), (await now(conversation.id)).placement]).toEqual([undefined, 'FILTERED']);
    await filters.block(ctx, contactId, inbox.id);
    await filters.unblock(ctx, contactId, inbox.id, true);
    expect(await now(conversation.id)).toMatchObject({ placement: 'INBOX', placementReason: null });
    expect(await now(filtered.id)).toMatchObject({ placement: 'FILTERED', placementReason: 'Newsletter' });
    expect(await recountInboxes(db.uow.reader)).toEqual([]);
  });

  it('is shown at the contact and the conversation, to those who see the inbox', async () => {
    const { contactId, address, conversation } = await writer();
    await filters.block(await world.as(anna), contactId, inbox.id);
    const contact = await contactOf(world, address);
    const blockedIn = async (user: User) =>
      (await new BlockedContactResolver(db.uow).blockedIn(contact, {}, gqlContext(await world.as(user)))).map((one) => one?.id);
    expect([await blockedIn(anna), await blockedIn(owner), await blockedIn(eve)]).toEqual([[inbox.id], [inbox.id], []]);
    const elsewhere = await opened(world, { inboxId: other.id, contact });
    const blocked = async (one: Conversation) =>
      new ConversationFilterResolver(db.uow, undefined as never).senderBlocked(one, {}, gqlContext(await world.as(anna)));
    expect([await blocked(await now(conversation.id)), await blocked(elsewhere)]).toEqual([true, false]);
  });

  it('tells those who look on, so that they see it without asking again', async () => {
    const { contactId, conversation } = await writer();
    const from = await world.position();
    await filters.block(await world.as(anna), contactId, inbox.id);
    const told = (await world.events(from)).map(({ type, nodeId }) => [type, nodeId]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['contact.updated', contactId],
        ['conversation.updated', conversation.id],
        ['inbox.senderRules', inbox.id],
        ['inbox.counts', inbox.id],
      ]),
    );
  });
});

describe('moving by hand (S40)', () => {
  const place = async (user: User, id: string, placement: Conversation['placement'], more: object = {}) =>
    filters.place(await world.as(user), { ids: [id], placement, rememberSender: false, ...more });

  it('is for those who act in the inbox; failures are under their index', async () => {
    const { conversation } = await writer();
    const code = async (user: User) => (await place(user, conversation.id, 'SPAM')).userErrors[0]?.code ?? 'ok';
    expect(await Promise.all([owner, vera, eve].map(code))).toEqual(['NOT_A_MEMBER', 'FORBIDDEN', 'NOT_FOUND']);
    const { conversation: second } = await writer();
    const both = { ids: ['cnv_none', second.id], placement: 'SPAM' as const, rememberSender: false };
    const result = await filters.place(await world.as(anna), both);
    expect(result.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['0'] }]);
    expect(result.conversations).toMatchObject([{ id: second.id, placement: 'SPAM', placementReason: 'BY_PERSON: Anna' }]);
    const remembering = place(anna, second.id, 'TRASH', { rememberSender: true });
    await expect(remembering).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['rememberSender'] } });
    await expect(place(anna, second.id, 'INBOX', { expectedVersions: [] })).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('changes nothing at a repeat, and keeps the reason of before', async () => {
    const contact = await contactOf(world, 'again@cust.example');
    const filtered = await opened(world, { inboxId: inbox.id, contact, placement: 'FILTERED', placementReason: 'Newsletter' });
    const same = await place(anna, filtered.id, 'FILTERED');
    expect(same.conversations).toMatchObject([{ version: filtered.version, placementReason: 'Newsletter' }]);
    const [first, second] = await Promise.all([place(anna, filtered.id, 'INBOX'), place(bram, filtered.id, 'INBOX')]);
    expect(first.conversations[0]?.version).toBe(second.conversations[0]?.version);
  });

  it('can be undone: place, reason and what was decided about the sender are as before', async () => {
    const { contactId, address, conversation } = await writer();
    const contact = await contactOf(world, address);
    const filtered = await opened(world, { inboxId: inbox.id, contact, placement: 'FILTERED', placementReason: 'Role: info@' });
    await filters.save(testCtx(), rule(address, 'DENY'));
    const moved = (await place(anna, filtered.id, 'INBOX', { rememberSender: true })).conversations[0]!;
    expect([moved.placement, moved.placementReason, await kindOf(address)]).toEqual(['INBOX', null, 'ALLOW']);
    const undone = await place(anna, filtered.id, 'FILTERED', { expectedVersions: [moved.version] });
    expect(undone.conversations).toMatchObject([{ placement: 'FILTERED', placementReason: 'Role: info@' }]);
    expect(await kindOf(address)).toBe('DENY');

    const spam = (await place(anna, conversation.id, 'SPAM', { rememberSender: true })).conversations[0]!;
    await filters.save(testCtx(), rule(address, 'ALLOW'));
    await place(anna, conversation.id, 'INBOX', { expectedVersions: [spam.version] });
    // What somebody decided since is not undone.
    expect([(await now(conversation.id)).placement, await kindOf(address)]).toEqual(['INBOX', 'ALLOW']);
    expect(contactId).toBe(contact.id);
    expect(await recountInboxes(db.uow.reader)).toEqual([]);
  });

  it('is not undone over what a colleague did since', async () => {
    const { conversation } = await writer();
    const moved = (await place(anna, conversation.id, 'SPAM')).conversations[0]!;
    await place(bram, conversation.id, 'FILTERED');
    const undone = await place(anna, conversation.id, 'INBOX', { expectedVersions: [moved.version] });
    expect(undone.userErrors).toMatchObject([{ code: 'CONFLICT', currentId: conversation.id, path: ['0'] }]);
    expect(await now(conversation.id)).toMatchObject({ placement: 'FILTERED', placementReason: 'BY_PERSON: Bram' });
  });
});
