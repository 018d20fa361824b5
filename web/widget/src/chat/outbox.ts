/**
 * The messages of the visitor that are not yet at the server. Each is sent as often as it takes, with the id it was written under, of which the
 * server keeps one; they leave in the order they were written in. What waits is kept in the browser, so it outlives the page.
 */
import { backOff, Trouble } from './trouble.js';

export interface OutFile {
  name: string;
  mime: string;
  bytes: number;
  /** As the server knows it, once it is there. */
  file?: string;
  blob?: Blob;
  /** Of the picture as it is shown meanwhile. */
  preview?: string;
  /** How much of it is there, from 0 to 1. */
  share?: number;
}
export interface Outgoing {
  id: string;
  at: number;
  text: string;
  files: OutFile[];
  state: 'waiting' | 'sending' | 'failed';
  /** In the server's words. */
  why?: string;
}

export interface OutboxNeeds {
  /** Resolves when the server has it; throws Trouble. */
  deliver(message: Outgoing): Promise<void>;
  keep(name: string, value: string | null): void;
  changed(): void;
  later(work: () => void, ms: number): unknown;
  chance(): number;
}

const NAME = 'out.';

export class Outbox {
  private messages: readonly Outgoing[] = [];
  /** Those that another tab sends; ours only when it does not for a while. */
  private readonly ofOthers = new Set<string>();
  private running = false;
  private attempt = 0;

  constructor(private readonly needs: OutboxNeeds) {}

  get list(): readonly Outgoing[] {
    return this.messages;
  }

  add(message: Outgoing): void {
    this.put(message);
    this.keep(message);
    void this.run();
  }

  /** Shows what another tab sends, and sends it too if that tab is gone when the time is over. */
  adopt(message: Outgoing, ms: number): void {
    if (this.messages.some(({ id }) => id === message.id)) return;
    this.ofOthers.add(message.id);
    this.put(message);
    this.needs.later(() => {
      this.ofOthers.delete(message.id);
      void this.run();
    }, ms);
  }

  /** What was kept when the page was left. */
  restore(kept: Record<string, string>): void {
    const found = Object.entries(kept)
      .filter(([name]) => name.startsWith(NAME))
      .flatMap(([, value]) => read(value))
      .filter(({ id }) => !this.messages.some((message) => message.id === id));
    this.messages = [...found, ...this.messages].sort((a, b) => a.at - b.at);
    if (found.length > 0) this.needs.changed();
    void this.run();
  }

  /** The server has it, whoever says so; or nobody wants it any more. */
  drop(id: string): void {
    if (!this.messages.some((message) => message.id === id)) return;
    this.messages = this.messages.filter((message) => message.id !== id);
    this.needs.keep(NAME + id, null);
    this.needs.changed();
  }

  retry(id: string): void {
    this.update(id, { state: 'waiting', why: undefined });
    this.resume();
  }

  /** The server can be reached again: nobody waits longer. */
  resume(): void {
    this.attempt = 0;
    void this.run();
  }

  clear(): void {
    for (const { id } of this.messages) this.needs.keep(NAME + id, null);
    this.messages = [];
    this.needs.changed();
  }

  /** A file's progress, or where it went. */
  updateFile(id: string, at: number, change: Partial<OutFile>): void {
    const message = this.messages.find((one) => one.id === id);
    if (message) this.update(id, { files: message.files.map((file, place) => (place === at ? { ...file, ...change } : file)) });
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let next = this.next(); next; next = this.next()) if (!(await this.send(next))) break;
    this.running = false;
  }

  private next(): Outgoing | undefined {
    return this.messages.find(({ id, state }) => state !== 'failed' && !this.ofOthers.has(id));
  }

  /** False when nothing can be sent for now. */
  private async send({ id }: Outgoing): Promise<boolean> {
    this.update(id, { state: 'sending' });
    try {
      const message = this.messages.find((one) => one.id === id);
      if (message) await this.needs.deliver(message);
      this.drop(id);
      this.attempt = 0;
      return true;
    } catch (error) {
      if (error instanceof Trouble && !error.passes) {
        this.update(id, { state: 'failed', why: error.message });
        return true;
      }
      this.update(id, { state: 'waiting' });
      this.needs.later(() => void this.run(), backOff((this.attempt += 1), error, this.needs.chance));
      return false;
    }
  }

  private put(message: Outgoing): void {
    this.messages = [...this.messages, message];
    this.needs.changed();
  }

  private update(id: string, change: Partial<Outgoing>): void {
    this.messages = this.messages.map((message) => (message.id === id ? { ...message, ...change } : message));
    const message = this.messages.find((one) => one.id === id);
    if (message && change.files) this.keep(message);
    this.needs.changed();
  }

  /** A file that is not yet at the server can't be kept: it would fill the storage of the site. */
  private keep({ id, at, text, files }: Outgoing): void {
    if (files.some(({ file }) => file === undefined)) return;
    const there = files.map(({ name, mime, bytes, file }) => ({ name, mime, bytes, file }));
    this.needs.keep(NAME + id, JSON.stringify({ id, at, text, files: there }));
  }
}

function read(value: string): Outgoing[] {
  try {
    const { id, at, text, files } = JSON.parse(value) as Outgoing;
    return typeof id === 'string' && typeof text === 'string' && Array.isArray(files)
      ? [{ id, at: Number(at), text, files, state: 'waiting' }]
      : [];
  } catch {
    return [];
  }
}
