import type { EntityManager } from 'typeorm';
import type { Ctx } from '../../kernel/context.js';
import type { NewEvent } from '../../kernel/events.js';
import type { NewJob } from '../../kernel/jobs.js';
import type { Dialect, Tx } from '../../kernel/uow.js';

/** What both databases have in common about an open unit: its buffers, and that nothing runs in it after its end. */
export abstract class Unit implements Tx {
  readonly events: NewEvent[] = [];
  readonly jobs: NewJob[] = [];
  private isOpen = true;
  private readonly running = new Set<Promise<unknown>>();
  private failure: Error | null = null;
  private entityManager: EntityManager | null = null;

  constructor(
    readonly dialect: Dialect,
    readonly ctx: Ctx,
    readonly now: number,
  ) {}

  get open(): boolean {
    return this.isOpen;
  }

  get manager(): EntityManager {
    return (this.entityManager ??= this.makeManager());
  }

  abstract query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  abstract execute(sql: string, parameters?: readonly unknown[]): Promise<number>;
  protected abstract makeManager(): EntityManager;

  emit(event: NewEvent): void {
    this.assertOpen();
    this.events.push(event);
  }

  enqueue(job: NewJob): void {
    this.assertOpen();
    this.jobs.push(job);
  }

  /** Ends the unit for its own code; throws when it may not be committed. */
  finish(): void {
    this.isOpen = false;
    if (this.running.size > 0) throw new Error('A statement of the unit was still running at its end: an await is missing.');
    // PostgreSQL gives up the whole transaction after a failed statement, so SQLite must not go on after one either.
    if (this.failure !== null) throw this.failure;
  }

  /** Ends the unit after it failed; resolves when none of its statements runs any more, so that all can be rolled back. */
  async close(): Promise<void> {
    this.isOpen = false;
    await Promise.allSettled(this.running);
  }

  /** Runs one statement of the unit, and remembers whether it failed. */
  async track<T>(statement: () => T | Promise<T>): Promise<T> {
    this.assertOpen();
    const running = (async () => statement())();
    this.running.add(running);
    try {
      return await running;
    } catch (error) {
      this.failure ??= error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      this.running.delete(running);
    }
  }

  private assertOpen(): void {
    if (!this.isOpen) throw new Error('The unit of work is over: nothing can be read or written through it any more.');
  }
}

/** The result of the work, or an error once it took longer than the deadline. */
export async function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`A unit of work took longer than ${milliseconds} ms and was rolled back.`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A nested unit: it could not be rolled back alone on both databases, so it is a mistake. */
export function nestedUnit(): Error {
  return new Error('A unit of work was started inside another. Hand the open one down as a parameter.');
}
