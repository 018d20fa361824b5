import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { SelectField, TextField } from '../../components/fields.js';
import { DeleteInboxDocument, InboxSizeDocument } from '../../generated/settings.js';
import type { InboxLine } from './InboxEditor.js';
import { useRun } from './useRun.js';

interface DialogProps {
  inbox: InboxLine;
  /** Where its conversations may go. */
  others: readonly InboxLine[];
  onClose: () => void;
  onDone: () => void;
}

/** Asks what becomes of what lies in an inbox, and for its name, before it is deleted (S81 to S83, N11). */
export function DeleteInbox({ inbox, others, onClose, onDone }: DialogProps) {
  const t = useT();
  const { run, busy } = useRun();
  const [{ data }] = useQuery({ query: InboxSizeDocument, variables: { id: inbox.id }, requestPolicy: 'network-only' });
  const [target, setTarget] = useState(others.find(({ isDefault }) => isDefault)?.id ?? others[0]?.id ?? '');
  const [name, setName] = useState('');
  const count = data?.node?.__typename === 'Inbox' ? data.node.conversationCount : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const what = target ? { conversations: 'MOVE' as const, moveToId: target } : { conversations: 'TRASH' as const };
    const input = { id: inbox.id, name, expectedVersion: inbox.version, ...what };
    const done = await run({
      document: DeleteInboxDocument,
      variables: { input },
      problems: (answer) => answer.inboxDelete.userErrors,
    });
    if (!done) return;
    toast(t('inbox.deleted', { name: inbox.name }));
    onClose();
    onDone();
  };
  return (
    <Modal opened onClose={onClose} title={t('inbox.deleteTitle', { name: inbox.name })}>
      <form onSubmit={(event) => void submit(event)}>
        <SelectField
          label={t('inbox.deleteWhat', { n: count ?? 0 })}
          value={target}
          onChange={setTarget}
          options={[
            ...others.map((other) => ({ value: other.id, label: t('inbox.deleteMove', { name: other.name }) })),
            { value: '', label: t('inbox.deleteTrash') },
          ]}
        />
        {inbox.channels.length > 0 && <p className="help">{t('inbox.deleteChannels', { n: inbox.channels.length })}</p>}
        <TextField
          label={t('inbox.deleteType', { name: inbox.name })}
          value={name}
          onChange={setName}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        <div className="row-actions">
          <Button type="submit" look="danger" busy={busy} disabled={name !== inbox.name}>
            {t('inbox.deleteDo')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
