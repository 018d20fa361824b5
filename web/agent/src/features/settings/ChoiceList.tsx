import { useState } from 'react';
import { useT } from '../../app/intl.js';
import { TextField } from '../../components/fields.js';

/** From how many on a list can be searched (ux 4.7). */
const SEARCH_FROM = 10;

interface ChoiceListProps<Choice extends string> {
  rows: readonly { id: string; name: string; note?: string }[];
  options: readonly { value: Choice | ''; label: string }[];
  chosen: ReadonlyMap<string, Choice>;
  onChange: (chosen: ReadonlyMap<string, Choice>) => void;
}

/** A choice for each of a list of people or teams; what is not chosen is not in the map. */
export function ChoiceList<Choice extends string>({ rows, options, chosen, onChange }: ChoiceListProps<Choice>) {
  const t = useT();
  const [wanted, setWanted] = useState('');
  const key = wanted.trim().toLowerCase();
  const shown = rows.filter(({ name, note }) => `${name} ${note ?? ''}`.toLowerCase().includes(key));
  const choose = (id: string, choice: Choice | '') => {
    const next = new Map(chosen);
    if (choice === '') next.delete(id);
    else next.set(id, choice);
    onChange(next);
  };
  return (
    <>
      {rows.length >= SEARCH_FROM && (
        <TextField label={t('choice.search')} type="search" value={wanted} onChange={setWanted} autoComplete="off" />
      )}
      <div className="member-list">
        {shown.map(({ id, name, note }) => (
          <label key={id}>
            <select
              className="input"
              value={chosen.get(id) ?? ''}
              onChange={(event) => choose(id, event.target.value as Choice | '')}
            >
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            <span className="el">
              {name}
              {note && <small className="meta"> {note}</small>}
            </span>
          </label>
        ))}
        {shown.length === 0 && <p className="meta">{t('choice.none')}</p>}
      </div>
    </>
  );
}
