import { Button } from '@balie/web-ui';
import { useId, useState, type FormEvent } from 'react';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import {
  SaveSlaPolicyDocument,
  type DayOffInput,
  type SlaCounts,
  type SlaInboxFragment,
  type WorkingSlotInput,
} from '../../generated/settings.js';
import { makeId } from '../../lib/ids.js';
import { DaysOff, wrongDay } from '../availability/DaysOff.js';
import { isTimeZone, OFFICE_HOURS, WEEKDAYS, wrongTimes } from './answerRules.js';
import { draftOfLimit, LIMIT_UNITS, minutesOfLimit, type LimitDraft } from './limits.js';
import { useRun } from './useRun.js';
import { WorkingHours } from './WorkingHours.js';

const COUNTS: readonly SlaCounts[] = ['WORKING', 'ALWAYS'];
/** What to begin with, in minutes. */
const START = { first: 4 * 60, next: 8 * 60 };

/** Everything that is typed, with what is wrong with it. */
function useForm({ slaPolicy, workingHours }: SlaInboxFragment) {
  const t = useT();
  const [first, setFirst] = useState(() => draftOfLimit(slaPolicy.firstMinutes, START.first));
  const [next, setNext] = useState(() => draftOfLimit(slaPolicy.nextMinutes, START.next));
  const [counts, setCounts] = useState(slaPolicy.counts);
  const [timeZone, setTimeZone] = useState(workingHours?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [slots, setSlots] = useState<readonly WorkingSlotInput[]>(
    workingHours?.slots.map(({ weekday, from, until }) => ({ weekday, from, until })) ?? OFFICE_HOURS,
  );
  const [daysOff, setDaysOff] = useState<readonly DayOffInput[]>(
    workingHours?.daysOff.map(({ from, until, name }) => ({ from, until, name })) ?? [],
  );
  const limited = first.on || next.on;
  const hours = limited && counts === 'WORKING';
  const wrongZone = hours && !isTimeZone(timeZone) ? t('answers.noZone') : null;
  const wrongSlots = WEEKDAYS.some((day) => wrongTimes(slots.filter(({ weekday }) => weekday === day)) !== null);
  const wrongHours = hours && (wrongZone !== null || wrongSlots || daysOff.some((day) => wrongDay(day) !== null));
  const isRight = !wrongHours && minutesOfLimit(first) !== undefined && minutesOfLimit(next) !== undefined;
  return {
    ...{ first, setFirst, next, setNext, counts, setCounts, timeZone, setTimeZone, slots, setSlots, daysOff, setDaysOff },
    ...{ limited, hours, wrongZone, isRight },
  };
}

/** The limits of one inbox: for a first and for each next answer, and which time counts. */
export function SlaForm({ inbox, onSaved }: { inbox: SlaInboxFragment; onSaved: () => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const form = useForm(inbox);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.isRight) return;
    const data = await run({
      document: SaveSlaPolicyDocument,
      variables: variablesOf(inbox, form),
      problems: (answer) => [...(answer.workingHoursSave?.userErrors ?? []), ...answer.slaPolicySave.userErrors],
    });
    if (!data) return;
    toast(t('saved'));
    onSaved();
  };
  return (
    <form className="panel" onSubmit={(event) => void submit(event)} noValidate>
      <h2>{inbox.name}</h2>
      <LimitField label={t('sla.first')} help={t('sla.firstHelp')} limit={form.first} onChange={form.setFirst} />
      <LimitField label={t('sla.next')} help={t('sla.nextHelp')} limit={form.next} onChange={form.setNext} />
      {form.limited && <CountsField value={form.counts} onChange={form.setCounts} />}
      {form.hours && (
        <>
          <p className="help">{t('sla.hoursShared')}</p>
          <WorkingHours
            timeZone={form.timeZone}
            slots={form.slots}
            error={form.wrongZone}
            onTimeZone={form.setTimeZone}
            onSlots={form.setSlots}
          />
          <DaysOff days={form.daysOff} onChange={form.setDaysOff} />
        </>
      )}
      <p className="help">{t('sla.fromNow')}</p>
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy} disabled={!form.isRight}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function variablesOf(inbox: SlaInboxFragment, form: ReturnType<typeof useForm>) {
  const { timeZone, slots, daysOff, counts, hours } = form;
  const common = { inboxId: inbox.id, operationId: makeId('op') };
  return {
    withHours: hours,
    hours: { ...common, timeZone, slots: [...slots], daysOff: [...daysOff], expectedVersion: inbox.workingHours?.version ?? 0 },
    policy: {
      ...common,
      firstMinutes: minutesOfLimit(form.first) ?? null,
      nextMinutes: minutesOfLimit(form.next) ?? null,
      counts,
      expectedVersion: inbox.slaPolicy.version,
    },
  };
}

function CountsField({ value, onChange }: { value: SlaCounts; onChange: (counts: SlaCounts) => void }) {
  const t = useT();
  const name = useId();
  return (
    <fieldset className="group">
      <legend>{t('sla.counts')}</legend>
      {COUNTS.map((one) => (
        <label key={one} className="choice">
          <input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} />
          <span>
            {t(`sla.${one}`)}
            <small className="help">{t(one === 'WORKING' ? 'sla.workingHelp' : 'sla.alwaysHelp')}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface LimitProps {
  label: string;
  help: string;
  limit: LimitDraft;
  onChange: (limit: LimitDraft) => void;
}

/** A limit that can be off: so many minutes or hours. */
function LimitField({ label, help, limit, onChange }: LimitProps) {
  const t = useT();
  const id = useId();
  const wrong = minutesOfLimit(limit) === undefined;
  return (
    <div className="field" role="group" aria-label={label}>
      <label className="choice">
        <input type="checkbox" checked={limit.on} onChange={(event) => onChange({ ...limit, on: event.target.checked })} />
        <span>
          {label}
          <small className="help">{help}</small>
        </span>
      </label>
      {limit.on && (
        <div className="limit">
          <label htmlFor={id}>{t('sla.within')}</label>
          <input
            id={id}
            type="number"
            className="input"
            min={1}
            step="any"
            inputMode="decimal"
            value={limit.amount}
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? `${id}-error` : undefined}
            onChange={(event) => onChange({ ...limit, amount: event.target.value })}
          />
          <select
            className="input"
            aria-label={t('sla.unit')}
            value={limit.unit}
            onChange={(event) => onChange({ ...limit, unit: event.target.value === 'HOURS' ? 'HOURS' : 'MINUTES' })}
          >
            {LIMIT_UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {t(`sla.${unit}`)}
              </option>
            ))}
          </select>
          {wrong && (
            <small id={`${id}-error`} className="field-error">
              {t('sla.wrong')}
            </small>
          )}
        </div>
      )}
    </div>
  );
}
