import pg from 'pg';
import { jitter } from '../../kernel/random.js';
import type { Reader } from '../../kernel/uow.js';
import type { CommitListeners } from './committed.js';
import { SqlJournal } from './journal.js';
import type { Log } from './log.js';
import { APPENDED_CHANNEL, PATIENCE, Sequencer } from './sequencer.js';

/** Tells the process that leads the sequencer that there are events without a place. */
const WRITTEN_CHANNEL = 'balie_written';

/** PostgreSQL: places are stamped after the commit by one sequencer, and told to all processes by NOTIFY. */
export class PostgresJournal extends SqlJournal {
  private readonly sequencer: Sequencer;
  private readonly forget: () => void;
  private listener: pg.Client | null = null;
  private reconnect: NodeJS.Timeout | null = null;
  private notifying = false;
  private notifyAgain = false;
  private closed = false;

  constructor(
    reader: Reader,
    committed: CommitListeners,
    private readonly url: string,
    private readonly log: Log,
  ) {
    super(reader);
    this.sequencer = new Sequencer(url, (position) => this.tell(position), log);
    this.forget = committed.add(({ events }) => {
      if (events > 0) this.written();
    });
  }

  async open(): Promise<void> {
    await this.listen();
    this.sequencer.start();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.forget();
    if (this.reconnect) clearTimeout(this.reconnect);
    await this.sequencer.stop();
    await this.listener?.end().catch(() => undefined);
  }

  private written(): void {
    if (this.sequencer.leads) this.sequencer.poke();
    else void this.notifyLeader();
  }

  /** Outside of the units, since NOTIFY inside a transaction makes all commits wait for each other; many calls become one. */
  private async notifyLeader(): Promise<void> {
    this.notifyAgain = true;
    if (this.notifying) return;
    this.notifying = true;
    try {
      while (this.notifyAgain && !this.closed) {
        this.notifyAgain = false;
        await this.listener?.query(`NOTIFY ${WRITTEN_CHANNEL}`);
      }
    } catch (error) {
      // The leader looks by itself every 50 ms, so a lost notice costs only those.
      this.log.warn(`A notice to the sequencer was lost: ${(error as Error).message}`);
    } finally {
      this.notifying = false;
    }
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'balie listener',
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE.connectMs,
    });
    client.on('error', () => this.listenAgain(client));
    client.on('end', () => this.listenAgain(client));
    client.on('notification', ({ channel, payload }) => {
      if (channel === WRITTEN_CHANNEL) {
        if (this.sequencer.leads) this.sequencer.poke();
      } else this.tell(Number(payload));
    });
    await client.connect();
    await client.query(`LISTEN ${APPENDED_CHANNEL}; LISTEN ${WRITTEN_CHANNEL}`);
    this.listener = client;
    // What was appended while nobody listened.
    this.tell(await this.position());
  }

  private listenAgain(lost: pg.Client): void {
    if (this.closed || this.reconnect || (this.listener !== null && this.listener !== lost)) return;
    this.listener = null;
    this.reconnect = setTimeout(() => {
      this.reconnect = null;
      this.listen().catch((error: unknown) => {
        this.log.warn(`The journal can't listen to PostgreSQL, trying again: ${(error as Error).message}`);
        this.listenAgain(lost);
      });
    }, jitter(500));
  }
}
