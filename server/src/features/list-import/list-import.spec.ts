import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChannelDesk } from '../../../test/support/channel-desk.js';
import { ImportDesk } from '../../../test/support/import-desk.js';
import { gqlContext } from '../../../test/support/world.js';
import { contactOf } from '../../../test/support/conversations.js';
import type { Ctx } from '../../kernel/context.js';
import { csvLine } from '../../kernel/csv.js';
import { newId } from '../../kernel/ids.js';
import { firstBrokenEntry } from '../audit/audit.repository.js';
import { ContactResolver } from '../contacts/contact.resolver.js';
import { ContactPropertyService } from '../contacts/contact-property.service.js';
import { type Contact, ContactService, findContact, identitiesOf } from '../contacts/index.js';
import { companiesOfContacts, RecordService } from '../records/index.js';
import type { ImportTarget } from './import-kinds.js';
import { ListImportJob } from './list-import.job.js';
import { IMPORT, type ImportInput, type ListImportService, MAX_ROWS } from './list-import.service.js';
import type { ListImport } from './list-import.entity.js';
import { reasonOf } from './problems.js';

let imported: ImportDesk;
let desk: ChannelDesk;
let imports: ListImportService;
let contacts: ContactService;
let agent: Ctx;
let agentId: string;
let other: Ctx;
const properties: Record<string, string> = {};

beforeAll(async () => {
  imported = await ImportDesk.open();
  ({ desk, imports, agent, agentId } = imported);
  contacts = new ContactService(desk.db.uow, desk.db.journal);
  other = await desk.world.as(await desk.world.agent('Tom'));
  const types = { Size: 'NUMBER', Since: 'DATE', VIP: 'YES_NO', Plan: 'CHOICE' } as const;
  for (const [label, type] of Object.entries(types)) {
    properties[label] = newId('contactProperty');
    const options = type === 'CHOICE' ? ['Free', 'Paid'] : null;
    await new ContactPropertyService(desk.db.uow).save(agent, { id: properties[label], label, type, options, inAbout: true });
  }
});
afterAll(() => desk.close());

const uploaded = (content: string | Buffer, ctx?: Ctx): Promise<string> => imported.uploaded(content, ctx);
const taken = (content: string | Buffer, input?: Partial<ImportInput>): Promise<ListImport> => imported.taken(content, input);
const problems = (one: ListImport, language?: string): Promise<string[]> => imported.problems(one, language);

async function named(name: string): Promise<Contact & { known: string[]; companies: string[] }> {
  const { reader } = desk.db.uow;
  const [contact] = (await contacts.list({ search: name })).nodes;
  if (!contact) throw new Error(`Nobody is called ${name}`);
  const known = (await identitiesOf(reader, [contact.id])).map(({ value }) => value);
  return { ...contact, known, companies: (await companiesOfContacts(reader, [contact.id], { all: true })).get(contact.id) ?? [] };
}

const everything = () =>
  desk.rows(`SELECT c.id, c.name, c.fields, c.version, (SELECT COUNT(*) FROM contact_identity i WHERE i.contact_id = c.id) AS n,
    (SELECT COUNT(*) FROM association a WHERE a.to_id = c.id) AS ties, (SELECT COUNT(*) FROM crm_record) AS records FROM contact c ORDER BY c.id`);

describe('a preview', () => {
  it('finds encoding, delimiter and columns, and says what the rows would do, without doing it', async () => {
    const sem = await contactOf(desk.world, 'sem@client.example', 'Sem');
    const text = [
      'Voornaam;Achternaam;E-mailadres;Telefoon;Bedrijf;Since;VIP;Opmerking',
      'Zoë;Smit;zoe@client.example;+31 20 123;Client;1-2-2026;ja;x',
      'Sem;Bos;SEM@client.example;;;;;',
      'Sem;Bos;sem@client.example;;;;;',
      'Nobody;;nobody;;;;;',
      'Late;;late@client.example;;;31-2-2026;;',
    ].join('\r\n');
    // As Excel writes it in the west.
    const input = { uploadId: await uploaded(Buffer.from(text, 'latin1')) };
    const preview = await imports.preview(agent, input);
    expect(preview).toMatchObject({ encoding: 'windows-1252', delimiter: ';', key: 'EMAIL', total: 5 });
    const targets: ImportTarget[] = ['FIRST_NAME', 'LAST_NAME', 'EMAIL', 'PHONE', 'COMPANY', 'PROPERTY', 'PROPERTY', 'SKIP'];
    expect(preview.columns.map(({ target }) => target)).toEqual(targets);
    expect(preview.rows.map(({ outcome, name }) => [outcome, name])).toEqual([
      ['NEW', 'Zoë Smit'],
      ['UPDATE', 'Sem Bos'],
      ['SAME', 'Sem Bos'],
      ['BAD', null],
      ['BAD', null],
    ]);
    const reasons = preview.rows.flatMap(({ row, problem }) => (problem ? `${row.line} ${reasonOf(problem, 'nl')}` : []));
    expect(reasons).toEqual(['5 Dat is geen e-mailadres: nobody', '6 De waarde past niet bij de kolom: Since: 31-2-2026']);
    expect(await findContact(desk.db.uow.reader, sem.id)).toMatchObject({ name: 'Sem' });
    expect((await contacts.list({ search: 'Zoë' })).nodes).toEqual([]);
  });

  it.each([
    [
      'UTF-16 with a mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('name\temail\nÉva\teva@x.example', 'utf16le')]),
      '\t',
    ],
    ['UTF-16 without one', Buffer.from('name,email\nÉva,eva@x.example', 'utf16le'), ','],
    ['UTF-8 with a mark', Buffer.from('\uFEFFname|email\nÉva|eva@x.example'), '|'],
    ['a line for Excel', Buffer.from('sep=;\r\nname;email\r\nÉva;eva@x.example'), ';'],
  ])('reads %s', async (_name, bytes, delimiter) => {
    const preview = await imports.preview(agent, { uploadId: await uploaded(bytes) });
    expect(preview).toMatchObject({ delimiter, headers: ['name', 'email'], rows: [{ outcome: 'NEW', name: 'Éva' }] });
  });

  it('refuses what is no such file, in words and under its place', async () => {
    const refused: [string | Buffer, Partial<ImportInput>, object][] = [
      ['', {}, { code: 'INVALID', detail: { path: ['uploadId'] } }],
      ['name,email\n', {}, { code: 'INVALID', detail: { path: ['uploadId'] } }],
      ['name,email\n"Eva,x', {}, { code: 'INVALID', detail: { path: ['uploadId'] } }],
      ['name,email\nx,x', { encoding: 'x' as 'utf-8' }, { code: 'INVALID', detail: { path: ['encoding'] } }],
      ['name,email\nx,x', { delimiter: 'x' }, { code: 'INVALID', detail: { path: ['delimiter'] } }],
      [`email\n${'x\n'.repeat(MAX_ROWS + 1)}`, {}, { code: 'LIMIT', detail: { path: ['uploadId'] } }],
      [Buffer.alloc(10 * 1024 * 1024 + 1, 'x'), {}, { code: 'LIMIT', detail: { path: ['uploadId'] } }],
    ];
    for (const [content, input, error] of refused)
      await expect(imports.preview(agent, { uploadId: await uploaded(content), ...input })).rejects.toMatchObject(error);
    // Another's file is none.
    const uploadId = await uploaded('name,email\nx,x@x.example');
    await expect(imports.preview(other, { uploadId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      detail: { path: ['uploadId'] },
    });
    const wrong: [ImportInput['columns'], string[]][] = [
      [[{ index: 0, target: 'NAME' }], ['key']],
      [[{ index: 2, target: 'EMAIL' }], ['columns', '0', 'index']],
      [[{ index: 1, target: 'PROPERTY', propertyId: newId('contactProperty') }], ['columns', '0', 'propertyId']],
    ];
    for (const [columns, path] of wrong)
      await expect(
        imports.start(agent, newId('listImport'), { uploadId, columns: columns ?? null, key: 'EMAIL' }),
      ).rejects.toMatchObject({ code: 'INVALID', detail: { path } });
    const reader: Ctx = {
      ...agent,
      principal: { kind: 'integration', tokenId: 't', name: 'R', scopes: new Set(['CONTACTS_READ']) },
    };
    await expect(imports.preview(reader, { uploadId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('an import', () => {
  const lines = [
    ['Name', 'Email', 'Phone', 'Company', 'Owner', 'Size', 'Plan'],
    ['Ida', 'ida@firm.example; ida.home@other.example', "'+31 20 555", 'Firm', 'OWNER', '12,5', 'paid'],
    ['Bob', 'bob@firm.example', '', 'firm', '', '', ''],
    ['Thief', 'thief@firm.example', '+31 20 555', '', '', '', ''],
    ['Owned', 'owned@firm.example', '', '', 'nobody@team.example', '', ''],
    ['Multi\nline', 'multi@firm.example', '', '', '', '7', ''],
    ['Wrong', 'wrong@firm.example', '', '', '', 'many', ''],
  ];
  const file = async (): Promise<string> => {
    const [{ email }] = (await desk.rows<{ email: string }>('SELECT email FROM app_user WHERE id = ?', [agentId])) as [
      { email: string },
    ];
    return lines
      .map((row) => csvLine(row))
      .join('')
      .replace('OWNER', email);
  };

  it('makes and changes contacts, reports each bad row with its line, and a second time changes nothing', async () => {
    const first = await taken(await file());
    expect(first).toMatchObject({ state: 'DONE', total: 6, done: 6, created: 3, updated: 0, same: 0, bad: 3, hash: null });
    expect(await problems(first)).toEqual([
      '4 It belongs to another contact; merge the two by hand if they are one: +31 20 555',
      '5 No colleague has this e-mail address: nobody@team.example',
      '8 The value does not fit its column: Size: many',
    ]);
    const ida = await named('Ida');
    expect(ida).toMatchObject({
      ownerId: agentId,
      fields: { [properties['Size']!]: 12.5, [properties['Plan']!]: 'Paid' },
      known: ['ida@firm.example', 'ida.home@other.example', '+31 20 555'],
      companies: ['Firm'],
    });
    expect(await named('Bob')).toMatchObject({ companies: ['Firm'] });
    expect(await named('Multi')).toMatchObject({ name: 'Multi line' });
    const before = await everything();
    const second = await taken(await file());
    expect(second).toMatchObject({ state: 'DONE', created: 0, updated: 0, same: 3, bad: 3 });
    expect(await everything()).toEqual(before);
    // Nothing is left of the file, and the log says what was done without whose it was.
    const [entry] = await desk.rows<{ object_name: string | null }>(`SELECT * FROM audit_entry WHERE object_id = ?`, [first.id]);
    expect(entry).toMatchObject({ action: 'CONTACTS_IMPORTED', object_name: null, actor_name: 'Anna' });
    expect(await firstBrokenEntry(desk.db.uow.reader)).toBeNull();
  });

  it('never makes one of two contacts, whatever a row says of them (G14 72)', async () => {
    const one = await contactOf(desk.world, 'one@two.example', 'One');
    const two = await contactOf(desk.world, 'two@two.example', 'Two');
    const rows = 'id,email\nA1,one@two.example\nA2,one@two.example\nA1,two@two.example\n,three@two.example\n';
    const columns = [
      { index: 0, target: 'EXTERNAL_ID' as const },
      { index: 1, target: 'EMAIL' as const },
    ];
    const result = await taken(rows, { columns, key: 'EXTERNAL_ID' });
    expect(result).toMatchObject({ updated: 1, bad: 3 });
    expect(await problems(result)).toEqual([
      '3 What was found is known by another id: A1',
      '4 It belongs to another contact; merge the two by hand if they are one: two@two.example',
      '5 The value by which it is found is missing',
    ]);
    const both = await taken('email\none@two.example; two@two.example\n');
    expect(both).toMatchObject({ bad: 1, updated: 0 });
    expect((await identitiesOf(desk.db.uow.reader, [one.id])).map(({ value }) => value)).toEqual(['one@two.example', 'A1']);
    expect((await identitiesOf(desk.db.uow.reader, [two.id])).map(({ value }) => value)).toEqual(['two@two.example']);
    const resolver = new ContactResolver(contacts, new ContactPropertyService(desk.db.uow), desk.db.uow);
    expect(await Promise.all([one, two].map((each) => resolver.externalId(each, {}, gqlContext(agent))))).toEqual(['A1', null]);
    // By the id of the other system he is found when his address is a new one; who is in the bin stays there.
    expect(await taken('id,email\nA1,new@two.example', { columns, key: 'EXTERNAL_ID' })).toMatchObject({ updated: 1 });
    expect(await taken(`id,name\n${one.id},Uno`)).toMatchObject({ key: 'EXTERNAL_ID', updated: 1 });
    expect(await findContact(desk.db.uow.reader, one.id)).toMatchObject({ name: 'Uno' });
    await contacts.delete(agent, [two.id], false);
    expect(await problems(await taken('email,name\ntwo@two.example,Dos'), 'nl')).toEqual([
      '2 Het ligt in de prullenbak; zet het eerst terug: Two',
    ]);
  });

  it('goes on where it was stopped, and does no row twice', async () => {
    const rows = Array.from({ length: 230 }, (_, n) => `Many ${n},many${n}@many.example,Many Firm\n`).join('');
    const uploadId = await uploaded(`name,email,company\n${rows}`);
    const id = newId('listImport');
    const started = await imports.start(agent, id, { uploadId });
    // A repeat is the same one, and for somebody else the id is taken.
    expect(await imports.start(agent, id, { uploadId })).toMatchObject({ id, startedAt: started.startedAt });
    await expect(imports.start(other, id, { uploadId })).rejects.toMatchObject({ code: 'CONFLICT' });
    const job = new ListImportJob(desk.db.uow, desk.queue, desk.storage);
    for (let run = 0; run < 3; run += 1) {
      let batches = 0;
      const throwIfAborted = (): void => {
        if ((batches += 1) > 1) throw new Error('died');
      };
      const signal = { throwIfAborted } as unknown as AbortSignal;
      const call = { id: 'job_x', name: IMPORT, payload: { importId: id }, attempt: 1, correlationId: 'x', signal };
      await expect(job.run(call)).rejects.toThrow('died');
      expect(await imports.find(agent, id)).toMatchObject({ state: 'RUNNING', done: (run + 1) * 50 });
    }
    await desk.queue.run();
    expect(await imports.find(agent, id)).toMatchObject({ state: 'DONE', done: 230, created: 230, same: 0, bad: 0 });
    const [count] = await desk.rows(`SELECT COUNT(*) AS n FROM contact WHERE name LIKE 'Many %'`);
    expect(Number((count as { n: number }).n)).toBe(230);
    const companies = await new RecordService(desk.db.uow, desk.db.journal).list(agent, {
      filter: { type: 'COMPANY', search: 'Many' },
    });
    expect(companies.nodes).toHaveLength(1);
  });

  it('stops when who began it may no longer change contacts', async () => {
    const gone = await desk.world.agent('Gone');
    const ctx = await desk.world.as(gone);
    const { id } = await imports.start(ctx, newId('listImport'), { uploadId: await uploaded('email\nx@gone.example', ctx) });
    await desk.db.uow.run(ctx, (tx) => tx.execute(`UPDATE app_user SET state = 'DEACTIVATED' WHERE id = ?`, [gone.id]));
    await desk.queue.run();
    expect(await imports.find(agent, id)).toMatchObject({ state: 'FAILED', hash: null, done: 0 });
    expect((await contacts.list({ search: 'x@gone' })).nodes).toEqual([]);
  });
});
