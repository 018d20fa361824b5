import { Boundary } from '@balie/web-ui';
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { CommandsProvider } from './commands.js';
import { firstLocale, Texts } from './intl.js';
import { PartFailed, Unreachable } from './Failed.js';
import { NamedParts } from './NamedParts.js';
import { router } from './router.js';
import { api, type SessionInfo } from './session.js';
import { SessionContext } from './useSession.js';

/** Asks who is there, then shows the screens in his language. */
export function App() {
  const [session, setSession] = useState<SessionInfo | 'failed' | null>(null);
  const refresh = useCallback(async () => {
    try {
      setSession(await api.session());
    } catch {
      setSession((before) => (before && before !== 'failed' ? before : 'failed'));
    }
  }, []);
  useEffect(() => void refresh(), [refresh]);
  const signedOut = useCallback(
    () => setSession((before) => (before && before !== 'failed' ? { ...before, signedIn: false } : before)),
    [],
  );
  const known = session === 'failed' ? null : session;
  const context = useMemo(() => (known ? { session: known, refresh, signedOut } : null), [known, refresh, signedOut]);
  if (session === 'failed')
    return (
      <Texts initial={firstLocale()}>
        <Unreachable onRetry={() => void refresh()} />
      </Texts>
    );
  if (!context) return null;
  return (
    <Texts initial={firstLocale(context.session.locale)}>
      <NamedParts>
        <SessionContext.Provider value={context}>
          <CommandsProvider>
            <Boundary fallback={(error) => <PartFailed error={error} onRetry={() => location.reload()} whole />}>
              <RouterProvider router={router} />
            </Boundary>
          </CommandsProvider>
        </SessionContext.Provider>
      </NamedParts>
    </Texts>
  );
}
