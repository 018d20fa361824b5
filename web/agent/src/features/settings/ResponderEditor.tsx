import { Button } from '@balie/web-ui';
import { useMemo, useState, type FormEvent } from 'react';
import { useClient, useQuery } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useLocale, useT } from '../../app/intl.js';
import { TextField } from '../../components/fields.js';
import {
  ResponderFormDocument,
  ResponderPicksDocument,
  SaveResponderDocument,
  TestResponderDocument,
  type CheckLineFragment,
  type ResponderLineFragment,
  type RespondersQuery,
} from '../../generated/settings.js';
import { makeId } from '../../lib/ids.js';
import { namesIn, PicksContext, type Picks } from '../channels/picks.js';
import { fieldsOf, isComplete, startValues, toSend, type Schema, type Values } from '../channels/schema.js';
import { SchemaForm, Switch } from '../channels/SchemaForm.js';
import { Checks, type Fix } from '../channels/Checks.js';
import { ChoicesContext } from '../channels/settingChoices.js';
import { Loaded } from './Loaded.js';
import { TryOut } from './TryOut.js';
import { useSettingChoices } from './useSettingChoices.js';
import '../../styles/steps.css';

interface EditorProps {
  type: RespondersQuery['responderTypes'][number];
  responder?: ResponderLineFragment;
  inboxes: RespondersQuery['inboxes'];
  onDone: () => void;
  onCancel: () => void;
}
type Problems = readonly { path?: readonly (string | number)[] | null; message: string }[];

/** By the place in the settings, or the name of what stands beside them. */
export const byPlace = (problems: Problems): Record<string, string> =>
  Object.fromEntries(
    problems.map(({ path, message }) => {
      const steps = (path ?? []).map(String).filter((step, index) => !(index === 0 && step === 'input'));
      return [steps[0] === 'settings' ? steps.slice(1).join('.') : `own.${steps[0] ?? ''}`, message];
    }),
  );

/** Name, inboxes and settings of what acts by itself; where its plugin can, it is tried out beside them before it is kept. */
export function ResponderEditor(props: EditorProps) {
  const [id] = useState(() => props.responder?.id ?? makeId('rsp'));
  const [{ data, error }, again] = useQuery({ query: ResponderFormDocument, variables: { id } });
  const schema = data?.responderTypes.find(({ type }) => type === props.type.type)?.settingsSchema as Schema | undefined;
  return (
    <Loaded ready={schema !== undefined} error={error} onRetry={() => again()}>
      {schema && <Form {...props} id={id} schema={schema} />}
    </Loaded>
  );
}

/** Addresses that are to be copied stand in the form before it is kept: the id is made here. */
function Form({ type, responder, inboxes, onDone, onCancel, id, schema }: EditorProps & { id: string; schema: Schema }) {
  const t = useT();
  const client = useClient();
  const { locale } = useLocale();
  const fields = useMemo(() => fieldsOf(schema, locale), [schema, locale]);
  const [name, setName] = useState(responder?.name ?? (type.page ? type.title : ''));
  const [active, setActive] = useState(responder?.active ?? true);
  const [served, setServed] = useState<readonly string[]>(() => responder?.inboxIds ?? inboxes.slice(0, 1).map((one) => one.id));
  const [values, setValues] = useState<Values>(() => startValues(fields, (responder?.settings ?? {}) as Values));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failed, setFailed] = useState<string | null>(null);
  const [strict, setStrict] = useState(false);
  const [busy, setBusy] = useState<'test' | 'save' | null>(null);
  const [checks, setChecks] = useState<readonly CheckLineFragment[]>([]);
  const picks = usePickLists(values, inboxes);
  const secretsSet = responder?.secretsSet ?? [];
  const input = { id, type: type.type, inboxIds: [...served], settings: toSend(fields, values) };
  const { id: _made, ...filledIn } = input;
  const choices = useSettingChoices(fields, { ...filledIn, id: responder?.id ?? null });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setStrict(true);
    if (!isComplete(fields, values, secretsSet)) return setFailed(t('responder.incomplete'));
    setBusy('save');
    const version = responder ? { expectedVersion: responder.version } : {};
    const { data, error } = await client
      .mutation(SaveResponderDocument, { input: { ...input, name, active, ...version, operationId: makeId('op') } })
      .toPromise();
    setBusy(null);
    setChecks([]);
    const problems = data?.responderSave.userErrors ?? [];
    setErrors(byPlace(problems));
    setFailed(outcomeText(t, error, problems));
    if (data?.responderSave.responder) onDone();
  };
  const test = async (next: Values) => {
    setStrict(true);
    if (!isComplete(fields, next, secretsSet)) return setFailed(t('responder.incomplete'));
    setBusy('test');
    const tried = { ...input, id: responder?.id ?? null, settings: toSend(fields, next) };
    const { data, error } = await client.mutation(TestResponderDocument, { input: tried }).toPromise();
    setBusy(null);
    const problems = data?.responderTest.userErrors ?? [];
    setChecks(data?.responderTest.checks ?? []);
    setErrors(byPlace(problems));
    setFailed(outcomeText(t, error, problems));
  };
  const fix = ({ setting, value }: Fix) => {
    const next = { ...values, [setting]: value };
    setValues(next);
    void test(next);
  };
  const serve = (inboxId: string, on: boolean) => setServed(on ? [...served, inboxId] : served.filter((one) => one !== inboxId));
  return (
    <PicksContext value={picks}>
      <div className="panel">
        <h2>{responder ? responder.name : t(type.page ? 'responder.connect' : 'responder.add', { title: type.title })}</h2>
        <div className="responder-form">
          <form className="channel-form" noValidate onSubmit={(event) => void submit(event)}>
            <TextField
              label={t('responder.name')}
              help={t('responder.nameHelp')}
              value={name}
              onChange={setName}
              required
              maxLength={60}
              error={errors['own.name']}
            />
            <fieldset className="group">
              <legend>{t('responder.inboxes')}</legend>
              {inboxes.map((inbox) => (
                <label key={inbox.id} className="check">
                  <input
                    type="checkbox"
                    checked={served.includes(inbox.id)}
                    onChange={(event) => serve(inbox.id, event.target.checked)}
                  />{' '}
                  {inbox.name}
                </label>
              ))}
            </fieldset>
            <Switch label={t('responder.active')} on={active} onChange={setActive} />
            <ChoicesContext value={choices}>
              <SchemaForm
                fields={fields}
                values={values}
                onChange={setValues}
                secretsSet={secretsSet}
                errors={errors}
                strict={strict}
              />
            </ChoicesContext>
            <Checks checks={checks} busy={busy === 'test'} onFix={fix} />
            {failed && (
              <p className="alert" role="alert">
                {failed}
              </p>
            )}
            <div className="row-actions">
              <Button type="submit" look="primary" busy={busy === 'save'}>
                {t('save')}
              </Button>
              {!type.canTry && (
                <Button busy={busy === 'test'} onClick={() => void test(values)}>
                  {t('channel.test')}
                </Button>
              )}
              <Button look="quiet" onClick={onCancel}>
                {t('cancel')}
              </Button>
            </div>
          </form>
          {type.canTry && (
            <TryOut input={responder ? input : { ...input, id: null }} onProblems={(found) => setErrors(byPlace(found))} />
          )}
        </div>
      </div>
    </PicksContext>
  );
}

/** What there is to be chosen from, and the names of the steps as they stand in the form. */
function usePickLists(values: Values, inboxes: EditorProps['inboxes']): Picks {
  const t = useT();
  const { locale } = useLocale();
  const [{ data }] = useQuery({ query: ResponderPicksDocument, variables: { language: locale } });
  return useMemo(() => {
    const named = (rows: readonly { id: string; name: string }[] = []) =>
      rows.map(({ id, name }) => ({ value: id, label: name }));
    const own = [
      { value: 'name', label: t('pick.name') },
      { value: 'email', label: t('pick.email') },
    ];
    return {
      agent: named(data?.agents),
      team: named(data?.teams),
      inbox: named(inboxes),
      contactProperty: [...own, ...(data?.contactProperties ?? []).map(({ id, label }) => ({ value: id, label }))],
      ticketStage: (data?.pipelines ?? []).flatMap((pipeline) =>
        pipeline.stages.map(({ id, name }) => ({ value: id, label: `${pipeline.name}: ${name}` })),
      ),
      pluginAction: (data?.plugins ?? []).flatMap((plugin) =>
        plugin.actions.map(({ instanceId, name, title }) => ({
          value: `${instanceId} ${name}`,
          label: `${plugin.name}: ${title}`,
        })),
      ),
      stepName: [...new Set(namesIn(values))].map((name) => ({ value: name, label: name })),
    };
  }, [data, inboxes, t, values]);
}
