import { useId } from 'react';
import { useT } from '../../app/intl.js';
import { TextField } from '../../components/fields.js';

/** How answers find their conversation, as it is typed. */
export interface Joining {
  reopenDays: string;
  joinBySubject: boolean;
  closedKeptDays: string;
}

const MOST_DAYS = { reopen: 3650, kept: 36500 } as const;

/** The days as the server takes them, 0 for always; null when they are none. */
export function daysOf(typed: string, of: keyof typeof MOST_DAYS): number | null {
  if (typed.trim() === '') return 0;
  const days = Number(typed);
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS[of] ? days : null;
}

/** When an answer begins anew, whether the subject alone may join (R-THR-4, R-THR-8), and how long what was closed is kept. */
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
          error={daysOf(joining.reopenDays, 'reopen') === null ? t('inbox.reopenDaysWrong') : null}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <div className="days">
        <TextField
          label={t('inbox.closedKeptDays')}
          value={joining.closedKeptDays}
          onChange={(closedKeptDays) => onChange({ ...joining, closedKeptDays })}
          help={t('inbox.closedKeptDaysHelp')}
          error={daysOf(joining.closedKeptDays, 'kept') === null ? t('inbox.closedKeptDaysWrong') : null}
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
