import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { Storage } from '../../kernel/storage.js';
import { type Reader, UnitOfWork } from '../../kernel/uow.js';
import { readPerson, scrubberOf } from '../erasure/index.js';
import { wipeFiles } from '../trash/index.js';
import { type ArchiveEntry, storeArchive } from './archive.js';
import type { ContactExport } from './contact-export.entity.js';
import { deleteExpired, findExport, updateExport } from './contact-export.repository.js';
import { EXPORT } from './contact-export.service.js';
import { draftsOf } from './person-drafts.js';
import { conversationsOf, type Files, heldOf, messagesOf, talksOf } from './person-mails.js';
import { auditOf, personOf, recordsOf } from './person-rows.js';

const SWEEP = 'contact.export.sweep';
const EVERY_MS = 60 * 60_000;
/** How long an archive can be fetched. */
const KEPT_MS = 7 * 24 * 60 * 60_000;
const FORMAT = 'balie-person/1';

/** Makes the archives, and deletes them when their days are over. One that was stopped is made again from its beginning. */
@Injectable()
export class ContactExportJob implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly storage: Storage,
  ) {}

  onModuleInit(): void {
    this.jobs.register(EXPORT, (job) => this.run(job), { concurrency: 1 });
    this.jobs.register(SWEEP, (job) => this.sweep(job), { concurrency: 1 });
  }

  async onApplicationBootstrap(): Promise<void> {
    const job = { name: SWEEP, payload: {}, unique: SWEEP, key: SWEEP };
    await this.uow.run(ctxOf('start'), (tx) => Promise.resolve(tx.enqueue(job)));
  }

  async run(job: JobRun): Promise<void> {
    const { exportId } = job.payload as { exportId: string };
    const one = await findExport(this.uow.reader, exportId);
    if (one?.state !== 'RUNNING') return;
    const head = { format: FORMAT, contactId: one.contactId, madeAt: new Date(one.startedAt).toISOString() };
    const { hash, bytes } = await storeArchive(this.storage, head, this.entries(one, job.signal));
    await this.uow.run(ctxOf(job.correlationId), async (tx) => {
      const ready = { state: 'READY' as const, hash, bytes, endedAt: tx.now, expiresAt: tx.now + KEPT_MS };
      // He was erased meanwhile: what was read of him goes, too.
      if (!(await updateExport(tx, exportId, ready))) return wipeFiles(tx, [hash]);
      tx.emit({ type: 'contactExport.ready', change: 'UPDATED', nodeId: exportId, inboxId: null, audience: 'admins' });
    });
  }

  private async *entries({ contactId }: ContactExport, signal: AbortSignal): AsyncGenerator<ArchiveEntry> {
    const { reader } = this.uow;
    const person = await readPerson(reader, contactId);
    const asked = { person, scrubber: scrubberOf(person) };
    const talks = await talksOf(reader, person);
    const own = talks.filter(({ his }) => his).map(({ id }) => id);
    const files: Files = new Map();
    const contact = JSON.stringify(await personOf(reader, person), null, 2);
    yield { path: 'contact.json', content: once(`${contact}\n`) };
    const lists: [string, (from: Reader) => AsyncIterable<object>][] = [
      ['conversations', (from) => conversationsOf(from, person, talks)],
      ['messages', (from) => messagesOf(from, asked, talks, files)],
      ['drafts', (from) => draftsOf(from, person)],
      ['not-delivered', (from) => heldOf(from, person, files)],
      ['records', (from) => recordsOf(from, person)],
      ['audit', (from) => auditOf(from, [...person.contactIds, ...own])],
    ];
    for (const [name, list] of lists) yield { path: `${name}.ndjson`, content: lines(list(reader), signal) };
    for (const { path, hash } of files.values()) {
      signal.throwIfAborted();
      // One that was lost is named in its message and is not among the files.
      if (await this.storage.has(hash)) yield { path, content: await this.storage.open(hash) };
    }
  }

  private async sweep(job: JobRun): Promise<void> {
    await this.uow.run(ctxOf(job.correlationId), async (tx) => wipeFiles(tx, await deleteExpired(tx)));
    throw new RetryLater(EVERY_MS, 'Sweeps again in an hour', false);
  }
}

async function* lines(rows: AsyncIterable<object>, signal: AbortSignal): AsyncGenerator<string> {
  for await (const row of rows) {
    signal.throwIfAborted();
    yield `${JSON.stringify(row)}\n`;
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

function ctxOf(correlationId: string): Ctx {
  return { principal: { kind: 'system', name: 'Contacts' }, correlationId };
}
