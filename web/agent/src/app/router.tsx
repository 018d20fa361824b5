import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { inPart } from './intl.js';
import type { StatusChoice } from '../features/inbox/statusChoice.js';
import { Home } from '../features/inbox/Home.js';
import { InboxRoute } from '../features/inbox/InboxScreen.js';
import { ByNumber } from '../features/inbox/ByNumber.js';
import { listSearchOf } from '../features/crm/listSearch.js';
import { searchOf } from '../features/reports/period.js';
import { findOf } from '../features/search/find.js';
import { Gate } from './Gate.js';
import { NotFound } from './NotFound.js';
import { BASE } from '../lib/site.js';

const root = createRootRoute({
  component: Gate,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>): { compose?: 'new' | undefined } =>
    search['compose'] === 'new' ? { compose: 'new' } : {},
});

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const isStatus = (value: unknown): value is StatusChoice =>
  value === 'open' || value === 'snoozed' || value === 'closed' || value === 'any';

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });
const login = createRoute({ getParentRoute: () => root, path: '/login', component: Home });
const join = createRoute({ getParentRoute: () => root, path: '/join', component: Home });
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>) => ({
    code: search['code'] === undefined || search['code'] === null ? undefined : String(search['code'] as string | number),
  }),
  component: inPart(
    'settings',
    lazyRouteComponent(() => import('../features/setup/Setup.js'), 'Setup'),
  ),
});
const setupReturn = createRoute({
  getParentRoute: () => root,
  path: '/setup/callback',
  validateSearch: (search: Record<string, unknown>): Record<string, string> =>
    Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)])),
  component: inPart(
    'settings',
    lazyRouteComponent(() => import('../features/channels/SetupReturn.js'), 'SetupReturn'),
  ),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox/$inboxId/$view',
  validateSearch: (search: Record<string, unknown>) => ({
    c: text(search['c']),
    status: isStatus(search['status']) ? search['status'] : undefined,
    ...findOf(search),
  }),
  component: InboxRoute,
});
const byNumber = createRoute({ getParentRoute: () => root, path: '/c/$number', component: ByNumber });
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings/{-$page}',
  component: inPart(
    'settings',
    lazyRouteComponent(() => import('../features/settings/Settings.js'), 'Settings'),
  ),
});

const crm = (name: 'RecordsRoute' | 'RecordRoute' | 'ContactsRoute' | 'ContactRoute') =>
  lazyRouteComponent(() => import('../features/crm/routes.js'), name);
const records = createRoute({
  getParentRoute: () => root,
  path: '/$kind',
  validateSearch: listSearchOf,
  component: crm('RecordsRoute'),
});
const contacts = createRoute({
  getParentRoute: () => root,
  path: '/contacts',
  validateSearch: listSearchOf,
  component: crm('ContactsRoute'),
});
const importing = lazyRouteComponent(() => import('../features/crm/transfer/ImportPage.js'), 'ImportRoute');
const contactImport = createRoute({ getParentRoute: () => root, path: '/contacts/import', component: importing });
const recordImport = createRoute({ getParentRoute: () => root, path: '/$kind/import', component: importing });
const contact = createRoute({ getParentRoute: () => root, path: '/contacts/$id', component: crm('ContactRoute') });
const record = createRoute({ getParentRoute: () => root, path: '/$kind/$id', component: crm('RecordRoute') });

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: searchOf,
  component: inPart(
    'reports',
    lazyRouteComponent(() => import('../features/reports/ReportsPage.js'), 'ReportsPage'),
  ),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[home, login, join, setup, setupReturn, inbox, byNumber, settings],
    ...[records, record, contacts, contactImport, recordImport, contact, reports],
  ]),
  defaultPreload: false,
  basepath: BASE || '/',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
