import { Boundary, Empty, Skeleton } from '@balie/web-ui';
import { IconMessages } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import { NotFound } from '../../app/NotFound.js';
import { PartFailed } from '../../app/Failed.js';
import { useT } from '../../app/intl.js';
import { usePreferences } from '../../app/preferences.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import { useReadWaiting, WaitingContext } from '../outbox/useWaiting.js';
import { useAsked } from '../bulk/useAsked.js';
import { usePlaceCommands } from '../filters/usePlaceCommands.js';
import type { ConversationFilter } from '../../generated/graphql.js';
import { isSaved, keyOf, useSavedViews } from '../search/useSavedViews.js';
import { findOf, type Find, type Narrowing } from '../search/find.js';
import { ConversationList, type ListApi } from './ConversationList.js';
import { lastInbox } from './lastInbox.js';
import { PaneHandle } from './PaneHandle.js';
import { useInboxCommands } from './useInboxCommands.js';
import { useTitle } from './useTitle.js';
import { useViews } from './useViews.js';
import type { StatusChoice } from './statusChoice.js';
import { choiceOf, type ViewSpec } from './view.js';
import { Views } from './Views.js';

const AHEAD_AFTER = 1000;
/** The parts that are not seen at first: read once the list is there, so that the first conversation opens at once. */
const parts = {
  thread: () => import('../thread/Thread.js'),
  composer: () => import('../composer/Composer.js'),
  about: () => import('../about/About.js'),
};
const Thread = lazy(() => parts.thread().then((module) => ({ default: module.Thread })));
const About = lazy(() => parts.about().then((module) => ({ default: module.About })));
const WaitingPane = lazy(() => import('../outbox/WaitingPane.js').then((module) => ({ default: module.WaitingPane })));
const isWaiting = (view: string): view is 'drafts' | 'scheduled' => view === 'drafts' || view === 'scheduled';

function usePartsAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([parts.thread(), parts.composer(), parts.about()]), AHEAD_AFTER);
    return () => clearTimeout(timer);
  }, []);
}

/** Reads the address and shows the inbox that it names. */
export function InboxRoute() {
  const { inboxId, view } = useParams({ from: '/inbox/$inboxId/$view' });
  const { c, status, ...rest } = useSearch({ from: '/inbox/$inboxId/$view' });
  const written = JSON.stringify(findOf(rest));
  const find = useMemo(() => JSON.parse(written) as Find, [written]);
  const views = useSavedViews();
  const one = isSaved(view) ? views?.find((saved) => keyOf(saved) === view) : undefined;
  const held = one && JSON.stringify(one.filter);
  const saved = useMemo(() => (held === undefined ? undefined : (JSON.parse(held) as ConversationFilter)), [held]);
  useEffect(() => lastInbox.set(inboxId), [inboxId]);
  if (isSaved(view) && !one) return views ? <NotFound /> : <div className="boot" aria-busy="true" />;
  const place = { inboxId, view, selected: c, status: status ?? usual(find, saved), find };
  return <InboxScreen {...place} saved={saved} savedName={one?.name} />;
}

/** A search looks at closed conversations, too (S9). */
function usual(find: Find, saved: ConversationFilter | undefined): StatusChoice {
  if (find.q !== undefined) return 'any';
  return saved ? choiceOf(saved) : 'open';
}

/** Which panes are open: kept per person on a wide screen, for the moment only on a narrow one. */
function usePanes() {
  const [preferences, save] = usePreferences();
  const [sheet, setSheet] = useState(false);
  const [overlay, setOverlay] = useState(false);
  const toggleViews = useCallback(() => {
    if (matchMedia('(max-width: 1023px)').matches) setSheet((open) => !open);
    else save({ viewsClosed: !preferences.viewsClosed });
  }, [preferences.viewsClosed, save]);
  const toggleAbout = useCallback(() => {
    if (matchMedia('(max-width: 1279px)').matches) setOverlay((open) => !open);
    else save({ aboutClosed: !preferences.aboutClosed });
  }, [preferences.aboutClosed, save]);
  const style = {
    '--views': `${preferences.views}px`,
    '--list': `${preferences.list}px`,
    '--about': `${preferences.about}px`,
  } as CSSProperties;
  return { preferences, save, sheet, setSheet, overlay, setOverlay, toggleViews, toggleAbout, style };
}

interface ScreenProps {
  inboxId: string;
  view: string;
  selected: string | undefined;
  status: StatusChoice;
  find: Find;
  saved: ConversationFilter | undefined;
  savedName: string | undefined;
}

function InboxScreen({ inboxId, view, selected, status, find, saved, savedName }: ScreenProps) {
  const t = useT();
  const { viewer } = useShell();
  const { lists } = useServices();
  const panes = usePanes();
  const waiting = useReadWaiting(inboxId);
  const navigate = useNavigate({ from: '/inbox/$inboxId/$view' });
  const list = useRef<ListApi>(null);
  const shown = useDeferredValue(selected);
  const { order } = panes.preferences;
  const spec = useMemo<ViewSpec>(
    () => ({ inboxId, view, status, viewerId: viewer.id, find, saved, order }),
    [inboxId, view, status, viewer.id, find, saved, order],
  );
  const store = useMemo(() => lists.get(spec), [lists, spec]);
  const { label: viewName, inboxName } = useViews(inboxId, view);
  const label = find.q === undefined ? (savedName ?? viewName) : t('find.results');
  const open = useCallback(
    (id: string | undefined, replace: boolean) => void navigate({ search: (before) => ({ ...before, c: id }), replace }),
    [navigate],
  );
  const setStatus = useCallback(
    (next: StatusChoice) =>
      void navigate({
        search: (before) => ({ ...before, c: undefined, status: next === usual(find, saved) ? undefined : next }),
      }),
    [navigate, find, saved],
  );
  const onFind = useCallback(
    (part: Partial<Narrowing>) => {
      // Words are typed one after the other: one step back leads to before all of them.
      const replace = 'q' in part && find.q !== undefined && part.q !== undefined;
      void navigate({ search: (before) => ({ ...before, ...part, c: undefined }), replace });
    },
    [navigate, find.q],
  );
  const back = useCallback(() => open(undefined, false), [open]);
  const asked = useAsked(useCallback(() => list.current?.unmark(), []));
  const { closeOrReopen } = useInboxCommands({ list, selected, inboxId, panes, open, onAsk: asked.ask });
  usePlaceCommands({ list, selected, open });
  useTitle(inboxId, label);
  usePartsAhead();
  const failed = (error: Error, retry: () => void) => <PartFailed error={error} onRetry={retry} />;
  return (
    <div
      className="shell"
      style={panes.style}
      data-views={panes.preferences.viewsClosed ? 'off' : 'on'}
      data-about={panes.preferences.aboutClosed || !shown ? 'off' : 'on'}
      data-sheet={panes.sheet || undefined}
      data-overlay={(panes.overlay && shown !== undefined) || undefined}
      data-pane={selected ? 'thread' : 'list'}
    >
      <SkipLinks editor={selected !== undefined} />
      <Boundary fallback={failed}>
        <WaitingContext value={waiting}>
          <Views inboxId={inboxId} view={view} onPick={() => panes.setSheet(false)} />
        </WaitingContext>
      </Boundary>
      {panes.sheet && (
        <button type="button" className="scrim" aria-label={t('views.close')} onClick={() => panes.setSheet(false)} />
      )}
      <main className="main">
        <h1 className="vh">{t('inbox.title', { inbox: inboxName, view: label })}</h1>
        <Boundary resetKey={inboxId + view} fallback={failed}>
          {isWaiting(view) ? (
            <WaitingContext value={waiting}>
              <Suspense fallback={<section className="list" id="list" aria-busy="true" />}>
                <WaitingPane view={view} label={label} selected={selected} onOpen={open} onViews={panes.toggleViews} />
              </Suspense>
            </WaitingContext>
          ) : (
            <ConversationList
              inboxId={inboxId}
              find={find}
              onFind={onFind}
              store={store}
              label={label}
              status={status}
              onStatus={setStatus}
              selected={selected}
              onOpen={open}
              onViews={panes.toggleViews}
              api={list}
            />
          )}
        </Boundary>
        <section className="thread" aria-label={t('thread.region')} id="thread" tabIndex={-1}>
          <Boundary resetKey={shown} fallback={failed}>
            {shown ? (
              <Suspense fallback={<Skeleton label={t('thread.loading')} lines={9} />}>
                <Thread
                  key={shown}
                  id={shown}
                  onBack={back}
                  onViews={panes.toggleViews}
                  onAbout={panes.toggleAbout}
                  onToggleStatus={closeOrReopen}
                />
              </Suspense>
            ) : (
              <Empty icon={<IconMessages size={32} aria-hidden />} title={t('thread.pick')} />
            )}
          </Boundary>
        </section>
        <PaneHandle pane="views" sizes={panes.preferences} onSize={panes.save} label={t('pane.views')} min={200} max={300} />
        <PaneHandle pane="list" sizes={panes.preferences} onSize={panes.save} label={t('pane.list')} min={300} max={480} />
        {shown && (
          <PaneHandle pane="about" sizes={panes.preferences} onSize={panes.save} label={t('pane.about')} min={280} max={400} />
        )}
      </main>
      <Boundary resetKey={shown} fallback={failed}>
        {shown && (
          <Suspense fallback={<aside className="about" aria-label={t('about.region')} aria-busy="true" />}>
            <About conversationId={shown} onClose={panes.toggleAbout} />
          </Suspense>
        )}
      </Boundary>
      {asked.dialog}
    </div>
  );
}

function SkipLinks({ editor }: { editor: boolean }) {
  const t = useT();
  return (
    <div className="skips">
      <a href="#list">{t('skip.list')}</a>
      <a href="#thread">{t('skip.thread')}</a>
      {editor && <a href="#editor">{t('skip.editor')}</a>}
    </div>
  );
}
