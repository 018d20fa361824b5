import { Boundary, Button } from '@balie/web-ui';
import { IconArrowDown } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import { PartFailed } from '../../app/Failed.js';
import { useT } from '../../app/intl.js';
import { useTimes } from '../../lib/useTimes.js';
import { EarlierDocument } from '../../generated/graphql.js';
import { Events } from './Events.js';
import { groupItems } from './groups.js';
import { MessageCard } from './MessageCard.js';
import { sorted, type Conversation, type Item } from './types.js';

/** Items before the newest page, read when asked for. */
function useEarlier(conversation: Conversation) {
  const client = useClient();
  const [older, setOlder] = useState<readonly Item[]>([]);
  const [cursor, setCursor] = useState<string | null | undefined>(undefined);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const { hasPreviousPage, startCursor } = conversation.items.pageInfo;
  const before = cursor === undefined ? (hasPreviousPage ? startCursor : null) : cursor;
  const load = async () => {
    if (!before) return;
    setState('busy');
    const result = await client.query(EarlierDocument, { id: conversation.id, before }).toPromise();
    const page = result.data?.node?.__typename === 'Conversation' ? result.data.node.items : null;
    setState(page ? 'idle' : 'failed');
    if (!page) return;
    setOlder((known) => [...page.nodes, ...known]);
    setCursor(page.pageInfo.hasPreviousPage ? page.pageInfo.startCursor : null);
  };
  return { older, more: before !== null, load, state };
}

/** Keeps the end in sight while the reader is at the end; else says that there is something new. */
function useEnd(count: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const before = useRef(count);
  const [news, setNews] = useState(false);
  const toEnd = () => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
    setNews(false);
  };
  useLayoutEffect(() => {
    const inner = content.current;
    if (!inner) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    observer.observe(inner);
    toEnd();
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (count > before.current && !atEnd.current) setNews(true);
    before.current = count;
  }, [count]);
  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 48;
    if (atEnd.current) setNews(false);
  };
  return { scroller, content, news, toEnd, onScroll };
}

/** What was said and what happened, oldest first, with a line for each day (ux R10). */
export function Timeline({ conversation, items }: { conversation: Conversation; items: readonly Item[] }) {
  const t = useT();
  const times = useTimes();
  const { older, more, load, state } = useEarlier(conversation);
  const all = useMemo(() => {
    const known = new Set(items.map((item) => item.id));
    return sorted([...older.filter((item) => !known.has(item.id)), ...items]);
  }, [older, items]);
  const { scroller, content, news, toEnd, onScroll } = useEnd(all.length);
  const days = useMemo(() => groupItems(all, times.dayKey), [all, times]);
  return (
    <div className="timeline">
      <div className="msgs" ref={scroller} onScroll={onScroll} role="log" aria-label={t('thread.timeline')} tabIndex={0}>
        <div className="msgs-in" ref={content}>
          {more && (
            <div className="earlier">
              <Button busy={state === 'busy'} onClick={() => void load()}>
                {t(state === 'failed' ? 'thread.earlierFailed' : 'thread.earlier')}
              </Button>
            </div>
          )}
          {days.map((day) => (
            <section key={day.key} className="day" aria-label={times.day(day.at)}>
              <p className="day-line" aria-hidden>
                <span>{times.day(day.at)}</span>
              </p>
              {day.groups.map((group) =>
                group.kind === 'events' ? (
                  <Events key={group.events[0]?.id} events={group.events} conversationId={conversation.id} />
                ) : (
                  <Boundary key={group.message.id} fallback={(error, retry) => <PartFailed error={error} onRetry={retry} />}>
                    <MessageCard message={group.message} conversation={conversation} />
                  </Boundary>
                ),
              )}
            </section>
          ))}
        </div>
      </div>
      {news && (
        <button type="button" className="pill bottom" onClick={toEnd}>
          <IconArrowDown size={14} aria-hidden />
          {t('thread.new')}
        </button>
      )}
    </div>
  );
}
