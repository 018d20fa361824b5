import type { Ctx } from './context.js';
import type { Journal, JournalEvent } from './events.js';
import type { Reader, Tx, UnitOfWork } from './uow.js';

/** What a consumer makes of the journal, and where it keeps how far it is. */
export interface Consuming<Work> {
  uow: UnitOfWork;
  journal: Journal;
  /** How many events are looked at together. */
  size: number;
  /** In whose name, for a batch that ends so. */
  ctx: (last: JournalEvent) => Ctx;
  find: (reader: Reader) => Promise<number>;
  /** False when another process has moved on. */
  advance: (tx: Tx, from: number, to: number) => Promise<boolean>;
  /** What there is to do for a batch; null when nothing is. */
  plan: (events: readonly JournalEvent[]) => Promise<Work | null>;
  act: (tx: Tx, work: Work) => Promise<void>;
}

/**
 * Takes the journal batch by batch: the place moves on in the unit that does the work, so each event counts once, whatever ends in between
 * and however many processes look.
 */
export class JournalBatches<Work> {
  /** Up to here nothing is left to be done, though the place may stand before it. */
  private lookedTo = 0;

  constructor(private readonly consuming: Consuming<Work>) {}

  /** One batch; false when there was nothing. */
  async take(): Promise<boolean> {
    const { uow, journal, size, ctx, find, advance, plan, act } = this.consuming;
    const place = await find(uow.reader);
    const oldest = await journal.oldest();
    const events = await journal.read(Math.max(place, this.lookedTo, oldest - 1), size);
    const last = events.at(-1);
    if (!last) return false;
    const work = await plan(events);
    // The place is only written where that keeps something from being done twice, or much from being read again.
    if (work !== null || last.position - place >= size) {
      const mine = await uow.run(ctx(last), async (tx) => {
        if (!(await advance(tx, place, last.position))) return false;
        if (work !== null) await act(tx, work);
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
}
