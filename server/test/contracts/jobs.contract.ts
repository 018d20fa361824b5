import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SystemClock } from '../../src/kernel/clock.js';
import { RetryLater, type JobQueue, type NewJob } from '../../src/kernel/jobs.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

/** Makes a queue on a database; several on one database are several workers. */
export type QueueFactory = (db: TestDatabase) => JobQueue;

/** What every job queue promises. */
export function jobsContract(name: string, make: QueueFactory): void {
  describe(`the job queue ${name}`, () => {
    let db: TestDatabase;
    let queues: JobQueue[];

    beforeEach(async () => {
      db = await openTestDatabase();
      queues = [];
    });
    afterEach(async () => {
      await Promise.all(queues.map((queue) => queue.stop(0)));
      await db.close();
    });

    const queue = (): JobQueue => {
      const made = make(db);
      queues.push(made);
      return made;
    };
    const enqueue = (...jobs: NewJob[]): Promise<void> =>
      db.uow.run(testCtx('corr-1'), async (tx) => {
        for (const job of jobs) tx.enqueue(job);
        await tx.query('SELECT 1');
      });
    const rows = (): Promise<{ id: string; state: string; attempts: number; last_error: string | null; payload: string }[]> =>
      db.uow.reader.query('SELECT id, state, attempts, last_error, payload FROM job ORDER BY id');
    const empty = (): Promise<boolean> => until(async () => (await rows()).length === 0, { what: 'an empty queue' });

    test('a job runs once, with its payload and the ids of the unit that put it in, and is gone after it', async () => {
      const seen: unknown[] = [];
      const jobs = queue();
      jobs.register('work', async ({ name: jobName, payload, attempt, correlationId }) => {
        seen.push({ jobName, payload, attempt, correlationId });
      });
      await jobs.start();
      await enqueue({ name: 'work', payload: { a: 1 } });
      await empty();
      expect(seen).toEqual([{ jobName: 'work', payload: { a: 1 }, attempt: 1, correlationId: 'corr-1' }]);
    });

    test('a unit that rolls back leaves no job', async () => {
      let ran = 0;
      const jobs = queue();
      jobs.register('work', async () => void ran++);
      await jobs.start();
      const run = db.uow.run(testCtx(), async (tx) => {
        tx.enqueue({ name: 'work', payload: {} });
        await tx.query('SELECT 1');
        throw new Error('no');
      });
      await expect(run).rejects.toThrow('no');
      await enqueue({ name: 'work', payload: {} });
      await empty();
      expect(ran).toBe(1);
    });

    test('jobs of one key run in their order, one at a time, over two workers; other keys run beside them', async () => {
      const order: Record<string, number[]> = { a: [], b: [], c: [] };
      const busy = new Set<string>();
      let overlaps = 0;
      const handler = async ({ payload }: { payload: Record<string, unknown> }): Promise<void> => {
        const key = payload.key as string;
        if (busy.has(key)) overlaps++;
        busy.add(key);
        await new Promise((done) => setImmediate(done));
        order[key]!.push(payload.n as number);
        busy.delete(key);
      };
      for (let n = 0; n < 2; n++) {
        const jobs = queue();
        jobs.register('ordered', handler, { concurrency: 8 });
        await jobs.start();
      }
      const all = Array.from({ length: 60 }, (_, n) => ({ key: 'abc'[n % 3]!, n }));
      for (const { key, n } of all) await enqueue({ name: 'ordered', payload: { key, n }, key });
      await empty();
      expect(overlaps).toBe(0);
      for (const key of 'abc') expect(order[key]).toEqual(all.filter((job) => job.key === key).map((job) => job.n));
    });

    test('a failed job is tried again after a pause, and the next of its key waits for it', async () => {
      const seen: string[] = [];
      const jobs = queue();
      jobs.register('flaky', async ({ payload, attempt }) => {
        seen.push(`${String(payload.n)}:${attempt}`);
        if (payload.n === 1 && attempt < 2) throw new Error('not yet');
      });
      await jobs.start();
      await enqueue({ name: 'flaky', payload: { n: 1 }, key: 'k' }, { name: 'flaky', payload: { n: 2 }, key: 'k' });
      const kept = await until(async () => (await rows()).find((row) => row.last_error !== null), { what: 'the kept error' });
      expect(kept).toMatchObject({ state: 'PENDING', attempts: 1, last_error: 'Error: not yet' });
      await empty();
      expect(seen).toEqual(['1:1', '1:2', '2:1']);
    });

    test('RetryLater says when, and whether the try counts', async () => {
      const attempts: number[] = [];
      const jobs = queue();
      jobs.register('later', async ({ attempt }) => {
        attempts.push(attempt);
        if (attempts.length === 1) throw new RetryLater(20, 'busy', false);
        if (attempts.length === 2) throw new RetryLater(20, 'busy');
      });
      await jobs.start();
      await enqueue({ name: 'later', payload: {} });
      await empty();
      expect(attempts).toEqual([1, 1, 2]);
    });

    test('after its last attempt a job is dead with its error, others of its key go on, and a person can retry it', async () => {
      let healed = false;
      const seen: string[] = [];
      const jobs = queue();
      jobs.register('fatal', async ({ payload, attempt }) => {
        seen.push(`${String(payload.n)}:${attempt}`);
        if (payload.n === 1 && !healed) throw attempt < 2 ? new RetryLater(10, 'broken') : new Error('really broken');
      });
      await jobs.start();
      await enqueue(
        { name: 'fatal', payload: { n: 1 }, key: 'k', maxAttempts: 2 },
        { name: 'fatal', payload: { n: 2 }, key: 'k' },
      );
      await until(async () => (await rows()).length === 1, { what: 'only the dead job' });
      const [dead] = await rows();
      expect(dead).toMatchObject({ state: 'DEAD', attempts: 2, last_error: 'Error: really broken' });
      expect(seen).toEqual(['1:1', '1:2', '2:1']);
      expect(await jobs.retryDead('job_unknown')).toBe(false);
      healed = true;
      expect(await jobs.retryDead(dead!.id)).toBe(true);
      await empty();
      expect(seen.at(-1)).toBe('1:1');
      expect(await jobs.retryDead(dead!.id)).toBe(false);
    });

    test('unique work waits only once, but can be put in again while it runs', async () => {
      const seen: unknown[] = [];
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      const jobs = queue();
      jobs.register('once', async ({ payload }) => {
        seen.push(payload.n);
        await held;
      });
      jobs.register('other', async () => undefined);
      await enqueue({ name: 'once', payload: { n: 1 }, unique: 'u' }, { name: 'once', payload: { n: 2 }, unique: 'u' });
      await enqueue({ name: 'once', payload: { n: 3 }, unique: 'u' }, { name: 'other', payload: {}, unique: 'u' });
      expect(await rows()).toHaveLength(2);
      await jobs.start();
      await until(() => seen.length === 1);
      await enqueue({ name: 'once', payload: { n: 4 }, unique: 'u' }, { name: 'once', payload: { n: 5 }, unique: 'u' });
      letGo();
      await empty();
      expect(seen).toEqual([1, 4]);
    });

    test('unique work that fails while the same waits is that one, with the attempts so far', async () => {
      const seen: string[] = [];
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      const jobs = queue();
      jobs.register(
        'once',
        async ({ payload, attempt }) => {
          seen.push(`${String(payload.n)}:${attempt}`);
          if (payload.n !== 1) return;
          await held;
          throw new Error('failed');
        },
        { concurrency: 1 },
      );
      await jobs.start();
      await enqueue({ name: 'once', payload: { n: 1 }, unique: 'u' });
      await until(() => seen.length === 1);
      await enqueue({ name: 'once', payload: { n: 2 }, unique: 'u' });
      letGo();
      await empty();
      expect(seen).toEqual(['1:1', '2:2']);
    });

    test('jobs of a held lane stay until it is released; others run', async () => {
      const seen: unknown[] = [];
      const jobs = queue();
      jobs.register('send', async ({ payload }) => void seen.push(payload.n));
      await jobs.start();
      await jobs.holdLane('channel-1', null);
      await enqueue(
        { name: 'send', payload: { n: 1 }, lane: 'channel-1' },
        { name: 'send', payload: { n: 2 }, lane: 'channel-2' },
      );
      await until(async () => (await rows()).length === 1);
      expect(seen).toEqual([2]);
      await jobs.releaseLane('channel-1');
      await empty();
      expect(seen).toEqual([2, 1]);
    });

    test('a lane that is held until a time runs again by itself', async () => {
      const clock = new SystemClock();
      const ran: number[] = [];
      const jobs = queue();
      jobs.register('send', async () => void ran.push(clock.now()));
      await jobs.start();
      const heldUntil = clock.now() + 300;
      await jobs.holdLane('lane', heldUntil);
      await enqueue({ name: 'send', payload: {}, lane: 'lane' });
      await empty();
      expect(ran).toHaveLength(1);
      expect(ran[0]).toBeGreaterThanOrEqual(heldUntil);
    });

    test('a job does not run before its time', async () => {
      const clock = new SystemClock();
      let at = 0;
      const jobs = queue();
      jobs.register('timed', async () => void (at = clock.now()));
      await jobs.start();
      const runAt = clock.now() + 400;
      await enqueue({ name: 'timed', payload: {}, runAt });
      await empty();
      expect(at).toBeGreaterThanOrEqual(runAt);
    });

    test('the job of a worker that died runs again as attempt 2 when its lease is over', async () => {
      const attempts: number[] = [];
      const jobs = queue();
      jobs.register('crash', async ({ attempt }) => void attempts.push(attempt), { leaseMs: 600 });
      await enqueue({ name: 'crash', payload: {} });
      // What a killed worker leaves behind: a claim that nobody renews.
      const leaseUntil = new SystemClock().now() + 300;
      await db.uow.run(testCtx(), (tx) =>
        tx.execute(`UPDATE job SET state = 'RUNNING', attempts = 1, lease_owner = 'gone', lease_until = ?`, [leaseUntil]),
      );
      await jobs.start();
      await empty();
      expect(attempts).toEqual([2]);
    });

    test('what was put in or taken while the clock was ahead by days runs all the same; what is for a date keeps it (F18)', async () => {
      const ran: unknown[] = [];
      const now = new SystemClock().now();
      const wrong = now + 48 * 3_600_000;
      await enqueue(
        { name: 'late', payload: { n: 1 } },
        { name: 'late', payload: { n: 2 } },
        { name: 'late', payload: { n: 3 } },
      );
      await db.uow.run(testCtx(), async (tx) => {
        const [first, second, third] = (await tx.query<{ id: string }>('SELECT id FROM job ORDER BY id')).map(({ id }) => id);
        await tx.execute('UPDATE job SET run_at = ?, created_at = ?, updated_at = ? WHERE id = ?', [wrong, wrong, wrong, first]);
        const taken = `UPDATE job SET state = 'RUNNING', attempts = 1, lease_owner = 'gone', lease_until = ?, updated_at = ? WHERE id = ?`;
        await tx.execute(taken, [wrong + 30_000, wrong, second]);
        const date = wrong + 72 * 3_600_000;
        await tx.execute('UPDATE job SET run_at = ?, created_at = ?, updated_at = ? WHERE id = ?', [date, wrong, wrong, third]);
      });
      const jobs = queue();
      jobs.register('late', async ({ payload }) => void ran.push(payload.n), { leaseMs: 600 });
      await jobs.start();
      await until(async () => (await rows()).length === 1, { what: 'the end of two jobs' });
      expect(ran.toSorted()).toEqual([1, 2]);
      expect((await rows()).map(({ payload }) => JSON.parse(payload))).toEqual([{ n: 3 }]);
    });

    test('what comes again each day, and a lane that is held, wait for no time of a clock that was ahead by days (F18)', async () => {
      const ran: string[] = [];
      const now = new SystemClock().now();
      const wrong = now + 48 * 3_600_000;
      await enqueue(
        { name: 'daily', payload: {}, runAt: now },
        { name: 'once', payload: {}, runAt: now },
        { name: 'send', payload: {}, lane: 'lane' },
      );
      await db.uow.run(testCtx(), async (tx) => {
        const sql = `UPDATE job SET run_at = ?, updated_at = ? WHERE name <> 'send'`;
        await tx.execute(sql, [wrong + 24 * 3_600_000, wrong]);
      });
      const jobs = queue();
      jobs.register('daily', async () => void ran.push('daily'), { repeats: true });
      jobs.register('once', async () => void ran.push('once'));
      jobs.register('send', async () => void ran.push('send'));
      await jobs.holdLane('lane', wrong);
      await jobs.start();
      await until(() => ran.length > 0, { what: 'the job of the lane' });
      const waits = async (): Promise<(string | number)[][]> => {
        const left = await db.uow.reader.query<{ name: string; run_at: number | string }>(
          'SELECT name, run_at FROM job ORDER BY name',
        );
        return left.map(({ name: job, run_at: at }) => [job, Math.round((Number(at) - now) / 3_600_000)]);
      };
      await until(async () => (await waits()).length === 2, { what: 'the end of the job of the lane' });
      expect(ran).toEqual(['send']);
      expect(await waits()).toEqual([
        ['daily', 24],
        ['once', 72],
      ]);
    });

    test('a long job keeps its lease; one that lost it is told to stop and does not undo the new run', async () => {
      let runs = 0;
      let aborted = false;
      const jobs = queue();
      jobs.register(
        'long',
        async ({ signal }) => {
          runs++;
          await until(() => signal.aborted || runs > 1).catch(() => undefined);
          aborted ||= signal.aborted;
        },
        { leaseMs: 300 },
      );
      await jobs.start();
      await enqueue({ name: 'long', payload: {} });
      await until(() => runs === 1);
      const held = async (): Promise<number> =>
        (await db.uow.reader.query<{ lease_until: number }>('SELECT lease_until FROM job'))[0]!.lease_until;
      const first = await held();
      await until(async () => (await held()) > first + 300, { what: 'a renewed lease' });
      expect(runs).toBe(1);
      await db.uow.run(testCtx(), (tx) => tx.execute(`UPDATE job SET lease_owner = 'thief', lease_until = ?`, [tx.now + 60_000]));
      await until(() => aborted, { what: 'the signal' });
      expect(await rows()).toMatchObject([{ state: 'RUNNING', attempts: 1 }]);
      await db.uow.run(testCtx(), (tx) => tx.execute('DELETE FROM job'));
    });

    test('stop takes nothing new, waits for what is quick, and hands back what is not', async () => {
      let quick = false;
      let [quickStarted, slowStarted] = [false, false];
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      const jobs = queue();
      jobs.register('quick', async () => {
        quickStarted = true;
        await held;
        quick = true;
      });
      jobs.register('slow', async () => {
        slowStarted = true;
        await new Promise((done) => setTimeout(done, 60_000).unref());
      });
      await jobs.start();
      await enqueue({ name: 'quick', payload: {} }, { name: 'slow', payload: {} });
      await until(() => quickStarted && slowStarted);
      const stopped = jobs.stop(2_000);
      letGo();
      await stopped;
      expect(quick).toBe(true);
      await enqueue({ name: 'quick', payload: {} });
      expect((await rows()).map((row) => [row.state, row.attempts])).toEqual([
        ['PENDING', 1],
        ['PENDING', 0],
      ]);
    });

    test('a name has one handler, and a job without one stays and is named in the log', async () => {
      await enqueue({ name: 'nobody', payload: {} });
      const jobs = queue();
      jobs.register('work', async () => undefined);
      expect(() => jobs.register('work', async () => undefined)).toThrow('Two handlers');
      await jobs.start();
      expect(() => jobs.register('late', async () => undefined)).toThrow('after the queue was started');
      await until(() => db.log.lines.some((line) => line.includes('named nobody have no handler')));
      expect(await rows()).toMatchObject([{ state: 'PENDING' }]);
    });

    test('a job of another process is found without waiting for anybody here', async () => {
      const ran: number[] = [];
      const jobs = queue();
      jobs.register('work', async ({ payload }) => void ran.push(payload.n as number), { concurrency: 2 });
      // Put in before the worker is there, as another process would have done.
      await enqueue(...Array.from({ length: 30 }, (_, n) => ({ name: 'work', payload: { n } })));
      await jobs.start();
      await empty();
      expect(ran.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n));
    });
  });
}
