import { IconCalendarEvent, IconCalendarOff, IconMapPin, IconRepeat, IconUsers } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useT, type TextKey } from '../../app/intl.js';
import { attendeesOf, calendarOf, whenOf, type Attendee } from './calendar.js';

const METHODS: Record<string, TextKey> = {
  REQUEST: 'calendar.REQUEST',
  CANCEL: 'calendar.CANCEL',
  REPLY: 'calendar.REPLY',
  COUNTER: 'calendar.COUNTER',
};
const ANSWERS: Record<string, TextKey> = {
  ACCEPTED: 'calendar.ACCEPTED',
  DECLINED: 'calendar.DECLINED',
  TENTATIVE: 'calendar.TENTATIVE',
};
const REPEATS: Record<string, TextKey> = {
  DAILY: 'calendar.DAILY',
  WEEKLY: 'calendar.WEEKLY',
  MONTHLY: 'calendar.MONTHLY',
  YEARLY: 'calendar.YEARLY',
};

/** An invitation, an answer to one, or one that is called off: what, when in the reader's own time, where and who (R-ICS-1). */
export function CalendarCard({ event }: { event: Record<string, unknown> }) {
  const t = useT();
  const intl = useIntl();
  const known = calendarOf(event);
  const off = known.method === 'CANCEL' || known.status === 'CANCELLED';
  const kind = METHODS[off ? 'CANCEL' : (known.method ?? '')] ?? 'calendar.event';
  const Mark = off ? IconCalendarOff : IconCalendarEvent;
  const who = (one: Attendee) => {
    const answer = ANSWERS[one.answer ?? ''];
    const name = one.name || one.address;
    return answer ? `${name} (${t(answer)})` : name;
  };
  const repeats = REPEATS[/FREQ=(\w+)/i.exec(known.recurrence ?? '')?.[1]?.toUpperCase() ?? ''];
  return (
    <section className="calendar" data-off={off || undefined} aria-label={t(kind)}>
      <Mark size={20} aria-hidden />
      <div>
        <p className="meta">{t(kind)}</p>
        <p className="what">{known.summary || t('calendar.untitled')}</p>
        <p>{whenOf(intl, known)}</p>
        {known.recurrence && (
          <p className="meta">
            <IconRepeat size={14} aria-hidden /> {t(repeats ?? 'calendar.repeats')}
          </p>
        )}
        {known.location && (
          <p>
            <IconMapPin size={14} aria-hidden /> {known.location}
          </p>
        )}
        {known.organizer && <p className="meta">{t('calendar.organizer', { name: who(known.organizer) })}</p>}
        {known.attendees.length > 0 && (
          <p className="meta">
            <IconUsers size={14} aria-hidden /> {attendeesOf(known.attendees).map(who).join(', ')}
          </p>
        )}
      </div>
    </section>
  );
}
