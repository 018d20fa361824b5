import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { until } from '../../../test/support/until.js';
import { CountingUnitOfWork, World } from '../../../test/support/world.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { ContactPropertyService, type PropertySave } from '../contacts/contact-property.service.js';
import { ContactService, saveContact } from '../contacts/index.js';
import { removePerson } from '../erasure/erasure.repository.js';
import { type FactAsked, LIST_INDEX_JOB, ListIndexJob } from './index.js';

let db: TestDatabase;
let contacts: ContactService;
let properties: ContactPropertyService;
let anna: Ctx;
const of: Record<PropertySave['type'], string> = { TEXT: '', NUMBER: '', DATE: '', CHOICE: '', YES_NO: '', LINK: '' };

beforeAll(async () => {
  db = await openTestDatabase();
  const world = await World.make(db);
  contacts = new ContactService(db.uow, db.journal);
  properties = new ContactPropertyService(db.uow);
  new ListIndexJob(db.uow, db.jobs).onModuleInit();
  await db.jobs.start();
  anna = await world.as(await world.agent('Anna'));
  for (const type of Object.keys(of) as PropertySave['type'][]) of[type] = await property(type);
  await contact('Ada', { [of.TEXT]: 'Élan green roof, east side', [of.NUMBER]: 12.5, [of.DATE]: '2024-02-29' });
  await contact('Bob', { [of.TEXT]: 'Greenhouse', [of.NUMBER]: -3, [of.DATE]: '1969-12-31', [of.YES_NO]: true });
  await contact('Cas', { [of.CHOICE]: 'Small', [of.NUMBER]: 1e15, [of.LINK]: 'https://shop.bos.example/roofs?x=1' });
  await contact('Dee', { [of.CHOICE]: 'Large', [of.NUMBER]: 12, [of.YES_NO]: false, [of.LINK]: 'https://vos.example/' });
  await contact('Eve', {});
}, 240_000);
afterAll(() => db.close());

async function property(type: PropertySave['type']): Promise<string> {
  const id = newId('contactProperty');
  await properties.save(anna, { id, label: type, type, options: ['Small', 'Large', 'Huge'], inAbout: false });
  return id;
}

async function contact(name: string, fields: Record<string, unknown>): Promise<string> {
  const id = newId('contact');
  await contacts.save(anna, { id, name, fields });
  return id;
}

const found = async (fact: FactAsked, search: string | null = null): Promise<(string | null)[]> =>
  (await contacts.list({ fact, search })).nodes.map(({ name }) => name);

describe('contacts by what is kept of them (S60)', () => {
  it('finds texts and links by words, the last perhaps only begun, and none by letters in the middle', async () => {
    const contains = (type: 'TEXT' | 'LINK', text: string) => found({ propertyId: of[type], contains: text });
    expect(await contains('TEXT', 'green')).toEqual(['Bob', 'Ada']);
    expect(await contains('TEXT', 'roof GREEN')).toEqual(['Ada']);
    expect(await contains('TEXT', 'elan ea')).toEqual(['Ada']);
    expect(await contains('TEXT', 'house')).toEqual([]);
    expect(await contains('TEXT', '!')).toEqual([]);
    // Each property has words of its own, and they are none of those that a search finds.
    expect(await contains('TEXT', 'roofs')).toEqual([]);
    expect((await contacts.list({ search: 'green' })).nodes).toEqual([]);
    expect(await contains('LINK', 'bos.example')).toEqual(['Cas']);
    expect(await contains('LINK', 'https://')).toEqual(['Dee', 'Cas']);
    expect(await found({ propertyId: of.TEXT, contains: 'green' }, 'bo')).toEqual(['Bob']);
  });

  it('finds numbers and days from one to another, both of them included', async () => {
    const number = (from: string | null, to: string | null) => found({ propertyId: of.NUMBER, from, to });
    expect(await number('12', null)).toEqual(['Dee', 'Cas', 'Ada']);
    expect(await number(null, '12')).toEqual(['Dee', 'Bob']);
    expect(await number('-3', '12.5')).toEqual(['Dee', 'Bob', 'Ada']);
    expect(await number('12.01', '12.49')).toEqual([]);
    expect(await number('13', '12')).toEqual([]);
    expect(await number('1e15', '1e15')).toEqual(['Cas']);
    const day = (from: string | null, to: string | null) => found({ propertyId: of.DATE, from, to });
    expect(await day('2024-02-29', '2024-02-29')).toEqual(['Ada']);
    expect(await day('2024-03-01', null)).toEqual([]);
    expect(await day(null, '2024-02-29')).toEqual(['Bob', 'Ada']);
    expect(await found({ propertyId: of.NUMBER, from: '0' }, 'dee')).toEqual(['Dee']);
    expect(await found({ propertyId: of.NUMBER, to: '0' }, 'dee')).toEqual([]);
  });

  it('finds any of several values, those who have something, and those who have nothing', async () => {
    expect(await found({ propertyId: of.CHOICE, anyOf: ['Small', 'Huge'] })).toEqual(['Cas']);
    expect(await found({ propertyId: of.CHOICE, anyOf: ['small', 'Large'] })).toEqual(['Dee', 'Cas']);
    expect(await found({ propertyId: of.CHOICE, anyOf: ['Small', 'Large'] }, 'ca')).toEqual(['Cas']);
    expect(await found({ propertyId: of.YES_NO, value: 'false' })).toEqual(['Dee']);
    expect(await found({ propertyId: of.TEXT, kept: true })).toEqual(['Bob', 'Ada']);
    expect(await found({ propertyId: of.TEXT, kept: false })).toEqual(['Eve', 'Dee', 'Cas']);
    expect(await found({ propertyId: of.NUMBER, kept: false })).toEqual(['Eve']);
    expect(await found({ propertyId: of.YES_NO, kept: false }, 'ev')).toEqual(['Eve']);
    expect(await found({ propertyId: of.YES_NO, kept: true }, 'ev')).toEqual([]);
  });

  it('follows what is changed, and what a version that did not know of it has left', async () => {
    const id = await contact('Fay', { [of.NUMBER]: 100, [of.TEXT]: 'kiosk' });
    const hundred = { propertyId: of.NUMBER, from: '100', to: '200' };
    expect(await found(hundred)).toEqual(['Fay']);
    await contacts.save(anna, { id, fields: { [of.NUMBER]: 300, [of.TEXT]: null } });
    expect(await found(hundred)).toEqual([]);
    expect(await found({ propertyId: of.TEXT, contains: 'kiosk' })).toEqual([]);
    expect(await found({ propertyId: of.TEXT, kept: false })).toEqual(['Fay', 'Eve', 'Dee', 'Cas']);
    await db.uow.run(testCtx(), async (tx) => {
      for (const table of ['list_entry', 'list_fact']) await tx.execute(`DELETE FROM ${table}`);
      tx.enqueue({ name: LIST_INDEX_JOB, payload: { of: 'facts' } });
    });
    await until(async () => (await found({ propertyId: of.NUMBER, from: '300', to: '300' })).length === 1, 'it is read again');
    expect(await found({ propertyId: of.TEXT, contains: 'greenh' })).toEqual(['Bob']);
    // Who is erased leaves nothing.
    await db.uow.run(testCtx(), (tx) => removePerson(tx, { contactIds: [id], identities: [] } as never));
    expect(await db.uow.reader.query('SELECT 1 FROM list_fact WHERE contact_id = ?', [id])).toEqual([]);
  });

  it('refuses what cannot be read, and says where', async () => {
    const refused = (fact: FactAsked) => contacts.list({ fact }).then(undefined, ({ code, detail }) => [code, detail.path]);
    const [number, text] = [of.NUMBER, of.TEXT];
    expect(await refused({ propertyId: number })).toEqual(['INVALID', ['fact']]);
    expect(await refused({ propertyId: number, from: '1', value: '1' })).toEqual(['INVALID', ['fact']]);
    expect(await refused({ propertyId: 'con_1', value: '1' })).toEqual(['INVALID', ['fact', 'propertyId']]);
    for (const from of ['', 'ten', '1,5', '0x10', 'Infinity', '1e999'])
      expect([from, await refused({ propertyId: number, from })]).toEqual([from, ['INVALID', ['fact', 'from']]]);
    for (const to of ['2024-02-30', '29-02-2024', '5'])
      expect([to, await refused({ propertyId: of.DATE, to })]).toEqual([to, ['INVALID', ['fact', 'to']]]);
    expect(await refused({ propertyId: text, to: '5' })).toEqual(['INVALID', ['fact', 'to']]);
    expect(await refused({ propertyId: number, contains: '5' })).toEqual(['INVALID', ['fact', 'contains']]);
    expect(await refused({ propertyId: text, contains: 'x'.repeat(201) })).toEqual(['INVALID', ['fact', 'contains']]);
    expect(await refused({ propertyId: text, anyOf: [] })).toEqual(['INVALID', ['fact', 'anyOf']]);
  });

  it('finds nobody by a property that is no more', async () => {
    const gone = await property('NUMBER');
    await contact('Gus', { [gone]: 1 });
    expect(await found({ propertyId: gone, from: '1' })).toEqual(['Gus']);
    await properties.remove(anna, gone);
    for (const way of [{ from: '1' }, { kept: true }, { kept: false }])
      expect(await found({ propertyId: gone, ...way })).toEqual([]);
  });
});

it('a range that holds many is read page by page in the order of the list, with few rows (B4)', async () => {
  const many = await property('NUMBER');
  const made = Array.from({ length: 1_100 }, (_, n) => ({ id: newId('contact'), name: `M${n}`, fields: { [many]: n % 550 } }));
  await db.uow.run(anna, async (tx) => {
    for (const one of made) await saveContact(tx, one);
  });
  const newest = made.map(({ id }) => id).reverse();
  for (const [fact, ids] of [
    [{ propertyId: many, from: '0' }, newest],
    [
      { propertyId: many, from: '100', to: '101' },
      newest.filter((id) => [100, 101, 650, 651].includes(newest.length - 1 - newest.indexOf(id))),
    ],
    [{ propertyId: many, kept: true }, newest],
  ] as const) {
    const counting = new CountingUnitOfWork(db.uow);
    const service = new ContactService(counting, db.journal);
    const first = await service.list({ fact, first: 3 });
    const next = await service.list({ fact, first: 3, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...next.nodes].map(({ id }) => id)).toEqual(ids.slice(0, 6));
    expect(counting.statements.length).toBeLessThanOrEqual(8);
  }
});

it('who has none is found slice by slice, however far down the list he is (B4)', async () => {
  const all = await property('TEXT');
  const crowd = Array.from({ length: 10_500 }, () => newId('contact'));
  const last = crowd.filter((_, n) => n < 3 || n === 5_000);
  await db.uow.run(anna, async (tx) => {
    for (let start = 0; start < crowd.length; start += 500) {
      const part = crowd.slice(start, start + 500);
      const rows = part.map((id) => [id, `Crowd ${id}`, '{}', 1, 1]);
      await tx.execute(
        `INSERT INTO contact (id, name, fields, created_at, updated_at) VALUES ${rows.map(() => '(?, ?, ?, ?, ?)').join()}`,
        rows.flat(),
      );
      const facts = part.filter((id) => !last.includes(id)).map((id) => [id, all]);
      await tx.execute(
        `INSERT INTO list_fact (contact_id, property_id) VALUES ${facts.map(() => '(?, ?)').join()}`,
        facts.flat(),
      );
    }
  });
  const counting = new CountingUnitOfWork(db.uow);
  const service = new ContactService(counting, db.journal);
  const fact = { propertyId: all, kept: false };
  const first = await service.list({ fact, first: 2 });
  const next = await service.list({ fact, first: 2, after: first.pageInfo.endCursor });
  expect([...first.nodes, ...next.nodes].map(({ id }) => id)).toEqual(last.toReversed());
  // Those of the earlier tests have none either.
  expect(next.pageInfo.hasNextPage).toBe(true);
  expect(counting.rows).toBeLessThan(30);
});

it('each way is served by an index (B4)', async () => {
  const { reader } = db.uow;
  if (reader.dialect !== 'sqlite') return;
  const plan = async (fact: FactAsked): Promise<string> => {
    const counting = new CountingUnitOfWork(db.uow);
    await new ContactService(counting, db.journal).list({ fact });
    const steps = [];
    for (const sql of counting.statements.filter((one) => /list_|FROM contact c/.test(one))) {
      const values = [...sql.matchAll(/\?/g)].map(() => 1);
      steps.push(...(await reader.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values)));
    }
    return steps.map(({ detail }) => detail).join('\n');
  };
  const many = await db.uow.reader.query<{ id: string }>(
    'SELECT property_id AS id FROM list_fact GROUP BY property_id HAVING COUNT(*) > 1000',
  );
  const propertyId = many[0]!.id;
  const range = await plan({ propertyId, from: '0', to: '549' });
  expect(range).toContain('SEARCH f USING COVERING INDEX ix_list_fact_property_id_number_contact_id');
  expect(range).toContain('SEARCH f USING COVERING INDEX ix_list_fact_property_id_contact_id_number');
  const few = await plan({ propertyId, from: '0', to: '2' });
  const kept = await plan({ propertyId, kept: true });
  for (const steps of [range, few, kept]) {
    expect(steps).not.toContain('TEMP B-TREE');
    expect(steps).not.toMatch(/SCAN (f|c)/);
  }
});
