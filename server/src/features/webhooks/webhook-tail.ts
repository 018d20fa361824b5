import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { Journal, type JournalEvent } from '../../kernel/events.js';
import { JournalFollower } from '../../kernel/journal-follower.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { findConversations } from '../conversations/index.js';
import { queueDelivery } from './deliver.job.js';
import { advance, findWebhook, forgetBefore, insertDeliveries, listWebhooks } from './webhook.repository.js';
import { deliveryOf, TOLD_BY_RULE } from './told.js';
import type { Webhook } from './webhook.entity.js';

const BATCH = 200;
const KEPT_MS = 30 * 24 * 60 * 60_000;
const SWEEP_MS = 60 * 60_000;

/**
 * Makes deliveries of the journal: where each webhook is in it moves on in the unit that writes its deliveries and their jobs, so each event
 * is delivered, and queued once, whatever ends in between and however many processes look.
 */
@Injectable()
export class WebhookTail implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Webhooks out');
  private readonly ctx: Ctx = { principal: { kind: 'system', name: 'Webhooks' }, correlationId: 'webhooks' };
  private readonly follower: JournalFollower;
  private sweptAt = 0;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    const failed = (error: unknown) => this.logger.warn(`The journal could not be read on: ${String(error)}`);
    this.follower = new JournalFollower(journal, { work: () => this.deliver(), failed });
  }

  onApplicationBootstrap(): void {
    this.follower.follow();
  }

  onModuleDestroy(): Promise<void> {
    return this.follower.stop();
  }

  private async deliver(): Promise<void> {
    const webhooks = (await listWebhooks(this.uow.reader)).filter(({ active }) => active);
    for (const { id } of webhooks) while (!this.follower.stopped && (await this.take(id)));
    await this.sweep();
  }

  /** One batch; false when there was nothing. */
  private async take(id: string): Promise<boolean> {
    const webhook = await findWebhook(this.uow.reader, id);
    if (!webhook?.active) return false;
    const from = Math.max(webhook.position, (await this.journal.oldest()) - 1);
    const events = await this.journal.read(from, BATCH);
    const last = events.at(-1);
    if (!last) return false;
    const wanted = await this.wanted(webhook, events);
    await this.uow.run({ ...this.ctx, correlationId: last.correlationId }, async (tx) => {
      if (!(await advance(tx, id, webhook.position, last.position))) return;
      const deliveries = wanted.map((event) => deliveryOf(id, event, tx.now));
      await insertDeliveries(tx, deliveries);
      for (const delivery of deliveries) queueDelivery(tx, delivery);
    });
    return true;
  }

  /** What may be told: of its inboxes, alarms if it hears of all, and not what only some may see. What was filtered is news to nobody (product 9, 36). */
  private async wanted({ id, inboxIds, events: types }: Webhook, events: readonly JournalEvent[]): Promise<JournalEvent[]> {
    const told = events.filter(
      (event) =>
        (isAlarm(event)
          ? inboxIds.length === 0
          : event.inboxId !== null && event.audience === null && (inboxIds.length === 0 || inboxIds.includes(event.inboxId))) &&
        (event.type === TOLD_BY_RULE ? event.data['webhookId'] === id : types.length === 0 || types.includes(event.type)),
    );
    const ids = [...new Set(told.flatMap(({ conversationId }) => conversationId ?? []))];
    const conversations = ids.length > 0 ? await findConversations(this.uow.reader, ids) : [];
    const aside = new Set(
      conversations.filter(({ placement }) => placement === 'FILTERED' || placement === 'SPAM').map(({ id }) => id),
    );
    return told.filter(({ conversationId }) => conversationId === null || !aside.has(conversationId));
  }

  private async sweep(): Promise<void> {
    const now = this.clock.now();
    if (now - this.sweptAt < SWEEP_MS) return;
    this.sweptAt = now;
    await this.uow.run(this.ctx, (tx) => forgetBefore(tx, now - KEPT_MS));
  }
}

/** What admins are to know of the instance, and a webhook is an admin's. */
const isAlarm = ({ type, audience }: JournalEvent): boolean => audience === 'admins' && type.startsWith('alarm.');
