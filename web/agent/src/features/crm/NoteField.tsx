import { IconUsers } from '@tabler/icons-react';
import { useId } from 'react';
import { useT } from '../../app/intl.js';
import { CallingList } from '../composer/CallingList.js';
import { useCallables } from '../composer/useCallables.js';
import { useCalling } from '../composer/useCalling.js';

interface FieldProps {
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
}

/** The text of a note: an @ and a name call a colleague or a team (S64). */
export function NoteField({ value, onChange, autoFocus }: FieldProps) {
  const t = useT();
  const id = useId();
  const { others, isTeam } = useCallables();
  const { found, at, look, leave, pick, onKey } = useCalling({ among: others, onPick: onChange });
  const list = `${id}-list`;
  const shown = found.length > 0;
  return (
    <div className="field">
      <label htmlFor={id}>{t('crm.note')}</label>
      <textarea
        id={id}
        className="input"
        rows={3}
        value={value}
        required
        autoFocus={autoFocus}
        aria-autocomplete="list"
        aria-controls={shown ? list : undefined}
        aria-activedescendant={shown ? `${list}-${at}` : undefined}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => {
          onChange(target.value);
          look(target);
        }}
        onClick={({ currentTarget }) => look(currentTarget)}
        onKeyDown={onKey}
        onBlur={leave}
      />
      <CallingList
        id={list}
        {...{ found, at }}
        onPick={pick}
        mark={(one) => isTeam(one) && <IconUsers size={16} aria-hidden />}
      />
      <small id={`${id}-help`} className="help">
        {t('crm.noteHelp')}
      </small>
    </div>
  );
}
