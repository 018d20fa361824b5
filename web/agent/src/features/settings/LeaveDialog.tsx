import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { useState } from 'react';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { SelectField } from '../../components/fields.js';
import { DeactivateAgentDocument, type PersonLineFragment } from '../../generated/settings.js';
import { useRun } from './useRun.js';

interface DialogProps {
  person: PersonLineFragment;
  /** Who can take over. */
  heirs: readonly PersonLineFragment[];
  onClose: () => void;
  onDone: () => void;
}

/** Asks before somebody is let go, and to whom what is open goes. */
export function LeaveDialog({ person, heirs, onClose, onDone }: DialogProps) {
  const t = useT();
  const { run, busy } = useRun();
  const [heir, setHeir] = useState('');
  const leave = async () => {
    const input = { id: person.id, reassignToId: heir || null, expectedVersion: person.version };
    const done = await run({
      document: DeactivateAgentDocument,
      variables: { input },
      problems: (data) => data.agentDeactivate.userErrors,
    });
    onClose();
    if (done) toast(t('people.left', { name: person.name }));
    onDone();
  };
  return (
    <Modal opened onClose={onClose} title={t('people.leaveTitle', { name: person.name })}>
      <ul className="plain-list">
        <li>{t('people.leaveNow')}</li>
        <li>{t('people.leaveKept')}</li>
        <li>{t('people.leaveBack')}</li>
      </ul>
      <SelectField
        label={t('people.reassign', { n: person.openCount ?? 0 })}
        value={heir}
        onChange={setHeir}
        options={[{ value: '', label: t('people.toNobody') }, ...heirs.map(({ id, name }) => ({ value: id, label: name }))]}
        help={t('people.reassignHelp')}
      />
      <div className="row-actions">
        <Button look="danger" busy={busy} onClick={() => void leave()}>
          {t('people.deactivate')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}
