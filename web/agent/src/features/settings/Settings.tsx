import { Boundary, Skeleton } from '@balie/web-ui';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { PartFailed } from '../../app/Failed.js';
import { useT } from '../../app/intl.js';
import { NotFound } from '../../app/NotFound.js';
import { useShell } from '../../app/ShellProvider.js';
import { SETTINGS, type SettingsPage } from './pages.js';
import '../../styles/pages.css';

/** What can be set: of the workspace for admins, of oneself for everybody. */
export function Settings() {
  const t = useT();
  const { page } = useParams({ from: '/settings/{-$page}' });
  const { isAdmin, inboxes } = useShell();
  const manages = isAdmin || inboxes.some(({ inboxCan }) => inboxCan.includes('MANAGE'));
  const may = ({ admin }: SettingsPage): boolean => isAdmin || !admin || (admin === 'manager' && manages);
  const groups = SETTINGS.map((group) => ({ ...group, pages: group.pages.filter(may) })).filter(({ pages }) => pages.length > 0);
  const allowed = groups.flatMap(({ pages }) => pages);
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
          {groups.map(({ name, title: about, pages }) => (
            <section key={name}>
              <h2>{t(about)}</h2>
              {pages.map((one) => (
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
            </section>
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
