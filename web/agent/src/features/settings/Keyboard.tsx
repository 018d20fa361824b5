import { Button } from '@balie/web-ui';
import { useState, type KeyboardEvent } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import { KNOWN, known } from '../../app/knownKeys.js';
import { usePreferences } from '../../app/preferences.js';
import { KeyCaps } from '../palette/KeyCaps.js';
import { inTheWay, keysTaken, strokeOf } from './keyStrokes.js';

type Id = keyof typeof KNOWN;
const IDS = Object.keys(KNOWN) as Id[];
const GROUPS: readonly { id: string; text: TextKey }[] = [
  { id: 'move', text: 'keys.move' },
  { id: 'act', text: 'keys.act' },
  { id: 'go', text: 'keys.go' },
  { id: 'app', text: 'keys.app' },
];

/** Which keys do what for oneself, and whether single keys do anything (ux U4, WCAG 2.1.4). */
export function Keyboard() {
  const t = useT();
  const [{ singleKeys, keys }, save] = usePreferences();
  const [changing, setChanging] = useState<Id | null>(null);
  const now = keysTaken(keys);
  const put = (id: Id, chosen: string) => {
    const { [id]: _before, ...others } = keys;
    save({ keys: chosen === KNOWN[id].keys ? others : { ...others, [id]: chosen } });
    setChanging(null);
  };
  return (
    <>
      <section className="panel">
        <label className="check">
          <input type="checkbox" checked={singleKeys} onChange={(event) => save({ singleKeys: event.target.checked })} />
          <span>{t('keyboard.single')}</span>
        </label>
        <p className="help">{t('keyboard.singleHelp')}</p>
        {Object.keys(keys).length > 0 && (
          <div className="row-actions">
            <Button onClick={() => save({ keys: {} })}>{t('keyboard.resetAll')}</Button>
          </div>
        )}
      </section>
      {GROUPS.map(({ id: group, text }) => (
        <section key={group} className="panel">
          <h2>{t(text)}</h2>
          <ul className="key-list">
            {IDS.filter((id) => KNOWN[id].group === group).map((id) => (
              <li key={id}>
                <Line id={id} keys={now[id] ?? ''} onChange={() => setChanging(id)} onReset={() => put(id, KNOWN[id].keys)} />
                {changing === id && (
                  <Recorder id={id} taken={now} onDone={(chosen) => put(id, chosen)} onCancel={() => setChanging(null)} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Line({ id, keys, onChange, onReset }: { id: Id; keys: string; onChange: () => void; onReset: () => void }) {
  const t = useT();
  const { label } = known(t, id);
  return (
    <div className="key-line">
      <span className="el">{label}</span>
      <span className="sp" />
      {keys ? <KeyCaps keys={keys} /> : <span className="meta">{t('keyboard.none')}</span>}
      {keys !== KNOWN[id].keys && (
        <Button onClick={onReset} aria-label={t('keyboard.resetOf', { command: label })}>
          {t('keyboard.reset')}
        </Button>
      )}
      <Button onClick={onChange} aria-label={t('keyboard.changeOf', { command: label })}>
        {t('keyboard.change')}
      </Button>
    </div>
  );
}

interface RecorderProps {
  id: Id;
  taken: Readonly<Record<string, string>>;
  onDone: (keys: string) => void;
  onCancel: () => void;
}

/** Takes the keys that are pressed: Enter keeps them, unless they are another's already. */
function Recorder({ id, taken, onDone, onCancel }: RecorderProps) {
  const t = useT();
  const [strokes, setStrokes] = useState<readonly string[]>([]);
  const keys = strokes.join(' ');
  const other = inTheWay(id, keys, taken);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Backspace') setStrokes([]);
    else if (event.key === 'Enter') {
      if (!other) onDone(keys);
    } else {
      const stroke = strokeOf(event);
      if (stroke)
        setStrokes((before) =>
          before.length === 1 && !`${before[0]}${stroke}`.includes('$mod') ? [...before, stroke] : [stroke],
        );
    }
  };
  return (
    <div className="field">
      <label htmlFor="recorder">{t('keyboard.press', { command: known(t, id).label })}</label>
      <input
        id="recorder"
        className="input"
        autoFocus
        readOnly
        value={keys.replaceAll('$mod', 'Ctrl')}
        onKeyDown={press}
        aria-describedby="recorder-help"
        aria-invalid={other ? true : undefined}
      />
      <small id="recorder-help" className="help">
        {t('keyboard.pressHelp')}
      </small>
      {other && (
        <small className="field-error" role="alert">
          {t('keyboard.taken', { command: known(t, other).label })}
        </small>
      )}
      <div className="row-actions">
        <Button look="primary" disabled={other !== null} onClick={() => onDone(keys)}>
          {t(keys ? 'save' : 'keyboard.noKey')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </div>
  );
}
