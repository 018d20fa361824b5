import { type IdKind, kindOfId } from './ids.js';
import type { GqlContext } from './request.js';

/** Loads one kind of node under the rights of who asks; null when there is none or he may not know of it. */
export type NodeLoader = (gql: GqlContext, id: string) => Promise<object | null>;

/** Where each slice says how its nodes are loaded: behind `node(id)`, `Change.node` and `ConflictError.current`. */
export class NodeRegistry {
  private readonly kinds = new Map<IdKind, { typename: string; load: NodeLoader }>();

  /** Called once for each kind, by the slice that owns it. */
  register(kind: IdKind, typename: string, load: NodeLoader): void {
    if (this.kinds.has(kind)) throw new Error(`Two slices load nodes of the kind ${kind}`);
    this.kinds.set(kind, { typename, load });
  }

  find(kind: IdKind): { typename: string; load: NodeLoader } | undefined {
    return this.kinds.get(kind);
  }

  /** Any node by its id, with the name of its type; null when there is none or who asks may not know of it. */
  async load(gql: GqlContext, id: string): Promise<(object & { __typename: string }) | null> {
    const kind = kindOfId(id);
    const entry = kind && this.kinds.get(kind);
    const node = entry ? await entry.load(gql, id) : null;
    return entry && node ? { ...node, __typename: entry.typename } : null;
  }
}
