import { useT } from '../../app/intl.js';
import { SelectField } from '../../components/fields.js';
import { pickedOf, usePicks } from './picks.js';
import type { Field } from './schema.js';

interface PickProps {
  field: Field;
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | null;
}

/** A text that is chosen out of what there is. What is no longer there is shown as such, and kept until another is chosen. */
export function PickField({ field, label, value, onChange, error }: PickProps) {
  const t = useT();
  const options = usePicks(field.schema['x-pick']);
  const picked = pickedOf(options, value)?.value ?? value;
  const gone = picked !== '' && !options.some((option) => option.value === picked);
  return (
    <SelectField
      label={label}
      value={picked}
      onChange={onChange}
      help={error ? <span className="field-error">{error}</span> : field.help}
      options={[{ value: '', label: t('pick.none') }, ...options, ...(gone ? [{ value, label: t('pick.gone', { value }) }] : [])]}
    />
  );
}
