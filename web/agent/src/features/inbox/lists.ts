import type { Client } from 'urql';
import { ListDocument, SearchDocument } from '../../generated/graphql.js';
import { ListStore, type Row } from './listStore.js';
import { filterOf, type ViewSpec } from './view.js';

const PAGE = 50;
/** How many lists are kept current after they were left. */
const KEEP = 8;
const DUE_FIRST = { field: 'DUE_AT', direction: 'ASC' } as const;

/** All lists that were shown lately. Each change goes to all of them, so coming back needs no waiting. */
export class Lists {
  private readonly stores = new Map<string, ListStore>();

  constructor(
    private readonly client: Client,
    private readonly language: () => string,
  ) {}

  get(spec: ViewSpec): ListStore {
    const { find = {}, saved, order = 'newest' } = spec;
    const key = JSON.stringify([spec.inboxId, spec.view, spec.status, spec.viewerId, Object.entries(find).sort(), saved, order]);
    const known = this.stores.get(key);
    const store = known ?? new ListStore(filterOf(spec), find.q, order);
    this.stores.delete(key);
    this.stores.set(key, store);
    if (this.stores.size > KEEP) this.stores.delete(this.stores.keys().next().value as string);
    if (!known) void this.load(store);
    return store;
  }

  async load(store: ListStore): Promise<void> {
    await this.read(store, null, PAGE);
  }
  async more(store: ListStore): Promise<void> {
    const { phase, hasMore } = store.snapshot();
    if (phase !== 'ready' || !hasMore) return;
    store.setPhase('more');
    await this.read(store, store.endCursor, PAGE);
  }
  /** After a gap: reads again as much as each list showed, and keeps what is on the screen until it is there. */
  async refetchAll(): Promise<void> {
    for (const store of this.stores.values()) {
      const wanted = Math.max(PAGE, store.snapshot().ids.length);
      await this.read(store, null, Math.min(100, wanted));
      while (store.snapshot().hasMore && store.snapshot().ids.length < wanted) await this.read(store, store.endCursor, 100);
    }
  }

  private async read(store: ListStore, after: string | null, first: number): Promise<void> {
    if (store.query === undefined) return this.fetch(store, after, first);
    const variables = { query: store.query, filter: store.filter, first, after, language: this.language() };
    const { data } = await this.client.query(SearchDocument, variables, { requestPolicy: 'network-only' }).toPromise();
    if (!data) return store.setPhase('failed');
    const { edges, ...rest } = data.search;
    const found = new Map(edges.map((edge) => [edge.node.id, edge]));
    store.addPage({ ...rest, nodes: edges.map(({ node }) => node), found }, after === null);
  }

  merge(row: Row): void {
    for (const store of this.stores.values()) store.merge(row);
  }
  remove(id: string): void {
    for (const store of this.stores.values()) store.remove(id);
  }
  patch(id: string, patch: Partial<Row>): void {
    for (const store of this.stores.values()) store.patch(id, patch);
  }
  unpatch(id: string): void {
    for (const store of this.stores.values()) store.unpatch(id);
  }
  find(id: string): Row | undefined {
    for (const store of this.stores.values()) {
      const row = store.row(id);
      if (row) return row;
    }
    return undefined;
  }

  private async fetch(store: ListStore, after: string | null, first: number): Promise<void> {
    const order = store.order === 'due' ? DUE_FIRST : undefined;
    const variables = { filter: store.filter, order, first, after, language: this.language() };
    const result = await this.client.query(ListDocument, variables, { requestPolicy: 'network-only' }).toPromise();
    if (!result.data) return store.setPhase('failed');
    store.addPage(result.data.conversations, after === null);
  }
}
