import { Boundary, Skeleton } from '@balie/web-ui';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { PartFailed } from '../../app/Failed.js';
import { useLocale, useT } from '../../app/intl.js';
import { NotFound } from '../../app/NotFound.js';
import { useShell } from '../../app/ShellProvider.js';
import { iconFor } from '../../components/icons.js';
import { ExplorerOnDocument, ResponderPagesDocument } from '../../generated/settings.js';
import { useCurrentInSight } from '../../lib/useCurrentInSight.js';
import { Bell } from '../notifications/Bell.js';
import { OWN_PAGE } from './ownPage.js';
import { SETTINGS, type SettingsPage } from './pages.js';
import '../../styles/pages.css';

const Responders = lazy(() => import('./Responders.js').then((module) => ({ default: module.Responders })));

/** A page as it is listed: one of ours, or one that a plugin asks for. */
interface Listed extends Pick<SettingsPage, 'id' | 'icon' | 'explores'> {
  title: string;
  help: string;
  shown: ReactNode;
}

/** The pages of what plugins give one of its own (S86), in the words of the plugin. */
function useOwnPages(isAdmin: boolean): { pages: Listed[]; waiting: boolean } {
  const t = useT();
  const { locale } = useLocale();
  const variables = { language: locale };
  const [{ data, fetching }] = useQuery({ query: ResponderPagesDocument, variables, pause: !isAdmin });
  const pages = (data?.responderTypes ?? []).flatMap(({ type, title, icon, page }) => {
    if (!page) return [];
    const shown = <Responders key={type} only={type} />;
    return [{ id: `${OWN_PAGE}${type}`, title, help: t('responder.page', { title }), icon: iconFor(icon), shown }];
  });
  return { pages, waiting: fetching && !data };
}

/** What can be set: of the workspace for admins, of oneself for everybody. */
export function Settings() {
  const t = useT();
  const { page } = useParams({ from: '/settings/{-$page}' });
  const { isAdmin, inboxes } = useShell();
  const [{ data }] = useQuery({ query: ExplorerOnDocument, requestPolicy: 'cache-and-network' });
  const own = useOwnPages(isAdmin);
  const listed = ({ explores }: Listed): boolean => !explores || data?.apiExplorer === true;
  const manages = isAdmin || inboxes.some(({ inboxCan }) => inboxCan.includes('MANAGE'));
  const may = ({ admin }: SettingsPage): boolean => isAdmin || !admin || (admin === 'manager' && manages);
  const inWords = ({ title, help, show: Show, ...one }: SettingsPage): Listed[] => [
    { ...one, title: t(title), help: t(help), shown: <Show /> },
    ...(one.id === 'channels' ? own.pages : []),
  ];
  const groups = SETTINGS.map((group) => ({ ...group, pages: group.pages.filter(may).flatMap(inWords) })).filter(
    ({ pages }) => pages.length > 0,
  );
  const allowed = groups.flatMap(({ pages }) => pages);
  const current = allowed.find((one) => one.id === page);
  const title = current?.title ?? t('settings.title');
  useEffect(() => {
    document.title = t('settings.tab', { page: title });
  }, [t, title]);
  const menu = useCurrentInSight(current?.id);
  if (!page) return <Navigate to="/settings/{-$page}" params={{ page: allowed[0]?.id }} replace />;
  if (!current && own.waiting) return <Skeleton label={t('loading')} lines={6} />;
  if (!current) return <NotFound />;
  return (
    <div className="settings">
      <aside className="side" aria-label={t('settings.title')}>
        <Link className="vrow" to="/">
          <IconArrowLeft size={16} aria-hidden />
          <span className="el">{t('settings.back')}</span>
        </Link>
        <Bell />
        <nav ref={menu} aria-label={t('settings.title')}>
          {groups.map(({ name, title: about, pages }) => (
            <section key={name}>
              <h2>{t(about)}</h2>
              {pages.filter(listed).map((one) => (
                <Link
                  key={one.id}
                  className="vrow"
                  to="/settings/{-$page}"
                  params={{ page: one.id }}
                  aria-current={one === current ? 'page' : undefined}
                >
                  <one.icon size={16} aria-hidden />
                  <span className="el">{one.title}</span>
                </Link>
              ))}
            </section>
          ))}
        </nav>
      </aside>
      <main className="settings-main">
        <header>
          <h1>{title}</h1>
        </header>
        <p className="help">{current.help}</p>
        <Boundary resetKey={current.id} fallback={(error, retry) => <PartFailed error={error} onRetry={retry} />}>
          <Suspense fallback={<Skeleton label={t('loading')} lines={6} />}>{current.shown}</Suspense>
        </Boundary>
      </main>
    </div>
  );
}
