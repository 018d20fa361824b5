import { Button } from '@balie/web-ui';
import { useMemo, useState, type FormEvent } from 'react';
import { useClient, useQuery } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useLocale, useT } from '../../app/intl.js';
import { TextField } from '../../components/fields.js';
import {
  ResponderPicksDocument,
  SaveResponderDocument,
  type ResponderLineFragment,
  type RespondersQuery,
} from '../../generated/settings.js';
import { makeId } from '../../lib/ids.js';
import { namesIn, PicksContext, type Picks } from '../channels/picks.js';
import { fieldsOf, isComplete, startValues, toSend, type Schema, type Values } from '../channels/schema.js';
import { SchemaForm, Switch } from '../channels/SchemaForm.js';
import { TryOut } from './TryOut.js';
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
export function ResponderEditor({ type, responder, inboxes, onDone, onCancel }: EditorProps) {
  const t = useT();
  const client = useClient();
  const { locale } = useLocale();
  const fields = useMemo(() => fieldsOf(type.settingsSchema as Schema, locale), [type.settingsSchema, locale]);
  const [id] = useState(() => responder?.id ?? makeId('rsp'));
  const [name, setName] = useState(responder?.name ?? '');
  const [active, setActive] = useState(responder?.active ?? true);
  const [served, setServed] = useState<readonly string[]>(() => responder?.inboxIds ?? inboxes.slice(0, 1).map((one) => one.id));
  const [values, setValues] = useState<Values>(() => startValues(fields, (responder?.settings ?? {}) as Values));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failed, setFailed] = useState<string | null>(null);
  const [strict, setStrict] = useState(false);
  const [busy, setBusy] = useState(false);
  const picks = usePickLists(values);
  const secretsSet = responder?.secretsSet ?? [];
  const input = { id, type: type.type, inboxIds: [...served], settings: toSend(fields, values) };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setStrict(true);
    if (!isComplete(fields, values, secretsSet)) return setFailed(t('responder.incomplete'));
    setBusy(true);
    const version = responder ? { expectedVersion: responder.version } : {};
    const { data, error } = await client
      .mutation(SaveResponderDocument, { input: { ...input, name, active, ...version, operationId: makeId('op') } })
      .toPromise();
    setBusy(false);
    const problems = data?.responderSave.userErrors ?? [];
    setErrors(byPlace(problems));
    setFailed(outcomeText(t, error, problems));
    if (data?.responderSave.responder) onDone();
  };
  const serve = (inboxId: string, on: boolean) => setServed(on ? [...served, inboxId] : served.filter((one) => one !== inboxId));
  return (
    <PicksContext value={picks}>
      <div className="panel">
        <h2>{responder ? responder.name : t('responder.add', { title: type.title })}</h2>
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
            <SchemaForm
              fields={fields}
              values={values}
              onChange={setValues}
              secretsSet={secretsSet}
              errors={errors}
              strict={strict}
            />
            {failed && (
              <p className="alert" role="alert">
                {failed}
              </p>
            )}
            <div className="row-actions">
              <Button type="submit" look="primary" busy={busy}>
                {t('save')}
              </Button>
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
function usePickLists(values: Values): Picks {
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
  }, [data, t, values]);
}
