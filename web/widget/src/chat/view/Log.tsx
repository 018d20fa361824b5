import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Ask } from '../asks.js';
import type { Conversation } from '../conversation.js';
import { sizeOf } from '../files.js';
import type { Outgoing } from '../outbox.js';
import type { Item, SentFile } from '../protocol.js';
import { fill, type Texts } from '../texts.js';
import { Details } from './Details.js';
import { Face } from './Header.js';
import { Icon } from './icons.js';

const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'])/;
const PICTURE = /^image\/(png|jpeg|gif|webp)$/;
/** From here on he follows what comes in. */
const NEAR_PX = 120;

/** Plain text, in which addresses can be followed. */
function Words({ text }: { text: string }) {
  return (
    <>
      {text.split(LINK).map((part, at) =>
        at % 2 ? (
          <a href={part} target="_blank" rel="noopener nofollow ugc">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}

function Attachment({ file, texts, language }: { file: SentFile; texts: Texts; language: string }) {
  return (
    <a class="file" href={file.url} target="_blank" rel="noopener" download={file.name}>
      {PICTURE.test(file.mime) ? (
        <img src={file.url} alt={fill(texts.file, { name: file.name })} loading="lazy" />
      ) : (
        <>
          <Icon name="file" />
          <span>
            {file.name} <small>{sizeOf(file.bytes, language)}</small>
          </span>
        </>
      )}
    </a>
  );
}

const dayOf = (at: string | number): string => new Date(at).toDateString();

function Day({ at, language }: { at: string; language: string }) {
  const ago = [0, -1].find((days) => dayOf(at) === dayOf(Date.now() + days * 86_400_000));
  return (
    <li class="day">
      {ago === undefined
        ? new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(at))
        : new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(ago, 'day')}
    </li>
  );
}

/** One message of whomever, with what stands below it. */
function Bubble({
  mine,
  who,
  children,
  below,
}: {
  mine: boolean;
  who: ComponentChildren;
  children: ComponentChildren;
  below: ComponentChildren;
}) {
  return (
    <li class={mine ? 'mine' : ''}>
      {who}
      <div class="bubble">{children}</div>
      <small>{below}</small>
    </li>
  );
}

function Said({ item, before, conversation }: { item: Item; before: Item | undefined; conversation: Conversation }) {
  const { texts, language, readUpTo, desk } = conversation.state.value;
  const mine = item.from === 'visitor';
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(item.at));
  const again = before?.from === item.from && before.author.name === item.author.name && dayOf(before.at) === dayOf(item.at);
  const name = mine ? texts.you : item.author.name || texts.bot;
  return (
    <Bubble
      mine={mine}
      who={
        <b class={mine || again ? 'hidden' : ''}>
          {!mine && <Face face={{ ...item.author, ...(desk?.agent?.name === name ? desk.agent : null), name }} />} {name}
        </b>
      }
      below={
        <>
          {time}
          {item.edited && ` · ${texts.edited}`}
          {mine && ` · ${item.at <= readUpTo ? texts.read : texts.sent}`}
        </>
      }
    >
      {item.deleted ? (
        <em>{texts.deleted}</em>
      ) : (
        <>
          {item.files.map((file) => (
            <Attachment file={file} texts={texts} language={language} key={file.url} />
          ))}
          <Words text={item.text} />
        </>
      )}
    </Bubble>
  );
}

function Waiting({ message, conversation }: { message: Outgoing; conversation: Conversation }) {
  const { texts } = conversation.state.value;
  const sending = message.files.find(({ share }) => share !== undefined);
  const state = message.state === 'sending' ? texts.sending : texts.queued;
  return (
    <Bubble
      mine
      who={<b class="hidden">{texts.you}</b>}
      below={
        message.state === 'failed' ? (
          <>
            <span class="error">{`${texts.failed} ${message.why ?? ''}`}</span>{' '}
            <button type="button" class="link" onClick={() => conversation.retry(message)}>
              {texts.retry}
            </button>{' '}
            <button type="button" class="link" onClick={() => conversation.cancel(message.id)}>
              {texts.discard}
            </button>
          </>
        ) : (
          <>
            {state}
            {sending && ` ${Math.round((sending.share ?? 0) * 100)} % `}
            {message.files.length > 0 && (
              <button type="button" class="link" onClick={() => conversation.cancel(message.id)}>
                {texts.discard}
              </button>
            )}
          </>
        )
      }
    >
      {message.files.map(({ name, preview }) =>
        preview ? <img src={preview} alt={name} key={name} /> : <p key={name}>{name}</p>,
      )}
      <Words text={message.text} />
    </Bubble>
  );
}

/** The quick replies of the last message, until something is said. */
function Choices({ conversation }: { conversation: Conversation }) {
  const { items, texts } = conversation.state.value;
  const choices = conversation.outbox.list.length === 0 ? items.at(-1)?.choices : undefined;
  if (!choices?.length) return null;
  return (
    <div class="choices" role="group" aria-label={texts.answers}>
      {choices.map(({ label, value }) => (
        <button type="button" key={value} onClick={() => conversation.say(value)}>
          {label}
        </button>
      ))}
    </div>
  );
}

/** What was said, oldest first; it follows the newest unless the visitor reads what is further up. */
export function Log({ conversation, ask }: { conversation: Conversation; ask: Ask }) {
  const { items, more, texts, language, typing, opened, desk, open, phase, copied } = conversation.state.value;
  const waiting = conversation.outbox.list;
  const box = useRef<HTMLDivElement>(null);
  const place = useRef({ top: 0, height: 0, first: '' });
  const first = items[0]?.id ?? '';
  useLayoutEffect(() => {
    const log = box.current;
    if (!log) return;
    const { top, height, first: was } = place.current;
    const earlier = was !== '' && was !== first;
    if (earlier) log.scrollTop = top + log.scrollHeight - height;
    else if (height - top - log.clientHeight < NEAR_PX || waiting.length > 0) log.scrollTop = log.scrollHeight;
    place.current = { top: log.scrollTop, height: log.scrollHeight, first };
  }, [first, items, waiting, typing, ask, open]);
  const away = desk?.available === false;
  const greeting = away ? opened?.flow?.awayText || texts.away : opened?.flow?.welcome || texts.welcome;
  return (
    <div
      class="log"
      role="log"
      aria-live="off"
      aria-label={texts.messages}
      tabIndex={0}
      ref={box}
      onScroll={({ currentTarget }) => (place.current.top = currentTarget.scrollTop)}
    >
      {more && (
        <button type="button" class="link" onClick={() => void conversation.earlier().catch(() => undefined)}>
          {texts.earlier}
        </button>
      )}
      {phase === 'ready' && !more && <p class="bubble greeting">{greeting}</p>}
      <ol>
        {items.map((item, at) => (
          <>
            {dayOf(items[at - 1]?.at ?? 0) !== dayOf(item.at) && <Day at={item.at} language={language} key={`day${item.id}`} />}
            <Said item={item} before={items[at - 1]} conversation={conversation} key={item.id} />
          </>
        ))}
        {waiting.map((message) => (
          <Waiting message={message} conversation={conversation} key={message.id} />
        ))}
      </ol>
      {ask === 'waiting' && <Details conversation={conversation} ask={ask} />}
      <Choices conversation={conversation} />
      {desk?.copies && items.some(({ from }) => from === 'agent') && (
        <button type="button" class="link" onClick={() => void conversation.copy()}>
          {copied || texts.copy}
        </button>
      )}
      {typing !== null && <p class="typing">{fill(texts.typing, { name: typing })}</p>}
    </div>
  );
}
