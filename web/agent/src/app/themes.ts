import type { MantineColorScheme } from '@mantine/core';
import type { TextKey } from './intl.js';

export const THEMES: readonly { id: MantineColorScheme; text: TextKey }[] = [
  { id: 'light', text: 'theme.light' },
  { id: 'dark', text: 'theme.dark' },
  { id: 'auto', text: 'theme.auto' },
];
