import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { contactOf, opened } from '../../../test/support/conversations.js';
import { World } from '../../../test/support/world.js';
import type { Ctx } from '../../kernel/context.js';
import type { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import type { User } from '../agents/index.js';
import { type Contact, contactsOfDomain } from '../contacts/index.js';
import type { Conversation } from '../conversations/index.js';
import { WorkspaceService } from '../workspace/index.js';
import { mentionsOf } from './note-mentions.js';
import { listPipelines, stagesOf } from './pipeline.repository.js';
import { PipelineService } from './pipeline.service.js';
import { companiesOf, countsInStages, countsOn } from './record.repository.js';
import type { RecordSave } from './record-rules.js';
import { RecordService } from './record.service.js';
import { remindOwner } from './remind.job.js';

let db: TestDatabase;
let world: World;
let records: RecordService;
let mia: User;
let anna: Ctx;
let tom: Ctx;
let admin: Ctx;
let sales: string;
let sem: Contact;
let offer: Conversation;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  records = new RecordService(db.uow, db.journal);
  mia = await world.agent('Mia');
  const olga = await world.as(await world.agent('Olga', 'OWNER'));
  const inbox = async (name: string, agentIds: string[]): Promise<string> => {
    const members = agentIds.map((agentId) => ({ agentId, role: 'AGENT' as const }));
    return (await world.inboxes.save(olga, { name, audience: 'MEMBERS', members })).id;
  };
  sales = await inbox('Sales', [mia.id]);
  const other = await world.agent('Tom');
  await inbox('Support', [other.id]);
  [anna, tom, admin] = [await world.as(mia), await world.as(other), olga];
  sem = await contactOf(world, 'sem@client.example', 'Sem');
  offer = await opened(world, { inboxId: sales, contact: sem, subject: 'Offer for 40' });
});
afterAll(() => db.close());

const ticket = (part: Partial<RecordSave> = {}): RecordSave => ({ id: newId('ticket'), title: 'Broken', ...part });
const failure = (work: Promise<unknown>): Promise<DomainError> =>
  work.then(
    () => {
      throw new Error('It should have failed');
    },
    (error: unknown) => error as DomainError,
  );
const titles = async (ctx: Ctx, filter: Parameters<RecordService['list']>[1]['filter']): Promise<string[]> =>
  (await records.list(ctx, { filter })).nodes.map(({ title }) => title);

describe('a ticket', () => {
  it('is made from a conversation, tied to it and its contact, with a number and a line in the timeline (S46)', async () => {
    const before = await world.position();
    const input = { id: newId('ticket'), linkIds: [offer.id], priority: 'HIGH' as const };
    const made = await records.save(anna, input);
    expect(made).toMatchObject({ type: 'TICKET', number: 1, title: 'Offer for 40', priority: 'HIGH', ownerId: mia.id });
    expect(await titles(anna, { type: 'TICKET', toId: sem.id })).toEqual(['Offer for 40']);
    expect(await titles(anna, { type: 'TICKET', toId: offer.id })).toEqual(['Offer for 40']);
    const events = await world.events(before);
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['conversation.record_created', 'record.created']));
    expect(events.find(({ type }) => type === 'record.created')).toMatchObject({
      inboxId: sales,
      contactId: sem.id,
      nodeId: made.id,
    });
    // The same again is the same: no second one, no new version.
    expect(await records.save(anna, input)).toMatchObject({ id: made.id, version: made.version });
    expect(await titles(anna, { type: 'TICKET', toId: sem.id })).toHaveLength(1);
  });

  it('of a conversation in an inbox of others does not exist for them: list, counts, stages, change, link', async () => {
    const secret = await records.save(anna, ticket({ title: 'Secret', linkIds: [offer.id] }));
    const open = await records.save(anna, ticket({ title: 'For all', linkIds: [sem.id] }));
    expect(await titles(tom, { type: 'TICKET' })).toEqual(['For all']);
    expect(await titles(tom, { type: 'TICKET', toId: sem.id })).toEqual(['For all']);
    const count = async (ctx: Ctx): Promise<number | undefined> => {
      const visible = ctx === tom ? { all: false as const, inboxIds: [] } : { all: true as const };
      return (await countsOn(db.uow.reader, [sem.id], visible)).find(({ type }) => type === 'TICKET')?.total;
    };
    expect([await count(tom), await count(admin)]).toEqual([1, 3]);
    const stages = await countsInStages(db.uow.reader, [open.stageId!], { all: false, inboxIds: [sales] });
    expect(stages.get(open.stageId!)).toBe(3);
    const none = await countsInStages(db.uow.reader, [open.stageId!], { all: false, inboxIds: [] });
    expect(none.get(open.stageId!)).toBe(1);
    expect(await failure(records.save(tom, { id: secret.id, title: 'Mine' }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(records.link(tom, open.id, offer.id, false))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(records.save(tom, ticket({ linkIds: [offer.id] })))).toMatchObject({ code: 'NOT_FOUND' });
    // An admin sees it, but acts in an inbox only as a member (S5).
    expect(await failure(records.save(admin, { id: secret.id, title: 'Mine' }))).toMatchObject({ code: 'NOT_A_MEMBER' });
    await records.delete(anna, [secret.id, open.id], false);
  });

  it('has several conversations, and is let go of again (D15)', async () => {
    const second = await opened(world, { inboxId: sales, contact: sem, subject: 'Again' });
    const made = await records.save(anna, ticket({ title: 'Twice', linkIds: [offer.id] }));
    await records.link(anna, made.id, second.id, false);
    expect(await titles(anna, { type: 'TICKET', toId: second.id })).toEqual(['Twice']);
    await records.link(anna, made.id, second.id, true);
    expect(await titles(anna, { type: 'TICKET', toId: second.id })).toEqual([]);
    expect(await titles(anna, { type: 'TICKET', toId: offer.id })).toContain('Twice');
  });

  it('is closed by its stage, and under way again by another', async () => {
    const [pipeline] = await listPipelines(db.uow.reader, 'TICKET');
    const stages = await stagesOf(db.uow.reader, [pipeline!.id]);
    const [first, closed] = [stages[0]!, stages.find(({ outcome }) => outcome === 'DONE')!];
    const made = await records.save(anna, ticket());
    expect(made).toMatchObject({ stageId: first.id, doneAt: null });
    const done = await records.save(anna, { id: made.id, stageId: closed.id, expectedVersion: made.version });
    expect(done.doneAt).toEqual(expect.any(Number));
    expect(await failure(records.save(anna, { id: made.id, stageId: first.id, expectedVersion: made.version }))).toMatchObject({
      code: 'CONFLICT',
      detail: { currentId: made.id },
    });
    expect(await records.save(anna, { id: made.id, stageId: first.id })).toMatchObject({ doneAt: null });
    const [deals] = await listPipelines(db.uow.reader, 'DEAL');
    const [ofDeals] = await stagesOf(db.uow.reader, [deals!.id]);
    expect(await failure(records.save(anna, { id: made.id, stageId: ofDeals!.id }))).toMatchObject({ code: 'INVALID' });
  });

  it('numbers count up without a gap when many are made at once', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => records.save(anna, ticket())));
    const numbers = made.map(({ number }) => number ?? 0).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => numbers[0]! + index));
  });
});

describe('a list', () => {
  it('comes in pages without a gap or a repeat, and is found by words or number', async () => {
    for (let index = 0; index < 5; index += 1) await records.save(anna, ticket({ title: `Page ${index} 100%` }));
    const seen: { title: string; createdAt: number }[] = [];
    let after: string | null = null;
    const filter = { type: 'TICKET' as const, search: '100%' };
    do {
      const page: Awaited<ReturnType<RecordService['list']>> = await records.list(anna, { filter, first: 2, after });
      seen.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen.map(({ title }) => title).toSorted()).toEqual([0, 1, 2, 3, 4].map((index) => `Page ${index} 100%`));
    // Two may have been made in the same millisecond: of those neither is the newer one.
    expect(seen).toEqual(seen.toSorted((a, b) => b.createdAt - a.createdAt));
    expect(await titles(anna, { type: 'TICKET', search: '#1' })).toEqual(['Offer for 40']);
    const { pageInfo } = await records.list(anna, { filter, first: 2 });
    const other = { filter: { type: 'TASK' as const }, after: pageInfo.endCursor };
    expect(await failure(records.list(anna, other))).toMatchObject({ code: 'INVALID' });
  });

  it('of tasks begins with what is due first, those without a date last', async () => {
    const task = (title: string, dueAt: number | null): Promise<unknown> =>
      records.save(anna, { id: newId('task'), title, dueAt, linkIds: [sem.id] });
    await task('some day', null);
    await task('later', 2_000_000_000_000);
    await task('soon', 1_900_000_000_000);
    const { nodes } = await records.list(anna, { filter: { type: 'TASK', ownerId: mia.id, open: true }, order: 'OLDEST' });
    expect(nodes.map(({ title }) => title)).toEqual(['soon', 'later', 'some day']);
    await records.save(anna, { id: nodes[0]!.id, done: true });
    expect(await titles(anna, { type: 'TASK', ownerId: mia.id, open: false })).toEqual(['soon']);
  });
});

describe('what belongs to a type', () => {
  it('is kept, and refused where it does not belong, under the name of the field', async () => {
    const deal = await records.save(anna, {
      id: newId('deal'),
      title: 'Forty',
      amount: 400_000,
      currency: 'eur',
      linkIds: [sem.id],
    });
    expect(deal).toMatchObject({ amount: 400_000, currency: 'EUR' });
    const call = { phone: '+31 20 1234567', direction: 'OUTBOUND' as const, outcome: 'CONNECTED' as const, seconds: 95 };
    expect(await records.save(anna, { id: newId('call'), call, linkIds: [sem.id] })).toMatchObject({ data: call });
    const note = await records.save(anna, { id: newId('note'), body: 'First line\nsecond', linkIds: [sem.id] });
    expect(note).toMatchObject({ title: 'First line second', body: 'First line\nsecond' });
    const refused: [RecordSave, string][] = [
      [{ id: newId('note') }, 'body'],
      [{ id: newId('task') }, 'title'],
      [{ id: newId('call') }, 'call'],
      [{ id: newId('deal'), title: 'x', amount: 1.5 }, 'amount'],
      [{ id: newId('deal'), title: 'x', currency: 'QQQ' }, 'currency'],
      [{ id: newId('note'), body: 'x', priority: 'LOW' }, 'priority'],
      [ticket({ ownerId: newId('user') }), 'ownerId'],
      [ticket({ linkIds: [newId('inbox')] }), 'linkIds'],
      [ticket({ id: 'tkt_1' }), 'id'],
    ];
    for (const [input, field] of refused)
      expect(await failure(records.save(anna, input))).toMatchObject({ code: 'INVALID', detail: { path: [field] } });
  });

  it('people belong to a company by their mail domain, and to none where anybody can have an address', async () => {
    const names = async (domain: string): Promise<(string | null)[]> =>
      (await contactsOfDomain(db.uow.reader, { domain, before: null, limit: 10 })).map(({ name }) => name);
    await contactOf(world, 'eva@firm.example', 'Eva');
    await contactOf(world, 'bo@firm.example', 'Bo');
    await contactOf(world, 'free@gmail.com', 'Free');
    expect(await names('firm.example')).toEqual(['Bo', 'Eva']);
    expect(await names('gmail.com')).toEqual([]);
    const made = await records.save(anna, { id: newId('company'), title: 'Firm', domain: 'firm.example' });
    expect(await companiesOf(db.uow.reader, ['firm.example', 'gmail.com'])).toMatchObject([{ id: made.id }]);
    const open = { id: newId('company'), title: 'Mail for all', domain: 'gmail.com' };
    expect(await failure(records.save(anna, open))).toMatchObject({ code: 'INVALID', detail: { path: ['domain'] } });
  });

  it('a domain belongs to one company', async () => {
    const first = await records.save(anna, { id: newId('company'), title: 'Client', domain: '@Client.example' });
    expect(first).toMatchObject({ lookup: 'client.example', ownerId: null });
    const second = { id: newId('company'), title: 'Other', domain: 'client.example' };
    expect(await failure(records.save(anna, second))).toMatchObject({ code: 'CONFLICT', detail: { currentId: first.id } });
    await records.delete(anna, [first.id], false);
    await records.save(anna, second);
    const back = await records.delete(anna, [first.id], true);
    expect(back).toMatchObject({ records: [], userErrors: [{ code: 'CONFLICT', path: ['0', 'domain'] }] });
  });
});

it('what was deleted lies in the bin and comes back as it was (D44)', async () => {
  const made = await records.save(anna, ticket({ title: 'Bin', linkIds: [sem.id] }));
  const result = await records.delete(anna, [made.id, newId('ticket')], false);
  expect(result).toMatchObject({ records: [{ id: made.id }], userErrors: [{ code: 'NOT_FOUND', path: ['1', 'id'] }] });
  expect(await titles(anna, { type: 'TICKET', toId: sem.id })).not.toContain('Bin');
  expect(await titles(anna, { type: 'TICKET', deleted: true })).toContain('Bin');
  await records.delete(anna, [made.id], true);
  expect(await titles(anna, { type: 'TICKET', toId: sem.id })).toContain('Bin');
});

it('several are changed and tied at once, each failure under its index and without what it would have done (U16)', async () => {
  const [mine, other] = [await records.save(anna, ticket()), await records.save(anna, ticket())];
  const foreign = await records.save(anna, ticket({ linkIds: [offer.id] }));
  const task = await records.save(anna, { id: newId('task'), title: 'Call back' });
  const result = await records.changeAll(tom, [
    { id: mine.id, priority: 'HIGH', expectedVersion: mine.version },
    { id: other.id, priority: 'HIGH', expectedVersion: other.version + 7 },
    { id: foreign.id, priority: 'HIGH' },
    { id: task.id, done: true, ownerId: mia.id },
    { id: task.id, priority: 'HIGH' },
    { id: other.id, stageId: newId('stage') },
    { id: newId('ticket'), priority: 'LOW' },
    { id: newId('contact') },
  ]);
  expect(result.records).toMatchObject([
    { id: mine.id, priority: 'HIGH', version: mine.version + 1 },
    { id: task.id, ownerId: mia.id, doneAt: expect.any(Number) },
  ]);
  expect(result.userErrors.map(({ code, path }) => [code, path?.[0]])).toEqual([
    ['CONFLICT', '1'],
    ['NOT_FOUND', '2'],
    ['INVALID', '4'],
    ['INVALID', '5'],
    ['NOT_FOUND', '6'],
    ['NOT_FOUND', '7'],
  ]);
  expect(await titles(tom, { type: 'TICKET', toId: sem.id })).not.toContain('Broken');
  const tied = await records.linkAll(tom, [mine.id, foreign.id, task.id], sem.id, false);
  expect(tied).toMatchObject({
    records: [{ id: mine.id }, { id: task.id }],
    userErrors: [{ code: 'NOT_FOUND', path: ['1', 'id'] }],
  });
  expect(await titles(tom, { type: 'TICKET', toId: sem.id })).toContain('Broken');
  await records.linkAll(tom, [mine.id], sem.id, true);
  expect(await titles(tom, { type: 'TICKET', toId: sem.id })).not.toContain('Broken');
  const many = Array.from({ length: 201 }, () => mine.id);
  expect(
    await failure(
      records.changeAll(
        tom,
        many.map((id) => ({ id })),
      ),
    ),
  ).toMatchObject({ code: 'LIMIT' });
  expect(await failure(records.linkAll(tom, many, sem.id, false))).toMatchObject({ code: 'LIMIT' });
  await records.delete(anna, [mine.id, other.id, foreign.id, task.id], false);
});

it('a note calls colleagues, each told once if he may see it, and nobody by himself (S64)', async () => {
  const zoe = await world.agent('Zoe');
  const before = await world.position();
  const free = await records.save(anna, { id: newId('note'), body: '@Zoe and @Mia look', mentionIds: [zoe.id, mia.id] });
  expect(mentionsOf(free)).toEqual([
    { agentId: zoe.id, name: 'Zoe', told: true },
    { agentId: mia.id, name: 'Mia', told: true },
  ]);
  const hidden = await records.save(anna, { id: newId('note'), body: '@Zoe', linkIds: [offer.id], mentionIds: [zoe.id] });
  expect(mentionsOf(hidden)).toEqual([{ agentId: zoe.id, name: 'Zoe', told: false }]);
  const again = await records.save(anna, { id: free.id, body: '@Zoe look again', mentionIds: [zoe.id] });
  expect(mentionsOf(again)).toHaveLength(1);
  expect(mentionsOf(await records.save(anna, { id: free.id, body: 'Other words' }))).toHaveLength(1);
  await world.position();
  const told = (await world.events(before)).filter(({ type }) => type === 'note.mentioned');
  expect(told).toMatchObject([{ nodeId: free.id, audience: `user:${zoe.id}` }]);
  const wrong = { code: 'INVALID', detail: { path: ['mentionIds'] } };
  expect(await failure(records.save(anna, { id: free.id, mentionIds: [newId('user')] }))).toMatchObject(wrong);
  expect(await failure(records.save(anna, ticket({ mentionIds: [zoe.id] })))).toMatchObject(wrong);
});

it('the owner of a task is told at its time, once, and not when it was done (S51)', async () => {
  const run = (id: string, remindAt: number): Promise<void> =>
    remindOwner(db.uow, {
      id: 'job',
      name: 'task.remind',
      payload: { id, remindAt },
      attempt: 1,
      correlationId: 'test',
      signal: AbortSignal.abort(),
    });
  const before = await world.position();
  const call = await records.save(anna, { id: newId('task'), title: 'Call back', remindAt: 1_000 });
  const done = await records.save(anna, { id: newId('task'), title: 'Done', remindAt: 1_000 });
  await records.save(anna, { id: done.id, done: true });
  for (const { id } of [call, call, done]) await run(id, 1_000);
  const events = await world.events(before);
  const told = events.filter(({ type }) => type === 'task.reminder');
  expect(told).toMatchObject([{ nodeId: call.id, audience: `user:${mia.id}` }]);
  // Its version is another: whoever has it on the screen is told, so that he can tick it off.
  expect(events.filter(({ type, nodeId }) => type === 'record.updated' && nodeId === call.id)).toHaveLength(1);
});

it('a pipeline keeps the stages that hold records, and a stage that becomes an end closes what is in it', async () => {
  const pipelines = new PipelineService(db.uow, new WorkspaceService(db.uow));
  const id = newId('pipeline');
  const [todo, end] = [newId('stage'), newId('stage')];
  const save = (stages: { id: string; name: string; outcome: 'OPEN' | 'DONE' | 'LOST' }[], name = 'Repairs') =>
    pipelines.save(admin, { id, type: 'TICKET', name, stages });
  await save([
    { id: todo, name: 'To do', outcome: 'OPEN' },
    { id: end, name: 'End', outcome: 'DONE' },
  ]);
  const made = await records.save(anna, ticket({ stageId: end }));
  expect(made.doneAt).not.toBeNull();
  expect(await failure(save([{ id: todo, name: 'To do', outcome: 'OPEN' }]))).toMatchObject({
    code: 'INVALID',
    detail: { path: ['stages'] },
  });
  await save([
    { id: end, name: 'Not yet the end', outcome: 'OPEN' },
    { id: todo, name: 'To do', outcome: 'OPEN' },
  ]);
  expect((await stagesOf(db.uow.reader, [id])).map(({ name }) => name)).toEqual(['Not yet the end', 'To do']);
  expect(await titles(anna, { type: 'TICKET', stageId: end, open: true })).toEqual(['Broken']);
});
