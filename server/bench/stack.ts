import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { Client } from '../test/ledger/client.js';
import { freePort, ServerProcess } from '../test/ledger/server-process.js';
import { CostMeter, familyOf } from './cost.js';

export type Dialect = 'sqlite' | 'postgres';

const POSTGRES = process.env.BALIE_TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** The built server as a process of its own, on an empty database that is dropped afterwards, looked at from outside. */
export class Stack {
  private constructor(
    readonly dialect: Dialect,
    readonly folder: string,
    readonly server: ServerProcess,
    readonly client: Client,
    readonly db: Queries,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(dialect: Dialect, env: Record<string, string> = {}): Promise<Stack> {
    const folder = await mkdtemp(join(tmpdir(), 'balie-bench-'));
    const base = dialect === 'postgres' ? await freshPostgres() : freshSqlite(folder);
    const drop = async (): Promise<void> => {
      await base.drop();
      await rm(folder, { recursive: true, force: true });
    };
    const server = new ServerProcess(await freePort(), 'dist', { BALIE_DATA_DIR: folder, DATABASE_URL: base.url, ...env });
    try {
      await server.start();
      const client = new Client(server.url);
      await client.signIn();
      return new Stack(dialect, folder, server, client, await base.connect(), drop);
    } catch (error) {
      await server.kill();
      await drop();
      throw error;
    }
  }

  /** CPU and memory of the server, its plugins' processes and its sessions in PostgreSQL; what that writes behind them is not counted. */
  measure(everyMs?: number): Promise<CostMeter> {
    return CostMeter.start(async () => [...familyOf(this.server.pid), ...(await this.db.sessions())], everyMs);
  }

  async close(): Promise<void> {
    await this.server.kill('SIGTERM');
    await this.server.childrenGone();
    await this.db.close();
    await this.drop();
  }
}

/** Reads and fills the database beside the server. */
export interface Queries {
  /** The first row. `?` are parameters. */
  row<Row>(sql: string): Promise<Row>;
  run(sql: string): Promise<void>;
  /** Processes that work for the server in the database. */
  sessions(): Promise<number[]>;
  close(): Promise<void>;
}

function freshSqlite(folder: string): { url: string; connect(): Promise<Queries>; drop(): Promise<void> } {
  const url = join(folder, 'balie.db');
  const connect = async (): Promise<Queries> => {
    const db = new Database(url, { timeout: 60_000 });
    return {
      row: async <Row>(sql: string) => db.prepare(sql).get() as Row,
      run: async (sql) => void db.exec(sql),
      sessions: async () => [],
      close: async () => void db.close(),
    };
  };
  return { url, connect, drop: async () => undefined };
}

async function freshPostgres(): Promise<{ url: string; connect(): Promise<Queries>; drop(): Promise<void> }> {
  const name = `balie_bench_${randomBytes(6).toString('hex')}`;
  const administer = async (sql: string): Promise<void> => {
    const admin = new pg.Client({ connectionString: POSTGRES });
    await admin.connect();
    await admin.query(sql).finally(() => admin.end());
  };
  await administer(`CREATE DATABASE "${name}"`);
  const url = new URL(POSTGRES);
  url.pathname = `/${name}`;
  const connect = async (): Promise<Queries> => {
    const db = new pg.Client({ connectionString: url.href });
    await db.connect();
    const own = (await db.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid;
    return {
      row: async <Row>(sql: string) => (await db.query(sql)).rows[0] as Row,
      run: async (sql) => void (await db.query(sql)),
      sessions: async () => {
        const { rows } = await db.query<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE datname = current_database()');
        return rows.map(({ pid }) => pid).filter((pid) => pid !== own);
      },
      close: () => db.end(),
    };
  };
  return { url: url.href, connect, drop: () => administer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

/** Runs a program of this folder in a process of its own and answers the JSON that it printed last. */
export function runProgram<T>(file: string, args: readonly string[]): Promise<T> {
  const program = new URL(file, import.meta.url).pathname;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '') as T);
      else reject(new Error(`${file} ended with ${code}`));
    });
  });
}
