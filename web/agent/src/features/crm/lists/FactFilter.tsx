import { useState } from 'react';
import { useT } from '../../../app/intl.js';
import { SelectField } from '../../../components/fields.js';
import type { PropertyLineFragment } from '../../../generated/crm.js';
import { SearchBox } from '../RecordsPage.js';
import { type Fact, factOf, factText } from './facts.js';
import type { ListState } from './useList.js';

type Way = 'contains' | 'is' | 'between' | 'any' | 'kept' | 'none';
type Type = PropertyLineFragment['type'];
type Said = Omit<Fact, 'propertyId'>;

/** How each type is looked for, the usual way first. */
const WAYS: Record<Type, readonly Way[]> = {
  TEXT: ['contains', 'is', 'kept', 'none'],
  LINK: ['contains', 'is', 'kept', 'none'],
  NUMBER: ['between', 'kept', 'none'],
  DATE: ['between', 'kept', 'none'],
  CHOICE: ['any', 'kept', 'none'],
  YES_NO: ['is', 'kept', 'none'],
};

/** A value alone, as older views hold it, in the way of its type. */
function inItsWay(type: Type, { value, ...said }: Said): Said {
  if (value === undefined) return said;
  if (type === 'CHOICE') return { anyOf: [value] };
  return type === 'NUMBER' || type === 'DATE' ? { from: value, to: value } : { value };
}

function wayOf({ contains, value, anyOf, from, to, kept }: Said): Way | null {
  if (kept !== undefined) return kept ? 'kept' : 'none';
  if (anyOf) return 'any';
  if (from !== undefined || to !== undefined) return 'between';
  if (contains !== undefined) return 'contains';
  return value === undefined ? null : 'is';
}

interface Props {
  state: ListState;
  properties: readonly PropertyLineFragment[];
}

/** Leaves those of whom a fact is true: first which one, then what is looked for of it, in the ways of its type. */
export function FactFilter({ state: { search, set }, properties }: Props) {
  const t = useT();
  const fact = factOf(search.fact);
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = fact?.propertyId ?? picked ?? '';
  const property = properties.find(({ id }) => id === chosen);
  if (properties.length === 0 && !fact) return null;
  const pick = (id: string) => {
    setPicked(id || null);
    if (fact) set({ fact: undefined });
  };
  const gone = fact !== null && !property ? [{ value: chosen, label: t('crm.factGone') }] : [];
  return (
    <>
      <SelectField
        label={t('crm.fact')}
        value={chosen}
        onChange={pick}
        options={[{ value: '', label: t('crm.anyFact') }, ...properties.map(({ id, label }) => ({ value: id, label })), ...gone]}
      />
      {property && (
        <Condition
          key={property.id}
          property={property}
          said={fact ? inItsWay(property.type, fact) : {}}
          onChange={(said) => set({ fact: factText({ propertyId: property.id, ...said }) })}
        />
      )}
    </>
  );
}

interface ConditionProps {
  property: PropertyLineFragment;
  said: Said;
  onChange: (said: Said) => void;
}

function Condition({ property, said, onChange }: ConditionProps) {
  const t = useT();
  const ways = WAYS[property.type];
  const [picked, setPicked] = useState<Way | null>(null);
  const way = wayOf(said) ?? picked ?? ways[0] ?? 'is';
  const words: Record<Way, string> = {
    contains: t('crm.wayContains'),
    is: t('crm.wayIs'),
    between: t('crm.wayBetween'),
    any: t('crm.wayAny'),
    kept: t('crm.wayKept'),
    none: t('crm.wayNone'),
  };
  const pick = (next: Way) => {
    setPicked(next);
    onChange(next === 'kept' || next === 'none' ? { kept: next === 'kept' } : {});
  };
  return (
    <>
      <SelectField
        label={t('crm.factHow')}
        value={way}
        onChange={(next) => pick(next as Way)}
        options={ways.map((value) => ({ value, label: words[value] }))}
      />
      <FactValue way={way} property={property} said={said} onChange={onChange} />
    </>
  );
}

function FactValue({ way, property, said, onChange }: ConditionProps & { way: Way }) {
  const t = useT();
  const { label, type } = property;
  if (way === 'contains')
    return <SearchBox key={way} label={label} value={said.contains ?? ''} onChange={(contains) => onChange({ contains })} />;
  if (way === 'between') return <Range property={property} said={said} onChange={onChange} />;
  if (way === 'any') return <AnyOf property={property} said={said} onChange={onChange} />;
  if (way !== 'is') return null;
  if (type !== 'YES_NO')
    return <SearchBox key={way} label={label} value={said.value ?? ''} onChange={(value) => onChange({ value })} />;
  const options = [
    { value: '', label: '–' },
    { value: 'true', label: t('crm.yes') },
    { value: 'false', label: t('crm.no') },
  ];
  return <SelectField label={label} value={said.value ?? ''} onChange={(value) => onChange({ value })} options={options} />;
}

/** From one to another; either may be left open. */
function Range({ property: { label, type }, said: { from = '', to = '' }, onChange }: ConditionProps) {
  const t = useT();
  const kept = (text: string) => (type === 'NUMBER' ? (numberOf(text) ?? '') : text);
  const problem = (text: string) => (type === 'NUMBER' && text.trim() && numberOf(text) === null ? t('crm.noNumber') : null);
  const field = type === 'DATE' ? 'date' : 'text';
  return (
    <>
      <SearchBox
        label={t('crm.factFrom', { label })}
        type={field}
        value={from}
        onChange={(text) => onChange({ from: kept(text), to })}
        problem={problem}
      />
      <SearchBox
        label={t('crm.factTo', { label })}
        type={field}
        value={to}
        onChange={(text) => onChange({ from, to: kept(text) })}
        problem={problem}
      />
    </>
  );
}

function AnyOf({ property: { label, options }, said: { anyOf = [] }, onChange }: ConditionProps) {
  // What was a choice once may still be kept of somebody.
  const all = [...options, ...anyOf.filter((value) => !options.includes(value))];
  const toggle = (value: string, on: boolean) =>
    onChange({ anyOf: all.filter((one) => (one === value ? on : anyOf.includes(one))) });
  return (
    <fieldset className="crm-any">
      <legend>{label}</legend>
      {all.map((value) => (
        <label key={value} className="check">
          <input type="checkbox" checked={anyOf.includes(value)} onChange={(event) => toggle(value, event.target.checked)} />
          {value}
        </label>
      ))}
    </fieldset>
  );
}

/** As numbers are kept; null for what is none. */
function numberOf(text: string): string | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(number) ? String(number) : null;
}
