import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { World } from '../../../test/support/world.js';
import type { DomainError } from '../../kernel/errors.js';
import type { Ctx } from '../../kernel/context.js';
import { identitiesOf } from './contact.repository.js';
import { ContactService } from './contact.service.js';
import type { Contact } from './contact.entity.js';
import { findOrCreateContact, type ShownIdentity } from './find-or-create.js';

let db: TestDatabase;
let world: World;
let contacts: ContactService;
let agent: Ctx;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  contacts = new ContactService(db.uow, db.journal);
  agent = await world.as(await world.agent('Anna'));
});
afterAll(() => db.close());

const seen = (identity: ShownIdentity): Promise<Contact> => db.uow.run(testCtx(), (tx) => findOrCreateContact(tx, identity));
const mail = (value: string, name?: string, verified = false): ShownIdentity => ({ kind: 'email', value, name, verified });

describe('findOrCreateContact', () => {
  it('knows an address whatever its case, and takes a name where there was none', async () => {
    const first = await seen(mail('Sem.Smit@Example.org'));
    expect(first.name).toBeNull();
    const named = await seen(mail(' sem.smit@example.ORG ', 'Sem \u0000 Smit\r\n'));
    expect(named).toMatchObject({ id: first.id, name: 'Sem Smit', version: first.version + 1 });
    expect(await seen(mail('sem.smit@example.org', 'Somebody Else'))).toMatchObject({ id: first.id, name: 'Sem Smit' });
  });

  it('makes one contact when a hundred messages of a new sender come in at once', async () => {
    const before = await world.position();
    const made = await Promise.all(Array.from({ length: 100 }, () => seen(mail('storm@example.org', 'Storm'))));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const events = (await world.events(before)).filter((event) => event.type === 'contact.created');
    expect(events).toMatchObject([{ nodeId: made[0]!.id, contactId: made[0]!.id, inboxId: null, audience: 'agents' }]);
  });

  it('never merges by a claim: who only says that he has an address stays himself', async () => {
    const victim = await seen(mail('victim@example.org', 'Victim', true));
    const visitor = await seen({ kind: 'visitor', value: 'cookie-1', verified: true });
    expect(await seen(mail('victim@example.org', 'Visitor', false))).toMatchObject({ id: victim.id, name: 'Victim' });
    expect(visitor.id).not.toBe(victim.id);
    const identities = await identitiesOf(db.uow.reader, [victim.id, visitor.id]);
    expect(identities.map(({ contactId, verified }) => [contactId, verified])).toEqual([
      [victim.id, true],
      [visitor.id, true],
    ]);
  });

  it('keeps that the network proved an address that was only claimed before', async () => {
    const claimed = await seen(mail('late@example.org'));
    await seen(mail('late@example.org', undefined, true));
    expect((await identitiesOf(db.uow.reader, [claimed.id]))[0]?.verified).toBe(true);
  });
});

describe('contacts', () => {
  it('are found by beginnings of words of the name, the address and its domain', async () => {
    await seen(mail('o.dupont@fabrique.example', 'Océane 100% Dupont_'));
    const find = async (search: string): Promise<(string | null)[]> =>
      (await contacts.list({ search })).nodes.map(({ name }) => name);
    for (const words of ['dupont', '100%', 'Dupont_', 'O.DUPONT', 'fabrique', '  océane  ']) {
      expect({ words, found: await find(words) }).toEqual({ words, found: ['Océane 100% Dupont_'] });
    }
    await seen(mail('e@rabier.example', 'Éric Rabier'));
    for (const words of ['Éric', 'eric', 'er', 'rab er']) expect(await find(words)).toEqual(['Éric Rabier']);
    for (const words of ['100%x', '%', 'upont@', "'; DROP TABLE contact; --", '" NEAR "', "' | 'xq", '(', 'NEAR(dupont)']) {
      expect({ words, found: await find(words) }).toEqual({ words, found: [] });
    }
  });

  it('are not made by starting a chat alone, but by saying a name or an address (D23)', async () => {
    const value = `visitor-${'7'.repeat(32)}`;
    const { id } = await seen({ kind: 'visitor', value, verified: true });
    const listed = async () => (await contacts.list({})).nodes.some((contact) => contact.id === id);
    expect(await listed()).toBe(false);
    await seen({ kind: 'visitor', value, verified: true, name: 'Ada' });
    expect(await listed()).toBe(true);
  });

  it('come in pages without a gap or a repeat, newest first', async () => {
    for (let index = 0; index < 7; index += 1) await seen(mail(`page${index}@pages.example`, `Page ${index}`));
    const names: (string | null)[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<ContactService['list']>> = await contacts.list({ search: 'page', first: 3, after });
      names.push(...page.nodes.map(({ name }) => name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(names).toEqual(['Page 6', 'Page 5', 'Page 4', 'Page 3', 'Page 2', 'Page 1', 'Page 0']);
  });

  it('refuse a cursor of another list', async () => {
    const { pageInfo } = await contacts.list({ search: 'page', first: 1 });
    await expect(contacts.list({ search: 'other', after: pageInfo.endCursor })).rejects.toMatchObject({ code: 'INVALID' });
    await expect(contacts.list({ first: 101 })).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('contactSave', () => {
  it('renames, tells of an old version, and refuses what it may not', async () => {
    const contact = await seen(mail('rename@example.org', 'Old'));
    const saved = await contacts.save(agent, { id: contact.id, name: ' New  name ', expectedVersion: contact.version });
    expect(saved).toMatchObject({ name: 'New name', version: contact.version + 1 });
    const fail = async (ctx: Ctx, input: Parameters<ContactService['save']>[1]): Promise<DomainError> =>
      contacts.save(ctx, input).then(
        () => Promise.reject(new Error('It did not fail')),
        (error: DomainError) => error,
      );
    expect(await fail(agent, { id: contact.id, name: 'x', expectedVersion: 1 })).toMatchObject({
      code: 'CONFLICT',
      detail: { currentId: contact.id },
    });
    expect(await fail(agent, { id: 'con_none', name: 'x' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await fail(agent, { id: contact.id, name: 'x'.repeat(201) })).toMatchObject({ code: 'INVALID' });
    const reader: Ctx = {
      principal: { kind: 'integration', tokenId: 't', name: 'T', scopes: new Set(['CONTACTS_READ']) },
      correlationId: 'test',
    };
    expect(await fail(reader, { id: contact.id, name: 'x' })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('changes nothing when nothing differs', async () => {
    const contact = await seen(mail('same@example.org', 'Same'));
    const before = await world.position();
    expect(await contacts.save(agent, { id: contact.id, name: 'Same' })).toEqual(contact);
    expect(await contacts.save(agent, { id: contact.id })).toEqual(contact);
    expect(await world.events(before)).toEqual([]);
  });
});
