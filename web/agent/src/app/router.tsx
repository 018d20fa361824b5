import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Home } from '../features/inbox/Home.js';
import { InboxRoute } from '../features/inbox/InboxScreen.js';
import { ByNumber } from '../features/inbox/ByNumber.js';
import { Gate } from './Gate.js';
import { NotFound } from './NotFound.js';

const root = createRootRoute({ component: Gate, notFoundComponent: NotFound });

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });
const login = createRoute({ getParentRoute: () => root, path: '/login', component: Home });
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>) => ({
    code: search['code'] === undefined || search['code'] === null ? undefined : String(search['code'] as string | number),
  }),
  component: lazyRouteComponent(() => import('../features/setup/Setup.js'), 'Setup'),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox/$inboxId/$view',
  validateSearch: (search: Record<string, unknown>) => ({
    c: text(search['c']),
    status: search['status'] === 'closed' || search['status'] === 'any' ? (search['status'] as 'closed' | 'any') : undefined,
  }),
  component: InboxRoute,
});
const byNumber = createRoute({ getParentRoute: () => root, path: '/c/$number', component: ByNumber });
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings/{-$page}',
  component: lazyRouteComponent(() => import('../features/settings/Settings.js'), 'Settings'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, login, setup, inbox, byNumber, settings]),
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
