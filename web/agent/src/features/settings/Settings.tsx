import { Boundary, Skeleton } from '@balie/web-ui';
import {
  IconActivity,
  IconApi,
  IconAddressBook,
  IconTicket,
  IconAlarm,
  IconClock,
  IconArrowsSplit,
  IconArrowLeft,
  IconBell,
  IconInbox,
  IconKey,
  IconListCheck,
  IconMailForward,
  IconPlugConnected,
  IconPuzzle,
  IconRobot,
  IconShieldLock,
  IconTag,
  IconTerminal2,
  IconTextPlus,
  IconUserCircle,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
  IconAlertTriangle,
  IconFilter,
  IconHistory,
  type Icon,
} from '@tabler/icons-react';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, type ComponentType } from 'react';
import { PartFailed } from '../../app/Failed.js';
import { useT, type TextKey } from '../../app/intl.js';
import { NotFound } from '../../app/NotFound.js';
import { useShell } from '../../app/ShellProvider.js';
import { Filters } from '../filters/Filters.js';
import { Audit } from './Audit.js';
import { AutoAnswer } from './AutoAnswer.js';
import { Channels } from './Channels.js';
import { DeadJobs } from './DeadJobs.js';
import { Inboxes } from './Inboxes.js';
import { Ledger } from './Ledger.js';
import { People } from './People.js';
import { Plugins } from './Plugins.js';
import { Profile } from './Profile.js';
import { Snippets } from './Snippets.js';
import { Security } from './Security.js';
import { System } from './System.js';
import { TagSettings } from './TagSettings.js';
import { Teams } from './Teams.js';
import { Tokens } from './Tokens.js';
import '../../styles/pages.css';

const Responders = lazy(() => import('./Responders.js').then((module) => ({ default: module.Responders })));
const Sla = lazy(() => import('./Sla.js').then((module) => ({ default: module.Sla })));
const RoutingPage = lazy(() => import('../routing/RoutingPage.js').then((module) => ({ default: module.RoutingPage })));
const AvailabilityPage = lazy(() =>
  import('../availability/AvailabilityPage.js').then((module) => ({ default: module.AvailabilityPage })),
);

const OwnTokens = lazy(() => import('./platform/OwnTokens.js').then((module) => ({ default: module.OwnTokens })));
const ApiChoices = lazy(() => import('./platform/ApiChoices.js').then((module) => ({ default: module.ApiChoices })));
const Webhooks = lazy(() => import('./platform/Webhooks.js').then((module) => ({ default: module.Webhooks })));
const Explorer = lazy(() => import('./platform/Explorer.js').then((module) => ({ default: module.Explorer })));
const TellingPage = lazy(() => import('../notifications/TellingPage.js').then((module) => ({ default: module.TellingPage })));
const ContactFields = lazy(() => import('../crm/ContactFields.js').then((module) => ({ default: module.ContactFields })));
const Pipelines = lazy(() => import('../crm/PipelineSettings.js').then((module) => ({ default: module.PipelineSettings })));

interface Page {
  id: string;
  title: TextKey;
  help: TextKey;
  icon: Icon;
  /** Whom it is for; managers of an inbox come after admins. */
  admin: boolean | 'manager';
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
  {
    id: 'answers',
    title: 'settings.answers',
    help: 'settings.answersHelp',
    icon: IconMailForward,
    admin: 'manager',
    show: AutoAnswer,
  },
  {
    id: 'routing',
    title: 'settings.routing',
    help: 'settings.routingHelp',
    icon: IconArrowsSplit,
    admin: 'manager',
    show: RoutingPage,
  },
  { id: 'reply-times', title: 'sla.page', help: 'sla.pageHelp', icon: IconAlarm, admin: 'manager', show: Sla },
  {
    id: 'filters',
    title: 'settings.filters',
    help: 'settings.filtersHelp',
    icon: IconFilter,
    admin: 'manager',
    show: Filters,
  },
  {
    id: 'bots',
    title: 'settings.responders',
    help: 'settings.respondersHelp',
    icon: IconRobot,
    admin: true,
    show: Responders,
  },
  { id: 'plugins', title: 'settings.plugins', help: 'settings.pluginsHelp', icon: IconPuzzle, admin: true, show: Plugins },
  { id: 'people', title: 'settings.people', help: 'settings.peopleHelp', icon: IconUsers, admin: true, show: People },
  { id: 'teams', title: 'settings.teams', help: 'settings.teamsHelp', icon: IconUsersGroup, admin: true, show: Teams },
  { id: 'tags', title: 'tags.page', help: 'tags.pageHelp', icon: IconTag, admin: true, show: TagSettings },
  {
    id: 'contact-fields',
    title: 'settings.contactFields',
    help: 'settings.contactFieldsHelp',
    icon: IconAddressBook,
    admin: true,
    show: ContactFields,
  },
  {
    id: 'pipelines',
    title: 'settings.pipelines',
    help: 'settings.pipelinesHelp',
    icon: IconTicket,
    admin: true,
    show: Pipelines,
  },
  { id: 'tokens', title: 'settings.tokens', help: 'settings.tokensHelp', icon: IconKey, admin: true, show: Tokens },
  { id: 'api', title: 'api.page', help: 'api.help', icon: IconApi, admin: true, show: ApiChoices },
  { id: 'webhooks', title: 'webhook.page', help: 'webhook.help', icon: IconWebhook, admin: true, show: Webhooks },
  { id: 'audit', title: 'settings.audit', help: 'settings.auditHelp', icon: IconHistory, admin: true, show: Audit },
  { id: 'ledger', title: 'settings.ledger', help: 'settings.ledgerHelp', icon: IconListCheck, admin: 'manager', show: Ledger },
  { id: 'jobs', title: 'settings.jobs', help: 'settings.jobsHelp', icon: IconAlertTriangle, admin: true, show: DeadJobs },
  { id: 'system', title: 'settings.system', help: 'settings.systemHelp', icon: IconActivity, admin: true, show: System },
  {
    id: 'snippets',
    title: 'snippets.page',
    help: 'snippets.pageHelp',
    icon: IconTextPlus,
    admin: false,
    show: Snippets,
  },
  { id: 'profile', title: 'profile.title', help: 'profile.help', icon: IconUserCircle, admin: false, show: Profile },
  {
    id: 'notifications',
    title: 'notifications.page',
    help: 'notifications.pageHelp',
    icon: IconBell,
    admin: false,
    show: TellingPage,
  },
  {
    id: 'availability',
    title: 'availability.title',
    help: 'availability.help',
    icon: IconClock,
    admin: false,
    show: AvailabilityPage,
  },
  { id: 'security', title: 'security.title', help: 'security.help', icon: IconShieldLock, admin: false, show: Security },
  { id: 'my-tokens', title: 'ownToken.page', help: 'ownToken.help', icon: IconKey, admin: false, show: OwnTokens },
  { id: 'explorer', title: 'explorer.page', help: 'explorer.help', icon: IconTerminal2, admin: false, show: Explorer },
];

/** What can be set: of the workspace for admins, of oneself for everybody. */
export function Settings() {
  const t = useT();
  const { page } = useParams({ from: '/settings/{-$page}' });
  const { isAdmin, inboxes } = useShell();
  const manages = isAdmin || inboxes.some(({ inboxCan }) => inboxCan.includes('MANAGE'));
  const allowed = PAGES.filter((one) => isAdmin || !one.admin || (one.admin === 'manager' && manages));
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
          <Suspense fallback={<Skeleton label={t('loading')} lines={6} />}>
            <current.show />
          </Suspense>
        </Boundary>
      </main>
    </div>
  );
}
