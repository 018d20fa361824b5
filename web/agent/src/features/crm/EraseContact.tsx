import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { SelectField, TextField } from '../../components/fields.js';
import { EraseContactDocument, ErasePreviewDocument, type EraseOthers, type ErasePreviewQuery } from '../../generated/crm.js';
import { useRun } from '../settings/useRun.js';

interface DialogProps {
  contactId: string;
  onClose: () => void;
  onDone: () => void;
}

/** Says what goes and what stays, and asks for the name, before a person is erased (O12, ux 4.5). */
export function EraseContact({ contactId, onClose, onDone }: DialogProps) {
  const t = useT();
  const [{ data, error }] = useQuery({ query: ErasePreviewDocument, variables: { contactId }, requestPolicy: 'network-only' });
  const preview = data?.contactErasePreview;
  return (
    <Modal opened onClose={onClose} title={t('crm.eraseTitle')}>
      {error && <p className="alert">{t('crm.eraseUnknown')}</p>}
      {preview && <Form contactId={contactId} preview={preview} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function Form({
  contactId,
  preview,
  onClose,
  onDone,
}: DialogProps & { preview: NonNullable<ErasePreviewQuery['contactErasePreview']> }) {
  const t = useT();
  const { run, busy } = useRun();
  const [name, setName] = useState('');
  const [others, setOthers] = useState<EraseOthers>('ANONYMISE');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { contactId, name, others };
    const done = await run({
      document: EraseContactDocument,
      variables: { input },
      problems: (answer) => answer.contactErase.userErrors,
    });
    if (!done) return;
    toast(t('crm.erased'));
    onClose();
    onDone();
  };
  return (
    <form className="crm-form" onSubmit={(event) => void submit(event)}>
      <p>{t('crm.eraseGoes', { conversations: preview.conversations - preview.withOthers, records: preview.records })}</p>
      <p className="help">{t('crm.eraseStays')}</p>
      {preview.withOthers > 0 && (
        <SelectField
          label={t('crm.eraseOthers', { n: preview.withOthers })}
          value={others}
          onChange={(value) => setOthers(value as EraseOthers)}
          options={[
            { value: 'ANONYMISE', label: t('crm.eraseOthersKeep') },
            { value: 'DELETE', label: t('crm.eraseOthersDelete') },
          ]}
        />
      )}
      <TextField
        label={t('crm.eraseType', { name: preview.name })}
        value={name}
        onChange={setName}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      <div className="row-actions">
        <Button type="submit" look="danger" busy={busy} disabled={name.trim() !== preview.name}>
          {t('crm.eraseDo')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
