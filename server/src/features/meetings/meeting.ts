import type { CrmRecord } from '../records/index.js';
import { identityKey, MAIL_IDENTITY } from '../../kernel/identity-kinds.js';

export type Answer = 'NEEDS_ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';

/** Another time that somebody asks for; null where his calendar's zone is not known. */
export interface Proposal {
  startAt: number | null;
  endAt: number | null;
}

/** Somebody who is invited, with what he said last. */
export interface Attendee {
  address: string;
  name: string | null;
  contactId: string | null;
  answer: Answer;
  answeredAt: number | null;
  /** When his calendar says he said so: what is older came late and counts for nothing. */
  stamp: string | null;
  comment: string | null;
  proposal: Proposal | null;
}

/** What a meeting has beside what all records have; its beginning is `dueAt`, its end by being called off `doneAt`, its UID `lookup`. */
export interface MeetingData {
  endAt: number;
  timeZone: string;
  otherTimeZone: string | null;
  location: string | null;
  organizer: { name: string; address: string };
  attendees: Attendee[];
  /** Counts what was sent about it (RFC 5545, 3.8.7.4). */
  sequence: number;
  /** That with which its date last changed. */
  dateSequence: number;
  /** The last mails that were read as answers: none is read twice. */
  read: string[];
  /** The last mail about it, and the inbox that it was sent from. */
  messageId: string;
  inboxId: string;
  /** What it was before that mail, for as long as that may still be stopped; null for a new one. */
  before: Snapshot | null;
}

/** A meeting as it was. */
export type Snapshot = Pick<CrmRecord, 'title' | 'body' | 'dueAt' | 'sortAt' | 'doneAt'> & { data: Omit<MeetingData, 'before'> };

export const dataOf = (record: CrmRecord): MeetingData => record.data as unknown as MeetingData;
export const asData = (data: MeetingData): Record<string, unknown> => ({ ...data });

export function snapshotOf(record: CrmRecord): Snapshot {
  const { before: _, ...data } = dataOf(record);
  const { title, body, dueAt, sortAt, doneAt } = record;
  return { title, body, dueAt, sortAt, doneAt, data };
}

/** By which calendars know it everywhere (RFC 7986, 5.3): a UUID, and of no use to who has not been sent it. */
export function uidOf(id: string): string {
  const hex = id.slice(id.indexOf('_') + 1);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Whether two mail addresses are one. */
export const sameAddress = (a: string, b: string): boolean => identityKey(MAIL_IDENTITY, a) === identityKey(MAIL_IDENTITY, b);
