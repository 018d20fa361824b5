import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useT } from '../../app/intl.js';
import type { RouteFragment } from '../../generated/graphql.js';
import { shownValue } from '../../lib/person.js';

interface RouteMenuProps {
  routes: readonly RouteFragment[];
  route: RouteFragment;
  onRoute: (id: string) => void;
}

/** By which channel the answer goes; those that are blocked say so. */
export function RouteMenu({ routes, route, onRoute }: RouteMenuProps) {
  const t = useT();
  const via = (one: RouteFragment) => t('composer.via', { account: one.channel.account || one.channel.name });
  if (routes.length < 2) return <span className="meta el via">{via(route)}</span>;
  return (
    <Menu withinPortal position="top-end">
      <Menu.Target>
        <button type="button" className="btn quiet via" aria-haspopup="menu">
          <span className="el">{via(route)}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {routes.map((one) => (
          <Menu.Item key={one.id} onClick={() => onRoute(one.id)} disabled={one.blockedBy !== null}>
            {via(one)}
            {one.side && (
              <span className="meta">
                {' '}
                {t('composer.sideWith', { names: one.to.map((who) => who.name || shownValue(who.value)).join(', ') })}
              </span>
            )}
            {one.blockedBy && (
              <span className="meta">
                {' '}
                {t(one.blockedBy === 'WINDOW_CLOSED' ? 'error.WINDOW_CLOSED' : 'composer.routeBlocked')}
              </span>
            )}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
