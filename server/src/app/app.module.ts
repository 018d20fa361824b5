import { fileURLToPath } from 'node:url';
import { type DynamicModule, Module } from '@nestjs/common';
import { AgentsModule } from '../features/agents/index.js';
import { AuthModule } from '../features/auth/index.js';
import { ChangesModule } from '../features/changes/index.js';
import { ChannelsModule } from '../features/channels/index.js';
import { ContactsModule } from '../features/contacts/index.js';
import { ConversationsModule } from '../features/conversations/index.js';
import { DeliveryModule } from '../features/delivery/index.js';
import { DemoModule } from '../features/demo/index.js';
import { InboxesModule } from '../features/inboxes/index.js';
import { IntakeModule } from '../features/intake/index.js';
import { MessagesModule } from '../features/messages/index.js';
import { OperationsModule } from '../features/operations/index.js';
import { PluginsModule } from '../features/plugins/index.js';
import { RepliesModule } from '../features/replies/index.js';
import { SetupModule } from '../features/setup/index.js';
import { WorkspaceModule } from '../features/workspace/index.js';
import { PluginHostModule } from '../plugin-host/index.js';
import type { Config } from './config.js';
import { ApiModule } from './graphql/graphql.module.js';
import { HealthController } from './http/health.controller.js';
import { Readiness } from './http/readiness.js';
import { OptionsModule } from './options.module.js';
import { PortsModule } from './ports.module.js';

/** The plugins that come with Balie, each a folder; the same from `src` and from `dist`. */
const BUNDLED_PLUGINS = fileURLToPath(new URL('../../../plugins', import.meta.url));

const FEATURES = [
  AgentsModule,
  AuthModule,
  ChangesModule,
  ChannelsModule,
  ContactsModule,
  ConversationsModule,
  DeliveryModule,
  DemoModule,
  InboxesModule,
  IntakeModule,
  MessagesModule,
  OperationsModule,
  PluginsModule,
  RepliesModule,
  SetupModule,
  WorkspaceModule,
];

/** Everything together: the only place that knows all parts. */
@Module({})
export class AppModule {
  static of(config: Config): DynamicModule {
    const plugins = {
      dataDir: config.dataDir,
      bundledDir: BUNDLED_PLUGINS,
      publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
      listen: true,
    };
    return {
      module: AppModule,
      imports: [OptionsModule.of(config), PortsModule.of(config), PluginHostModule.forRoot(plugins), ...FEATURES, ApiModule],
      controllers: [HealthController],
      providers: [Readiness],
      exports: [Readiness],
    };
  }
}
