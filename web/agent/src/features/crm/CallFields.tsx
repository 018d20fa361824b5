import { useT } from '../../app/intl.js';
import { SelectField, TextField } from '../../components/fields.js';
import { Callers, type CallAbout } from './Callers.js';
import type { CallDirection, CallOutcome } from '../../generated/crm.js';
import { CALL_OUTCOMES } from './recordTypes.js';

export interface CallForm {
  phone: string;
  direction: CallDirection;
  outcome: CallOutcome | '';
  minutes: string;
}
export const NO_CALL: CallForm = { phone: '', direction: 'OUTBOUND', outcome: 'CONNECTED', minutes: '' };

/** Minutes as typed, `3` or `3:20`, in seconds; null when nothing was typed. */
export function toSeconds(minutes: string): number | null {
  const [whole, rest] = minutes.trim().split(':');
  const seconds = Number((whole ?? '').replace(',', '.')) * 60 + Number(rest ?? 0);
  return whole && Number.isFinite(seconds) ? Math.round(seconds) : null;
}

interface FieldsProps {
  call: CallForm;
  onChange: (call: CallForm) => void;
  /** The call that is about to be logged. */
  about: CallAbout;
  /** A plugin makes the call, and logs it. */
  onTaken: () => void;
}

/** What is kept of a call: the number, which way it went, how it ended and how long it took (S49). */
export function CallFields({ call, onChange, about, onTaken }: FieldsProps) {
  const t = useT();
  const set = (part: Partial<CallForm>) => onChange({ ...call, ...part });
  return (
    <>
      <TextField label={t('crm.phone')} type="tel" value={call.phone} onChange={(phone) => set({ phone })} autoFocus />
      {call.phone && (
        <div className="row-actions">
          <a className="btn" href={`tel:${call.phone.replaceAll(/[^\d+*#]/g, '')}`}>
            {t('crm.dial', { phone: call.phone })}
          </a>
          <Callers phone={call.phone} about={about} onTaken={onTaken} />
        </div>
      )}
      <SelectField
        label={t('crm.direction')}
        value={call.direction}
        onChange={(direction) => set({ direction: direction as CallDirection })}
        options={(['OUTBOUND', 'INBOUND'] as const).map((value) => ({ value, label: t(`direction.${value}`) }))}
      />
      <SelectField
        label={t('crm.callEnded')}
        value={call.outcome}
        onChange={(outcome) => set({ outcome: outcome as CallOutcome })}
        options={CALL_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <TextField
        label={t('crm.minutes')}
        help={t('crm.minutesHelp')}
        value={call.minutes}
        onChange={(minutes) => set({ minutes })}
      />
    </>
  );
}
