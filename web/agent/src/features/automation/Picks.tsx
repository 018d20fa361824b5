import type { Choice } from './useChoices.js';

interface PicksProps {
  legend: string;
  help?: string;
  options: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** How one is called that was chosen and is not there any more. */
  gone?: string;
}

/** Some of a list. */
export function Picks({ legend, help, options, chosen, onChange, gone }: PicksProps) {
  const toggle = (value: string) => onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  const lost = gone ? chosen.filter((value) => !options.some((option) => option.value === value)) : [];
  const all = [...options, ...lost.map((value) => ({ value, label: gone ?? value }))];
  return (
    <fieldset className="group picks">
      <legend>{legend}</legend>
      {help && <p className="help">{help}</p>}
      <div className="member-list">
        {all.map(({ value, label }) => (
          <label key={value} className="check">
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
            <span className="el">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
