import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { contactOf } from '../../../test/support/conversations.js';
import { World } from '../../../test/support/world.js';
import type { Ctx } from '../../kernel/context.js';
import type { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { ContactPropertyService, type PropertySave } from './contact-property.service.js';
import { findContact, identitiesOf } from './contact.repository.js';
import { ContactService } from './contact.service.js';

let db: TestDatabase;
let world: World;
let contacts: ContactService;
let properties: ContactPropertyService;
let agent: Ctx;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  contacts = new ContactService(db.uow, db.journal);
  properties = new ContactPropertyService(db.uow);
  agent = await world.as(await world.agent('Anna'));
});
afterAll(() => db.close());

const failure = (work: Promise<unknown>): Promise<DomainError> =>
  work.then(
    () => {
      throw new Error('It should have failed');
    },
    (error: unknown) => error as DomainError,
  );
const property = (part: Partial<PropertySave>): Promise<{ id: string; version: number }> =>
  properties.save(agent, { id: newId('contactProperty'), label: 'Size', type: 'TEXT', inAbout: true, ...part });

describe('a contact made by hand', () => {
  it('has several addresses and an owner, and is the same when it is made twice', async () => {
    const owner = await world.agent('Tom');
    const input = {
      id: newId('contact'),
      name: 'Sem',
      ownerId: owner.id,
      addIdentities: [
        { kind: 'email', value: 'Sem@Hand.example' },
        { kind: 'phone', value: '+31 20 123' },
      ],
    };
    const made = await contacts.save(agent, input);
    expect(made).toMatchObject({ name: 'Sem', ownerId: owner.id, version: 1 });
    expect(await contacts.save(agent, input)).toMatchObject({ id: made.id, version: 1 });
    const known = await identitiesOf(db.uow.reader, [made.id]);
    expect(known.map(({ valueKey, verified }) => [valueKey, verified])).toEqual([
      ['sem@hand.example', false],
      ['+3120123', false],
    ]);
    await contacts.save(agent, { id: made.id, removeIdentities: [{ kind: 'email', value: 'SEM@hand.example' }] });
    expect(await identitiesOf(db.uow.reader, [made.id])).toHaveLength(1);
    expect((await contacts.list({ ownerId: owner.id })).nodes.map(({ id }) => id)).toEqual([made.id]);
  });

  it('never takes an address from another contact, and nothing is changed then', async () => {
    const other = await contactOf(world, 'taken@hand.example', 'Other');
    const id = newId('contact');
    const taken = { id, name: 'Thief', addIdentities: [{ kind: 'email', value: 'taken@hand.example' }] };
    expect(await failure(contacts.save(agent, taken))).toMatchObject({
      code: 'CONFLICT',
      detail: { currentId: other.id, path: ['addIdentities', '0', 'value'] },
    });
    expect(await findContact(db.uow.reader, id)).toBeNull();
    for (const identity of [
      { kind: 'email', value: 'no address' },
      { kind: 'visitor', value: 'cookie' },
    ])
      expect(await failure(contacts.save(agent, { id, name: 'x', addIdentities: [identity] }))).toMatchObject({
        code: 'INVALID',
      });
    expect(await failure(contacts.save(agent, { id }))).toMatchObject({ code: 'INVALID', detail: { path: ['name'] } });
  });
});

it('facts are kept by their type, and refused under the name of their property (S60)', async () => {
  const sem = await contactOf(world, 'facts@hand.example', 'Facts');
  const [size, choice, day, yes, link] = await Promise.all([
    property({ type: 'NUMBER' }),
    property({ label: 'Plan', type: 'CHOICE', options: ['Free', 'Paid', 'Free'] }),
    property({ label: 'Since', type: 'DATE' }),
    property({ label: 'VIP', type: 'YES_NO' }),
    property({ label: 'Site', type: 'LINK' }),
  ]);
  const fields = { [size.id]: 42, [choice.id]: 'Paid', [day.id]: '2026-02-28', [yes.id]: true, [link.id]: 'https://a.example/x' };
  const saved = await contacts.save(agent, { id: sem.id, fields, expectedVersion: sem.version });
  expect(saved.fields).toEqual(fields);
  const wrong: [string, unknown][] = [
    [size.id, 'many'],
    [choice.id, 'Other'],
    [day.id, '2026-02-30'],
    [yes.id, 'yes'],
    // What a browser would run is no address.
    [link.id, 'javascript:alert(1)'],
    [newId('contactProperty'), 'x'],
  ];
  for (const [id, value] of wrong)
    expect(await failure(contacts.save(agent, { id: sem.id, fields: { [id]: value } }))).toMatchObject({
      code: 'INVALID',
      detail: { path: ['fields', id] },
    });
  const less = await contacts.save(agent, { id: sem.id, fields: { [size.id]: null } });
  expect(Object.keys(less.fields).sort()).toEqual([choice.id, day.id, yes.id, link.id].sort());
  expect(await failure(properties.save(agent, { id: size.id, label: 'Size', type: 'TEXT', inAbout: true }))).toMatchObject({
    code: 'INVALID',
    detail: { path: ['type'] },
  });
});

it('who was deleted is in the bin, comes back as he was, and is back when he writes again (D44)', async () => {
  const sem = await contactOf(world, 'bin@hand.example', 'Bin');
  const listed = async (deleted: boolean): Promise<boolean> =>
    (await contacts.list({ search: 'bin@hand', deleted })).nodes.some(({ id }) => id === sem.id);
  const gone = await contacts.delete(agent, [sem.id, newId('contact')], false);
  expect(gone).toMatchObject({ contacts: [{ id: sem.id }], userErrors: [{ code: 'NOT_FOUND', path: ['1'] }] });
  expect([await listed(false), await listed(true)]).toEqual([false, true]);
  expect(await failure(contacts.save(agent, { id: sem.id, name: 'x' }))).toMatchObject({ code: 'NOT_FOUND' });
  await contacts.delete(agent, [sem.id], true);
  expect([await listed(false), await listed(true)]).toEqual([true, false]);
  await contacts.delete(agent, [sem.id], false);
  expect(await contactOf(world, 'bin@hand.example')).toMatchObject({ id: sem.id, deletedAt: null });
  expect(await listed(false)).toBe(true);
});

it('several are changed at once, each failure under its index (U16)', async () => {
  const tom = await world.agent('Tom Two');
  const size = await property({});
  const [first, second] = [await contactOf(world, 'one@many.example'), await contactOf(world, 'two@many.example')];
  const result = await contacts.changeAll(agent, [
    { id: first.id, ownerId: tom.id, fields: { [size.id]: 'L' }, expectedVersion: first.version },
    { id: second.id, ownerId: tom.id, expectedVersion: second.version + 1 },
    { id: second.id, ownerId: newId('user') },
    { id: newId('contact'), ownerId: tom.id },
  ]);
  expect(result.contacts).toMatchObject([{ id: first.id, ownerId: tom.id, fields: { [size.id]: 'L' } }]);
  expect(result.userErrors.map(({ code, path }) => [code, ...(path ?? [])])).toEqual([
    ['CONFLICT', '1'],
    ['INVALID', '2', 'ownerId'],
    ['NOT_FOUND', '3'],
  ]);
  expect(await findContact(db.uow.reader, second.id)).toMatchObject({ ownerId: null, version: second.version });
  const many = Array.from({ length: 201 }, () => ({ id: first.id }));
  expect(await failure(contacts.changeAll(agent, many))).toMatchObject({ code: 'LIMIT', detail: { path: ['changes'] } });
});
