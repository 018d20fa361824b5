import {
  defaultFieldResolver,
  getDirectiveValues,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { hasScope, mayChange, type Principal, type Scope } from '../../kernel/access.js';
import { DomainError } from '../../kernel/errors.js';
import type { GqlContext } from '../../kernel/request.js';
import { forgetLoaded, withOperation } from './request-context.js';

type Field = GraphQLField<unknown, GqlContext>;
type Resolve = GraphQLFieldResolver<unknown, GqlContext>;

/** Puts `@auth` in front of every root field; a root field without it does not start. */
export function enforceAuth(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const root of roots) {
    for (const field of Object.values(root?.getFields() ?? {}) as Field[]) {
      const scopes = scopesOf(schema, field);
      if (scopes.length === 0) throw new Error(`${root?.name ?? ''}.${field.name} has no @auth`);
      const may = root === schema.getMutationType() ? mayChange : hasScope;
      const guard = guardBy(scopes, may, needsSession(schema, field));
      if (root === schema.getSubscriptionType()) field.subscribe = guard(field.subscribe ?? defaultFieldResolver);
      else if (root === schema.getMutationType()) field.resolve = guard(asOperation(field.resolve ?? defaultFieldResolver));
      else field.resolve = guard(field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}

/** The scopes of which a caller needs one for this field. */
export function scopesOf(schema: GraphQLSchema, field: Field): Scope[] {
  return (authOf(schema, field)?.['scopes'] as Scope[] | undefined) ?? [];
}

/** Whether only a person who is signed in may use the field. */
function needsSession(schema: GraphQLSchema, field: Field): boolean {
  return authOf(schema, field)?.['session'] === true;
}

function authOf(schema: GraphQLSchema, field: Field): Record<string, unknown> | undefined {
  const directive = schema.getDirective('auth');
  return directive && field.astNode ? getDirectiveValues(directive, field.astNode) : undefined;
}

function guardBy(
  scopes: readonly Scope[],
  may: (principal: Principal, anyOf: readonly Scope[]) => boolean,
  session: boolean,
): (resolve: Resolve) => Resolve {
  return (resolve) => (source, args, gql, info) => {
    const { principal } = gql.ctx;
    if (!hasScope(principal, scopes))
      throw new DomainError('FORBIDDEN', `${info.fieldName} needs ${scopes.length > 1 ? 'one of ' : ''}${scopes.join(', ')}.`);
    if (!may(principal, scopes))
      throw new DomainError(
        'FORBIDDEN',
        `${info.fieldName} changes something: a personal token needs CONVERSATIONS_WRITE for it.`,
      );
    if (session && !isSession(principal))
      throw new DomainError('FORBIDDEN', `${info.fieldName} is for a person who is signed in, not for tokens.`);
    return resolve(source, args, gql, info) as unknown;
  };
}

function isSession(principal: Principal): boolean {
  return principal.kind === 'system' || (principal.kind === 'user' && principal.sessionId !== null);
}

/** Hands the `operationId` of a mutation down, and lets what follows it see what it changed. */
function asOperation(resolve: Resolve): Resolve {
  return async (source, args, gql, info) => {
    const input = args as { operationId?: string | null; input?: { operationId?: string | null } };
    const operationId = input.operationId ?? input.input?.operationId;
    try {
      return await (resolve(source, args, operationId ? withOperation(gql, operationId) : gql, info) as Promise<unknown>);
    } finally {
      forgetLoaded(gql);
    }
  };
}
