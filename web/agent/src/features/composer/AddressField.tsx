import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useT } from '../../app/intl.js';
import { distinct, keyOf, looksLike, splitAddresses } from './addresses.js';
import { submitKey } from './editor.js';
import { knownName, useSuggestions, type Suggestion } from './useSuggestions.js';

interface FieldProps {
  label: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
  /** Of the addresses, as the channel calls it. */
  kind: string;
  /** Names to show in the place of addresses. */
  names?: ReadonlyMap<string, string>;
  /** Those who were on the mail: all others are marked. */
  known?: ReadonlySet<string> | null;
  error?: string | null;
  after?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
  onSubmit?: (thenClose: boolean) => void;
}

/** People who get a message: typed, pasted or found among the contacts; each is a chip that can be taken out again. */
export function AddressField(props: FieldProps) {
  const { label, values, onChange, kind, names, known, error, after, inputRef } = props;
  const t = useT();
  const id = useId();
  const field = useEntry(props);
  const { text, suggestions, active, add } = field;
  const open = suggestions.length > 0;
  const bad = values.filter((value) => !looksLike(kind, value));
  const problem = error ?? (bad.length > 0 ? t('address.invalid', { what: bad.join(', ') }) : null);
  const remove = (value: string) => onChange(values.filter((one) => one !== value));
  return (
    <div className="addr">
      <label htmlFor={id}>{label}</label>
      <div className="addr-box" onClick={(event) => event.currentTarget.querySelector('input')?.focus()}>
        {values.map((value) => (
          <Chip
            key={value}
            value={value}
            name={names?.get(keyOf(value)) ?? knownName(value)}
            bad={!looksLike(kind, value)}
            fresh={known ? !known.has(keyOf(value)) : false}
            onRemove={() => remove(value)}
          />
        ))}
        <input
          ref={inputRef}
          id={id}
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          inputMode="email"
          value={text}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open ? `${id}-${active}` : undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-error` : undefined}
          onChange={(event) => field.type(event.target.value)}
          onKeyDown={field.onKey}
          onPaste={field.onPaste}
          onBlur={field.commit}
        />
        <Suggestions id={id} label={label} list={suggestions} active={active} onPick={add} />
      </div>
      {after}
      {problem && (
        <small id={`${id}-error`} className="field-error">
          {problem}
        </small>
      )}
    </div>
  );
}

interface ChipProps {
  value: string;
  name: string | undefined;
  bad: boolean;
  fresh: boolean;
  onRemove: () => void;
}

function Chip({ value, name, bad, fresh, onRemove }: ChipProps) {
  const t = useT();
  return (
    <span className="chip" data-bad={bad || undefined} data-fresh={(fresh && !bad) || undefined} title={value}>
      {bad && <IconAlertTriangle size={12} aria-hidden />}
      <span className="el">{name ?? value}</span>
      {fresh && !bad && <span className="chip-new">{t('address.new')}</span>}
      <button
        type="button"
        aria-label={t('address.remove', { who: value })}
        onClick={(event) => {
          const box = event.currentTarget.closest('.addr-box');
          onRemove();
          box?.querySelector('input')?.focus();
        }}
      >
        <IconX size={12} />
      </button>
    </span>
  );
}

interface SuggestionsProps {
  id: string;
  label: string;
  list: readonly Suggestion[];
  active: number;
  onPick: (values: string[]) => void;
}

function Suggestions({ id, label, list, active, onPick }: SuggestionsProps) {
  if (list.length === 0) return <ul id={`${id}-list`} role="listbox" aria-label={label} hidden />;
  return (
    <ul id={`${id}-list`} role="listbox" aria-label={label} className="suggest">
      {list.map((one, index) => (
        <li
          key={one.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          // Before the field loses the focus, which would take its text as it stands.
          onMouseDown={(event) => {
            event.preventDefault();
            onPick([one.value]);
          }}
        >
          <b>{one.name ?? one.value}</b>
          {one.name && <span className="meta">{one.value}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The line in which the next address is typed, with what it suggests. */
function useEntry({ values, onChange, kind, onSubmit }: FieldProps) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  // Said to be closed by Escape, until the next letter.
  const [closed, setClosed] = useState(false);
  const [moved, setMoved] = useState(false);
  const found = useSuggestions(text, kind);
  const taken = useRef(values);
  taken.current = values;
  const present = new Set(values.map(keyOf));
  const suggestions = closed ? [] : found.filter((one) => !present.has(keyOf(one.value)));
  const at = Math.min(active, Math.max(0, suggestions.length - 1));
  const add = (more: readonly string[]) => {
    setText('');
    setActive(0);
    if (more.length > 0) onChange(distinct([...taken.current, ...more]));
  };
  const commit = () => add(splitAddresses(text));
  const type = (next: string) => {
    setClosed(false);
    setMoved(false);
    setActive(0);
    if (/[,;\n]$/.test(next)) add(splitAddresses(next));
    else setText(next);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const key = submitKey(event.nativeEvent);
    if (key !== null && onSubmit) {
      event.preventDefault();
      commit();
      return onSubmit(key === 'close');
    }
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || (event.key === 'Tab' && text.trim() !== '')) {
      // A whole address is meant as it was typed, unless another was chosen.
      const one = moved || !looksLike(kind, text.trim()) ? suggestions[at] : undefined;
      if (event.key === 'Enter' || one) event.preventDefault();
      if (one) add([one.value]);
      else commit();
    } else if (event.key === 'Backspace' && text === '') onChange(values.slice(0, -1));
    else if (event.key === 'Escape' && suggestions.length > 0) {
      event.stopPropagation();
      setClosed(true);
    } else if (suggestions.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setMoved(true);
      setActive((at + (event.key === 'ArrowDown' ? 1 : -1) + suggestions.length) % suggestions.length);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!/[,;\n<]/.test(pasted)) return;
    event.preventDefault();
    add(splitAddresses(`${text}${pasted}`));
  };
  return { text, suggestions, active: at, add, commit, type, onKey, onPaste };
}
