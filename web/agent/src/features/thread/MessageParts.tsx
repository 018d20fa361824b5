import { IconCertificate, IconLock } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import type { Mail } from './types.js';

const CalendarCard = lazy(() => import('./CalendarCard.js').then((module) => ({ default: module.CalendarCard })));

type Data = Record<string, unknown>;
const dataOf = (part: Mail['parts'][number]): Data =>
  typeof part.data === 'object' && part.data !== null ? (part.data as Data) : {};
const noteOf = (data: Data): string | null => (typeof data['note'] === 'string' && data['note'] !== '' ? data['note'] : null);

/** The lines of a form, each with the words that its channel gives it. */
function fieldsOf(data: Data): { name: string; label: string; value: unknown }[] {
  return Array.isArray(data['fields']) ? (data['fields'] as { name: string; label: string; value: unknown }[]) : [];
}

/** The answers that a message offers. */
function optionsOf(data: Data): { label: string }[] {
  return Array.isArray(data['options']) ? (data['options'] as { label: string }[]) : [];
}

const BADGES: Record<string, TextKey> = {
  signed: 'badge.signed',
  encrypted: 'badge.encrypted',
  'pgp-signed': 'badge.pgpSigned',
  'pgp-encrypted': 'badge.pgpEncrypted',
};

/** What wraps the message. A signature is not checked here, and the words say so (R-ATT-6). */
export function Badges({ parts }: { parts: Mail['parts'] }) {
  const t = useT();
  return parts
    .filter((part) => part.type === 'badge')
    .map((part, index) => {
      const data = dataOf(part);
      const kind = String(data['kind']);
      const key = BADGES[kind];
      const Mark = kind.endsWith('encrypted') ? IconLock : IconCertificate;
      return (
        <span key={index} className="tag" title={noteOf(data) ?? undefined}>
          <Mark size={12} aria-hidden /> {key ? t(key) : kind}
        </span>
      );
    });
}

/** Parts that are neither text nor files: forms, answers to choose from, invitations, and what can't be shown. */
export function ExtraParts({ parts }: { parts: Mail['parts'] }) {
  const t = useT();
  return parts.map((part, index) => {
    const data = dataOf(part);
    // What a question asks for is a matter of the field that the far side shows.
    if (part.type === 'badge' || part.type === 'asks') return null;
    if (part.type === 'calendar')
      return (
        <Suspense key={index}>
          <CalendarCard event={data} />
        </Suspense>
      );
    if (part.type === 'fields')
      return (
        <dl key={index} className="fields">
          {fieldsOf(data).map(({ name, label, value }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
            </div>
          ))}
        </dl>
      );
    if (part.type === 'choices')
      return (
        <ul key={index} className="choices">
          {optionsOf(data).map(({ label }) => (
            <li key={label} className="tag">
              {label}
            </li>
          ))}
        </ul>
      );
    if (part.type === 'edited' || part.type === 'deleted')
      return (
        <p key={index} className="meta">
          {t(part.type === 'edited' ? 'thread.edited' : 'thread.withdrawn')}
        </p>
      );
    return (
      <p key={index} className="strip">
        {t('thread.unsupported', { what: noteOf(data) ?? part.type })}
      </p>
    );
  });
}
