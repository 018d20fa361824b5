import { Boundary } from '@balie/web-ui';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { SignIn } from '../features/access/SignIn.js';
import { ComposeLayer } from '../features/compose/ComposeLayer.js';
import { inPart } from './intl.js';
import { PartFailed } from './Failed.js';
import { ServicesProvider } from './services.js';
import { ShellProvider } from './ShellProvider.js';
import { useSession } from './useSession.js';

const OwnerStep = inPart(
  'settings',
  lazy(() => import('../features/setup/OwnerStep.js').then((module) => ({ default: module.OwnerStep }))),
);
const Join = lazy(() => import('../features/access/Join.js').then((module) => ({ default: module.Join })));
const CommandLayer = lazy(() =>
  import('../features/palette/CommandLayer.js').then((module) => ({ default: module.CommandLayer })),
);

/** Lets in who is signed in; the address stays, so that signing in leads to the screen that was asked for. */
export function Gate() {
  const { session, signedOut } = useSession();
  const { pathname } = useLocation();
  if (session.setup === 'owner')
    return (
      <Suspense>
        <OwnerStep />
      </Suspense>
    );
  if (pathname === '/join')
    return (
      <Suspense>
        <Join />
      </Suspense>
    );
  if (!session.signedIn) return <SignIn />;
  return (
    <ServicesProvider onSignedOut={signedOut}>
      <ShellProvider>
        <Boundary resetKey={pathname} fallback={(error, retry) => <PartFailed error={error} onRetry={retry} whole />}>
          <Suspense>
            <Outlet />
          </Suspense>
        </Boundary>
        <ComposeLayer />
        <Suspense>
          <CommandLayer />
        </Suspense>
      </ShellProvider>
    </ServicesProvider>
  );
}
