import { defaultFieldResolver, isObjectType, Kind, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { GqlContext } from '../../kernel/request.js';
import { mayCall } from './auth-directive.js';

type Field = GraphQLField<unknown, GqlContext>;

/** An action of a node, and the mutation that does it. */
export interface Does {
  action: string;
  by: string;
}

/** Which mutations do the actions that a `viewerCan` may have; empty where its slice says it all by itself. */
export function doesOf(field: Field): Does[] {
  const directives = field.astNode?.directives?.filter(({ name }) => name.value === 'does') ?? [];
  return directives.map(({ arguments: given = [] }) => {
    const valueOf = (name: string): string => {
      const value = given.find((argument) => argument.name.value === name)?.value;
      return value?.kind === Kind.ENUM || value?.kind === Kind.STRING ? value.value : '';
    };
    return { action: valueOf('action'), by: valueOf('by') };
  });
}

/**
 * `viewerCan` of the nodes that name their mutations: what the viewer gets past the `@auth` of, so that the two can't differ. Where more
 * than that decides, the slice has a resolver, which takes away from it.
 */
export function tellActions(schema: GraphQLSchema): GraphQLSchema {
  const mutations = (schema.getMutationType()?.getFields() ?? {}) as Record<string, Field>;
  for (const type of Object.values(schema.getTypeMap())) {
    const field = isObjectType(type) ? (type.getFields()['viewerCan'] as Field | undefined) : undefined;
    const actions = (field && doesOf(field)) ?? [];
    if (!field || actions.length === 0) continue;
    const own = field.resolve && field.resolve !== defaultFieldResolver ? field.resolve : null;
    field.resolve = async (source, args, gql, info) => {
      const kept = own ? ((await own(source, args, gql, info)) as string[]) : actions.map(({ action }) => action);
      const may = ({ by }: Does): boolean => mutations[by] !== undefined && mayCall(schema, mutations[by], gql.ctx.principal);
      return actions.filter((one) => kept.includes(one.action) && may(one)).map(({ action }) => action);
    };
  }
  return schema;
}
