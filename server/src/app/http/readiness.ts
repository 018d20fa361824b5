import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Storage } from '../../kernel/storage.js';
import { UnitOfWork } from '../../kernel/uow.js';

/** One thing that must work. */
export interface Check {
  key: string;
  ok: boolean;
  message: string;
}
const STORAGE_EVERY_MS = 10_000;

/** Whether this process can do its work now. */
@Injectable()
export class Readiness {
  private stopping = false;
  private storage: { at: number; check: Promise<Check> } | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly files: Storage,
  ) {}

  /** From now on a load balancer sends nothing new. */
  stop(): void {
    this.stopping = true;
  }

  async checks(): Promise<Check[]> {
    const running: Check = {
      key: 'running',
      ok: !this.stopping,
      message: this.stopping ? 'The server is stopping.' : 'Running.',
    };
    return [running, await this.database(), await this.storageWritable()];
  }

  /** The database answers, and its migrations were run: without them the server does not start. */
  async database(): Promise<Check> {
    try {
      await this.uow.reader.query('SELECT COUNT(*) AS n FROM migrations');
      return { key: 'database', ok: true, message: `The database answers (${this.uow.reader.dialect}).` };
    } catch {
      return { key: 'database', ok: false, message: 'The database does not answer.' };
    }
  }

  /** A file can be written where files lie, in the data folder or the bucket. */
  storageWritable(): Promise<Check> {
    const now = this.clock.now();
    if (this.storage === null || now - this.storage.at > STORAGE_EVERY_MS) this.storage = { at: now, check: this.tryStorage() };
    return this.storage.check;
  }

  private async tryStorage(): Promise<Check> {
    try {
      await this.files.probe();
      return { key: 'storage', ok: true, message: 'Files can be stored.' };
    } catch (error) {
      const { code, name } = error as { code?: unknown; name?: unknown };
      return { key: 'storage', ok: false, message: `Files can not be stored: ${String(code ?? name ?? 'unknown')}.` };
    }
  }
}
