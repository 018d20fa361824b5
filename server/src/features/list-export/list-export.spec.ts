import type { IncomingMessage } from 'node:http';
import { Global, type INestApplication, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { ChannelDesk } from '../../../test/support/channel-desk.js';
import { contactOf, opened } from '../../../test/support/conversations.js';
import { testCtx } from '../../../test/support/database.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { JobQueue } from '../../kernel/jobs.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { PublicAddress } from '../../kernel/public-address.js';
import { RequestAuth } from '../../kernel/request-auth.js';
import { insertRows } from '../../kernel/rows.js';
import { Storage } from '../../kernel/storage.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { ListImport } from '../list-import/list-import.entity.js';
import { ListImportModule } from '../list-import/index.js';
import { ImportProblem } from '../list-import/import-problem.entity.js';
import { ContactPropertyService } from '../contacts/contact-property.service.js';
import { ContactService } from '../contacts/index.js';
import { RecordService } from '../records/index.js';
import { ListExportModule } from './list-export.module.js';

let desk: ChannelDesk;
let app: INestApplication;
let base: string;
const people = new Map<string, Ctx>();
const sizeId = newId('contactProperty');

/** A person is who the test says he is. */
class NamedAuth extends RequestAuth {
  authenticate(request: IncomingMessage): Promise<Ctx | null> {
    return Promise.resolve(people.get(String(request.headers['x-who'])) ?? null);
  }
}

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { world, db } = desk;
  const [anna, tom, olga] = [await world.agent('Anna'), await world.agent('Tom'), await world.agent('Olga', 'OWNER')];
  const members = [{ agentId: anna.id, role: 'AGENT' as const }];
  const inbox = await world.inboxes.save(await world.as(olga), { name: 'Sales', audience: 'MEMBERS', members });
  people.set('anna', await world.as(anna)).set('tom', await world.as(tom));
  const scopes = new Set(['CONVERSATIONS_READ'] as const);
  people.set('blind', { principal: { kind: 'integration', tokenId: 't', name: 'B', scopes }, correlationId: 'x' });
  const [asAnna] = [people.get('anna')!];
  await new ContactPropertyService(db.uow).save(asAnna, { id: sizeId, label: 'Size', type: 'NUMBER', inAbout: true });
  const records = new RecordService(db.uow, db.journal);
  const contacts = new ContactService(db.uow, db.journal);
  const sem = await contactOf(world, 'sem@firm.example', '=HYPERLINK("http://evil.example")');
  await contacts.save(asAnna, {
    id: sem.id,
    ownerId: anna.id,
    fields: { [sizeId]: -4 },
    addIdentities: [{ kind: 'phone', value: '+31 20 1' }],
  });
  await records.save(asAnna, { id: newId('company'), title: 'Firm', domain: 'firm.example' });
  const conversation = await opened(world, { inboxId: inbox.id, contact: sem });
  await records.save(asAnna, { id: newId('ticket'), title: 'Secret of sales', linkIds: [conversation.id] });
  await records.save(asAnna, { id: newId('ticket'), title: 'Broken, "again"\nand again', priority: 'HIGH', linkIds: [sem.id] });
  await records.save(asAnna, { id: newId('deal'), title: 'Big', amount: 123_450, currency: 'EUR', linkIds: [sem.id] });
  await records.save(asAnna, { id: newId('task'), title: 'Call', dueAt: Date.UTC(2026, 1, 3, 4) });
  // More than one page.
  for (let n = 0; n < 501; n += 1) await contactOf(world, `n${n}@many.example`, `Many ${String(n)}`);
  @Global()
  @Module({
    providers: [
      { provide: UnitOfWork, useValue: db.uow },
      { provide: Storage, useValue: desk.storage },
      { provide: JobQueue, useValue: desk.queue },
      { provide: RequestAuth, useClass: NamedAuth },
      { provide: PublicAddress, useValue: new PublicAddress(null) },
      NodeRegistry,
    ],
    exports: [UnitOfWork, Storage, JobQueue, RequestAuth, PublicAddress, NodeRegistry],
  })
  class Kernel {}
  const testing = await Test.createTestingModule({ imports: [Kernel, ListExportModule, ListImportModule] }).compile();
  app = testing.createNestApplication({ logger: false });
  await app.listen(0, '127.0.0.1');
  base = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await desk.close();
});

async function fetched(path: string, who = 'anna'): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(`${base}/files/${path}`, { headers: { 'x-who': who } });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, text };
}

const rowsOf = async (path: string, who?: string): Promise<Record<string, string>[]> =>
  parse((await fetched(path, who)).text, { columns: true, bom: true });

it('contacts leave as a file that no spreadsheet runs anything of, with what the team keeps of them', async () => {
  const { status, headers, text } = await fetched('lists/contacts.csv?search=sem%40firm');
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toContain('attachment; filename="contacts.csv"');
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(text.startsWith('\uFEFFid,name,')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const [row] = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  const [{ email: owner }] = (await desk.rows<{ email: string }>(`SELECT email FROM app_user WHERE name = 'Anna'`)) as [
    { email: string },
  ];
  expect(row).toMatchObject({
    name: `'=HYPERLINK("http://evil.example")`,
    ...{ email: 'sem@firm.example', phone: "'+31 20 1", company: 'Firm', owner, Size: '-4' },
  });
  expect((await fetched('lists/contacts.csv?bom=0')).text.startsWith('id,name,')).toBe(true);
});

it('it is the whole list with its filters, page after page', async () => {
  expect(await rowsOf('lists/contacts.csv')).toHaveLength(502);
  expect(await rowsOf('lists/contacts.csv?search=many.example')).toHaveLength(501);
  const [{ id }] = (await desk.rows<{ id: string }>(`SELECT id FROM app_user WHERE name = 'Anna'`)) as [{ id: string }];
  expect(await rowsOf(`lists/contacts.csv?ownerId=${id}`)).toHaveLength(1);
  expect(await rowsOf('lists/contacts.csv?deleted=1')).toEqual([]);
  expect(await rowsOf(`lists/contacts.csv?propertyId=${sizeId}&value=-4`)).toHaveLength(1);
  expect(await rowsOf(`lists/contacts.csv?propertyId=${sizeId}&value=4`)).toEqual([]);
});

it('records leave as who asks sees them (S6), with words for stages and money', async () => {
  const titles = async (who: string): Promise<(string | undefined)[]> =>
    (await rowsOf('lists/records.csv?type=TICKET&language=nl', who)).map(({ title }) => title);
  expect(await titles('anna')).toEqual(['Broken, "again" and again', 'Secret of sales']);
  expect(await titles('tom')).toEqual(['Broken, "again" and again']);
  const [ticket] = await rowsOf('lists/records.csv?type=TICKET&language=nl&search=Broken');
  expect(ticket).toMatchObject({ number: '2', pipeline: 'Klantenservice', stage: 'Nieuw', priority: 'HIGH' });
  expect(ticket?.['contacts']).toContain('HYPERLINK');
  expect(await rowsOf('lists/records.csv?type=TICKET&priority=LOW')).toEqual([]);
  expect(await rowsOf('lists/records.csv?type=TICKET&open=0')).toEqual([]);
  expect(await rowsOf('lists/records.csv?type=DEAL')).toMatchObject([{ title: 'Big', amount: '1234.50', currency: 'EUR' }]);
  expect(await rowsOf('lists/records.csv?type=TASK')).toMatchObject([{ title: 'Call', due_at: '2026-02-03T04:00:00.000Z' }]);
  expect(await rowsOf('lists/records.csv?type=COMPANY')).toMatchObject([{ name: 'Firm', domain: 'firm.example' }]);
});

it('nobody gets one without the right, and each one that left is in the log', async () => {
  expect((await fetched('lists/contacts.csv', 'stranger')).status).toBe(401);
  expect((await fetched('lists/contacts.csv', 'blind')).status).toBe(401);
  expect((await fetched('lists/records.csv?type=TICKET', 'stranger')).status).toBe(401);
  expect((await fetched('lists/records.csv?type=NOTE')).status).toBe(400);
  expect((await fetched('lists/records.csv?type=toString')).status).toBe(400);
  const [entry] = await desk.rows<{ changes: string; actor_name: string }>(
    `SELECT changes, actor_name FROM audit_entry WHERE action = 'LIST_EXPORTED' ORDER BY seq LIMIT 1`,
  );
  expect(entry).toMatchObject({ actor_name: 'Anna' });
  expect(JSON.parse(entry?.changes ?? '')).toEqual([{ field: 'list', before: null, after: 'contacts' }]);
});

it('the rows of a file that were not taken in come back with line and reason, guarded as well', async () => {
  const id = newId('listImport');
  await desk.db.uow.run(testCtx(), async (tx) => {
    await insertRows(tx, ListImport, [
      {
        ...{
          id,
          kind: 'CONTACT' as const,
          fileName: 'x.csv',
          hash: null,
          encoding: 'utf-8' as const,
          delimiter: ',',
          headers: ['name', 'mail'],
        },
        ...{ columns: [], key: 'EMAIL' as const, state: 'DONE' as const, reason: null, total: 1, done: 1, created: 0 },
        ...{ updated: 0, same: 0, bad: 1, byKind: 'USER' as const, byId: null, byName: 'Anna', startedAt: 1, endedAt: 2 },
      },
    ]);
    await insertRows(tx, ImportProblem, [{ importId: id, line: 7, code: 'BAD_EMAIL', detail: '=x', cells: ['=cmd', '=x'] }]);
  });
  const path = `imports/${id}/problems.csv?language=nl`;
  expect(await rowsOf(path)).toEqual([{ line: '7', reason: 'Dat is geen e-mailadres: =x', name: "'=cmd", mail: "'=x" }]);
  expect((await fetched(path, 'stranger')).status).toBe(401);
  expect((await fetched(path, 'blind')).status).toBe(404);
  expect((await fetched(`imports/${newId('listImport')}/problems.csv`)).status).toBe(404);
});
