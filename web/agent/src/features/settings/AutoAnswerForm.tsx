import { Button } from '@balie/web-ui';
import { useId, useState, type FormEvent } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { TextField } from '../../components/fields.js';
import type { WorkingSlotInput } from '../../generated/settings.js';
import { SaveAutoAnswerDocument, type AcknowledgementMode, type AutoAnswersQuery } from '../../generated/settings.js';
import { makeId } from '../../lib/ids.js';
import { filled, isTimeZone, OFFICE_HOURS, unknownPlaceholder, WEEKDAYS, wrongTimes } from './answerRules.js';
import { useRun } from './useRun.js';
import { WorkingHours } from './WorkingHours.js';

type InboxLine = AutoAnswersQuery['inboxes'][number];

const MODES: readonly { id: AcknowledgementMode; text: TextKey; help: TextKey }[] = [
  { id: 'OFF', text: 'answers.OFF', help: 'answers.OFFHelp' },
  { id: 'ON_RECEIPT', text: 'answers.ON_RECEIPT', help: 'answers.ON_RECEIPTHelp' },
  { id: 'OUTSIDE_HOURS', text: 'answers.OUTSIDE_HOURS', help: 'answers.OUTSIDE_HOURSHelp' },
];
/** A conversation to show how it will look. */
const EXAMPLE = '1042';

/** Everything that is typed, with what is wrong with it. */
function useForm(inbox: InboxLine) {
  const t = useT();
  const { acknowledgement, workingHours } = inbox;
  const fresh = acknowledgement.version === 0;
  const [mode, setMode] = useState(acknowledgement.mode);
  const [subject, setSubject] = useState(fresh ? t('answers.subjectStart') : acknowledgement.subject);
  const [text, setText] = useState(fresh ? t('answers.textStart') : acknowledgement.text);
  const [timeZone, setTimeZone] = useState(workingHours?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [slots, setSlots] = useState<readonly WorkingSlotInput[]>(
    workingHours?.slots.map(({ weekday, from, until }) => ({ weekday, from, until })) ?? OFFICE_HOURS,
  );
  const words = (value: string, missing: TextKey): string | null => {
    if (mode !== 'OFF' && value.trim() === '') return t(missing);
    const unknown = unknownPlaceholder(value);
    return unknown === null ? null : t('answers.unknown', { name: `{${unknown}}` });
  };
  const hours = mode === 'OUTSIDE_HOURS';
  const errors = {
    subject: words(subject, 'answers.noSubject'),
    text: words(text, 'answers.noText'),
    timeZone: hours && !isTimeZone(timeZone) ? t('answers.noZone') : null,
    slots: hours && WEEKDAYS.some((day) => wrongTimes(slots.filter(({ weekday }) => weekday === day)) !== null),
  };
  const isRight = !errors.subject && !errors.text && !errors.timeZone && !errors.slots;
  return { mode, setMode, subject, setSubject, text, setText, timeZone, setTimeZone, slots, setSlots, errors, isRight };
}

/** The answer of one inbox: when, in which words, and how the sender will see it. */
export function AutoAnswerForm({ inbox, onSaved }: { inbox: InboxLine; onSaved: () => void }) {
  const t = useT();
  const name = useId();
  const { run, busy } = useRun();
  const form = useForm(inbox);
  const { mode, errors } = form;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.isRight) return;
    const data = await run({
      document: SaveAutoAnswerDocument,
      variables: variablesOf(inbox, form),
      problems: (answer) => [...(answer.workingHoursSave?.userErrors ?? []), ...answer.acknowledgementSave.userErrors],
    });
    if (!data) return;
    toast(t('saved'));
    onSaved();
  };
  return (
    <form className="panel" onSubmit={(event) => void submit(event)} noValidate>
      <h2>{inbox.name}</h2>
      <fieldset className="group">
        <legend>{t('answers.when')}</legend>
        {MODES.map((one) => (
          <label key={one.id} className="choice">
            <input type="radio" name={name} checked={mode === one.id} onChange={() => form.setMode(one.id)} />
            <span>
              {t(one.text)}
              <small className="help">{t(one.help)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {mode === 'OUTSIDE_HOURS' && (
        <WorkingHours
          timeZone={form.timeZone}
          slots={form.slots}
          error={errors.timeZone}
          onTimeZone={form.setTimeZone}
          onSlots={form.setSlots}
        />
      )}
      {mode !== 'OFF' && (
        <>
          <TextField
            label={t('mail.subject')}
            value={form.subject}
            onChange={form.setSubject}
            maxLength={200}
            error={errors.subject}
            help={t('answers.placeholders', { number: '{number}', inbox: '{inbox}' })}
          />
          <AnswerText value={form.text} onChange={form.setText} error={errors.text} />
          <Preview inbox={inbox.name} subject={form.subject} text={form.text} />
        </>
      )}
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy} disabled={!form.isRight}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function variablesOf(inbox: InboxLine, form: ReturnType<typeof useForm>) {
  const { mode, subject, text, timeZone, slots } = form;
  const operationId = makeId('op');
  const common = { inboxId: inbox.id, operationId };
  return {
    withHours: mode === 'OUTSIDE_HOURS',
    hours: { ...common, timeZone, slots: [...slots], expectedVersion: inbox.workingHours?.version ?? 0 },
    answer: { ...common, mode, subject, text, expectedVersion: inbox.acknowledgement.version },
  };
}

function AnswerText({ value, onChange, error }: { value: string; onChange: (value: string) => void; error: string | null }) {
  const t = useT();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('answers.text')}</label>
      <textarea
        id={id}
        className="input"
        rows={6}
        maxLength={5000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error && (
        <small id={`${id}-error`} className="field-error">
          {error}
        </small>
      )}
    </div>
  );
}

/** How it looks to who gets it. */
function Preview({ inbox, subject, text }: { inbox: string; subject: string; text: string }) {
  const t = useT();
  const values = { number: EXAMPLE, inbox };
  return (
    <section className="answer-preview" aria-label={t('answers.preview')}>
      <p className="meta">{t('answers.preview')}</p>
      <b>{filled(subject, values)}</b>
      <p className="answer-text">{filled(text, values)}</p>
    </section>
  );
}
