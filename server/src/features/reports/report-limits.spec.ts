import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { type Place, ReportDesk } from '../../../test/support/report-desk.js';
import { DueJob } from '../sla/due.job.js';
import { SlaService } from '../sla/sla.service.js';

const MINUTE = 60_000;
let at: ReportDesk;
beforeAll(async () => {
  at = await ReportDesk.open();
  new DueJob(at.desk.db.uow, at.desk.queue).onModuleInit();
});
afterAll(() => at.close());

async function limited(undoSeconds = 0): Promise<Place> {
  const there = await at.place(undoSeconds);
  const limits = { firstMinutes: 60, nextMinutes: 30, closingMinutes: 120, counts: 'ALWAYS' as const };
  await new SlaService(at.desk.db.uow).save(testCtx(), { inboxId: there.inbox.id, ...limits });
  return there;
}
const turn = async (minutes: number): Promise<void> => {
  at.desk.clock.turn(minutes * MINUTE);
  await at.desk.queue.run();
};

describe('the limits in a report (D37)', () => {
  it('tell what was answered in time and what was not, by whom, the first answer apart from the next', async () => {
    const there = await limited();
    const [anna, bram] = [await at.as('anna'), await at.as('bram')];
    const first = mail(person('quick@far.example'));
    const quick = await at.ingest(there, first);
    const late = await at.arrive(there);
    await turn(10);
    await at.reply(anna, quick);
    await turn(60);
    expect((await at.total(there)).sla).toMatchObject({ first: { kept: 1, missed: 1 }, next: { kept: 0, missed: 0 } });
    // What was late is late once, whenever it is answered.
    await at.reply(bram, late);
    await at.ingest(there, mail(person('quick@far.example'), { thread: { answers: first.knownAs as string[] } }));
    await turn(20);
    await at.reply(bram, quick);
    const whole = await at.report(there);
    expect(whole.total.sla).toMatchObject({ first: { kept: 1, missed: 1 }, next: { kept: 1, missed: 0 } });
    // Whose it is has kept it; nobody had what nobody took in time.
    const byAgent = (await at.reports.rows(whole, 'AGENT')).map(({ name, figures: { sla } }) => [name, sla.first, sla.next]);
    expect(byAgent).toEqual([
      ['Anna', { kept: 1, missed: 0 }, { kept: 1, missed: 0 }],
      ['Bram', { kept: 0, missed: 0 }, { kept: 0, missed: 0 }],
      ['', { kept: 0, missed: 1 }, { kept: 0, missed: 0 }],
    ]);
    for (const by of ['INBOX', 'CHANNEL'] as const)
      expect((await at.reports.rows(whole, by)).map(({ figures }) => figures.sla)).toEqual([whole.total.sla]);
    const [head = '', ...lines] = (await at.reports.csv(whole)).trimEnd().split('\r\n');
    expect(head).toMatch(/,next_reply_sla_kept,next_reply_sla_missed,closing_sla_kept,closing_sla_missed$/);
    expect(lines.map((line) => line.split(',').slice(-6).join(' '))).toContain('1 0 1 0 0 0');
  });

  it('count an answer that is late but was not told yet as missed, and none that closes, is imported or has no limit', async () => {
    const [there, free] = [await limited(), await at.place()];
    const anna = await at.as('anna');
    const untold = await at.arrive(there);
    at.desk.clock.turn(61 * MINUTE);
    await at.reply(anna, untold);
    await turn(1);
    await at.set(anna, await at.arrive(there), 'CLOSED');
    await at.ingest(there, mail(person('old@far.example')), true);
    await turn(100);
    await at.reply(anna, await at.arrive(free));
    expect((await at.total(there)).sla.first).toEqual({ kept: 0, missed: 1 });
    expect((await at.total(free)).sla.first).toEqual({ kept: 0, missed: 0 });
  });

  it('take back what an answer kept that is taken back, and count one for later when it leaves', async () => {
    const there = await limited(10);
    const anna = await at.as('anna');
    const [undone, planned] = [await at.arrive(there), await at.arrive(there)];
    const { id } = await at.reply(anna, undone);
    expect((await at.total(there)).sla.first).toEqual({ kept: 1, missed: 0 });
    at.desk.clock.turn(5_000);
    await at.deliveries.cancel(anna, id);
    await at.reply(anna, planned, { sendAt: at.desk.clock.now() + 50 * MINUTE });
    expect((await at.total(there)).sla.first).toEqual({ kept: 0, missed: 0 });
    await turn(51);
    expect((await at.total(there)).sla.first).toEqual({ kept: 1, missed: 0 });
    await turn(30);
    expect((await at.total(there)).sla.first).toEqual({ kept: 1, missed: 1 });
  });
});
