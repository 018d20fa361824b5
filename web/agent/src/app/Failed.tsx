import { Button, Empty } from '@balie/web-ui';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { useT } from './intl.js';

/** What stands in the place of a part that broke. What was typed is safe: it is kept as it is typed. */
export function PartFailed({ error, onRetry, whole }: { error: Error; onRetry: () => void; whole?: boolean }) {
  const t = useT();
  const copy = () => void navigator.clipboard.writeText(`${error.name}: ${error.message}\n${error.stack ?? ''}`);
  return (
    <div role="alert" className={whole ? 'page-failed' : 'part-failed'}>
      <Empty icon={<IconAlertTriangle size={28} aria-hidden />} title={t(whole ? 'failed.app' : 'failed.part')}>
        <div className="row-actions">
          <Button onClick={onRetry}>{t(whole ? 'failed.reload' : 'again')}</Button>
          <Button look="quiet" onClick={copy}>
            {t('failed.copy')}
          </Button>
        </div>
      </Empty>
    </div>
  );
}

/** The server gave no answer at all. */
export function Unreachable({ onRetry }: { onRetry: () => void }) {
  const t = useT();
  return (
    <main className="page-failed" role="alert">
      <Empty icon={<IconPlugConnectedX size={28} aria-hidden />} title={t('failed.unreachable')}>
        <Button onClick={onRetry}>{t('again')}</Button>
      </Empty>
    </main>
  );
}
