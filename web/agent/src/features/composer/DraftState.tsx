import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useT } from '../../app/intl.js';
import type { DraftKey } from './content.js';
import { useDraftStatus } from './useDrafts.js';

/** Whether what was typed is safe yet, in a word. */
export function DraftState({ draftKey }: { draftKey: DraftKey }) {
  const t = useT();
  const { keeping } = useDraftStatus(draftKey);
  if (keeping === 'nothing') return null;
  if (keeping === 'failed')
    return (
      <span className="keeping" data-bad role="status">
        <IconCloudOff size={14} aria-hidden /> {t('draft.failed')}
      </span>
    );
  const saved = keeping === 'saved';
  return (
    <span className="keeping">
      {saved ? <IconCloudCheck size={14} aria-hidden /> : <IconCloudUp size={14} aria-hidden />}{' '}
      {t(saved ? 'draft.saved' : 'draft.saving')}
    </span>
  );
}
