import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChannelDesk } from '../../../test/support/channel-desk.js';
import { opened } from '../../../test/support/conversations.js';
import { testCtx } from '../../../test/support/database.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import type { User } from '../agents/index.js';
import { BulkChangeJob } from '../bulk-changes/bulk-change.job.js';
import { BULK_CHANGE, BulkChangeService } from '../bulk-changes/bulk-change.service.js';
import { type BulkChange, BulkSubjects } from '../bulk-changes/index.js';
import { seenBy } from '../changes/change-rules.js';
import { ContactPropertyService } from '../contacts/contact-property.service.js';
import { ContactService } from '../contacts/index.js';
import { listPipelines, stagesOf, type RecordFilter, RecordService } from '../records/index.js';
import type { ContactAction, RecordAction } from './actions.js';
import { type ContactFilter, ContactSubject } from './contact-subject.js';
import { RecordSubject } from './record-subject.js';

const DAY_MS = 24 * 60 * 60_000;

let desk: ChannelDesk;
let changes: BulkChangeService;
let contacts: ContactService;
let records: RecordService;
let anna: User;
let bram: User;
let propertyId: string;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, queue, world, clock } = desk;
  const subjects = new BulkSubjects();
  subjects.register(new ContactSubject(db.uow));
  subjects.register(new RecordSubject(db.uow));
  changes = new BulkChangeService(db.uow, subjects);
  new BulkChangeJob(db.uow, queue, subjects, clock).onModuleInit();
  contacts = new ContactService(db.uow, db.journal);
  records = new RecordService(db.uow, db.journal);
  anna = await world.agent('Anna');
  bram = await world.agent('Bram');
  propertyId = newId('contactProperty');
  await new ContactPropertyService(db.uow).save(await as(anna), { id: propertyId, label: 'Size', type: 'NUMBER', inAbout: true });
});
afterAll(() => desk.close());

const as = (user: User): Promise<Ctx> => desk.world.as(user);
const now = async (one: BulkChange): Promise<BulkChange> => (await changes.find(await as(anna), one.id))!;
const runAll = async (one: BulkChange): Promise<BulkChange> => (await desk.queue.run(), now(one));
const undone = async (one: BulkChange): Promise<BulkChange> => (await changes.undo(await as(anna), one.id), runAll(one));
const beginContacts = async (filter: ContactFilter, action: ContactAction): Promise<BulkChange> =>
  changes.start(await as(anna), 'CONTACTS', { id: newId('bulkChange'), filter, action });
const beginRecords = async (filter: RecordFilter, action: RecordAction): Promise<BulkChange> =>
  changes.start(await as(anna), 'RECORDS', { id: newId('bulkChange'), filter, action });

/** Contacts with this word in their names, the first made first. */
async function people(word: string, count: number): Promise<string[]> {
  const ctx = await as(anna);
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = newId('contact');
    await contacts.save(ctx, { id, name: `${word} No${n}`, fields: { [propertyId]: n } });
    ids.push(id);
  }
  return ids;
}
async function tickets(word: string, count: number, part: object = {}): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId('ticket'));
  for (const [n, id] of ids.entries()) await records.save(await as(anna), { id, title: `${word} No${n}`, ...part });
  return ids;
}
const contactRows = (word: string): Promise<Record<string, unknown>[]> =>
  desk.rows('SELECT id, owner_id, fields, deleted_at FROM contact WHERE name LIKE ? ORDER BY id', [`${word} %`]);
const recordRows = (word: string): Promise<Record<string, unknown>[]> =>
  desk.rows('SELECT id, owner_id, stage_id, priority, deleted_at FROM crm_record WHERE title LIKE ? ORDER BY id', [`${word} %`]);

/** One batch of the job, as if its process died after it. */
async function oneBatch(): Promise<void> {
  const [row] = await desk.rows<{ id: string }>("SELECT id FROM job WHERE name = ? AND state = 'PENDING' ORDER BY id LIMIT 1", [
    BULK_CHANGE,
  ]);
  let units = 0;
  const { uow } = desk.db;
  const run = uow.run.bind(uow);
  uow.run = (async (ctx: Ctx, ...rest: [never]) => {
    if (ctx.operationId?.startsWith('blk_') && (units += 1) > 2) throw new Error('The process died');
    return run(ctx, ...rest);
  }) as typeof uow.run;
  await desk.queue.runOne(BULK_CHANGE, row!.id);
  uow.run = run;
}

describe('all in the list of contacts', () => {
  it('gets an owner batch by batch, where a search finds them, and has its owners back as one thing (U6, U16)', async () => {
    const ids = await people('Apple', 120);
    const others = await people('Pear', 1);
    await contacts.save(await as(anna), { id: ids[3]!, ownerId: bram.id });
    await contacts.save(await as(anna), { id: ids[4]!, ownerId: anna.id });
    const before = await contactRows('Apple');
    const one = await beginContacts({ search: 'apple' }, { own: { ownerId: bram.id } });
    expect(one).toMatchObject({ kind: 'CONTACTS', state: 'RUNNING', total: null });
    expect(await runAll(one)).toMatchObject({ state: 'DONE', total: 120, done: 120, changed: 119, failed: 0 });
    expect(new Set((await contactRows('Apple')).map(({ owner_id: owner }) => owner))).toEqual(new Set([bram.id]));
    expect(await contactRows('Pear')).toMatchObject([{ id: others[0], owner_id: null }]);
    const events = (await desk.db.journal.read(0, 100_000)).filter(({ nodeId }) => nodeId === one.id);
    expect(events.length).toBeGreaterThan(3);
    for (const event of events) expect(seenBy((await as(bram)).principal, event)).toBe('nothing');
    const log = await desk.rows('SELECT action FROM audit_entry WHERE object_id = ?', [one.id]);
    expect(log).toEqual([{ action: 'CONTACTS_CHANGED' }]);
    expect(await undone(one)).toMatchObject({ state: 'UNDONE', undone: 119, failed: 0 });
    expect(await contactRows('Apple')).toEqual(before);
  });

  it('goes on where its process died, and what a colleague did since is not taken back', async () => {
    const ids = await people('Plum', 70);
    const one = await beginContacts({ search: 'plum' }, { fields: { [propertyId]: 7 } });
    await oneBatch();
    expect(await now(one)).toMatchObject({ state: 'RUNNING', done: 50, changed: 50 });
    desk.clock.turn(DAY_MS / 2);
    // One had the seven already.
    expect(await runAll(one)).toMatchObject({ state: 'DONE', done: 70, changed: 69 });
    await contacts.save(await as(bram), { id: ids[0]!, name: 'Plum Changed' });
    const back = await undone(one);
    expect(back).toMatchObject({
      state: 'UNDONE',
      undone: 68,
      failed: 1,
      problems: [{ name: 'Plum Changed', code: 'CONFLICT' }],
    });
    const sizes = (await contactRows('Plum')).map(
      ({ fields }) => (JSON.parse(String(fields)) as Record<string, number>)[propertyId],
    );
    expect(sizes).toEqual([7, ...ids.slice(1).map((_, n) => n + 1)]);
  });

  it('goes into the bin and out of it again (D44), and can be stopped half way', async () => {
    await people('Fig', 60);
    const one = await beginContacts({ search: 'fig' }, { deleted: true });
    await oneBatch();
    expect(await changes.stop(await as(anna), one.id)).toMatchObject({ state: 'STOPPED', changed: 50 });
    desk.clock.turn(DAY_MS / 2);
    await desk.queue.run();
    expect((await contactRows('Fig')).filter((row) => row['deleted_at'] !== null)).toHaveLength(50);
    const rest = await runAll(await beginContacts({ search: 'fig', deleted: true }, { deleted: false }));
    expect(rest).toMatchObject({ state: 'DONE', total: 50, changed: 50 });
    expect((await contactRows('Fig')).filter((row) => row['deleted_at'] !== null)).toEqual([]);
    // What was restored since is as it was: nothing is taken back twice.
    expect(await undone(one)).toMatchObject({ undone: 0, failed: 50 });
  });

  it('is all of whom a fact is kept', async () => {
    const ids = await people('Grape', 3);
    const one = await runAll(
      await beginContacts({ fact: { propertyId, value: '1' }, search: 'grape' }, { own: { ownerId: bram.id } }),
    );
    expect(one).toMatchObject({ state: 'DONE', total: 1, changed: 1 });
    expect((await contactRows('Grape')).filter(({ owner_id: owner }) => owner === bram.id).map(({ id }) => id)).toEqual([ids[1]]);
  });

  it('tells what it cannot be, and whom it may not be begun by', async () => {
    await people('Date', 2);
    const wrong = await runAll(await beginContacts({ search: 'date' }, { fields: { [propertyId]: 'large' } }));
    expect(wrong).toMatchObject({ state: 'DONE', changed: 0, failed: 2 });
    expect(wrong.problems.map(({ name, code }) => [name, code])).toEqual([
      ['Date No1', 'INVALID'],
      ['Date No0', 'INVALID'],
    ]);
    const script = { principal: { kind: 'integration', tokenId: 't', name: 'S', scopes: new Set(['CONTACTS_WRITE']) } } as never;
    const input = { id: newId('bulkChange'), filter: {}, action: { deleted: true } };
    await expect(changes.start(script, 'CONTACTS', input)).rejects.toMatchObject({ code: 'UNSUPPORTED' });
    const reads = await as(anna);
    const reader = { ...reads, principal: { ...reads.principal, scopes: new Set(['CONTACTS_READ']) } } as Ctx;
    await expect(changes.start(reader, 'CONTACTS', input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(changes.start(reader, 'RECORDS', { ...input, filter: { type: 'TICKET' } })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('all in a list of records', () => {
  it('gets a stage, a priority, an owner, a tie and is binned, each taken back as one thing', async () => {
    const [pipeline] = await listPipelines(desk.db.uow.reader, 'TICKET');
    const stages = await stagesOf(desk.db.uow.reader, [pipeline!.id]);
    const [client] = await people('Client', 1);
    await tickets('Kettle', 60, { priority: 'LOW' });
    await tickets('Kettle', 3, { stageId: stages[1]!.id });
    const filter: RecordFilter = { type: 'TICKET', search: 'kettle' };
    const before = await recordRows('Kettle');
    const tied = async (): Promise<number> =>
      (await desk.rows('SELECT from_id FROM association WHERE to_id = ?', [client!])).length;
    for (const [action, changed, seen] of [
      [{ stageId: stages[1]!.id }, 60, { stage_id: stages[1]!.id }],
      [{ prioritise: { priority: 'URGENT' } }, 63, { priority: 'URGENT' }],
      [{ prioritise: {} }, 60, { priority: null }],
      [{ own: {} }, 63, { owner_id: null }],
      [{ linkToId: client! }, 63, {}],
      [{ deleted: true }, 63, { deleted_at: expect.anything() as unknown }],
    ] as [RecordAction, number, object][]) {
      const one = await runAll(await beginRecords(filter, action));
      expect(one).toMatchObject({ state: 'DONE', total: 63, changed, failed: 0 });
      for (const row of await recordRows('Kettle')) expect(row).toMatchObject(seen);
      if ('linkToId' in action) expect(await tied()).toBe(63);
      expect(await undone(one)).toMatchObject({ state: 'UNDONE', undone: changed, failed: 0 });
      expect(await recordRows('Kettle')).toEqual(before);
    }
    expect(await tied()).toBe(0);
  });

  it('is only what he sees, with the right that he has at each (S5, S6)', async () => {
    const reads = await desk.world.inboxes.save(testCtx(), {
      name: 'Read only',
      audience: 'MEMBERS',
      members: [
        { agentId: anna.id, role: 'VIEWER' },
        { agentId: bram.id, role: 'AGENT' },
      ],
    });
    const hidden = await desk.world.inboxes.save(testCtx(), {
      name: 'Hidden',
      audience: 'MEMBERS',
      members: [{ agentId: bram.id, role: 'AGENT' }],
    });
    const shown = await opened(desk.world, { inboxId: reads.id });
    const secret = await opened(desk.world, { inboxId: hidden.id });
    const his = async (title: string, linkIds: string[]) =>
      records.save(await as(bram), { id: newId('ticket'), title, linkIds, ownerId: null });
    await his('Chair free', []);
    const seen = await his('Chair read', [shown.id]);
    await his('Chair secret', [secret.id]);
    const one = await runAll(await beginRecords({ type: 'TICKET', search: 'chair' }, { own: { ownerId: anna.id } }));
    expect(one).toMatchObject({ state: 'DONE', total: 2, done: 2, changed: 1, failed: 1 });
    expect(one.problems).toMatchObject([{ number: seen.number, name: 'Chair read', code: 'FORBIDDEN' }]);
    expect((await recordRows('Chair')).map(({ owner_id: owner }) => owner)).toEqual([anna.id, null, null]);
    // What hangs on something, and what it is to hang on, must be his to act in; what he may not see is not there.
    for (const [id, code] of [
      [secret.id, 'NOT_FOUND'],
      [newId('conversation'), 'NOT_FOUND'],
      [shown.id, 'FORBIDDEN'],
    ] as const) {
      await expect(beginRecords({ type: 'TICKET', toId: id }, { own: {} })).rejects.toMatchObject({ code });
      await expect(beginRecords({ type: 'TICKET' }, { linkToId: id })).rejects.toMatchObject({ code });
    }
  });

  it('refuses what its type does not have, and tasks are done and reopened', async () => {
    await expect(beginRecords({ type: 'COMPANY' }, { prioritise: { priority: 'LOW' } })).rejects.toMatchObject({
      code: 'INVALID',
    });
    await expect(beginRecords({ type: 'TICKET' }, { done: true })).rejects.toMatchObject({ code: 'INVALID' });
    await expect(beginRecords({ type: 'TICKET' }, { linkToId: 'tag_x' })).rejects.toMatchObject({ code: 'INVALID' });
    for (let n = 0; n < 3; n += 1) await records.save(await as(anna), { id: newId('task'), title: `Sweep ${n}`, dueAt: 5 + n });
    const one = await runAll(await beginRecords({ type: 'TASK', open: true, search: 'sweep' }, { done: true }));
    expect(one).toMatchObject({ state: 'DONE', total: 3, changed: 3 });
    const open = async (): Promise<number> =>
      (await desk.rows("SELECT 1 FROM crm_record WHERE type = 'TASK' AND done_at IS NULL")).length;
    expect(await open()).toBe(0);
    expect(await undone(one)).toMatchObject({ undone: 3 });
    expect(await open()).toBe(3);
  });

  it('a stage that is gone fails for each and changes none', async () => {
    await tickets('Lamp', 2);
    const one = await runAll(await beginRecords({ type: 'TICKET', search: 'lamp' }, { stageId: newId('stage') }));
    expect(one).toMatchObject({ state: 'DONE', changed: 0, failed: 2 });
  });
});
