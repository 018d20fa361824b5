import { kindOfId } from '../../kernel/ids.js';
import type { NodeRegistry } from '../../kernel/nodes.js';
import type { GqlContext } from '../../kernel/request.js';
import type { UserErrorRow } from '../../kernel/user-errors.js';
import { DateTime, Json } from './scalars.js';

type Typed = { __typename?: string; id?: string };
type Row = UserErrorRow & { __typename: string };

/** The resolvers that belong to no slice: scalars, interfaces, unions, and what errors carry. */
export function typeResolvers(nodes: NodeRegistry): Record<string, unknown> {
  const byId = { __resolveType: (value: Typed) => typenameOf(nodes, value) };
  return {
    DateTime,
    JSON: Json,
    Node: byId,
    Versioned: byId,
    Record: byId,
    UserError: { __resolveType: (value: Typed) => value.__typename },
    Query: { node: (_source: unknown, { id }: { id: string }, gql: GqlContext) => nodes.load(gql, id) },
    ConflictError: {
      current: (error: Row, _args: unknown, gql: GqlContext) => (error.currentId ? nodes.load(gql, error.currentId) : null),
    },
    StaleError: {
      unseen: async (error: Row, _args: unknown, gql: GqlContext) => {
        const items = await Promise.all((error.unseenIds ?? []).map((id) => nodes.load(gql, id)));
        return items.filter((item) => item !== null);
      },
    },
  };
}

function typenameOf(nodes: NodeRegistry, value: Typed): string | undefined {
  if (value.__typename) return value.__typename;
  const kind = value.id ? kindOfId(value.id) : null;
  return kind ? nodes.find(kind)?.typename : undefined;
}
