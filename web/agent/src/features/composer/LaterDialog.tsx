import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import { now } from '../../lib/clock.js';
import { useTimes } from '../../lib/useTimes.js';
import { fromField, presets, timeProblem, toField, type Preset } from './schedule.js';

const NAMES: Record<Preset['key'], TextKey> = {
  hour: 'later.hour',
  evening: 'later.evening',
  tomorrow: 'later.tomorrow',
  afternoon: 'later.afternoon',
  monday: 'later.monday',
};
const PROBLEMS = { none: 'later.none', over: 'later.over', far: 'later.far' } as const satisfies Record<string, TextKey>;

interface LaterProps {
  /** What is put off, and the word for it; a message that leaves later when not given. */
  title?: string;
  action?: string;
  /** The time that it has now. */
  before?: string | null;
  onPick: (at: string) => void;
  onClose: () => void;
}

/** When a message leaves, or a conversation comes back: a time that is often meant, or any other, in the zone of this device. */
export function LaterDialog({ title, action, before, onPick, onClose }: LaterProps) {
  const t = useT();
  const times = useTimes();
  const [start] = useState(() => new Date(now()));
  const list = presets(start);
  const [value, setValue] = useState(() =>
    toField(before ? new Date(before) : (list.find((one) => one.key === 'tomorrow')?.at ?? start)),
  );
  const [problem, setProblem] = useState<keyof typeof PROBLEMS | null>(null);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const at = fromField(value);
    const wrong = timeProblem(at, new Date(now()));
    setProblem(wrong);
    if (!wrong && at) onPick(at.toISOString());
  };
  return (
    <Modal opened onClose={onClose} title={title ?? t('later.title')} size="sm" centered>
      <ul className="presets">
        {list.map(({ key, at }) => (
          <li key={key}>
            <button type="button" className="btn wide" onClick={() => onPick(at.toISOString())}>
              <span>{t(NAMES[key])}</span>
              <span className="meta">{times.ahead(at.toISOString())}</span>
            </button>
          </li>
        ))}
      </ul>
      <form className="later-form" onSubmit={submit} noValidate>
        <div className="field">
          <label htmlFor="later-at">{t('later.at')}</label>
          <input
            id="later-at"
            className="input"
            type="datetime-local"
            value={value}
            min={toField(start)}
            aria-invalid={problem ? true : undefined}
            aria-describedby="later-zone"
            onChange={(event) => setValue(event.target.value)}
          />
          <small id="later-zone" className={problem ? 'field-error' : 'help'} role={problem ? 'alert' : undefined}>
            {problem ? t(PROBLEMS[problem]) : t('later.zone', { zone: zone.replaceAll('_', ' ') })}
          </small>
        </div>
        <Button type="submit" look="primary">
          {action ?? t('later.set')}
        </Button>
      </form>
    </Modal>
  );
}
