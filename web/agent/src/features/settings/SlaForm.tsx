import { Button } from '@balie/web-ui';
import { useId, useState, type FormEvent } from 'react';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import {
  SaveSlaPolicyDocument,
  type DayOffInput,
  type SlaCounts,
  type SlaInboxFragment,
  type SlaLimitsFragment,
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
const START = { first: 4 * 60, next: 8 * 60, closing: 48 * 60 };

/** Everything that is typed, with what is wrong with it. */
function useForm(slaPolicy: SlaLimitsFragment, { workingHours }: SlaInboxFragment) {
  const t = useT();
  const [first, setFirst] = useState(() => draftOfLimit(slaPolicy.firstMinutes, START.first));
  const [next, setNext] = useState(() => draftOfLimit(slaPolicy.nextMinutes, START.next));
  const [closing, setClosing] = useState(() => draftOfLimit(slaPolicy.closingMinutes, START.closing));
  const [applyToOpen, setApplyToOpen] = useState(false);
  const [counts, setCounts] = useState(slaPolicy.counts);
  const [timeZone, setTimeZone] = useState(workingHours?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [slots, setSlots] = useState<readonly WorkingSlotInput[]>(
    workingHours?.slots.map(({ weekday, from, until }) => ({ weekday, from, until })) ?? OFFICE_HOURS,
  );
  const [daysOff, setDaysOff] = useState<readonly DayOffInput[]>(
    workingHours?.daysOff.map(({ from, until, name }) => ({ from, until, name })) ?? [],
  );
  const limits = [first, next, closing];
  const limited = limits.some(({ on }) => on);
  const hours = limited && counts === 'WORKING';
  const wrongZone = hours && !isTimeZone(timeZone) ? t('answers.noZone') : null;
  const wrongSlots = WEEKDAYS.some((day) => wrongTimes(slots.filter(({ weekday }) => weekday === day)) !== null);
  const wrongHours = hours && (wrongZone !== null || wrongSlots || daysOff.some((day) => wrongDay(day) !== null));
  const isRight = !wrongHours && limits.every((limit) => minutesOfLimit(limit) !== undefined);
  return {
    ...{
      first,
      setFirst,
      next,
      setNext,
      closing,
      setClosing,
      applyToOpen,
      setApplyToOpen,
      counts,
      setCounts,
      timeZone,
      setTimeZone,
      slots,
      setSlots,
      daysOff,
      setDaysOff,
    },
    ...{ limited, hours, wrongZone, isRight },
  };
}

interface FormProps {
  inbox: SlaInboxFragment;
  /** Null for all channels that have no limits of their own. */
  channelId: string | null;
  policy: SlaLimitsFragment;
  onSaved: () => void;
}

/** The limits of one inbox or channel: for a first and for each next answer and for closing, and which time counts. */
export function SlaForm({ inbox, channelId, policy, onSaved }: FormProps) {
  const t = useT();
  const { run, busy } = useRun();
  const form = useForm(policy, inbox);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.isRight) return;
    const data = await run({
      document: SaveSlaPolicyDocument,
      variables: variablesOf({ inbox, channelId, policy }, form),
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
      <LimitField label={t('sla.closing')} help={t('sla.closingHelp')} limit={form.closing} onChange={form.setClosing} />
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
      <label className="choice">
        <input type="checkbox" checked={form.applyToOpen} onChange={(event) => form.setApplyToOpen(event.target.checked)} />
        <span>
          {t('sla.applyToOpen')}
          <small className="help">{t('sla.applyToOpenHelp')}</small>
        </span>
      </label>
      <p className="help">{t('sla.fromNow')}</p>
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy} disabled={!form.isRight}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function variablesOf({ inbox, channelId, policy }: Omit<FormProps, 'onSaved'>, form: ReturnType<typeof useForm>) {
  const { timeZone, slots, daysOff, counts, hours, applyToOpen } = form;
  const common = { inboxId: inbox.id, operationId: makeId('op') };
  return {
    withHours: hours,
    hours: { ...common, timeZone, slots: [...slots], daysOff: [...daysOff], expectedVersion: inbox.workingHours?.version ?? 0 },
    policy: {
      ...common,
      firstMinutes: minutesOfLimit(form.first) ?? null,
      channelId,
      nextMinutes: minutesOfLimit(form.next) ?? null,
      closingMinutes: minutesOfLimit(form.closing) ?? null,
      ...{ counts, applyToOpen },
      expectedVersion: policy.version,
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
