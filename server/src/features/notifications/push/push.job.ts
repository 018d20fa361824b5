import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import type { Ctx } from '../../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../../kernel/jobs.js';
import { jitter } from '../../../kernel/random.js';
import { SecretBox } from '../../../kernel/secrets.js';
import { type Tx, UnitOfWork } from '../../../kernel/uow.js';
import { pausedWait } from '../../delivery/index.js';
import type { Posted } from '../../webhooks/index.js';
import type { Notification } from '../notification.entity.js';
import { findNotification, settingsOf } from '../notification.repository.js';
import { defaultsFor, waysOf } from '../settings.js';
import { Teller, type Told } from '../teller.js';
import { deleteSubscription, findSubscription, noteFailures, subscriptionsOf } from './push.repository.js';
import { HERE_MS } from './attendance.js';
import { PushMeans } from './push-means.js';
import type { PushSubscription } from './push-subscription.entity.js';
import { encrypted, topicOf, vapid } from './web-push.js';

const SEND = 'notifications.push';
/** Nobody wants to hear after half a day what asked for him in the morning; the push service forgets it then, too. */
const HOLDS_MS = 12 * 60 * 60_000;
const BACKOFF_MS = [5_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000];
const LONGEST_WAIT_MS = 3_600_000;
/** The browser took its word back, or its address has ended (RFC 8030, 7.3). */
const ENDED: ReadonlySet<number> = new Set([404, 410]);

/** What a browser gave, as it is sealed. */
export interface Target {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** Queues what these people are told for each browser of theirs; the same once as long as it waits. Everything else is looked at when it is sent. */
export async function queuePushes(tx: Tx, rows: readonly Notification[]): Promise<void> {
  if (rows.length === 0) return;
  for (const { id, userId } of await subscriptionsOf(tx, [...new Set(rows.map((row) => row.userId))]))
    for (const row of rows)
      if (row.userId === userId)
        tx.enqueue({
          name: SEND,
          payload: { subscriptionId: id, notificationId: row.id },
          key: `push:${id}:${row.subjectId}`,
          unique: `push:${id}:${row.id}`,
        });
}

/** Sends one notification to one browser, if at that moment it is still to be told (RFC 8030). */
@Injectable()
export class PushJob implements OnModuleInit {
  private readonly logger = new Logger('Push');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly box: SecretBox,
    private readonly means: PushMeans,
    private readonly teller: Teller,
  ) {}

  onModuleInit(): void {
    this.jobs.register(SEND, (job) => this.run(job), { concurrency: 4 });
  }

  private async run(job: JobRun): Promise<void> {
    const { subscriptionId, notificationId } = job.payload as { subscriptionId: string; notificationId: string };
    const subscription = await findSubscription(this.uow.reader, subscriptionId);
    if (!subscription) return;
    const notification = await findNotification(this.uow.reader, subscription.userId, notificationId);
    const paused = await pausedWait(this.uow.reader);
    if (paused) throw new RetryLater(paused.waitMs, paused.why, false);
    const ctx: Ctx = { principal: { kind: 'system', name: 'Push' }, correlationId: job.correlationId };
    if (!(await this.means.sessions.byId(subscription.sessionId))) return this.remove(ctx, subscription.id);
    if (!notification) return;
    if (this.means.attendance.isHere(notification.userId)) return this.lookAgain(job);
    const payload = await this.payload(notification, subscription.language);
    if (!payload) return;
    const posted = await this.post(subscription, notification, payload, job.signal);
    job.signal.throwIfAborted();
    await this.note(ctx, subscription, posted);
  }

  /** Who is at the app hears of it there; whether he had just left it shows when his last sign no longer counts. */
  private lookAgain({ attempt }: JobRun): void {
    if (attempt === 1) throw new RetryLater(HERE_MS, 'Its person is at the app.');
  }

  /** What the browser is told; null when it is to be told nothing (any more). */
  private async payload(notification: Notification, language: string | null): Promise<Buffer | null> {
    const { userId, kind, readAt, at } = notification;
    if (readAt !== null || this.clock.now() - at > HOLDS_MS) return null;
    const [settings = defaultsFor(userId)] = await settingsOf(this.uow.reader, [userId]);
    const addressee = await this.teller.addressee(userId);
    if (!addressee || !waysOf(settings, kind).push || (settings.quiet && addressee.away)) return null;
    const [told] = await this.teller.words({ ...addressee, language: language ?? addressee.language }, [notification]);
    return told ? payloadOf(told, settings.showText) : null;
  }

  private async post(
    { id, target }: PushSubscription,
    { subjectId, at }: Notification,
    payload: Buffer,
    signal: AbortSignal,
  ): Promise<Posted> {
    const { endpoint, p256dh, auth } = JSON.parse(this.box.open(target, id)) as Target;
    const body = encrypted(payload, { p256dh: Buffer.from(p256dh, 'base64url'), auth: Buffer.from(auth, 'base64url') });
    const now = this.clock.now();
    const { https, origin } = this.means.address;
    const subject = https ? origin : null;
    const headers = {
      authorization: vapid(endpoint, await this.means.keys.pair(), { now, subject }),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(Math.max(0, Math.ceil((at + HOLDS_MS - now) / 1000))),
      topic: topicOf(subjectId),
      urgency: 'high',
      'user-agent': 'Balie-Push',
    };
    return this.means.poster.post(endpoint, headers, body, signal);
  }

  private async note(ctx: Ctx, { id, failures }: PushSubscription, posted: Posted): Promise<void> {
    const { status } = posted;
    if (status !== null && ENDED.has(status)) return this.remove(ctx, id);
    const later = status === null || status === 429 || status >= 500;
    if (!later) {
      // The address is a secret of the browser's, so it stands in no log.
      if (status >= 300) this.logger.warn(`A push service refused a notification: ${status}`);
      if (failures > 0) await this.uow.run(ctx, (tx) => noteFailures(tx, id, 0));
      return;
    }
    await this.uow.run(ctx, (tx) => noteFailures(tx, id, failures + 1));
    const wait = jitter(BACKOFF_MS[Math.min(failures, BACKOFF_MS.length - 1)] ?? 0);
    const asked = status === null ? 0 : retryAfterMs(posted.retryAfter, this.clock.now());
    const why = status === null ? 'The push service did not answer.' : `The push service answered ${status}.`;
    throw new RetryLater(Math.max(wait, asked), why, false);
  }

  private async remove(ctx: Ctx, id: string): Promise<void> {
    await this.uow.run(ctx, async (tx) => {
      const userId = await deleteSubscription(tx, id);
      if (userId) tellOfDevices(tx, id, userId);
    });
  }
}

/** Tells a person's own browsers that his list of devices has changed. */
export function tellOfDevices(tx: Tx, id: string, userId: string, change: 'CREATED' | 'DELETED' = 'DELETED'): void {
  tx.emit({ type: 'push.devicesChanged', change, nodeId: id, inboxId: null, audience: `user:${userId}` });
}

/** As the service worker of the app reads it. Without the person's leave it does not say what was said: others may look at the screen, too. */
function payloadOf(
  { notification: { id, kind, subjectId, inboxId }, title, sentence, text, path }: Told,
  showText: boolean,
): Buffer {
  const conversationId = inboxId === '' ? null : subjectId;
  const body = showText && text !== null ? `${sentence}: ${text}` : sentence;
  return Buffer.from(JSON.stringify({ id, kind, title, body, conversationId, path }));
}

/** Seconds or a date (RFC 9110, 10.2.3), and at most an hour: after that we ask again. */
function retryAfterMs(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(0, wait), LONGEST_WAIT_MS) : 0;
}
