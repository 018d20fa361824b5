import type { Ctx } from '../../kernel/context.js';
import type { JobQueue } from '../../kernel/jobs.js';
import type { UnitOfWork } from '../../kernel/uow.js';

/** The job that drops old events; who was away longer gets RESYNC (architecture 4.6). */
export const JOURNAL_TRIM = 'journal.trim';

const DAY_MS = 86_400_000;
const KEPT_MS = 30 * DAY_MS;
const BATCH = 1_000;
const CTX: Ctx = { principal: { kind: 'system', name: 'journal' }, correlationId: JOURNAL_TRIM };

/** Registers the handler that keeps 30 days of the journal, and puts itself in again each day. */
export function registerJournalTrim(jobs: JobQueue, uow: UnitOfWork): void {
  jobs.register(
    JOURNAL_TRIM,
    async ({ signal }) => {
      while (!signal.aborted && (await trimOnce(uow)) === BATCH);
      await uow.run(CTX, async (tx) => tx.enqueue({ name: JOURNAL_TRIM, payload: {}, unique: 'daily', runAt: tx.now + DAY_MS }));
    },
    { concurrency: 1, repeats: true },
  );
}

/** Puts the first one in; does nothing when one waits already. */
export function scheduleJournalTrim(uow: UnitOfWork): Promise<void> {
  return uow.run(CTX, async (tx) => tx.enqueue({ name: JOURNAL_TRIM, payload: {}, unique: 'daily' }));
}

/** One batch in a unit of its own, so that nobody waits long. The newest event always stays: places are counted on from it. */
function trimOnce(uow: UnitOfWork): Promise<number> {
  return uow.run(CTX, (tx) =>
    tx.execute(
      `DELETE FROM "event" WHERE "id" IN (
         SELECT "id" FROM "event"
         WHERE "position" IS NOT NULL AND "at" < ? AND "position" < (SELECT max("position") FROM "event" WHERE "position" IS NOT NULL)
         ORDER BY "position" LIMIT ${BATCH}
       )`,
      [tx.now - KEPT_MS],
    ),
  );
}
