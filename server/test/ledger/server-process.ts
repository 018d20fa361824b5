import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SERVER_FOLDER = fileURLToPath(new URL('../..', import.meta.url));

/** The owner that the server makes by itself at its first start. */
export const OWNER = { email: 'owner@ledger.test', password: 'a long enough password', name: 'Olga Owner' };

/** What a run needs of the server that it is about, be it one process or several. */
export interface UnderTest {
  readonly url: string;
  /** What was printed last. */
  readonly tail: string;
  /** Starts all of it; resolves once it is ready. */
  start(): Promise<void>;
  kill(): Promise<void>;
}

/** The real server as a process of its own, which can be killed and started again on the same data. */
export class ServerProcess implements UnderTest {
  private child: ChildProcess | null = null;
  private output = '';

  constructor(
    readonly port: number,
    /** Folder of the build: under `server/`, such as `dist`, or the whole path of one that lies elsewhere. */
    private readonly build: string,
    private readonly env: Record<string, string>,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Another build in its place, with the same settings; not started yet. */
  of(build: string): ServerProcess {
    return new ServerProcess(this.port, build, this.env);
  }

  /** Of the process that runs. */
  get pid(): number {
    if (!this.child?.pid) throw new Error('The server does not run.');
    return this.child.pid;
  }

  /** What the process printed last, for the message of a failure. */
  get tail(): string {
    return this.output.slice(-4000);
  }

  /** Starts it and waits until it says that it is ready. */
  async start(deadlineMs = 120_000): Promise<void> {
    const build = path.resolve(SERVER_FOLDER, this.build);
    const child = spawn(process.execPath, [path.join(build, 'main.js')], {
      cwd: path.dirname(build),
      env: {
        PATH: process.env.PATH ?? '',
        // As deploy/start.mjs starts it.
        NODE_ENV: 'production',
        MALLOC_ARENA_MAX: '2',
        BALIE_PORT: String(this.port),
        BALIE_HOST: '127.0.0.1',
        BALIE_LOG_LEVEL: 'warn',
        BALIE_OWNER_EMAIL: OWNER.email,
        BALIE_OWNER_PASSWORD: OWNER.password,
        BALIE_OWNER_NAME: OWNER.name,
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const keep = (chunk: Buffer): void => {
      this.output = (this.output + chunk.toString()).slice(-20_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const deadline = performance.now() + deadlineMs;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${this.tail}`);
      if (await this.ready()) return;
      if (performance.now() > deadline) throw new Error(`the server was not ready in ${deadlineMs} ms:\n${this.tail}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async ready(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(1000) })).ok;
    } catch {
      return false;
    }
  }

  /** Waits until no process has the port or the data any more: the plugins' processes notice the end of their host by themselves. */
  async childrenGone(deadlineMs = 60_000): Promise<void> {
    const deadline = performance.now() + deadlineMs;
    while (this.pluginProcesses().length > 0) {
      if (performance.now() > deadline)
        throw new Error(`plugin processes outlived their host: ${this.pluginProcesses().join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Processes of this instance other than the server, by the data folder in their arguments or open files. */
  private pluginProcesses(): string[] {
    const folder = this.env.BALIE_DATA_DIR ?? '';
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .filter((pid) => holds(pid, folder));
  }

  /** Waits until it has ended by itself. */
  async ended(deadlineMs: number): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await once(child, 'exit', { signal: AbortSignal.timeout(deadlineMs) });
  }

  /** As a power cut of the process: no chance to finish anything. Its plugins' processes end with it by themselves. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    await ended;
  }
}

/** A port that is free now, and below those that the system gives to outgoing connections, so that it is free after a restart, too. */
export async function freePort(): Promise<number> {
  for (;;) {
    // Above all ports that fetch refuses to ask (the last is 10080), below those that the system gives out.
    const port = 11_000 + Math.floor(Math.random() * 16_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise<void>((resolve) => server.close(() => resolve()));
    return port;
  }
}

/** Whether a process names the folder in its arguments or has a file under it open. */
function holds(pid: string, folder: string): boolean {
  try {
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)) return true;
    return readdirSync(`/proc/${pid}/fd`).some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith(folder));
  } catch {
    // The process ended while we looked.
    return false;
  }
}
