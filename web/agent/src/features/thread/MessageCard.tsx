import { IconChevronDown, IconChevronRight, IconRobot } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useT } from '../../app/intl.js';
import { useTimes } from '../../lib/useTimes.js';
import type { AddressFragment } from '../../generated/graphql.js';
import { actorName } from './actor.js';
import { Attachments } from './Attachments.js';
import { DeliveryLine } from './DeliveryLine.js';
import { MailFrame } from './MailFrame.js';
import type { Mail } from './types.js';
import { PlainText } from './PlainText.js';
import type { Conversation } from './types.js';

interface CardProps {
  message: Mail;
  conversation: Conversation;
}

/** One message or comment. A comment can't be mistaken for a reply: other colour, border, label and name (U14). */
export const MessageCard = memo(function MessageCard({ message, conversation }: CardProps) {
  const t = useT();
  const times = useTimes();
  const name =
    message.direction === 'INBOUND' ? inboundName(message) || actorName(t, message.author) : actorName(t, message.author);
  const kind =
    message.direction === 'INTERNAL' ? t('comment') : t(message.direction === 'OUTBOUND' ? 'thread.outbound' : 'thread.inbound');
  return (
    <article
      className="msg"
      data-k={message.direction}
      data-id={message.id}
      aria-label={t('thread.messageBy', { kind, name, time: times.full(message.at) })}
    >
      <header className="hd">
        <b title={message.from?.value}>{name}</b>
        {message.direction === 'INTERNAL' && <span className="tag note">{t('comment')}</span>}
        {message.automatic && (
          <span className="tag">
            <IconRobot size={12} aria-hidden /> {t('thread.automatic')}
          </span>
        )}
        <time dateTime={message.at} title={times.full(message.at)}>
          {times.clock(message.at)}
        </time>
        {message.direction !== 'INTERNAL' && <Details message={message} conversation={conversation} />}
      </header>
      <div className="bd" data-html={message.htmlUrl !== null || undefined}>
        {message.unparsed && <p className="strip warn">{t('thread.unparsed')}</p>}
        {message.htmlUrl ? (
          <MailFrame url={message.htmlUrl} title={t('thread.bodyOf', { name })} text={message.text} />
        ) : (
          <PlainText text={message.text} />
        )}
        {message.quotedText && <Quoted text={message.quotedText} />}
        <ExtraParts parts={message.parts} />
      </div>
      <Attachments files={message.attachments.filter((file) => !file.inline)} />
      <DeliveryLine message={message} conversationId={conversation.id} />
    </article>
  );
});

const inboundName = (message: Mail): string | null => message.from?.name || null;

function Quoted({ text }: { text: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <div className="quoted">
      <button type="button" className="fold-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
        {t(open ? 'thread.hideQuoted' : 'thread.showQuoted')}
      </button>
      {open && <PlainText text={text} />}
    </div>
  );
}

const list = (people: readonly AddressFragment[]) =>
  people.map((one) => (one.name ? `${one.name} <${one.value}>` : one.value)).join(', ');

function Details({ message, conversation }: CardProps) {
  const t = useT();
  const times = useTimes();
  const rows: [string, string | null | undefined][] = [
    [t('mail.from'), message.from ? list([message.from]) : null],
    [t('mail.to'), list(message.to)],
    [t('mail.cc'), list(message.cc)],
    [t('mail.bcc'), list(message.bcc)],
    [t('mail.subject'), message.mailSubject === conversation.subject ? null : message.mailSubject],
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
        <a href={message.rawUrl} download>
          {t('thread.source')}
        </a>
      )}
    </details>
  );
}

/** The lines of a form, an invitation, a signature: each with the words that its channel gives it. */
function fieldsOf(data: Record<string, unknown>): { name: string; label: string; value: unknown }[] {
  return Array.isArray(data['fields']) ? (data['fields'] as { name: string; label: string; value: unknown }[]) : [];
}

function ExtraParts({ parts }: { parts: Mail['parts'] }) {
  const t = useT();
  return parts.map((part, index) => {
    const data = (typeof part.data === 'object' && part.data !== null ? part.data : {}) as Record<string, unknown>;
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
    const note = typeof data['note'] === 'string' ? data['note'] : part.type;
    return (
      <p key={index} className="strip">
        {t('thread.unsupported', { what: note })}
      </p>
    );
  });
}
