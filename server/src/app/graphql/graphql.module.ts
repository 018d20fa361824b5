import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ApiSettingsModule } from '../../features/api-settings/index.js';
import { AuthModule } from '../../features/auth/index.js';
import { ChangesModule } from '../../features/changes/index.js';
import { DeprecatedUseModule, DeprecatedUses } from '../../features/deprecated-use/index.js';
import { ApiExecutor } from '../../kernel/api-executor.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { Meters } from '../metrics/meters.js';
import { SchemaExecutor } from './api-executor.js';
import { ApiContext } from './api-context.js';
import { requestPlugin } from './apollo-plugin.js';
import { enforceAuth } from './auth-directive.js';
import { CostBudget } from './cost-budget.js';
import { ExplorerRule } from './explorer-rule.js';
import { LIMITS, readCosts } from './limits.js';
import { reportBug } from './report-bug.js';
import { SchemaController } from './schema.controller.js';
import { SCHEMA_DIR } from './schema-files.js';
import { SocketOperations } from './socket-operations.js';
import { SocketServer } from './socket-server.js';
import { typeResolvers } from './type-resolvers.js';
import { tellActions } from './viewer-can.js';
import { withoutSyntax } from './without-syntax.js';

/** What the API needs beside the features. */
@Module({
  imports: [ApiSettingsModule, AuthModule],
  providers: [ApiContext, CostBudget, ExplorerRule],
  exports: [ApiContext, CostBudget, ExplorerRule],
})
class ApiPartsModule {}

/** The GraphQL API: schema from the files, HTTP through Apollo, subscriptions through our own socket server. */
@Module({
  imports: [
    ApiPartsModule,
    ApiSettingsModule,
    AuthModule,
    ChangesModule,
    DeprecatedUseModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [ApiPartsModule, DeprecatedUseModule],
      inject: [ApiContext, CostBudget, ExplorerRule, NodeRegistry, Meters, DeprecatedUses],
      useFactory: (
        context: ApiContext,
        budget: CostBudget,
        explorer: ExplorerRule,
        nodes: NodeRegistry,
        meters: Meters,
        uses: DeprecatedUses,
      ) => ({
        typePaths: [join(SCHEMA_DIR, '*.graphql')],
        resolvers: typeResolvers(nodes) as never,
        transformSchema: (schema) => withoutSyntax(readCosts(tellActions(enforceAuth(schema)))),
        context: ({ req }: { req: IncomingMessage }) => context.of(req),
        plugins: [
          ApolloServerPluginCacheControlDisabled(),
          ApolloServerPluginInlineTraceDisabled(),
          requestPlugin({ budget, explorer, report: reportBug, meters, uses }),
        ],
        introspection: true,
        graphiql: false,
        csrfPrevention: true,
        allowBatchedHttpRequests: false,
        autoTransformHttpErrors: false,
        hideSchemaDetailsFromClientErrors: true,
        includeStacktraceInErrorResponses: false,
        parseOptions: { maxTokens: LIMITS.tokens },
      }),
    }),
  ],
  controllers: [SchemaController],
  providers: [SocketOperations, SocketServer, { provide: ApiExecutor, useClass: SchemaExecutor }],
  exports: [ApiExecutor, SocketServer],
})
export class ApiModule {}
