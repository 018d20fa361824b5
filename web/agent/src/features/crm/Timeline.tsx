import { Button } from '@balie/web-ui';
import { IconMessages, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useClient } from 'urql';
import { useLocale, useT, type TextKey } from '../../app/intl.js';
import { ContactTimelineDocument, type ContactTimelineQuery, type TimelineKind } from '../../generated/crm.js';
import { usePages } from '../../lib/pages.js';
import { titleOf } from '../../lib/title.js';
import { useTimes } from '../../lib/useTimes.js';
import { Loaded } from '../settings/Loaded.js';
import { STATUS_TEXT } from '../thread/ThreadHead.js';
import { MeetingFacts } from './MeetingFacts.js';
import { NoteText } from './NoteText.js';
import { nameOf, RecordFacts } from './RecordFacts.js';
import { KINDS, typeOf } from './recordTypes.js';
import { useFresh } from './useFresh.js';

type Contact = Extract<NonNullable<ContactTimelineQuery['node']>, { __typename: 'Contact' }>;
type Entry = Contact['timeline']['nodes'][number];
type Shown = NonNullable<Entry['node']>;
type Changed = NonNullable<Entry['change']>;

const CHIPS: readonly [TimelineKind | null, TextKey][] = [
  [null, 'crm.everything'],
  ['CONVERSATION', 'crm.conversations'],
  ['NOTE', KINDS.NOTE.many],
  ['TASK', KINDS.TASK.many],
  ['CALL', KINDS.CALL.many],
  ['MEETING', KINDS.MEETING.many],
  ['TICKET', KINDS.TICKET.many],
  ['DEAL', KINDS.DEAL.many],
  ['CHANGE', 'crm.changes'],
];

const PAGE = 30;

/** Page by page, read again when something of it may have changed. */
function useTimeline(id: string, kind: TimelineKind | null) {
  const client = useClient();
  const { locale } = useLocale();
  const read = useCallback(
    async (after: string | null, first: number) => {
      const variables = { id, kinds: kind && [kind], first, after, language: locale };
      const { data, error } = await client
        .query(ContactTimelineDocument, variables, { requestPolicy: 'network-only' })
        .toPromise();
      if (data?.node?.__typename !== 'Contact') return { page: null, error };
      const { nodes, pageInfo } = data.node.timeline;
      return { page: { items: nodes, cursor: pageInfo.hasNextPage ? pageInfo.endCursor : null }, error };
    },
    [client, id, kind, locale],
  );
  const list = usePages(read, PAGE);
  useFresh(list.again, [
    'record.',
    'contact.',
    'conversation.created',
    'conversation.contact',
    'message.received',
    'message.sent',
  ]);
  return list;
}

/** Everything about a contact, newest first, by kind where asked for (ux 4.5). */
export function Timeline({ id }: { id: string }) {
  const t = useT();
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const list = useTimeline(id, kind);
  return (
    <section aria-label={t('crm.timeline')}>
      <div className="filters" role="group" aria-label={t('crm.timelineFilter')}>
        {CHIPS.map(([value, text]) => (
          <button key={text} type="button" className="btn quiet" aria-pressed={kind === value} onClick={() => setKind(value)}>
            {t(text)}
          </button>
        ))}
      </div>
      <Loaded
        ready={list.phase !== 'first'}
        error={list.error}
        onRetry={list.again}
        empty={list.items.length === 0 && t(kind ? 'crm.noneSuch' : 'crm.nothingYet')}
      >
        <ol className="lines crm-timeline">
          {list.items.map(({ at, node, change }) =>
            change ? (
              <ChangeLine key={change.id} at={at} change={change} />
            ) : (
              node && <TimelineLine key={node.id} at={at} node={node} />
            ),
          )}
        </ol>
        {list.cursor !== null && <Button onClick={list.more}>{t('more')}</Button>}
      </Loaded>
    </section>
  );
}

/** What somebody changed about the contact, in a sentence. */
function ChangeLine({ at, change: { what, label, was, became, byName } }: { at: string; change: Changed }) {
  const t = useT();
  const times = useTimes();
  const said = (value: string | null) => (value === 'true' ? t('crm.yes') : value === 'false' ? t('crm.no') : (value ?? '–'));
  return (
    <li>
      <IconPencil size={18} aria-label={t('crm.changes')} />
      <div className="line-text">
        {t(`crm.change.${what}`, { label: label ?? t('contact.unknown'), was: said(was), became: said(became) })}
        <p className="meta">
          {byName} ·{' '}
          <time dateTime={at} title={times.full(at)}>
            {times.day(at)}
          </time>
        </p>
      </div>
    </li>
  );
}

function TimelineLine({ at, node }: { at: string; node: Shown }) {
  const t = useT();
  const times = useTimes();
  if (node.__typename === 'Conversation')
    return (
      <li>
        <IconMessages size={18} aria-label={t('crm.conversations')} />
        <div className="line-text">
          <Link
            to="/inbox/$inboxId/$view"
            params={{ inboxId: node.inbox.id, view: 'all' }}
            search={{ c: node.id, status: node.status === 'OPEN' ? undefined : 'any' }}
          >
            #{node.number} {titleOf(t, node)}
          </Link>
          <p className="crm-preview">{node.preview}</p>
          <p className="meta">
            {node.inbox.name} · {t(STATUS_TEXT[node.status])} ·{' '}
            <time dateTime={at} title={times.full(at)}>
              {times.day(at)}
            </time>
          </p>
        </div>
      </li>
    );
  if (!('recordCan' in node)) return null;
  const { icon: Mark, path, many } = KINDS[typeOf(node.__typename)];
  return (
    <li>
      <Mark size={18} aria-label={t(many)} />
      <div className="line-text">
        <Link to="/$kind/$id" params={{ kind: path, id: node.id }}>
          {nameOf(node)}
        </Link>
        {(node.__typename === 'Note' || node.__typename === 'Call') && node.body && <NoteText record={node} />}
        {node.__typename === 'Meeting' ? <MeetingFacts meeting={node} /> : <RecordFacts record={node} />}
      </div>
    </li>
  );
}
