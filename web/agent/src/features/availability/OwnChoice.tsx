import { Button } from '@balie/web-ui';
import { useId, useState, type FormEvent } from 'react';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import type { Availability } from '../../generated/graphql.js';
import type { AgentHoursFragment } from '../../generated/settings.js';
import { now } from '../../lib/clock.js';
import { fromField, timeProblem, toField } from '../composer/schedule.js';
import { useKept, useReason, useSetAvailability } from './useAvailability.js';
import { Word } from './Word.js';

type Choice = Availability | 'SCHEDULE';
const HELP = {
  AVAILABLE: 'availability.AVAILABLEHelp',
  AWAY: 'availability.AWAYHelp',
  SCHEDULE: 'availability.SCHEDULEHelp',
} as const;
const PROBLEMS = { none: 'later.none', over: 'later.over', far: 'later.far' } as const;

/** One's own word: available, away for how long, or what the hours say. */
export function OwnChoice({ agent }: { agent: AgentHoursFragment }) {
  const t = useT();
  const id = useId();
  const { set, busy } = useSetAvailability();
  const reason = useReason();
  const kept = useKept();
  const { presence } = agent;
  const start: Choice = presence.source === 'SCHEDULE' && agent.workingHours ? 'SCHEDULE' : presence.status;
  const [choice, setChoice] = useState<Choice>(start);
  const [reassign, setReassign] = useState(presence.reassignReplies);
  const [until, setUntil] = useState(presence.until ? toField(new Date(presence.until)) : '');
  const wrong = choice === 'AWAY' && until !== '' ? timeProblem(fromField(until), new Date(now())) : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong) return;
    const away = choice === 'AWAY';
    const end = away ? (fromField(until)?.toISOString() ?? null) : null;
    const done = await set({
      status: choice === 'SCHEDULE' ? null : choice,
      reassignReplies: away && reassign,
      until: end,
    });
    if (done) toast(t('saved'));
  };
  const choices: readonly Choice[] = agent.workingHours ? ['SCHEDULE', 'AVAILABLE', 'AWAY'] : ['AVAILABLE', 'AWAY'];
  const why = reason(presence);
  return (
    <form className="panel" onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t('availability.now')}</h2>
      <p>
        <Word status={presence.status} /> {why && <span className="meta">{why}</span>}
      </p>
      <fieldset className="group">
        <legend>{t('availability.title')}</legend>
        {choices.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name={id} checked={choice === one} onChange={() => setChoice(one)} />
            <span>
              {t(`availability.${one}`)}
              <small className="help">{one === 'AWAY' ? `${t(HELP[one])} ${kept}` : t(HELP[one])}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {choice === 'AWAY' && (
        <>
          <label className="choice">
            <input type="checkbox" checked={reassign} onChange={(event) => setReassign(event.target.checked)} />
            <span>
              {t('availability.reassign')}
              <small className="help">{t('availability.reassignHelp')}</small>
            </span>
          </label>
          <div className="field">
            <label htmlFor={`${id}-until`}>{t('availability.untilLabel')}</label>
            <input
              id={`${id}-until`}
              className="input"
              type="datetime-local"
              value={until}
              aria-invalid={wrong ? true : undefined}
              aria-describedby={`${id}-help`}
              onChange={(event) => setUntil(event.target.value)}
            />
            <small id={`${id}-help`} className={wrong ? 'field-error' : 'help'} role={wrong ? 'alert' : undefined}>
              {wrong ? t(PROBLEMS[wrong]) : t('availability.untilHelp')}
            </small>
          </div>
        </>
      )}
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy} disabled={wrong !== null}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
