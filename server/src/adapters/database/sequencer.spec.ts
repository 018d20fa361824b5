import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { freshDatabaseUrl, MemoryLog, TEST_DIALECT } from '../../../test/support/database.js';
import { until } from '../../../test/support/until.js';
import { Sequencer } from './sequencer.js';

/** Leads to PostgreSQL; on request it takes lines and says nothing on them, as a machine that is gone behind a proxy. */
class Between {
  silent = false;
  taken = 0;
  private readonly lines = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async open(port: number): Promise<Between> {
    const server = createServer();
    const between = new Between(server);
    server.on('connection', (near) => between.lead(near, port));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return between;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Nothing more comes or goes by the lines that are open; nobody is told. */
  hush(): void {
    for (const line of this.lines) line.pause().unpipe();
  }

  async close(): Promise<void> {
    for (const line of this.lines) line.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private lead(near: Socket, port: number): void {
    this.taken += 1;
    this.keep(near);
    if (this.silent) return;
    const far = connect(port, '127.0.0.1');
    this.keep(far);
    near.pipe(far).pipe(near);
  }

  private keep(line: Socket): void {
    this.lines.add(line);
    line.on('error', () => undefined);
    line.once('close', () => this.lines.delete(line));
  }
}

function suite(): void {
  let database: Awaited<ReturnType<typeof freshDatabaseUrl>>;
  let between: Between;
  let sequencer: Sequencer;
  beforeAll(async () => {
    database = await freshDatabaseUrl({ migrated: true });
    const url = new URL(database.url);
    between = await Between.open(Number(url.port || 5432));
    url.hostname = '127.0.0.1';
    url.port = String(between.port);
    const patience = { connectMs: 300, answerMs: 1_000 };
    sequencer = new Sequencer(url.href, () => undefined, new MemoryLog(), patience);
  });
  afterAll(async () => {
    await between.close();
    await sequencer.stop();
    await database.remove();
  });

  it('goes on after a line that was taken and never answered, before it led and while it does (F14)', async () => {
    between.silent = true;
    sequencer.start();
    await until(() => between.taken > 1, { what: 'another line after one without an answer' });
    between.silent = false;
    await until(() => sequencer.leads, { what: 'the lead' });
    between.hush();
    await until(() => !sequencer.leads, { what: 'the end of a lead that nobody hears' });
    await until(() => sequencer.leads, { what: 'the lead again' });
    expect(between.taken).toBeGreaterThan(2);
  });
}

describe('the sequencer', () => {
  if (TEST_DIALECT === 'postgres') suite();
  else test('is for PostgreSQL: this run has SQLite, which has its order by itself', () => expect(TEST_DIALECT).toBe('sqlite'));
});
