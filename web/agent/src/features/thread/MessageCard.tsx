import { IconArrowForwardUp, IconChevronDown, IconChevronRight, IconRobot } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useT } from '../../app/intl.js';
import { shownValue } from '../../lib/person.js';
import { useTimes } from '../../lib/useTimes.js';
import { actorName, isErased } from './actor.js';
import { Attachments } from './Attachments.js';
import { DeliveryLine } from './DeliveryLine.js';
import { MailFrame } from './MailFrame.js';
import { MessageActions } from './MessageActions.js';
import { MessageDetails } from './MessageDetails.js';
import { Badges, ExtraParts } from './MessageParts.js';
import { PlainText } from './PlainText.js';
import type { Conversation, Mail } from './types.js';
import { Warnings } from './Warnings.js';

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
  // A name can be anything; the address is what counts (R-HDR-3).
  const value = message.direction === 'INBOUND' && message.from?.value !== name ? message.from?.value : undefined;
  // A code names nobody.
  const address = value === undefined || shownValue(value) !== value ? null : value;
  const kind =
    message.direction === 'INTERNAL' ? t('comment') : t(message.direction === 'OUTBOUND' ? 'thread.outbound' : 'thread.inbound');
  return (
    <article
      className="msg"
      data-k={message.direction}
      data-side={message.side || undefined}
      data-id={message.id}
      aria-label={t('thread.messageBy', { kind, name, time: times.full(message.at) })}
    >
      <header className="hd">
        <b>{name}</b>
        {address && <span className="address">{address}</span>}
        {message.direction === 'INTERNAL' && <span className="tag note">{t('comment')}</span>}
        {message.automatic && (
          <span className="tag">
            <IconRobot size={12} aria-hidden /> {t('thread.automatic')}
          </span>
        )}
        <Badges parts={message.parts} />
        <time dateTime={message.at} title={times.full(message.at)}>
          {times.clock(message.at)}
        </time>
        {message.direction !== 'INTERNAL' && <MessageDetails message={message} subject={conversation.subject} />}
        <MessageActions message={message} conversation={conversation} />
      </header>
      {message.side && <SideLine message={message} />}
      <Warnings message={message} />
      <div className="bd">
        {message.unparsed && <p className="strip warn">{t('thread.unparsed')}</p>}
        {isErased(message.author) && <p className="meta">{t('thread.erased')}</p>}
        {message.htmlUrl ? (
          <MailFrame
            url={message.htmlUrl}
            title={t('thread.bodyOf', { name })}
            text={message.text}
            ours={message.direction !== 'INBOUND'}
          />
        ) : (
          <PlainText text={message.text} called={message.mentions.map((one) => one.name)} />
        )}
        <Untold mentions={message.mentions} inbox={conversation.inbox.name} />
        {message.quotedText && <Quoted text={message.quotedText} />}
        <ExtraParts parts={message.parts} />
      </div>
      <Attachments files={message.attachments.filter((file) => !file.inline)} />
      <DeliveryLine message={message} conversationId={conversation.id} />
    </article>
  );
});

const inboundName = (message: Mail): string | null => message.from?.name || null;

/** Says with whom it is that the customer does not see (G7 44). */
function SideLine({ message }: { message: Mail }) {
  const t = useT();
  const people = message.direction === 'INBOUND' ? [message.from] : message.to;
  const names = people.flatMap((one) => (one ? [one.name || shownValue(one.value)] : [])).join(', ');
  return (
    <p className="side-line">
      <IconArrowForwardUp size={14} aria-hidden />
      {t(message.direction === 'INBOUND' ? 'thread.sideFrom' : 'thread.sideTo', { names })}
    </p>
  );
}

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

/** Says who was called and knows nothing of it (S64). */
function Untold({ mentions, inbox }: { mentions: Mail['mentions']; inbox: string }) {
  const t = useT();
  const names = mentions.filter(({ told }) => !told).map(({ name }) => name);
  return names.length > 0 && <p className="meta">{t('mention.untold', { names: names.join(', '), inbox })}</p>;
}
