import 'reflect-metadata';
import { createServer, connect, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import Bull from 'bull';
import { SystemClock } from '../../kernel/clock.js';
import type { JobQueue } from '../../kernel/jobs.js';
import { jobsContract } from '../../../test/contracts/jobs.contract.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { freshRedisPrefix, TEST_REDIS_URL } from '../../../test/support/redis.js';
import { until } from '../../../test/support/until.js';
import { openJobQueue } from './open-queue.js';

const { prefix: contractPrefix, forget: forgetContract } = freshRedisPrefix();
let made = 0;

jobsContract('woken by bull on Redis', ({ database, log, url }) => {
  // One prefix per database: the workers of one installation share it.
  const redisPrefix = `${contractPrefix}:${url.split('/').at(-2)}:${url.split('/').at(-1)}`;
  made++;
  return openJobQueue({ database, log, clock: new SystemClock(), redisUrl: TEST_REDIS_URL, redisPrefix, sweepMs: 500 });
});

let db: TestDatabase;
let jobs: JobQueue | null = null;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(async () => {
  await jobs?.stop(0);
  jobs = null;
  await db.close();
});
afterAll(async () => {
  expect(made).toBeGreaterThan(0);
  await forgetContract();
});

const enqueue = (count: number, runAt?: number): Promise<void> =>
  db.uow.run(testCtx(), async (tx) => {
    for (let n = 0; n < count; n++) tx.enqueue({ name: 'work', payload: { n }, runAt });
  });
const left = async (): Promise<number> => (await db.uow.reader.query('SELECT id FROM job')).length;

test('wake-ups that Redis lost are put in again from the database, and each job runs once', async () => {
  const { prefix, forget } = freshRedisPrefix();
  const ran: unknown[] = [];
  jobs = openJobQueue({
    database: db.database,
    log: db.log,
    clock: new SystemClock(),
    redisUrl: TEST_REDIS_URL,
    redisPrefix: prefix,
    sweepMs: 300,
  });
  jobs.register('work', async ({ payload }) => void ran.push(payload.n));
  await jobs.start();
  const other = new Bull('wake', TEST_REDIS_URL, { prefix });
  await other.pause();
  await enqueue(40);
  await until(async () => (await other.getWaitingCount()) === 40, { what: 'the wake-ups to be in Redis' });
  expect(await forget()).toBeGreaterThan(40);
  await other.close();
  await until(async () => (await left()) === 0, { what: 'all jobs to have run' });
  expect(ran.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 40 }, (_, n) => n));
  await jobs.stop(0);
  await forget();
});

test('without Redis jobs run all the same, and Redis is used again when it is back', async () => {
  const { prefix, forget } = freshRedisPrefix();
  const proxy = new Proxy(Number(new URL(TEST_REDIS_URL).port || 6379), new URL(TEST_REDIS_URL).hostname);
  const port = await proxy.listen();
  const ran: unknown[] = [];
  jobs = openJobQueue({
    database: db.database,
    log: db.log,
    clock: new SystemClock(),
    redisUrl: `redis://127.0.0.1:${port}`,
    redisPrefix: prefix,
    sweepMs: 500,
  });
  jobs.register('work', async ({ payload }) => void ran.push(payload.n));
  await jobs.start();
  await enqueue(5);
  await until(async () => (await left()) === 0, { what: 'jobs over Redis' });
  await proxy.cut();
  await until(() => db.log.lines.some((line) => line.includes("Redis can't be reached")), { what: 'the loss to be noticed' });
  await enqueue(5);
  await until(async () => (await left()) === 0, { what: 'jobs without Redis' });
  await proxy.listen(port);
  await until(() => proxy.connections > 0, { what: 'the way back' });
  await enqueue(5);
  await until(async () => (await left()) === 0, { what: 'jobs over Redis again' });
  expect(ran).toHaveLength(15);
  await jobs.stop(0);
  await proxy.cut();
  await forget();
});

/** Stands between the queue and Redis, so that the line can be cut without touching Redis. */
class Proxy {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();

  constructor(
    private readonly port: number,
    private readonly host: string,
  ) {}

  get connections(): number {
    return this.sockets.size;
  }

  async listen(port = 0): Promise<number> {
    const server = createServer((near) => {
      const far = connect(this.port, this.host);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
    return address.port;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
