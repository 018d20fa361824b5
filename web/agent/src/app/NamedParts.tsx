import { MantineThemeProvider } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useT } from './intl.js';

/** Gives the parts of dialogs that are a mere sign a name for those who don't see them, in the language of the app. */
export function NamedParts({ children }: { children: ReactNode }) {
  const t = useT();
  const theme = useMemo(
    () => ({ components: { Modal: { defaultProps: { closeButtonProps: { 'aria-label': t('close') } } } } }),
    [t],
  );
  return (
    <MantineThemeProvider theme={theme} inherit>
      {children}
    </MantineThemeProvider>
  );
}
