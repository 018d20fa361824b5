import {
  IconBuilding,
  IconCalendarEvent,
  IconCheckbox,
  IconCoin,
  IconNote,
  IconPhone,
  IconTicket,
  type Icon,
} from '@tabler/icons-react';
import type { TextKey } from '../../app/intl.js';
import type { RecordType } from '../../generated/crm.js';
import { makeId } from '../../lib/ids.js';

interface Kind {
  /** In addresses. */
  path: string;
  many: TextKey;
  add: TextKey;
  none: TextKey;
  icon: Icon;
  prefix: Parameters<typeof makeId>[0];
}

/** What each type of record is called and how it looks. */
export const KINDS: Record<RecordType, Kind> = {
  TICKET: { path: 'tickets', many: 'crm.tickets', add: 'crm.addTicket', none: 'crm.noTickets', icon: IconTicket, prefix: 'tkt' },
  DEAL: { path: 'deals', many: 'crm.deals', add: 'crm.addDeal', none: 'crm.noDeals', icon: IconCoin, prefix: 'dea' },
  TASK: { path: 'tasks', many: 'crm.tasks', add: 'crm.addTask', none: 'crm.noTasks', icon: IconCheckbox, prefix: 'tsk' },
  NOTE: { path: 'notes', many: 'crm.notes', add: 'crm.addNote', none: 'crm.noNotes', icon: IconNote, prefix: 'not' },
  CALL: { path: 'calls', many: 'crm.calls', add: 'crm.addCall', none: 'crm.noCalls', icon: IconPhone, prefix: 'cll' },
  MEETING: {
    path: 'meetings',
    many: 'crm.meetings',
    add: 'crm.addMeeting',
    none: 'crm.noMeetings',
    icon: IconCalendarEvent,
    prefix: 'mtg',
  },
  COMPANY: {
    path: 'companies',
    many: 'crm.companies',
    add: 'crm.addCompany',
    none: 'crm.noCompanies',
    icon: IconBuilding,
    prefix: 'cmp',
  },
};

export const PRIORITIES = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'] as const;
export const CALL_OUTCOMES = ['CONNECTED', 'BUSY', 'NO_ANSWER', 'LEFT_MESSAGE', 'WRONG_NUMBER'] as const;

/** The type whose list lies at a path; null for any other path. */
export function typeAt(path: string): RecordType | null {
  const found = Object.entries(KINDS).find(([, kind]) => kind.path === path);
  return found ? (found[0] as RecordType) : null;
}

/** The type by the name of the schema. */
export const typeOf = (typename: string): RecordType => typename.toUpperCase() as RecordType;

/** Milliseconds of the local clock in the form of a field for date and time. */
export function toLocal(iso: string | null | undefined): string {
  if (!iso) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant that a field for date and time names; null when it is empty. */
export const fromLocal = (field: string): string | null => (field === '' ? null : new Date(field).toISOString());
