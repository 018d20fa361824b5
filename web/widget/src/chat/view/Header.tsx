import { useState } from 'preact/hooks';
import type { Conversation } from '../conversation.js';
import type { Face as FaceOf } from '../protocol.js';
import { fill } from '../texts.js';
import { Icon } from './icons.js';

/** A picture, or the first letter of a name. */
export function Face({ face }: { face: FaceOf }) {
  const [broken, setBroken] = useState(false);
  return face.avatarUrl && !broken ? (
    <img class="face" src={face.avatarUrl} alt="" onError={() => setBroken(true)} />
  ) : (
    <span class="face" aria-hidden="true">
      {[...face.name.trim()][0]?.toUpperCase()}
    </span>
  );
}

/** When somebody is there again, in the visitor's own time and language. */
function whenOf(at: string, language: string): string {
  const date = new Date(at);
  const days = (date.getTime() - Date.now()) / 86_400_000;
  const day: Intl.DateTimeFormatOptions = days < 6 ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
  const today = date.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(language, { ...(today ? {} : day), hour: '2-digit', minute: '2-digit' }).format(date);
}

/** Who one talks to, and the switches. */
export function Header({ conversation }: { conversation: Conversation }) {
  const { texts, opened, desk, language, sound } = conversation.state.value;
  const faces = desk?.agent ? [desk.agent] : (desk?.people ?? []);
  const away = desk?.available === false;
  const line = away ? (desk.reopensAt ? fill(texts.back, { when: whenOf(desk.reopensAt, language) }) : '') : texts.soon;
  return (
    <header>
      {faces.length > 0 && (
        <span class="faces">
          {faces.map((face) => (
            <Face face={face} key={face.name} />
          ))}
        </span>
      )}
      <div>
        <h1>{desk?.agent?.name ?? (opened?.flow?.heading || desk?.heading || texts.title)}</h1>
        {opened && line && <p>{line}</p>}
        {desk?.agent?.meetingUrl && (
          <a href={desk.agent.meetingUrl} target="_blank" rel="noopener">
            {texts.meet}
          </a>
        )}
      </div>
      <button
        type="button"
        class="icon"
        aria-label={texts.sound}
        title={texts.sound}
        aria-pressed={sound}
        onClick={() => conversation.setSound(!sound)}
      >
        <Icon name={sound ? 'sound' : 'muted'} />
      </button>
      <button type="button" class="icon" aria-label={texts.close} title={texts.close} onClick={() => conversation.close()}>
        <Icon name="close" />
      </button>
    </header>
  );
}
