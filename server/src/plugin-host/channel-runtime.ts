import { Inject, Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { changeChannelState, channelsOfPlugin, type Channel, learnCapabilities } from '../features/channels/index.js';
import type { Ctx } from '../kernel/context.js';
import { newSecret } from '../kernel/random.js';
import { UnitOfWork } from '../kernel/uow.js';
import { ChannelCalls } from './channel-calls.js';
import { ChannelListener } from './channel-listener.js';
import { PLUGIN_HOST_OPTIONS, type PluginHostOptions } from './host-options.js';
import { LISTENER_TIMES } from './listener-times.js';
import { PluginRegistry } from './registry.js';

interface Listening {
  listener: ChannelListener;
  pluginId: string;
  /** What it was started with: a change of it needs a new start. */
  key: string;
}

/** Who listens on which channel in this process, kept in line with the rows. */
@Injectable()
export class ChannelRuntime {
  private readonly logger = new Logger('Channels');
  private readonly owner = newSecret();
  private readonly listening = new Map<string, Listening>();
  private readonly ctx: Ctx = { principal: { kind: 'system', name: 'Plugin host' }, correlationId: 'plugin-host' };

  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: PluginRegistry,
    private readonly calls: ChannelCalls,
    @Inject(PLUGIN_HOST_OPTIONS) private readonly options: PluginHostOptions,
  ) {}

  /** Starts and stops listening as the rows say. */
  async reconcile(): Promise<void> {
    if (!this.options.listen) return;
    const channels = await channelsOfPlugin(this.uow.reader);
    const wanted = new Map<string, string>();
    for (const channel of channels) {
      await this.learn(channel);
      const key = await this.keyOf(channel);
      if (key !== null) wanted.set(channel.id, key);
    }
    const leaving = [...this.listening].filter(([id, { key }]) => wanted.get(id) !== key);
    await Promise.all(leaving.map(([id]) => this.leave(id)));
    const times = { ...LISTENER_TIMES, ...this.options.times?.listener };
    for (const [id, key] of wanted) {
      if (this.listening.has(id)) continue;
      const pluginId = channels.find((channel) => channel.id === id)?.pluginId ?? '';
      this.listening.set(id, { listener: new ChannelListener(id, this.owner, this.calls, this.uow, times), pluginId, key });
    }
  }

  /** Before its process ends. */
  async leavePlugin(pluginId: string): Promise<void> {
    const leaving = [...this.listening].filter(([, listening]) => listening.pluginId === pluginId);
    await Promise.all(leaving.map(([id]) => this.leave(id)));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.listening.keys()].map((id) => this.leave(id)));
  }

  private async leave(id: string): Promise<void> {
    const listening = this.listening.get(id);
    this.listening.delete(id);
    await listening?.listener.stop();
  }

  /** What a channel is to be listened to with; null when it is not. Its state says why. */
  private async keyOf(channel: Channel): Promise<string | null> {
    if (!channel.active || !channel.authorized) return null;
    const plugin = this.registry.find(channel.pluginId);
    const type = plugin?.types.find((info) => info.type === channel.type);
    if (!plugin || !type) {
      await this.show(channel, 'FAILED', `The plugin ${channel.pluginId} is not running. See the plugins page.`);
      return null;
    }
    if (!type.has.includes('listen')) {
      await this.show(channel, 'CONNECTED', null);
      return null;
    }
    const parts = [channel.settings, channel.secrets, channel.settingsVersion, channel.account, plugin.installation.checksum];
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  }

  /** What its type has learned since it was saved counts for it, too. */
  private async learn(channel: Channel): Promise<void> {
    const type = this.registry.find(channel.pluginId)?.types.find((info) => info.type === channel.type);
    const fresh = Object.entries(type?.capabilities ?? {}).filter(([name]) => !Object.hasOwn(channel.capabilities, name));
    if (fresh.length === 0) return;
    await this.uow.run(this.ctx, (tx) => learnCapabilities(tx, channel.id, Object.fromEntries(fresh)));
  }

  private async show(channel: Channel, state: Channel['state'], stateMessage: string | null): Promise<void> {
    if (channel.state === state && channel.stateMessage === stateMessage) return;
    await this.uow
      .run(this.ctx, (tx) => changeChannelState(tx, channel.id, { state, stateMessage }))
      .catch((error: unknown) => this.logger.warn(`The state of ${channel.id} could not be written down: ${String(error)}`));
  }
}
