import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, getOperationAST, GraphQLError, parse, validate } from 'graphql';
import { type ApiAnswer, ApiExecutor } from '../../kernel/api-executor.js';
import type { Ctx } from '../../kernel/context.js';
import { CostBudget } from './cost-budget.js';
import { publicError } from './errors.js';
import { ExplorerRule } from './explorer-rule.js';
import { LIMITS, measure } from './limits.js';
import { reportBug } from './report-bug.js';
import { forgetLoaded, RequestContext } from './request-context.js';

/** Runs operations of plugins: what they may do is what a token of the same scopes may. */
@Injectable()
export class SchemaExecutor extends ApiExecutor {
  constructor(
    private readonly schemas: GraphQLSchemaHost,
    private readonly budget: CostBudget,
    private readonly explorer: ExplorerRule,
  ) {
    super();
  }

  async run(ctx: Ctx, text: string, variableValues: Record<string, unknown>): Promise<ApiAnswer> {
    const { schema } = this.schemas;
    try {
      const document = parse(text, { maxTokens: LIMITS.tokens });
      if (getOperationAST(document)?.operation === 'subscription')
        throw new GraphQLError('A responder is told of events; it needs no subscription.');
      const [mistake] = validate(schema, document);
      if (mistake) throw mistake;
      await this.explorer.check(document);
      await this.budget.spend(ctx.principal, measure(schema, document, undefined, variableValues));
      const contextValue = new RequestContext({ headers: {} } as IncomingMessage, ctx);
      const result = await execute({ schema, document, variableValues, contextValue });
      forgetLoaded(contextValue);
      const data = result.data ? (JSON.parse(JSON.stringify(result.data)) as Record<string, unknown>) : null;
      return { data, errors: (result.errors ?? []).map((error) => shown(error, ctx)) };
    } catch (error) {
      if (error instanceof GraphQLError) return { data: null, errors: [shown(error, ctx)] };
      throw error;
    }
  }
}

function shown(error: GraphQLError, ctx: Ctx): { message: string; code: string } {
  const { message, extensions } = publicError(error, ctx.correlationId, reportBug);
  return { message, code: String(extensions?.['code'] ?? 'BAD_REQUEST') };
}
