import { DeadlineError, GoneError } from './child/peer.js';
import type { PluginPackage } from './manifest.js';
import { traced } from '../kernel/tracing.js';
import { PluginProcess, type CallOptions, type HostCalls } from './plugin-process.js';
import { residentBytes } from './process-memory.js';

/** The plugin's process does not run and the call was not made. */
export class NotRunningError extends Error {
  constructor(
    message: string,
    readonly retryAfterMs: number | null,
  ) {
    super(message);
  }
}

export interface SupervisorTimes {
  pingEveryMs: number;
  pingWithinMs: number;
  memoryEveryMs: number;
  /** After so long without a call the process is stopped. */
  idleMs: number;
  /** Waits after the first, second and third unexpected end of an hour; one more and it is parked. */
  backoffMs: readonly number[];
  graceMs: number;
}
export const SUPERVISOR_TIMES: SupervisorTimes = {
  pingEveryMs: 30_000,
  pingWithinMs: 10_000,
  memoryEveryMs: 5_000,
  idleMs: 60_000,
  backoffMs: [1_000, 5_000, 15_000],
  graceMs: 10_000,
};

/** What a supervisor tells of its plugin. */
export interface SupervisorEvents {
  /** Its process ended unexpectedly and will be started again. */
  restarted(reason: string): void;
  /** It ended too often: nothing of it runs until a person starts it again. */
  crashed(reason: string): void;
}

const HOUR_MS = 3_600_000;
/** Bytes of a Node process beside its heap: code, stacks, buffers. */
const BESIDE_HEAP_MB = 256;
/**
 * An end while items are being understood, alone or many at once, counts a quarter: a single bad one may cause it, and its job gives up
 * before the plugin is parked for it.
 */
const DECODE_WEIGHT = 0.25;
const DECODING = ['decode', 'decodeAll'];

/**
 * Keeps one plugin's process: started when it is called, stopped when nothing is, watched while it runs (its answers, its memory),
 * started again with back-off when it ends, and parked when it ends more than three times an hour.
 */
export class PluginSupervisor<Scope> {
  private current: Promise<PluginProcess<Scope>> | null = null;
  private live: PluginProcess<Scope> | null = null;
  private readonly ends: { at: number; weight: number }[] = [];
  private notBefore = 0;
  private parked: string | null = null;
  private stopping = false;
  private readonly active = new Map<string, number>();
  private idleTimer: NodeJS.Timeout | null = null;
  private watchers: NodeJS.Timeout[] = [];

  /** Unexpected ends since this supervisor began. */
  restarts = 0;

  constructor(
    readonly pkg: PluginPackage,
    private readonly host: HostCalls<Scope>,
    private readonly events: SupervisorEvents,
    private readonly now: () => number,
    private readonly times: SupervisorTimes = SUPERVISOR_TIMES,
  ) {}

  get running(): boolean {
    return this.live !== null;
  }

  /** Resident memory of the process; null when it does not run. */
  async memoryBytes(): Promise<number | null> {
    const pid = this.live?.pid;
    return pid === undefined ? null : residentBytes(pid);
  }

  /** Makes a call, starting the process when it does not run. Rejects with NotRunningError when the call was not made. */
  async call(method: string, args: unknown[], o: CallOptions<Scope>): Promise<unknown> {
    this.active.set(method, (this.active.get(method) ?? 0) + 1);
    this.keepAwake();
    try {
      const running = await this.ensure();
      const id = this.pkg.manifest.id;
      const called = traced(`plugin ${id} ${method}`, { 'balie.plugin': id }, () => running.call(method, args, o));
      return await called.catch((error: unknown) => {
        if (error instanceof DeadlineError) void this.probe(running);
        if (error instanceof GoneError && !error.made)
          throw new NotRunningError(`The plugin ${this.pkg.manifest.id} has just ended.`, 1000);
        throw error;
      });
    } finally {
      const left = (this.active.get(method) ?? 1) - 1;
      if (left > 0) this.active.set(method, left);
      else this.active.delete(method);
      if (this.active.size === 0) this.rest();
    }
  }

  /** Ends the process that runs, if any; it counts as an unexpected end. */
  kill(reason: string): void {
    this.live?.kill(reason);
  }

  /** Starts nothing any more, waits for the calls that run up to the grace, and ends the process. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.keepAwake();
    if (this.active.size > 0) {
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => (timer = setTimeout(resolve, this.times.graceMs)));
      await Promise.race([new Promise<void>((resolve) => (this.onIdle = resolve)), grace]);
      clearTimeout(timer);
    }
    await (await this.current?.catch(() => null))?.stop(this.times.graceMs);
  }

  private async ensure(): Promise<PluginProcess<Scope>> {
    const name = this.pkg.manifest.id;
    if (this.stopping) throw new NotRunningError(`The plugin ${name} is switched off.`, null);
    if (this.parked !== null) throw new NotRunningError(`The plugin ${name} is stopped: ${this.parked}`, null);
    if (this.current) return this.current;
    const wait = this.notBefore - this.now();
    if (wait > 0) throw new NotRunningError(`The plugin ${name} has ended unexpectedly and is started again soon.`, wait);
    const starting = PluginProcess.start(this.pkg, this.host);
    this.current = starting;
    try {
      const started = await starting;
      this.live = started;
      this.watch(started);
      void started.ended.then((reason) => this.onEnded(started, reason));
      return started;
    } catch (error) {
      this.current = null;
      const reason = error instanceof Error ? error.message : String(error);
      this.count(reason, 1);
      throw new NotRunningError(`The plugin ${name} could not be started: ${reason}`, null);
    }
  }

  private onEnded(ended: PluginProcess<Scope>, reason: string): void {
    if (this.live !== ended) return;
    this.letGo();
    if (this.stopping) return;
    this.count(reason, DECODING.some((method) => this.active.has(method)) ? DECODE_WEIGHT : 1);
  }

  private count(reason: string, weight: number): void {
    const now = this.now();
    while (this.ends.length > 0 && this.ends[0]!.at < now - HOUR_MS) this.ends.shift();
    this.ends.push({ at: now, weight });
    this.restarts++;
    const sum = this.ends.reduce((total, end) => total + end.weight, 0);
    if (sum > this.times.backoffMs.length) {
      this.parked = reason;
      this.events.crashed(reason);
      return;
    }
    this.notBefore = now + (this.times.backoffMs[Math.max(0, Math.ceil(sum) - 1)] ?? 0);
    this.events.restarted(reason);
  }

  private watch(running: PluginProcess<Scope>): void {
    const limit = this.pkg.manifest.limits.rssMb ?? this.pkg.manifest.limits.heapMb + BESIDE_HEAP_MB;
    const every = (ms: number, look: () => Promise<void>) => this.watchers.push(setInterval(() => void look(), ms).unref());
    every(this.times.pingEveryMs, () => this.probe(running));
    every(this.times.memoryEveryMs, async () => {
      const bytes = running.pid === undefined ? null : await residentBytes(running.pid);
      if (bytes !== null && bytes > limit * 1024 * 1024)
        running.kill(`It used ${Math.round(bytes / 1024 / 1024)} MB of memory; its limit is ${limit} MB.`);
    });
  }

  /** A process that does not answer in time is ended: nothing else stops an endless loop. */
  private async probe(running: PluginProcess<Scope>): Promise<void> {
    try {
      await running.call('ping', [], { timeoutMs: this.times.pingWithinMs, scope: null });
    } catch (error) {
      if (error instanceof DeadlineError) running.kill(`It did not answer within ${this.times.pingWithinMs / 1000} s.`);
    }
  }

  private onIdle: (() => void) | null = null;

  /** Nothing runs: whoever waits for that goes on, and soon the process is stopped. */
  private rest(): void {
    this.onIdle?.();
    if (this.stopping) return;
    this.idleTimer ??= setTimeout(() => {
      this.idleTimer = null;
      if (this.active.size > 0 || !this.live) return;
      const sleeping = this.live;
      this.letGo();
      void sleeping.stop(this.times.graceMs);
    }, this.times.idleMs).unref();
  }

  private letGo(): void {
    this.current = null;
    this.live = null;
    for (const watcher of this.watchers.splice(0)) clearInterval(watcher);
  }

  private keepAwake(): void {
    if (this.idleTimer) clearTimeout(this.idleTimer);
    this.idleTimer = null;
  }
}
