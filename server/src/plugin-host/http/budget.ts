/** So many requests of one address to one channel in a window; beyond that it is told to come back. In memory: each process counts its own. */
export class RequestBudget {
  private readonly counts = new Map<string, number>();
  private began = 0;

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
    private readonly now: () => number,
  ) {}

  /** Null when it may go on, else in how many seconds it may. */
  take(key: string): number | null {
    const now = this.now();
    if (now - this.began >= this.windowMs || now < this.began) {
      this.counts.clear();
      this.began = now;
    }
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count <= this.limit ? null : Math.max(1, Math.ceil((this.began + this.windowMs - now) / 1000));
  }
}
