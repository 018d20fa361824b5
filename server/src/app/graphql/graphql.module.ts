import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { AuthModule } from '../../features/auth/index.js';
import { ChangesModule } from '../../features/changes/index.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { ApiContext } from './api-context.js';
import { requestPlugin } from './apollo-plugin.js';
import { enforceAuth } from './auth-directive.js';
import { CostBudget } from './cost-budget.js';
import { LIMITS } from './limits.js';
import { reportBug } from './report-bug.js';
import { SCHEMA_DIR } from './schema-files.js';
import { SocketOperations } from './socket-operations.js';
import { SocketServer } from './socket-server.js';
import { typeResolvers } from './type-resolvers.js';

/** What the API needs beside the features. */
@Module({ imports: [AuthModule], providers: [ApiContext, CostBudget], exports: [ApiContext, CostBudget] })
class ApiPartsModule {}

/** The GraphQL API: schema from the files, HTTP through Apollo, subscriptions through our own socket server. */
@Module({
  imports: [
    ApiPartsModule,
    AuthModule,
    ChangesModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [ApiPartsModule],
      inject: [ApiContext, CostBudget, NodeRegistry],
      useFactory: (context: ApiContext, budget: CostBudget, nodes: NodeRegistry) => ({
        typePaths: [join(SCHEMA_DIR, '*.graphql')],
        resolvers: typeResolvers(nodes) as never,
        transformSchema: enforceAuth,
        context: ({ req }: { req: IncomingMessage }) => context.of(req),
        plugins: [
          ApolloServerPluginCacheControlDisabled(),
          ApolloServerPluginInlineTraceDisabled(),
          requestPlugin(budget, reportBug),
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
  providers: [SocketOperations, SocketServer],
  exports: [SocketServer],
})
export class ApiModule {}
