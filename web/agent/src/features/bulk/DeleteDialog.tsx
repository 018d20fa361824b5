import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { IconTrashX } from '@tabler/icons-react';
import { useState } from 'react';
import { outcomeText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { toast } from '../../app/toasts.js';
import { TextField } from '../../components/fields.js';
import { DeleteForeverDocument } from '../../generated/bulk.js';
import { makeId } from '../../lib/ids.js';

const CHUNK = 100;

interface DialogProps {
  ids: readonly string[];
  /** Answers whether anything was deleted. */
  onClose: (gone: boolean) => void;
}

/** Asks before something is deleted for ever: that is the one thing that nothing takes back (S29, U6). */
export function DeleteDialog({ ids, onClose }: DialogProps) {
  const t = useT();
  const { client, lists } = useServices();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const many = ids.length > 1;
  const sure = !many || typed.trim() === String(ids.length);
  const run = async () => {
    setBusy(true);
    let gone = 0;
    let failed: string | null = null;
    for (let start = 0; start < ids.length && failed === null; start += CHUNK) {
      const part = ids.slice(start, start + CHUNK);
      const { data, error } = await client.mutation(DeleteForeverDocument, { ids: part, operationId: makeId('op') }).toPromise();
      for (const id of data?.conversationDeleteForever.ids ?? []) lists.remove(id);
      gone += data?.conversationDeleteForever.ids.length ?? 0;
      failed = outcomeText(t, error, data?.conversationDeleteForever.userErrors);
    }
    if (gone > 0) toast(t('did.deleted', { n: gone }));
    if (failed) toast(t('toast.failed', { reason: failed }), undefined, 'bad');
    onClose(gone > 0);
  };
  return (
    <Modal opened onClose={() => onClose(false)} title={t('delete.title', { n: ids.length })}>
      <p>{t('delete.what', { n: ids.length })}</p>
      {many && <TextField label={t('delete.type', { n: ids.length })} value={typed} onChange={setTyped} />}
      <div className="row-actions">
        <Button look="danger" disabled={!sure || busy} onClick={() => void run()}>
          <IconTrashX size={16} aria-hidden />
          {t('delete.forever')}
        </Button>
        <Button look="quiet" onClick={() => onClose(false)} data-autofocus={many ? undefined : true}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}
