import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useLocale, useT } from '../../app/intl.js';
import type { ChannelLineFragment, ProblemFragment } from '../../generated/graphql.js';
import {
  PreviewChannelDocument,
  SetupChannelDocument,
  TestChannelDocument,
  type CheckLineFragment,
  type SetupAnswerFragment,
} from '../../generated/settings.js';
import { makeId } from '../../lib/ids.js';
import { fieldsOf, startValues, wordsOf, type Schema, type Values } from './schema.js';

export interface SetupProps {
  inboxId: string;
  type: string;
  /** The channel that is changed, or a new one that was begun under this id; absent to begin one. */
  channelId?: string;
  /** Its account is signed in to again. */
  reauth?: boolean;
  /** What came of the last step, when that was taken elsewhere. */
  before?: SetupAnswerFragment;
  onDone: (channel: ChannelLineFragment) => void;
}
interface Step {
  step: string | null;
  schema: Schema | null;
  secretsSet: string[];
  error: string | null;
  redirectUrl: string | null;
  display: { data?: string; help?: string } | null;
}
interface FormAnswer {
  schema: Schema;
  values?: Values;
  secretsSet?: string[];
  error?: unknown;
}

/** The place of a setting in the path of a problem: what follows the argument that held the settings. */
const placeOf = (path: readonly (string | number)[]): string =>
  path.slice(path.findIndex((step) => step === 'data' || step === 'settings') + 1).join('.');

const byField = (problems: readonly ProblemFragment[]): Record<string, string> =>
  Object.fromEntries(problems.flatMap(({ path, message }) => (path?.length ? [[placeOf(path), message]] : [])));

function stepOf({ step, form, redirectUrl, display }: SetupAnswerFragment, language: string): Step {
  const asked = form as FormAnswer | null;
  return {
    step,
    schema: asked?.schema ?? null,
    secretsSet: asked?.secretsSet ?? [],
    error: wordsOf(asked?.error, language),
    redirectUrl,
    display: display as Step['display'],
  };
}

/** The steps of `channelSetup`: begins one, answers it, goes where it leads, and knows what is wrong. */
export function useSetup({ inboxId, type, channelId, reauth = false, before, onDone }: SetupProps) {
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
  const show = (answer: SetupAnswerFragment) => {
    if (answer.redirectUrl) window.location.assign(answer.redirectUrl);
    setStep(stepOf(answer, locale));
    const form = answer.form as FormAnswer | null;
    if (form) setValues(startValues(fieldsOf(form.schema, locale), form.values ?? {}));
  };
  const run = async (answer: { step: string; data: Values } | null) => {
    const input = { id, inboxId, type, reauth, ...(answer ?? {}), operationId: makeId('op') };
    const { data, error } = await client.mutation(SetupChannelDocument, { input, language: locale }).toPromise();
    const payload = data?.channelSetup;
    if (answer || error || payload?.userErrors.length) {
      setChecks(payload?.checks ?? []);
      setErrors(byField(payload?.userErrors ?? []));
      setFailed(outcomeText(t, error, payload?.userErrors));
    }
    if (!payload || payload.userErrors.length > 0) return;
    if (payload.channel) return onDone(payload.channel);
    show(payload);
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
  const preview = async (route: string, settings: Values): Promise<string | null> => {
    const input = { type, route, settings, ...(channelId ? { channelId } : {}) };
    const { data } = await client.mutation(PreviewChannelDocument, { input }).toPromise();
    return data?.channelPreview.page ?? null;
  };
  const answer = async (data: Values) => {
    setBusy('save');
    await run({ step: step?.step ?? '', data });
    setBusy(null);
  };
  useEffect(() => {
    if (before?.form) return show(before);
    setChecks(before?.checks ?? []);
    setFailed(outcomeText(t, undefined, before?.userErrors));
    void run(null);
  }, [inboxId, type, channelId]);
  return { step, values, setValues, checks, errors, failed, busy, test, preview, answer };
}
