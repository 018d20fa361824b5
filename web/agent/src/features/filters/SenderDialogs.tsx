import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { IconBan } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import type { SenderIn } from './senders.js';

interface DialogProps {
  sender: SenderIn & { name: string; inboxName: string };
  onClose: () => void;
}

/** Asks before a sender is blocked, and says what that does and what it does not (S55 to S57, S59). */
export function BlockDialog({ sender, onClose }: DialogProps) {
  const t = useT();
  const { senders } = useServices();
  const { name, inboxName, contactId, inboxId } = sender;
  const block = () => {
    onClose();
    void senders.block({ contactId, inboxId });
  };
  return (
    <Modal opened onClose={onClose} title={t('block.title', { name })}>
      <ul className="plain-list">
        <li>{t('block.future', { inbox: inboxName })}</li>
        <li>{t('block.past')}</li>
        <li>{t('block.kept')}</li>
      </ul>
      <div className="row-actions">
        <Button look="danger" onClick={block} data-autofocus>
          <IconBan size={16} aria-hidden />
          {t('block.do')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}

/** Lets a sender in again, and asks whether what was set aside comes back (S57). */
export function UnblockDialog({ sender, onClose }: DialogProps) {
  const t = useT();
  const id = useId();
  const { senders } = useServices();
  const [moveBack, setMoveBack] = useState(false);
  const { name, inboxName, contactId, inboxId } = sender;
  const unblock = () => {
    onClose();
    void senders.unblock({ contactId, inboxId }, moveBack);
  };
  return (
    <Modal opened onClose={onClose} title={t('unblock.title', { name })}>
      <p>{t('unblock.future', { inbox: inboxName })}</p>
      <label className="choice" htmlFor={id}>
        <input id={id} type="checkbox" checked={moveBack} onChange={(event) => setMoveBack(event.target.checked)} />
        <span>
          {t('unblock.moveBack')}
          <small className="help">{t('unblock.moveBackHelp')}</small>
        </span>
      </label>
      <div className="row-actions">
        <Button look="primary" onClick={unblock} data-autofocus>
          {t('unblock.do')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}
