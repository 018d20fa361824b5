import { lazy, Suspense, useState } from 'react';
import { useT } from '../../app/intl.js';
import { useTimes } from '../../lib/useTimes.js';
import { shownValue } from '../../lib/person.js';
import type { AddressFragment } from '../../generated/graphql.js';
import type { Mail } from './types.js';

const SourceDialog = lazy(() => import('./SourceDialog.js').then((module) => ({ default: module.SourceDialog })));

const list = (people: readonly AddressFragment[]) =>
  people.map((one) => (one.name ? `${one.name} <${shownValue(one.value)}>` : shownValue(one.value))).join(', ');

/** From whom to whom, when, by which channel, and the source as it came. */
export function MessageDetails({ message, subject }: { message: Mail; subject: string }) {
  const t = useT();
  const times = useTimes();
  const [source, setSource] = useState(false);
  const rows: [string, string | null | undefined][] = [
    [t('mail.from'), message.from ? list([message.from]) : null],
    [t('mail.to'), list(message.to)],
    [t('mail.cc'), list(message.cc)],
    [t('mail.bcc'), list(message.bcc)],
    [t('mail.subject'), message.mailSubject === subject ? null : message.mailSubject],
    [t('mail.sent'), message.sentAt ? times.full(message.sentAt) : null],
    [t('mail.via'), message.channel?.account],
  ];
  const known = rows.filter(([, value]) => value);
  if (known.length === 0 && !message.rawUrl) return null;
  return (
    <details className="details">
      <summary>{t('thread.details')}</summary>
      <dl>
        {known.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {message.rawUrl && (
        <p className="links">
          <button type="button" className="link" onClick={() => setSource(true)}>
            {t('thread.showSource')}
          </button>
          <a href={message.rawUrl} download>
            {t('thread.source')}
          </a>
        </p>
      )}
      {source && message.rawUrl && (
        <Suspense>
          <SourceDialog url={message.rawUrl} onClose={() => setSource(false)} />
        </Suspense>
      )}
    </details>
  );
}
