import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { theme, tokenResolver } from '@balie/web-ui';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import './styles/index.js';

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
        <Notifications position="bottom-left" limit={3} />
      </MantineProvider>
    </StrictMode>,
  );
}
