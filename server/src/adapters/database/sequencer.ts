import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { jitter } from '../../kernel/random.js';
import type { Log } from './log.js';

const SEQUENCER_LOCK = 7_310_002;
const NET_MS = 50;
const STANDBY_MS = 250;
const BATCH = 1_000;

/** The channel on which the sequencer tells the newest position to all processes. */
export const APPENDED_CHANNEL = 'balie_appended';

/**
 * Gives committed events their gap-free place. Only rows that are committed can be seen here, so a reader that has passed a
 * position never misses an event below it (architecture 4.6). One process does it, under an advisory lock of its session; the
 * others stand by. Within a batch the order is that of the ids, which are made when a unit is about to commit.
 */
const STAMP = `
  WITH base AS (SELECT coalesce(max("position"), 0) AS last FROM "event" WHERE "position" IS NOT NULL),
  batch AS (
    SELECT "id", row_number() OVER (ORDER BY "id") AS place
    FROM (SELECT "id" FROM "event" WHERE "position" IS NULL ORDER BY "id" LIMIT ${BATCH}) AS unstamped
  ),
  stamped AS (
    UPDATE "event" SET "position" = base.last + batch.place FROM base, batch WHERE "event"."id" = batch."id" RETURNING "position"
  )
  SELECT max("position") AS last, count(*)::int AS rows FROM stamped`;

/** How long it waits for a PostgreSQL, or for what lies in between, that takes its line and says nothing. */
export interface Patience {
  connectMs: number;
  /** Longer than the server itself lets a statement take. */
  answerMs: number;
}

export const PATIENCE: Patience = { connectMs: 10_000, answerMs: 40_000 };

/** One process's part in the sequencing: it leads or stands by. */
export class Sequencer {
  private client: pg.Client | null = null;
  private leading = false;
  private stopped = false;
  private poked = true;
  private wake: (() => void) | null = null;
  private loop: Promise<void> | null = null;

  constructor(
    private readonly url: string,
    private readonly onStamped: (position: number) => void,
    private readonly log: Log,
    private readonly patience: Patience = PATIENCE,
  ) {}

  start(): void {
    this.loop ??= this.run();
  }

  /** Whether this process stamps; when not, the one that does must be told of new events. */
  get leads(): boolean {
    return this.leading;
  }

  /** There are new events: do not wait for the next look. */
  poke(): void {
    this.poked = true;
    this.wake?.();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.poke();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.lead();
      } catch (error) {
        if (!this.stopped) this.log.warn(`The sequencer of the journal lost its connection: ${(error as Error).message}`);
      }
      this.leading = false;
      await this.disconnect();
      if (!this.stopped) await this.pause(jitter(500));
    }
  }

  private async lead(): Promise<void> {
    const client = await this.connect();
    while (!this.stopped) {
      if (!this.leading) this.leading = await tryLock(client);
      if (!this.leading) {
        await this.pause(STANDBY_MS);
        continue;
      }
      this.poked = false;
      const stamped = await this.stamp(client);
      if (stamped < BATCH && !this.poked) await this.pause(NET_MS);
    }
  }

  private async stamp(client: pg.Client): Promise<number> {
    const { rows } = await client.query<{ last: string | number | null; rows: number }>({ name: 'stamp', text: STAMP });
    const row = rows[0];
    if (!row || row.last === null) return 0;
    const last = Number(row.last);
    this.onStamped(last);
    await client.query(`SELECT pg_notify('${APPENDED_CHANNEL}', $1)`, [String(last)]);
    return row.rows;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'balie sequencer',
      keepAlive: true,
      connectionTimeoutMillis: this.patience.connectMs,
      query_timeout: this.patience.answerMs,
    });
    this.client = client;
    // Without a listener a lost connection would end the process; the running query fails as well and is handled there.
    client.on('error', () => this.poke());
    await client.connect();
    // A process that is frozen, or a network that is cut, must not keep the lock: the server then ends the session.
    await client.query(`SET idle_session_timeout = '10s'`);
    await client.query('SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3');
    await client.query(`SET statement_timeout = '30s'`);
    return client;
  }

  private async disconnect(): Promise<void> {
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async pause(milliseconds: number): Promise<void> {
    const stop = new AbortController();
    this.wake = () => stop.abort();
    if (!this.poked || !this.leading) await delay(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined);
    this.wake = null;
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(`SELECT pg_try_advisory_lock(${SEQUENCER_LOCK}) AS locked`);
  return rows[0]?.locked === true;
}
