import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, plain, type Fault } from './fault.js';
import { inject } from './strace.js';

/** What a process may still take when it has no more memory, and for how long that is so unless it ends. */
const SPARE_BYTES = 4 * 1024 * 1024;
const NO_MEMORY_MS = 20_000;

/** Faults of the server's own process. */
export const processFaults: readonly Fault[] = [
  {
    id: 'F1',
    title: 'killed at random points',
    on: BOTH,
    arrange: plain(async ({ world: { server }, random, times }) => {
      for (let kill = 0; kill < times; kill++) {
        await pause(random.between(500, 5000));
        await server.kill();
        await server.start();
      }
    }),
  },
  {
    id: 'F2',
    title: 'killed at the k-th effect',
    on: BOTH,
    arrange: plain(async ({ world: { server }, dialect, times }) => {
      // On PostgreSQL the effects of the server are what it says to others; the files are its own on both.
      const calls = dialect === 'sqlite' ? 'fsync,fdatasync,pwrite64' : 'fsync,sendto,write,writev';
      for (let k = 1; k <= times; k++) {
        const line = await inject(server.pid, calls, `signal=KILL:when=${k * k}`);
        await server.ended(60_000);
        await line.detach();
        await server.start();
      }
    }),
  },
  {
    id: 'F19',
    title: 'stands still, as a machine that is frozen',
    on: BOTH,
    arrange: plain(async ({ world: { server }, traffic }) => {
      for (const ms of [5_000, 20_000, 45_000]) {
        process.kill(server.pid, 'SIGSTOP');
        await pause(ms);
        process.kill(server.pid, 'SIGCONT');
        await traffic.acknowledged(3);
      }
    }),
  },
  {
    id: 'F21',
    title: 'has no more memory',
    on: BOTH,
    arrange: plain(async ({ world: { server }, traffic, times, note }) => {
      let ends = 0;
      const strikes = Math.min(times, 5);
      for (let strike = 0; strike < strikes; strike++) {
        const { pid } = server;
        limitMemory(pid, String(kibibytes(pid, 'VmData') * 1024 + SPARE_BYTES));
        const ended = await server.ended(NO_MEMORY_MS).then(
          () => true,
          () => false,
        );
        if (ended) await server.start();
        else limitMemory(pid, 'unlimited');
        ends += ended ? 1 : 0;
        await traffic.acknowledged(3);
      }
      note(`ended by it in ${ends} of ${strikes} times`);
    }),
  },
  {
    id: 'F22',
    title: 'has no more file descriptors',
    on: BOTH,
    arrange: plain(async ({ world: { server }, note }) => {
      const limit = (most: string) => execFileSync('prlimit', ['--pid', String(server.pid), `--nofile=${most}:`]);
      const had = readdirSync(`/proc/${server.pid}/fd`).length;
      limit(String(had + 20));
      const sockets: Socket[] = [];
      for (let n = 0; n < 200; n++) sockets.push(connect(server.port, '127.0.0.1').on('error', () => undefined));
      await pause(15_000);
      note(`descriptors ${had}, at most ${readdirSync(`/proc/${server.pid}/fd`).length} with 200 more callers`);
      for (const socket of sockets) socket.destroy();
      limit('16384');
    }),
  },
  {
    id: 'F24',
    title: 'is asked to stop under load, and started again',
    on: BOTH,
    arrange: plain(async ({ world: { server }, traffic, times, note }) => {
      let longest = 0;
      for (let stop = 0; stop < times; stop++) {
        await traffic.acknowledged(2);
        const asked = performance.now();
        await server.kill('SIGTERM');
        longest = Math.max(longest, performance.now() - asked);
        await server.start();
      }
      note(`stopped in at most ${Math.round(longest)} ms`);
    }),
  },
];

/** One of the sizes that the kernel tells of a process, such as `VmRSS`. */
export function kibibytes(pid: number, what: string): number {
  return Number(new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

function limitMemory(pid: number, most: string): void {
  execFileSync('prlimit', ['--pid', String(pid), `--data=${most}:`]);
}
