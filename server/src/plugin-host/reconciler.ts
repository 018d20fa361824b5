import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Signals } from '../kernel/signals.js';
import { ChannelRuntime } from './channel-runtime.js';
import { RECONCILE_TOPIC } from './host-options.js';
import { PluginRegistry } from './registry.js';
import { ResponderRuntime } from './responder-runtime.js';
import { ScheduleRuntime } from './schedules.js';

/** Even when no signal came, the rows are looked at so often. */
const EVERY_MS = 15_000;

/** Compares what runs with what the rows say, and acts: at the start, on a signal of any process, and every now and then. */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** Resolves when the plugins of this server are known. */
  readonly ready: Promise<void>;
  private setReady!: () => void;
  private failReady!: (error: unknown) => void;
  private readonly logger = new Logger('Plugins');
  private current: Promise<void> | null = null;
  private next: Promise<void> | null = null;
  private stopping = false;
  private timer: NodeJS.Timeout | null = null;
  private unsubscribe: (() => void) | null = null;

  constructor(
    private readonly registry: PluginRegistry,
    private readonly channels: ChannelRuntime,
    private readonly responders: ResponderRuntime,
    private readonly schedules: ScheduleRuntime,
    private readonly signals: Signals,
  ) {
    this.ready = new Promise((resolve, reject) => ([this.setReady, this.failReady] = [resolve, reject]));
    this.ready.catch(() => undefined);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.registry.onLeaving = async (pluginId) => {
      await Promise.all([this.channels.leavePlugin(pluginId), this.responders.leavePlugin(pluginId)]);
    };
    this.registry.onCrashed = () => this.changed();
    try {
      await this.registry.registerBundled();
      await this.registry.reconcile();
      this.setReady();
      await this.reconcile();
    } catch (error) {
      this.failReady(error);
      throw error;
    }
    this.unsubscribe = this.signals.subscribe(RECONCILE_TOPIC, () => this.soon());
    this.timer = setInterval(() => this.soon(), EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.unsubscribe?.();
    if (this.timer) clearInterval(this.timer);
    await this.current?.catch(() => undefined);
    await Promise.all([this.channels.stop(), this.responders.stop()]);
    await this.registry.stop();
  }

  /** Rows changed: this process and the others look at them. */
  changed(): void {
    this.signals.publish({ topic: RECONCILE_TOPIC, data: {} });
    this.soon();
  }

  /** Looks at the rows as they are now, or later; resolves when what runs is what they say. */
  reconcile(): Promise<void> {
    if (this.stopping) return Promise.resolve();
    if (this.current) {
      // The one that runs may have read the rows already: another one follows it, for all who ask meanwhile.
      this.next ??= this.current.catch(() => undefined).then(() => ((this.next = null), this.reconcile()));
      return this.next;
    }
    const run = async () => {
      await this.registry.reconcile();
      await this.channels.reconcile();
      await this.responders.reconcile();
      await this.schedules.reconcile();
    };
    this.current = run().finally(() => (this.current = null));
    return this.current;
  }

  private soon(): void {
    this.reconcile().catch((error: unknown) =>
      this.logger.error(`The plugins could not be compared with their rows: ${String(error)}`),
    );
  }
}
