import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { placeholders } from '../../kernel/rows.js';
import { Storage } from '../../kernel/storage.js';
import { type Reader, UnitOfWork } from '../../kernel/uow.js';

/** The job that deletes files which only deleted conversations had. */
export const WIPE_FILES = 'files.wipe';

/** Files by their hash. */
export interface WipePayload {
  hashes: string[];
}

/** Deletes files that nothing names any more; the same bytes may be in other messages, too. */
@Injectable()
export class WipeFilesJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly storage: Storage,
  ) {}

  onModuleInit(): void {
    this.jobs.register(WIPE_FILES, (job) => this.run(job), { concurrency: 1 });
  }

  private async run(job: JobRun): Promise<void> {
    const { hashes } = job.payload as unknown as WipePayload;
    const named = await namedAmong(this.uow.reader, hashes);
    for (const hash of hashes) {
      job.signal.throwIfAborted();
      if (!named.has(hash)) await this.storage.delete(hash);
    }
  }
}

async function namedAmong(reader: Reader, hashes: readonly string[]): Promise<Set<string>> {
  const marks = placeholders(hashes);
  const rows = await reader.query<{ hash: string }>(
    `SELECT hash FROM attachment WHERE hash IN (${marks})
     UNION SELECT raw_hash FROM message WHERE raw_hash IN (${marks})
     UNION SELECT raw_hash FROM inbound_item WHERE raw_hash IN (${marks})
     UNION SELECT hash FROM upload WHERE hash IN (${marks})
     UNION SELECT hash FROM snippet_file WHERE hash IN (${marks})
     UNION SELECT hash FROM list_import WHERE hash IN (${marks})
     UNION SELECT hash FROM contact_export WHERE hash IN (${marks})`,
    Array.from({ length: 7 }, () => hashes).flat(),
  );
  return new Set(rows.map(({ hash }) => hash));
}
