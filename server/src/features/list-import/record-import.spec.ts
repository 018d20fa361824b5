import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChannelDesk } from '../../../test/support/channel-desk.js';
import { contactOf, opened } from '../../../test/support/conversations.js';
import { ImportDesk } from '../../../test/support/import-desk.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import type { Contact } from '../contacts/index.js';
import { associationsOf, type CrmRecord, findStages, listRecords, RecordService, type RecordType } from '../records/index.js';
import { BadRow } from './problems.js';
import { amountIn, instantIn } from './cells.js';

let imported: ImportDesk;
let desk: ChannelDesk;
let agent: Ctx;
let records: RecordService;
let sem: Contact;

beforeAll(async () => {
  imported = await ImportDesk.open();
  ({ desk, agent } = imported);
  records = new RecordService(desk.db.uow, desk.db.journal);
  sem = await contactOf(desk.world, 'sem@client.example', 'Sem');
});
afterAll(() => desk.close());

const all = (type: RecordType): Promise<CrmRecord[]> =>
  listRecords(desk.db.uow.reader, { filter: { type }, visible: { all: true }, newest: false, after: null, limit: 100 });

async function called(type: RecordType, title: string): Promise<CrmRecord> {
  const found = (await all(type)).filter((record) => record.title === title);
  if (found.length !== 1 || !found[0]) throw new Error(`There are ${String(found.length)} called ${title}`);
  return found[0];
}

const tiesOf = async ({ id }: CrmRecord): Promise<string[]> =>
  (await associationsOf(desk.db.uow.reader, [id])).map(({ toId }) => toId).sort();

const everything = () =>
  desk.rows(
    'SELECT r.id, r.title, r.version, (SELECT COUNT(*) FROM association a WHERE a.from_id = r.id) AS ties FROM crm_record r ORDER BY r.id',
  );

describe('companies', () => {
  const file =
    'Company name,Domain,Owner,Description,Id\nAcme,acme.example,,Chairs,7\nFirm,,,,8\nWrong,gmail.com,,,\n,other.example,,,\n';

  it('come in by their domain, and a second time nothing changes', async () => {
    const preview = await imported.imports.preview(agent, { uploadId: await imported.uploaded(file), kind: 'COMPANY' });
    // Both its name and its domain say which company it is, so a bare id says nothing.
    expect(preview.columns.map(({ target }) => target)).toEqual(['NAME', 'DOMAIN', 'OWNER', 'TEXT', 'SKIP']);
    expect(preview).toMatchObject({ kind: 'COMPANY', key: 'DOMAIN', total: 4 });
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual(['NEW', 'BAD', 'BAD', 'BAD']);
    expect(await all('COMPANY')).toEqual([]);
    const first = await imported.taken(file, { kind: 'COMPANY' });
    expect(first).toMatchObject({ kind: 'COMPANY', state: 'DONE', created: 1, bad: 3 });
    expect(await imported.problems(first)).toEqual([
      '3 The value by which it is found is missing',
      '4 The value does not fit its column: gmail.com',
      '5 What is new needs a name',
    ]);
    expect(await called('COMPANY', 'Acme')).toMatchObject({ lookup: 'acme.example', body: 'Chairs', ownerId: null });
    const before = await everything();
    expect(await imported.taken(file, { kind: 'COMPANY' })).toMatchObject({ created: 0, updated: 0, same: 1, bad: 3 });
    expect(await everything()).toEqual(before);
    const [entry] = await desk.rows(`SELECT * FROM audit_entry WHERE object_id = ?`, [first.id]);
    expect(entry).toMatchObject({ action: 'RECORDS_IMPORTED', object_name: null });
  });

  it('are found by name or by the id of another system, and none takes the domain or the id of another', async () => {
    const columns = [
      { index: 0, target: 'EXTERNAL_ID' as const },
      { index: 1, target: 'NAME' as const },
      { index: 2, target: 'DOMAIN' as const },
    ];
    const rows = 'id,name,domain\n7,Acme Ltd,acme.example\n9,Other,acme.example\n10,Third,third.example\n10,Third again,\n';
    const one = await imported.taken(rows, { kind: 'COMPANY', columns, key: 'EXTERNAL_ID' });
    expect(one).toMatchObject({ created: 1, updated: 2, bad: 1 });
    expect(await imported.problems(one)).toEqual(['3 What was found is known by another id: 7']);
    expect(await called('COMPANY', 'Acme Ltd')).toMatchObject({ externalId: '7' });
    expect(await called('COMPANY', 'Third again')).toMatchObject({ externalId: '10', lookup: 'third.example' });
    const taken = await imported.taken('id,name,domain\n10,,acme.example\n', { kind: 'COMPANY', columns, key: 'EXTERNAL_ID' });
    expect(await imported.problems(taken)).toEqual(['2 Another company has this domain: acme.example']);
    const byName = await imported.taken('name,description\nacme ltd,Tables\n', { kind: 'COMPANY' });
    expect(byName).toMatchObject({ key: 'NAME', updated: 1 });
    // What it was called is no other name: the case of letters alone changes it as written.
    expect(await called('COMPANY', 'acme ltd')).toMatchObject({ body: 'Tables' });
  });
});

describe('tickets, deals and tasks', () => {
  it('come in with stage, people and companies, found again by the ids of another system', async () => {
    const file = [
      'Ticket ID;Onderwerp;Status;Prioriteit;Bron;E-mail;Bedrijf',
      'T1;Broken chair;Wacht op klant;hoog;web;sem@client.example;Acme New',
      'T2;Lost chair;Closed;;;;acme new',
      'T3;No stage;Nowhere;;;;',
      'T4;Nobody;;;;nobody@client.example;',
      ';No id;;;;;',
      'T5;;;;;;',
    ].join('\n');
    const first = await imported.taken(file, { kind: 'TICKET' });
    expect(await imported.problems(first)).toEqual([
      '4 There is no such stage: Nowhere',
      '5 No contact has this e-mail address; import contacts first: nobody@client.example',
      '6 The value by which it is found is missing',
      '7 What is new needs a name',
    ]);
    expect(first).toMatchObject({ created: 2, bad: 4, delimiter: ';', key: 'EXTERNAL_ID' });
    const [broken, lost] = [await called('TICKET', 'Broken chair'), await called('TICKET', 'Lost chair')];
    const company = await called('COMPANY', 'Acme New');
    expect(broken).toMatchObject({ priority: 'HIGH', source: 'web', doneAt: null, externalId: 'T1' });
    expect(await tiesOf(broken)).toEqual([company.id, sem.id].sort());
    expect((await findStages(desk.db.uow.reader, [broken.stageId ?? ''])).map(({ word }) => word)).toEqual([
      'WAITING_ON_CONTACT',
    ]);
    expect(lost.doneAt).not.toBeNull();
    expect(await tiesOf(lost)).toEqual([company.id]);
    const before = await everything();
    expect(await imported.taken(file, { kind: 'TICKET' })).toMatchObject({ created: 0, updated: 0, same: 2, bad: 4 });
    expect(await everything()).toEqual(before);
    const more = await imported.taken('ticket id,email,stage\nT2,sem@client.example,New\n', { kind: 'TICKET' });
    expect(more).toMatchObject({ updated: 1 });
    expect(await tiesOf(lost)).toEqual([company.id, sem.id].sort());
    expect(await called('TICKET', 'Lost chair')).toMatchObject({ doneAt: null });
    // By our own id, as our export writes it; and what lies in the bin stays there.
    expect(await imported.taken(`id,title\n${lost.id},Found chair`, { kind: 'TICKET' })).toMatchObject({ updated: 1 });
    await records.delete(agent, [lost.id], false);
    const bin = await imported.taken('ticket id,title\nT2,Again', { kind: 'TICKET' });
    expect(await imported.problems(bin)).toEqual(['2 It lies in the bin; restore it first: Found chair']);
  });

  it('deals have amounts in their currency, tasks their days', async () => {
    const deals = await imported.taken(
      'id,deal name,amount,currency,close date\nD1,Big,"1.234,50",EUR,31-1-2027\nD2,Yen,"1,200",JPY,2027-02-30\nD3,Yen,"1,200",jpy,\nD4,Bad,1.234,XXY,\n',
      { kind: 'DEAL' },
    );
    expect(await imported.problems(deals)).toEqual([
      '3 That is no date, such as 2027-01-31: 2027-02-30',
      '5 The value does not fit its column: XXY',
    ]);
    expect(await called('DEAL', 'Big')).toMatchObject({
      amount: 123_450,
      currency: 'EUR',
      dueAt: Date.UTC(2027, 0, 31, 12),
      ownerId: agentIdOf(agent),
    });
    expect(await called('DEAL', 'Yen')).toMatchObject({ amount: 1200, currency: 'JPY' });
    const tasks = 'id,task,due date,done\nK1,Call Sem,2027-01-31 09:30,\nK2,Old,,yes\n';
    expect(await imported.taken(tasks, { kind: 'TASK' })).toMatchObject({ created: 2 });
    expect(await called('TASK', 'Call Sem')).toMatchObject({ dueAt: Date.UTC(2027, 0, 31, 9, 30), doneAt: null });
    expect((await called('TASK', 'Old')).doneAt).not.toBeNull();
    expect(await imported.taken(tasks, { kind: 'TASK' })).toMatchObject({ same: 2 });
  });

  it('of an inbox in which somebody does nothing stay as they are', async () => {
    const owner = await desk.world.agent('Olga', 'OWNER');
    const members = [{ agentId: owner.id, role: 'AGENT' as const }];
    const inbox = await desk.world.inboxes.save(await desk.world.as(owner), { name: 'Closed', audience: 'MEMBERS', members });
    const olga = await desk.world.as(owner);
    const conversation = await opened(desk.world, { inboxId: inbox.id, contact: sem });
    const ticket = await records.save(olga, { id: newId('ticket'), title: 'Secret', linkIds: [conversation.id] });
    await desk.db.uow.run(olga, (tx) => tx.execute(`UPDATE crm_record SET external_id = 'S1' WHERE id = ?`, [ticket.id]));
    const byOurs = await imported.taken(`id,title\n${ticket.id},Taken`, { kind: 'TICKET' });
    expect(await imported.problems(byOurs)).toEqual([`2 There is nothing with this id: ${ticket.id}`]);
    const byTheirs = await imported.taken('ticket id,title\nS1,Taken', { kind: 'TICKET' });
    expect(await imported.problems(byTheirs)).toEqual(['2 It lies where you may change nothing']);
    expect(await called('TICKET', 'Secret')).toMatchObject({ id: ticket.id });
  });

  it('columns and keys fit the list', async () => {
    const uploadId = await imported.uploaded('id,title\n1,x\n');
    const columns = [
      { index: 0, target: 'EXTERNAL_ID' as const },
      { index: 1, target: 'PHONE' as const },
    ];
    const start = (input: object) => imported.imports.start(agent, newId('listImport'), { uploadId, kind: 'TASK', ...input });
    await expect(start({ columns })).rejects.toMatchObject({ detail: { path: ['columns', '1', 'target'] } });
    await expect(start({ key: 'EMAIL' })).rejects.toMatchObject({ detail: { path: ['key'] } });
  });
});

describe('cells', () => {
  it.each([
    ['1234.5', 'EUR', 123_450],
    ['€ 1.234,50', 'EUR', 123_450],
    ['1,234,567', 'EUR', 123_456_700],
    ['1.234', 'EUR', 123_400],
    ['1.234', 'KWD', 1_234],
    ['EUR 10', 'EUR', 1_000],
  ])('%s %s is %d of the smallest unit', (cell, currency, amount) => {
    expect(amountIn(cell, currency)).toBe(amount);
  });

  it.each(['-5', 'many', '1.2345', ''])('%s is no amount', (cell) => {
    expect(() => amountIn(cell, 'EUR')).toThrow(BadRow);
  });

  it.each([
    ['2027-01-31', '2027-01-31T12:00:00.000Z'],
    ['31.1.2027', '2027-01-31T12:00:00.000Z'],
    ['2027-01-31T09:30:00+02:00', '2027-01-31T07:30:00.000Z'],
    ['2027-01-31 09:30', '2027-01-31T09:30:00.000Z'],
  ])('%s is %s', (cell, iso) => {
    expect(new Date(instantIn(cell)).toISOString()).toBe(iso);
  });

  it.each(['1/2/2027', '2027-02-30', '2027-01-31 25:00', 'soon'])('%s is no date', (cell) => {
    expect(() => instantIn(cell)).toThrow(BadRow);
  });
});

const agentIdOf = ({ principal }: Ctx): string | null => (principal.kind === 'user' ? principal.userId : null);
