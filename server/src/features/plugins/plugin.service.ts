import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { UnitOfWork, type Tx } from '../../kernel/uow.js';
import { audit, changesOf } from '../audit/index.js';
import { channelsOfPlugin, enqueueLane } from '../channels/index.js';
import { lockWorkspace } from '../workspace/index.js';
import { clearIssue } from './issue.repository.js';
import { PluginAdmin, type PluginOffer } from './plugin-admin.js';
import { refuseClash } from './plugin-clashes.js';
import { PluginInstallation, type PreviousVersion } from './plugin-installation.entity.js';
import {
  changeInstallation,
  deleteInstallation,
  findInstallation,
  listInstallations,
  pluginIdOf,
  pluginNodeId,
  saveInstallation,
} from './plugin.repository.js';

/** The issue that a parked plugin stands under. */
export const CRASHED_ISSUE = 'crashed';

/** Installing plugins, and switching them on and off, in the running server. */
@Injectable()
export class PluginService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly admin: PluginAdmin,
  ) {}

  list(): Promise<PluginInstallation[]> {
    return listInstallations(this.uow.reader);
  }

  /** What a package asks for; nothing is installed. */
  offer(source: string): Promise<PluginOffer> {
    return this.admin.offer(source);
  }

  /** Installs a package, or another version of one that is installed. */
  async install(ctx: Ctx, source: string): Promise<PluginInstallation> {
    const staged = await this.admin.stage(source);
    const installed = await this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const known = await findInstallation(tx, staged.id);
      if (known?.bundled) throw conflict(`${known.name} comes with Balie; it is not installed by hand.`, staged.id);
      if (known && known.name !== staged.name)
        throw conflict(
          `${known.name} has the id “${staged.id}” already. Remove it first, or ask the author for another id.`,
          staged.id,
        );
      if (known?.enabled ?? true) await refuseClash(tx, staged, ['source']);
      await refuseLostTypes(tx, staged.id, staged.manifest);
      await enqueueLanes(tx, staged.id);
      const changes = changesOf(known, staged, ['packageVersion']);
      await audit(tx, { action: 'PLUGIN_INSTALLED', object: staged, changes });
      return saveInstallation(tx, {
        ...staged,
        bundled: false,
        previous: known && known.checksum !== staged.checksum ? versionOf(known) : (known?.previous ?? null),
        enabled: known?.enabled ?? true,
        ...fresh(known?.enabled ?? true),
      });
    });
    await this.admin.reconcile();
    return installed;
  }

  /** Back to the version that ran before, when that reads the settings of today; what runs now becomes the version to go back to. */
  async rollBack(ctx: Ctx, nodeId: string): Promise<PluginInstallation> {
    const id = pluginIdOf(nodeId);
    const { previous } = await existing(this.uow.reader, id);
    if (!previous) throw new DomainError('NOT_FOUND', 'There is no version to go back to.', { path: ['id'] });
    const version = await this.admin.tryOut(previous);
    await this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const known = await existing(tx, id);
      if (known.previous?.checksum !== previous.checksum)
        throw new DomainError('CONFLICT', 'Another version was installed meanwhile.', { path: ['id'] });
      await refuseLostTypes(tx, id, version.manifest);
      if (known.enabled) await refuseClash(tx, { id, ...version }, ['id']);
      await audit(tx, {
        action: 'PLUGIN_ROLLED_BACK',
        object: known,
        changes: changesOf(known, { ...known, ...version }, ['packageVersion']),
      });
      await clearIssue(tx, id, CRASHED_ISSUE);
      await enqueueLanes(tx, id);
      await changeInstallation(tx, known, { ...version, previous: versionOf(known), ...fresh(known.enabled) });
    });
    await this.admin.reconcile();
    return existing(this.uow.reader, id);
  }

  /** Starts or stops it. Starting also gives one that ended too often another chance. */
  async setEnabled(ctx: Ctx, nodeId: string, enabled: boolean): Promise<PluginInstallation> {
    const id = pluginIdOf(nodeId);
    await this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const known = await existing(tx, id);
      if (enabled) await refuseClash(tx, known, ['id']);
      if (known.state === 'INCOMPATIBLE' && enabled)
        throw new DomainError('UNSUPPORTED', known.stateMessage ?? 'It was made for another version of Balie.', { path: ['id'] });
      await clearIssue(tx, id, CRASHED_ISSUE);
      await enqueueLanes(tx, id);
      await audit(tx, {
        action: 'PLUGIN_SWITCHED',
        object: known,
        changes: changesOf(known, { ...known, enabled }, ['enabled']),
      });
      await changeInstallation(tx, known, { enabled, ...fresh(enabled) });
    });
    await this.admin.reconcile();
    return existing(this.uow.reader, id);
  }

  /** Takes it away; refused while a channel of it is configured. */
  async remove(ctx: Ctx, nodeId: string): Promise<string> {
    const id = pluginIdOf(nodeId);
    await this.uow.run(ctx, async (tx) => {
      const known = await existing(tx, id);
      if (known.bundled)
        throw new DomainError('UNSUPPORTED', `${known.name} comes with Balie. Switch it off instead.`, { path: ['id'] });
      const channels = await channelsOfPlugin(tx, id);
      if (channels.length > 0) {
        const names = channels.map(({ name }) => name).join(', ');
        throw new DomainError('CONFLICT', `Channels of it are configured: ${names}. Remove them first.`, { path: ['id'] });
      }
      await deleteInstallation(tx, id);
      await audit(tx, { action: 'PLUGIN_REMOVED', object: known });
    });
    await this.admin.reconcile();
    return pluginNodeId(id);
  }
}

function fresh(enabled: boolean): Pick<PluginInstallation, 'state' | 'stateMessage' | 'restarts'> {
  return { state: enabled ? 'ENABLED' : 'DISABLED', stateMessage: null, restarts: 0 };
}

/** What is taken in cannot stand beside the plugin of this id. */
function conflict(words: string, id: string): DomainError {
  return new DomainError('CONFLICT', words, { path: ['source'], currentId: pluginNodeId(id) });
}

function versionOf({ name, packageVersion, apiVersion, folder, checksum, manifest }: PluginInstallation): PreviousVersion {
  return { name, packageVersion, apiVersion, folder, checksum, manifest };
}

async function existing(reader: Parameters<typeof findInstallation>[0], id: string): Promise<PluginInstallation> {
  const known = await findInstallation(reader, id);
  if (!known) throw new DomainError('NOT_FOUND', 'There is no such plugin.', { path: ['id'] });
  return known;
}

/** What waits to be sent through its channels waits while it does not run. */
async function enqueueLanes(tx: Tx, pluginId: string): Promise<void> {
  for (const channel of await channelsOfPlugin(tx, pluginId)) enqueueLane(tx, channel.id);
}

/** A version without a type of which channels are configured would leave them behind. */
async function refuseLostTypes(tx: Tx, pluginId: string, manifest: Record<string, unknown>): Promise<void> {
  const types = new Set<unknown>(manifest['channels'] as unknown[]);
  const lost = (await channelsOfPlugin(tx, pluginId)).filter((channel) => !types.has(channel.type));
  if (lost.length === 0) return;
  const names = lost.map(({ name }) => name).join(', ');
  throw new DomainError('CONFLICT', `This version no longer has the type of these channels: ${names}.`, { path: ['source'] });
}
