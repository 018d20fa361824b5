import { Inject, Injectable } from '@nestjs/common';
import { rm } from 'node:fs/promises';
import { ChannelSecrets, channelsOfPlugin, wordOfType } from '../features/channels/index.js';
import {
  PluginAdmin,
  type PluginGrant,
  type PluginInstallation,
  type PluginOffer,
  type PluginSources,
  type PluginStatus,
  type PreviousVersion,
  type StagedPlugin,
  type TrustedKey,
  listPublishers,
} from '../features/plugins/index.js';
import { listResponders } from '../features/responders/index.js';
import { DomainError } from '../kernel/errors.js';
import type { Words } from '../kernel/language.js';
import { UnitOfWork } from '../kernel/uow.js';
import type { InstanceSpec } from './child/spec.js';
import { PLUGIN_HOST_OPTIONS, type PluginHostOptions } from './host-options.js';
import { grantsOf, type Manifest } from './manifest.js';
import { readOffer, unpackPackage } from './package-files.js';
import { type PackagePolicy, withSource } from './package-source.js';
import { proveVersion } from './proven-version.js';
import { keepSigned } from './kept-packages.js';
import { Reconciler } from './reconciler.js';
import { type KeptManifest, PluginRegistry } from './registry.js';

/** What the plugins page asks. */
@Injectable()
export class HostAdmin extends PluginAdmin {
  constructor(
    private readonly registry: PluginRegistry,
    private readonly reconciler: Reconciler,
    private readonly uow: UnitOfWork,
    private readonly secrets: ChannelSecrets,
    @Inject(PLUGIN_HOST_OPTIONS) private readonly options: PluginHostOptions,
  ) {
    super();
  }

  async offer(source: string): Promise<PluginOffer> {
    return withSource(source, await this.policy(), async ({ path, signature }) => {
      const manifest = await readOffer(path);
      const { id, name, version } = manifest;
      return { id, name, version, grants: grantsOf(manifest), signature: signature.state, signedBy: signature.by };
    });
  }

  async stage(source: string): Promise<StagedPlugin> {
    return withSource(source, await this.policy(), async ({ path, signature }) => this.unpacked(path, signature.by));
  }

  async sources(): Promise<PluginSources> {
    const { npm, publishers, signedOnly } = await this.policy();
    return { npm, signedOnly, publishers: publishers.map((line) => keyOf(line).name) };
  }

  hostPublishers(): TrustedKey[] {
    return this.hostPolicy.publishers.map(keyOf);
  }

  private get hostPolicy(): PackagePolicy {
    return this.options.packages ?? { npm: false, publishers: [], signedOnly: false };
  }

  /** The host's, with the publishers whom admins trust besides. */
  private async policy(): Promise<PackagePolicy> {
    const trusted = await listPublishers(this.uow.reader);
    const lines = trusted.map(({ name, publicKey }) => `${name}=${publicKey}`);
    return { ...this.hostPolicy, publishers: [...this.hostPolicy.publishers, ...lines] };
  }

  private async unpacked(path: string, signedBy: string | null): Promise<StagedPlugin> {
    const pkg = await unpackPackage(path, this.registry.pluginsDir);
    try {
      const description = await this.registry.describe(pkg, await this.instancesOf(pkg.manifest));
      await keepSigned(path, pkg.folder);
      return this.registry.staged(pkg, description, signedBy);
    } catch (error) {
      if (pkg.fresh) await rm(pkg.folder, { recursive: true, force: true });
      const words = error instanceof Error ? error.message : String(error);
      throw new DomainError('INVALID', `It was started once and is not what it says: ${words}`, { path: ['source'] });
    }
  }

  async tryOut(version: PreviousVersion): Promise<PreviousVersion> {
    const { manifest, folder, packageVersion } = version;
    const known = manifest as unknown as Manifest;
    try {
      const signedBy = await proveVersion(version, await this.policy(), this.registry.pluginsDir);
      await this.registry.describe({ manifest: known, folder }, await this.instancesOf(known));
      const { signedBy: _, ...rest } = manifest;
      return { ...version, manifest: signedBy === null ? rest : { ...rest, signedBy } };
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw new DomainError('INVALID', `Version ${packageVersion} can't be gone back to: ${words}`, { path: ['id'] });
    }
  }

  /** All that is configured of a plugin, as another version of it would get it. */
  private async instancesOf({ id }: Manifest): Promise<InstanceSpec[]> {
    const { reader } = this.uow;
    const [channels, responders] = await Promise.all([channelsOfPlugin(reader, id), listResponders(reader, id)]);
    const plugin = { pluginId: id, values: {} };
    const common = { account: null, baseUrl: '', plugin };
    return [
      ...channels.map((channel) => ({
        ...common,
        id: channel.id,
        name: channel.name,
        type: wordOfType(channel.type),
        inboxIds: [channel.inboxId],
        since: channel.createdAt,
        settings: this.secrets.complete(channel),
        settingsVersion: channel.settingsVersion,
      })),
      ...responders.map((responder) => ({
        ...common,
        kind: 'responder' as const,
        id: responder.id,
        name: responder.name,
        type: responder.type,
        inboxIds: responder.inboxIds,
        since: responder.createdAt,
        settings: this.secrets.complete(responder),
        settingsVersion: responder.settingsVersion,
      })),
    ];
  }

  async reconcile(): Promise<void> {
    this.reconciler.changed();
    await this.reconciler.reconcile();
  }

  async status(id: string): Promise<PluginStatus> {
    const supervisor = this.registry.find(id)?.supervisor;
    if (!supervisor) return { running: false, memoryBytes: null };
    return { running: supervisor.running, memoryBytes: await supervisor.memoryBytes() };
  }

  titles({ manifest }: PluginInstallation): Words[] {
    const { description } = manifest as unknown as KeptManifest;
    return [...(description?.channels ?? []), ...(description?.responders ?? [])].map(({ title }) => title as Words);
  }

  grants(installation: PluginInstallation): PluginGrant[] {
    return grantsOf(installation.manifest as unknown as Manifest);
  }
}

/** The parts of a publisher's line. */
function keyOf(line: string): TrustedKey {
  const at = line.indexOf('=');
  return { name: line.slice(0, at), publicKey: line.slice(at + 1) };
}
