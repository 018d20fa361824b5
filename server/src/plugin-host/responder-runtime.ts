import { Inject, Injectable } from '@nestjs/common';
import { listResponders, type Responder } from '../features/responders/index.js';
import { Journal } from '../kernel/events.js';
import { newSecret } from '../kernel/random.js';
import { UnitOfWork } from '../kernel/uow.js';
import { PLUGIN_HOST_OPTIONS, type PluginHostOptions } from './host-options.js';
import { LISTENER_TIMES } from './listener-times.js';
import { PluginRegistry } from './registry.js';
import { ResponderCalls } from './responder-calls.js';
import { ResponderLoop } from './responder-loop.js';

/** Which responders hear the journal in this process, kept in line with the rows. */
@Injectable()
export class ResponderRuntime {
  private readonly owner = newSecret();
  private readonly loops = new Map<string, { loop: ResponderLoop; pluginId: string; key: string }>();
  private stopNudges: (() => void) | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: PluginRegistry,
    private readonly calls: ResponderCalls,
    private readonly journal: Journal,
    @Inject(PLUGIN_HOST_OPTIONS) private readonly options: PluginHostOptions,
  ) {}

  async reconcile(): Promise<void> {
    if (!this.options.listen) return;
    const rows = (await listResponders(this.uow.reader)).filter((row) => row.active && this.isThere(row));
    const wanted = new Map(rows.map((row) => [row.id, row]));
    const leaving = [...this.loops].filter(([id, { key }]) => this.keyOf(wanted.get(id)) !== key);
    await Promise.all(leaving.map(([id]) => this.leave(id)));
    this.stopNudges ??= this.journal.onAppend(() => {
      for (const { loop } of this.loops.values()) loop.nudge();
    });
    const times = { ...LISTENER_TIMES, ...this.options.times?.listener };
    for (const row of rows) {
      if (this.loops.has(row.id)) continue;
      const loop = new ResponderLoop(row.id, this.owner, this.calls, this.uow, this.journal, times);
      this.loops.set(row.id, { loop, pluginId: row.pluginId, key: this.keyOf(row) });
    }
  }

  async leavePlugin(pluginId: string): Promise<void> {
    const leaving = [...this.loops].filter(([, loop]) => loop.pluginId === pluginId);
    await Promise.all(leaving.map(([id]) => this.leave(id)));
  }

  async stop(): Promise<void> {
    this.stopNudges?.();
    await Promise.all([...this.loops.keys()].map((id) => this.leave(id)));
  }

  private isThere({ pluginId, type }: Responder): boolean {
    return this.registry.find(pluginId)?.responders.some((info) => info.type === type) ?? false;
  }

  /** What it runs with: the code. Settings and inboxes are looked at for each event. */
  private keyOf(row: Responder | undefined): string {
    return row ? (this.registry.find(row.pluginId)?.installation.checksum ?? '') : 'gone';
  }

  private async leave(id: string): Promise<void> {
    const running = this.loops.get(id);
    this.loops.delete(id);
    await running?.loop.stop();
  }
}
