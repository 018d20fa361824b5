/** Begins something so many times a second, whether or not what was begun before has ended: a slow server gets no less to do. */
export class Pace {
  private readonly timer: NodeJS.Timeout;
  private readonly underWay = new Set<Promise<void>>();
  begun = 0;

  /** What `work` throws is told to `failed`; it goes on. */
  constructor(perSecond: number, work: (n: number) => Promise<void>, failed: (error: unknown) => void) {
    this.timer = setInterval(() => {
      const one: Promise<void> = work(this.begun++)
        .catch(failed)
        .finally(() => this.underWay.delete(one));
      this.underWay.add(one);
    }, 1000 / perSecond);
  }

  /** Begins no more, and waits for the end of what was begun. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.underWay);
  }
}

/** How long each kind of thing took, in milliseconds. */
export class Times {
  private readonly kinds = new Map<string, number[]>();

  add(kind: string, ms: number): void {
    const known = this.kinds.get(kind);
    if (known) known.push(ms);
    else this.kinds.set(kind, [ms]);
  }

  /** Does it, and notes how long it took. */
  async of<T>(kind: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const value = await work();
    this.add(kind, performance.now() - began);
    return value;
  }

  get all(): [kind: string, ms: number[]][] {
    return [...this.kinds].map(([kind, ms]) => [kind, ms.toSorted((a, b) => a - b)]);
  }
}
