import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { wordsIn } from '../../kernel/language.js';
import type { GqlContext } from '../../kernel/request.js';
import { inOrder } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import type { ChannelTypeInfo } from '../channels/index.js';
import { PluginAdmin, type PluginOffer, type PluginSources } from './plugin-admin.js';
import { grantsInWords, type PluginGrant } from './plugin-grants.js';
import type { PluginInstallation } from './plugin-installation.entity.js';
import { listInstallations, pluginNodeId } from './plugin.repository.js';
import { PluginService } from './plugin.service.js';

interface InstallPayload {
  plugin: PluginInstallation | null;
  permissions: string[];
  grants: PluginGrant[];
  name: string | null;
  version: string | null;
  signature: PluginOffer['signature'] | null;
  signedBy: string | null;
}
const NO_INSTALL: InstallPayload = {
  plugin: null,
  permissions: [],
  grants: [],
  name: null,
  version: null,
  signature: null,
  signedBy: null,
};

/** `plugins`, their mutations, and the fields that are not columns. */
@Resolver('Plugin')
export class PluginResolver {
  constructor(
    private readonly plugins: PluginService,
    private readonly admin: PluginAdmin,
  ) {}

  @Query('plugins')
  list(): Promise<PluginInstallation[]> {
    return this.plugins.list();
  }

  @Query('pluginSources')
  sources(): Promise<PluginSources> {
    return this.admin.sources();
  }

  @Mutation('pluginInstall')
  install(@Context() gql: GqlContext, @Args('source') source: string, @Args('approve') approve: boolean) {
    return payload<InstallPayload>(NO_INSTALL, async () => {
      const { id: _, ...offer } = await this.plugins.offer(source);
      const plugin = approve ? await this.plugins.install(gql.ctx, source) : null;
      return { plugin, permissions: grantsInWords(offer.grants), ...offer };
    });
  }

  @Mutation('pluginSetEnabled')
  setEnabled(@Context() gql: GqlContext, @Args('id') id: string, @Args('enabled') enabled: boolean) {
    const work = async () => ({ plugin: await this.plugins.setEnabled(gql.ctx, id, enabled) });
    return payload<{ plugin: PluginInstallation | null }>({ plugin: null }, work);
  }

  @Mutation('pluginRollBack')
  rollBack(@Context() gql: GqlContext, @Args('id') id: string) {
    const work = async () => ({ plugin: await this.plugins.rollBack(gql.ctx, id) });
    return payload<{ plugin: PluginInstallation | null }>({ plugin: null }, work);
  }

  @Mutation('pluginRemove')
  remove(@Context() gql: GqlContext, @Args('id') id: string) {
    const work = async () => ({ deletedIds: [await this.plugins.remove(gql.ctx, id)] });
    return payload<{ deletedIds: string[] }>({ deletedIds: [] }, work);
  }

  @ResolveField('id')
  id(plugin: PluginInstallation): string {
    return pluginNodeId(plugin.id);
  }

  @ResolveField('title')
  title(plugin: PluginInstallation, { language }: { language?: string | null }): string {
    const titles = this.admin.titles(plugin).map((words) => wordsIn(words, language));
    return [...new Set(titles)].join(', ') || plugin.name;
  }

  @ResolveField('version')
  version(plugin: PluginInstallation): string {
    return plugin.packageVersion;
  }

  @ResolveField('signedBy')
  signedBy(plugin: PluginInstallation): string | null {
    return (plugin.manifest['signedBy'] as string | undefined) ?? null;
  }

  @ResolveField('previousVersion')
  previousVersion(plugin: PluginInstallation): string | null {
    return plugin.previous?.packageVersion ?? null;
  }

  @ResolveField('permissions')
  permissions(plugin: PluginInstallation): string[] {
    return grantsInWords(this.admin.grants(plugin));
  }

  @ResolveField('grants')
  grants(plugin: PluginInstallation): PluginGrant[] {
    return this.admin.grants(plugin);
  }

  @ResolveField('channelTypes')
  channelTypes(plugin: PluginInstallation): string[] {
    return (plugin.manifest['channels'] as string[] | undefined) ?? [];
  }

  @ResolveField('running')
  async running(plugin: PluginInstallation): Promise<boolean> {
    return (await this.admin.status(plugin.id)).running;
  }

  @ResolveField('memoryBytes')
  async memoryBytes(plugin: PluginInstallation): Promise<number | null> {
    return (await this.admin.status(plugin.id)).memoryBytes;
  }
}

/** The plugin that a channel type comes from. */
@Resolver('ChannelType')
export class ChannelTypePluginResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('plugin')
  plugin(type: ChannelTypeInfo, _args: unknown, gql: GqlContext): Promise<PluginInstallation | null> {
    const all = gql.loader('plugin', () => {
      return new DataLoader(async (ids: readonly string[]) =>
        inOrder(ids, await listInstallations(this.uow.reader), ({ id }: PluginInstallation) => id),
      );
    });
    return all.load(type.pluginId);
  }
}
