import { Journal, type JournalEvent } from '../../kernel/events.js';
import type { Reader } from '../../kernel/uow.js';
import { STORED_EVENT_COLUMNS, toJournalEvent, type StoredEvent } from './rows.js';

/** Reading the journal is the same on both databases; they differ in how a position is given and told. */
export abstract class SqlJournal extends Journal {
  private readonly listeners = new Set<(position: number) => void>();
  private told = 0;

  constructor(protected readonly reader: Reader) {
    super();
  }

  async position(): Promise<number> {
    return (await this.edge('max')) ?? 0;
  }

  async oldest(): Promise<number> {
    const first = (await this.edge('min')) ?? 0;
    return first <= 1 ? 0 : first;
  }

  async read(after: number, limit: number): Promise<JournalEvent[]> {
    const rows = await this.reader.query<StoredEvent>(
      `SELECT ${STORED_EVENT_COLUMNS} FROM "event" WHERE "position" IS NOT NULL AND "position" > ? ORDER BY "position" LIMIT ?`,
      [after, limit],
    );
    return rows.map(toJournalEvent);
  }

  onAppend(listener: (position: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls the listeners when the position is new to this process. */
  protected tell(position: number): void {
    if (position <= this.told) return;
    this.told = position;
    for (const listener of this.listeners) listener(position);
  }

  protected get listened(): boolean {
    return this.listeners.size > 0;
  }

  private async edge(side: 'min' | 'max'): Promise<number | null> {
    const [row] = await this.reader.query<{ edge: number | null }>(
      `SELECT ${side}("position") AS edge FROM "event" WHERE "position" IS NOT NULL`,
    );
    return row?.edge ?? null;
  }
}
