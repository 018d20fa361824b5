import { useId, type TextareaHTMLAttributes } from 'react';

interface AreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A labelled text of several lines. */
export function AreaField({ label, value, onChange, ...rest }: AreaProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} className="input" rows={3} value={value} onChange={(event) => onChange(event.target.value)} {...rest} />
    </div>
  );
}
