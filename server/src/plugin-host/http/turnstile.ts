/** How much goes through at once, and what becomes of the rest. */
export interface TurnstileOptions {
  atOnce: number;
  /** So many more wait, in their order. */
  waiting: number;
  /** So long each of them waits at most, in milliseconds. */
  waitMs: number;
  /** What is thrown to whoever finds it full, or has waited in vain. */
  refusal: () => Error;
}

/** Lets a flood through bit by bit: a burst, as when all pages come back after a restart, waits a moment, and more than that is sent away. */
export class Turnstile {
  private inside = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly options: TurnstileOptions) {}

  /** Whether nobody is inside or waits. */
  get idle(): boolean {
    return this.inside === 0 && this.queue.length === 0;
  }

  /** Does the work when its turn has come. */
  async through<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      // Whoever comes next takes the place over, so that nobody can slip in between.
      if (next) next();
      else this.inside -= 1;
    }
  }

  private enter(): Promise<void> {
    const { atOnce, waiting, waitMs, refusal } = this.options;
    if (this.inside < atOnce) {
      this.inside += 1;
      return Promise.resolve();
    }
    if (this.queue.length >= waiting) return Promise.reject(refusal());
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(enter), 1);
        reject(refusal());
      }, waitMs);
      this.queue.push(enter);
    });
  }
}
