import { Module, type OnModuleInit } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { findInstallation, pluginIdOf } from './plugin.repository.js';
import { ChannelTypePluginResolver, PluginResolver } from './plugin.resolver.js';
import { PluginService } from './plugin.service.js';
import { PublisherResolver } from './publisher.resolver.js';
import { PublisherService } from './publisher.service.js';

/** The installed plugins, for those who manage them. The plugin host, which is behind `PluginAdmin`, is a global module. */
@Module({
  providers: [PluginService, PluginResolver, ChannelTypePluginResolver, PublisherService, PublisherResolver],
  exports: [PluginService],
})
export class PluginsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.nodes.register('plugin', 'Plugin', async (gql, id) => {
      if (!hasScope(gql.ctx.principal, ['ADMIN'])) return null;
      const found = await findInstallation(this.uow.reader, pluginIdOf(id));
      // Its own id is the plugin's word, which does not tell its type.
      return found && { ...found, __typename: 'Plugin' };
    });
  }
}
