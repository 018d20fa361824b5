import { MantineProvider } from '@mantine/core';
import { theme, tokenResolver } from '@balie/web-ui';
import { setNonce } from 'get-nonce';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import './styles/index.js';

/** Where toasts appear: they are kept until it is there. */
const Notifications = lazy(() => import('./app/Notices.js').then((module) => ({ default: module.Notifications })));

// Styles that are made at run time (scroll lock, theme variables) carry the nonce of this page, else the policy blocks them.
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
setNonce(nonce);

const root = document.getElementById('root');
if (root) {
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
