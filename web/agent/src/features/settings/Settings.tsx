import { Boundary } from '@balie/web-ui';
import {
  IconActivity,
  IconArrowLeft,
  IconDevices,
  IconInbox,
  IconKey,
  IconListCheck,
  IconPlugConnected,
  IconPuzzle,
  IconUserCircle,
  IconUsers,
  IconAlertTriangle,
  type Icon,
} from '@tabler/icons-react';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useEffect, type ComponentType } from 'react';
import { PartFailed } from '../../app/Failed.js';
import { useT, type TextKey } from '../../app/intl.js';
import { NotFound } from '../../app/NotFound.js';
import { useShell } from '../../app/ShellProvider.js';
import { Channels } from './Channels.js';
import { DeadJobs } from './DeadJobs.js';
import { Inboxes } from './Inboxes.js';
import { Ledger } from './Ledger.js';
import { People } from './People.js';
import { Plugins } from './Plugins.js';
import { Profile } from './Profile.js';
import { Sessions } from './Sessions.js';
import { System } from './System.js';
import { Tokens } from './Tokens.js';
import '../../styles/pages.css';

interface Page {
  id: string;
  title: TextKey;
  help: TextKey;
  icon: Icon;
  admin: boolean;
  show: ComponentType;
}
const PAGES: readonly Page[] = [
  { id: 'inboxes', title: 'settings.inboxes', help: 'settings.inboxesHelp', icon: IconInbox, admin: true, show: Inboxes },
  {
    id: 'channels',
    title: 'settings.channels',
    help: 'settings.channelsHelp',
    icon: IconPlugConnected,
    admin: true,
    show: Channels,
  },
  { id: 'plugins', title: 'settings.plugins', help: 'settings.pluginsHelp', icon: IconPuzzle, admin: true, show: Plugins },
  { id: 'people', title: 'settings.people', help: 'settings.peopleHelp', icon: IconUsers, admin: true, show: People },
  { id: 'tokens', title: 'settings.tokens', help: 'settings.tokensHelp', icon: IconKey, admin: true, show: Tokens },
  { id: 'ledger', title: 'settings.ledger', help: 'settings.ledgerHelp', icon: IconListCheck, admin: true, show: Ledger },
  { id: 'jobs', title: 'settings.jobs', help: 'settings.jobsHelp', icon: IconAlertTriangle, admin: true, show: DeadJobs },
  { id: 'system', title: 'settings.system', help: 'settings.systemHelp', icon: IconActivity, admin: true, show: System },
  { id: 'profile', title: 'profile.title', help: 'profile.help', icon: IconUserCircle, admin: false, show: Profile },
  { id: 'sessions', title: 'settings.sessions', help: 'settings.sessionsHelp', icon: IconDevices, admin: false, show: Sessions },
];

/** What can be set: of the workspace for admins, of oneself for everybody. */
export function Settings() {
  const t = useT();
  const { page } = useParams({ from: '/settings/{-$page}' });
  const { isAdmin } = useShell();
  const allowed = PAGES.filter((one) => isAdmin || !one.admin);
  const current = allowed.find((one) => one.id === page);
  const title = current ? t(current.title) : t('settings.title');
  useEffect(() => {
    document.title = t('settings.tab', { page: title });
  }, [t, title]);
  if (!page) return <Navigate to="/settings/{-$page}" params={{ page: allowed[0]?.id }} replace />;
  if (!current) return <NotFound />;
  return (
    <div className="settings">
      <aside className="side" aria-label={t('settings.title')}>
        <Link className="vrow" to="/">
          <IconArrowLeft size={16} aria-hidden />
          <span className="el">{t('settings.back')}</span>
        </Link>
        <nav aria-label={t('settings.title')}>
          {allowed.map((one) => (
            <Link
              key={one.id}
              className="vrow"
              to="/settings/{-$page}"
              params={{ page: one.id }}
              aria-current={one === current ? 'page' : undefined}
            >
              <one.icon size={16} aria-hidden />
              <span className="el">{t(one.title)}</span>
            </Link>
          ))}
        </nav>
      </aside>
      <main className="settings-main">
        <header>
          <h1>{title}</h1>
        </header>
        <p className="help">{t(current.help)}</p>
        <Boundary resetKey={current.id} fallback={(error, retry) => <PartFailed error={error} onRetry={retry} />}>
          <current.show />
        </Boundary>
      </main>
    </div>
  );
}
