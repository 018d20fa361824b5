import { useT } from '../../app/intl.js';
import { SelectField } from '../../components/fields.js';
import { usePicks } from './picks.js';
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
  const gone = value !== '' && !options.some((option) => option.value === value);
  return (
    <SelectField
      label={label}
      value={value}
      onChange={onChange}
      help={error ? <span className="field-error">{error}</span> : field.help}
      options={[{ value: '', label: t('pick.none') }, ...options, ...(gone ? [{ value, label: t('pick.gone', { value }) }] : [])]}
    />
  );
}
