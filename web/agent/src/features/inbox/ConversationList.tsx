import { Button, Empty, IconButton, Skeleton } from '@balie/web-ui';
import { IconAlertTriangle, IconArrowUp, IconChecks, IconCommand, IconMenu2 } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { openLayer } from '../../app/layers.js';
import { useT } from '../../app/intl.js';
import { pressed } from '../../app/knownKeys.js';
import { useServices } from '../../app/services.js';
import { useTimes } from '../../lib/useTimes.js';
import { AwayLine } from '../availability/AwayLine.js';
import { narrows, type FindProps } from '../search/find.js';
import { FindBar } from '../search/FindBar.js';
import { ConnectionLine } from './ConnectionLine.js';
import { SignedOutLine } from './SignedOutLine.js';
import { ListRow } from './ListRow.js';
import type { ListState, ListStore, Row } from './listStore.js';
import { NoChannel } from './NoChannel.js';
import { Selection } from './selection.js';
import { StatusTabs } from './StatusTabs.js';
import { useMarkCommands } from './useMarkCommands.js';
import { useTick } from './useTick.js';
import type { StatusChoice } from './statusChoice.js';

const NothingFound = lazy(() => import('../search/NothingFound.js').then((module) => ({ default: module.NothingFound })));
const BulkBar = lazy(() => import('../bulk/BulkBar.js').then((module) => ({ default: module.BulkBar })));

const ROW = 76;
/** A conversation opens this long after the last key, so that running through the list costs nothing (ux 3.6.3). */
const OPEN_AFTER = 90;

/** What the rest of the inbox may ask of the list. */
export interface ListApi {
  move(by: number): void;
  current(): string | undefined;
  after(id: string): string | undefined;
  focus(): void;
  /** Those that are marked, in the order of the list. */
  marked(): Row[];
  unmark(): void;
}

interface ListProps extends Omit<FindProps, 'onDown'> {
  store: ListStore;
  label: string;
  status: StatusChoice;
  onStatus: (status: StatusChoice) => void;
  selected: string | undefined;
  onOpen: (id: string | undefined, replace: boolean) => void;
  onViews: () => void;
  api: RefObject<ListApi | null>;
}

/** The list of conversations: head, state of the connection, rows. */
export function ConversationList(props: ListProps) {
  const { store, label, status, onStatus, onViews } = props;
  const t = useT();
  const state = useSyncExternalStore(store.watch, store.snapshot);
  const { find, inboxId, onFind, api } = props;
  const [selection] = useState(() => new Selection());
  const marked = useSyncExternalStore(selection.watch, selection.snapshot);
  return (
    <section className="list" aria-label={label} id="list" tabIndex={-1}>
      {marked.size > 0 ? (
        <Suspense fallback={<header className="bar" aria-busy="true" />}>
          <BulkBar store={store} state={state} selection={selection} marked={marked} />
        </Suspense>
      ) : (
        <header className="bar">
          <IconButton
            className="views-button"
            label={t('pane.toggleViews')}
            keys={pressed('panes.views')}
            icon={<IconMenu2 size={18} />}
            onClick={onViews}
          />
          <h2 className="el">{label}</h2>
          <span className="sp" />
          <StatusTabs status={status} onChange={onStatus} ordered={find.q === undefined} />
          <IconButton
            label={t('palette.open')}
            keys={pressed('palette')}
            icon={<IconCommand size={18} />}
            onClick={() => openLayer('palette')}
          />
        </header>
      )}
      <FindBar find={find} inboxId={inboxId} onFind={onFind} onDown={() => api.current?.focus()} />
      <ConnectionLine />
      <SignedOutLine />
      <AwayLine />
      <ListBody {...props} state={state} selection={selection} marked={marked} />
    </section>
  );
}

interface BodyProps extends ListProps {
  state: ListState;
  selection: Selection;
  marked: ReadonlySet<string>;
}

function ListBody(props: BodyProps) {
  const { state, store, label, status, find, inboxId, onFind } = props;
  const t = useT();
  const { lists } = useServices();
  const retry = () => {
    store.setPhase(state.ids.length > 0 ? 'ready' : 'first');
    void (state.ids.length > 0 ? lists.more(store) : lists.load(store));
  };
  if (state.phase === 'first') return <Skeleton label={t('list.loading')} lines={18} />;
  if (state.phase === 'failed' && state.ids.length === 0)
    return (
      <div role="alert" className="grow">
        <Empty icon={<IconAlertTriangle size={28} aria-hidden />} title={t('list.failed')}>
          <Button onClick={retry}>{t('again')}</Button>
        </Empty>
      </div>
    );
  if (state.ids.length === 0 && !state.hasMore && (find.q !== undefined || narrows(find)))
    return (
      <div className="grow" role="status">
        <Suspense>
          <NothingFound find={find} inboxId={inboxId} onFind={onFind} onDown={() => undefined} />
        </Suspense>
      </div>
    );
  if (state.ids.length === 0 && !state.hasMore)
    return (
      <div className="grow">
        <Empty
          icon={<IconChecks size={28} aria-hidden />}
          title={t(status === 'closed' ? 'list.emptyClosed' : 'list.empty', { view: label })}
        >
          <NoChannel />
        </Empty>
      </div>
    );
  return <Rows {...props} retry={retry} />;
}

function useCursor({ store, state, selected, onOpen }: ListProps & { state: ListState }, scrollTo: (index: number) => void) {
  const [active, setActive] = useState(selected);
  const cursor = useRef(selected ?? state.ids[0]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    setActive(selected);
    if (selected) cursor.current = selected;
  }, [selected]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const indexOf = useCallback(() => Math.max(0, store.snapshot().ids.indexOf(cursor.current ?? '')), [store]);
  const go = useCallback(
    (index: number, open: boolean) => {
      const { ids } = store.snapshot();
      const next = Math.max(0, Math.min(ids.length - 1, index));
      const id = ids[next];
      if (!id) return;
      cursor.current = id;
      setActive(id);
      scrollTo(next);
      clearTimeout(timer.current);
      if (open) timer.current = setTimeout(() => onOpen(id, true), OPEN_AFTER);
    },
    [store, scrollTo, onOpen],
  );
  return { active, cursor, indexOf, go };
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -1e9, End: 1e9 };

function Rows(props: BodyProps & { retry: () => void }) {
  const { store, state, label, selected, onOpen, api, retry, selection, marked } = props;
  const t = useT();
  const times = useTimes();
  const tick = useTick(60_000);
  const { lists } = useServices();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: state.ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    initialOffset: store.scrollTop,
  });
  const focusRow = useCallback((index: number) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-i="${index}"]`)?.focus({ preventScroll: true }),
      ),
    );
  }, []);
  const scrollTo = useCallback(
    (index: number) => {
      rows.scrollToIndex(index, { align: 'auto' });
      focusRow(index);
    },
    [rows, focusRow],
  );
  const { active, cursor, indexOf, go } = useCursor(props, scrollTo);
  useImperativeHandle(api, () => ({
    move: (by) => go(selected || by < 0 ? indexOf() + by : indexOf(), true),
    current: () => cursor.current,
    after: (id) => {
      const { ids } = store.snapshot();
      const index = ids.indexOf(id);
      return index < 0 ? undefined : (ids[index + 1] ?? ids[index - 1]);
    },
    focus: () => focusRow(indexOf()),
    marked: () => state.ids.filter((id) => marked.has(id)).flatMap((id) => store.row(id) ?? []),
    unmark: () => selection.clear(),
  }));
  const move = useCallback((by: number) => go(indexOf() + by, false), [go, indexOf]);
  useMarkCommands({ store, selection, cursor, move });
  useScrollMemory(scroller, store);
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (state.phase === 'ready' && state.hasMore && last >= state.ids.length - 15) void lists.more(store);
  }, [last, state, lists, store]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      go(indexOf() + step, false);
    } else if ((event.key === 'Enter' || event.key === 'o') && cursor.current) onOpen(cursor.current, false);
  };
  const pick = useCallback((id: string) => onOpen(id, false), [onOpen]);
  const mark = useCallback(
    (id: string, reach: boolean) => (reach ? selection.reach(id, store.snapshot().ids) : selection.toggle(id)),
    [selection, store],
  );
  const tabStop = items.some((item) => state.ids[item.index] === active) ? active : state.ids[items[0]?.index ?? 0];
  return (
    <div className="list-area">
      {state.pending > 0 && (
        <button type="button" className="pill" onClick={() => (store.showPending(), rows.scrollToIndex(0))}>
          <IconArrowUp size={14} aria-hidden />
          {t('list.pending', { n: state.pending })}
        </button>
      )}
      <div className="scroll" ref={scroller}>
        <div
          className="rows"
          role="grid"
          data-marking={marked.size > 0 || undefined}
          aria-label={t('list.label', { view: label })}
          aria-rowcount={state.hasMore ? -1 : state.ids.length}
          style={{ height: rows.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {items.map((item) => {
            const id = state.ids[item.index] ?? '';
            const row = store.row(id);
            if (!row) return null;
            return (
              <ListRow
                key={id}
                row={row}
                found={store.foundIn(id)}
                index={item.index}
                top={item.start}
                selected={id === active}
                tab={id === tabStop}
                onPick={pick}
                marked={marked.has(id)}
                onMark={mark}
                times={times}
                tick={tick}
              />
            );
          })}
        </div>
        {state.phase === 'failed' && (
          <div className="list-foot" role="alert">
            {t('list.moreFailed')} <Button onClick={retry}>{t('again')}</Button>
          </div>
        )}
      </div>
    </div>
  );
}

function useScrollMemory(scroller: React.RefObject<HTMLDivElement | null>, store: ListStore): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      store.scrollTop = element.scrollTop;
      store.freeze(element.scrollTop > 8);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [scroller, store]);
}
