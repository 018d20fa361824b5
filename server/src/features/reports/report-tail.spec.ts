import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { opened } from '../../../test/support/conversations.js';
import { testCtx } from '../../../test/support/database.js';
import { EVER, ReportDesk } from '../../../test/support/report-desk.js';
import { Reports1764641000000 } from '../../adapters/database/migrations/1764641000000-reports.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { changeConversation } from '../conversations/index.js';
import type { ReportInput } from './report.service.js';
import { ReportTail } from './report-tail.js';

const MINUTE = 60_000;
let at: ReportDesk;
beforeAll(async () => {
  at = await ReportDesk.open();
});
afterAll(() => at.close());

/** A unit of work that ends once before its commit and once after it, as a process does that is killed. */
class Dying extends UnitOfWork {
  private deaths: ('before' | 'after')[] = ['before', 'after'];
  readonly reader = at.desk.db.uow.reader;
  readonly runEach: UnitOfWork['runEach'] = (ctx, works) => at.desk.db.uow.runEach(ctx, works);
  readonly settle: UnitOfWork['settle'] = () => at.desk.db.uow.settle();

  readonly run: UnitOfWork['run'] = async (ctx, work) => {
    const death = this.deaths.shift();
    const done = await at.desk.db.uow.run(ctx, async (tx) => {
      const answer = await work(tx);
      if (death === 'before') throw new Error('killed');
      return answer;
    });
    if (death === 'after') throw new Error('killed');
    return done;
  };
}

describe('the counting', () => {
  it('counts nothing twice and nothing never, whatever ends in between and however many count', async () => {
    await at.tail.onModuleDestroy();
    const there = await at.place();
    const agent = await at.as('anna');
    for (let n = 0; n < 5; n += 1) await at.set(agent, await at.arrive(there), 'CLOSED');
    await at.desk.world.position();
    const dying = new ReportTail(new Dying(), at.desk.db.journal);
    await dying.settled();
    const mark = async () => (await at.reports.report(at.owner, { ...EVER, inboxIds: [there.inbox.id] })).total;
    expect(await mark()).toMatchObject({ new: 0, closed: 0 });
    await dying.settled();
    await at.arrive(there);
    await at.desk.world.position();
    const others = [new ReportTail(at.desk.db.uow, at.desk.db.journal), new ReportTail(at.desk.db.uow, at.desk.db.journal)];
    await Promise.all([dying, ...others].map((one) => one.settled()));
    expect(await mark()).toMatchObject({ new: 6, closed: 5, open: 1, closing: { count: 5 } });
    at.tail = new ReportTail(at.desk.db.uow, at.desk.db.journal);
    await at.tail.onApplicationBootstrap();
    await at.expectBacklog();
  });

  it('begins with what is open when it comes to an installation that is at work', async () => {
    const there = await at.place();
    const agent = await at.as('anna');
    const [waits, answered, closed, aside] = [
      await at.arrive(there),
      await at.arrive(there),
      await at.arrive(there),
      await at.arrive(there),
    ];
    await at.reply(agent, answered);
    await at.desk.queue.run();
    await at.set(agent, closed, 'CLOSED');
    await at.put(agent, aside, 'SPAM');
    await at.settled();
    const runner = at.desk.db.database.writer.createQueryRunner();
    const migration = new Reports1764641000000();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    const fresh = new ReportTail(at.desk.db.uow, at.desk.db.journal);
    await fresh.onApplicationBootstrap();
    await at.tail.onModuleDestroy();
    at.tail = fresh;
    expect(await at.total(there)).toMatchObject({ new: 0, closed: 0, open: 2 });
    at.desk.clock.turn(MINUTE);
    await at.reply(agent, waits);
    await at.reply(agent, answered);
    await at.desk.queue.run();
    await at.set(agent, answered, 'CLOSED');
    await at.set(await at.as('bram'), closed, 'OPEN');
    await at.put(agent, aside, 'INBOX');
    const now = await at.total(there);
    expect(now).toMatchObject({ new: 1, closed: 1, reopened: 1, open: 3, firstReply: { count: 1 }, closing: { count: 1 } });
    await at.expectBacklog();
  });
});

describe('who may see it', () => {
  it('sees the inboxes that he sees, and agents apart where he works', async () => {
    const [there, other] = [await at.place(), await at.place()];
    const foreign = await at.desk.world.inboxes.save(testCtx(), { name: 'Board', audience: 'MEMBERS', members: [] });
    await opened(at.desk.world, { inboxId: foreign.id });
    const id = await at.arrive(there);
    await at.set(await at.as('anna'), id, 'CLOSED');
    await at.arrive(other);
    const both = { inboxIds: [there.inbox.id, other.inbox.id, foreign.id] };
    const seen = async (ctx: Ctx, over: Partial<ReportInput> = {}) => {
      const one = await at.report(there, { ...both, ...over }, ctx);
      const [inboxes, agents] = [await at.reports.rows(one, 'INBOX'), await at.reports.rows(one, 'AGENT')];
      return [one.total.new, one.seesAgents, inboxes.length, agents.map(({ name }) => name)];
    };
    const stranger = await at.desk.world.as(await at.desk.world.agent('Eve'));
    expect(await seen(at.owner)).toEqual([3, true, 3, ['Anna', '']]);
    expect(await seen(await at.as('anna'))).toEqual([2, true, 2, ['Anna', '']]);
    expect(await seen(stranger, both)).toEqual([0, expect.any(Boolean), 0, []]);
    // Who only reads along sees nobody measured, neither in lines nor by asking for one.
    const reader = await at.as('vera');
    expect(await seen(reader)).toEqual([2, expect.any(Boolean), 2, []]);
    expect((await at.report(there, { ...both, agentIds: [at.people.anna.id] }, reader)).total).toMatchObject({ closed: 0 });
    expect((await at.report(there, { ...both, agentIds: [at.people.anna.id] })).total).toMatchObject({ closed: 1 });
    expect(await at.reports.csv(await at.report(there, both, reader))).not.toContain('Anna');
    const token: Ctx = {
      principal: { kind: 'integration', tokenId: 'tok', name: 'Sheets', scopes: new Set(['CONTACTS_READ']) },
      correlationId: 'test',
    };
    expect(await seen(token)).toEqual([0, false, 0, []]);
  });

  it('takes it away as a file that opens in a spreadsheet, and runs nothing there', async () => {
    const there = await at.place();
    const name = `=cmd("calc"), ${newId('inbox')}`;
    await at.desk.world.inboxes.save(testCtx(), { id: there.inbox.id, name });
    at.turnTo(new Date(Date.UTC(2026, 10, 2, 12)).toISOString());
    const id = await at.arrive(there);
    await at.arrive(there);
    at.turnTo('2026-11-04T12:00:00Z');
    await at.reply(await at.as('anna'), id);
    await at.desk.queue.run();
    await at.set(await at.as('anna'), id, 'CLOSED');
    const csv = await at.reports.csv(await at.report(there, { from: '2026-11-01', until: '2026-11-05', timeZone: 'UTC' }));
    const [head, ...lines] = csv.trimEnd().split('\r\n');
    expect(csv.startsWith('\uFEFFdate,inbox,channel,agent,new,assigned,closed,reopened,open,first_reply_count,')).toBe(true);
    const quoted = `"'${name.replaceAll('"', '""')}"`;
    expect(lines.map((line) => line.replace(quoted, 'I').replace(there.channel.name, 'C').split(',').slice(0, 10))).toEqual([
      ['2026-11-02', 'I', 'C', '', '2', '0', '0', '0', '2', '0'],
      ['2026-11-03', 'I', 'C', '', '0', '0', '0', '0', '2', '0'],
      ['2026-11-04', 'I', 'C', '', '0', '0', '0', '0', '1', '0'],
      ['2026-11-04', 'I', 'C', 'Anna', '0', '1', '1', '0', '0', '1'],
      ['2026-11-05', 'I', 'C', '', '0', '0', '0', '0', '1', '0'],
    ]);
    expect(lines.every((line) => line.replace(quoted, 'I').split(',').length === head!.split(',').length)).toBe(true);
  });

  it('is refused with the field where it is too much', async () => {
    const there = await at.place();
    const many = Array.from({ length: 101 }, () => newId('inbox'));
    await expect(at.report(there, { inboxIds: many })).rejects.toMatchObject({ code: 'LIMIT', detail: { path: ['inboxIds'] } });
  });

  it('holds nothing of a conversation but ids and times, and forgets these with it', async () => {
    const there = await at.place();
    const id = await at.arrive(there);
    await at.desk.db.uow.run(testCtx(), (tx) => changeConversation(tx, id, { subject: 'Qwerty secret' }));
    await at.settled();
    for (const table of ['report_quarter', 'report_backlog', 'report_watch', 'report_place'])
      expect(JSON.stringify(await at.desk.rows(`SELECT * FROM ${table}`))).not.toMatch(/Qwerty|far\.example|Anna/);
  });
});
