import { mkdtemp, rm } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EXIT } from '../../../src/app/start-error.js';
import { Gate } from '../gate.js';
import type { ServerProcess } from '../server-process.js';
import { type Arranged, BOTH, type Fault, type Running } from './fault.js';
import { ask, OwnPostgres, OwnRedis } from './own-servers.js';
import { kibibytes } from './process-faults.js';

/** One blow, after which everything is as it was. */
type Blow = (running: Running) => Promise<void>;

const MINUTE_MS = 60_000;
/** Between two blows all is well for so long. */
const QUIET_MS = { least: 5_000, most: 20_000 };

/** As what looks after a server does: one that ends because it can't reach its database is started again. */
async function startAgain(server: ServerProcess): Promise<void> {
  for (;;) {
    try {
      return await server.start();
    } catch (error) {
      if (!String(error).includes(`ended with ${EXIT.DATABASE}`)) throw error;
    }
  }
}

const BLOWS: Record<string, Blow> = {
  killed: async ({ world: { server } }) => {
    await server.kill();
    await startAgain(server);
  },
  stopped: async ({ world: { server } }) => {
    await server.kill('SIGTERM');
    await startAgain(server);
  },
  'stood still': async ({ world: { server }, random }) => {
    process.kill(server.pid, 'SIGSTOP');
    await pause(random.between(3_000, 30_000));
    process.kill(server.pid, 'SIGCONT');
  },
};

/** Faults that go on for long. */
export const soakFaults: readonly Fault[] = [
  { id: 'F30', title: 'several of them, for half an hour', on: BOTH, arrange: (dialect) => arrange(dialect === 'postgres') },
];

/** On PostgreSQL with a PostgreSQL and a Redis of this run alone, and with lines to them that can be cut. */
async function arrange(shared: boolean): Promise<Arranged> {
  if (!shared) return { slower: 5, strike: (running) => strike(running, BLOWS) };
  const folder = await mkdtemp(path.join(tmpdir(), 'balie-soak-'));
  const [database, redis] = [await OwnPostgres.open(folder), await OwnRedis.open()];
  const [toDatabase, toRedis] = [await Gate.open([database.port]), await Gate.open([redis.port])];
  const cut = async (line: Gate, { random }: Running): Promise<void> => {
    line.cut();
    await pause(random.between(1_000, 10_000));
    line.heal();
  };
  const blows: Record<string, Blow> = {
    ...BLOWS,
    'cut off from the database': (running) => cut(toDatabase, running),
    'cut off from Redis': (running) => cut(toRedis, running),
    'told to go by the database': () =>
      ask(database.url, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()'),
    'without its database, which was killed': async () => {
      await database.kill();
      await database.start();
    },
    'with a Redis that was killed and is empty': async () => {
      await redis.kill();
      await redis.start();
    },
  };
  return {
    slower: 5,
    databaseUrl: `postgres://postgres@127.0.0.1:${toDatabase.port}/postgres`,
    env: { REDIS_URL: `redis://127.0.0.1:${toRedis.port}` },
    strike: (running) => strike(running, blows),
    close: async () => {
      await Promise.all([toDatabase.close(), toRedis.close()]);
      await Promise.all([database.kill(), redis.kill()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** How many milliseconds after a blow two more replies have been acknowledged. */
async function recovery(running: Running, blow: Blow | undefined): Promise<number> {
  await blow?.(running);
  const begun = performance.now();
  await running.traffic.acknowledged(2);
  return Math.round(performance.now() - begun);
}

async function strike(running: Running, blows: Record<string, Blow>): Promise<void> {
  const { world, random, minutes, note } = running;
  const until = performance.now() + minutes * MINUTE_MS;
  const counts = new Map<string, number>();
  const seen: { megabytes: number; descriptors: number }[] = [];
  let longest = { ms: 0, what: '' };
  while (performance.now() < until) {
    const what = random.pick(Object.keys(blows));
    const ms = await recovery(running, blows[what]).catch((error: unknown) => {
      throw new Error(`When it was ${what}: ${String(error)}`, { cause: error });
    });
    if (ms > longest.ms) longest = { ms, what };
    counts.set(what, (counts.get(what) ?? 0) + 1);
    await pause(random.between(QUIET_MS.least, QUIET_MS.most));
    const { pid } = world.server;
    seen.push({ megabytes: kibibytes(pid, 'VmRSS') / 1024, descriptors: readdirSync(`/proc/${pid}/fd`).length });
  }
  note([...counts].map(([what, times]) => `${what} ${times}×`).join(', '));
  note(`two replies were acknowledged at most ${longest.ms} ms after a blow (${longest.what})`);
  const range = (values: number[]): string => `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`;
  const half = Math.ceil(seen.length / 2);
  for (const [words, part] of [
    ['at first', seen.slice(0, half)],
    ['at last', seen.slice(half)],
  ] as const)
    if (part.length > 0)
      note(
        `${words} ${range(part.map(({ megabytes }) => megabytes))} MiB, ${range(part.map(({ descriptors }) => descriptors))} descriptors`,
      );
}
