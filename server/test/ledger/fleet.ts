import { Gate } from './gate.js';
import { freePort, ServerProcess, type UnderTest } from './server-process.js';

/** Where the processes keep what they share. */
export interface Shared {
  databaseUrl: string;
  redisUrl: string;
  redisPrefix: string;
}

/** One process of several, with its own lines to the database and to Redis, so that it alone can be cut off. */
export interface Member {
  process: ServerProcess;
  database: Gate;
  redis: Gate;
}

/** Several processes of one product behind a proxy that leads each connection to the next of them: no socket is sticky. */
export class Fleet implements UnderTest {
  private constructor(
    readonly members: readonly Member[],
    readonly front: Gate,
  ) {}

  /** So many processes, none of which is started yet. */
  static async open(count: number, build: string, env: Record<string, string>, shared: Shared): Promise<Fleet> {
    const ports: number[] = [];
    while (ports.length < count) ports.push(await freePort());
    const front = await Gate.open(ports);
    const members: Member[] = [];
    for (const port of ports) {
      const database = await Gate.open([portOf(shared.databaseUrl, 5432)]);
      const redis = await Gate.open([portOf(shared.redisUrl, 6379)]);
      const process = new ServerProcess(port, build, {
        ...env,
        BALIE_PUBLIC_URL: `http://127.0.0.1:${front.port}`,
        DATABASE_URL: through(shared.databaseUrl, database),
        REDIS_URL: through(shared.redisUrl, redis),
        BALIE_REDIS_PREFIX: shared.redisPrefix,
      });
      members.push({ process, database, redis });
    }
    return new Fleet(members, front);
  }

  get url(): string {
    return `http://127.0.0.1:${this.front.port}`;
  }

  get tail(): string {
    return this.members.map(({ process }) => process.tail).join('\n');
  }

  /** One after the other: the first makes the database. */
  async start(): Promise<void> {
    for (const { process } of this.members) await process.start();
  }

  /** As a rolling deploy does it: ends one as an orchestrator would, and starts another build in its place. */
  async replace(place: number, build: string): Promise<void> {
    const member = this.members[place];
    if (!member) throw new Error(`There is no process ${place}.`);
    await member.process.kill('SIGTERM');
    member.process = member.process.of(build);
    await member.process.start();
  }

  async kill(): Promise<void> {
    await Promise.all(this.members.map(({ process }) => process.kill()));
  }

  async close(): Promise<void> {
    await this.kill();
    const gates = this.members.flatMap(({ database, redis }) => [database, redis]);
    await Promise.all([this.front, ...gates].map((gate) => gate.close()));
  }
}

function portOf(url: string, usual: number): number {
  return Number(new URL(url).port || usual);
}

function through(url: string, gate: Gate): string {
  const led = new URL(url);
  led.hostname = '127.0.0.1';
  led.port = String(gate.port);
  return led.href;
}
