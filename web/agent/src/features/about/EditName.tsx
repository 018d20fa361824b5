import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useMutation } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { SaveContactDocument, type PersonFragment } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';

/** The name, changed in its place: Enter saves, Escape leaves it. */
export function EditName({ person, name }: { person: PersonFragment; name: string }) {
  const t = useT();
  const [text, setText] = useState<string | null>(null);
  const [, save] = useMutation(SaveContactDocument);
  const done = async () => {
    const next = text?.trim();
    setText(null);
    if (!next || next === person.fullName) return;
    const { data, error } = await save({
      input: { id: person.id, name: next, expectedVersion: person.version, operationId: makeId('op') },
    });
    const failed = outcomeText(t, error, data?.contactSave.userErrors);
    if (failed) toast(failed, undefined, 'bad');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void done();
    if (event.key === 'Escape') setText(null);
  };
  if (text === null)
    return (
      <>
        <Link className="record-link" to="/contacts/$id" params={{ id: person.id }} target="_blank" title={t('about.record')}>
          {name}
        </Link>
        <button type="button" className="edit-name" onClick={() => setText(name)}>
          <IconPencil size={13} aria-hidden />
          <span className="vh">
            {name} {t('about.editName')}
          </span>
        </button>
      </>
    );
  return (
    <input
      className="input"
      aria-label={t('field.name')}
      value={text}
      autoFocus
      onChange={(event) => setText(event.target.value)}
      onBlur={() => void done()}
      onKeyDown={onKeyDown}
    />
  );
}
