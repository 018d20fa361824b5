import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contactOf } from '../../../test/support/conversations.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { until } from '../../../test/support/until.js';
import { CountingUnitOfWork, World } from '../../../test/support/world.js';
import { SystemClock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { MergeService } from '../contact-merge/merge.service.js';
import { ContactPropertyService } from '../contacts/contact-property.service.js';
import { ContactService, findOrCreateContact } from '../contacts/index.js';
import { RecordService } from '../records/record.service.js';
import { LIST_INDEX_JOB, ListIndexJob } from './index.js';

const DAY = 86_400_000;
let db: TestDatabase;
let world: World;
let contacts: ContactService;
let records: RecordService;
let anna: Ctx;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  contacts = new ContactService(db.uow, db.journal);
  records = new RecordService(db.uow, db.journal);
  new ListIndexJob(db.uow, db.jobs).onModuleInit();
  await db.jobs.start();
  anna = await world.as(await world.agent('Anna'));
}, 240_000);
afterAll(() => db.close());

const found = async (search: string): Promise<(string | null)[]> =>
  (await contacts.list({ search })).nodes.map(({ name }) => name);
const titles = async (type: 'TICKET' | 'TASK' | 'COMPANY', search: string, order: 'NEWEST' | 'OLDEST' = 'NEWEST') =>
  (await records.list(anna, { filter: { type, search }, order })).nodes.map(({ title }) => title);
const entries = async (): Promise<{ id: string; words: string }[]> => {
  const words = db.uow.reader.dialect === 'sqlite' ? `''` : 'CAST(e.words AS text)';
  return db.uow.reader.query(`SELECT e.node_id AS id, ${words} AS words FROM list_entry e ORDER BY e.node_id`);
};
const emptied = async (then: (tx: Tx) => void): Promise<void> =>
  db.uow.run(testCtx(), async (tx) => {
    await tx.execute('DELETE FROM list_entry');
    then(tx);
  });

describe('the search of contacts', () => {
  it('finds those of whom a fact is kept, alone and with words, page by page, as it is now (S60)', async () => {
    const properties = new ContactPropertyService(db.uow);
    const [size, paid] = [newId('contactProperty'), newId('contactProperty')];
    await properties.save(anna, { id: size, label: 'Size', type: 'CHOICE', options: ['Small', 'Very large'], inAbout: true });
    await properties.save(anna, { id: paid, label: 'Paid', type: 'YES_NO', inAbout: true });
    const ids = Array.from({ length: 5 }, () => newId('contact'));
    for (const [n, id] of ids.entries())
      await contacts.save(anna, {
        id,
        name: `Feit ${n}`,
        fields: { [size]: n === 4 ? 'Small' : 'Very large', [paid]: n % 2 === 0 },
      });
    const having = async (propertyId: string, value: string, search: string | null = null): Promise<(string | null)[]> =>
      (await contacts.list({ search, fact: { propertyId, value } })).nodes.map(({ name }) => name);
    expect(await having(size, 'very LARGE ')).toEqual(['Feit 3', 'Feit 2', 'Feit 1', 'Feit 0']);
    expect(await having(size, 'Very')).toEqual([]);
    expect(await having(paid, 'true')).toEqual(['Feit 4', 'Feit 2', 'Feit 0']);
    // The value of another property, or of none, is nobody's.
    expect(await having(paid, 'Small')).toEqual([]);
    expect(await having(newId('contactProperty'), 'true')).toEqual([]);
    expect(await having(paid, 'true', 'feit 2')).toEqual(['Feit 2']);
    expect(await having(paid, 'false', 'feit 2')).toEqual([]);
    expect(await having(paid, 'true', '!')).toEqual([]);
    const fact = { propertyId: size, value: 'Very large' };
    const first = await contacts.list({ fact, first: 3 });
    const rest = await contacts.list({ fact, first: 3, after: first.pageInfo.endCursor });
    expect(rest.nodes.map(({ name }) => name)).toEqual(['Feit 0']);
    await contacts.save(anna, { id: ids[3]!, fields: { [size]: 'Small' } });
    expect(await having(size, 'small')).toEqual(['Feit 4', 'Feit 3']);
    // As after a version that did not know of them.
    await emptied((tx) => tx.enqueue({ name: LIST_INDEX_JOB, payload: { of: 'facts' } }));
    await until(async () => (await having(size, 'small')).length === 2, 'the facts are read again');
  });

  it('finds a phone number by its end, with or without the country, however it is parted', async () => {
    const id = newId('contact');
    const phone = { kind: 'phone', value: '+31 6 1234 5678' };
    await contacts.save(anna, { id, name: 'Bel Mij', addIdentities: [phone] });
    for (const typed of ['+31612345678', '0031 6 12345678', '06-12345678', '(06) 1234 5678', '5678', '1234567', '06 1234'])
      expect({ typed, found: await found(typed) }).toEqual({ typed, found: ['Bel Mij'] });
    expect(await found('8765')).toEqual([]);
    await contacts.save(anna, { id, removeIdentities: [phone] });
    expect(await found('5678')).toEqual([]);
    expect(await found('bel mij')).toEqual(['Bel Mij']);
  });

  it('finds who works for a company: tied to it or by its domain, under its name of now', async () => {
    await contactOf(world, 'piet@molen.example', 'Piet');
    const kees = await contactOf(world, 'kees@elders.example', 'Kees');
    const company = { id: newId('company'), title: 'Graanhandel', domain: 'molen.example', linkIds: [kees.id] };
    await records.save(anna, company);
    expect(await found('graanh')).toEqual(['Kees', 'Piet']);
    await contactOf(world, 'nieuw@molen.example', 'Nieuwe');
    expect(await found('graanhandel')).toEqual(['Nieuwe', 'Kees', 'Piet']);
    await records.save(anna, { id: company.id, title: 'Meelfabriek', domain: 'elders.example' });
    expect(await found('graanhandel')).toEqual([]);
    expect(await found('meelfabriek')).toEqual(['Kees']);
    // By an address as it is being typed, and by none that ends in another way.
    for (const typed of ['kees@elders.ex', 'elders.example']) expect(await found(typed)).toEqual(['Kees']);
    for (const typed of ['kees@elders.nl', 'elders.org']) expect(await found(typed)).toEqual([]);
    await records.link(anna, company.id, kees.id, true);
    await records.delete(anna, [company.id], false);
    expect(await found('meelfabriek')).toEqual([]);
  });

  it('follows a merge and its undoing', async () => {
    const merges = new MergeService(db.uow, new SystemClock());
    const winner = await contactOf(world, 'w@samen.example', 'Winnaar');
    const loser = await contactOf(world, 'verliezer@oud.example', 'Verliezer');
    const id = newId('contactMerge');
    await merges.merge(anna, { id, winnerId: winner.id, loserId: loser.id, sure: true });
    expect(await found('oud.example')).toEqual(['Winnaar']);
    await merges.undo(anna, id);
    expect(await found('oud.example')).toEqual(['Verliezer']);
    expect(await found('winnaar')).toEqual(['Winnaar']);
  });

  it('says nothing of those of whom only the browser is known', async () => {
    const before = (await entries()).length;
    const shown = { kind: 'visitor', value: 'cookie-1', verified: true };
    await db.uow.run(testCtx(), (tx) => findOrCreateContact(tx, shown));
    expect(await entries()).toHaveLength(before);
  });
});

describe('the search of records', () => {
  it('finds beginnings of words and numbers, in the order of the list, page by page', async () => {
    const task = (title: string, dueAt: number | null) => records.save(anna, { id: newId('task'), title, dueAt });
    const at = Date.UTC(2027, 0, 1);
    await task('Offerte zonder dag', null);
    await task('Offerte later', at + DAY);
    await task('Offerte eerder', at);
    const other = await task('Iets anders', at);
    const ordered = ['Offerte eerder', 'Offerte later', 'Offerte zonder dag'];
    expect(await titles('TASK', 'offer', 'OLDEST')).toEqual(ordered);
    expect(await titles('TASK', 'offer')).toEqual([...ordered].reverse());
    expect(await titles('TASK', 'OFFERTE eer')).toEqual(['Offerte eerder']);
    expect(await titles('TICKET', 'offerte')).toEqual([]);
    const filter = { type: 'TASK' as const, search: 'offerte' };
    const first = await records.list(anna, { filter, order: 'OLDEST', first: 1 });
    const rest = await records.list(anna, { filter, order: 'OLDEST', first: 5, after: first.pageInfo.endCursor });
    expect(rest.nodes.map(({ title }) => title)).toEqual(ordered.slice(1));
    await records.save(anna, { id: other.id, title: 'Offerte eerst', dueAt: at - DAY });
    expect(await titles('TASK', 'offerte', 'OLDEST')).toEqual(['Offerte eerst', ...ordered]);
    const ticket = await records.save(anna, { id: newId('ticket'), title: 'Stuk' });
    expect(await titles('TICKET', `#${ticket.number}`)).toEqual(['Stuk']);
    expect(await titles('COMPANY', 'offerte')).toEqual([]);
  });

  it('keeps many of one moment apart', async () => {
    const dueAt = Date.UTC(2028, 0, 1);
    const ids = Array.from({ length: 12 }, () => newId('task'));
    for (const [index, id] of ids.entries()) await records.save(anna, { id, title: `Gelijk ${index}`, dueAt });
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await records.list(anna, { filter: { type: 'TASK', search: 'gelijk' }, first: 5, after });
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen.toSorted()).toEqual(ids);
  });
});

describe('the index', () => {
  it('has lists of the beginnings of words, so that the first page is found without gathering all that begin like that (issue 7)', async () => {
    if (db.uow.reader.dialect === 'postgres') return;
    const asked = `SELECT sql FROM sqlite_master WHERE name = 'list_words'`;
    const [table] = await db.uow.reader.query<{ sql: string }>(asked);
    expect(table?.sql).toContain("prefix='1 2 3 4 5 6 7 8'");
    // Of the words of facts too, which begin with what says of which property they are.
    const properties = new ContactPropertyService(db.uow);
    const propertyId = newId('contactProperty');
    await properties.save(anna, { id: propertyId, label: 'Wish', type: 'TEXT', inAbout: false });
    await contacts.save(anna, { id: newId('contact'), name: 'Wens', fields: { [propertyId]: 'Greenhouse' } });
    expect((await contacts.list({ fact: { propertyId, contains: 'green' } })).nodes.map(({ name }) => name)).toEqual(['Wens']);
    const counting = new CountingUnitOfWork(db.uow);
    await new ContactService(counting, db.journal).list({ fact: { propertyId, contains: 'green' } });
    const typed = counting.values.flat().find((value) => String(value).includes('green')) as string;
    expect([...typed.replaceAll(/[" *]/g, '')]).toHaveLength('green'.length + 3);
  });

  it('is what is made anew of all there is, in rounds', async () => {
    await db.uow.run(testCtx(), async (tx) => {
      for (let index = 0; index < 250; index++)
        await tx.execute(`INSERT INTO contact (id, name, fields, created_at, updated_at, version) VALUES (?, ?, '{}', ?, ?, 1)`, [
          newId('contact'),
          `Veel${index}`,
          index,
          index,
        ]);
    });
    const before = await entries();
    await emptied((tx) => {
      for (const what of ['contacts', 'records']) tx.enqueue({ name: LIST_INDEX_JOB, payload: { of: what } });
    });
    await until(async () => (await entries()).length >= before.length + 250, { what: 'the index' });
    const after = await entries();
    expect(after.filter(({ id }) => before.some((one) => one.id === id))).toEqual(before);
    expect(await found('veel249')).toEqual(['Veel249']);
    expect(await found('veel0')).toEqual(['Veel0']);
    expect(await titles('TASK', 'later')).toEqual(['Offerte later']);
  });
});
