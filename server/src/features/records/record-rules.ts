import { DomainError } from '../../kernel/errors.js';
import { identityDomain } from '../../kernel/identity-kinds.js';
import { type IdKind, isId, kindOfId } from '../../kernel/ids.js';
import type { CrmRecord } from './record.entity.js';

export type RecordType = CrmRecord['type'];

/** The type of a record by the kind of its id. */
export const TYPES: Partial<Record<IdKind, RecordType>> = {
  ticket: 'TICKET',
  deal: 'DEAL',
  task: 'TASK',
  note: 'NOTE',
  call: 'CALL',
  meeting: 'MEETING',
  company: 'COMPANY',
};

/** What a record may hang on, besides other records. */
const ABOUT: ReadonlySet<IdKind> = new Set(['contact', 'conversation', 'company', 'ticket', 'deal'] as const);

const TITLE_LENGTH = 250;
const BODY_LENGTH = 20_000;
const LINKS = 20;
/** Sorts behind every date: a task without one. */
export const NO_DATE = 8_640_000_000_000_000;

export interface CallFacts {
  phone?: string | null;
  direction: 'INBOUND' | 'OUTBOUND';
  outcome?: 'CONNECTED' | 'BUSY' | 'NO_ANSWER' | 'LEFT_MESSAGE' | 'WRONG_NUMBER' | null;
  seconds?: number | null;
}

/** A record as it is given; what is undefined stays as it is. */
export interface RecordSave {
  id: string;
  title?: string | null;
  ownerId?: string | null;
  body?: string | null;
  stageId?: string | null;
  priority?: CrmRecord['priority'];
  source?: string | null;
  amount?: number | null;
  currency?: string | null;
  dueAt?: number | null;
  remindAt?: number | null;
  done?: boolean | null;
  call?: CallFacts | null;
  domain?: string | null;
  /** Of a note: agents, and teams with all their people, whom it calls. */
  mentionIds?: string[] | null;
  linkIds?: string[] | null;
  /** Given by files alone. */
  externalId?: string | null;
  expectedVersion?: number | null;
}

type Field = Exclude<keyof RecordSave, 'id' | 'linkIds' | 'externalId' | 'expectedVersion' | 'operationId'>;
const COMMON: readonly Field[] = ['title', 'ownerId', 'body'];
const FIELDS: Record<RecordType, readonly Field[]> = {
  TICKET: ['stageId', 'priority', 'source'],
  DEAL: ['stageId', 'amount', 'currency', 'dueAt'],
  TASK: ['dueAt', 'remindAt', 'done'],
  NOTE: ['mentionIds'],
  CALL: ['call'],
  MEETING: [],
  COMPANY: ['domain'],
};
const ALL_FIELDS = [...new Set([...COMMON, ...Object.values(FIELDS).flat()])];

/** Refuses to change what others have been told of without telling them. */
export function refuseMeeting(type: RecordType): void {
  if (type === 'MEETING')
    throw invalid('id', 'A meeting is made and changed by meetingSave, so that whoever is invited knows of it.');
}

/** The type that an id names; NOT_FOUND when it is no record's. */
export function typeOf(id: string, path: string[] = ['id']): RecordType {
  const kind = kindOfId(id);
  const type = kind && TYPES[kind];
  if (!type) throw new DomainError('NOT_FOUND', 'There is no such record.', { path });
  return type;
}

/** Refuses an id that the client did not make as ours are made. */
export function checkNewId(id: string): void {
  const kind = kindOfId(id);
  if (!kind || !isId(kind, id))
    throw new DomainError('INVALID', 'Make the id as ours are made: prefix and UUIDv7.', { path: ['id'] });
}

/** What a new record is about, each once; INVALID when something else is named. */
export function checkLinks(ids: readonly string[] | null | undefined): string[] {
  const unique = [...new Set(ids ?? [])];
  if (unique.length > LINKS) throw invalid('linkIds', `A record is tied to at most ${LINKS} things at once.`);
  for (const id of unique) checkLink(id, 'linkIds');
  return unique;
}

export function checkLink(id: string, field: string): IdKind {
  const kind = kindOfId(id);
  if (kind && ABOUT.has(kind)) return kind;
  throw invalid(field, 'A record is about contacts, conversations, companies, tickets or deals.');
}

/** The columns that the input changes, checked; the stage and the owner are looked up by the service. */
export function changesOf(type: RecordType, input: RecordSave): Partial<CrmRecord> {
  const foreign = ALL_FIELDS.find((field) => input[field] != null && ![...COMMON, ...FIELDS[type]].includes(field));
  if (foreign) throw invalid(foreign, `A ${type.toLowerCase()} has no ${foreign}.`);
  const changes: Partial<CrmRecord> = {};
  if (input.title != null) changes.title = titleOf(input.title);
  if (input.body !== undefined) changes.body = bodyOf(input.body);
  if (input.ownerId !== undefined) changes.ownerId = input.ownerId;
  if (input.priority !== undefined) changes.priority = input.priority;
  if (input.source !== undefined) changes.source = wordOf(input.source, 'source');
  if (input.dueAt !== undefined) changes.dueAt = input.dueAt;
  if (input.remindAt !== undefined) changes.remindAt = input.remindAt;
  if (input.amount !== undefined) changes.amount = amountOf(input.amount);
  if (input.currency !== undefined) changes.currency = input.currency === null ? null : currencyOf(input.currency);
  if (input.call != null) changes.data = { ...callOf(input.call) };
  if (input.externalId !== undefined) changes.externalId = input.externalId;
  if (input.domain !== undefined) changes.lookup = domainOf(input.domain);
  if (type === 'NOTE' && changes.body !== undefined) changes.title = titleOf(firstWords(changes.body ?? ''));
  return changes;
}

/** Whether anything would be different; JSON is compared as it is kept. */
export function differs(record: CrmRecord, changes: Partial<CrmRecord>): boolean {
  return Object.entries(changes).some(([key, value]) => JSON.stringify(value) !== JSON.stringify(record[key as keyof CrmRecord]));
}

/** A title where none was given. */
export function defaultTitle(type: RecordType, about: string | null): string {
  if (type === 'COMPANY' || type === 'TASK')
    throw invalid('title', type === 'TASK' ? 'Say what is to be done.' : 'Give the company a name.');
  if (type === 'NOTE') throw invalid('body', 'Write the note.');
  return titleOf(about ?? '–');
}

function titleOf(text: string): string {
  const title = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (title === '') throw invalid('title', 'Give it a name.');
  return [...title].slice(0, TITLE_LENGTH).join('');
}

function firstWords(text: string): string {
  return text.trim() === '' ? '' : text.trim().slice(0, 80);
}

function bodyOf(text: string | null): string | null {
  const body = (text ?? '').replaceAll('\r\n', '\n').trim();
  if (body.length > BODY_LENGTH) throw invalid('body', `The text has at most ${BODY_LENGTH} characters.`);
  return body === '' ? null : body;
}

function wordOf(text: string | null, field: string): string | null {
  const word = (text ?? '').replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  if (word.length > 60) throw invalid(field, 'At most 60 characters.');
  return word === '' ? null : word;
}

function amountOf(amount: number | null): number | null {
  if (amount === null) return null;
  if (!Number.isSafeInteger(amount) || amount < 0) throw invalid('amount', 'An amount is a whole number of the smallest unit.');
  return amount;
}

/** The currency as it is written; INVALID when it is none. */
export function currencyOf(currency: string): string {
  const code = currency.trim().toUpperCase();
  if (!Intl.supportedValuesOf('currency').includes(code)) throw invalid('currency', 'A currency is three letters, such as EUR.');
  return code;
}

function callOf({ phone, direction, outcome, seconds }: CallFacts): CallFacts {
  const number = wordOf(phone ?? null, 'call');
  if (number !== null && !/^\+?[\d\s().*#-]{2,40}$/.test(number))
    throw new DomainError('INVALID', 'That is no phone number.', { path: ['call', 'phone'] });
  if (seconds != null && (!Number.isInteger(seconds) || seconds < 0 || seconds > 86_400))
    throw new DomainError('INVALID', 'A call takes 0 to 86,400 seconds.', { path: ['call', 'seconds'] });
  return { phone: number, direction, outcome: outcome ?? null, seconds: seconds ?? null };
}

function domainOf(input: string | null): string | null {
  const domain = (input ?? '').trim().replace(/^@/, '').toLowerCase();
  if (domain === '') return null;
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)) throw invalid('domain', 'A domain looks like example.com.');
  if (identityDomain('email', `x@${domain}`) === null)
    throw invalid('domain', 'Anybody can have an address there: it belongs to no company.');
  return domain;
}

export function invalid(field: string, message: string): DomainError {
  return new DomainError('INVALID', message, { path: [field] });
}
