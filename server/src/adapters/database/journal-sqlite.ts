import type Database from 'better-sqlite3';
import type { Reader } from '../../kernel/uow.js';
import type { CommitListeners } from './committed.js';
import { SqlJournal } from './journal.js';

const LOOK_EVERY_MS = 200;

/** SQLite has one writer, so events are inserted with their place; other processes on the file are noticed by its version. */
export class SqliteJournal extends SqlJournal {
  private readonly timer: NodeJS.Timeout;
  private readonly forget: () => void;
  private version: unknown;

  constructor(
    reader: Reader,
    committed: CommitListeners,
    private readonly db: Database.Database,
  ) {
    super(reader);
    this.forget = committed.add(({ position }) => {
      if (position !== null) this.tell(position);
    });
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  close(): void {
    clearInterval(this.timer);
    this.forget();
  }

  private look(): void {
    if (!this.listened) return;
    const version: unknown = this.db.pragma('data_version', { simple: true });
    if (version === this.version) return;
    this.version = version;
    // A failed read is tried again at the next change; the reader itself reports a broken file.
    this.position().then(
      (position) => this.tell(position),
      () => (this.version = undefined),
    );
  }
}
