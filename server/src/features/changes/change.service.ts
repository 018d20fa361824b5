import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { Journal } from '../../kernel/events.js';
import { pageSize } from '../../kernel/keyset.js';
import {
  changeOf,
  type ChangeRow,
  type ChangeScope,
  inScope,
  mayChangeRights,
  positionOf,
  resync,
  seenBy,
} from './change-rules.js';
import { JournalTail } from './journal-tail.js';
import type { Subscriber } from './subscriber.js';

/** How many events of others a poll passes over before it answers. */
const SCAN = 1_000;

export interface ChangePage {
  changes: ChangeRow[];
  position: string;
  hasMore: boolean;
}

/** The journal as clients see it: under their rights of now, from where they were. */
@Injectable()
export class ChangeService {
  constructor(
    private readonly journal: Journal,
    private readonly tail: JournalTail,
    private readonly clock: Clock,
  ) {}

  /** One page for those who poll. */
  async page(ctx: Ctx, scope: ChangeScope, after: string | null, first: number | null): Promise<ChangePage> {
    const size = pageSize(first);
    const end = await this.journal.position();
    if (after === null) return { changes: [], position: String(end), hasMore: false };
    let position = positionOf(after);
    if (await this.isLost(position, end))
      return { changes: [resync(end, this.clock.now())], position: String(end), hasMore: false };
    const changes: ChangeRow[] = [];
    const events = await this.journal.read(position, SCAN);
    for (const event of events) {
      if (changes.length === size) break;
      position = event.position;
      const seen = inScope(scope, event) ? seenBy(ctx.principal, event) : 'nothing';
      if (seen !== 'nothing') changes.push(changeOf(event, seen));
    }
    return { changes, position: String(position), hasMore: position < end };
  }

  /**
   * Everything after a position, then what comes. It is pulled: the next event is only looked at once the one before was sent,
   * so a slow reader falls behind in the journal and never in our memory.
   */
  async *follow(
    subscriber: Subscriber,
    scope: ChangeScope,
    after: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<ChangeRow> {
    let position = after === null ? this.tail.position : positionOf(after);
    const end = await this.journal.position();
    if (await this.isLost(position, end)) {
      position = end;
      yield resync(position, this.clock.now());
    }
    while (!signal.aborted) {
      const events = await this.tail.after(position);
      if (events.length === 0) await this.tail.waitBeyond(position, signal);
      for (const event of events) {
        if (signal.aborted) return;
        position = event.position;
        subscriber.nextEvent();
        if (mayChangeRights(subscriber.ids, event) && (await subscriber.reload())) yield resync(position, event.at);
        const seen = inScope(scope, event) ? seenBy(subscriber.ctx.principal, event) : 'nothing';
        if (seen !== 'nothing') yield changeOf(event, seen);
      }
    }
  }

  /** Whether the journal no longer reaches back to the position, or never came to it. */
  private async isLost(position: number, end: number): Promise<boolean> {
    const oldest = await this.journal.oldest();
    return position > end || (oldest > 0 && position < oldest - 1);
  }
}
