import type { CrmRecord } from '../records/index.js';
import { DomainError } from '../../kernel/errors.js';
import { isIdentityValue, MAIL_IDENTITY } from '../../kernel/identity-kinds.js';
import { type Attendee, dataOf, sameAddress } from './meeting.js';

/** `MeetingSaveInput` as it arrives. */
export interface MeetingSave {
  id: string;
  messageId?: string | null;
  title?: string | null;
  startAt?: number | null;
  endAt?: number | null;
  timeZone?: string | null;
  otherTimeZone?: string | null;
  location?: string | null;
  body?: string | null;
  attendees?: string[] | null;
  conversationId?: string | null;
  inboxId?: string | null;
  newConversationId?: string | null;
  text?: string | null;
  language?: string | null;
  expectedVersion?: number | null;
  operationId?: string | null;
}

/** `MeetingCancelInput` as it arrives. */
export type MeetingCancel = Pick<MeetingSave, 'id' | 'messageId' | 'text' | 'language' | 'expectedVersion' | 'operationId'>;

/** What people are told of a meeting. */
export interface Plan {
  title: string;
  body: string | null;
  startAt: number;
  endAt: number;
  timeZone: string;
  otherTimeZone: string | null;
  location: string | null;
  attendees: Attendee[];
}

const TITLE_LENGTH = 250;
const LOCATION_LENGTH = 1_000;
const BODY_LENGTH = 8_000;
const TEXT_LENGTH = 20_000;
const ATTENDEES = 50;
const LONGEST_MS = 14 * 24 * 60 * 60_000;

const invalid = (field: string, message: string): DomainError => new DomainError('INVALID', message, { path: [field] });

/** The plan of a new meeting, checked. */
export function planOf(input: MeetingSave, now: number): Plan {
  if (input.startAt == null) throw invalid('startAt', 'Say when it begins.');
  if (input.endAt == null) throw invalid('endAt', 'Say when it ends.');
  const plan: Plan = {
    title: titleOf(input.title ?? ''),
    body: textOf(input.body, 'body', BODY_LENGTH),
    startAt: input.startAt,
    endAt: input.endAt,
    timeZone: zoneOf(input.timeZone ?? '', 'timeZone'),
    otherTimeZone: input.otherTimeZone ? zoneOf(input.otherTimeZone, 'otherTimeZone') : null,
    location: locationOf(input.location),
    attendees: attendeesOf(input.attendees ?? []),
  };
  checkTimes(plan, now);
  if (plan.attendees.length === 0) throw invalid('attendees', 'Say who is invited.');
  return plan;
}

/** The plan of one that is there, with what the input changes; null when nothing would be different. */
export function changedPlan(record: CrmRecord, input: MeetingSave, now: number): { plan: Plan; moved: boolean } | null {
  const before = currentPlan(record);
  if (record.doneAt !== null) throw invalid('id', 'It was called off. Make a new one.');
  const plan: Plan = {
    title: input.title == null ? before.title : titleOf(input.title),
    body: input.body === undefined ? before.body : textOf(input.body, 'body', BODY_LENGTH),
    startAt: input.startAt ?? before.startAt,
    endAt: input.endAt ?? before.endAt,
    timeZone: input.timeZone == null ? before.timeZone : zoneOf(input.timeZone, 'timeZone'),
    otherTimeZone: otherZone(input.otherTimeZone, before.otherTimeZone),
    location: input.location === undefined ? before.location : locationOf(input.location),
    attendees: input.attendees == null ? before.attendees : joined(before.attendees, attendeesOf(input.attendees)),
  };
  if (JSON.stringify(plan) === JSON.stringify(before)) return null;
  const moved = plan.startAt !== before.startAt || plan.endAt !== before.endAt;
  if (moved) checkTimes(plan, now);
  return { plan, moved };
}

export function currentPlan(record: CrmRecord): Plan {
  const { endAt, timeZone, otherTimeZone, location, attendees } = dataOf(record);
  const { title, body, dueAt } = record;
  return { title, body, startAt: dueAt ?? 0, endAt, timeZone, otherTimeZone, location, attendees };
}

/** What the agent writes above, in the mail. */
export const wordsAbove = (text: string | null | undefined): string => textOf(text, 'text', TEXT_LENGTH) ?? '';

function checkTimes({ startAt, endAt }: Plan, now: number): void {
  if (startAt <= now) throw invalid('startAt', 'It would begin in the past.');
  if (endAt <= startAt) throw invalid('endAt', 'It would end before it begins.');
  if (endAt - startAt > LONGEST_MS) throw invalid('endAt', 'A meeting takes 14 days at most.');
}

function titleOf(text: string): string {
  const title = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (title === '') throw invalid('title', 'Give it a name.');
  return [...title].slice(0, TITLE_LENGTH).join('');
}

function textOf(text: string | null | undefined, field: string, limit: number): string | null {
  const body = (text ?? '').replaceAll('\r\n', '\n').trim();
  if (body.length > limit) throw invalid(field, `The text has at most ${limit} characters.`);
  return body === '' ? null : body;
}

function locationOf(text: string | null | undefined): string | null {
  const line = textOf(text, 'location', LOCATION_LENGTH);
  return line === null ? null : line.replaceAll(/[\p{Cc}\s]+/gu, ' ');
}

function otherZone(given: string | null | undefined, before: string | null): string | null {
  if (given === undefined) return before;
  return given ? zoneOf(given, 'otherTimeZone') : null;
}

function zoneOf(name: string, field: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone && name;
  } catch {
    throw invalid(field, 'A time zone is named such as Europe/Amsterdam.');
  }
}

function attendeesOf(addresses: readonly string[]): Attendee[] {
  if (addresses.length > ATTENDEES) throw invalid('attendees', `At most ${ATTENDEES} people are invited.`);
  const attendees: Attendee[] = [];
  for (const [index, given] of addresses.entries()) {
    const address = given.trim();
    if (!isIdentityValue(MAIL_IDENTITY, address))
      throw new DomainError('INVALID', `“${given.slice(0, 100)}” is not an address.`, { path: ['attendees', String(index)] });
    if (attendees.some((one) => sameAddress(one.address, address))) continue;
    attendees.push({ ...UNANSWERED, address, name: null, contactId: null });
  }
  return attendees;
}

/** Of somebody who has not said whether he comes. */
export const UNANSWERED = {
  answer: 'NEEDS_ACTION',
  answeredAt: null,
  stamp: null,
  comment: null,
  proposal: null,
} satisfies Partial<Attendee>;

function joined(before: readonly Attendee[], given: readonly Attendee[]): Attendee[] {
  const lost = before.find(({ address }) => !given.some((one) => sameAddress(one.address, address)));
  if (lost) throw invalid('attendees', `${lost.address} has been invited already: call the meeting off, or leave the address.`);
  return [...before, ...given.filter(({ address }) => !before.some((one) => sameAddress(one.address, address)))];
}
