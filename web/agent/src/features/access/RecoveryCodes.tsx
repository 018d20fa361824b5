import { Button } from '@balie/web-ui';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';

/** The codes for the day on which the authenticator is lost: they are never shown again. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useT();
  const text = codes.join('\n');
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast(t('copied'));
  };
  return (
    <div role="status">
      <p>{t('second.codesText')}</p>
      <ul className="recovery-codes" aria-label={t('second.codes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row-actions">
        <Button look="primary" onClick={onKept}>
          {t('second.kept')}
        </Button>
        {'clipboard' in navigator && <Button onClick={() => void copy()}>{t('copy')}</Button>}
        <a className="btn" download="balie-codes.txt" href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}>
          {t('second.download')}
        </a>
      </div>
    </div>
  );
}
