import { Injectable } from '@nestjs/common';
import {
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import type { Context, ServerOptions, SubscribePayload } from 'graphql-ws';
import type { SocketParams } from '../../features/auth/index.js';
import { SharedLoads, Subscriber } from '../../features/changes/index.js';
import { DeprecatedUses } from '../../features/deprecated-use/index.js';
import { newId } from '../../kernel/ids.js';
import { CostBudget } from './cost-budget.js';
import { deprecatedParts, noteDeprecated } from './deprecated-parts.js';
import { publicError, type ReportBug } from './errors.js';
import { LIMITS, measure } from './limits.js';
import { reportBug } from './report-bug.js';
import type { LiveSocket } from './socket.js';

const SUBSCRIPTIONS_PER_SOCKET = 20;

/** What goes with a socket in graphql-ws. */
export interface SocketExtra {
  socket: LiveSocket;
}
type Params = SocketParams & Record<string, unknown>;
type SocketContext = Context<Params, SocketExtra>;

/** What happens to each operation on a socket: the same limits and the same errors as over HTTP. */
@Injectable()
export class SocketOperations {
  private readonly report: ReportBug = reportBug;

  constructor(
    private readonly budget: CostBudget,
    private readonly uses: DeprecatedUses,
    private readonly loads: SharedLoads,
  ) {}

  hooks(schema: GraphQLSchema): Pick<ServerOptions<Params, SocketExtra>, 'onSubscribe' | 'onNext' | 'onError'> {
    return {
      onSubscribe: (context, _id, payload) => this.prepare(schema, context, payload),
      onNext: (_context, _id, _payload, args, result) => this.publicResult(args, result),
      onError: (_context, _id, _payload, errors) => errors.map((error) => this.publicError(error, newId('event'))),
    };
  }

  /** The operation ready to run under the rights of its caller, or why it is not. */
  private async prepare(
    schema: GraphQLSchema,
    context: SocketContext,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | GraphQLError[]> {
    const { caller } = context.extra.socket;
    try {
      if (!caller) throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
      if (Object.keys(context.subscriptions).length > SUBSCRIPTIONS_PER_SOCKET)
        throw new GraphQLError(`At most ${SUBSCRIPTIONS_PER_SOCKET} subscriptions on a socket.`, {
          extensions: { code: 'LIMIT' },
        });
      const document = parse(payload.query, { maxTokens: LIMITS.tokens });
      const operation = getOperationAST(document, payload.operationName);
      if (operation?.operation !== 'subscription')
        throw new GraphQLError('Only subscriptions go over the socket; send queries and mutations with HTTP.');
      const mistakes = validate(schema, document);
      if (mistakes.length > 0) return [...mistakes];
      const variableValues = payload.variables ?? {};
      await this.budget.spend(caller.principal, measure(schema, document, payload.operationName, variableValues));
      noteDeprecated(this.uses, caller.principal, () => deprecatedParts(schema, document, variableValues));
      const contextValue = new Subscriber(caller, newId('event'), this.loads);
      return { schema, document, operationName: payload.operationName ?? null, variableValues, contextValue };
    } catch (error) {
      return [error instanceof GraphQLError ? error : new GraphQLError('Refused', { originalError: error as Error })];
    }
  }

  private publicResult(args: ExecutionArgs, result: ExecutionResult): ExecutionResult | undefined {
    if (!result.errors) return undefined;
    const { correlationId } = (args.contextValue as Subscriber).ctx;
    const errors = result.errors.map((error) => this.publicError(error, correlationId));
    return { ...result, errors: errors as unknown as GraphQLError[] };
  }

  private publicError(error: GraphQLError, correlationId: string): GraphQLFormattedError {
    return publicError(error, correlationId, this.report);
  }
}
