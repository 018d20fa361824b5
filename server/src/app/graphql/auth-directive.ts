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
      const rule = ruleOf(schema, field);
      if (rule.scopes.length === 0) throw new Error(`${root?.name ?? ''}.${field.name} has no @auth`);
      const may = root === schema.getMutationType() ? mayChange : hasScope;
      const guard = guardBy(rule.scopes, may, rule.session);
      if (root === schema.getSubscriptionType()) field.subscribe = guard(field.subscribe ?? defaultFieldResolver);
      else if (root === schema.getMutationType()) field.resolve = guard(asOperation(field.resolve ?? defaultFieldResolver));
      else field.resolve = guard(field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}

/** Who may use a root field. */
interface Rule {
  /** A caller needs one of them. */
  scopes: readonly Scope[];
  /** Only a person who is signed in may. */
  session: boolean;
}

/** What the schema says of a field does not change, and a list asks for it with each of its nodes. */
const rules = new WeakMap<Field, Rule>();

function ruleOf(schema: GraphQLSchema, field: Field): Rule {
  const known = rules.get(field);
  if (known) return known;
  const directive = schema.getDirective('auth');
  const values = directive && field.astNode ? getDirectiveValues(directive, field.astNode) : undefined;
  const rule = { scopes: (values?.['scopes'] as Scope[] | undefined) ?? [], session: values?.['session'] === true };
  rules.set(field, rule);
  return rule;
}

/** The scopes of which a caller needs one for this field. */
export function scopesOf(schema: GraphQLSchema, field: Field): readonly Scope[] {
  return ruleOf(schema, field).scopes;
}

/** Whether who asks gets past the `@auth` of a mutation. */
export function mayCall(schema: GraphQLSchema, mutation: Field, principal: Principal): boolean {
  const { scopes, session } = ruleOf(schema, mutation);
  return hasScope(principal, scopes) && mayChange(principal, scopes) && (!session || isSession(principal));
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
