import { useId } from 'react';
import { useT } from '../../app/intl.js';
import { TextField } from '../../components/fields.js';

/** How answers find their conversation, as it is typed. */
export interface Joining {
  reopenDays: string;
  joinBySubject: boolean;
}

/** The days as the server takes them, 0 for always; null when they are none. */
export function daysOf(typed: string): number | null {
  if (typed.trim() === '') return 0;
  const days = Number(typed);
  return Number.isInteger(days) && days >= 1 && days <= 3650 ? days : null;
}

/** When an answer begins anew, and whether the subject alone may join (R-THR-4, R-THR-8). */
export function JoiningFields({ joining, onChange }: { joining: Joining; onChange: (joining: Joining) => void }) {
  const t = useT();
  const id = useId();
  return (
    <fieldset className="group">
      <legend>{t('inbox.answers')}</legend>
      <div className="days">
        <TextField
          label={t('inbox.reopenDays')}
          value={joining.reopenDays}
          onChange={(reopenDays) => onChange({ ...joining, reopenDays })}
          help={t('inbox.reopenDaysHelp')}
          error={daysOf(joining.reopenDays) === null ? t('inbox.reopenDaysWrong') : null}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <div className="switch">
        <input
          id={id}
          type="checkbox"
          role="switch"
          checked={joining.joinBySubject}
          aria-describedby={`${id}-help`}
          onChange={(event) => onChange({ ...joining, joinBySubject: event.target.checked })}
        />
        <span>
          <label htmlFor={id}>{t('inbox.joinBySubject')}</label>
          <small className="help" id={`${id}-help`}>
            {t('inbox.joinBySubjectHelp')}
          </small>
        </span>
      </div>
    </fieldset>
  );
}
