import { createTheme, Menu, type CSSVariablesResolver } from '@mantine/core';

const own = (name: string) => `var(--${name})`;
const shared = {
  '--mantine-color-body': own('app'),
  '--mantine-color-text': own('t1'),
  '--mantine-color-dimmed': own('t3'),
  '--mantine-color-bright': own('t1'),
  '--mantine-color-placeholder': own('t3'),
  '--mantine-color-anchor': own('accent'),
  '--mantine-color-default': own('surface'),
  '--mantine-color-default-hover': own('hover'),
  '--mantine-color-default-color': own('t1'),
  '--mantine-color-default-border': own('strong'),
  '--mantine-color-error': own('danger'),
  '--mantine-primary-color-filled': own('accent'),
  '--mantine-primary-color-filled-hover': own('accent-h'),
  '--mantine-primary-color-contrast': own('on-accent'),
  '--mantine-primary-color-light': own('selected'),
  '--mantine-primary-color-light-color': own('accent'),
};

/** Points Mantine's colours at our tokens, so that both themes have one source. */
export const tokenResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: {
    ...shared,
    '--mantine-color-dark-4': '#2c3440',
    '--mantine-color-dark-5': '#242a35',
    '--mantine-color-dark-6': '#1d222b',
    '--mantine-color-dark-7': '#161a21',
  },
});

/** The look of all our apps. */
export const theme = createTheme({
  primaryColor: 'indigo',
  fontFamily: own('font'),
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  // The placeholder is an element without a role inside of role=menu; without it the first item has the focus.
  components: { Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }) },
});
