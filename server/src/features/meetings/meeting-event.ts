import type { CalendarEvent } from '@balie/plugin-sdk';
import type { CrmRecord } from '../records/index.js';
import { type Answer, dataOf } from './meeting.js';

const PARTSTAT: Record<Answer, string> = {
  NEEDS_ACTION: 'NEEDS-ACTION',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  TENTATIVE: 'TENTATIVE',
};

const instant = (at: number): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** A meeting as a channel carries it: what all who are invited are to know, and when it was said. */
export function eventOf(record: CrmRecord, method: 'REQUEST' | 'CANCEL', now: number): CalendarEvent {
  const { endAt, timeZone, location, organizer, attendees, sequence } = dataOf(record);
  return {
    method,
    uid: record.lookup ?? '',
    summary: record.title,
    ...(record.body ? { description: record.body } : {}),
    start: instant(record.dueAt ?? 0),
    end: instant(endAt),
    allDay: false,
    timeZone,
    ...(location ? { location } : {}),
    organizer: {
      ...(organizer.name ? { name: organizer.name } : {}),
      ...(organizer.address ? { address: organizer.address } : {}),
    },
    attendees: attendees.map(({ address, name, answer }) => ({
      address,
      ...(name ? { name } : {}),
      answer: PARTSTAT[answer],
    })),
    status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    sequence,
    stamp: instant(now),
  };
}
