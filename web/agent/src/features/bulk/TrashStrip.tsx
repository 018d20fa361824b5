import { Button } from '@balie/web-ui';
import { IconRestore, IconTrash, IconTrashX } from '@tabler/icons-react';
import { useT } from '../../app/intl.js';
import { useTimes } from '../../lib/useTimes.js';
import type { Conversation } from '../thread/types.js';
import { useTrash } from './useTrash.js';

/** Stands where else one would act: what lies in the trash is read, restored or deleted for ever (S26 to S29). */
export function TrashStrip({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const times = useTimes();
  const { restore, deleteForever, dialog } = useTrash();
  const { deletedForeverAt, viewerCan } = conversation;
  return (
    <div className="place-strip" role="note">
      <p>
        <IconTrash size={16} aria-hidden />
        <span>
          <b>{t('trash.in')}</b> {deletedForeverAt && t('trash.until', { day: times.date(deletedForeverAt) })}
        </span>
      </p>
      {viewerCan.includes('PLACE') && (
        <div className="row-actions">
          <Button look="tint" onClick={() => restore([conversation])}>
            <IconRestore size={16} aria-hidden />
            {t('restore.do')}
          </Button>
          <Button look="quiet" onClick={() => deleteForever([conversation])}>
            <IconTrashX size={16} aria-hidden />
            {t('delete.forever')}
          </Button>
        </div>
      )}
      {dialog}
    </div>
  );
}
