import { MantineProvider } from '@mantine/core';
import { theme, tokenResolver } from '@balie/web-ui';
import { setNonce } from 'get-nonce';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import { serviceWorker } from './lib/serviceWorker.js';
import './styles/index.js';
import { at } from './lib/site.js';

/** Where toasts appear: they are kept until it is there. */
const Notifications = lazy(() => import('./app/Notices.js').then((module) => ({ default: module.Notifications })));

// Styles that are made at run time (scroll lock, theme variables) carry the nonce of this page, else the policy blocks them.
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
setNonce(nonce);

const root = document.getElementById('root');
// The app is at /desk/ and what is below it. /desk is not, and the worker is not for it; nor is the top of a server that is asked past its proxy.
if (!location.pathname.startsWith(at('/'))) location.replace(at('/') + location.search + location.hash);
else if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        cssVariablesResolver={tokenResolver}
        getStyleNonce={() => nonce}
        deduplicateCssVariables
      >
        <App />
        <Suspense>
          <Notifications position="bottom-left" limit={3} />
        </Suspense>
      </MantineProvider>
    </StrictMode>,
  );
}

// Where it can not be had, the app does without.
if (isSecureContext && 'serviceWorker' in navigator) void serviceWorker().catch(() => undefined);
