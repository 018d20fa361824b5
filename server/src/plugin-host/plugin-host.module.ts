import { Global, Module, type DynamicModule } from '@nestjs/common';
import { ChannelsModule, PluginGateway } from '../features/channels/index.js';
import { PluginAdmin } from '../features/plugins/index.js';
import { ResponderGateway } from '../features/responders/index.js';
import { HostAdmin } from './admin.js';
import { ChannelCalls } from './channel-calls.js';
import { ChannelRuntime } from './channel-runtime.js';
import { HostedPlugins } from './gateway.js';
import { PLUGIN_HOST_OPTIONS, type PluginHostOptions } from './host-options.js';
import { HostServices } from './host-services.js';
import { HttpCalls } from './http/calling.js';
import { LentFiles } from './http/lent-files.js';
import { LentFileController, PluginController, PluginFrameController } from './http/plugin.controller.js';
import { PluginRoutes } from './http/routes.js';
import { StreamLines } from './http/stream-lines.js';
import { VisitorStreams } from './http/streams.js';
import { PluginWebhooks } from './http/webhooks.js';
import { ChannelLanes } from './lanes.js';
import { Reconciler } from './reconciler.js';
import { PluginRegistry } from './registry.js';
import { ResponderCalls } from './responder-calls.js';
import { HostedResponders } from './responder-gateway.js';
import { ResponderRuntime } from './responder-runtime.js';
import { ScheduleJob, ScheduleRuntime } from './schedules.js';

/**
 * The plugins of this process, behind `PluginGateway` and `PluginAdmin`. Global, since features ask for those two and never import it.
 * Needs, from global modules: UnitOfWork, Clock, JobQueue, Storage, Signals, SecretBox; and `Intake` anywhere in the application.
 */
@Global()
@Module({})
export class PluginHostModule {
  static forRoot(options: PluginHostOptions): DynamicModule {
    return {
      module: PluginHostModule,
      imports: [ChannelsModule],
      controllers: [LentFileController, PluginFrameController, PluginController],
      providers: [
        HostServices,
        ResponderCalls,
        ResponderRuntime,
        ScheduleRuntime,
        ScheduleJob,
        { provide: ResponderGateway, useClass: HostedResponders },
        HttpCalls,
        LentFiles,
        PluginRoutes,
        PluginWebhooks,
        StreamLines,
        VisitorStreams,
        { provide: PLUGIN_HOST_OPTIONS, useValue: options },
        PluginRegistry,
        ChannelCalls,
        ChannelRuntime,
        ChannelLanes,
        Reconciler,
        { provide: PluginGateway, useClass: HostedPlugins },
        { provide: PluginAdmin, useClass: HostAdmin },
      ],
      exports: [PluginGateway, PluginAdmin, ResponderGateway, StreamLines],
    };
  }
}
