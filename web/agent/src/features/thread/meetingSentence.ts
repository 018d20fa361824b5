import type { TextKey, Translate } from '../../app/intl.js';
import type { Times } from '../../lib/useTimes.js';
import { actorName } from './actor.js';
import type { Happening } from './types.js';

const ANSWERED: Record<string, TextKey> = {
  ACCEPTED: 'event.meetingAccepted',
  DECLINED: 'event.meetingDeclined',
  TENTATIVE: 'event.meetingTentative',
};

/** What somebody said to an invitation: whether he comes, when he would, or that it was about a date that stands no more (S52). */
export function meetingSentence(t: Translate, times: Times, { type, actor, data }: Happening): string {
  const said = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  const name = typeof said['name'] === 'string' ? said['name'] : '';
  const who = actorName(t, actor);
  const timeOf = (key: string): string => (typeof said[key] === 'number' ? times.ahead(new Date(said[key]).toISOString()) : '');
  if (type === 'meeting_answered_late') return t('event.meetingLate', { who, name });
  if (type === 'meeting_proposed') {
    const when = timeOf('proposedStartAt');
    return when ? t('event.meetingProposed', { who, name, when }) : t('event.meetingOther', { who, name });
  }
  return t(ANSWERED[String(said['answer'])] ?? 'event.meetingLate', { who, name });
}
