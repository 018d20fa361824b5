import { fileURLToPath } from 'node:url';
import { type DynamicModule, Module } from '@nestjs/common';
import { AcknowledgementsModule } from '../features/acknowledgements/index.js';
import { AmendingModule } from '../features/amending/index.js';
import { AgentsModule } from '../features/agents/index.js';
import { ApiSettingsModule } from '../features/api-settings/index.js';
import { AuditModule } from '../features/audit/index.js';
import { AuthModule } from '../features/auth/index.js';
import { AutomationModule } from '../features/automation/index.js';
import { AvailabilityModule } from '../features/availability/index.js';
import { ChangesModule } from '../features/changes/index.js';
import { ChannelsModule } from '../features/channels/index.js';
import { ContactExportModule } from '../features/contact-export/index.js';
import { BulkChangesModule } from '../features/bulk-changes/index.js';
import { BulkConversationsModule } from '../features/bulk-conversations/index.js';
import { BulkListsModule } from '../features/bulk-lists/index.js';
import { ListImportModule } from '../features/list-import/index.js';
import { ContactMergeModule } from '../features/contact-merge/index.js';
import { ConversationMergeModule } from '../features/conversation-merge/index.js';
import { ContactsModule } from '../features/contacts/index.js';
import { ConversationContactModule } from '../features/conversation-contact/index.js';
import { ConversationsModule } from '../features/conversations/index.js';
import { DeliveryModule } from '../features/delivery/index.js';
import { DemoModule } from '../features/demo/index.js';
import { ErasureModule } from '../features/erasure/index.js';
import { FiltersModule } from '../features/filters/index.js';
import { InboxDeletionModule } from '../features/inbox-deletion/index.js';
import { InboxesModule } from '../features/inboxes/index.js';
import { IntakeModule } from '../features/intake/index.js';
import { MessagesModule } from '../features/messages/index.js';
import { EndingsModule } from '../features/endings/index.js';
import { OidcModule } from '../features/oidc/index.js';
import { OnwardModule } from '../features/onward/index.js';
import { MailCheckModule } from '../features/mail-check/index.js';
import { OperationsModule } from '../features/operations/index.js';
import { PasskeysModule } from '../features/passkeys/index.js';
import { PeopleModule } from '../features/people/index.js';
import { DeprecatedUseModule } from '../features/deprecated-use/index.js';
import { PersonalTokensModule } from '../features/personal-tokens/index.js';
import { PluginsModule } from '../features/plugins/index.js';
import { MeetingsModule } from '../features/meetings/index.js';
import { RecordsModule } from '../features/records/index.js';
import { RepliesModule } from '../features/replies/index.js';
import { ListIndexModule } from '../features/list-index/index.js';
import { SearchModule } from '../features/search/index.js';
import { ListExportModule } from '../features/list-export/index.js';
import { LinkedAccountsModule } from '../features/linked-accounts/index.js';
import { ReportsModule } from '../features/reports/index.js';
import { RespondersModule } from '../features/responders/index.js';
import { RoutingModule } from '../features/routing/index.js';
import { SetupModule } from '../features/setup/index.js';
import { MentionsModule } from '../features/mentions/index.js';
import { NotificationsModule } from '../features/notifications/index.js';
import { TagsModule } from '../features/tags/index.js';
import { MovingModule } from '../features/moving/index.js';
import { SlaModule } from '../features/sla/index.js';
import { SnoozeModule } from '../features/snooze/index.js';
import { TeamsModule } from '../features/teams/index.js';
import { TrashModule } from '../features/trash/index.js';
import { VisitorsModule } from '../features/visitors/index.js';
import { WebhooksModule } from '../features/webhooks/index.js';
import { WorkingHoursModule } from '../features/working-hours/index.js';
import { WorkspaceModule } from '../features/workspace/index.js';
import { SavedViewsModule } from '../features/saved-views/index.js';
import { SecondFactorModule } from '../features/second-factor/index.js';
import { SignInModule } from '../features/sign-in/index.js';
import { SnippetsModule } from '../features/snippets/index.js';
import { PluginHostModule } from '../plugin-host/index.js';
import type { Config } from './config.js';
import { ApiModule } from './graphql/graphql.module.js';
import { HealthController } from './http/health.controller.js';
import { Readiness } from './http/readiness.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { ProcessReadings, Readings } from './metrics/readings.js';
import { OptionsModule } from './options.module.js';
import { pluginEnvironment } from './plugin-environment.js';
import { PortsModule } from './ports.module.js';
import { TracingModule } from './tracing.module.js';

/** The plugins that come with Balie, each a folder; the same from `src` and from `dist`. */
const BUNDLED_PLUGINS = fileURLToPath(new URL('../../../plugins', import.meta.url));
/** Written by `tools/describe-bundled.ts`; the same file for the built server and for one that runs from source. */
const BUNDLED_DESCRIPTIONS = fileURLToPath(new URL('../../dist/bundled-plugins.json', import.meta.url));

const FEATURES = [
  AcknowledgementsModule,
  AmendingModule,
  AgentsModule,
  ApiSettingsModule,
  AuditModule,
  AuthModule,
  AutomationModule,
  AvailabilityModule,
  ChangesModule,
  ChannelsModule,
  ContactsModule,
  ContactExportModule,
  BulkChangesModule,
  BulkConversationsModule,
  BulkListsModule,
  ListImportModule,
  ContactMergeModule,
  ConversationMergeModule,
  ConversationContactModule,
  ConversationsModule,
  DeliveryModule,
  DemoModule,
  ErasureModule,
  FiltersModule,
  InboxDeletionModule,
  InboxesModule,
  IntakeModule,
  LinkedAccountsModule,
  ListExportModule,
  MessagesModule,
  EndingsModule,
  OidcModule,
  OnwardModule,
  MailCheckModule,
  OperationsModule,
  PasskeysModule,
  PeopleModule,
  DeprecatedUseModule,
  PersonalTokensModule,
  PluginsModule,
  RecordsModule,
  RepliesModule,
  ReportsModule,
  RespondersModule,
  SearchModule,
  ListIndexModule,
  RoutingModule,
  SetupModule,
  MeetingsModule,
  MentionsModule,
  NotificationsModule,
  TagsModule,
  MovingModule,
  SlaModule,
  SnoozeModule,
  TeamsModule,
  TrashModule,
  VisitorsModule,
  WebhooksModule,
  WorkingHoursModule,
  WorkspaceModule,
  SavedViewsModule,
  SecondFactorModule,
  SignInModule,
  SnippetsModule,
];

/** Everything together: the only place that knows all parts. */
@Module({})
export class AppModule {
  static of(config: Config): DynamicModule {
    const plugins = {
      dataDir: config.dataDir,
      bundledDir: BUNDLED_PLUGINS,
      bundledDescriptions: BUNDLED_DESCRIPTIONS,
      publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
      listen: config.role !== 'web',
      settings: config.pluginSettings,
      environment: pluginEnvironment(config),
      packages: {
        npm: config.pluginsFromNpm === 'yes',
        publishers: config.pluginsPublishers,
        signedOnly: config.pluginsSignedOnly === 'yes',
      },
    };
    return {
      module: AppModule,
      imports: [
        OptionsModule.of(config),
        MetricsModule.of(config),
        TracingModule.of(config),
        PortsModule.of(config),
        PluginHostModule.forRoot(plugins),
        ...FEATURES,
        ApiModule,
      ],
      controllers: [HealthController, MetricsController],
      providers: [Readiness, ProcessReadings, Readings],
      exports: [Readiness],
    };
  }
}
