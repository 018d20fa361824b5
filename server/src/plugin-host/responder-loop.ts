import { Logger } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { acquireLease, ChannelFailure, releaseLease, renewLease } from '../features/channels/index.js';
import { findConversation } from '../features/conversations/index.js';
import { isSendingPaused } from '../features/delivery/index.js';
import { findResponder, holdNew, noteHeard, noteTroubleOf, type Responder } from '../features/responders/index.js';
import type { Ctx } from '../kernel/context.js';
import type { Journal, JournalEvent } from '../kernel/events.js';
import { jitter } from '../kernel/random.js';
import type { UnitOfWork } from '../kernel/uow.js';
import { failureOf } from './call-failure.js';
import type { ListenerTimes } from './listener-times.js';
import type { ReachedResponder, ResponderCalls } from './responder-calls.js';

const BATCH = 200;
const HANDLE_MS = 60_000;
const TAKES_MS = 15_000;
/** Conversations that are answered at once. */
const AT_ONCE = 8;
/** What passes by itself: nothing is left behind for it. */
const WAITS = new Set(['transient', 'rate_limited']);
/** An event that can't be handled is tried again so often, then left behind, so that the rest goes on. */
const TRIES = 5;

/** Lets one responder hear the journal from where it was: under a lease, at least once, in order per conversation. */
export class ResponderLoop {
  private readonly stopped = new AbortController();
  private readonly running: Promise<void>;
  private readonly logger = new Logger('Responders');
  private readonly ctx: Ctx = { principal: { kind: 'system', name: 'Plugin host' }, correlationId: 'plugin-host' };
  private wake: () => void = () => undefined;
  /** Something came while it was looking. */
  private nudged = false;

  constructor(
    private readonly id: string,
    private readonly owner: string,
    private readonly calls: ResponderCalls,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly times: ListenerTimes,
  ) {
    this.running = this.run().catch((error: unknown) => this.logger.error(`Responder ${id} ended: ${String(error)}`));
  }

  /** There may be something to hear. */
  nudge(): void {
    this.nudged = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopped;
    for (let failures = 0; !signal.aborted;) {
      const epoch = await this.uow
        .run(this.ctx, (tx) => acquireLease(tx, this.id, this.owner, this.times.leaseMs))
        .catch(() => null);
      if (epoch === null) {
        await delay(jitter(this.times.waitMs), undefined, { signal }).catch(() => undefined);
        continue;
      }
      try {
        await this.hold(epoch);
        failures = 0;
      } catch (error) {
        this.logger.warn(`${this.id}: ${String(error)}`);
        const wait = this.times.backoffMs[Math.min(failures++, this.times.backoffMs.length - 1)] ?? 1000;
        const asked = error instanceof ChannelFailure ? (error.detail.retryAfterMs ?? 0) : 0;
        await delay(Math.max(jitter(wait), asked), undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async hold(epoch: number): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([this.stopped.signal, lost.signal]);
    const renewal = setInterval(() => {
      this.uow
        .run(this.ctx, (tx) => renewLease(tx, this.id, this.owner, epoch, this.times.leaseMs))
        .then(
          (held) => !held && lost.abort(),
          () => undefined,
        );
    }, this.times.renewMs);
    try {
      while (!signal.aborted) {
        this.nudged = false;
        if (!(await this.hear(signal)) && !this.nudged) await this.sleep(signal);
      }
    } finally {
      clearInterval(renewal);
      await this.uow.run(this.ctx, (tx) => releaseLease(tx, this.id, this.owner, epoch)).catch(() => undefined);
    }
  }

  /** One batch; false when there was nothing, or when what it would do has to wait. */
  private async hear(signal: AbortSignal): Promise<boolean> {
    const responder = await findResponder(this.uow.reader, this.id);
    if (!responder) return false;
    const oldest = await this.journal.oldest();
    const from = Math.max(responder.position, oldest - 1);
    const events = await this.journal.read(from, BATCH);
    const last = events.at(-1);
    // A desk in another program posts there by itself: while nothing may leave, it hears nothing, and goes on from there afterwards.
    if (!last || (await isSendingPaused(this.uow.reader))) return false;
    const reached = this.calls.reach(responder);
    const lines = new Map<string, JournalEvent[]>();
    for (const event of events.filter((one) => this.concerns(reached, one))) {
      const key = event.conversationId ?? event.nodeId;
      lines.set(key, [...(lines.get(key) ?? []), event]);
    }
    const waiting = [...lines.values()];
    const work = async (): Promise<void> => {
      for (let line = waiting.shift(); line; line = waiting.shift())
        for (const event of line) await this.handle(reached, event, signal);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    signal.throwIfAborted();
    await this.uow.run(this.ctx, (tx) => noteHeard(tx, this.id, last.position));
    return true;
  }

  private concerns({ responder, type }: ReachedResponder, event: JournalEvent): boolean {
    if (event.inboxId === null || !responder.inboxIds.includes(event.inboxId) || event.audience?.startsWith('user:'))
      return false;
    if (event.data['history'] || isOwn(responder, event)) return false;
    return type.on.includes(event.type) || (type.turn && event.type === 'conversation.created');
  }

  private async handle(reached: ReachedResponder, event: JournalEvent, signal: AbortSignal): Promise<void> {
    const { type, responder } = reached;
    if (type.turn && !(await this.hasTheWord(reached, event, signal))) return;
    if (!type.on.includes(event.type)) return;
    for (let tries = 1; ; tries++) {
      try {
        await this.calls.call(reached, 'handle', [told(event)], { timeoutMs: HANDLE_MS, signal });
        if (responder.stateMessage !== null) await this.note(responder, null);
        return;
      } catch (error) {
        if (signal.aborted) throw error;
        const failure = failureOf(error, reached.plugin.redactor);
        const down = failure instanceof ChannelFailure && WAITS.has(failure.kind);
        await this.note(responder, failure.message);
        // While its process, or the far side, is not there nothing is left behind: the batch is heard again.
        if (down) throw failure;
        if (tries >= TRIES) return void this.logger.error(`${this.id} left ${event.type} ${event.id} behind: ${failure.message}`);
        await delay(jitter(this.times.backoffMs[tries - 1] ?? 1000), undefined, { signal });
      }
    }
  }

  /** A bot takes a new conversation that nobody has; later it hears of those that it holds. */
  private async hasTheWord(reached: ReachedResponder, event: JournalEvent, signal: AbortSignal): Promise<boolean> {
    const { responder: bot } = reached;
    const { type, actor, conversationId } = event;
    if (conversationId === null) return false;
    if (!(await findConversation(this.uow.reader, conversationId))) return false;
    if (type === 'conversation.created' && actor.kind !== 'USER' && (await this.wants(reached, event, signal)))
      await this.uow.run(this.ctx, (tx) => holdNew(tx, conversationId, bot));
    const now = await findConversation(this.uow.reader, conversationId);
    return now?.botControl === 'BOT_ACTIVE' && now.botId === bot.id;
  }

  /** A bot that can't say whether it wants a conversation leaves it to people. */
  private async wants(reached: ReachedResponder, event: JournalEvent, signal: AbortSignal): Promise<boolean> {
    const { type, responder, plugin } = reached;
    if (!type.has.includes('takes')) return true;
    for (let tries = 1; ; tries++) {
      try {
        return (await this.calls.call(reached, 'takes', [told(event)], { timeoutMs: TAKES_MS, signal })) === true;
      } catch (error) {
        if (signal.aborted) throw error;
        const failure = failureOf(error, plugin.redactor);
        await this.note(responder, failure.message);
        // While its process is not there the batch is heard again.
        if (failure instanceof ChannelFailure && failure.kind === 'transient') throw failure;
        if (tries >= TRIES) return false;
        await delay(jitter(this.times.backoffMs[tries - 1] ?? 1000), undefined, { signal });
      }
    }
  }

  private async note(responder: Responder, words: string | null): Promise<void> {
    if (responder.stateMessage === words) return;
    responder.stateMessage = words;
    await this.uow.run(this.ctx, (tx) => noteTroubleOf(tx, this.id, words));
  }

  private async sleep(signal: AbortSignal): Promise<void> {
    const nudged = new Promise<void>((resolve) => (this.wake = resolve));
    const over = new AbortController();
    const late = delay(this.times.waitMs, undefined, { signal: AbortSignal.any([signal, over.signal]) }).catch(() => undefined);
    await Promise.race([nudged, late]);
    over.abort();
  }
}

/** What it did itself, be it in the name of somebody. */
function isOwn({ id }: Responder, { actor, data }: JournalEvent): boolean {
  return actor.id === id || (data['via'] as { id?: string } | undefined)?.id === id;
}

function told({ id, type, at, nodeId, conversationId, inboxId, contactId, actor, data }: JournalEvent) {
  return { id, type, at: new Date(at), data: { nodeId, conversationId, inboxId, contactId, actor, more: data } };
}
