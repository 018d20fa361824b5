import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { useId, useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import { AmendMessageDocument } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import type { Mail } from './types.js';

interface AmendProps {
  message: Mail;
  /** Taken back, instead of said in other words. */
  withdraw: boolean;
  onClose: () => void;
}

/** Other words for what one has sent, or none any more; the other side sees that it was changed. */
export function AmendDialog({ message, withdraw, onClose }: AmendProps) {
  const t = useT();
  const id = useId();
  const client = useClient();
  const [text, setText] = useState(message.text);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const variables = { id: message.id, text: withdraw ? null : text, operationId: makeId('op') };
    const { data, error } = await client.mutation(AmendMessageDocument, variables).toPromise();
    setBusy(false);
    setFailed(outcomeText(t, error, data?.messageAmend.userErrors ?? []));
    if (data?.messageAmend.message) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t(withdraw ? 'thread.withdrawThis' : 'thread.editThis')} centered>
      <form onSubmit={(event) => void submit(event)}>
        {withdraw ? (
          <p>{t('thread.withdrawHelp')}</p>
        ) : (
          <div className="field">
            <label htmlFor={id}>{t('thread.newWords')}</label>
            <textarea
              id={id}
              className="input"
              rows={5}
              value={text}
              onChange={(event) => setText(event.target.value)}
              data-autofocus
              required
            />
          </div>
        )}
        {failed && (
          <p className="field-error" role="alert">
            {failed}
          </p>
        )}
        <div className="row-actions">
          <Button type="submit" look={withdraw ? 'danger' : 'primary'} busy={busy} disabled={!withdraw && text.trim() === ''}>
            {t(withdraw ? 'thread.withdraw' : 'save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
