import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { useState } from 'react';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { SelectField } from '../../components/fields.js';
import type { Row } from '../inbox/listStore.js';
import { useBulkActions } from './useBulkActions.js';

/** Asks where to: the inbox that it lay in is no more (S28). */
export function RestoreDialog({ rows, onClose }: { rows: readonly Row[]; onClose: () => void }) {
  const t = useT();
  const doTo = useBulkActions();
  const { inboxes } = useShell();
  const open = inboxes.filter(({ inboxCan }) => inboxCan.includes('ACT'));
  const [target, setTarget] = useState((open.find(({ isDefault }) => isDefault) ?? open[0])?.id ?? '');
  const restore = () => {
    onClose();
    void doTo((bulk) => bulk.restore(target), rows);
  };
  return (
    <Modal opened onClose={onClose} title={t('restore.title')}>
      <p>{t('restore.gone')}</p>
      <SelectField
        label={t('inbox.label')}
        value={target}
        onChange={setTarget}
        options={open.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="row-actions">
        <Button look="primary" disabled={target === ''} onClick={restore}>
          {t('restore.do')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}
