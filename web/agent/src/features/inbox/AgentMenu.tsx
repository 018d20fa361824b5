import { Menu } from '@mantine/core';
import { Avatar } from '@balie/web-ui';
import { IconSelector } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { Dot } from '../availability/Word.js';

// All of it comes at once: an item that comes later moves the others under the pointer, and the click goes to its neighbour.
const items = () => import('./AgentMenuItems.js');
const AgentMenuItems = lazy(() => items().then((module) => ({ default: module.AgentMenuItems })));

/** Who we are, and what is ours to set. */
export function AgentMenu() {
  const t = useT();
  const { viewer } = useShell();
  return (
    <Menu withinPortal position="top-start" width={260}>
      <Menu.Target>
        <button
          type="button"
          className="vrow me"
          aria-haspopup="menu"
          onPointerEnter={() => void items()}
          onFocus={() => void items()}
        >
          <Avatar name={viewer.name} small mark={<Dot status={viewer.presence.status} />} />
          <span className="el">{viewer.name}</span>
          <span className="meta">{t(viewer.presence.status === 'AWAY' ? 'availability.AWAY' : 'availability.AVAILABLE')}</span>
          <IconSelector size={14} aria-hidden />
          <span className="vh">{t('profile.menu')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Suspense>
          <AgentMenuItems />
        </Suspense>
      </Menu.Dropdown>
    </Menu>
  );
}
