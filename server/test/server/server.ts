import { request as httpRequest } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { readConfig } from '../../src/app/config.js';
import { type RunningServer, startServer } from '../../src/app/server.js';
import { UnitOfWork } from '../../src/kernel/uow.js';
import { freshDatabaseUrl } from '../support/database.js';
import { TestClient } from './client.js';

export const OWNER = { name: 'Olga Owner', email: 'olga@team.example', password: 'correct horse battery' } as const;

/** The whole product on a free port, in the process of the test, with an owner unless said otherwise. */
export class TestServer {
  private constructor(
    private running: RunningServer,
    /** The settings that it was started with. */
    readonly env: Record<string, string>,
    /** Removes the data of one that was stopped. */
    readonly remove: () => Promise<void>,
  ) {}

  /** `env` adds settings; `owner: false` leaves the first run to the test. */
  static async start({ env = {}, owner = true }: { env?: Record<string, string>; owner?: boolean } = {}): Promise<TestServer> {
    const { url, dataDir, remove } = await freshDatabaseUrl({ migrated: true });
    const unattended = { BALIE_OWNER_EMAIL: OWNER.email, BALIE_OWNER_PASSWORD: OWNER.password, BALIE_OWNER_NAME: OWNER.name };
    const base = { DATABASE_URL: url, BALIE_DATA_DIR: dataDir, BALIE_PORT: '0', BALIE_LOG_LEVEL: 'silent' };
    const all = { ...base, ...(owner ? unattended : {}), ...env };
    try {
      return new TestServer(await startServer(readConfig(all)), all, remove);
    } catch (error) {
      await remove();
      throw error;
    }
  }

  /** On the settings and data of another, such as a copy of it; `remove` is the caller's matter. */
  static async on(env: Record<string, string>): Promise<TestServer> {
    return new TestServer(await startServer(readConfig(env)), env, async () => undefined);
  }

  get url(): string {
    return `http://127.0.0.1:${this.running.port}`;
  }

  get setupCode(): string | null {
    return this.running.setupCode;
  }

  /** Anything that the server is made of. */
  get<T>(token: Type<T> | (abstract new (...parameters: never[]) => T)): T {
    return this.running.app.get(token as Type<T>, { strict: false });
  }

  get uow(): UnitOfWork {
    return this.get(UnitOfWork);
  }

  /** A browser that is not signed in. */
  browser(): TestClient {
    return new TestClient(this.url);
  }

  /** A browser in which somebody has signed in; the owner unless said otherwise. */
  async signIn(email: string = OWNER.email, password: string = OWNER.password): Promise<TestClient> {
    const browser = this.browser();
    const answer = await browser.post('/api/sign-in', { email, password });
    if (answer.status !== 204) throw new Error(`Sign-in failed: ${answer.status} ${answer.text}`);
    return browser;
  }

  /** A second server of the same instance, on a port of its own. */
  async another(): Promise<TestServer> {
    return new TestServer(await startServer(readConfig(this.env)), this.env, async () => undefined);
  }

  /** Stops it as SIGTERM would, and starts it again on the same data and port; `meanwhile` happens while it is away. */
  async restart(meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
    const { port } = this.running;
    await this.running.close();
    await meanwhile();
    this.running = await startServer(readConfig({ ...this.env, BALIE_PORT: String(port) }));
  }

  /** Stops it and leaves the data for `remove`. */
  async stop(): Promise<void> {
    await this.running.close();
  }

  async close(): Promise<void> {
    await this.running.close();
    await this.remove();
  }
}

/** A folder of its own for a test. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'balie-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 20 }) };
}

/** Asks for a WebSocket by hand and answers the status of the refusal, or 101. */
export function upgradeStatus(url: string, headers: Record<string, string>): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      hostname,
      port,
      path: '/graphql',
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Protocol': 'graphql-transport-ws',
        ...headers,
      },
    });
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end();
  });
}
