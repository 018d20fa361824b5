import { Injectable } from '@nestjs/common';
import { rm } from 'node:fs/promises';
import {
  PluginAdmin,
  type PluginInstallation,
  type PluginOffer,
  type PluginStatus,
  type StagedPlugin,
} from '../features/plugins/index.js';
import { DomainError } from '../kernel/errors.js';
import { permissionsInWords, type Manifest } from './manifest.js';
import { readOffer, unpackPackage } from './package-files.js';
import { Reconciler } from './reconciler.js';
import { PluginRegistry } from './registry.js';

/** What the plugins page asks. */
@Injectable()
export class HostAdmin extends PluginAdmin {
  constructor(
    private readonly registry: PluginRegistry,
    private readonly reconciler: Reconciler,
  ) {
    super();
  }

  async offer(source: string): Promise<PluginOffer> {
    const manifest = await readOffer(source);
    return { id: manifest.id, name: manifest.name, version: manifest.version, permissions: permissionsInWords(manifest) };
  }

  async stage(source: string): Promise<StagedPlugin> {
    const pkg = await unpackPackage(source, this.registry.pluginsDir);
    try {
      return this.registry.staged(pkg, await this.registry.describe(pkg));
    } catch (error) {
      if (pkg.fresh) await rm(pkg.folder, { recursive: true, force: true });
      const words = error instanceof Error ? error.message : String(error);
      throw new DomainError('INVALID', `It was started once and is not what it says: ${words}`, { path: ['source'] });
    }
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

  permissions(installation: PluginInstallation): string[] {
    return permissionsInWords(installation.manifest as unknown as Manifest);
  }
}
