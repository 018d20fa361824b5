import { Button, Empty } from '@balie/web-ui';
import { IconZoomCancel } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { NO_FILTERS, narrows, type FindProps } from './find.js';

/** Says where was looked, and offers where else to look. */
export function NothingFound({ find, inboxId, onFind }: FindProps) {
  const t = useT();
  const { inboxes } = useShell();
  const navigate = useNavigate({ from: '/inbox/$inboxId/$view' });
  const elsewhere = () => void navigate({ params: (before) => ({ ...before, inboxId: 'any' }), search: (before) => before });
  const title =
    find.q === undefined ? t('filter.nothing') : t(find.where ? 'find.nothingAnywhere' : 'find.nothing', { q: find.q });
  return (
    <Empty icon={<IconZoomCancel size={28} aria-hidden />} title={title}>
      <div className="row-actions">
        {find.where === undefined && <Button onClick={() => onFind({ where: 'all' })}>{t('find.everywhere')}</Button>}
        {inboxId !== 'any' && inboxes.length > 1 && <Button onClick={elsewhere}>{t('find.allInboxes')}</Button>}
        {narrows(find) && (
          <Button look="quiet" onClick={() => onFind(NO_FILTERS)}>
            {t('filter.clear')}
          </Button>
        )}
      </div>
    </Empty>
  );
}
