import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { Journal, type JournalEvent } from '../../kernel/events.js';
import { JournalBatches } from '../../kernel/journal-batches.js';
import { JournalFollower } from '../../kernel/journal-follower.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { type RunCall, runLater } from './automation.job.js';
import { advance, beginAt, findPlace, forgetRuns, listRules } from './automation.repository.js';
import { scopesOf } from './scope.js';
import { triggerOf } from './triggers.js';

const BATCH = 200;
const KEPT_MS = 30 * 24 * 60 * 60_000;
const SWEEP_MS = 60 * 60_000;
const SWEPT_AT_ONCE = 500;

/**
 * Finds in the journal what rules are about: its place there moves on in the unit that puts in their jobs, so each rule is run for each event
 * once, whatever ends in between and however many processes look.
 */
@Injectable()
export class AutomationTail implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Automation');
  private readonly ctx: Ctx = { principal: { kind: 'system', name: 'Automation' }, correlationId: 'automation' };
  private readonly follower: JournalFollower;
  private readonly batches: JournalBatches<RunCall[]>;
  private sweptAt = 0;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    this.batches = new JournalBatches({
      ...{ uow, journal, size: BATCH, ctx: () => this.ctx, advance },
      find: async (reader) => (await findPlace(reader)) ?? 0,
      plan: async (events) => {
        const calls = await this.callsFor(events);
        return calls.length > 0 ? calls : null;
      },
      act: async (tx, calls) => {
        for (const call of calls) runLater(tx, call);
      },
    });
    const failed = (error: unknown) => this.logger.warn(`The journal could not be read on: ${String(error)}`);
    this.follower = new JournalFollower(journal, { work: () => this.lookOn(), failed });
  }

  /** What happened before the first start that knows of rules is nothing to them. */
  async onApplicationBootstrap(): Promise<void> {
    const end = await this.journal.position();
    if ((await findPlace(this.uow.reader)) === null) await this.uow.run(this.ctx, (tx) => beginAt(tx, end));
    this.follower.follow();
  }

  onModuleDestroy(): Promise<void> {
    return this.follower.stop();
  }

  /** Waits until what was known when it was asked is done. */
  settled(): Promise<void> {
    return this.follower.settled();
  }

  private async lookOn(): Promise<void> {
    while (!this.follower.stopped && (await this.batches.take()));
    await this.sweep();
  }

  /** For each event the rules that are about it, in their order. */
  private async callsFor(events: readonly JournalEvent[]): Promise<RunCall[]> {
    const meant = events.flatMap((event) => {
      const trigger = event.conversationId === null ? null : triggerOf(event);
      return trigger ? [{ event, trigger }] : [];
    });
    if (meant.length === 0) return [];
    const rules = await listRules(this.uow.reader, { active: true });
    const scopes = await scopesOf(this.uow.reader, rules);
    return meant.flatMap(({ event, trigger }) =>
      rules.flatMap((rule, at): RunCall[] => {
        const { position, inboxId, conversationId, nodeId, at: happenedAt, correlationId } = event;
        const about = rule.when === trigger && position > rule.since && scopes[at]?.has(inboxId ?? '');
        if (!about || conversationId === null) return [];
        const messageId = trigger === 'MESSAGE_RECEIVED' ? nodeId : null;
        return [{ ruleId: rule.id, position, conversationId, messageId, at: happenedAt, correlationId }];
      }),
    );
  }

  private async sweep(): Promise<void> {
    const now = this.clock.now();
    if (now - this.sweptAt < SWEEP_MS) return;
    this.sweptAt = now;
    let count = SWEPT_AT_ONCE;
    while (count === SWEPT_AT_ONCE && !this.follower.stopped)
      count = await this.uow.run(this.ctx, (tx) => forgetRuns(tx, now - KEPT_MS, SWEPT_AT_ONCE));
  }
}
