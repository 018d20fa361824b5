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
import { isUnsent, sorted, type Conversation, type Item } from './types.js';

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

/** Keeps the end in sight while the reader is at the end, and what he sends himself; else says that there is something new. */
function useEnd(count: number, sending: string | null) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const top = useRef(0);
  const before = useRef(count);
  const [news, setNews] = useState(false);
  const toEnd = () => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
    setNews(false);
  };
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    // The editor below takes of the height, too.
    for (const element of [content.current, scroller.current]) if (element) observer.observe(element);
    toEnd();
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (sending === null) return;
    atEnd.current = true;
    toEnd();
  }, [sending]);
  useEffect(() => {
    if (count > before.current && !atEnd.current) setNews(true);
    before.current = count;
  }, [count]);
  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    if (element.scrollHeight - element.scrollTop - element.clientHeight < 48) {
      atEnd.current = true;
      setNews(false);
      // Only a reader goes up; what grows or shrinks meanwhile leaves the place as it is.
    } else if (element.scrollTop < top.current) atEnd.current = false;
    top.current = element.scrollTop;
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
  const last = all.at(-1);
  const { scroller, content, news, toEnd, onScroll } = useEnd(all.length, last && isUnsent(last) ? last.id : null);
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
