import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contactOf, opened } from '../../../test/support/conversations.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { World } from '../../../test/support/world.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { WorkspaceService } from '../workspace/index.js';
import { firstStage } from './pipeline.repository.js';
import { PipelineService } from './pipeline.service.js';
import { sumsInStages } from './record.repository.js';
import { RecordService } from './record.service.js';

let db: TestDatabase;
let records: RecordService;
let pipelines: PipelineService;
let anna: Ctx;
let sales: string;
let offer: string;

beforeAll(async () => {
  db = await openTestDatabase();
  const world = await World.make(db);
  records = new RecordService(db.uow, db.journal);
  pipelines = new PipelineService(db.uow, new WorkspaceService(db.uow));
  const user = await world.agent('Anna', 'OWNER');
  const members = [{ agentId: user.id, role: 'AGENT' as const }];
  sales = (await world.inboxes.save(await world.as(user), { name: 'Sales', audience: 'MEMBERS', members })).id;
  anna = await world.as(user);
  const sem = await contactOf(world, 'sem@client.example', 'Sem');
  offer = (await opened(world, { inboxId: sales, contact: sem, subject: 'Offer' })).id;
});
afterAll(() => db.close());

const deal = (amount: number | null, currency?: string, linkIds: string[] = []) =>
  records.save(anna, { id: newId('deal'), title: 'Chairs', amount, ...(currency ? { currency } : {}), linkIds });

it('an amount has a currency: its own, else the one of the workspace, which may become another', async () => {
  expect(await deal(100)).toMatchObject({ amount: 100, currency: 'EUR' });
  expect(await deal(100, 'usd')).toMatchObject({ currency: 'USD' });
  expect(await deal(null)).toMatchObject({ amount: null, currency: null });
  expect(await pipelines.setCurrency(anna, 'gbp')).toBe('GBP');
  const pounds = await deal(300);
  expect(pounds).toMatchObject({ currency: 'GBP' });
  // What is there stays as it is.
  await pipelines.setCurrency(anna, 'EUR');
  expect(await records.save(anna, { id: pounds.id, amount: 400 })).toMatchObject({ amount: 400, currency: 'GBP' });
  await expect(pipelines.setCurrency(anna, 'XXY')).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['currency'] } });
});

it('a stage says what its deals are worth by currency, as far as the viewer may see them', async () => {
  await deal(50, 'EUR', [offer]);
  const gone = await deal(9_000_000_000_000, 'EUR');
  const { id } = await firstStage(db.uow.reader, 'DEAL');
  const sums = async (inboxIds: string[]) =>
    (await sumsInStages(db.uow.reader, [id, 'stg_none'], { all: false, inboxIds })).get(id);
  expect(await sums([sales])).toContainEqual({ currency: 'EUR', amount: 9_000_000_000_150 });
  await records.delete(anna, [gone.id], false);
  expect(await sums([sales])).toEqual([
    { currency: 'EUR', amount: 150 },
    { currency: 'GBP', amount: 400 },
    { currency: 'USD', amount: 100 },
  ]);
  expect(await sums([])).toContainEqual({ currency: 'EUR', amount: 100 });
});
