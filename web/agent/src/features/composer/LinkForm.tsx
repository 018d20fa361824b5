import { Button } from '@balie/web-ui';
import { useState, type KeyboardEvent } from 'react';
import { useT } from '../../app/intl.js';

/** Asks where a link goes: an address, empty to take the link away, null to leave all as it was. */
export function LinkForm({ before, onDone }: { before: string; onDone: (href: string | null) => void }) {
  const t = useT();
  const [href, setHref] = useState(before || 'https://');
  const done = () => onDone(href.trim() === 'https://' ? '' : href.trim());
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      done();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onDone(null);
    }
  };
  return (
    <div className="link-form">
      <input
        className="input"
        type="url"
        aria-label={t('format.linkTo')}
        placeholder={t('format.linkTo')}
        value={href}
        autoFocus
        onChange={(event) => setHref(event.target.value)}
        onKeyDown={onKey}
      />
      <Button onClick={done}>{t('format.linkSet')}</Button>
      <Button look="quiet" onClick={() => onDone(null)}>
        {t('cancel')}
      </Button>
    </div>
  );
}
