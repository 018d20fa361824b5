import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { LOCALES, useLocale, useT } from '../../app/intl.js';
import { pressed } from '../../app/knownKeys.js';
import { openLayer } from '../../app/layers.js';
import { useSignOut } from '../../app/useSignOut.js';
import { AvailabilityItems } from '../availability/AvailabilityItems.js';
import { THEMES } from '../../app/themes.js';

const Shortcut = ({ keys }: { keys: string | undefined }) => (keys ? <kbd>{keys}</kbd> : null);

/** What is ours to set: whether we are there, our profile, keys, theme and language. */
export function AgentMenuItems() {
  const t = useT();
  const { locale, choose } = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const profile = () => void navigate({ to: '/settings/{-$page}', params: { page: 'profile' } });
  const mark = (on: boolean) => (on ? <IconCheck size={14} aria-hidden /> : undefined);
  return (
    <>
      <AvailabilityItems />
      <Menu.Item onClick={profile} leftSection={<IconUserCircle size={16} aria-hidden />}>
        {t('profile.title')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconKeyboard size={16} aria-hidden />}
        onClick={() => openLayer('keys')}
        rightSection={<Shortcut keys={pressed('keys')} />}
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
    </>
  );
}
