import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { useQuery } from 'urql';
import { useT } from '../../../app/intl.js';
import { ContactExportsDocument, ExportLinkDocument, MakeExportDocument } from '../../../generated/crm-transfer.js';
import { useBytes } from '../../../lib/useBytes.js';
import { useTimes } from '../../../lib/useTimes.js';
import { useRun } from '../../settings/useRun.js';
import { useFresh } from '../useFresh.js';

/** All that is kept of a person, as an archive for him: made, then fetched for some days. */
export function ExportContact({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const t = useT();
  const times = useTimes();
  const size = useBytes();
  const { run, busy } = useRun();
  const [{ data }, again] = useQuery({
    query: ContactExportsDocument,
    variables: { contactId },
    requestPolicy: 'cache-and-network',
  });
  const fresh = () => again({ requestPolicy: 'network-only' });
  useFresh(fresh, ['contactExport.']);
  const make = async () => {
    const variables = { contactId };
    const done = await run({ document: MakeExportDocument, variables, problems: (answer) => answer.contactExport.userErrors });
    if (done) fresh();
  };
  const fetch = async (id: string) => {
    const done = await run({
      document: ExportLinkDocument,
      variables: { id },
      problems: (answer) => answer.contactExportLink.userErrors,
    });
    if (done?.contactExportLink.url) window.location.assign(done.contactExportLink.url);
  };
  const list = data?.contactExports ?? [];
  return (
    <Modal opened onClose={onClose} title={t('crm.exportPerson')}>
      <div className="crm-form">
        <p>{t('crm.exportHolds')}</p>
        <p className="help">{t('crm.exportKept')}</p>
        <div role="status">
          {list.map(({ id, state, bytes, byName, startedAt, expiresAt }) => (
            <div key={id} className="crm-archive">
              <span className="meta">
                {byName} · {times.day(startedAt)} ·{' '}
                {state === 'RUNNING' ? t('crm.exportRunning') : t('crm.exportUntil', { date: times.day(expiresAt ?? startedAt) })}
                {bytes !== null && ` · ${size(bytes)}`}
              </span>
              {state === 'READY' && (
                <Button look="primary" busy={busy} onClick={() => void fetch(id)}>
                  {t('crm.exportFetch')}
                </Button>
              )}
            </div>
          ))}
        </div>
        <div className="row-actions">
          <Button busy={busy} disabled={list.some(({ state }) => state === 'RUNNING')} onClick={() => void make()}>
            {t('crm.exportMake')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
