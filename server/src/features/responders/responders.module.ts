import { Module, type OnModuleInit } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { ChannelsModule } from '../channels/index.js';
import { CallResolver } from './call.resolver.js';
import { CallService } from './call.service.js';
import { BotControlService } from './bot-control.service.js';
import {
  BotControlResolver,
  PluginActionResolver,
  PluginOffersResolver,
  ResponderChoicesResolver,
  ResponderResolver,
  ResponderTypeResolver,
  SettingChoiceResolver,
} from './responder.resolver.js';
import { ResponderService } from './responder.service.js';

/** What plugins do by themselves, and who has the word. The plugin host is behind `ResponderGateway`. */
@Module({
  imports: [ChannelsModule],
  providers: [
    BotControlResolver,
    BotControlService,
    CallResolver,
    CallService,
    PluginActionResolver,
    PluginOffersResolver,
    ResponderChoicesResolver,
    ResponderResolver,
    ResponderService,
    ResponderTypeResolver,
    SettingChoiceResolver,
  ],
})
export class RespondersModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly responders: ResponderService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('responder', 'Responder', ({ ctx }, id) =>
      hasScope(ctx.principal, ['ADMIN']) ? this.responders.find(id) : Promise.resolve(null),
    );
  }
}
