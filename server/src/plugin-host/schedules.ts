import { Injectable, type OnModuleInit } from '@nestjs/common';
import { channelsOfPlugin, wordOfType } from '../features/channels/index.js';
import { clearIssue, raiseIssue } from '../features/plugins/index.js';
import { findResponder, listResponders } from '../features/responders/index.js';
import type { Ctx } from '../kernel/context.js';
import { JobQueue, type JobRun } from '../kernel/jobs.js';
import { UnitOfWork } from '../kernel/uow.js';
import { failureOf } from './call-failure.js';
import { ChannelCalls } from './channel-calls.js';
import { PluginRegistry, type RunningPlugin } from './registry.js';
import { ResponderCalls } from './responder-calls.js';
import { type Due, jobOf, SCHEDULE_JOB } from './schedule-times.js';

const RUN_MS = 5 * 60_000;
const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const LEAST_MS = 10_000;

/** Sees to it that what plugins do by the clock is in the queue: each time of each instance once, whatever process runs it. */
@Injectable()
export class ScheduleRuntime {
  private known = new Set<string>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: PluginRegistry,
  ) {}

  async reconcile(): Promise<void> {
    const due = (await Promise.all(this.registry.all().map((plugin) => dueOf(this.uow, plugin)))).flat();
    const now = new Set(due.map(({ instanceId, name }) => `${instanceId} ${name}`));
    const fresh = due.filter(({ instanceId, name }) => !this.known.has(`${instanceId} ${name}`));
    if (fresh.length > 0)
      await this.uow.run(CTX, async (tx) => fresh.forEach((one) => tx.enqueue(jobOf(one, tx.now + one.everyMs))));
    this.known = now;
  }
}

/** Runs them, and puts the next time into the queue. */
@Injectable()
export class ScheduleJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly registry: PluginRegistry,
    private readonly channels: ChannelCalls,
    private readonly responders: ResponderCalls,
  ) {}

  onModuleInit(): void {
    this.jobs.register(SCHEDULE_JOB, (job) => this.run(job), { concurrency: 4, repeats: true });
  }

  private async run(job: JobRun): Promise<void> {
    const { pluginId, instanceId, name, once } = job.payload as unknown as Due;
    const plugin = this.registry.find(pluginId);
    const due = plugin && (await dueOf(this.uow, plugin)).find((one) => one.instanceId === instanceId && one.name === name);
    // Switched off or taken away meanwhile; it is put in again when it is back.
    if (!plugin || !due) return;
    const failure = await this.call(plugin, due, job.signal).then(
      () => null,
      (error: unknown) => failureOf(error, plugin.redactor).message,
    );
    // It is said, and its next time comes all the same.
    await this.uow.run(CTX, async (tx) => {
      const key = `schedule:${name}`;
      if (failure === null) await clearIssue(tx, instanceId, key);
      else await raiseIssue(tx, instanceId, key, { severity: 'warning', title: `${name} failed: ${failure}`.slice(0, 500) });
      if (!once) tx.enqueue(jobOf(due, tx.now + due.everyMs));
    });
  }

  private async call(plugin: RunningPlugin, due: Due, signal: AbortSignal): Promise<void> {
    const o = { timeoutMs: RUN_MS, signal };
    const responder = await findResponder(this.uow.reader, due.instanceId);
    if (responder) {
      await this.responders.call(this.responders.reach(responder), 'schedule', [due.name], o);
      return;
    }
    const reached = await this.channels.reach(due.instanceId);
    const args = [this.channels.specOf(reached), due.name];
    await this.channels.call(plugin, due.instanceId, { method: 'schedule', args, mode: 'use', ...o });
  }
}

const CTX: Ctx = { principal: { kind: 'system', name: 'Plugin host' }, correlationId: 'plugin-host' };

async function dueOf(uow: UnitOfWork, plugin: RunningPlugin): Promise<(Due & { everyMs: number })[]> {
  if (plugin.schedules.length === 0) return [];
  const pluginId = plugin.installation.id;
  const [channels, responders] = await Promise.all([
    channelsOfPlugin(uow.reader, pluginId),
    listResponders(uow.reader, pluginId),
  ]);
  const instances = [
    ...channels.filter(({ active }) => active).map(({ id, type }) => ({ kind: 'channel', id, type: wordOfType(type) })),
    ...responders.filter(({ active }) => active).map(({ id, type }) => ({ kind: 'responder', id, type })),
  ];
  return plugin.schedules.flatMap(({ kind, type, name, every }) =>
    instances
      .filter((instance) => instance.kind === kind && instance.type === type)
      .map(({ id }) => ({ pluginId, instanceId: id, name, everyMs: millisecondsOf(every) })),
  );
}

/** Of '30s', '15m', '6h' or '1d'. */
function millisecondsOf(every: string): number {
  const unit = UNIT_MS[every.slice(-1) as keyof typeof UNIT_MS] ?? UNIT_MS.d;
  return Math.max(LEAST_MS, Number(every.slice(0, -1)) * unit);
}
