import { Menu } from '@mantine/core';
import {
  IconAddressBook,
  IconChartBar,
  IconCheckbox,
  IconChevronDown,
  IconCoin,
  IconFilter,
  IconInbox,
  IconMailOff,
  IconRobot,
  IconSettings,
  IconTicket,
  IconTrash,
  IconUser,
  IconUserOff,
  type Icon,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useIntl } from 'react-intl';
import { useT, type TextKey } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { iconFor } from '../../components/icons.js';
import type { InboxHeadFragment, InboxViewGroup } from '../../generated/graphql.js';
import { ComposeButton } from '../compose/ComposeButton.js';
import { Bell } from '../notifications/Bell.js';
import { WaitingLinks } from '../outbox/WaitingLinks.js';
import { SavedViews } from '../search/SavedViews.js';
import { AgentMenu } from './AgentMenu.js';
import { useViews, viewLabel } from './useViews.js';

type View = InboxHeadFragment['views'][number];
const ICONS: Record<string, Icon> = {
  all: IconInbox,
  mine: IconUser,
  unassigned: IconUserOff,
  bots: IconRobot,
  filtered: IconFilter,
  spam: IconMailOff,
  trash: IconTrash,
};
const GROUPS: readonly { name: string; groups: InboxViewGroup[]; title: TextKey | null }[] = [
  { name: 'personal', groups: ['PERSONAL'], title: null },
  { name: 'channels', groups: ['CHANNELS', 'BOTS'], title: 'views.channels' },
  { name: 'other', groups: ['OTHER'], title: 'views.other' },
];

/** The lists beside the inbox. */
const WORK: readonly { kind: string; text: TextKey; icon: Icon }[] = [
  { kind: 'contacts', text: 'work.contacts', icon: IconAddressBook },
  { kind: 'tickets', text: 'work.tickets', icon: IconTicket },
  { kind: 'deals', text: 'work.deals', icon: IconCoin },
  { kind: 'tasks', text: 'work.tasks', icon: IconCheckbox },
  { kind: 'reports', text: 'work.reports', icon: IconChartBar },
];

interface ViewsProps {
  inboxId: string;
  view: string;
  onPick: () => void;
}

/** The left bar: which inbox, which view of it, and who we are. */
export function Views({ inboxId, view, onPick }: ViewsProps) {
  const t = useT();
  const { views } = useViews(inboxId, view);
  const { isAdmin } = useShell();
  return (
    <aside className="side" aria-label={t('views.region')}>
      <InboxSwitcher inboxId={inboxId} />
      <ComposeButton onPick={onPick} />
      <nav aria-label={t('views.nav')}>
        {GROUPS.map(({ name, groups, title }) => {
          const own = views.filter((one) => groups.includes(one.group));
          if (own.length === 0) return null;
          return (
            <Fragment key={name}>
              {name === 'other' && <SavedViews inboxId={inboxId} view={view} onPick={onPick} />}
              <div className="view-group">
                {title && <h2>{t(title)}</h2>}
                {own.map((one) => (
                  <ViewLink key={one.key} inboxId={inboxId} view={one} current={one.key === view} onPick={onPick} />
                ))}
                {name === 'personal' && <WaitingLinks inboxId={inboxId} view={view} onPick={onPick} />}
              </div>
            </Fragment>
          );
        })}
        <div className="view-group">
          <h2>{t('work.title')}</h2>
          {WORK.map((one) => (
            <Link key={one.kind} className="vrow" to="/$kind" params={{ kind: one.kind }} search={{}}>
              <one.icon size={16} aria-hidden />
              <span className="el">{t(one.text)}</span>
            </Link>
          ))}
        </div>
      </nav>
      <div className="side-foot">
        <Bell />
        {isAdmin && (
          <Link className="vrow" to="/settings/{-$page}" params={{ page: undefined }}>
            <IconSettings size={16} aria-hidden />
            <span className="el">{t('settings.title')}</span>
          </Link>
        )}
        <AgentMenu />
      </div>
    </aside>
  );
}

function ViewLink({ inboxId, view, current, onPick }: { inboxId: string; view: View; current: boolean; onPick: () => void }) {
  const t = useT();
  const intl = useIntl();
  const Mark = ICONS[view.key] ?? iconFor(view.icon);
  const count = view.count ?? 0;
  return (
    <Link
      className="vrow"
      to="/inbox/$inboxId/$view"
      params={{ inboxId, view: view.key }}
      search={{ c: undefined, status: undefined }}
      aria-current={current ? 'page' : undefined}
      onClick={onPick}
    >
      <Mark size={16} aria-hidden />
      <span className="el">{viewLabel(t, view, view.key)}</span>
      {count > 0 && (
        <span className="n">
          {count > 999 ? '999+' : intl.formatNumber(count)}
          <span className="vh"> {t('views.open', { n: count })}</span>
        </span>
      )}
    </Link>
  );
}

function InboxSwitcher({ inboxId }: { inboxId: string }) {
  const t = useT();
  const { inboxes, isAdmin } = useShell();
  const { inboxName } = useViews(inboxId, 'all');
  const open = (inbox: InboxHeadFragment) => inbox.views.find((view) => view.key === 'all')?.count ?? 0;
  const navigate = useNavigate();
  const to = (id: string) => () =>
    void navigate({
      to: '/inbox/$inboxId/$view',
      params: { inboxId: id, view: 'all' },
      search: { c: undefined, status: undefined },
    });
  const manage = () => void navigate({ to: '/settings/{-$page}', params: { page: 'inboxes' } });
  // Hidden with exactly one (S8); managing them is in the settings.
  if (inboxes.length < 2) return <p className="inbox-name">{inboxName}</p>;
  return (
    <Menu withinPortal position="bottom-start" width="target">
      <Menu.Target>
        <button type="button" className="btn switcher" aria-haspopup="menu">
          <span className="vh">{t('inbox.label')}: </span>
          <span className="el">{inboxName}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {inboxes.map((inbox) => (
          <Menu.Item key={inbox.id} onClick={to(inbox.id)} rightSection={open(inbox) || undefined}>
            {inbox.name}
          </Menu.Item>
        ))}
        {inboxes.length > 1 && <Menu.Item onClick={to('any')}>{t('inbox.any')}</Menu.Item>}
        {isAdmin && <Menu.Divider />}
        {isAdmin && <Menu.Item onClick={manage}>{t('inbox.manage')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
