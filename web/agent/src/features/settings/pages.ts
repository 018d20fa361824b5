import {
  IconActivity,
  IconApi,
  IconAddressBook,
  IconTicket,
  IconAlarm,
  IconClock,
  IconArrowsSplit,
  IconBell,
  IconBolt,
  IconInbox,
  IconKey,
  IconKeyboard,
  IconListCheck,
  IconLogin2,
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
import { lazy, type ComponentType } from 'react';
import type { TextKey } from '../../app/intl.js';
import { Filters } from '../filters/Filters.js';
import { Audit } from './Audit.js';
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

const AutoAnswer = lazy(() => import('./AutoAnswer.js').then((module) => ({ default: module.AutoAnswer })));
const Responders = lazy(() => import('./Responders.js').then((module) => ({ default: module.Responders })));
const Sla = lazy(() => import('./Sla.js').then((module) => ({ default: module.Sla })));
const RoutingPage = lazy(() => import('../routing/RoutingPage.js').then((module) => ({ default: module.RoutingPage })));
const AutomationPage = lazy(() =>
  import('../automation/AutomationPage.js').then((module) => ({ default: module.AutomationPage })),
);
const AvailabilityPage = lazy(() =>
  import('../availability/AvailabilityPage.js').then((module) => ({ default: module.AvailabilityPage })),
);

const Tokens = lazy(() => import('./Tokens.js').then((module) => ({ default: module.Tokens })));
const OwnTokens = lazy(() => import('./platform/OwnTokens.js').then((module) => ({ default: module.OwnTokens })));
const ApiChoices = lazy(() => import('./platform/ApiChoices.js').then((module) => ({ default: module.ApiChoices })));
const Webhooks = lazy(() => import('./platform/Webhooks.js').then((module) => ({ default: module.Webhooks })));
const Explorer = lazy(() => import('./platform/Explorer.js').then((module) => ({ default: module.Explorer })));
const TellingPage = lazy(() => import('../notifications/TellingPage.js').then((module) => ({ default: module.TellingPage })));
const Keyboard = lazy(() => import('./Keyboard.js').then((module) => ({ default: module.Keyboard })));
const ContactFields = lazy(() => import('../crm/ContactFields.js').then((module) => ({ default: module.ContactFields })));
const Pipelines = lazy(() => import('../crm/PipelineSettings.js').then((module) => ({ default: module.PipelineSettings })));

const CompanySignIn = lazy(() => import('./sign-in/CompanySignIn.js').then((module) => ({ default: module.CompanySignIn })));

/** A page of the settings. */
export interface SettingsPage {
  id: string;
  title: TextKey;
  help: TextKey;
  icon: Icon;
  /** Whom it is for; managers of an inbox come after admins. */
  admin: boolean | 'manager';
  show: ComponentType;
  /** Left out of the list while the API can't be explored. */
  explores?: true;
}

/** All pages as the side bar has them, by what they are about; the name of a group is its text. */
export const SETTINGS: readonly { name: string; title: TextKey; pages: readonly SettingsPage[] }[] = [
  {
    name: 'conversations',
    title: 'settings.group.conversations',
    pages: [
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
      {
        id: 'automation',
        title: 'settings.automation',
        help: 'settings.automationHelp',
        icon: IconBolt,
        admin: 'manager',
        show: AutomationPage,
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
    ],
  },
  {
    name: 'team',
    title: 'settings.group.team',
    pages: [
      { id: 'people', title: 'settings.people', help: 'settings.peopleHelp', icon: IconUsers, admin: true, show: People },
      { id: 'teams', title: 'settings.teams', help: 'settings.teamsHelp', icon: IconUsersGroup, admin: true, show: Teams },
      {
        id: 'company-sign-in',
        title: 'company.page',
        help: 'company.pageHelp',
        icon: IconLogin2,
        admin: true,
        show: CompanySignIn,
      },
      { id: 'tags', title: 'tags.page', help: 'tags.pageHelp', icon: IconTag, admin: true, show: TagSettings },
      { id: 'snippets', title: 'snippets.page', help: 'snippets.pageHelp', icon: IconTextPlus, admin: false, show: Snippets },
    ],
  },
  {
    name: 'contacts',
    title: 'settings.group.contacts',
    pages: [
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
    ],
  },
  {
    name: 'api',
    title: 'settings.group.api',
    pages: [
      { id: 'plugins', title: 'settings.plugins', help: 'settings.pluginsHelp', icon: IconPuzzle, admin: true, show: Plugins },
      { id: 'tokens', title: 'settings.tokens', help: 'settings.tokensHelp', icon: IconKey, admin: true, show: Tokens },
      { id: 'api', title: 'api.page', help: 'api.help', icon: IconApi, admin: true, show: ApiChoices },
      { id: 'webhooks', title: 'webhook.page', help: 'webhook.help', icon: IconWebhook, admin: true, show: Webhooks },
      {
        id: 'explorer',
        title: 'explorer.page',
        help: 'explorer.help',
        icon: IconTerminal2,
        admin: false,
        show: Explorer,
        explores: true,
      },
    ],
  },
  {
    name: 'running',
    title: 'settings.group.running',
    pages: [
      { id: 'audit', title: 'settings.audit', help: 'settings.auditHelp', icon: IconHistory, admin: true, show: Audit },
      {
        id: 'ledger',
        title: 'settings.ledger',
        help: 'settings.ledgerHelp',
        icon: IconListCheck,
        admin: 'manager',
        show: Ledger,
      },
      { id: 'jobs', title: 'settings.jobs', help: 'settings.jobsHelp', icon: IconAlertTriangle, admin: true, show: DeadJobs },
      { id: 'system', title: 'settings.system', help: 'settings.systemHelp', icon: IconActivity, admin: true, show: System },
    ],
  },
  {
    name: 'you',
    title: 'settings.group.you',
    pages: [
      { id: 'profile', title: 'profile.title', help: 'profile.help', icon: IconUserCircle, admin: false, show: Profile },
      { id: 'keyboard', title: 'keys.title', help: 'keyboard.help', icon: IconKeyboard, admin: false, show: Keyboard },
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
    ],
  },
];
