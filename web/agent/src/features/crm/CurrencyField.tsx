import { useLocale, useT } from '../../app/intl.js';
import { SelectField } from '../../components/fields.js';

interface FieldProps {
  label?: string;
  value: string;
  onChange: (currency: string) => void;
}

/** A choice of currency, by its code and its name. */
export function CurrencyField({ label, value, onChange }: FieldProps) {
  const t = useT();
  const { locale } = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const options = Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} ${names.of(code) ?? ''}` }));
  return <SelectField label={label ?? t('crm.currency')} value={value} onChange={onChange} options={options} />;
}
