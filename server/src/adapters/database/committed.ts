import type { EnqueuedJob } from './rows.js';
import type { Log } from './log.js';

/** What was committed and somebody waits for; `position` is that of the last event, null where it is stamped later. */
export interface Committed {
  jobs: readonly EnqueuedJob[];
  events: number;
  position: number | null;
}

/** Puts a unit in that claims jobs which are about to be committed; false when it has no room for them. */
export type EarlyClaim = (job: EnqueuedJob) => boolean;

/** Tells those who wait in this process; a lost call costs time only, never work. */
export class CommitListeners {
  private readonly listeners = new Set<(committed: Committed) => void>();
  /** Set by the queue of this process: where units share a commit, the claim of a job can share that of the job. */
  claimEarly: EarlyClaim | null = null;

  constructor(private readonly log: Log) {}

  add(listener: (committed: Committed) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(committed: Committed): void {
    for (const listener of this.listeners) {
      try {
        listener(committed);
      } catch (error) {
        // The unit is committed, so whoever listens badly must not make it look failed.
        this.log.error(`A listener for commits failed: ${String(error)}`);
      }
    }
  }
}
