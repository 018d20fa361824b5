import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { Journal } from '../../kernel/events.js';
import { JournalBatches } from '../../kernel/journal-batches.js';
import { JournalFollower } from '../../kernel/journal-follower.js';
import { type Reader, UnitOfWork } from '../../kernel/uow.js';
import { type Hours, hoursOf } from '../working-hours/index.js';
import { Counting, counts } from './counting.js';
import { addUp, advance, beganAt, findPlace, putWatches, watchesOf } from './report.repository.js';
import { Tally } from './tally.js';

const BATCH = 500;
/** What happens within so long is counted together: nobody looks at a report by the second. */
const GATHER_MS = 1_000;

type Counted = Awaited<ReturnType<typeof countOf>>;

/**
 * Adds the journal up for reports: its place there moves on in the unit that writes the sums, so each thing counts once, whatever ends
 * in between and however many processes look.
 */
@Injectable()
export class ReportTail implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Reports');
  private readonly ctx: Ctx = { principal: { kind: 'system', name: 'Reports' }, correlationId: 'reports' };
  private readonly follower: JournalFollower;
  private readonly batches: JournalBatches<Counted>;

  constructor(
    private readonly uow: UnitOfWork,
    journal: Journal,
  ) {
    this.batches = new JournalBatches({
      ...{ uow, journal, size: BATCH, advance },
      ctx: ({ correlationId }) => ({ ...this.ctx, correlationId }),
      find: async (reader) => (await findPlace(reader)).position,
      plan: async (events) => {
        const counted = await countOf(uow.reader, events.filter(counts));
        return Object.values(counted).some((rows) => rows.length > 0) ? counted : null;
      },
      act: async (tx, { quarters, backlogs, watches, gone }) => {
        await addUp(tx, quarters, backlogs);
        await putWatches(tx, watches, gone);
      },
    });
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
    while (!this.follower.stopped && (await this.batches.take()));
  }
}

/** What a batch adds to the sums. */
async function countOf(reader: Reader, events: readonly Parameters<Counting['take']>[0][]) {
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
