import type { ConversationFilter, RowFragment, SearchQuery } from '../../generated/graphql.js';
import { matches, type ListOrder } from './view.js';

export type Row = RowFragment;
/** What was found in a conversation, beside its row. */
export type Found = Omit<SearchQuery['search']['edges'][number], 'node'>;
/** What a list shows now. Immutable: a new one for each change. */
export interface ListState {
  ids: readonly string[];
  /** Newer ones that are held back, so that nothing moves under the pointer (U19). */
  pending: number;
  hasMore: boolean;
  phase: 'first' | 'ready' | 'more' | 'failed';
}
export interface Page {
  position: string;
  nodes: readonly Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** Of a search: what was found in each. */
  found?: ReadonlyMap<string, Found>;
}

/** Newest first; ids break ties the way the server does. */
export function byNewest(a: Row, b: Row): number {
  if (a.lastMessageAt !== b.lastMessageAt) return a.lastMessageAt < b.lastMessageAt ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

/** What is due first, and then all that waits for nothing, newest first: the server's order. */
export function byDue(a: Row, b: Row): number {
  const [one, other] = [a.sla?.dueAt ?? null, b.sla?.dueAt ?? null];
  if (one === null && other === null) return byNewest(a, b);
  if (one === null || other === null) return one === null ? 1 : -1;
  if (one !== other) return one < other ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
const ORDERS = { newest: byNewest, due: byDue } as const;

/**
 * The rows of one list: keyset pages, changes and optimistic patches merged into one order.
 * A row that sorts after the last page that was loaded stays hidden until its page comes. Of a search the rows are those that were found,
 * in the order in which they were found.
 */
export class ListStore {
  private readonly rows = new Map<string, Row>();
  private readonly patches = new Map<string, Partial<Row>>();
  private readonly found = new Map<string, Found>();
  private readonly watchers = new Set<() => void>();
  private floor: Row | null = null;
  private frozen = false;
  /** The oldest row that was shown when the list froze: what is older comes from a page, what is newer is held back. */
  private bottom: Row | null = null;
  private state: ListState = { ids: [], pending: 0, hasMore: false, phase: 'first' };
  endCursor: string | null = null;
  /** Where the list was scrolled to when it was left. */
  scrollTop = 0;

  constructor(
    readonly filter: ConversationFilter,
    readonly query?: string,
    readonly order: ListOrder = 'newest',
  ) {}

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
  readonly snapshot = (): ListState => this.state;

  row(id: string): Row | undefined {
    const row = this.rows.get(id);
    const patch = this.patches.get(id);
    return row && patch ? { ...row, ...patch } : row;
  }

  foundIn(id: string): Found | undefined {
    return this.found.get(id);
  }

  /** Adds a page; `first` replaces what was there. */
  addPage(page: Page, first: boolean): void {
    if (first) {
      this.rows.clear();
      this.found.clear();
    }
    for (const [id, found] of page.found ?? []) this.found.set(id, found);
    for (const row of page.nodes) this.keep(row);
    this.endCursor = page.pageInfo.endCursor;
    this.floor = page.pageInfo.hasNextPage && this.query === undefined ? (page.nodes.at(-1) ?? this.floor) : null;
    this.refresh({ hasMore: page.pageInfo.hasNextPage, phase: 'ready' });
  }

  setPhase(phase: ListState['phase']): void {
    this.refresh({ phase });
  }

  /** A newer copy of a conversation, which may come into the list, change in it or leave it. */
  merge(row: Row): void {
    if (this.state.phase === 'first') return;
    if (this.query !== undefined && !this.found.has(row.id)) return;
    // Whether a file hangs on it only the server knows.
    if (this.filter.hasAttachment != null && !this.rows.has(row.id)) return;
    if (this.keep(row)) this.refresh();
  }
  remove(id: string): void {
    if (this.rows.delete(id)) this.refresh();
  }
  /** Shows a change before the server has said yes. */
  patch(id: string, patch: Partial<Row>): void {
    this.patches.set(id, { ...this.patches.get(id), ...patch });
    this.refresh();
  }
  unpatch(id: string): void {
    if (this.patches.delete(id)) this.refresh();
  }

  /** While frozen, rows stay where they are and newer ones are counted instead. */
  freeze(frozen: boolean): void {
    if (this.frozen === frozen || this.query !== undefined) return;
    this.frozen = frozen;
    if (!frozen) this.refresh();
  }
  showPending(): void {
    this.frozen = false;
    this.refresh();
  }

  private keep(row: Row): boolean {
    const before = this.rows.get(row.id);
    if (before && before.version > row.version) return false;
    this.rows.set(row.id, row);
    return true;
  }

  private sorted(): Row[] {
    const list: Row[] = [];
    for (const id of this.query === undefined ? this.rows.keys() : this.found.keys()) {
      const row = this.row(id);
      if (!row || !matches(row, this.filter)) continue;
      if (this.floor && ORDERS[this.order](row, this.floor) > 0) continue;
      list.push(row);
    }
    return this.query === undefined ? list.sort(ORDERS[this.order]) : list;
  }

  private refresh(part: Partial<ListState> = {}): void {
    const sorted = this.sorted();
    if (!this.frozen) this.bottom = sorted.at(-1) ?? null;
    const ids = this.frozen ? this.inPlace(sorted) : sorted.map((row) => row.id);
    this.state = { ...this.state, ...part, ids, pending: sorted.length - ids.length };
    for (const watcher of this.watchers) watcher();
  }

  private inPlace(sorted: Row[]): string[] {
    const present = new Set(sorted.map((row) => row.id));
    const shown = new Set(this.state.ids);
    const { bottom } = this;
    const older = sorted.filter((row) => !shown.has(row.id) && (!bottom || ORDERS[this.order](row, bottom) > 0));
    this.bottom = older.at(-1) ?? bottom;
    return [...this.state.ids.filter((id) => present.has(id)), ...older.map((row) => row.id)];
  }
}
