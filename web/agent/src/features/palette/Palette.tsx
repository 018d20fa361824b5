import { createSpotlight, Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAllCommands } from '../../app/commands.js';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { KeyCaps } from './KeyCaps.js';

const [store, spotlight] = createSpotlight();

/** Everything that can be done, by typing: commands, views, pages of settings, a conversation by its number (U5). */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const commands = useAllCommands();
  const { isAdmin } = useShell();
  const [query, setQuery] = useState('');
  useEffect(() => spotlight.open(), []);
  const number = /^#?(\d+)$/.exec(query.trim())?.[1];
  const actions = commands
    .filter((command) => command.id !== 'palette' && command.id !== 'search')
    .map((command) => ({
      id: command.id,
      label: command.label,
      rightSection: command.keys ? <KeyCaps keys={command.keys} /> : undefined,
      // After the palette is gone, so that a command may move the focus.
      onClick: () => setTimeout(command.run, 80),
    }));
  const toSettings = {
    id: 'settings',
    label: t('settings.title'),
    rightSection: undefined,
    onClick: () => void navigate({ to: '/settings/{-$page}', params: { page: undefined } }),
  };
  const toNumber = {
    id: 'number',
    label: t('palette.number', { n: number ?? '' }),
    keywords: [query],
    rightSection: undefined,
    onClick: () => void navigate({ to: '/c/$number', params: { number: number ?? '' } }),
  };
  return (
    <Spotlight
      store={store}
      shortcut={null}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      onSpotlightClose={onClose}
      query={query}
      onQueryChange={setQuery}
      searchProps={{ placeholder: t('palette.hint'), 'aria-label': t('palette.hint') }}
      nothingFound={t('palette.nothing')}
      highlightQuery
      maxHeight={380}
      scrollable
      overlayProps={{ blur: 0 }}
      actions={[...(number ? [toNumber] : []), ...actions, ...(isAdmin ? [toSettings] : [])]}
    />
  );
}
