import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { useT } from '../../app/intl.js';
import { RemoveChannelDocument } from '../../generated/settings.js';
import { useRun } from './useRun.js';

interface RemoveChannelProps {
  /** The one that is asked about; null while nobody asks. */
  channel: { id: string; name: string; account: string } | null;
  onClose: () => void;
  onDone: () => void;
}

/** Asks before a channel is removed, as its password can't be brought back. */
export function RemoveChannel({ channel, onClose, onDone }: RemoveChannelProps) {
  const t = useT();
  const { run, busy } = useRun();
  const remove = async () => {
    if (!channel) return;
    const data = await run({
      document: RemoveChannelDocument,
      variables: { id: channel.id },
      problems: (answer) => answer.channelRemove.userErrors,
    });
    if (data) onDone();
    onClose();
  };
  return (
    <Modal
      opened={channel !== null}
      onClose={onClose}
      title={t('channel.removeTitle', { name: channel?.account || channel?.name || '' })}
    >
      <p>{t('channel.removeHelp')}</p>
      <div className="row-actions">
        <Button look="danger" busy={busy} onClick={() => void remove()}>
          {t('channel.remove')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}
