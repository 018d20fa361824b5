import { Button } from '@balie/web-ui';
import { IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useT } from '../../../app/intl.js';
import { follow, type Operation } from './explore.js';

/** So many are shown, the newest first. */
const SHOWN = 50;

/** What a subscription tells, as it comes, until it is stopped. */
export function Followed({ operation, onStop }: { operation: Operation; onStop: () => void }) {
  const t = useT();
  const [told, setTold] = useState<{ count: number; texts: readonly string[] }>({ count: 0, texts: [] });
  const [ended, setEnded] = useState<string | null>(null);
  useEffect(() => {
    setTold({ count: 0, texts: [] });
    setEnded(null);
    return follow(operation, {
      next: (text) => setTold(({ count, texts }) => ({ count: count + 1, texts: [text, ...texts].slice(0, SHOWN) })),
      end: (reason) => setEnded(reason ?? ''),
    });
  }, [operation]);
  return (
    <section className="panel" aria-label={t('explorer.followed')}>
      <h2>{t('explorer.followed')}</h2>
      <p className="meta" role="status">
        {ended === null ? t('explorer.told', { n: told.count }) : t('explorer.ended', { reason: ended })}
      </p>
      {/* It scrolls, so it can be reached by the keyboard. */}
      <pre className="answer mono" tabIndex={0} role="region" aria-label={t('explorer.toldText')}>
        {told.texts.join('\n')}
      </pre>
      <div className="row-actions">
        <Button onClick={onStop}>
          <IconPlayerStop size={16} aria-hidden />
          {t('explorer.stop')}
        </Button>
      </div>
    </section>
  );
}
