import { Empty } from '@balie/web-ui';
import { IconMapPinOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useT } from './intl.js';

/** An address that leads nowhere, or to something that this person may not see: the same words for both. */
export function NotFound() {
  const t = useT();
  return (
    <main className="page-failed">
      <h1 className="vh">{t('notFound.title')}</h1>
      <Empty icon={<IconMapPinOff size={28} aria-hidden />} title={t('notFound.text')}>
        <Link to="/" className="btn">
          {t('notFound.back')}
        </Link>
      </Empty>
    </main>
  );
}
