import { Module, type OnModuleInit } from '@nestjs/common';
import { canInInbox } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { ChannelSecrets } from './channel-secrets.js';
import { CapabilitiesResolver, ChannelTypeResolver } from './channel-type.resolver.js';
import { channelLoader } from './channel.loader.js';
import { ChannelReadingResolver } from './channel-reading.resolver.js';
import { ChannelResolver, InboxChannelsResolver } from './channel.resolver.js';
import { ChannelFilterResolver, FilterRuleResolver } from './filter-rule.resolver.js';
import { ChannelSetups } from './channel-setups.js';
import { ChannelService } from './channel.service.js';

/** Configured channels. The plugin host, which is behind `PluginGateway`, is a global module. */
@Module({
  providers: [
    ChannelService,
    ChannelSecrets,
    ChannelSetups,
    ChannelResolver,
    ChannelReadingResolver,
    InboxChannelsResolver,
    ChannelFilterResolver,
    FilterRuleResolver,
    ChannelTypeResolver,
    CapabilitiesResolver,
  ],
  exports: [ChannelService, ChannelSecrets],
})
export class ChannelsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.nodes.register('channel', 'Channel', async (gql, id) => {
      const channel = await channelLoader(gql, this.uow.reader).load(id);
      return channel && canInInbox(gql.ctx.principal, 'view', channel.inboxId) ? channel : null;
    });
  }
}
