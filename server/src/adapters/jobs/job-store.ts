import type { Reader, Tx } from '../../kernel/uow.js';

/** A job that this process has claimed. */
export interface ClaimedJob {
  id: string;
  name: string;
  payload: string;
  key: string | null;
  uniqueKey: string | null;
  attempts: number;
  maxAttempts: number;
  correlationId: string;
  /** Proves that the claim is still this one: a later claim of the same job has another. */
  owner: string;
}

interface StoredJob {
  id: string;
  name: string;
  payload: string;
  key: string | null;
  unique_key: string | null;
  attempts: number;
  max_attempts: number;
  correlation_id: string;
  lease_owner: string | null;
}

const COLUMNS = '"id", "name", "payload", "key", "unique_key", "attempts", "max_attempts", "correlation_id", "lease_owner"';

/** Whether a pending job may run now: its key is not busy and nothing of it was put in before, and its lane is not held. */
const MAY_RUN = `
  NOT EXISTS (SELECT 1 FROM "job" o WHERE o."key" = j."key" AND o."state" = 'RUNNING')
  AND NOT EXISTS (SELECT 1 FROM "job" o WHERE o."key" = j."key" AND o."state" = 'PENDING' AND o."id" < j."id")
  AND NOT EXISTS (SELECT 1 FROM "lane" l WHERE l."name" = j."lane" AND (l."held_until" IS NULL OR l."held_until" > ?))`;

/** Claims those of the ids that may run: from here on they are this owner's until the lease runs out. */
export async function claim(
  tx: Tx,
  ids: readonly string[],
  name: string,
  owner: string,
  leaseUntil: number,
): Promise<ClaimedJob[]> {
  const skip = tx.dialect === 'postgres' ? 'FOR UPDATE OF j SKIP LOCKED' : '';
  const rows = await tx.query<StoredJob>(
    `UPDATE "job" SET "state" = 'RUNNING', "attempts" = "attempts" + 1, "lease_owner" = ?, "lease_until" = ?, "updated_at" = ?
     WHERE "id" IN (
       SELECT j."id" FROM "job" j WHERE j."id" IN (${marks(ids)}) AND j."name" = ? AND j."state" = 'PENDING' AND j."run_at" <= ? AND ${MAY_RUN}
       ${skip}
     ) RETURNING ${COLUMNS}`,
    [owner, leaseUntil, tx.now, ...ids, name, tx.now, tx.now],
  );
  return rows.map((row) => toClaimed(row, owner));
}

const dueOf = (name: string, most: string): string => `SELECT j."id", j."name", j."run_at" FROM "job" j
  WHERE j."state" = 'PENDING' AND j."name" = ${name} AND j."run_at" <= ? AND ${MAY_RUN} ORDER BY j."run_at", j."id" LIMIT ${most}`;

/** Ids of jobs that could be claimed now, for each name at most its number, those that are due longest first. */
export async function peek(
  reader: Reader,
  now: number,
  wanted: readonly { name: string; limit: number }[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(wanted.map(({ name }) => [name, []]));
  if (wanted.length === 0) return found;
  for (const { id, name } of await (reader.dialect === 'postgres' ? peekPostgres : peekSqlite)(reader, now, wanted))
    found.get(name)?.push(id);
  return found;
}

type Peek = (
  reader: Reader,
  now: number,
  wanted: readonly { name: string; limit: number }[],
) => Promise<{ id: string; name: string }[]>;

/** PostgreSQL plans each branch of a union anew: that of forty names took it 300 ms. This is planned as one. */
const peekPostgres: Peek = (reader, now, wanted) =>
  reader.query(
    `SELECT due."id", due."name" FROM unnest(?::text[], ?::int[]) AS wanted("name", "most")
     CROSS JOIN LATERAL (${dueOf('wanted."name"', 'wanted."most"')}) AS due ORDER BY due."run_at", due."id"`,
    [wanted.map(({ name }) => name), wanted.map(({ limit }) => limit), now, now],
  );

/** SQLite has no lateral join. */
const peekSqlite: Peek = (reader, now, wanted) =>
  reader.query(
    wanted.map(() => `SELECT "id", "name" FROM (${dueOf('?', '?')})`).join(' UNION ALL '),
    wanted.flatMap(({ name, limit }) => [name, now, now, limit]),
  );

/** The job of a key that is next in line. */
export async function nextOfKey(reader: Reader, key: string): Promise<{ id: string; name: string; runAt: number } | null> {
  const rows = await reader.query<{ id: string; name: string; run_at: number }>(
    `SELECT "id", "name", "run_at" FROM "job" WHERE "key" = ? AND "state" = 'PENDING' ORDER BY "id" LIMIT 1`,
    [key],
  );
  const row = rows[0];
  return row ? { id: row.id, name: row.name, runAt: row.run_at } : null;
}

/** Removes a job that is done; false when its lease was lost meanwhile. */
export async function finish(tx: Tx, job: ClaimedJob): Promise<boolean> {
  return (await tx.execute(`DELETE FROM "job" WHERE "id" = ? AND "lease_owner" = ?`, [job.id, job.owner])) > 0;
}

/** How a job goes on that did not end well. */
export interface Outcome {
  runAt: number;
  attempts: number;
  error: string | null;
}

/** Puts a claimed job back; when the same unique work is waiting already, that one takes its attempts over instead. */
export async function putBack(tx: Tx, job: ClaimedJob, outcome: Outcome): Promise<boolean> {
  if (job.uniqueKey !== null) {
    const twin = await tx.execute(
      `UPDATE "job" SET "attempts" = ?, "last_error" = ?, "updated_at" = ? WHERE "unique_key" = ? AND "state" = 'PENDING'`,
      [outcome.attempts, outcome.error, tx.now, job.uniqueKey],
    );
    if (twin > 0) return finish(tx, job);
  }
  const changed = await tx.execute(
    `UPDATE "job" SET "state" = 'PENDING', "run_at" = ?, "attempts" = ?, "last_error" = coalesce(?, "last_error"),
       "lease_owner" = NULL, "lease_until" = NULL, "updated_at" = ?
     WHERE "id" = ? AND "lease_owner" = ?`,
    [outcome.runAt, outcome.attempts, outcome.error, tx.now, job.id, job.owner],
  );
  return changed > 0;
}

/** Marks a claimed job as dead: it stays for a person to look at and to retry. */
export async function bury(tx: Tx, job: ClaimedJob, error: string): Promise<boolean> {
  const changed = await tx.execute(
    `UPDATE "job" SET "state" = 'DEAD', "last_error" = ?, "lease_owner" = NULL, "lease_until" = NULL, "updated_at" = ?
     WHERE "id" = ? AND "lease_owner" = ?`,
    [error, tx.now, job.id, job.owner],
  );
  return changed > 0;
}

/** Makes the leases of running jobs last longer; answers those that are still held. */
export async function renew(tx: Tx, jobs: readonly ClaimedJob[], leaseUntil: number): Promise<Set<string>> {
  const rows = await tx.query<{ id: string; lease_owner: string }>(
    `UPDATE "job" SET "lease_until" = ? WHERE "id" IN (${marks(jobs)}) AND "state" = 'RUNNING' RETURNING "id", "lease_owner"`,
    [leaseUntil, ...jobs.map((job) => job.id)],
  );
  const owners = new Map(rows.map((row) => [row.id, row.lease_owner]));
  return new Set(jobs.filter((job) => owners.get(job.id) === job.owner).map((job) => job.id));
}

/** Providers that are asked too much say minutes, some say an hour. */
const LONGEST_HOLD_MS = 24 * 3_600_000;

/** No lease is longer: one that ends later was given while the clock was ahead. */
const LONGEST_LEASE_MS = 2 * 3_600_000;

/** Running jobs whose lease ran out: their process died, or is cut off. */
export async function expired(reader: Reader, now: number): Promise<ClaimedJob[]> {
  const rows = await reader.query<StoredJob>(
    `SELECT ${COLUMNS} FROM "job" WHERE "state" = 'RUNNING' AND ("lease_until" < ? OR "lease_until" > ?)`,
    [now, now + LONGEST_LEASE_MS],
  );
  return rows.map((row) => toClaimed(row, row.lease_owner ?? ''));
}

/** What is due within this time was to run soon after something, not at a date. */
const SOON_MS = 3_600_000;

/**
 * After a clock that was ahead is right again: what was put in meanwhile would wait until then. What was to run at once or soon, or is `repeated`, runs as
 * soon after now; what is for a date keeps it. Answers how many jobs that were.
 */
export function bringBack(tx: Tx, aheadMs: number, repeated: readonly string[]): Promise<number> {
  const comesAgain = repeated.length > 0 ? `OR "name" IN (${marks(repeated)})` : '';
  return tx.execute(
    `UPDATE "job" SET "run_at" = "run_at" - "updated_at" + ?, "updated_at" = ?
     WHERE "state" = 'PENDING' AND "updated_at" > ? AND "run_at" > ? AND ("run_at" <= "updated_at" + ? ${comesAgain})`,
    [tx.now, tx.now, tx.now + aheadMs, tx.now, SOON_MS, ...repeated],
  );
}

/**
 * Lets lanes go that are held until a time: whoever held one learns at his next try whether he still must. At a start, where nobody knows
 * what the clock showed before, only those that would be held for longer than anybody holds one.
 */
export function letGoEarly(tx: Tx, atStart: boolean): Promise<number> {
  return tx.execute(`DELETE FROM "lane" WHERE "held_until" > ?`, [tx.now + (atStart ? LONGEST_HOLD_MS : 0)]);
}

/** A dead job back into the queue with all its attempts. */
export async function revive(tx: Tx, id: string): Promise<{ id: string; name: string; runAt: number } | null> {
  const rows = await tx.query<StoredJob>(`SELECT ${COLUMNS} FROM "job" WHERE "id" = ? AND "state" = 'DEAD'`, [id]);
  const row = rows[0];
  if (!row) return null;
  const twins =
    row.unique_key === null
      ? []
      : await tx.query(`SELECT "id" FROM "job" WHERE "unique_key" = ? AND "state" = 'PENDING'`, [row.unique_key]);
  if (twins.length > 0) await tx.execute(`DELETE FROM "job" WHERE "id" = ?`, [id]);
  else
    await tx.execute(`UPDATE "job" SET "state" = 'PENDING', "attempts" = 0, "run_at" = ?, "updated_at" = ? WHERE "id" = ?`, [
      tx.now,
      tx.now,
      id,
    ]);
  return { id, name: row.name, runAt: tx.now };
}

/** Jobs that are due, for whoever keeps wake-ups outside of the database. */
export async function due(
  reader: Reader,
  now: number,
  limit: number,
): Promise<{ id: string; name: string; runAt: number; attempts: number }[]> {
  const rows = await reader.query<{ id: string; name: string; run_at: number; attempts: number }>(
    `SELECT j."id", j."name", j."run_at", j."attempts" FROM "job" j WHERE j."state" = 'PENDING' AND j."run_at" <= ? AND ${MAY_RUN}
     ORDER BY j."run_at" LIMIT ?`,
    [now, now, limit],
  );
  return rows.map((row) => ({ id: row.id, name: row.name, runAt: row.run_at, attempts: row.attempts }));
}

/** Names of waiting jobs that none of these handlers takes. */
export async function orphans(reader: Reader, names: readonly string[]): Promise<{ name: string; jobs: number }[]> {
  const known = names.length > 0 ? `AND "name" NOT IN (${marks(names)})` : '';
  return reader.query(`SELECT "name", count(*) AS "jobs" FROM "job" WHERE "state" = 'PENDING' ${known} GROUP BY "name"`, names);
}

/** Holds a lane; null until it is released. */
export async function hold(tx: Tx, lane: string, until: number | null): Promise<void> {
  await tx.execute(
    `INSERT INTO "lane" ("name", "held_until") VALUES (?, ?) ON CONFLICT ("name") DO UPDATE SET "held_until" = excluded."held_until"`,
    [lane, until],
  );
}

/** Lets the jobs of a lane run again. */
export async function letGo(tx: Tx, lane: string): Promise<void> {
  await tx.execute(`DELETE FROM "lane" WHERE "name" = ?`, [lane]);
}

function toClaimed(row: StoredJob, owner: string): ClaimedJob {
  return {
    id: row.id,
    name: row.name,
    payload: row.payload,
    key: row.key,
    uniqueKey: row.unique_key,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    correlationId: row.correlation_id,
    owner,
  };
}

function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ');
}
