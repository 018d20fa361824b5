/** Work that must happen: a row in the transaction that asked for it. */
export interface NewJob {
  /** Which handler; each name has exactly one. */
  name: string;
  payload: Record<string, unknown>;
  /** Not before; at once when not given. */
  runAt?: number;
  /** Jobs of one key run one after the other, in the order they were put in. */
  key?: string;
  /** A lane can be held (`holdLane`), such as that of a channel that is not authorised. */
  lane?: string;
  /** A pending job with the same name and `unique` is not put in twice. */
  unique?: string;
  maxAttempts?: number;
}

/** What a handler gets. */
export interface JobRun<Payload = Record<string, unknown>> {
  id: string;
  name: string;
  payload: Payload;
  /** 1 for the first. More than one: an earlier run may have died at any point. */
  attempt: number;
  correlationId: string;
  /** Aborted when the lease was lost or the process stops: stop working. */
  signal: AbortSignal;
}

/** Thrown by a handler to say when to try again; any other error counts as an attempt, with back-off, and dead after the last. */
export class RetryLater extends Error {
  constructor(
    readonly delayMs: number,
    message: string,
    /** Whether this try counts towards `maxAttempts`. */
    readonly counts = true,
  ) {
    super(message);
    this.name = 'RetryLater';
  }
}

/** How the jobs of a name are run. */
export interface HandlerOptions {
  /** In each process. */
  concurrency?: number;
  leaseMs?: number;
  /** It comes again and again after some time, and is never for a date: what waits for more than an hour waits for no day that somebody chose. */
  repeats?: boolean;
}

export type JobHandler = (job: JobRun) => Promise<void>;

/** The one queue. The database keeps the truth; bull on Redis, where its address is set, only carries the wake-ups. */
export abstract class JobQueue {
  /** Before `start`; throws when the name has a handler already. */
  abstract register(name: string, handler: JobHandler, options?: HandlerOptions): void;
  /** With `work` false this process only puts jobs in and wakes those that do them. */
  abstract start(options?: { work?: boolean }): Promise<void>;
  /** Takes no new jobs, waits for those that run up to `graceMs`, and hands the others back. */
  abstract stop(graceMs: number): Promise<void>;
  /** Waiting jobs of the lane stay where they are until `releaseLane`. */
  abstract holdLane(lane: string, until: number | null): Promise<void>;
  abstract releaseLane(lane: string): Promise<void>;
  /** A dead job back into the queue; false when there is none of this id. */
  abstract retryDead(id: string): Promise<boolean>;
}
