import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from './fault.js';
import { ask, OwnPostgres, OwnRedis } from './own-servers.js';

const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';
const HOUR = 3600;

/** Faults of what the server talks to, and of the clock. */
export const peerFaults: readonly Fault[] = [
  {
    id: 'F10',
    title: 'Redis is killed and empty, stands still, is full',
    on: ['postgres'],
    arrange: async () => {
      const redis = await OwnRedis.open();
      return {
        env: { REDIS_URL: redis.url },
        strike: async ({ traffic }) => {
          await redis.kill();
          await traffic.acknowledged(3);
          await redis.start();
          await traffic.acknowledged(3);
          redis.signal('SIGSTOP');
          await pause(10_000);
          redis.signal('SIGCONT');
          await traffic.acknowledged(3);
          await redis.ask(async (client) => void (await client.config('SET', 'maxmemory', '1')));
          await traffic.acknowledged(3);
          await redis.ask(async (client) => void (await client.config('SET', 'maxmemory', '0')));
          await redis.ask(async (client) => void (await client.flushall()));
          await traffic.acknowledged(3);
        },
        close: () => redis.kill(),
      };
    },
  },
  {
    id: 'F12',
    title: 'PostgreSQL ends its sessions, holds a lock, is killed',
    on: ['postgres'],
    arrange: async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'balie-fault-'));
      const own = await OwnPostgres.open(folder);
      return {
        databaseUrl: own.url,
        strike: async ({ traffic }) => {
          for (let times = 0; times < 3; times++) {
            await ask(own.url, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
            await traffic.acknowledged(2);
          }
          await ask(own.url, 'BEGIN', 'LOCK TABLE message IN ACCESS EXCLUSIVE MODE', 'SELECT pg_sleep(20)', 'COMMIT');
          await traffic.acknowledged(2);
          await own.kill();
          await pause(5_000);
          await own.start();
          await traffic.acknowledged(2);
        },
        close: async () => {
          await own.kill();
          await rm(folder, { recursive: true, force: true });
        },
      };
    },
  },
  {
    id: 'F18',
    title: 'the clock jumps',
    on: BOTH,
    arrange: async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'balie-clock-'));
      const file = path.join(folder, 'time');
      await writeFile(file, '+0');
      return {
        env: { LD_PRELOAD: FAKETIME, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', DONT_FAKE_MONOTONIC: '1' },
        strike: async ({ traffic, random }) => {
          for (const seconds of [1, -1, HOUR, -HOUR, 48 * HOUR, -48 * HOUR, Math.round(random.between(-HOUR, HOUR)), 0]) {
            await writeFile(file, `${seconds < 0 ? '' : '+'}${seconds}`);
            await pause(5_000);
            await traffic.acknowledged(2);
          }
        },
        close: () => rm(folder, { recursive: true }),
      };
    },
  },
];
