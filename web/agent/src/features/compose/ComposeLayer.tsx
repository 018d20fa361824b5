import { useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Command } from '../../app/command.js';
import { useCommands } from '../../app/commands.js';
import { composeWindows, openCompose, watchCompose } from '../../app/composeWindows.js';
import { useT } from '../../app/intl.js';
import { known } from '../../app/knownKeys.js';
import { useShell } from '../../app/ShellProvider.js';

const ComposeWindows = lazy(() => import('./ComposeWindows.js').then((module) => ({ default: module.ComposeWindows })));

/** Whether this person may begin a conversation anywhere: only members who act do (S85). */
export const mayCompose = (inboxes: ReturnType<typeof useShell>['inboxes']): boolean =>
  inboxes.some((inbox) => inbox.inboxCan.includes('ACT'));

/** New messages being written, over whatever screen is shown: they stay while one moves on (S30). */
export function ComposeLayer() {
  const t = useT();
  const { inboxes } = useShell();
  const allowed = mayCompose(inboxes);
  const windows = useSyncExternalStore(watchCompose, composeWindows);
  const commands = useMemo<Command[]>(
    () => (allowed ? [{ ...known(t, 'compose'), run: () => openCompose() }] : []),
    [t, allowed],
  );
  useCommands(commands);
  useAddress(allowed);
  if (windows.length === 0) return null;
  return (
    <Suspense>
      <ComposeWindows windows={windows} />
    </Suspense>
  );
}

/** `?compose=new` on any address opens a window, once. */
function useAddress(allowed: boolean): void {
  const navigate = useNavigate();
  const { compose } = useLocation({ select: (location) => location.search as { compose?: string } });
  useEffect(() => {
    if (compose !== 'new') return;
    if (allowed) openCompose();
    void navigate({ to: '.', search: (before) => ({ ...before, compose: undefined }), replace: true });
  }, [compose, allowed, navigate]);
}
