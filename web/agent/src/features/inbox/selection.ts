/** Which conversations of a list are marked, to do something to all of them at once (ux U16). */
export class Selection {
  private ids: ReadonlySet<string> = new Set();
  private anchor: string | null = null;
  private readonly watchers = new Set<() => void>();

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
  readonly snapshot = (): ReadonlySet<string> => this.ids;

  toggle(id: string): void {
    const next = new Set(this.ids);
    if (!next.delete(id)) next.add(id);
    this.anchor = id;
    this.set(next);
  }

  /** All from the last that was marked to this one, in the order of the list. */
  reach(id: string, order: readonly string[]): void {
    const from = this.anchor === null ? -1 : order.indexOf(this.anchor);
    const to = order.indexOf(id);
    if (from < 0 || to < 0) return this.toggle(id);
    this.set(new Set([...this.ids, ...order.slice(Math.min(from, to), Math.max(from, to) + 1)]));
  }

  all(order: readonly string[]): void {
    this.set(new Set(order));
  }

  clear(): void {
    this.anchor = null;
    if (this.ids.size > 0) this.set(new Set());
  }

  private set(ids: ReadonlySet<string>): void {
    this.ids = ids;
    for (const watcher of this.watchers) watcher();
  }
}
