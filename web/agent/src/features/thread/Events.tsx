import { useState } from 'react';
import { useT, type TextKey, type Translate } from '../../app/intl.js';
import { useTimes, type Times } from '../../lib/useTimes.js';
import { Why } from './Why.js';
import { actorName } from './actor.js';
import { meetingSentence } from './meetingSentence.js';
import type { Happening } from './types.js';

const KNOWN: Record<string, TextKey> = {
  assigned: 'event.assigned',
  queued: 'event.queued',
  unassigned: 'event.unassigned',
  closed: 'event.closed',
  reopened: 'event.reopened',
  moved: 'event.moved',
  placed: 'event.placed',
  blocked: 'event.blocked',
  unblocked: 'event.unblocked',
  restored: 'event.restored',
  woken: 'event.woken',
  linked: 'event.linked',
  follows_deleted: 'event.followsDeleted',
  understood: 'event.understood',
  created: 'event.created',
  acknowledged: 'event.acknowledged',
  replied: 'event.replied',
  record_created: 'event.recordCreated',
  record_linked: 'event.recordLinked',
  contact_set: 'event.contactSet',
  contact_removed: 'event.contactRemoved',
  flooded: 'event.flooded',
  merged: 'event.merged',
  merged_into: 'event.mergedInto',
  split: 'event.split',
  split_off: 'event.splitOff',
  parted: 'event.parted',
  joined: 'event.joined',
  bot_began: 'event.botBegan',
  handed_off: 'event.handedOff',
  taken_over: 'event.takenOver',
  delivery_complained: 'event.deliveryComplained',
  delivery_failed: 'event.deliveryFailed',
  delivery_bounced: 'event.deliveryBounced',
  delivery_uncertain: 'event.deliveryUncertain',
};
const MISSED: Partial<Record<string, TextKey>> = { FIRST: 'event.slaFirst', CLOSING: 'event.slaClosing' };
const PLACES: Record<string, TextKey> = {
  INBOX: 'place.INBOX',
  FILTERED: 'view.filtered',
  SPAM: 'view.spam',
  TRASH: 'view.trash',
};
const FOLD_FROM = 4;

function sentence(t: Translate, times: Times, event: Happening): string {
  const data = (typeof event.data === 'object' && event.data !== null ? event.data : {}) as Record<string, unknown>;
  const word = (...keys: string[]) => String(keys.map((key) => data[key]).find((value) => typeof value === 'string') ?? '');
  const who = actorName(t, event.actor);
  const whom = word('assigneeName', 'teamName', 'botName', 'name', 'to');
  if (event.type === 'assigned' && word('reason') === 'AWAY_REASSIGN')
    return t('event.handedOn', { whom, before: word('previousAssigneeName') });
  // Somebody of the team took it, or handed it to another of them: the team is named with him.
  const ofTeam = word('assigneeName') !== '' && word('teamName') !== '' && word('teamName') !== word('previousTeamName');
  if (event.type === 'unassigned' && word('teamName')) return t('event.backToTeam', { who, team: word('teamName') });
  if (event.type === 'assigned' && ofTeam) return t('event.assigned', { who, whom: `${whom} (${word('teamName')})` });
  if (event.type === 'assigned' && whom === who) return t('event.assignedSelf', { who });
  const people = Array.isArray(data['recipients']) ? data['recipients'].join(', ') : '';
  if (event.type === 'snoozed') return t('event.snoozed', { who, time: times.ahead(word('until')) });
  if (event.type === 'woken' && word('reason') !== 'MANUAL') return t('event.wokenItself');
  if (event.type === 'closed' && word('reason') === 'UNANSWERED')
    return t('event.closedUnanswered', { n: Number(data['minutes']) });
  if (event.type === 'sla_missed') return t(MISSED[word('kind')] ?? 'event.slaNext');
  if (event.type === 'tagged') {
    const list = (key: string) => (Array.isArray(data[key]) ? data[key].join(', ') : '');
    const [added, removed] = [list('added'), list('removed')];
    if (added && removed) return t('event.retagged', { who, added, removed });
    return added ? t('event.tagged', { who, added }) : t('event.untagged', { who, removed });
  }
  if (event.type.startsWith('meeting_')) return meetingSentence(t, times, event);
  const key = KNOWN[event.type];
  const place = PLACES[word('to')];
  return key
    ? t(key, {
        who,
        whom,
        people,
        number: Number(data['number'] ?? 0),
        name: word('name', 'previousName'),
        place: place ? t(place) : word('inboxName', 'placement', 'to'),
      })
    : t('event.other', { who, what: event.type });
}

const decisionOf = ({ data }: Happening): string | null => {
  const id = (data as { decisionId?: unknown } | null)?.decisionId;
  return typeof id === 'string' ? id : null;
};

/** What happened between the messages; a long run is folded (ux R10). */
export function Events({ events, conversationId }: { events: readonly Happening[]; conversationId: string }) {
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
      {sentence(t, times, event)}{' '}
      <time dateTime={event.at} title={times.full(event.at)}>
        {times.clock(event.at)}
      </time>
      {decisionOf(event) && <Why conversationId={conversationId} decisionId={decisionOf(event) ?? ''} />}
    </p>
  ));
}
