import { Button } from '@balie/web-ui';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useT } from '../../app/intl.js';
import { TextField } from '../../components/fields.js';
import type { Weekday, WorkingSlotInput } from '../../generated/settings.js';
import { fromField, toField, WEEKDAYS, wrongTimes } from './answerRules.js';

const MOST = 6;

interface HoursProps {
  timeZone: string;
  slots: readonly WorkingSlotInput[];
  error: string | null;
  onTimeZone: (timeZone: string) => void;
  onSlots: (slots: readonly WorkingSlotInput[]) => void;
}

/** When somebody is there, day by day, on the clock of a time zone. */
export function WorkingHours({ timeZone, slots, error, onTimeZone, onSlots }: HoursProps) {
  const t = useT();
  const id = useId();
  const ofDay = (day: Weekday) => slots.filter(({ weekday }) => weekday === day);
  const setDay = (day: Weekday, next: readonly WorkingSlotInput[]) =>
    onSlots(WEEKDAYS.flatMap((one) => (one === day ? next : ofDay(one))));
  return (
    <fieldset className="group hours">
      <legend>{t('answers.hours')}</legend>
      <TextField
        label={t('answers.timeZone')}
        value={timeZone}
        onChange={onTimeZone}
        error={error}
        list={`${id}-zones`}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={`${id}-zones`}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {WEEKDAYS.map((day) => (
        <Day key={day} day={day} slots={ofDay(day)} onChange={(next) => setDay(day, next)} />
      ))}
    </fieldset>
  );
}

interface DayProps {
  day: Weekday;
  slots: readonly WorkingSlotInput[];
  onChange: (slots: readonly WorkingSlotInput[]) => void;
}

function Day({ day, slots, onChange }: DayProps) {
  const t = useT();
  const wrong = wrongTimes(slots);
  const name = t(`day.${day}`);
  const change = (index: number, part: Partial<WorkingSlotInput>) =>
    onChange(slots.map((slot, at) => (at === index ? { ...slot, ...part } : slot)));
  const last = slots.at(-1);
  const add = () =>
    onChange([...slots, { weekday: day, from: last ? toField(last.until) : '09:00', until: last ? '24:00' : '17:00' }]);
  return (
    <div className="hours-day" role="group" aria-label={name}>
      <span className="hours-name">{name}</span>
      <div className="hours-slots">
        {slots.length === 0 && <span className="meta">{t('answers.free')}</span>}
        {slots.map((slot, index) => (
          <span key={index} className="hours-slot">
            <input
              type="time"
              className="input"
              aria-label={t('answers.from', { day: name })}
              value={slot.from}
              onChange={(event) => change(index, { from: event.target.value })}
            />
            <span aria-hidden>–</span>
            <input
              type="time"
              className="input"
              aria-label={t('answers.until', { day: name })}
              value={toField(slot.until)}
              onChange={(event) => change(index, { until: fromField(event.target.value) })}
            />
            <button
              type="button"
              className="btn icon"
              aria-label={t('answers.removeTime', { day: name })}
              title={t('answers.removeTime', { day: name })}
              onClick={() => onChange(slots.filter((_, at) => at !== index))}
            >
              <IconX size={16} aria-hidden />
            </button>
          </span>
        ))}
        {slots.length < MOST && last?.until !== '24:00' && (
          <Button look="quiet" onClick={add}>
            <IconPlus size={14} aria-hidden />
            {t('answers.addTime')}
            <span className="vh"> {name}</span>
          </Button>
        )}
        {wrong && <small className="field-error">{t(wrong)}</small>}
      </div>
    </div>
  );
}
