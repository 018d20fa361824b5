import { Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { inPart, useT } from '../../app/intl.js';
import { useUnread } from './useUnread.js';

const Panel = inPart(
  'notify',
  lazy(() => import('./Panel.js').then((module) => ({ default: module.Panel }))),
);

/** What one was told: how much of it is unread, and the list behind it. */
export function Bell() {
  const t = useT();
  const intl = useIntl();
  const unread = useUnread();
  const [open, setOpen] = useState(false);
  return (
    <>
      <span className="vh" role="status">
        {unread > 0 ? t('told.status', { n: unread }) : ''}
      </span>
      <Popover opened={open} onChange={setOpen} position="bottom-start" width={360} trapFocus returnFocus withinPortal>
        <Popover.Target>
          <button type="button" className="vrow" aria-haspopup="dialog" onClick={() => setOpen(!open)}>
            <IconBell size={16} aria-hidden />
            <span className="el">{t('told.title')}</span>
            {unread > 0 && (
              <span className="n">
                {unread > 99 ? '99+' : intl.formatNumber(unread)}
                <span className="vh"> {t('told.unread')}</span>
              </span>
            )}
          </button>
        </Popover.Target>
        <Popover.Dropdown className="told" aria-label={t('told.title')}>
          <Suspense fallback={<p className="meta">{t('loading')}</p>}>
            <Panel onDone={() => setOpen(false)} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
