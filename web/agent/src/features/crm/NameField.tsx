import { useState, type KeyboardEvent } from 'react';
import { useT } from '../../app/intl.js';
import type { ContactFactsFragment } from '../../generated/crm.js';
import { useContactActions } from './useContactActions.js';

/** The name, changed in its place: Enter saves, Escape leaves it. */
export function NameField({ contact, name }: { contact: ContactFactsFragment; name: string }) {
  const t = useT();
  const { save } = useContactActions();
  const [text, setText] = useState<string | null>(null);
  const done = () => {
    const next = text?.trim();
    setText(null);
    if (next && next !== contact.fullName) void save({ id: contact.id, name: next, expectedVersion: contact.version });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') done();
    if (event.key === 'Escape') setText(null);
  };
  if (!contact.contactCan.includes('EDIT')) return <b>{name}</b>;
  if (text === null)
    return (
      <button type="button" className="crm-fact" onClick={() => setText(contact.fullName ?? '')}>
        <b>{name}</b>
        <span className="vh"> {t('about.editName')}</span>
      </button>
    );
  return (
    <input
      className="input"
      aria-label={t('field.name')}
      value={text}
      autoFocus
      onChange={(event) => setText(event.target.value)}
      onBlur={done}
      onKeyDown={onKeyDown}
    />
  );
}
