import { Button, Skeleton } from '@balie/web-ui';
import { useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useLocale, useT } from '../../app/intl.js';
import {
  SetupChannelDocument,
  TestChannelDocument,
  type ChannelLineFragment,
  type CheckLineFragment,
  type ProblemFragment,
} from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import { Checks, type Fix } from './Checks.js';
import { fieldsOf, flawOf, startValues, toSend, type Schema, type Values } from './schema.js';
import { SchemaForm } from './SchemaForm.js';

interface EditorProps {
  inboxId: string;
  type: string;
  /** An existing channel that is changed; absent for a new one. */
  channelId?: string;
  saveLabel: string;
  onDone: (channel: ChannelLineFragment) => void;
  onCancel?: () => void;
}
interface Step {
  step: string | null;
  schema: Schema | null;
  secretsSet: string[];
  redirectUrl: string | null;
  display: { data?: string; help?: string } | null;
}
interface FormAnswer {
  schema: Schema;
  values?: Values;
  secretsSet?: string[];
  error?: unknown;
}

const byField = (problems: readonly ProblemFragment[]): Record<string, string> =>
  Object.fromEntries(problems.flatMap((problem) => (problem.path?.length ? [[problem.path.at(-1) ?? '', problem.message]] : [])));

/** The steps of `channelSetup`: begins one, answers it, and knows what is wrong. */
function useSetup({ inboxId, type, channelId, onDone }: EditorProps) {
  const t = useT();
  const client = useClient();
  const { locale } = useLocale();
  const [newId] = useState(() => makeId('chn'));
  const id = channelId ?? newId;
  const [step, setStep] = useState<Step | null>(null);
  const [values, setValues] = useState<Values>({});
  const [checks, setChecks] = useState<readonly CheckLineFragment[]>([]);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState<'test' | 'save' | null>(null);
  const run = async (answer: { step: string; data: Values } | null) => {
    const input = { id, inboxId, type, ...(answer ?? {}), operationId: makeId('op') };
    const { data, error } = await client.mutation(SetupChannelDocument, { input, language: locale }).toPromise();
    const payload = data?.channelSetup;
    setChecks(payload?.checks ?? []);
    setErrors(byField(payload?.userErrors ?? []));
    setFailed(outcomeText(t, error, payload?.userErrors));
    if (!payload || payload.userErrors.length > 0) return;
    if (payload.channel) return onDone(payload.channel);
    const form = payload.form as FormAnswer | null;
    setStep({
      step: payload.step,
      schema: form?.schema ?? null,
      secretsSet: form?.secretsSet ?? [],
      redirectUrl: payload.redirectUrl,
      display: payload.display as Step['display'],
    });
    if (form) setValues(startValues(fieldsOf(form.schema, locale), form.values ?? {}));
  };
  const test = async (settings: Values) => {
    setBusy('test');
    const input = { type, settings, ...(channelId ? { channelId } : {}) };
    const { data, error } = await client.mutation(TestChannelDocument, { input }).toPromise();
    setBusy(null);
    setChecks(data?.channelTest.checks ?? []);
    setErrors(byField(data?.channelTest.userErrors ?? []));
    setFailed(outcomeText(t, error, data?.channelTest.userErrors));
  };
  const answer = async (data: Values) => {
    setBusy('save');
    await run({ step: step?.step ?? '', data });
    setBusy(null);
  };
  useEffect(() => void run(null), [inboxId, type, channelId]);
  return { step, values, setValues, checks, errors, failed, busy, test, answer };
}

/** Fills in, tests and keeps a channel, by the form that its plugin describes (S78). */
export function ChannelEditor(props: EditorProps) {
  const t = useT();
  const { locale } = useLocale();
  const setup = useSetup(props);
  const { step, values, setValues, checks, errors, failed, busy } = setup;
  const [strict, setStrict] = useState(false);
  const fields = useMemo(() => (step?.schema ? fieldsOf(step.schema, locale) : []), [step?.schema, locale]);
  const complete = () => {
    setStrict(true);
    return fields.every((field) => flawOf(field, values[field.name], step?.secretsSet.includes(field.name) ?? false) === null);
  };
  const fix = ({ setting, value }: Fix) => {
    const next = { ...values, [setting]: value };
    setValues(next);
    void setup.test(toSend(fields, next));
  };
  if (!step)
    return failed ? (
      <p className="alert" role="alert">
        {failed}
      </p>
    ) : (
      <Skeleton label={t('channel.loading')} lines={6} />
    );
  return (
    <form
      className="channel-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (complete()) void setup.answer(toSend(fields, values));
      }}
    >
      {step.redirectUrl && (
        <a className="btn primary" href={step.redirectUrl}>
          {t('channel.goThere')}
        </a>
      )}
      {step.display && (
        <div className="strip">
          <code>{step.display.data}</code>
          {step.display.help && <p>{step.display.help}</p>}
        </div>
      )}
      <SchemaForm
        fields={fields}
        values={values}
        onChange={setValues}
        secretsSet={step.secretsSet}
        errors={errors}
        strict={strict}
      />
      <Checks checks={checks} busy={busy !== null} onFix={fix} />
      {failed && checks.every((check) => check.ok) && (
        <p className="alert" role="alert">
          {failed}
        </p>
      )}
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy === 'save'}>
          {props.saveLabel}
        </Button>
        <Button busy={busy === 'test'} onClick={() => complete() && void setup.test(toSend(fields, values))}>
          {t('channel.test')}
        </Button>
        {props.onCancel && (
          <Button look="quiet" onClick={props.onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
