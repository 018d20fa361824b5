import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError } from '../../kernel/errors.js';

/** Takes what a caller must not see to the log. */
export type ReportBug = (error: unknown, correlationId: string) => void;

/** An error as callers see it: expected ones with their code, mistakes in the query as they are, bugs with nothing but an id. */
export function publicError(error: GraphQLError, correlationId: string, report: ReportBug): GraphQLFormattedError {
  const cause = rootCause(error);
  const place = { ...(error.locations ? { locations: error.locations } : {}), ...(error.path ? { path: error.path } : {}) };
  if (cause instanceof DomainError) {
    const { retryAfterMs } = cause.detail;
    const extensions = { code: cause.code, correlationId, ...waitOf(retryAfterMs) };
    return { message: cause.message, ...place, extensions };
  }
  if (cause !== null) {
    report(cause, correlationId);
    return { message: 'Internal error', ...place, extensions: { code: 'INTERNAL', correlationId } };
  }
  const { code, retryAfterMs } = error.extensions;
  const extensions = { code: code ?? 'BAD_REQUEST', correlationId, ...waitOf(retryAfterMs) };
  return { message: withoutHints(error.message), ...place, extensions };
}

/** When to come back: in milliseconds, and in whole seconds as the header `Retry-After` has it (RFC 9110, 10.2.3). */
function waitOf(retryAfterMs: unknown): { retryAfterMs?: number; retryAfter?: number } {
  return typeof retryAfterMs === 'number' ? { retryAfterMs, retryAfter: Math.ceil(retryAfterMs / 1_000) } : {};
}

/** What a resolver threw, null when the query itself is the mistake. */
function rootCause(error: GraphQLError): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  if (!(cause instanceof GraphQLError)) return cause;
  // Made by the execution itself, such as null for a non-null field: our bug, unless it is about what the caller gave.
  const inExecution = error.path !== undefined && error.extensions['code'] === undefined;
  return inExecution && !/^(Argument|Variable) "/.test(cause.message) ? cause : null;
}

function withoutHints(message: string): string {
  return message.replace(/ ?Did you mean .*$/s, '');
}
