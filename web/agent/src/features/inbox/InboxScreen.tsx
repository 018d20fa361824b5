import { Boundary, Empty } from '@balie/web-ui';
import { IconMessages } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import { PartFailed } from '../../app/Failed.js';
import { useT } from '../../app/intl.js';
import { usePreferences } from '../../app/preferences.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import { About } from '../about/About.js';
import { Thread } from '../thread/Thread.js';
import { ConversationList, type ListApi } from './ConversationList.js';
import { lastInbox } from './lastInbox.js';
import { PaneHandle } from './PaneHandle.js';
import { useInboxCommands } from './useInboxCommands.js';
import { useTitle } from './useTitle.js';
import { useViews } from './useViews.js';
import type { StatusChoice, ViewSpec } from './view.js';
import { Views } from './Views.js';

/** Reads the address and shows the inbox that it names. */
export function InboxRoute() {
  const { inboxId, view } = useParams({ from: '/inbox/$inboxId/$view' });
  const { c, status } = useSearch({ from: '/inbox/$inboxId/$view' });
  useEffect(() => lastInbox.set(inboxId), [inboxId]);
  return <InboxScreen inboxId={inboxId} view={view} selected={c} status={status ?? 'open'} />;
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
}

function InboxScreen({ inboxId, view, selected, status }: ScreenProps) {
  const t = useT();
  const { viewer } = useShell();
  const { lists } = useServices();
  const panes = usePanes();
  const navigate = useNavigate({ from: '/inbox/$inboxId/$view' });
  const list = useRef<ListApi>(null);
  const shown = useDeferredValue(selected);
  const spec = useMemo<ViewSpec>(() => ({ inboxId, view, status, viewerId: viewer.id }), [inboxId, view, status, viewer.id]);
  const store = useMemo(() => lists.get(spec), [lists, spec]);
  const { label, inboxName } = useViews(inboxId, view);
  const open = useCallback(
    (id: string | undefined, replace: boolean) => void navigate({ search: (before) => ({ ...before, c: id }), replace }),
    [navigate],
  );
  const setStatus = useCallback(
    (next: StatusChoice) => void navigate({ search: { c: undefined, status: next === 'open' ? undefined : next } }),
    [navigate],
  );
  const back = useCallback(() => open(undefined, false), [open]);
  const { closeOrReopen } = useInboxCommands({ list, selected, inboxId, panes, open });
  useTitle(inboxId, label);
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
        <Views inboxId={inboxId} view={view} onPick={() => panes.setSheet(false)} />
      </Boundary>
      {panes.sheet && (
        <button type="button" className="scrim" aria-label={t('views.close')} onClick={() => panes.setSheet(false)} />
      )}
      <main className="main">
        <h1 className="vh">{t('inbox.title', { inbox: inboxName, view: label })}</h1>
        <Boundary resetKey={inboxId + view} fallback={failed}>
          <ConversationList
            key={`${inboxId}/${view}/${status}`}
            store={store}
            label={label}
            status={status}
            onStatus={setStatus}
            selected={selected}
            onOpen={open}
            onViews={panes.toggleViews}
            api={list}
          />
        </Boundary>
        <section className="thread" aria-label={t('thread.region')} id="thread" tabIndex={-1}>
          <Boundary resetKey={shown} fallback={failed}>
            {shown ? (
              <Thread
                key={shown}
                id={shown}
                onBack={back}
                onViews={panes.toggleViews}
                onAbout={panes.toggleAbout}
                onToggleStatus={closeOrReopen}
              />
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
        {shown && <About conversationId={shown} onClose={panes.toggleAbout} />}
      </Boundary>
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
