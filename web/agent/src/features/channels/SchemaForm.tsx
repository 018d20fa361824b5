import { lazy, Suspense, useId, useState } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import { PasswordField, SelectField, TextField } from '../../components/fields.js';
import { CopyField } from './CopyField.js';
import type { FormProps } from './formProps.js';
import { flawOf, shownFields, type Field, type Flaw, type Values } from './schema.js';

const StepsField = lazy(() => import('./StepsField.js').then((module) => ({ default: module.StepsField })));
const PickField = lazy(() => import('./PickField.js').then((module) => ({ default: module.PickField })));
const ChoiceField = lazy(() => import('./ChoiceField.js').then((module) => ({ default: module.ChoiceField })));
const ItemsField = lazy(() => import('./ItemsField.js').then((module) => ({ default: module.ItemsField })));

const FLAWS: Record<Flaw, TextKey> = {
  required: 'form.required',
  number: 'form.number',
  range: 'form.range',
  format: 'form.format',
  few: 'items.few',
  many: 'items.many',
};

/** What is said of a value that is not right, if anything. */
export function useFlaw(
  field: Field,
  value: unknown,
  o: { isSet: boolean; shown: boolean; said: string | undefined },
): string | null {
  const t = useT();
  const flaw = o.shown ? flawOf(field, value, o.isSet) : null;
  const { minimum, maximum, minItems, maxItems } = field.schema;
  return o.said ?? (flaw && t(FLAWS[flaw], { min: minimum ?? minItems ?? '', max: maximum ?? maxItems ?? '' }));
}

/** A form out of a JSON Schema: the same for every plugin, with no code of theirs in our page (ux 4.7). */
export function SchemaForm(props: FormProps) {
  const t = useT();
  const shown = shownFields(props.fields, props.values).filter(({ kind }) => kind !== 'preview');
  const plain = shown.filter((field) => !field.advanced);
  const advanced = shown.filter((field) => field.advanced);
  const wrong = advanced.some((field) => props.errors[(props.path ?? '') + field.name]);
  return (
    <div className="schema-form">
      {plain.map((field) => (
        <OneField key={field.name} field={field} {...props} />
      ))}
      {advanced.length > 0 && (
        <details className="advanced" open={wrong || undefined}>
          <summary>{t('form.advanced', { n: advanced.length })}</summary>
          <div className="schema-form">
            {advanced.map((field) => (
              <OneField key={field.name} field={field} {...props} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

function OneField({ field, values, onChange, secretsSet, errors, strict, path = '' }: FormProps & { field: Field }) {
  const t = useT();
  const [left, setLeft] = useState(false);
  const value = values[field.name];
  const place = path + field.name;
  const isSet = secretsSet.includes(place);
  const error = useFlaw(field, value, { isSet, shown: left || strict, said: errors[place] });
  const set = (next: unknown) => onChange({ ...values, [field.name]: next });
  const shared = {
    label: field.required || field.schema.default ? field.title : t('form.optional', { title: field.title }),
    help: field.help,
    error,
    placeholder: field.placeholder ?? undefined,
    onBlur: () => setLeft(true),
    name: field.name,
    autoComplete: 'off',
  };
  if (field.kind === 'copy') return <CopyField field={field} />;
  const inner = { secretsSet, errors, strict, path: `${place}.` };
  if (field.kind === 'items')
    return (
      <Suspense>
        <ItemsField Form={SchemaForm} field={field} value={value} onChange={set} error={error} {...inner} />
      </Suspense>
    );
  if (field.kind === 'steps')
    return (
      <Suspense>
        <StepsField Form={SchemaForm} field={field} value={value} onChange={set} error={error} {...inner} />
      </Suspense>
    );
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (field.kind === 'group')
    return (
      <fieldset className="group">
        <legend>{field.title}</legend>
        <SchemaForm fields={field.fields} values={(value ?? {}) as Values} onChange={set} {...inner} />
      </fieldset>
    );
  if (field.kind === 'pick')
    return (
      <Suspense>
        <PickField field={field} label={shared.label} error={error} value={text} onChange={set} />
      </Suspense>
    );
  if (field.kind === 'chosen')
    return (
      <Suspense>
        <ChoiceField field={field} label={shared.label} error={error} value={text} onChange={set} onBlur={shared.onBlur} />
      </Suspense>
    );
  if (field.kind === 'boolean') return <Switch label={field.title} help={field.help} on={value === true} onChange={set} />;
  if (field.kind === 'choice')
    return <SelectField label={shared.label} help={field.help} value={text} onChange={set} options={field.options} />;
  if (field.kind === 'secret')
    return (
      <PasswordField
        {...shared}
        autoComplete="new-password"
        placeholder={isSet ? t('form.secretSet') : shared.placeholder}
        value={text}
        onChange={set}
      />
    );
  if (field.kind === 'number')
    return (
      <TextField
        {...shared}
        inputMode="numeric"
        value={text}
        onChange={(next) => set(next === '' ? undefined : Number.isNaN(Number(next)) ? next : Number(next))}
      />
    );
  if (field.kind === 'long') return <LongText {...shared} value={text} onChange={set} />;
  if (field.kind === 'lines')
    return (
      <LongText {...shared} value={Array.isArray(value) ? value.join('\n') : ''} onChange={(next) => set(next.split('\n'))} />
    );
  if (field.kind === 'tags') {
    const list = Array.isArray(value) ? value.join(', ') : '';
    return (
      <TextField
        {...shared}
        defaultValue={undefined}
        value={list}
        onChange={(next) => set(next.split(/,\s*/).filter((part, index, all) => part !== '' || index === all.length - 1))}
      />
    );
  }
  return <TextField {...shared} type={field.schema.format === 'email' ? 'email' : 'text'} value={text} onChange={set} />;
}

interface SwitchProps {
  label: string;
  help?: string | null;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** On or off, with its words beside it. */
export function Switch({ label, help, on, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="switch">
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={help ? `${id}-help` : undefined}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {help && (
          <small id={`${id}-help`} className="help">
            {help}
          </small>
        )}
      </div>
    </div>
  );
}

interface LongProps {
  label: string;
  help: string | null;
  error: string | null | undefined;
  placeholder: string | undefined;
  value: string;
  onBlur: () => void;
  onChange: (value: string) => void;
}

function LongText({ label, help, error, value, onChange, onBlur, placeholder }: LongProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={4}
        value={value}
        placeholder={placeholder}
        onBlur={onBlur}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-help`}
      />
      <small id={`${id}-help`} className={error ? 'field-error' : 'help'}>
        {error ?? help}
      </small>
    </div>
  );
}
