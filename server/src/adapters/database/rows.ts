import type { Principal } from '../../kernel/access.js';
import type { ActorRef, Ctx } from '../../kernel/context.js';
import type { JournalEvent, NewEvent } from '../../kernel/events.js';
import { newId } from '../../kernel/ids.js';
import type { NewJob } from '../../kernel/jobs.js';

/** The unit that rows of the journal and the queue are written for. */
export interface Origin {
  readonly ctx: Ctx;
  readonly now: number;
}

const EVENT_COLUMNS =
  '"id", "position", "type", "change", "node_id", "inbox_id", "conversation_id", "contact_id", "previous_inbox_id", "audience", "actor", "operation_id", "correlation_id", "data", "at"';
const EVENT_WIDTH = 15;
const JOB_COLUMNS =
  '"id", "name", "payload", "state", "run_at", "lane", "key", "unique_key", "attempts", "max_attempts", "correlation_id", "created_at", "updated_at"';
const JOB_WIDTH = 13;
/** Few shapes, so that each is prepared once, and below each limit on parameters. */
const ROWS_PER_INSERT = 50;

/** After how many runs a job is dead when it does not say so itself. */
export const DEFAULT_MAX_ATTEMPTS = 25;

/** A job that was committed, as far as a worker must know to claim it. */
export interface EnqueuedJob {
  id: string;
  name: string;
  runAt: number;
}

/** One INSERT of many rows. */
export interface Insert {
  sql: string;
  parameters: unknown[];
}

/** The inserts of a unit's events; `position` gives the place of each, null where it is stamped later. */
export function eventInserts(origin: Origin, events: readonly NewEvent[], position: () => number | null): Insert[] {
  return inserts('event', EVENT_COLUMNS, EVENT_WIDTH, '', events, (event) => [
    newId('event'),
    position(),
    event.type,
    event.change,
    event.nodeId,
    event.inboxId,
    event.conversationId ?? null,
    event.contactId ?? null,
    event.previousInboxId ?? null,
    event.audience ?? null,
    JSON.stringify(event.actor ?? actorOf(origin.ctx.principal)),
    origin.ctx.operationId ?? null,
    origin.ctx.correlationId,
    JSON.stringify(dataOf(origin.ctx.principal, event)),
    origin.now,
  ]);
}

/** What it says of itself, and what acted in the name of the actor. */
function dataOf(principal: Principal, { data = {} }: NewEvent): Record<string, unknown> {
  return principal.kind === 'user' && principal.via ? { ...data, via: principal.via } : data;
}

/** The inserts of a unit's jobs; a pending one with the same `unique` wins over the new one. */
export function jobInserts(origin: Origin, jobs: readonly NewJob[]): { inserts: Insert[]; enqueued: EnqueuedJob[] } {
  const enqueued = jobs.map((job) => ({ id: newId('job'), name: job.name, runAt: job.runAt ?? origin.now }));
  const pairs = jobs.map((job, index) => ({ job, row: enqueued[index]! }));
  const conflict = `ON CONFLICT ("unique_key") WHERE "unique_key" IS NOT NULL AND "state" = 'PENDING' DO NOTHING`;
  const made = inserts('job', JOB_COLUMNS, JOB_WIDTH, conflict, pairs, ({ job, row }) => [
    row.id,
    job.name,
    JSON.stringify(job.payload),
    'PENDING',
    row.runAt,
    job.lane ?? null,
    job.key ?? null,
    job.unique === undefined ? null : `${job.name}:${job.unique}`,
    0,
    job.maxAttempts ?? DEFAULT_MAX_ATTEMPTS,
    origin.ctx.correlationId,
    origin.now,
    origin.now,
  ]);
  return { inserts: made, enqueued };
}

/** An event as the table holds it. */
export interface StoredEvent {
  id: string;
  position: number;
  type: string;
  change: JournalEvent['change'];
  node_id: string;
  inbox_id: string | null;
  conversation_id: string | null;
  contact_id: string | null;
  previous_inbox_id: string | null;
  audience: string | null;
  actor: string;
  operation_id: string | null;
  correlation_id: string;
  data: string;
  at: number;
}

/** The journal's own form of a stored event. */
export function toJournalEvent(row: StoredEvent): JournalEvent {
  return {
    id: row.id,
    position: Number(row.position),
    type: row.type,
    change: row.change,
    nodeId: row.node_id,
    inboxId: row.inbox_id,
    conversationId: row.conversation_id,
    contactId: row.contact_id,
    previousInboxId: row.previous_inbox_id,
    audience: row.audience,
    actor: JSON.parse(row.actor) as ActorRef,
    operationId: row.operation_id,
    correlationId: row.correlation_id,
    data: JSON.parse(row.data) as Record<string, unknown>,
    at: Number(row.at),
  };
}

/** The columns that `toJournalEvent` reads. */
export const STORED_EVENT_COLUMNS = EVENT_COLUMNS;

function actorOf(principal: Principal): ActorRef {
  switch (principal.kind) {
    case 'user':
      return { kind: 'USER', id: principal.userId, name: principal.name };
    case 'integration':
      return { kind: principal.bot ? 'BOT' : 'INTEGRATION', id: principal.tokenId, name: principal.name };
    case 'system':
      return { kind: 'SYSTEM', id: null, name: principal.name };
  }
}

function inserts<Item>(
  table: string,
  columns: string,
  width: number,
  conflict: string,
  items: readonly Item[],
  values: (item: Item) => unknown[],
): Insert[] {
  const made: Insert[] = [];
  for (let start = 0; start < items.length; start += ROWS_PER_INSERT) {
    const slice = items.slice(start, start + ROWS_PER_INSERT);
    made.push({ sql: insertSql(table, columns, width, conflict, slice.length), parameters: slice.flatMap(values) });
  }
  return made;
}

const statements = new Map<string, string>();

function insertSql(table: string, columns: string, width: number, conflict: string, rows: number): string {
  const key = `${table} ${rows}`;
  let sql = statements.get(key);
  if (sql === undefined) {
    const row = `(${Array(width).fill('?').join(', ')})`;
    sql = `INSERT INTO "${table}" (${columns}) VALUES ${Array(rows).fill(row).join(', ')} ${conflict}`.trimEnd();
    statements.set(key, sql);
  }
  return sql;
}
