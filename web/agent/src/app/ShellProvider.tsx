import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { ShellDocument, type AgentNameFragment, type InboxHeadFragment, type ShellQuery } from '../generated/graphql.js';
import { Unreachable } from './Failed.js';
import { useLocale } from './intl.js';
import { adopt } from './preferences.js';
import { DraftsProvider } from '../features/composer/useDrafts.js';
import { useServices } from './services.js';
import { Told } from '../features/notifications/Told.js';
import { TroubleToasts } from './TroubleToasts.js';

export type Viewer = NonNullable<ShellQuery['viewer']>;
interface Shell {
  viewer: Viewer;
  agents: readonly AgentNameFragment[];
  inboxes: readonly InboxHeadFragment[];
  isAdmin: boolean;
}

const ShellContext = createContext<Shell | null>(null);
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('Outside of the signed-in part');
  return shell;
}

/** Loads who we are, our colleagues and our inboxes: what every screen needs. */
export function ShellProvider({ children }: { children: ReactNode }) {
  const { locale } = useLocale();
  const { client, live, setViewer } = useServices();
  const [{ data, error }, again] = useQuery({ query: ShellDocument, variables: { language: locale } });
  const viewer = data?.viewer;
  const viewerId = viewer?.id;
  const viewerName = viewer?.name;
  useEffect(() => {
    if (viewerId && viewerName) setViewer({ id: viewerId, name: viewerName });
  }, [viewerId, viewerName, setViewer]);
  // Every screen reads what it shows after this, so that nothing between its reading and the subscription is lost.
  const position = data?.changes.position;
  useEffect(() => {
    if (position) live.start(client, position, locale);
  }, [client, live, position, locale]);
  useEffect(() => {
    if (viewerId) adopt(viewer.preferences);
    // Only once a sign-in: later answers must not undo what was changed here meanwhile.
  }, [viewerId]);
  const shell = useMemo<Shell | null>(
    () =>
      data && viewer ? { viewer, agents: data.agents, inboxes: data.inboxes, isAdmin: viewer.scopes.includes('ADMIN') } : null,
    [data, viewer],
  );
  if (!shell)
    return error ? (
      <Unreachable onRetry={() => again({ requestPolicy: 'network-only' })} />
    ) : (
      <div className="boot" aria-busy="true" />
    );
  return (
    <ShellContext.Provider value={shell}>
      <TroubleToasts />
      <Told away={shell.viewer.presence.status === 'AWAY'} viewerId={shell.viewer.id} />
      <DraftsProvider>{children}</DraftsProvider>
    </ShellContext.Provider>
  );
}
