import { Logger } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import {
  acquireLease,
  changeChannelState,
  ChannelFailure,
  noteReading,
  releaseLease,
  renewLease,
  type Channel,
} from '../features/channels/index.js';
import type { Ctx } from '../kernel/context.js';
import { jitter } from '../kernel/random.js';
import type { UnitOfWork } from '../kernel/uow.js';
import { checkHealth, type Health } from './border.js';
import { failureOf } from './call-failure.js';
import type { CallScope } from './call-scope.js';
import type { ChannelCalls, Reached } from './channel-calls.js';
import { LISTENER_TIMES, type ListenerTimes } from './listener-times.js';

/** Keeps one channel listened to, in this process or in the one that holds its lease, and shows how that goes. */
export class ChannelListener {
  private readonly stopped = new AbortController();
  private readonly running: Promise<void>;
  private noted = '';
  private readonly logger = new Logger('Channels');
  private readonly ctx: Ctx = { principal: { kind: 'system', name: 'Plugin host' }, correlationId: 'plugin-host' };

  constructor(
    private readonly channelId: string,
    private readonly owner: string,
    private readonly calls: ChannelCalls,
    private readonly uow: UnitOfWork,
    private readonly times: ListenerTimes = LISTENER_TIMES,
  ) {
    this.running = this.run().catch((error: unknown) => this.logger.error(`Listening on ${channelId} ended: ${String(error)}`));
  }

  /** Resolves when nothing of it runs any more, after the grace at the latest. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.stopped.signal.aborted) {
      const epoch = await this.acquire();
      if (epoch === null) {
        await this.pause(jitter(this.times.waitMs));
        continue;
      }
      const began = performance.now();
      const again = await this.hold(epoch);
      if (!again) return;
      failures = performance.now() - began > 60_000 ? 1 : failures + 1;
      const { backoffMs } = this.times;
      await this.pause(jitter(backoffMs[Math.min(failures, backoffMs.length) - 1] ?? 0));
    }
  }

  private async acquire(): Promise<number | null> {
    try {
      return await this.uow.run(this.ctx, (tx) => acquireLease(tx, this.channelId, this.owner, this.times.leaseMs));
    } catch (error) {
      this.logger.warn(`The lease of ${this.channelId} could not be asked for: ${String(error)}`);
      return null;
    }
  }

  /** Listens under the lease until it ends; false when it must not be tried again by itself. */
  private async hold(epoch: number): Promise<boolean> {
    const lost = new AbortController();
    const signal = AbortSignal.any([this.stopped.signal, lost.signal]);
    const renewal = setInterval(() => void this.renew(epoch, lost), this.times.renewMs);
    try {
      await this.listen(epoch, signal, () => lost.abort());
      if (!signal.aborted) await this.show('DEGRADED', 'It stopped listening by itself and is started again.');
      return true;
    } catch (error) {
      if (signal.aborted) return true;
      return await this.onFailure(error);
    } finally {
      clearInterval(renewal);
      await this.uow
        .run(this.ctx, (tx) => releaseLease(tx, this.channelId, this.owner, epoch))
        .catch((error: unknown) => this.logger.warn(`The lease of ${this.channelId} runs out by itself: ${String(error)}`));
    }
  }

  private async renew(epoch: number, lost: AbortController): Promise<void> {
    try {
      const held = await this.uow.run(this.ctx, (tx) => renewLease(tx, this.channelId, this.owner, epoch, this.times.leaseMs));
      if (!held) lost.abort();
    } catch (error) {
      this.logger.warn(`The lease of ${this.channelId} could not be renewed: ${String(error)}`);
    }
  }

  private async listen(epoch: number, signal: AbortSignal, onFenced: () => void): Promise<void> {
    const reached = await this.calls.reach(this.channelId);
    const { plugin, type } = reached;
    await this.show('STARTING', null);
    const done = new AbortController();
    const looking = this.watch(reached, AbortSignal.any([signal, done.signal]));
    let scope: CallScope | null = null;
    const giveUp = () => {
      if (scope) scope.closed = true;
      plugin.supervisor.kill('It did not stop listening when it was told to.');
    };
    try {
      const args = [this.calls.specOf(reached)];
      const call = this.calls.call(plugin, this.channelId, {
        method: 'listen',
        args,
        mode: 'listen',
        signal,
        scope: {
          epoch,
          onFenced,
          ...(type.has.includes('health') ? {} : { onInbound: () => void this.show('CONNECTED', null) }),
        },
        onScope: (made) => (scope = made),
      });
      await this.untilGrace(call, signal, giveUp);
    } catch (error) {
      throw failureOf(error, plugin.redactor);
    } finally {
      done.abort();
      await looking;
    }
  }

  /** After the abort the plugin has the grace to end; then we no longer wait, and take nothing more from it. */
  private async untilGrace(call: Promise<unknown>, signal: AbortSignal, giveUp: () => void): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const begin = () => (timer = setTimeout(giveUp, this.times.graceMs));
    if (signal.aborted) begin();
    else signal.addEventListener('abort', begin, { once: true });
    await call.finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', begin);
    });
  }

  /** A channel that can tell how it is is asked; of another one we believe it when it has listened for a while. */
  private async watch(reached: Reached, signal: AbortSignal): Promise<void> {
    if (reached.type.has.includes('health')) return this.watchHealth(reached, signal);
    await this.pause(this.times.patienceMs, signal);
    if (!signal.aborted) await this.show('CONNECTED', null);
  }

  private async watchHealth(reached: Reached, signal: AbortSignal): Promise<void> {
    const began = performance.now();
    while (!signal.aborted) {
      const answer = await this.health(reached);
      const { status, message } = answer;
      if (signal.aborted) return;
      await this.noteReading(answer);
      if (status === 'ok') await this.show('CONNECTED', null);
      else if (performance.now() - began > this.times.patienceMs)
        await this.show('DEGRADED', message ?? 'The plugin reports trouble.');
      // A backlog is looked at more often: its end is what whoever waits for it wants to see.
      const settled = status === 'ok' && (answer.lastSuccessAt !== undefined || answer.position === undefined);
      await this.pause(settled ? this.times.healthyMs : this.times.healthMs, signal);
    }
  }

  private async health(reached: Reached): Promise<Health> {
    const { plugin } = reached;
    try {
      const args = [this.calls.specOf(reached)];
      const answer = checkHealth(
        await this.calls.call(plugin, this.channelId, { method: 'health', args, mode: 'use', timeoutMs: this.times.graceMs }),
      );
      return answer.message === undefined ? answer : { ...answer, message: plugin.redactor.text(answer.message) };
    } catch (error) {
      return { status: 'degraded', message: failureOf(error, plugin.redactor).message };
    }
  }

  /** How far it has read (G1 2), where that is other than what was noted last. */
  private async noteReading({ lastSuccessAt, position }: Health): Promise<void> {
    const reading = { channelId: this.channelId, lastSuccessAt: lastSuccessAt?.getTime() ?? null, position: position ?? null };
    const what = JSON.stringify(reading);
    if (this.noted === what || (lastSuccessAt === undefined && position === undefined)) return;
    try {
      await this.uow.run(this.ctx, (tx) => noteReading(tx, reading));
      this.noted = what;
    } catch (error) {
      this.logger.warn(`How far ${this.channelId} has been read could not be written down: ${String(error)}`);
    }
  }

  /** True when it is tried again. */
  private async onFailure(error: unknown): Promise<boolean> {
    const failure =
      error instanceof ChannelFailure ? error : new ChannelFailure('uncertain', String((error as Error)?.message ?? error));
    if (failure.kind === 'auth') {
      await this.change({ authorized: false, state: 'UNAUTHORIZED', stateMessage: failure.message });
      return false;
    }
    this.logger.warn(`${this.channelId}: ${failure.message}`);
    await this.show('DEGRADED', failure.message);
    return true;
  }

  private show(state: Channel['state'], stateMessage: string | null): Promise<void> {
    return this.change({ state, stateMessage });
  }

  private async change(patch: Parameters<typeof changeChannelState>[2]): Promise<void> {
    try {
      await this.uow.run(this.ctx, (tx) => changeChannelState(tx, this.channelId, patch));
    } catch (error) {
      this.logger.warn(`The state of ${this.channelId} could not be written down: ${String(error)}`);
    }
  }

  private async pause(ms: number, signal: AbortSignal = this.stopped.signal): Promise<void> {
    await delay(ms, undefined, { signal }).catch(() => undefined);
  }
}
