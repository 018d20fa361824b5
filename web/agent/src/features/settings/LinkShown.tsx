import { Button } from '@balie/web-ui';
import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { useTimes } from '../../lib/useTimes.js';
import { addressOf } from '../../lib/site.js';

/** A link that was just made: it is never shown again. */
export interface ShownLink {
  name: string;
  email: string;
  link: string;
  expiresAt: string | null;
  mailed: boolean;
}

/** The link to hand over, or the word that it was sent. */
export function LinkShown({ link, onClose }: { link: ShownLink; onClose: () => void }) {
  const t = useT();
  const id = useId();
  const times = useTimes();
  const field = useRef<HTMLInputElement>(null);
  const url = addressOf(link.link);
  useEffect(() => field.current?.select(), [url]);
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    toast(t('copied'));
  };
  return (
    <section className="panel" role="status">
      <h2>{t(link.mailed ? 'people.linkMailed' : 'people.linkMade', { name: link.name, email: link.email })}</h2>
      <div className="field">
        <label htmlFor={id}>{t('people.link')}</label>
        <span className="field-box">
          <input ref={field} id={id} className="input" readOnly value={url} onFocus={(event) => event.target.select()} />
          {'clipboard' in navigator && <Button onClick={() => void copy()}>{t('copy')}</Button>}
          <button type="button" className="btn icon" aria-label={t('close')} title={t('close')} onClick={onClose}>
            <IconX size={16} aria-hidden />
          </button>
        </span>
        <small className="help">{t('people.linkHelp', { until: link.expiresAt ? times.full(link.expiresAt) : '' })}</small>
      </div>
    </section>
  );
}
