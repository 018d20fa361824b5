import { DomainError } from '../../kernel/errors.js';
import type { User } from '../agents/index.js';
import { type Hours, isOpen } from '../working-hours/index.js';
import type { Presence } from './presence.entity.js';

export type Availability = User['availability'];

/** What decides about an agent: his word, and why it is that. */
export type Standing = Pick<Presence, 'source' | 'reassignReplies' | 'until' | 'setById' | 'setByName'> & {
  status: Availability;
};

/** What somebody wants it to be; a status of null follows the working hours. */
export interface Wish {
  status: Availability | null;
  reassignReplies: boolean;
  until: number | null;
  /** Null when it is the agent himself. */
  by: { id: string | null; name: string } | null;
}

const LONGEST_MS = 366 * 24 * 60 * 60_000;

/** What the hours say: who has none is always there (D20). */
export function byHours(hours: Hours | null, now: number): Availability {
  return hours === null || isOpen(hours, now) ? 'AVAILABLE' : 'AWAY';
}

function following(status: Availability): Standing {
  return { status, source: 'SCHEDULE', reassignReplies: false, until: null, setById: null, setByName: null };
}

/**
 * What a choice leads to, by MANUAL > MANAGER > SCHEDULE: who is told to be away by a manager is back by his own word, and his own
 * AWAY is lifted by nobody else. Choosing what the hours say anyway is no exception from them: they count again.
 */
export function chosen(before: Standing, wish: Wish, hours: Hours | null, now: number): Standing {
  const { status, until, by } = wish;
  if (until !== null && (until <= now || until > now + LONGEST_MS))
    throw new DomainError('INVALID', 'Give a time that is to come, within a year.', { path: ['until'] });
  if (by && before.source === 'MANUAL' && before.status === 'AWAY' && status !== 'AWAY')
    throw new DomainError('FORBIDDEN', 'They chose to be away themselves; only they can change that.', { path: ['status'] });
  const scheduled = byHours(hours, now);
  if (status === null || (status === 'AVAILABLE' && scheduled === 'AVAILABLE')) return following(scheduled);
  return {
    status,
    source: by ? 'MANAGER' : 'MANUAL',
    reassignReplies: status === 'AWAY' && wish.reassignReplies,
    until,
    setById: by?.id ?? null,
    setByName: by?.name ?? null,
  };
}

/** What time has made of it: the end of a choice, or the hours for who follows them; the same when nothing. A choice that holds is never overridden. */
export function turned(before: Standing, hours: Hours | null, now: number): Standing {
  const scheduled = byHours(hours, now);
  if (before.source === 'SCHEDULE') return before.status === scheduled ? before : following(scheduled);
  if (before.until !== null && before.until <= now) return following(scheduled);
  // Who came early needs no exception any more once his hours have begun.
  const met = hours !== null && before.status === 'AVAILABLE' && scheduled === 'AVAILABLE';
  return met ? following(scheduled) : before;
}
