import type { Journal } from './events.js';

/** What is done whenever the journal has grown. */
export interface Following {
  /** Does all that there is to do from its own place on; looks at `stopped` between two batches. */
  work: () => Promise<void>;
  /** Is told of a failure. The next thing that happens, or the next start, goes on from the same place. */
  failed: (error: unknown) => void;
  /** What happens within so long is taken together. */
  gatherMs?: number;
}

/** Follows the journal in the background, one run at a time; what is told meanwhile brings another run. */
export class JournalFollower {
  private running: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private again = false;
  private ended = false;
  private forget: () => void = () => undefined;

  constructor(
    private readonly journal: Journal,
    private readonly following: Following,
  ) {}

  /** Somebody waits for the end. */
  get stopped(): boolean {
    return this.ended;
  }

  /** Begins, with what has happened already. */
  follow(): void {
    this.forget = this.journal.onAppend(() => this.nudge());
    this.nudge();
  }

  /** There may be something new. */
  nudge(): void {
    if (this.ended) return;
    const { gatherMs } = this.following;
    if (gatherMs === undefined) return this.start();
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.start();
    }, gatherMs).unref();
  }

  /** Waits until what was known when it was asked is done. */
  async settled(): Promise<void> {
    this.start();
    while (this.running) await this.running;
  }

  /** Ends after the batch that is being done. */
  async stop(): Promise<void> {
    this.ended = true;
    this.forget();
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private start(): void {
    this.again = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
      // Told of after the last look and before this.
      if (this.again && !this.ended) this.start();
    });
  }

  private async run(): Promise<void> {
    while (this.again && !this.ended) {
      this.again = false;
      try {
        await this.following.work();
      } catch (error) {
        this.following.failed(error);
      }
    }
  }
}
