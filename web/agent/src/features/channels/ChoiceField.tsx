import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useT } from '../../app/intl.js';
import '../../styles/choices.css';
import { TextField } from '../../components/fields.js';
import type { Field } from './schema.js';
import { matching, meant, useChoiceLists, type Choice, type ChoiceList, type ChoiceLists } from './settingChoices.js';

/** So many are shown at once; the rest is found by typing. */
const SHOWN = 50;

interface ChoiceProps {
  field: Field;
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  error: string | null;
}

/** A text that is chosen out of what the far side has (ux 4.7). What is not in the list, or while there is none, is typed. */
export function ChoiceField(props: ChoiceProps) {
  const lists = useChoiceLists();
  const { field, error, ...rest } = props;
  if (!lists) return <TextField {...rest} help={field.help} error={error} placeholder={field.placeholder ?? undefined} />;
  return <Combobox {...props} lists={lists} name={String(field.schema['x-choicesFrom'])} />;
}

const NONE: ChoiceList = { loading: false, choices: [], note: null, problem: null };

function Combobox({ lists, name, ...props }: ChoiceProps & { lists: ChoiceLists; name: string }) {
  const { field, label, value, error, onBlur } = props;
  const t = useT();
  const id = useId();
  const list = lists.of(name) ?? NONE;
  const entry = useEntry({ ...props, list, ask: () => lists.ask(name) });
  // What is set already is shown by its name; one that is still to be chosen is asked for when somebody comes to it.
  useEffect(() => {
    if (value !== '') lists.ask(name);
  }, []);
  const described = [`${id}-help`, `${id}-state`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field choice-field">
      <label htmlFor={id}>{label}</label>
      <span className="field-box">
        <input
          id={id}
          className="input"
          role="combobox"
          name={field.name}
          autoComplete="off"
          spellCheck={false}
          placeholder={field.placeholder ?? t('choices.placeholder')}
          value={entry.text}
          aria-expanded={entry.open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={entry.open && entry.at >= 0 ? `${id}-${entry.at}` : undefined}
          aria-busy={list.loading || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={described}
          onChange={(event) => entry.type(event.target.value)}
          onFocus={entry.focus}
          onClick={entry.show}
          onKeyDown={entry.onKey}
          onBlur={() => {
            entry.leave();
            onBlur();
          }}
        />
        <Options id={id} label={label} entry={entry} value={value} />
      </span>
      <small id={`${id}-help`} className="help">
        {field.help}
      </small>
      <State
        id={`${id}-state`}
        list={list}
        found={entry.open ? entry.found.length : null}
        onAgain={() => lists.ask(name, true)}
      />
      {error && (
        <small id={`${id}-error`} className="field-error">
          {error}
        </small>
      )}
    </div>
  );
}

type Entry = ReturnType<typeof useEntry>;

function Options({ id, label, entry, value }: { id: string; label: string; entry: Entry; value: string }) {
  const t = useT();
  const { open, shown, found, at, pick } = entry;
  const named = t('choices.list', { title: label });
  if (!open) return <ul id={`${id}-list`} role="listbox" aria-label={named} hidden />;
  return (
    <div className="choices">
      <ul id={`${id}-list`} role="listbox" aria-label={named}>
        {shown.map((one, index) => (
          <li
            key={one.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            data-chosen={one.value === value || undefined}
            ref={index === at ? (line) => line?.scrollIntoView({ block: 'nearest' }) : undefined}
            // Before the field loses the focus, which would take its text as it stands.
            onMouseDown={(event) => {
              event.preventDefault();
              pick(one);
            }}
          >
            <b>{one.label}</b>
            {one.help && <span className="meta">{one.help}</span>}
          </li>
        ))}
      </ul>
      {found.length > shown.length && <p className="help">{t('choices.more', { n: found.length - shown.length })}</p>}
    </div>
  );
}

/** How the list is doing; told aloud, too. */
function State({ id, list, found, onAgain }: { id: string; list: ChoiceList; found: number | null; onAgain: () => void }) {
  const t = useT();
  const again = (
    <button type="button" className="link" onClick={onAgain}>
      {t('choices.again')}
    </button>
  );
  const { loading, problem, note, choices } = list;
  const counted = found === null || choices.length === 0 ? '' : t('choices.found', { n: found });
  return (
    <small id={id} className={problem && !loading ? 'field-error' : 'help'} role="status">
      {loading && t('choices.loading')}
      {!loading && problem && (
        <>
          {problem} {t('choices.type')} {again}
        </>
      )}
      {!loading && !problem && note && (
        <>
          {note} {again}
        </>
      )}
      {!loading && !problem && <span className="vh">{counted}</span>}
    </small>
  );
}

interface EntryProps extends ChoiceProps {
  list: ChoiceList;
  ask: () => void;
}

/** The line in which is typed, and the list below it. What is typed counts at once, so that nothing is lost on the way to a button. */
function useEntry({ value, onChange, list, ask }: EntryProps) {
  /** What was typed since the field was entered; null for what is set. */
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [active, setActive] = useState(-1);
  const set = list.choices.find((one) => one.value === value);
  const found = matching(list.choices, typed ?? '');
  const shown = found.slice(0, SHOWN);
  // An id that was typed to its end needs no list any more.
  const open = asked && shown.length > 0 && found[0]?.value !== typed?.trim();
  const at = Math.min(active, shown.length - 1);
  const show = () => setAsked(true);
  const close = () => {
    setAsked(false);
    setActive(-1);
  };
  const pick = (one: Choice) => {
    onChange(one.value);
    setTyped(null);
    close();
  };
  const type = (text: string) => {
    setTyped(text);
    setActive(-1);
    show();
    onChange(meant(list.choices, text));
  };
  const move = (by: number) => {
    if (!open) return show();
    setActive(at < 0 && by < 0 ? shown.length - 1 : (at + by + shown.length) % shown.length);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const one = open ? shown[at] : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && one) {
      event.preventDefault();
      pick(one);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
    }
  };
  const leave = () => {
    // The list may have come after it was typed.
    if (typed !== null) onChange(meant(list.choices, typed));
    setTyped(null);
    close();
  };
  return { text: typed ?? set?.label ?? value, found, shown, open, at, show, pick, type, onKey, leave, focus: ask };
}
