import { Inject, Injectable, Logger } from '@nestjs/common';
import path from 'node:path';
import { realpath } from 'node:fs/promises';
import { channelsOfPlugin, enqueueLane, type ChannelTypeId, type ChannelTypeInfo } from '../features/channels/index.js';
import {
  changeInstallation,
  clashOf,
  CRASHED_ISSUE,
  findInstallation,
  listInstallations,
  raiseIssue,
  saveInstallation,
} from '../features/plugins/index.js';
import type { PluginInstallation, StagedPlugin } from '../features/plugins/index.js';
import { Clock } from '../kernel/clock.js';
import type { Ctx } from '../kernel/context.js';
import { SecretBox } from '../kernel/secrets.js';
import { UnitOfWork } from '../kernel/uow.js';
import type { ResponderTypeInfo } from '../features/responders/index.js';
import { BundledDescriptions } from './bundled-descriptions.js';
import type { SharedHook } from './child/spec.js';
import type { CallScope } from './call-scope.js';
import { describePackage, type ConfiguredInstance } from './describe-package.js';
import { channelTypesOf, type Description, responderTypesOf, schedulesOf } from './description.js';
import { PluginHostCalls } from './host-calls.js';
import { HostServices } from './host-services.js';
import { InstanceStore } from './instance-store.js';
import { PLUGIN_HOST_OPTIONS, type PluginHostOptions } from './host-options.js';
import { removeVersion } from './kept-packages.js';
import type { Manifest, PluginPackage } from './manifest.js';
import { findBundled, incompatible } from './package-files.js';
import { SERVED_API_VERSIONS } from './manifest.js';
import { START_MS } from './plugin-process.js';
import { Redactor } from './redact.js';
import { PluginSupervisor, SUPERVISOR_TIMES } from './supervisor.js';

/** One that was built anew since the server was is started once to be asked what it is. */
const DESCRIBED_AT_ONCE = 3;
/** What comes with Balie is known to start: when it is late, the machine is slow, as it may be at a first start, where all start at once. */
const BUNDLED_START_MS = 4 * START_MS;

/** A plugin that may run in this process. */
export interface RunningPlugin {
  installation: PluginInstallation;
  supervisor: PluginSupervisor<CallScope>;
  redactor: Redactor;
  store: InstanceStore;
  types: ChannelTypeInfo[];
  responders: ResponderTypeInfo[];
  /** By the name of the type, of channels and responders. */
  schedules: { kind: 'channel' | 'responder'; type: string; name: string; every: string }[];
  sharedWebhooks: SharedHook[];
}

/** What is kept of a plugin in its row: the manifest, what it said of itself, and who had signed it. */
export type KeptManifest = Manifest & { description?: Description; signedBy?: string };

/** The plugins of this process, kept in line with their rows: the same code at the start, after a change here and after one elsewhere. */
@Injectable()
export class PluginRegistry {
  private readonly logger = new Logger('Plugins');
  private readonly ctx: Ctx = { principal: { kind: 'system', name: 'Plugin host' }, correlationId: 'plugin-host' };
  private readonly plugins = new Map<string, RunningPlugin>();
  private types: { info: ChannelTypeInfo; usable: boolean }[] = [];

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly box: SecretBox,
    private readonly services: HostServices,
    @Inject(PLUGIN_HOST_OPTIONS) private readonly options: PluginHostOptions,
  ) {}

  get pluginsDir(): string {
    return path.join(this.options.dataDir, 'plugins');
  }

  /** Those that may run. */
  all(): RunningPlugin[] {
    return [...this.plugins.values()];
  }

  find(pluginId: string): RunningPlugin | undefined {
    return this.plugins.get(pluginId);
  }

  /** Types of the plugins that are switched on. */
  channelTypes(): ChannelTypeInfo[] {
    return this.types.filter(({ usable }) => usable).map(({ info }) => info);
  }

  channelType(type: ChannelTypeId): ChannelTypeInfo | null {
    return this.types.find(({ info }) => info.type === type)?.info ?? null;
  }

  /** Brings the rows of the bundled plugins in line with the packages that came with this Balie. */
  async registerBundled(): Promise<void> {
    const { bundledDir } = this.options;
    if (bundledDir === null) return;
    const broken = (folder: string, reason: string) => this.logger.error(`The plugin in ${folder} can't be used: ${reason}`);
    const waiting = await findBundled(bundledDir, broken);
    const written = await BundledDescriptions.read(this.options.bundledDescriptions);
    const work = async (): Promise<void> => {
      for (let found = waiting.shift(); found; found = waiting.shift()) {
        const known = await findInstallation(this.uow.reader, found.manifest.id);
        const same = known?.checksum === found.checksum && known.folder === found.folder && 'description' in known.manifest;
        if (!same) await this.registerOne(found, known, written);
      }
    };
    await Promise.all(Array.from({ length: DESCRIBED_AT_ONCE }, work));
  }

  /** What a package says that it is, once it has read the settings of what is configured; throws an Error in words when it is not what it says. */
  describe(pkg: PluginPackage, instances: readonly ConfiguredInstance[] = []): Promise<Description> {
    return describePackage(pkg, { instances, log: this.logOf(pkg) });
  }

  /** The row of a package, with what it said of itself. */
  staged(pkg: PluginPackage & { checksum: string }, description?: Description, signedBy: string | null = null): StagedPlugin {
    const { manifest, folder, checksum } = pkg;
    const kept: KeptManifest = {
      ...manifest,
      ...(description ? { description } : {}),
      ...(signedBy === null ? {} : { signedBy }),
    };
    const { id, name, version: packageVersion, apiVersion } = manifest;
    return { id, name, packageVersion, apiVersion, folder, checksum, manifest: { ...kept } };
  }

  /** Makes the running plugins those of the rows. */
  async reconcile(): Promise<void> {
    const rows = await listInstallations(this.uow.reader);
    const wanted = new Map(rows.filter((row) => row.enabled && row.state === 'ENABLED').map((row) => [row.id, row]));
    const leaving = [...this.plugins.values()].filter(({ installation }) => !sameCode(wanted.get(installation.id), installation));
    await Promise.all(leaving.map((plugin) => this.drop(plugin)));
    for (const row of wanted.values()) {
      const running = this.plugins.get(row.id);
      if (running) running.installation = row;
      else this.plugins.set(row.id, this.make(row));
    }
    this.types = rows.flatMap((row) => {
      const { description } = row.manifest as unknown as KeptManifest;
      const infos = description ? channelTypesOf(row.id, description) : [];
      return infos.map((info) => ({ info, usable: wanted.has(row.id) }));
    });
    await this.sweep(rows, leaving);
  }

  /** Ends every process. */
  async stop(): Promise<void> {
    await Promise.all([...this.plugins.values()].map(({ supervisor }) => supervisor.stop()));
    this.plugins.clear();
  }

  private make(row: PluginInstallation): RunningPlugin {
    const redactor = new Redactor();
    const store = new InstanceStore(redactor, this.box, this.uow, this.clock);
    const calls = new PluginHostCalls(row.id, redactor, this.uow, this.services, store, this.options.environment);
    const manifest = row.manifest as unknown as Manifest;
    const events = {
      restarted: (reason: string) => this.note(row.id, redactor.text(reason), false),
      crashed: (reason: string) => this.note(row.id, redactor.text(reason), true),
    };
    const times = { ...SUPERVISOR_TIMES, ...this.options.times?.supervisor };
    const supervisor = new PluginSupervisor<CallScope>(
      { manifest, folder: row.folder },
      calls,
      events,
      () => performance.now(),
      times,
    );
    const { description } = row.manifest as unknown as KeptManifest;
    const types = description ? channelTypesOf(row.id, description) : [];
    const responders = description ? responderTypesOf(row.id, description) : [];
    const { sharedWebhooks = [] } = description ?? {};
    const schedules = description ? schedulesOf(description) : [];
    return { installation: row, supervisor, redactor, store, types, responders, schedules, sharedWebhooks };
  }

  private async drop(plugin: RunningPlugin): Promise<void> {
    this.plugins.delete(plugin.installation.id);
    await this.onLeaving?.(plugin.installation.id);
    await plugin.supervisor.stop();
  }

  private logOf({ manifest: { id } }: PluginPackage) {
    return (level: string, message: string) => this.logger.debug(`${id} ${level}: ${message}`);
  }

  private async registerOne(
    found: PluginPackage & { checksum: string },
    known: PluginInstallation | null,
    written: BundledDescriptions,
  ): Promise<void> {
    const { manifest } = found;
    const enabled = known?.enabled ?? true;
    const save = async (row: StagedPlugin, state: PluginInstallation['state'], stateMessage: string | null, on = enabled) => {
      const more = { bundled: true, previous: null, enabled: on, restarts: 0, state, stateMessage };
      await this.uow.run(this.ctx, (tx) => saveInstallation(tx, { ...row, ...more }));
    };
    if (!SERVED_API_VERSIONS.includes(manifest.apiVersion)) {
      await save(this.staged(found), 'INCOMPATIBLE', incompatible(manifest));
      return;
    }
    try {
      const asked = () => describePackage(found, { startMs: BUNDLED_START_MS, log: this.logOf(found) });
      const staged = this.staged(found, written.of(found) ?? (await asked()));
      const clash = enabled ? await clashOf(this.uow.reader, staged) : null;
      if (clash) await save(staged, 'DISABLED', `${clash.with.name} has ${clash.over} already.`, false);
      else await save(staged, enabled ? 'ENABLED' : 'DISABLED', null);
    } catch (error) {
      const message = `It could not be started: ${error instanceof Error ? error.message : String(error)}`;
      this.logger.error(`${manifest.id}: ${message}`);
      await save(this.staged(found), 'CRASHED', message);
    }
  }

  /** Writes down that a plugin's process ended unexpectedly; when it did so too often, a person must start it again. */
  private note(id: string, reason: string, crashed: boolean): void {
    this.logger[crashed ? 'error' : 'warn'](`${id}: ${reason}${crashed ? ' It ended too often and stays stopped.' : ''}`);
    const written = this.uow.run(this.ctx, async (tx) => {
      const known = await findInstallation(tx, id);
      if (!known) return;
      const restarts = known.restarts + 1;
      if (!crashed) return changeInstallation(tx, known, { restarts, stateMessage: reason });
      await changeInstallation(tx, known, { restarts, state: 'CRASHED', stateMessage: reason });
      await raiseIssue(tx, id, CRASHED_ISSUE, {
        severity: 'error',
        title: `The plugin ${known.name} ended too often: ${reason}`.slice(0, 500),
      });
      for (const channel of await channelsOfPlugin(tx, id)) enqueueLane(tx, channel.id);
    });
    written.then(
      () => crashed && this.onCrashed?.(),
      (error: unknown) => this.logger.error(`What became of ${id} could not be written down: ${String(error)}`),
    );
  }

  /** Set by the host: who listens through a plugin says goodbye before its process ends. */
  onLeaving: ((pluginId: string) => Promise<void>) | null = null;
  /** Set by the host: a parked plugin changes what its channels show. */
  onCrashed: (() => void) | null = null;

  /** Packages that no row names any more are removed from the disk. */
  private async sweep(rows: readonly PluginInstallation[], leaving: readonly RunningPlugin[]): Promise<void> {
    const kept = new Set(rows.flatMap(({ folder, previous }) => (previous ? [folder, previous.folder] : [folder])));
    const pluginsDir = await realpath(this.pluginsDir).catch(() => this.pluginsDir);
    const gone = leaving.flatMap(({ installation }) =>
      installation.bundled ? [] : [installation.folder, ...(installation.previous ? [installation.previous.folder] : [])],
    );
    for (const folder of gone) if (folder.startsWith(pluginsDir + path.sep) && !kept.has(folder)) await removeVersion(folder);
  }
}

function sameCode(a: PluginInstallation | undefined, b: PluginInstallation): boolean {
  return a !== undefined && a.checksum === b.checksum && a.folder === b.folder;
}
