import { Button } from '@balie/web-ui';
import { useT } from '../../app/intl.js';
import { makeId } from '../../lib/ids.js';
import { FindContact } from './FindContact.js';
import { useContactActions } from './useContactActions.js';

interface FormProps {
  conversation: { id: string; version: number };
  /** To whom it is tied now. */
  before: string | null;
  onDone: (() => void) | null;
}

/** Finds the contact that a conversation is with, or makes one (S53). */
export function AssociateForm({ conversation, before, onDone }: FormProps) {
  const t = useT();
  const { tie, save, busy } = useContactActions();
  const choose = async (id: string) => {
    if (await tie(conversation, id, before)) onDone?.();
  };
  const make = async (words: string) => {
    const id = makeId('con');
    const mail = words.includes('@');
    const made = await save(mail ? { id, addIdentities: [{ kind: 'email', value: words }] } : { id, name: words });
    if (made) await choose(id);
  };
  const more = (words: string) => (
    <div className="row-actions">
      {words !== '' && (
        <Button busy={busy} onClick={() => void make(words)}>
          {t('crm.makeContact', { name: words })}
        </Button>
      )}
      {onDone && (
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      )}
    </div>
  );
  return (
    <div
      className="crm-form"
      role="group"
      aria-label={t('crm.associate')}
      onKeyDown={(event) => event.key === 'Escape' && onDone?.()}
    >
      <FindContact except={before} busy={busy} autoFocus={onDone !== null} onChoose={(id) => void choose(id)} more={more} />
    </div>
  );
}
