import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Avatar } from '@balie/web-ui';
import { IconCheck, IconKeyboard, IconLogout, IconSelector, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { openLayer } from '../../app/layers.js';
import { LOCALES, useLocale, useT, type TextKey } from '../../app/intl.js';
import { api } from '../../app/session.js';
import { useSession } from '../../app/useSession.js';
import { useShell } from '../../app/ShellProvider.js';
import { Dot } from '../availability/Word.js';

const AvailabilityItems = lazy(() =>
  import('../availability/AvailabilityItems.js').then((module) => ({ default: module.AvailabilityItems })),
);

export const THEMES: readonly { id: MantineColorScheme; text: TextKey }[] = [
  { id: 'light', text: 'theme.light' },
  { id: 'dark', text: 'theme.dark' },
  { id: 'auto', text: 'theme.auto' },
];

/** Signs out here; whether the server heard it or not, this page forgets everything. */
export function useSignOut(): () => void {
  const { signedOut } = useSession();
  return () =>
    void api
      .signOut()
      .catch(() => undefined)
      .finally(signedOut);
}

/** Who we are, and what is ours to set. */
export function AgentMenu() {
  const t = useT();
  const { viewer } = useShell();
  const { locale, choose } = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const profile = () => void navigate({ to: '/settings/{-$page}', params: { page: 'profile' } });
  const mark = (on: boolean) => (on ? <IconCheck size={14} aria-hidden /> : undefined);
  return (
    <Menu withinPortal position="top-start" width={260}>
      <Menu.Target>
        <button type="button" className="vrow me" aria-haspopup="menu">
          <Avatar name={viewer.name} small mark={<Dot status={viewer.presence.status} />} />
          <span className="el">{viewer.name}</span>
          <span className="meta">{t(viewer.presence.status === 'AWAY' ? 'availability.AWAY' : 'availability.AVAILABLE')}</span>
          <IconSelector size={14} aria-hidden />
          <span className="vh">{t('profile.menu')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Suspense>
          <AvailabilityItems />
        </Suspense>
        <Menu.Item onClick={profile} leftSection={<IconUserCircle size={16} aria-hidden />}>
          {t('profile.title')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={16} aria-hidden />}
          onClick={() => openLayer('keys')}
          rightSection={<kbd>?</kbd>}
        >
          {t('keys.title')}
        </Menu.Item>
        <Menu.Label>{t('theme.label')}</Menu.Label>
        {THEMES.map(({ id, text }) => (
          <Menu.Item
            key={id}
            onClick={() => setColorScheme(id)}
            rightSection={mark(colorScheme === id)}
            aria-current={colorScheme === id || undefined}
          >
            {t(text)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('profile.language')}</Menu.Label>
        {LOCALES.map(({ id, name }) => (
          <Menu.Item
            key={id}
            lang={id}
            onClick={() => choose(id)}
            rightSection={mark(locale === id)}
            aria-current={locale === id || undefined}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          {t('profile.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
