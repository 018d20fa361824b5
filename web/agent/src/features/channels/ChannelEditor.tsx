import { Button, Skeleton } from '@balie/web-ui';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { useLocale, useT } from '../../app/intl.js';
import { Checks, type Fix } from './Checks.js';
import { fieldsOf, isComplete, toSend, type Field, type Values } from './schema.js';
import { SchemaForm } from './SchemaForm.js';
import { useSetup, type SetupProps } from './useSetup.js';

const Preview = lazy(() => import('./Preview.js').then((module) => ({ default: module.Preview })));

interface EditorProps extends SetupProps {
  saveLabel: string;
  onCancel?: () => void;
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
    return isComplete(fields, values, step?.secretsSet ?? []);
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
  if (step.redirectUrl)
    return (
      <p className="help" role="status">
        {t('channel.leaving')} <a href={step.redirectUrl}>{t('channel.goThere')}</a>
      </p>
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
      {step.error && (
        <p className="alert" role="alert">
          {step.error}
        </p>
      )}
      {step.display && (
        <div className="strip">
          <code>{step.display.data}</code>
          {step.display.help && <p>{step.display.help}</p>}
        </div>
      )}
      <WithPreviews fields={fields} values={values} ask={setup.preview}>
        <SchemaForm
          fields={fields}
          values={values}
          onChange={setValues}
          secretsSet={step.secretsSet}
          errors={errors}
          strict={strict}
        />
      </WithPreviews>
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

interface WithPreviewsProps {
  fields: readonly Field[];
  values: Values;
  ask: (route: string, settings: Values) => Promise<string | null>;
  children: ReactNode;
}

/** The form, and beside it what it makes, where the plugin can show that. */
function WithPreviews({ fields, values, ask, children }: WithPreviewsProps) {
  const previews = fields.filter(({ kind }) => kind === 'preview');
  if (previews.length === 0) return children;
  return (
    <div className="with-preview">
      <div>
        {children}
        <div className="previews">
          <Suspense>
            {previews.map((field) => (
              <Preview key={field.name} field={field} settings={toSend(fields, values)} ask={ask} />
            ))}
          </Suspense>
        </div>
      </div>
    </div>
  );
}
