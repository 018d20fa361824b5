import type { CalendarEvent } from '@balie/plugin-sdk';
import { type Answer, type Attendee, type MeetingData, type Proposal, sameAddress } from './meeting.js';

/** What somebody says to an invitation, as his calendar wrote it and his network brought it. */
export interface Said {
  address: string;
  answer: Answer | null;
  proposal: Proposal | null;
  /** Of the invitation that he answers. */
  sequence: number;
  startAt: number | null;
  stamp: string | null;
  comment: string | null;
  at: number;
}

const ANSWERS: ReadonlySet<string> = new Set(['ACCEPTED', 'DECLINED', 'TENTATIVE']);
const COMMENT_LENGTH = 2_000;

/**
 * What the sender of a mail says with an event in it; null when it is no answer, or one in somebody else's name. Some calendars write
 * another of his addresses into it than the one that was invited; the network's word on who sent it is what counts.
 */
export function saidBy(address: string, event: CalendarEvent, attendees: readonly Attendee[], at: number): Said | null {
  if (event.method !== 'REPLY' && event.method !== 'COUNTER') return null;
  const named = event.attendees ?? [];
  const own = named.find((one) => one.address !== undefined && sameAddress(one.address, address));
  const only = named.length === 1 && !isAnother(named[0]?.address, address, attendees) ? named[0] : undefined;
  const entry = own ?? only;
  // A proposal may name nobody (RFC 5546, 3.2.7); an answer names him who gives it.
  if (!entry && event.method === 'REPLY') return null;
  const answer = ANSWERS.has(entry?.answer ?? '') ? (entry?.answer as Answer) : null;
  const startAt = instantOf(event.start);
  const proposal = event.method === 'COUNTER' ? { startAt, endAt: instantOf(event.end) } : null;
  if (!answer && !proposal) return null;
  const comment = event.comment?.trim().slice(0, COMMENT_LENGTH) || null;
  return { address, answer, proposal, sequence: event.sequence ?? 0, startAt, stamp: event.stamp ?? null, comment, at };
}

function isAnother(named: string | undefined, sender: string, attendees: readonly Attendee[]): boolean {
  return attendees.some((one) => named !== undefined && sameAddress(one.address, named) && !sameAddress(one.address, sender));
}

/** Only what names its zone is an instant. */
function instantOf(time: string | undefined): number | null {
  const at = time?.endsWith('Z') ? Date.parse(time) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** How an answer counts: for the date that stands, for an earlier one, or as a wish for another. */
export type Counted = 'ANSWERED' | 'OUTDATED' | 'PROPOSED';

/** Whether it is about a date that stands no more. What names the very time that stands is not, whatever it counts. */
export function isOutdated(data: Pick<MeetingData, 'dateSequence'>, startAt: number | null, said: Said): boolean {
  const sameTime = said.proposal === null && said.startAt !== null && said.startAt === startAt;
  return said.sequence < data.dateSequence && !sameTime;
}

/** Those who are invited after one of them has spoken; null when he is none of them, or had said something newer already. */
export function afterAnswer(attendees: readonly Attendee[], said: Said, outdated: boolean): Attendee[] | null {
  const before = attendees.find(({ address }) => sameAddress(address, said.address));
  if (!before || isOlder(said.stamp, before.stamp)) return null;
  if (outdated) return [...attendees];
  const after: Attendee = {
    ...before,
    answer: said.answer ?? before.answer,
    answeredAt: said.at,
    stamp: said.stamp ?? before.stamp,
    comment: said.comment,
    proposal: said.proposal ?? (said.answer === 'ACCEPTED' ? null : before.proposal),
  };
  return attendees.map((one) => (one === before ? after : one));
}

function isOlder(stamp: string | null, known: string | null): boolean {
  return stamp !== null && known !== null && Date.parse(stamp) < Date.parse(known);
}
