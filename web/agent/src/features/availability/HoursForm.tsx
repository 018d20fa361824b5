import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import {
  SaveAgentHoursDocument,
  type AgentHoursFragment,
  type DayOffInput,
  type WorkingSlotInput,
} from '../../generated/settings.js';
import { makeId } from '../../lib/ids.js';
import { isTimeZone, OFFICE_HOURS, WEEKDAYS, wrongTimes } from '../settings/answerRules.js';
import { useRun } from '../settings/useRun.js';
import { WorkingHours } from '../settings/WorkingHours.js';
import { DaysOff, wrongDay } from './DaysOff.js';

/** When somebody works, and when he does not: outside of it he is away by himself (D20). */
export function HoursForm({ agent }: { agent: AgentHoursFragment }) {
  const t = useT();
  const { run, busy } = useRun();
  const { workingHours } = agent;
  const [on, setOn] = useState(workingHours !== null && workingHours !== undefined);
  const [timeZone, setTimeZone] = useState(workingHours?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [slots, setSlots] = useState<readonly WorkingSlotInput[]>(
    workingHours?.slots.map(({ weekday, from, until }) => ({ weekday, from, until })) ?? OFFICE_HOURS,
  );
  const [daysOff, setDaysOff] = useState<readonly DayOffInput[]>(
    workingHours?.daysOff.map(({ from, until, name }) => ({ from, until, name })) ?? [],
  );
  const wrongZone = on && !isTimeZone(timeZone) ? t('answers.noZone') : null;
  const wrongSlots = WEEKDAYS.some((day) => wrongTimes(slots.filter(({ weekday }) => weekday === day)) !== null);
  const wrong = on && (wrongZone !== null || wrongSlots || daysOff.some((day) => wrongDay(day) !== null));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong) return;
    const hours = on ? { timeZone, slots: [...slots], daysOff: [...daysOff] } : null;
    const input = { agentId: agent.id, hours, expectedVersion: workingHours?.version ?? 0, operationId: makeId('op') };
    const data = await run({
      document: SaveAgentHoursDocument,
      variables: { input },
      problems: (answer) => answer.agentHoursSave.userErrors,
    });
    if (data) toast(t('saved'));
  };
  return (
    <form className="panel" onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t('answers.hours')}</h2>
      <label className="choice">
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
        <span>
          {t('availability.hoursOn')}
          <small className="help">{t('availability.hoursOnHelp')}</small>
        </span>
      </label>
      {on && (
        <>
          <WorkingHours timeZone={timeZone} slots={slots} error={wrongZone} onTimeZone={setTimeZone} onSlots={setSlots} />
          <DaysOff days={daysOff} onChange={setDaysOff} />
        </>
      )}
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy} disabled={wrong}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
