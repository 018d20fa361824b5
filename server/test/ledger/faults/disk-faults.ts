import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { readConversations } from '../client.js';
import { CutDisk } from '../disk.js';
import { Files } from '../files.js';
import { BOTH, plain, type Fault } from './fault.js';
import { OwnPostgres } from './own-servers.js';
import { inject } from './strace.js';

const SYNCS = 'fsync,fdatasync';
const MIB = 1024 * 1024;

/** Faults of the disk. Power cuts under SQLite (F3) are a test of their own, `power-cut.spec.ts`. */
export const diskFaults: readonly Fault[] = [
  {
    id: 'F5',
    title: 'the power goes under PostgreSQL',
    on: ['postgres'],
    arrange: async () => {
      const disk = new CutDisk(1_000);
      // The programs of PostgreSQL are another user's.
      chmodSync(path.dirname(disk.mountPoint), 0o755);
      const own = await OwnPostgres.open(disk.mountPoint);
      return {
        databaseUrl: own.url,
        strike: async ({ traffic, times }) => {
          for (let cut = 0; cut < Math.min(times, 5); cut++) {
            await disk.arm();
            await traffic.acknowledged(1);
            await disk.cut();
            await own.kill();
            await pause(1_000);
            disk.powerUp();
            await own.start();
            await traffic.acknowledged(2);
          }
        },
        close: async () => {
          await own.kill();
          disk.destroy();
        },
      };
    },
  },
  {
    id: 'F6',
    title: 'the power goes while large files come in and leave',
    on: BOTH,
    arrange: async () => {
      const disk = new CutDisk(1_500);
      return {
        dataDir: path.join(disk.mountPoint, 'data'),
        slower: 10,
        strike: async ({ world, traffic, random, times, note }) => {
          const { server, client } = world;
          const files = new Files(world, random);
          for (let cut = 0; cut < Math.min(times, 5); cut++) {
            await disk.arm();
            await files.acknowledged(1);
            // In the midst of the next one, or right after this.
            await pause(random.chance(0.5) ? random.between(50, 1_000) : 0);
            await disk.cut();
            await server.kill();
            await server.childrenGone();
            disk.powerUp();
            await server.start();
            await traffic.acknowledged(1);
          }
          await files.stop();
          await client.signIn();
          note(`${await files.compare(300_000)} files of 1 to 5 MiB are whole`);
        },
        close: async () => disk.destroy(),
      };
    },
  },
  {
    id: 'F7',
    title: 'the disk does not keep what was written (EIO)',
    on: BOTH,
    arrange: plain(async ({ world: { server }, times, note }) => {
      let longest = 0;
      for (let strike = 0; strike < Math.min(times, 5); strike++) {
        const line = await inject(server.pid, SYNCS, 'error=EIO:when=1');
        const begun = performance.now();
        await server.ended(60_000);
        longest = Math.max(longest, performance.now() - begun);
        await line.detach();
        await server.start();
      }
      note(`ended at most ${Math.round(longest)} ms after the disk was made bad`);
    }),
  },
  {
    id: 'F8',
    title: 'the disk is full',
    on: BOTH,
    arrange: async () => {
      const disk = new CutDisk(300);
      const ballast = path.join(disk.mountPoint, 'ballast');
      return {
        dataDir: path.join(disk.mountPoint, 'data'),
        env: { BALIE_DISK_FLOOR_MB: '8' },
        strike: async ({ world: { server, client }, traffic, note }) => {
          const { pid } = server;
          const { bavail, bsize } = statfsSync(disk.mountPoint);
          execFileSync('fallocate', ['-l', String(bavail * bsize - 2 * MIB), ballast]);
          await pause(20_000);
          const read = await readConversations(client);
          note(`conversations read while it was full: ${read.length}; the same process: ${server.pid === pid}`);
          rmSync(ballast);
          await traffic.acknowledged(3);
        },
        close: async () => disk.destroy(),
      };
    },
  },
  {
    id: 'F9',
    title: 'the disk takes 50 ms for each sync',
    on: BOTH,
    arrange: plain(async ({ world: { server, book }, note }) => {
      const line = await inject(server.pid, SYNCS, 'delay_exit=50000');
      const before = book.tokens('out-acked').length;
      await pause(30_000);
      note(`${((book.tokens('out-acked').length - before) / 30).toFixed(1)} replies acknowledged a second`);
      await line.detach();
    }),
  },
  {
    id: 'F13',
    title: 'somebody reads the database for a minute',
    on: ['sqlite'],
    arrange: plain(async ({ databaseUrl, traffic, note }) => {
      const reader = new Database(databaseUrl, { readonly: true });
      reader.exec('BEGIN');
      reader.prepare('SELECT count(*) FROM message').get();
      await pause(60_000);
      await traffic.acknowledged(3);
      note(`log of ${(statSync(`${databaseUrl}-wal`).size / MIB).toFixed(1)} MiB`);
      reader.close();
    }),
  },
];
