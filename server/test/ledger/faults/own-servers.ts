import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { freePort } from '../server-process.js';

/** A PostgreSQL of this run alone, which may be killed. Its programs refuse to be root's, so they run as the system's `postgres`. */
export class OwnPostgres {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly data: string,
    readonly port: number,
  ) {}

  static async open(folder: string): Promise<OwnPostgres> {
    const data = path.join(folder, 'postgres');
    chmodSync(folder, 0o755);
    mkdirSync(data);
    execFileSync('chown', ['postgres', data]);
    const options = ['-D', data, '--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C.UTF-8'];
    execFileSync('setpriv', as(path.join(programs(), 'initdb'), ...options), { stdio: ['ignore', 'ignore', 'pipe'] });
    const own = new OwnPostgres(data, await freePort());
    await own.start();
    return own;
  }

  get url(): string {
    return `postgres://postgres@127.0.0.1:${this.port}/postgres`;
  }

  async start(): Promise<void> {
    const options = ['-D', this.data, '-p', String(this.port), '-h', '127.0.0.1', '-k', ''];
    this.child = spawn('setpriv', as(path.join(programs(), 'postgres'), ...options), { stdio: 'ignore' });
    for (let tried = 0; tried < 600; tried++) {
      if (await answers(this.url)) return;
      await pause(100);
    }
    throw new Error('The PostgreSQL of this run does not answer.');
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

/** A Redis of this run alone, which keeps nothing on disk: after its end it is empty. */
export class OwnRedis {
  private child: ChildProcess | null = null;

  private constructor(readonly port: number) {}

  static async open(): Promise<OwnRedis> {
    const own = new OwnRedis(await freePort());
    await own.start();
    return own;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const options = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.child = spawn('redis-server', options, { stdio: 'ignore' });
    await this.ask(async (client) => void (await client.ping()));
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  async kill(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async ask(what: (client: Redis) => Promise<void>): Promise<void> {
    const client = new Redis(this.url, { maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    try {
      await what(client);
    } finally {
      client.disconnect();
    }
  }
}

/** Has a PostgreSQL do something, one after the other in one session. */
export async function ask(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const as = (program: string, ...options: string[]): string[] => [
  '--reuid=postgres',
  '--regid=postgres',
  '--clear-groups',
  program,
  ...options,
];

function programs(): string {
  const root = '/usr/lib/postgresql';
  const newest = readdirSync(root)
    .toSorted((a, b) => Number(a) - Number(b))
    .at(-1);
  if (newest === undefined) throw new Error('The programs of PostgreSQL are not installed: apt-get install postgresql');
  return path.join(root, newest, 'bin');
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
