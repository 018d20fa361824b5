import { Button } from '@balie/web-ui';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useT, type TextKey } from '../../app/intl.js';
import type { DayOffInput } from '../../generated/settings.js';

/** What is wrong with a day off; null when nothing is. */
export function wrongDay({ from, until }: DayOffInput): TextKey | null {
  if (!from || !until) return 'availability.noDate';
  return until < from ? 'answers.wrongOrder' : null;
}

interface DaysOffProps {
  days: readonly DayOffInput[];
  onChange: (days: readonly DayOffInput[]) => void;
}

/** Holidays and absences: whole days without work. */
export function DaysOff({ days, onChange }: DaysOffProps) {
  const t = useT();
  const change = (index: number, part: Partial<DayOffInput>) =>
    onChange(days.map((day, at) => (at === index ? { ...day, ...part } : day)));
  return (
    <fieldset className="group">
      <legend>{t('availability.daysOff')}</legend>
      {days.length === 0 && <p className="meta">{t('availability.noDaysOff')}</p>}
      {days.map((day, index) => {
        const wrong = wrongDay(day);
        const name = t('availability.dayNumber', { n: index + 1 });
        return (
          <div key={index} className="days-off" role="group" aria-label={name}>
            <input
              type="date"
              className="input"
              aria-label={t('availability.firstDay')}
              value={day.from}
              onChange={(event) => change(index, { from: event.target.value })}
            />
            <span aria-hidden>–</span>
            <input
              type="date"
              className="input"
              aria-label={t('availability.lastDay')}
              value={day.until}
              min={day.from}
              onChange={(event) => change(index, { until: event.target.value })}
            />
            <input
              className="input"
              aria-label={t('availability.dayName')}
              placeholder={t('availability.dayName')}
              maxLength={80}
              value={day.name ?? ''}
              onChange={(event) => change(index, { name: event.target.value })}
            />
            <button
              type="button"
              className="btn icon"
              aria-label={t('availability.removeDay', { name })}
              title={t('availability.removeDay', { name })}
              onClick={() => onChange(days.filter((_, at) => at !== index))}
            >
              <IconX size={16} aria-hidden />
            </button>
            {wrong && <small className="field-error">{t(wrong)}</small>}
          </div>
        );
      })}
      <Button look="quiet" onClick={() => onChange([...days, { from: '', until: '', name: '' }])}>
        <IconPlus size={14} aria-hidden />
        {t('availability.addDay')}
      </Button>
    </fieldset>
  );
}
