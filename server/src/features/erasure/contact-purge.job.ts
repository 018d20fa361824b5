import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { placeholders } from '../../kernel/rows.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { emitContact, findContacts } from '../contacts/index.js';
import { purgeRecords } from './erase-records.js';
import { removePerson } from './erasure.repository.js';

export const PURGE_CONTACTS = 'contact.purge';
const DAY_MS = 24 * 60 * 60_000;
const EVERY_MS = 60 * 60_000;
/** How long a deleted contact can be restored (D44). */
const KEPT_MS = 90 * DAY_MS;
const CONTACTS = 20;
const CONVERSATIONS = 200;
const RECORDS = 100;

/** When a contact is deleted for ever; null when he is not deleted. */
export function goneForeverAt({ deletedAt }: { deletedAt: number | null }): number | null {
  return deletedAt === null ? null : deletedAt + KEPT_MS;
}

/**
 * Empties the bins of contacts and records: who was deleted 90 days ago is nobody any more (D44). What was said with him stays in the inboxes, as the team's
 * own history; who wants that gone as well erases him. Records are gone after as long. The one job of its kind never ends, it only waits for its next hour.
 */
@Injectable()
export class ContactPurgeJob implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(PURGE_CONTACTS, (job) => this.run(job), { concurrency: 1 });
  }

  async onApplicationBootstrap(): Promise<void> {
    const job = { name: PURGE_CONTACTS, payload: {}, unique: PURGE_CONTACTS, key: PURGE_CONTACTS };
    await this.uow.run(ctxOf('start'), (tx) => Promise.resolve(tx.enqueue(job)));
  }

  private async run(job: JobRun): Promise<void> {
    let more = true;
    const ctx = ctxOf(job.correlationId);
    while (more && !job.signal.aborted) more = await this.uow.run(ctx, purgeRound);
    more = true;
    while (more && !job.signal.aborted) more = await this.uow.run(ctx, (tx) => purgeRecords(tx, tx.now - KEPT_MS, RECORDS));
    throw new RetryLater(EVERY_MS, 'Looks again in an hour', false);
  }
}

/** Answers whether there is more to do. */
async function purgeRound(tx: Tx): Promise<boolean> {
  const due = await tx.query<{ id: string }>(
    `SELECT id FROM contact WHERE deleted_at IS NOT NULL AND deleted_at <= ?
     AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.contact_id = contact.id AND e.ended_at IS NULL) ORDER BY deleted_at LIMIT ?`,
    [tx.now - KEPT_MS, CONTACTS],
  );
  if (due.length === 0) return false;
  const ids = due.map(({ id }) => id);
  const marks = placeholders(ids);
  const parted = await tx.query<{ id: string; inbox_id: string }>(
    `UPDATE conversation SET contact_id = NULL, version = version + 1, updated_at = ?
     WHERE id IN (SELECT id FROM conversation WHERE contact_id IN (${marks}) LIMIT ?) RETURNING id, inbox_id`,
    [tx.now, ...ids, CONVERSATIONS],
  );
  for (const { id, inbox_id: inboxId } of parted)
    tx.emit({ type: 'conversation.updated', change: 'UPDATED', nodeId: id, inboxId, conversationId: id });
  // He goes when nothing names him any more.
  if (parted.length === CONVERSATIONS) return true;
  const contacts = await findContacts(tx, ids);
  await removePerson(tx, { contactIds: contacts.map(({ id }) => id), names: [], identities: [] });
  for (const { id } of contacts) emitContact(tx, 'DELETED', id);
  return true;
}

function ctxOf(correlationId: string): Ctx {
  return { principal: { kind: 'system', name: 'Contacts' }, correlationId };
}
