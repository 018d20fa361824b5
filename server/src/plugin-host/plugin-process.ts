import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import path from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { GoneError, LINE_CLOSED, Peer } from './child/peer.js';
import type { ProcessSpec } from './child/spec.js';
import type { WireError } from './child/wire-error.js';
import { throttledLines } from './lines.js';
import type { PluginPackage } from './manifest.js';

/** A process whose line has ended may take so long to end itself. */
const LAST_WORDS_MS = 1_000;
/** How long a plugin may take to be loaded. */
export const START_MS = 20_000;
/** Calls of the plugin that are answered at once; beyond that it is not read from. */
const MAX_RUNNING = 64;

/** What the plugin may ask of the host, for the call in which it asks. */
export interface HostCalls<Scope> {
  call(scope: Scope, method: string, args: unknown[], signal: AbortSignal): Promise<unknown>;
  log(level: string, message: string, fields: Record<string, unknown>): void;
  /** All that the process gets of an environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface CallOptions<Scope> {
  timeoutMs?: number;
  signal?: AbortSignal;
  scope: Scope | null;
}

/** One running process of a plugin. */
export class PluginProcess<Scope> {
  /** Resolves with the reason once the process has ended. */
  readonly ended: Promise<string>;
  private readonly peer: Peer;
  private readonly scopes = new Map<number, Scope>();
  private readonly ready: Promise<void>;
  private reason: string | null = null;

  private constructor(
    private readonly child: ChildProcess,
    private readonly host: HostCalls<Scope>,
  ) {
    let onReady = () => {};
    let onFailed = (_: Error) => {};
    this.ready = new Promise((resolve, reject) => ([onReady, onFailed] = [resolve, reject]));
    this.ready.catch(() => undefined);
    this.peer = new Peer(
      child.stdio[3] as Duplex,
      {
        call: (method, args, o) => this.onCall(method, args, o),
        note: (method, args) => (method === 'ready' ? onReady() : this.onNote(method, args)),
        closed: (why) => this.onClosed(why),
      },
      { maxRunning: MAX_RUNNING },
    );
    this.ended = new Promise((resolve) => {
      const end = (why: string) => {
        this.reason ??= why;
        this.peer.close(this.reason);
        onFailed(new Error(this.reason));
        resolve(this.reason);
      };
      child.once('error', (error) => end(`It could not be started: ${error.message}`));
      child.once('exit', (code, signal) => end(signal ? `It was ended by ${signal}.` : `It ended with code ${code}.`));
    });
    throttledLines(child.stdout as Readable, (line) => host.log('info', line, { stream: 'stdout' }));
    throttledLines(child.stderr as Readable, (line) => host.log('warn', line, { stream: 'stderr' }));
  }

  /** Starts the process and waits until the plugin is loaded, at most for `startMs`. */
  static async start<Scope>(pkg: PluginPackage, host: HostCalls<Scope>, startMs = START_MS): Promise<PluginProcess<Scope>> {
    const running = new PluginProcess(launch(pkg, host.environment), host);
    const timer = setTimeout(() => running.kill(`It was not ready within ${startMs / 1000} s.`), startMs);
    try {
      await running.ready;
      return running;
    } finally {
      clearTimeout(timer);
    }
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Rejects with RemoteError, DeadlineError or GoneError. What the plugin asks meanwhile is answered under `scope`. */
  async call(method: string, args: unknown[], o: CallOptions<Scope>): Promise<unknown> {
    let id = 0;
    const onId = (given: number) => {
      id = given;
      if (o.scope !== null) this.scopes.set(id, o.scope);
    };
    try {
      return await this.peer.call(method, args, { timeoutMs: o.timeoutMs, signal: o.signal, onId });
    } catch (error) {
      // Why it is gone is known once it has ended.
      throw error instanceof GoneError ? new GoneError(await this.ended, error.made) : error;
    } finally {
      this.scopes.delete(id);
    }
  }

  /** Closes the line, at which the process ends by itself; kills it when it has not after `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.reason ??= 'It was stopped.';
    const timer = setTimeout(() => this.child.kill('SIGKILL'), graceMs);
    this.peer.close(this.reason);
    await this.ended;
    clearTimeout(timer);
  }

  /** Ends it at once. */
  kill(reason: string): void {
    this.reason ??= reason;
    this.child.kill('SIGKILL');
    this.peer.close(this.reason);
  }

  /** A line that just ends is that of a process that ends; it will say why by its exit, or is ended. */
  private onClosed(why: string): void {
    if (why !== LINE_CLOSED) this.reason ??= why;
    setTimeout(() => this.child.kill('SIGKILL'), why === LINE_CLOSED ? LAST_WORDS_MS : 0).unref();
  }

  private async onCall(method: string, args: unknown[], o: { scope: number; signal: AbortSignal }): Promise<unknown> {
    const scope = this.scopes.get(o.scope);
    if (scope === undefined) throw new Error(`${method}: the call that this context belonged to has ended.`);
    return this.host.call(scope, method, args, o.signal);
  }

  private onNote(method: string, args: unknown[]): void {
    if (method === 'log')
      this.host.log(String(args[0]), String(args[1]).slice(0, 4000), (args[2] ?? {}) as Record<string, unknown>);
    if (method === 'fatal') {
      const error = args[0] as WireError;
      this.reason ??= `It threw where nobody caught: ${String(error.message).slice(0, 500)}`;
      this.host.log('error', 'The plugin threw where nobody caught.', { error: error.message, stack: error.stack ?? null });
    }
  }
}

function launch({ manifest, folder }: PluginPackage, environment: Readonly<Record<string, string>> = {}): ChildProcess {
  const program = childProgram();
  const modules = hostModules();
  const spec: ProcessSpec = {
    entry: pathToFileURL(path.join(folder, manifest.entry)).href,
    net: manifest.permissions.net,
    modules: Object.fromEntries(modules.map(({ name, file }) => [name, pathToFileURL(file).href])),
  };
  const readable = [folder, path.dirname(program), ...packageScopes(program), ...modules.map(({ folder: lies }) => lies)];
  const flags = [
    '--permission',
    ...readable.map((file) => `--allow-fs-read=${file}`),
    `--max-old-space-size=${manifest.limits.heapMb}`,
    '--disable-warning=ExperimentalWarning',
  ];
  // From Node 25 on the permission model covers the network, too.
  if (process.allowedNodeEnvironmentFlags.has('--allow-net') && manifest.permissions.net.length > 0) flags.push('--allow-net');
  const child = spawn(process.execPath, [...flags, program, JSON.stringify(spec)], {
    cwd: folder,
    env: { ...environment, ...(process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {}) },
    stdio: ['ignore', 'pipe', 'pipe', 'overlapped'],
    windowsHide: true,
  });
  lowerPriority(child.pid);
  return child;
}

/** A plugin that spins must not take the processor from who answers people. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 5);
  } catch {
    // Not every system lets us; the watch over its answers holds anyway.
  }
}

/** Beside this file once it is built; as TypeScript, which Node runs by itself, when we run from source. */
function childProgram(): string {
  const built = fileURLToPath(new URL('./child/main.js', import.meta.url));
  return existsSync(built) ? built : built.replace(/\.js$/, '.ts');
}

/** The package.json files that Node looks at to learn that the program is a module. */
function packageScopes(program: string): string[] {
  const found: string[] = [];
  for (let folder = path.dirname(program); ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'package.json');
    found.push(file);
    if (existsSync(file) || path.dirname(folder) === folder) return found;
  }
}

/** The SDK and zod, for a plugin that does not bring them along. */
function hostModules(): { name: string; file: string; folder: string }[] {
  const require = createRequire(import.meta.url);
  const sdk = require.resolve('@balie/plugin-sdk');
  const zod = path.join(path.dirname(require.resolve('zod')), 'index.js');
  return [
    { name: '@balie/plugin-sdk', file: sdk, folder: path.dirname(path.dirname(sdk)) },
    { name: 'zod', file: zod, folder: path.dirname(zod) },
  ];
}
