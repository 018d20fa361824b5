import type { Capabilities } from '@balie/plugin-sdk';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChannelFailure, findChannel, laneOfChannel, PluginGateway } from '../channels/index.js';
import { findThread, messageLeft, type Thread } from '../conversations/index.js';
import { findMessage, type Message } from '../messages/index.js';
import { writtenAhead } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import type { Delivery } from './delivery.entity.js';
import { deliveriesOf, step, take } from './delivery.repository.js';
import { buildOutbound } from './outbound.js';
import { pausedWait } from './pause.js';
import { DELIVER, raiseTrouble, refresh } from './record.js';
import { type Call, type Outcome, settle } from './settle.js';

/** Longer than a plugin's own patience with a mail server that is slow to take a message, so that its answer is heard. */
const SEND_TIMEOUT_MS = 180_000;
/** A channel that is switched off keeps what waits; this often it is looked at again. */
const OFF_RETRY_MS = 30_000;

/** What to do now with a message of the outbox. */
type Claimed = { call: Call; thread: Thread } | { waitMs: number; why: string } | null;

/** Sends what waits of a message: SENDING is committed before the call, its end after it; whatever lies between is uncertain. */
@Injectable()
export class DeliverJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: PluginGateway,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(DELIVER, (job) => this.run(job), { concurrency: 8 });
  }

  async run(job: JobRun): Promise<void> {
    const { messageId, since } = job.payload as { messageId: string; since: number };
    const ctx: Ctx = { principal: { kind: 'system', name: 'Delivery' }, correlationId: job.correlationId };
    for (;;) {
      job.signal.throwIfAborted();
      const claimed = await this.uow.run(ctx, (tx) => claim(tx, messageId));
      if (!claimed) return;
      if ('waitMs' in claimed) throw new RetryLater(claimed.waitMs, claimed.why, false);
      const { call, thread } = claimed;
      const outcome = await this.send(call, thread);
      const next = await this.uow.run(ctx, (tx) => settle(tx, call, outcome, since));
      if (next.leave) return;
      if (next.holdUntil !== undefined) await this.jobs.holdLane(laneOfChannel(thread.channelId), next.holdUntil);
      if (next.retryAfterMs !== undefined)
        throw new RetryLater(next.retryAfterMs, next.reason ?? 'Waits for the next try', false);
    }
  }

  private async send(call: Call, thread: Thread): Promise<Outcome> {
    const outbound = await buildOutbound(this.uow.reader, call.message, thread, call);
    try {
      return { sent: await this.gateway.send(thread.channelId, outbound, SEND_TIMEOUT_MS) };
    } catch (error) {
      if (error instanceof ChannelFailure) return { failure: error };
      return { failure: new ChannelFailure('uncertain', error instanceof Error ? error.message : String(error)) };
    }
  }
}

/** Transaction A. A delivery that is found SENDING was begun by a run that never came back: it is looked for before anything else. */
async function claim(tx: Tx, messageId: string): Promise<Claimed> {
  const message = await findMessage(tx, messageId);
  const rows = await deliveriesOf(tx, [messageId]);
  const open = rows.filter((row) => ['HELD', 'QUEUED', 'DEFERRED', 'SENDING'].includes(row.status));
  if (!message?.channelId || !message.threadId || open.length === 0) return null;
  const begun = open.filter((row) => row.status === 'SENDING');
  const candidates = begun.length > 0 ? begun : open;
  const due = candidates.filter((row) => isDue(row, message, tx.now));
  if (due.length === 0) {
    const at = Math.min(...candidates.map((row) => row.nextAttemptAt ?? tx.now));
    return { waitMs: at - tx.now, why: begun.length > 0 ? 'Waits for an echo' : 'Waits for its time' };
  }
  const paused = await pausedWait(tx);
  if (paused) return paused;
  const [channel, thread] = await Promise.all([findChannel(tx, message.channelId), findThread(tx, message.threadId)]);
  if (!channel || !thread) return giveUp(tx, message, due);
  if (!channel.active) return { waitMs: OFF_RETRY_MS, why: 'The channel is switched off' };
  const { offline, ending } = channel.capabilities as unknown as Capabilities;
  const kind = { leaves: offline === 'next-route', endsAfterMs: ending ? ending.afterMinutes * 60_000 : null };
  return takeAll(tx, { message, rows: due, uncertain: begun.length > 0, ...kind }, thread);
}

/** A time that was set while the clock was ahead holds nobody up; that which its sender chose stays (F18). */
function isDue({ nextAttemptAt, status, updatedAt }: Delivery, { sendAt }: Message, now: number): boolean {
  const chosen = status === 'HELD' && sendAt !== null;
  return nextAttemptAt === null || nextAttemptAt <= now || (!chosen && writtenAhead(updatedAt, now));
}

async function takeAll(tx: Tx, due: Call, thread: Thread): Promise<Claimed> {
  const { message } = due;
  const rows: Delivery[] = [];
  for (const row of due.rows) if (await take(tx, row)) rows.push({ ...row, status: 'SENDING', attempts: row.attempts + 1 });
  if (rows.length === 0) return null;
  if (message.sendAt !== null && !message.side && due.rows.some((row) => row.status === 'HELD')) await messageLeft(tx, message);
  await refresh(tx, message);
  return { call: { ...due, rows }, thread };
}

async function giveUp(tx: Tx, message: Message, rows: Delivery[]): Promise<null> {
  const reason = 'The channel it was to go out by is no longer there.';
  for (const row of rows) await step(tx, row.id, [row.status], { status: 'FAILED', reason, error: 'rejected' });
  await refresh(tx, message);
  await raiseTrouble(
    tx,
    message,
    rows.map((row) => ({ ...row, status: 'FAILED' as const, reason })),
  );
  return null;
}
