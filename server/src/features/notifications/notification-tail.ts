import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { Journal } from '../../kernel/events.js';
import { JournalBatches } from '../../kernel/journal-batches.js';
import { JournalFollower } from '../../kernel/journal-follower.js';
import { grouped } from '../../kernel/rows.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { rowsFor } from './addressees.js';
import { tellChanged, tellNew, Weighing } from './changing.js';
import type { Notification } from './notification.entity.js';
import {
  advance,
  beginAt,
  findPlace,
  forgetBefore,
  forgetSubjects,
  markRead,
  moveSubjects,
  withdraw,
} from './notification.repository.js';
import { changesWhatIsThere, type Plan, planOf } from './plan.js';
import { forgetSessions } from './push/push.repository.js';

const BATCH = 200;
const KEPT_MS = 90 * 24 * 60 * 60_000;
const SWEEP_MS = 60 * 60_000;
const SWEPT_AT_ONCE = 500;

/**
 * Makes notifications of the journal: its place there moves on in the unit that writes them, so each thing is told once, whatever ends in
 * between and however many processes look. What a message costs to take in does not grow by those who are told of it.
 */
@Injectable()
export class NotificationTail implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Notifications');
  private readonly ctx: Ctx = { principal: { kind: 'system', name: 'Notifications' }, correlationId: 'notifications' };
  private readonly follower: JournalFollower;
  private readonly batches: JournalBatches<{ plan: Plan; rows: Notification[] }>;
  private sweptAt = 0;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    this.batches = new JournalBatches({
      ...{ uow, journal, size: BATCH, advance },
      ctx: ({ correlationId }) => ({ ...this.ctx, correlationId }),
      find: async (reader) => (await findPlace(reader)) ?? 0,
      plan: async (events) => {
        const plan = planOf(events);
        if (!plan) return null;
        const rows = await rowsFor(uow.reader, plan);
        return rows.length > 0 || changesWhatIsThere(plan) ? { plan, rows } : null;
      },
      act: (tx, { plan, rows }) => carryOut(tx, plan, rows),
    });
    const failed = (error: unknown) => this.logger.warn(`The journal could not be read on: ${String(error)}`);
    this.follower = new JournalFollower(journal, { work: () => this.tell(), failed });
  }

  /** What happened before the first start that knows of notifications is told to nobody. */
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

  private async tell(): Promise<void> {
    while (!this.follower.stopped && (await this.batches.take()));
    await this.sweep();
  }

  /** What is older than 90 days is forgotten, read or not. */
  private async sweep(): Promise<void> {
    const now = this.clock.now();
    if (now - this.sweptAt < SWEEP_MS) return;
    this.sweptAt = now;
    let count = SWEPT_AT_ONCE;
    while (count === SWEPT_AT_ONCE && !this.follower.stopped)
      count = await this.uow.run(this.ctx, async (tx) => {
        const weighing = new Weighing();
        const gone = await forgetBefore(tx, now - KEPT_MS, SWEPT_AT_ONCE);
        weighing.lighter(gone);
        await weighing.keep(tx);
        return gone.length;
      });
  }
}

async function carryOut(tx: Tx, plan: Plan, rows: readonly Notification[]): Promise<void> {
  const weighing = new Weighing();
  const gone = await forgetSubjects(tx, [...plan.gone]);
  const taken = await withdraw(tx, [...plan.taken]);
  weighing.lighter([...gone, ...taken]);
  tellChanged(tx, [...gone, ...taken], 'notification.withdrawn');
  await forgetSessions(tx, [...plan.ended]);
  await move(tx, plan, weighing);
  const read = await look(tx, plan);
  weighing.lighter(read);
  tellChanged(tx, read, 'notification.read');
  await tellNew(
    tx,
    rows.filter(({ subjectId }) => !plan.gone.has(subjectId)),
    weighing,
  );
  await weighing.keep(tx);
}

async function move(tx: Tx, { moved }: Plan, weighing: Weighing): Promise<void> {
  const inboxIds = [...new Set(moved.values())];
  const byInbox = grouped(inboxIds, [...moved], ([, inboxId]) => inboxId);
  for (const [index, inboxId] of inboxIds.entries()) {
    const rows = await moveSubjects(
      tx,
      (byInbox[index] ?? []).map(([id]) => id),
      inboxId,
    );
    weighing.lighter(rows);
    weighing.heavier(rows, inboxId);
  }
}

async function look(tx: Tx, { looked }: Plan): Promise<Notification[]> {
  const groups = new Map<string, Plan['looked']>();
  for (const one of looked) {
    const key = `${one.userId} ${one.only ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const read: Notification[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const subjectIds = [...new Set(group.map(({ conversationId }) => conversationId))];
    read.push(...((await markRead(tx, first.userId, { subjectIds, kind: first.only })) as Notification[]));
  }
  return read;
}
