import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind } from 'graphql';
import { DomainError } from '../../kernel/errors.js';
import { openSpan } from '../../kernel/tracing.js';
import type { DeprecatedUses } from '../../features/deprecated-use/index.js';
import type { Meters } from '../metrics/meters.js';
import type { Cost, CostBudget } from './cost-budget.js';
import { deprecatedParts, noteDeprecated } from './deprecated-parts.js';
import { publicError, type ReportBug } from './errors.js';
import type { ExplorerRule } from './explorer-rule.js';
import { measure } from './limits.js';
import type { RequestContext } from './request-context.js';

interface Parts {
  budget: CostBudget;
  explorer: ExplorerRule;
  report: ReportBug;
  meters: Meters;
  uses: DeprecatedUses;
}

/** Limits before the execution, errors as callers may see them after it, and how long it took. */
export function requestPlugin({ budget, explorer, report, meters, uses }: Parts): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => {
      const began = performance.now();
      let requested = 0;
      let cost: Cost | null = null;
      return {
        async didResolveOperation({ schema, document, request, contextValue }) {
          await explorer.check(document);
          requested = measure(schema, document, request.operationName, request.variables ?? {});
          try {
            cost = await budget.spend(contextValue.ctx.principal, requested);
          } catch (error) {
            throw asGraphQLError(error);
          }
          noteDeprecated(uses, contextValue.ctx.principal, () => deprecatedParts(schema, document, request.variables ?? {}));
        },
        async willSendResponse({ response, errors, contextValue, operation }) {
          const [first] = operation?.selectionSet.selections ?? [];
          // Only fields of the schema get here: what a caller may write at will is no label.
          if (operation && operation.operation !== 'subscription' && first?.kind === Kind.FIELD) {
            const took = performance.now() - began;
            meters.operation(operation.operation, first.name.value, !errors, took / 1_000);
            const facts = { 'balie.correlation_id': contextValue.ctx.correlationId };
            const span = openSpan(`${operation.operation} ${first.name.value}`, facts, took);
            span?.end({}, errors?.[0] && { name: 'GraphQLError', code: errors[0].extensions['code'] });
          }
          if (response.body.kind !== 'single') return;
          const { correlationId, principal } = contextValue.ctx;
          const result = response.body.singleResult;
          result.extensions = { ...result.extensions, cost: cost ?? (await budget.left(principal, requested)) };
          if (!errors) return;
          result.errors = errors.map((error) => publicError(error, correlationId, report));
          const waits = result.errors
            .map(({ extensions }) => extensions?.['retryAfter'])
            .filter((wait) => typeof wait === 'number');
          if (waits.length > 0) response.http.headers.set('retry-after', String(Math.max(...waits)));
        },
      };
    },
  };
}

/** Apollo answers 500 for anything else that is thrown before the execution. */
function asGraphQLError(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const { retryAfterMs } = error.detail;
  const extensions = { code: error.code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }), http: { status: 429 } };
  return new GraphQLError(error.message, { extensions });
}
