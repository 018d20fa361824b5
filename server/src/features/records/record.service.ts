import { Injectable } from '@nestjs/common';
import { visibleInboxes } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { forEach, type UserErrorRow } from '../../kernel/user-errors.js';
import { findAgents } from '../agents/index.js';
import { addItem, type Conversation } from '../conversations/index.js';
import { indexRecords, reindexList } from '../list-index/index.js';
import { associate, associationsOf, dissociate } from './association.repository.js';
import { calledBy, inboxIdsOf, mentionsOf, tellCalled } from './note-mentions.js';
import { findStageWithType, firstStage } from './pipeline.repository.js';
import { maySeeTarget, requireEditable, requireLinkable, tellOfRecord } from './record-access.js';
import {
  changesOf,
  checkLink,
  checkLinks,
  checkNewId,
  defaultTitle,
  differs,
  invalid,
  NO_DATE,
  refuseMeeting,
  type RecordSave,
  type RecordType,
  typeOf,
} from './record-rules.js';
import type { CrmRecord } from './record.entity.js';
import {
  findByLookup,
  findRecords,
  insertRecord,
  listRecords,
  nextNumber,
  type RecordFilter,
  sortValue,
  takenIds,
  updateRecord,
} from './record.repository.js';

import { usualCurrency } from './usual-currency.js';
import { contactTimeline, type TimelinePage } from './timeline.js';

/** A list as it is asked for. */
export interface RecordListing {
  filter: RecordFilter;
  order?: 'NEWEST' | 'OLDEST' | null;
  first?: number | null;
  after?: string | null;
}

export interface RecordsResult {
  records: CrmRecord[];
  userErrors: UserErrorRow[];
}

const BULK_LIMIT = 200;
/** The job that tells the owner of a task. */
export const REMIND = 'task.remind';

/** Tickets, deals, tasks, notes, calls, meetings and companies: what agents do with them. */
@Injectable()
export class RecordService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** A page in the form of `RecordConnection`. */
  async list(ctx: Ctx, { filter, order, first, after }: RecordListing) {
    const size = pageSize(first);
    const newest = order !== 'OLDEST';
    const list = `records:${String(newest)}:${filterText(filter)}`;
    const from = after ? decodeCursor(after, list) : null;
    // Read before the page: a change in between is then told twice rather than never.
    const position = await this.journal.position();
    const page = { filter, visible: visibleInboxes(ctx.principal), newest, after: from, limit: size + 1 };
    const rows = await listRecords(this.uow.reader, page);
    const nodes = rows.slice(0, size);
    const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: sortValue(filter, node), id: node.id }, list), node }));
    const pageInfo = {
      hasNextPage: rows.length > size,
      hasPreviousPage: from !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    return { position: String(position), edges, nodes, pageInfo };
  }

  /** The same for who names what the list is about: nothing hangs on what he may not see (S6). */
  async listNamed(ctx: Ctx, listing: RecordListing) {
    const { toId } = listing.filter;
    if (!toId || (await maySeeTarget(ctx, this.uow.reader, toId))) return this.list(ctx, listing);
    return this.list(ctx, { ...listing, filter: { ...listing.filter, toId: 'nothing' } });
  }

  /** Everything about a contact, newest first. */
  async timeline(ctx: Ctx, contactId: string, page: TimelinePage) {
    const position = await this.journal.position();
    return { position: String(position), ...(await contactTimeline(ctx, this.uow.reader, contactId, page)) };
  }

  /** Makes a record under the id that the client made, or changes the one that is there; a repeat changes nothing. */
  async save(ctx: Ctx, input: RecordSave): Promise<CrmRecord> {
    typeOf(input.id);
    return this.uow.run(ctx, (tx) => saveRecord(tx, input));
  }

  /** Ties a record to something, or unties it (D15). */
  async link(ctx: Ctx, id: string, toId: string, remove: boolean): Promise<CrmRecord> {
    typeOf(id);
    checkLink(toId, 'toId');
    return this.uow.run(ctx, (tx) => linkRecord(tx, { id, toId, remove }));
  }

  /** The same for several; an expected failure of one leaves the others be. */
  async linkAll(ctx: Ctx, ids: readonly string[], toId: string, remove: boolean): Promise<RecordsResult> {
    checkLink(toId, 'toId');
    checkBulk(ids, 'ids');
    return this.uow.run(ctx, (tx) => each(ids, (id) => linkRecord(tx, { id, toId, remove })));
  }

  /** Changes several, each as it says, and makes none; an expected failure of one leaves the others be. */
  async changeAll(ctx: Ctx, changes: readonly RecordSave[]): Promise<RecordsResult> {
    checkBulk(changes, 'changes');
    return this.uow.run(ctx, (tx) => each(changes, (one) => changeRecord(tx, one)));
  }

  /** Puts records into the bin, or takes them out of it (D44); an expected failure of one leaves the others be. */
  async delete(ctx: Ctx, ids: readonly string[], restore: boolean): Promise<RecordsResult> {
    checkBulk(ids, 'ids');
    return this.uow.run(ctx, (tx) => each(ids, (id) => binRecord(tx, { id, restore })));
  }
}

function checkBulk(items: readonly unknown[], field: string): void {
  if (items.length > BULK_LIMIT)
    throw new DomainError('LIMIT', `At most ${BULK_LIMIT} records are changed at once.`, { path: [field] });
}

/** What became of each. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<CrmRecord>): Promise<RecordsResult> {
  const { done, userErrors } = await forEach(items, work);
  return { records: done, userErrors };
}

interface Tie {
  id: string;
  toId: string;
  remove?: boolean;
  expectedVersion?: number | null;
}

/** Ties a record to something, or unties it, as part of a unit. */
export async function linkRecord(tx: Tx, { id, toId, remove = false, expectedVersion }: Tie): Promise<CrmRecord> {
  typeOf(id, []);
  const record = await requireEditable(tx, id);
  refuseChanged(record, expectedVersion);
  const conversations = await requireLinkable(tx, [toId], 'toId');
  const changed = remove ? await dissociate(tx, id, toId) : (await associate(tx, record, [toId])) > 0;
  if (!changed) return record;
  if (!remove) await tellConversations(tx, record, conversations, 'record_linked');
  return store(tx, record, {});
}

/** Makes or changes a record as part of a unit. */
export async function saveRecord(tx: Tx, input: RecordSave): Promise<CrmRecord> {
  const type = typeOf(input.id);
  refuseMeeting(type);
  const taken = (await takenIds(tx, [input.id])).has(input.id);
  return taken ? changeRecord(tx, input) : create(tx, type, input);
}

interface Binning {
  id: string;
  restore: boolean;
  expectedVersion?: number | null;
}

/** Puts a record into the bin, or takes it out of it, as part of a unit (D44). */
export async function binRecord(tx: Tx, { id, restore, expectedVersion }: Binning): Promise<CrmRecord> {
  typeOf(id, []);
  const record = await requireEditable(tx, id);
  refuseChanged(record, expectedVersion);
  if ((record.deletedAt === null) === restore) return record;
  if (!restore) refuseExpected(tx, record);
  if (restore) await refuseTakenLookup(tx, record.type, record.lookup, id);
  return store(tx, record, { deletedAt: restore ? null : tx.now }, restore ? 'CREATED' : 'DELETED');
}

/** Who is invited would come all the same. */
function refuseExpected({ now }: Tx, { type, doneAt, dueAt }: CrmRecord): void {
  if (type === 'MEETING' && doneAt === null && (dueAt ?? 0) > now)
    throw new DomainError('INVALID', 'Call the meeting off first, so that whoever is invited knows.', { path: [] });
}

async function create(tx: Tx, type: RecordType, input: RecordSave): Promise<CrmRecord> {
  checkNewId(input.id);
  const linkIds = checkLinks(input.linkIds);
  const conversations = await requireLinkable(tx, linkIds, 'linkIds');
  const contacts = conversations.flatMap(({ contactId }) => contactId ?? []);
  const inboxIds = conversations.map(({ inboxId }) => inboxId);
  const changes = { ...(await settled(tx, type, input, null)), ...(await calledBy(tx, input, inboxIds)) };
  const actor = actorOf(tx.ctx.principal);
  const number = type === 'TICKET' ? await nextNumber(tx, type) : null;
  const record: CrmRecord = {
    id: input.id,
    type,
    number,
    title: changes.title ?? defaultTitle(type, conversations[0]?.subject || null),
    ...{ body: null, stageId: null, priority: null, source: null, amount: null, currency: null, dueAt: null, remindAt: null },
    ...{ doneAt: null, data: {}, deletedAt: null, lookup: null, externalId: null },
    ownerId: actor.kind === 'USER' && type !== 'COMPANY' ? actor.id : null,
    createdById: actor.id,
    createdByName: actor.name,
    createdAt: tx.now,
    updatedAt: tx.now,
    sortAt: tx.now,
    version: 1,
    ...changes,
  };
  if (number !== null) record.lookup = String(number);
  if (type === 'TASK') record.sortAt = record.dueAt ?? NO_DATE;
  if (type === 'CALL' && !input.call) throw invalid('call', 'Say which way the call went.');
  await refuseTakenLookup(tx, type, record.lookup, record.id);
  // Another unit took the id between the two statements: this is its repeat.
  if (!(await insertRecord(tx, record)))
    throw new DomainError('CONFLICT', 'It is being made already. Look again.', { currentId: input.id });
  await indexRecords(tx, [record]);
  await associate(tx, record, [...new Set([...linkIds, ...contacts])]);
  await followCompany(tx, null, record);
  remind(tx, record);
  tellCalled(tx, record, []);
  await tellConversations(tx, record, conversations, 'record_created');
  await tellOfRecord(tx, tx, record, 'CREATED', [...linkIds, ...contacts].find((id) => id.startsWith('con_')) ?? null);
  return record;
}

/** Changes a record that is there, as part of a unit. */
export async function changeRecord(tx: Tx, input: RecordSave): Promise<CrmRecord> {
  const record = await requireEditable(tx, input.id);
  refuseChanged(record, input.expectedVersion);
  const called = input.mentionIds == null ? null : await calledBy(tx, input, await inboxIdsOf(tx, record.id));
  const changes = { ...(await settled(tx, record.type, input, record)), ...called };
  if (record.type === 'TASK' && changes.dueAt !== undefined) changes.sortAt = changes.dueAt ?? NO_DATE;
  if (!differs(record, changes)) return record;
  if (changes.lookup) await refuseTakenLookup(tx, record.type, changes.lookup, record.id);
  const after = await store(tx, record, changes);
  if (after.remindAt !== record.remindAt) remind(tx, after);
  if (called) tellCalled(tx, after, mentionsOf(record));
  return after;
}

/** What the input changes, with what follows from a stage and whether the owner is one of us. */
async function settled(tx: Tx, type: RecordType, input: RecordSave, before: CrmRecord | null): Promise<Partial<CrmRecord>> {
  const changes = changesOf(type, input);
  if (changes.ownerId && changes.ownerId !== before?.ownerId) {
    const [owner] = await findAgents(tx, [changes.ownerId]);
    if (owner?.state !== 'ACTIVE') throw invalid('ownerId', 'There is no active agent with this id.');
  }
  if (type === 'TICKET' || type === 'DEAL') {
    const given = input.stageId ? await findStageWithType(tx, input.stageId) : null;
    if (input.stageId && given?.type !== type) throw invalid('stageId', 'There is no such stage.');
    const stage = given?.stage ?? (before ? null : await firstStage(tx, type));
    if (stage) {
      changes.stageId = stage.id;
      changes.doneAt = stage.outcome === 'OPEN' ? null : (before?.doneAt ?? tx.now);
    }
  }
  // An amount is worth nothing without its currency.
  if (changes.amount != null && (changes.currency ?? before?.currency ?? null) === null)
    changes.currency = await usualCurrency(tx);
  if (input.done != null) changes.doneAt = input.done ? (before?.doneAt ?? tx.now) : null;
  return changes;
}

async function store(
  tx: Tx,
  record: CrmRecord,
  changes: Partial<CrmRecord>,
  told: 'CREATED' | 'UPDATED' | 'DELETED' = 'UPDATED',
): Promise<CrmRecord> {
  if (!(await updateRecord(tx, record.id, record.version, changes))) throw conflict(record);
  const after = { ...record, ...changes, version: record.version + 1, updatedAt: tx.now };
  if (FOUND_BY.some((key) => after[key] !== record[key])) await indexRecords(tx, [after]);
  await followCompany(tx, record, after);
  const contact = (await associationsOf(tx, [record.id])).find(({ toKind }) => toKind === 'contact');
  await tellOfRecord(tx, tx, after, told, contact?.toId ?? null);
  return after;
}

const FOUND_BY = ['title', 'lookup', 'sortAt'] as const;
const NAMED_BY = ['title', 'lookup', 'deletedAt'] as const;

/** Contacts are found by their companies: those tied to it, and those with an address of its domain, of the one before too. */
async function followCompany(tx: Tx, before: CrmRecord | null, after: CrmRecord): Promise<void> {
  const { id, type, lookup } = after;
  if (type !== 'COMPANY' || (!before && lookup === null)) return;
  if (before && NAMED_BY.every((key) => after[key] === before[key])) return;
  await reindexList(tx, { of: 'company', id, domain: lookup });
  if (before && before.lookup !== lookup) await reindexList(tx, { of: 'company', id, domain: before.lookup });
}

/** Writes into the timelines of conversations what now hangs on them. */
async function tellConversations(
  tx: Tx,
  record: CrmRecord,
  conversations: readonly Conversation[],
  activity: string,
): Promise<void> {
  const author = actorOf(tx.ctx.principal);
  const data = { recordId: record.id, recordType: record.type, name: record.title, number: record.number };
  for (const { id } of conversations)
    await addItem(tx, id, { kind: 'ACTIVITY', direction: 'INTERNAL', author, at: tx.now, activity, data });
}

function remind(tx: Tx, { id, remindAt }: CrmRecord): void {
  if (remindAt !== null) tx.enqueue({ name: REMIND, payload: { id, remindAt }, runAt: remindAt, unique: `${id}:${remindAt}` });
}

async function refuseTakenLookup(tx: Tx, type: RecordType, lookup: string | null, id: string): Promise<void> {
  const other = lookup === null ? null : await findByLookup(tx, type, lookup);
  if (!other || other.id === id) return;
  // A domain belongs to one company; whose it is, is told only to those who may see that company.
  const [seen] = await findRecords(tx, [other.id], visibleInboxes(tx.ctx.principal));
  if (!seen) throw new DomainError('CONFLICT', 'Another company has this domain already.', { path: ['domain'] });
  throw new DomainError('CONFLICT', `${other.title} has this domain already.`, { currentId: other.id, path: ['domain'] });
}

function refuseChanged(record: CrmRecord, expected: number | null | undefined): void {
  if (expected != null && expected !== record.version) throw conflict(record);
}

function conflict(record: CrmRecord): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed it. Look at it again.', { currentId: record.id });
}

function filterText(filter: RecordFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  return JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1)));
}
