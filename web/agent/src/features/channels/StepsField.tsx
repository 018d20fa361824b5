import { IconChevronRight } from '@tabler/icons-react';
import { useId, type KeyboardEvent } from 'react';
import { useT } from '../../app/intl.js';
import '../../styles/items.css';
import '../../styles/steps.css';
import { AddButton, Moves } from './ItemsField.js';
import type { InnerFormProps } from './formProps.js';
import { isComplete, variantOf, type Field, type Values, type Variant } from './schema.js';
import { useThings, type Things } from './useThings.js';

interface StepsProps extends InnerFormProps {
  field: Field;
  value: unknown;
  onChange: (value: Values[]) => void;
  error: string | null;
  /** Within another step. */
  inner?: boolean;
}

/** What a step says in one line: the first text in it. */
function summaryOf(variant: Variant | null, step: Values): string {
  const said = variant?.fields.filter(({ kind }) => kind === 'text' || kind === 'long').map(({ name }) => step[name]);
  const first = said?.find((text): text is string => typeof text === 'string' && text.trim() !== '');
  return first?.trim().split('\n')[0] ?? '';
}

/**
 * Typed steps one below the other, what a branch holds indented under it (architecture 2.3.11, ux 4.6: a list, no canvas). A step is
 * opened, moved by buttons or by Alt with an arrow, and taken away; what happens to it is said aloud, and the focus stays with it.
 */
export function StepsField({ field, value, onChange, error, inner = false, ...form }: StepsProps) {
  const t = useT();
  const id = useId();
  const what = t('steps.one');
  const nameOf = (step: Values, index: number): string => {
    const variant = variantOf(field, step);
    const kind = variant?.title ?? t('items.unnamed', { what, n: index + 1 });
    const summary = summaryOf(variant, step);
    return summary ? `${kind}: ${summary}` : kind;
  };
  const things = useThings({ value, onChange, nameOf });
  const full = things.list.length >= (field.schema.maxItems ?? Infinity);
  return (
    <div className="items steps" role="group" aria-labelledby={`${id}-title`} data-inner={inner || undefined} ref={things.ref}>
      <div className="items-head">
        <span id={`${id}-title`} className="items-title">
          {field.title}
        </span>
        {field.help && <small className="help">{field.help}</small>}
      </div>
      {things.list.length > 0 && (
        <ol>
          {things.list.map(({ key, thing }, index) => (
            <OneStep
              key={key}
              stepKey={key}
              index={index}
              step={thing}
              field={field}
              name={nameOf(thing, index)}
              things={things}
              {...form}
            />
          ))}
        </ol>
      )}
      <AddButton variants={field.variants} what={what} disabled={full} onAdd={things.add} />
      {error && <small className="field-error">{error}</small>}
      <p className="vh" role="status">
        {things.said}
      </p>
    </div>
  );
}

interface StepProps extends InnerFormProps {
  stepKey: number;
  index: number;
  step: Values;
  field: Field;
  name: string;
  things: Things;
}

function OneStep({ stepKey, index, step, field, name, things, Form, errors, strict, path }: StepProps) {
  const t = useT();
  const id = useId();
  const variant = variantOf(field, step);
  const branches = variant?.fields.filter(({ kind }) => kind === 'steps') ?? [];
  const plain = variant?.fields.filter(({ kind }) => kind !== 'steps') ?? [];
  const place = `${path}${index}.`;
  // What is wrong within a branch is shown there.
  const within = (at: string) => branches.some((branch) => at.startsWith(`${place}${branch.name}.`));
  const said = Object.keys(errors).filter((at) => at.startsWith(place) && !within(at));
  const wrong = said.length > 0 || (strict && !isComplete(plain, step, []));
  // Without a field of its own it is about the step as a whole.
  const whole = said.find((at) => !plain.some((one) => at.startsWith(place + one.name)));
  const open = things.open.has(stepKey);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    things.move(index, index + by, 'toggle');
  };
  return (
    <li data-key={stepKey} data-wrong={wrong || undefined}>
      <div className="item-head">
        <button
          type="button"
          className="item-name"
          data-act="toggle"
          aria-expanded={open}
          aria-controls={`${id}-form`}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={() => things.toggle(stepKey)}
          onKeyDown={onKeyDown}
        >
          <IconChevronRight size={16} aria-hidden className="turn" />
          <span className="kind">{variant?.title ?? name}</span>
          <span className="el">{summaryOf(variant, step)}</span>
          {wrong && <span className="item-wrong">{t('items.wrong')}</span>}
        </button>
        <Moves index={index} name={name} things={things} />
      </div>
      {whole && <p className="field-error step-error">{errors[whole]}</p>}
      <div id={`${id}-form`} className="item-form" hidden={!open}>
        {open && !variant && <p className="help">{t('items.unknown')}</p>}
        {open && (
          <Form
            fields={plain}
            values={step}
            onChange={(next) => things.replace(index, next)}
            secretsSet={[]}
            errors={errors}
            strict={strict}
            path={place}
          />
        )}
      </div>
      {branches.map((branch) => (
        <div key={branch.name} className="branch">
          <StepsField
            inner
            Form={Form}
            field={branch}
            value={step[branch.name]}
            onChange={(next) => things.replace(index, { ...step, [branch.name]: next })}
            error={errors[place + branch.name] ?? null}
            errors={errors}
            strict={strict}
            path={`${place}${branch.name}.`}
          />
        </div>
      ))}
    </li>
  );
}
