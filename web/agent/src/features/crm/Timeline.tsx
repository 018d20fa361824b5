import { Button } from '@balie/web-ui';
import { IconMessages } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { useLocale, useT, type TextKey } from '../../app/intl.js';
import { ContactTimelineDocument, type ContactTimelineQuery, type TimelineKind } from '../../generated/crm.js';
import { titleOf } from '../../lib/title.js';
import { useTimes } from '../../lib/useTimes.js';
import { Loaded } from '../settings/Loaded.js';
import { STATUS_TEXT } from '../thread/ThreadHead.js';
import { nameOf, RecordFacts } from './RecordFacts.js';
import { KINDS, typeOf } from './recordTypes.js';
import { useFresh } from './useFresh.js';

type Contact = Extract<NonNullable<ContactTimelineQuery['node']>, { __typename: 'Contact' }>;
type Entry = Contact['timeline']['nodes'][number];
type Shown = NonNullable<Entry['node']>;

const CHIPS: readonly [TimelineKind | null, TextKey][] = [
  [null, 'crm.everything'],
  ['CONVERSATION', 'crm.conversations'],
  ['NOTE', KINDS.NOTE.many],
  ['TASK', KINDS.TASK.many],
  ['CALL', KINDS.CALL.many],
  ['TICKET', KINDS.TICKET.many],
  ['DEAL', KINDS.DEAL.many],
];

interface State {
  entries: readonly Entry[];
  cursor: string | null;
  ready: boolean;
  error: CombinedError | undefined;
}
const EMPTY: State = { entries: [], cursor: null, ready: false, error: undefined };

function useTimeline(id: string, kind: TimelineKind | null) {
  const client = useClient();
  const { locale } = useLocale();
  const [state, setState] = useState(EMPTY);
  const run = useRef(0);
  const fetch = useCallback(
    async (after: string | null) => {
      const mine = after === null ? (run.current += 1) : run.current;
      const variables = { id, kinds: kind && [kind], after, language: locale };
      const { data, error } = await client
        .query(ContactTimelineDocument, variables, { requestPolicy: 'network-only' })
        .toPromise();
      if (mine !== run.current) return;
      const page = data?.node?.__typename === 'Contact' ? data.node.timeline : null;
      setState((before) => ({
        entries: page ? [...(after === null ? [] : before.entries), ...page.nodes] : before.entries,
        cursor: page ? (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null) : before.cursor,
        ready: before.ready || page !== null,
        error,
      }));
    },
    [client, id, kind, locale],
  );
  useEffect(() => {
    setState(EMPTY);
    void fetch(null);
  }, [fetch]);
  useFresh(
    () => void fetch(null),
    ['record.', 'contact.', 'conversation.created', 'conversation.contact', 'message.received', 'message.sent'],
  );
  return { ...state, again: () => void fetch(null), more: () => void fetch(state.cursor) };
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
        ready={list.ready}
        error={list.error}
        onRetry={list.again}
        empty={list.entries.length === 0 && t(kind ? 'crm.noneSuch' : 'crm.nothingYet')}
      >
        <ol className="lines crm-timeline">
          {list.entries.map(({ at, node }) => node && <TimelineLine key={node.id} at={at} node={node} />)}
        </ol>
        {list.cursor !== null && <Button onClick={list.more}>{t('more')}</Button>}
      </Loaded>
    </section>
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
        {(node.__typename === 'Note' || node.__typename === 'Call') && node.body && <p className="crm-body">{node.body}</p>}
        <RecordFacts record={node} />
      </div>
    </li>
  );
}
