import { useState } from 'react';
import { useT, type TextKey, type Translate } from '../../app/intl.js';
import { useTimes } from '../../lib/useTimes.js';
import { actorName } from './actor.js';
import type { Happening } from './types.js';

const KNOWN: Record<string, TextKey> = {
  assigned: 'event.assigned',
  unassigned: 'event.unassigned',
  closed: 'event.closed',
  reopened: 'event.reopened',
  moved: 'event.moved',
  created: 'event.created',
  delivery_failed: 'event.deliveryFailed',
  delivery_bounced: 'event.deliveryBounced',
  delivery_uncertain: 'event.deliveryUncertain',
};
const FOLD_FROM = 4;

function sentence(t: Translate, event: Happening): string {
  const data = (typeof event.data === 'object' && event.data !== null ? event.data : {}) as Record<string, unknown>;
  const word = (...keys: string[]) => String(keys.map((key) => data[key]).find((value) => typeof value === 'string') ?? '');
  const who = actorName(t, event.actor);
  const whom = word('assigneeName', 'name', 'to');
  if (event.type === 'assigned' && whom === who) return t('event.assignedSelf', { who });
  const people = Array.isArray(data['recipients']) ? data['recipients'].join(', ') : '';
  const key = KNOWN[event.type];
  return key
    ? t(key, { who, whom, people, place: word('inboxName', 'placement', 'to') })
    : t('event.other', { who, what: event.type });
}

/** What happened between the messages; a long run is folded (ux R10). */
export function Events({ events }: { events: readonly Happening[] }) {
  const t = useT();
  const times = useTimes();
  const [open, setOpen] = useState(false);
  if (events.length >= FOLD_FROM && !open)
    return (
      <button type="button" className="ev fold" aria-expanded={false} onClick={() => setOpen(true)}>
        {t('event.folded', { n: events.length })}
      </button>
    );
  return events.map((event) => (
    <p key={event.id} className="ev">
      {sentence(t, event)}{' '}
      <time dateTime={event.at} title={times.full(event.at)}>
        {times.clock(event.at)}
      </time>
    </p>
  ));
}
