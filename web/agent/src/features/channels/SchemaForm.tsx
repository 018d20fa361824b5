import { useId, useState } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import { PasswordField, SelectField, TextField } from '../../components/fields.js';
import { flawOf, type Field, type Flaw, type Values } from './schema.js';

const FLAWS: Record<Flaw, TextKey> = {
  required: 'form.required',
  number: 'form.number',
  range: 'form.range',
  format: 'form.format',
};

interface FormProps {
  fields: readonly Field[];
  values: Values;
  onChange: (values: Values) => void;
  /** Names of secrets that have a value already. */
  secretsSet: readonly string[];
  /** What the server found wrong, by the name of the field. */
  errors: Readonly<Record<string, string>>;
  /** Shows what is missing, once somebody tried to go on. */
  strict: boolean;
}

/** A form out of a JSON Schema: the same for every plugin, with no code of theirs in our page (ux 4.7). */
export function SchemaForm(props: FormProps) {
  const t = useT();
  const plain = props.fields.filter((field) => !field.advanced);
  const advanced = props.fields.filter((field) => field.advanced);
  const wrong = advanced.some((field) => props.errors[field.name]);
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

function OneField({ field, values, onChange, secretsSet, errors, strict, fields: _fields }: FormProps & { field: Field }) {
  const t = useT();
  const [left, setLeft] = useState(false);
  const value = values[field.name];
  const isSet = secretsSet.includes(field.name);
  const flaw = left || strict ? flawOf(field, value, isSet) : null;
  const error =
    errors[field.name] ?? (flaw && t(FLAWS[flaw], { min: field.schema.minimum ?? '', max: field.schema.maximum ?? '' }));
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
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (field.kind === 'group')
    return (
      <fieldset className="group">
        <legend>{field.title}</legend>
        <SchemaForm
          fields={field.fields}
          values={(value ?? {}) as Values}
          onChange={set}
          secretsSet={[]}
          errors={errors}
          strict={strict}
        />
      </fieldset>
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
