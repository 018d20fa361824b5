import { Button, Empty, Skeleton } from '@balie/web-ui';
import { IconBell, IconSettings } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { PartFailed } from '../../app/Failed.js';
import { useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { ReadToldDocument } from '../../generated/graphql.js';
import { ToldDocument, type ToldFragment } from '../../generated/notifications.js';
import { useTimes } from '../../lib/useTimes.js';
import { aboutOf, sentenceOf } from './sentence.js';
import { useUnread } from './useUnread.js';
import '../../styles/notifications.css';

const STEP = 25;
const MOST = 100;

/** The list behind the bell: newest first, each leads to what it is about. */
export function Panel({ onDone }: { onDone: () => void }) {
  const t = useT();
  const { client, live } = useServices();
  const unread = useUnread();
  const [first, setFirst] = useState(STEP);
  const title = useRef<HTMLHeadingElement>(null);
  // It is loaded after the popover has looked for something to put the keyboard on.
  useEffect(() => title.current?.focus(), []);
  const [{ data, error }, again] = useQuery({ query: ToldDocument, variables: { first }, requestPolicy: 'cache-and-network' });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = live.onChange(({ event, type }) => {
      if (!event.startsWith('notification.') && type !== 'RESYNC') return;
      timer ??= setTimeout(() => {
        timer = undefined;
        again({ requestPolicy: 'network-only' });
      }, 200);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [live, again]);
  const readAll = () => {
    // The button cannot be used once all is read, and what is off loses the keyboard.
    title.current?.focus();
    void client.mutation(ReadToldDocument, {}).toPromise();
  };
  const nodes = data?.notifications.nodes ?? [];
  const more = data?.notifications.pageInfo.hasNextPage === true && first < MOST;
  return (
    <>
      <header className="told-head">
        <h2 ref={title} tabIndex={-1} data-autofocus>
          {t('told.title')}
        </h2>
        <Button disabled={unread === 0} onClick={readAll}>
          {t('notify.readAll')}
        </Button>
        <Link
          className="btn icon"
          to="/settings/{-$page}"
          params={{ page: 'notifications' }}
          aria-label={t('notify.settings')}
          title={t('notify.settings')}
        >
          <IconSettings size={16} aria-hidden />
        </Link>
      </header>
      {error && !data && <PartFailed error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />}
      {!data && !error && <Skeleton label={t('loading')} lines={4} />}
      {data && nodes.length === 0 && <Empty icon={<IconBell size={28} aria-hidden />} title={t('notify.none')} />}
      <ul className="told-list">
        {nodes.map((one) => (
          <Line key={one.id} told={one} onDone={onDone} />
        ))}
      </ul>
      {more && <Button onClick={() => setFirst(Math.min(MOST, first + STEP))}>{t('notify.more')}</Button>}
    </>
  );
}

function Line({ told, onDone }: { told: ToldFragment; onDone: () => void }) {
  const t = useT();
  const times = useTimes();
  const { client } = useServices();
  const navigate = useNavigate();
  const { conversation, task, note } = told;
  const open = () => {
    if (told.readAt === null) void client.mutation(ReadToldDocument, { ids: [told.id] }).toPromise();
    onDone();
    if (note) return void navigate({ to: '/$kind/$id', params: { kind: 'notes', id: note.id } });
    if (task) return void navigate({ to: '/$kind/$id', params: { kind: 'tasks', id: task.id } });
    if (!conversation) return;
    const params = { inboxId: conversation.inbox.id, view: 'all' };
    void navigate({ to: '/inbox/$inboxId/$view', params, search: { c: conversation.id, status: 'any' } });
  };
  return (
    <li>
      <button type="button" className="told-line" data-unread={told.readAt === null || undefined} onClick={open}>
        <span className="told-dot" aria-hidden />
        <span className="el">
          <b>{aboutOf(t, told)}</b>
          <span>{sentenceOf(t, told)}</span>
          {conversation && (
            <small className="meta">{[conversation.subject, conversation.inbox.name].filter(Boolean).join(' · ')}</small>
          )}
        </span>
        <time dateTime={told.at} title={times.full(told.at)} className="meta">
          {times.short(told.at)}
        </time>
        {told.readAt === null && <span className="vh">{t('told.unread')}</span>}
      </button>
    </li>
  );
}
