import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { jitter } from '../../kernel/random.js';
import { SecretBox } from '../../kernel/secrets.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { pausedWait } from '../delivery/index.js';
import { type Secrets, signed } from './signing.js';
import { findDelivery, findWebhook, noteState, switchOff, updateDelivery } from './webhook.repository.js';
import type { Webhook } from './webhook.entity.js';
import type { WebhookDelivery } from './webhook-delivery.entity.js';
import { type Posted, WebhookPoster } from './webhook-poster.js';

const DELIVER = 'webhook.deliver';
/** After that it is held, and listed to be sent again (G13). */
export const GIVEN_UP_MS = 24 * 60 * 60_000;
const BACKOFF_MS = [2_000, 15_000, 60_000, 300_000, 900_000, 1_800_000, 3_600_000];
const WORDS = 300;
/** The far side says that it wants no more of these (RFC 9110, 15.5.11). */
const GONE = 410;

/** Queues it behind what else goes to the same webhook about the same conversation. */
export function queueDelivery(tx: Tx, { id, webhookId, line }: Pick<WebhookDelivery, 'id' | 'webhookId' | 'line'>): void {
  tx.enqueue({ name: DELIVER, payload: { id }, key: `webhook:${webhookId}:${line}` });
}

/** Posts one event; tries again for 24 hours, and holds back what comes after it in the same conversation so long. */
@Injectable()
export class DeliverJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly box: SecretBox,
    private readonly poster: WebhookPoster,
  ) {}

  onModuleInit(): void {
    this.jobs.register(DELIVER, (job) => this.run(job), { concurrency: 8 });
  }

  private async run(job: JobRun): Promise<void> {
    const delivery = await findDelivery(this.uow.reader, String(job.payload['id']));
    const webhook = delivery && (await findWebhook(this.uow.reader, delivery.webhookId));
    if (!webhook || delivery.state !== 'PENDING') return;
    const ctx: Ctx = { principal: { kind: 'system', name: 'Webhooks' }, correlationId: job.correlationId };
    if (!webhook.active) return this.giveUp(ctx, delivery, { status: null, words: 'The webhook is switched off.' });
    const paused = await pausedWait(this.uow.reader);
    if (paused) throw new RetryLater(paused.waitMs, paused.why, false);
    const secrets = JSON.parse(this.box.open(webhook.secrets, webhook.id)) as Secrets;
    const headers = signed(secrets, delivery.eventId, delivery.body, this.clock.now());
    const posted = await this.poster.post(webhook.url, headers, delivery.body, job.signal);
    job.signal.throwIfAborted();
    await this.note(ctx, webhook, delivery, posted);
  }

  private async note(ctx: Ctx, webhook: Webhook, delivery: WebhookDelivery, posted: Posted): Promise<void> {
    const { status } = posted;
    if (status !== null && status >= 200 && status < 300) {
      await this.uow.run(ctx, async (tx) => {
        const done = { state: 'DELIVERED' as const, status, error: null, nextAttemptAt: null, deliveredAt: tx.now };
        await updateDelivery(tx, delivery.id, { ...done, attempts: delivery.attempts + 1 });
        await noteState(tx, webhook.id, null);
      });
      return;
    }
    if (status === GONE) {
      await this.uow.run(ctx, (tx) => switchOff(tx, webhook.id, 'It answered 410 Gone, and was switched off.'));
      return this.giveUp(ctx, delivery, posted);
    }
    const now = this.clock.now();
    if (now - delivery.since >= GIVEN_UP_MS) return this.giveUp(ctx, delivery, posted);
    const wait = jitter(BACKOFF_MS[Math.min(delivery.attempts, BACKOFF_MS.length - 1)] ?? 0);
    const error = wordsOf(posted);
    await this.uow.run(ctx, async (tx) => {
      await updateDelivery(tx, delivery.id, { attempts: delivery.attempts + 1, status, error, nextAttemptAt: now + wait });
      await noteState(tx, webhook.id, error);
    });
    throw new RetryLater(wait, error, false);
  }

  private async giveUp(ctx: Ctx, { id, attempts }: WebhookDelivery, posted: Posted): Promise<void> {
    const held = { state: 'DEAD' as const, status: posted.status, error: wordsOf(posted), nextAttemptAt: null };
    await this.uow.run(ctx, (tx) => updateDelivery(tx, id, { ...held, attempts: attempts + 1 }));
  }
}

function wordsOf({ status, words }: Posted): string {
  return (status === null ? words : `It answered ${status}. ${words}`).slice(0, WORDS).trim();
}
