import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { DomainError } from '../../kernel/errors.js';
import type { CostBudget } from './cost-budget.js';
import { publicError, type ReportBug } from './errors.js';
import { measure } from './limits.js';
import type { RequestContext } from './request-context.js';

/** Limits before the execution, and errors as callers may see them after it. */
export function requestPlugin(budget: CostBudget, report: ReportBug): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ schema, document, request, contextValue }) {
        const cost = measure(schema, document, request.operationName, request.variables ?? {});
        try {
          await budget.spend(contextValue.ctx.principal, cost);
        } catch (error) {
          throw asGraphQLError(error);
        }
      },
      async willSendResponse({ response, errors, contextValue }) {
        if (response.body.kind !== 'single' || !errors) return;
        const { correlationId } = contextValue.ctx;
        response.body.singleResult.errors = errors.map((error) => publicError(error, correlationId, report));
      },
    }),
  };
}

/** Apollo answers 500 for anything else that is thrown before the execution. */
function asGraphQLError(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const { retryAfterMs } = error.detail;
  const extensions = { code: error.code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }), http: { status: 429 } };
  return new GraphQLError(error.message, { extensions });
}
