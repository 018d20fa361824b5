import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocale, useT } from '../../app/intl.js';
import { at } from '../../lib/site.js';

/** The filters of the list, as the address of its file takes them. */
export type ExportAsked = Readonly<Record<string, string | number | null | undefined>>;

/** A list as it is filtered, as a file for spreadsheets. */
export function ExportList({ list, asked }: { list: 'contacts' | 'records'; asked: ExportAsked }) {
  const t = useT();
  const { locale } = useLocale();
  const [open, setOpen] = useState(false);
  const [excel, setExcel] = useState(true);
  const given = Object.entries({ ...asked, language: locale, bom: excel ? '1' : '0' }).flatMap(([name, value]) =>
    value == null ? [] : [[name, String(value)]],
  );
  const query = new URLSearchParams(given);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        <IconTableExport size={16} aria-hidden />
        {t('crm.export')}
      </Button>
      {open && (
        <Modal opened onClose={() => setOpen(false)} title={t('crm.exportList')}>
          <div className="crm-form">
            <p>{t('crm.exportListHelp')}</p>
            <label className="check">
              <input type="checkbox" checked={excel} onChange={(event) => setExcel(event.target.checked)} />
              {t('crm.exportExcel')}
            </label>
            <div className="row-actions">
              <a className="btn primary" href={at(`/files/lists/${list}.csv?${query}`)} download onClick={() => setOpen(false)}>
                {t('crm.exportDo')}
              </a>
              <Button look="quiet" onClick={() => setOpen(false)}>
                {t('cancel')}
              </Button>
            </div>
          </div>
        </Modal>
      )}
    </>
  );
}
