/** A job that somebody should look at. */
export interface Wake {
  id: string;
  name: string;
  runAt: number;
  attempts?: number;
}

/** Takes a job that can probably be claimed; without a name it is read from the row. */
export type TakeWake = (wake: { id: string; name?: string }) => Promise<void>;

/** How workers learn of jobs. A lost wake-up costs time, never the job: the rows are the truth. */
export interface WakeUps {
  /** Whether jobs are told without the database being asked each second. */
  readonly healthy: boolean;
  /** Whether they are for this process alone, which then need not share its jobs. */
  readonly onlyHere: boolean;
  /** `take` is null where no handler runs: such a process only announces. */
  start(take: TakeWake | null): Promise<void>;
  /** Called after the commit that put the jobs in. */
  announce(wakes: readonly Wake[]): void;
  stop(): Promise<void>;
}

const MAX_TIMERS = 1_000;
const LONGEST_TIMER_MS = 3_600_000;

/** Wake-ups inside this process; other processes on the same database find the jobs by looking each second. */
export class LocalWakeUps implements WakeUps {
  readonly healthy = false;
  readonly onlyHere = true;
  private readonly timers = new Set<NodeJS.Timeout>();
  private take: ((wake: Wake) => void) | null = null;

  constructor(private readonly now: () => number) {}

  async start(take: ((wake: Wake) => void) | null): Promise<void> {
    this.take = take;
  }

  announce(wakes: readonly Wake[]): void {
    const now = this.now();
    for (const wake of wakes) {
      const delay = wake.runAt - now;
      if (delay <= 0) this.take?.(wake);
      else if (delay <= LONGEST_TIMER_MS && this.timers.size < MAX_TIMERS) this.later(wake, delay);
    }
  }

  async stop(): Promise<void> {
    this.take = null;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private later(wake: Wake, delay: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.take?.(wake);
    }, delay + 1);
    timer.unref();
    this.timers.add(timer);
  }
}
