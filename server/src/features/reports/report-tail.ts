import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { Journal } from '../../kernel/events.js';
import { JournalFollower } from '../../kernel/journal-follower.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { type Hours, hoursOf } from '../working-hours/index.js';
import { Counting, counts } from './counting.js';
import { addUp, advance, beganAt, findPlace, putWatches, watchesOf } from './report.repository.js';
import { Tally } from './tally.js';

const BATCH = 500;
/** What happens within so long is counted together: nobody looks at a report by the second. */
const GATHER_MS = 1_000;

/**
 * Adds the journal up for reports: its place there moves on in the unit that writes the sums, so each thing counts once, whatever ends
 * in between and however many processes look.
 */
@Injectable()
export class ReportTail implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Reports');
  private readonly ctx: Ctx = { principal: { kind: 'system', name: 'Reports' }, correlationId: 'reports' };
  private readonly follower: JournalFollower;
  /** Up to here nothing is left to be counted, though the place may stand before it. */
  private lookedTo = 0;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {
    const failed = (error: unknown) => this.logger.warn(`The journal could not be counted on: ${String(error)}`);
    this.follower = new JournalFollower(journal, { work: () => this.addOn(), failed, gatherMs: GATHER_MS });
  }

  async onApplicationBootstrap(): Promise<void> {
    if ((await findPlace(this.uow.reader)).beganAt === null) await this.uow.run(this.ctx, (tx) => beganAt(tx, tx.now));
    this.follower.follow();
  }

  onModuleDestroy(): Promise<void> {
    return this.follower.stop();
  }

  /** Waits until what was known when it was asked is counted. */
  settled(): Promise<void> {
    return this.follower.settled();
  }

  private async addOn(): Promise<void> {
    while (!this.follower.stopped && (await this.take()));
  }

  /** One batch; false when there was nothing. */
  private async take(): Promise<boolean> {
    const { position } = await findPlace(this.uow.reader);
    const oldest = await this.journal.oldest();
    const events = await this.journal.read(Math.max(position, this.lookedTo, oldest - 1), BATCH);
    const last = events.at(-1);
    if (!last) return false;
    const write = await this.count(events.filter(counts));
    const something = write.quarters.length + write.backlogs.length + write.watches.length + write.gone.length > 0;
    // The place is only written where that keeps something from being counted twice, or much from being read again.
    if (something || last.position - position >= BATCH) {
      const mine = await this.uow.run({ ...this.ctx, correlationId: last.correlationId }, async (tx) => {
        if (!(await advance(tx, position, last.position))) return false;
        await addUp(tx, write.quarters, write.backlogs);
        await putWatches(tx, write.watches, write.gone);
        return true;
      });
      if (!mine) {
        this.lookedTo = 0;
        return true;
      }
    }
    this.lookedTo = last.position;
    return true;
  }

  private async count(events: readonly Parameters<Counting['take']>[0][]) {
    const { reader } = this.uow;
    const ids = [...new Set(events.map(({ conversationId }) => conversationId))];
    const inboxIds = [...new Set(events.flatMap(({ inboxId }) => inboxId ?? []))];
    const hours = new Map<string, Hours>((await hoursOf(reader, inboxIds)).map((one) => [one.ownerId, one]));
    const watches = new Map((await watchesOf(reader, ids)).map((watch) => [watch.conversationId, watch]));
    const tally = new Tally(hours);
    const counting = new Counting(watches, tally);
    for (const event of events) counting.take(event);
    return {
      ...tally.rows(),
      watches: [...counting.changed].flatMap((id) => watches.get(id) ?? []),
      gone: [...counting.gone].filter((id) => !watches.has(id)),
    };
  }
}
