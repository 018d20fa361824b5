import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { askOf } from '../asks.js';
import type { Conversation } from '../conversation.js';
import type { OutFile } from '../outbox.js';
import { later } from '../later-on.js';
import { fill } from '../texts.js';
import { Composer } from './Composer.js';
import { Details } from './Details.js';
import { Header } from './Header.js';
import { Log } from './Log.js';

/** The whole chat. */
export function App({ conversation }: { conversation: Conversation }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [files, setFiles] = useState<OutFile[]>([]);
  const [objected, setObjected] = useState('');
  const main = useRef<HTMLElement>(null);
  const state = conversation.state.value;
  const { texts, opened, desk, visitor, items, language } = state;
  const waiting = conversation.outbox.list;
  const { skipped, copying } = state;
  const ask = askOf({ flow: opened?.flow ?? null, desk, visitor, items, waiting: waiting.length, skipped, copying });
  const first = ask === 'before' || ask === 'away';

  // At once: in a frame that is loaded beforehand, hidden, other effects come late, and what changed meanwhile would never be drawn.
  useLayoutEffect(() => conversation.state.subscribe(() => redraw(0)), []);
  const write = (): void => main.current?.querySelector<HTMLElement>(first ? 'form input' : '#say')?.focus();
  useEffect(() => {
    if (state.called > 0 && state.phase === 'ready') write();
  }, [state.called, state.phase]);
  useEffect(() => {
    if (document.hasFocus()) write();
  }, [first]);

  const add = async (picked: File[]): Promise<void> => {
    const limits = opened?.limits;
    if (!limits || limits.files === 0 || picked.length === 0) return;
    try {
      const { objection, prepare } = await later();
      const words = picked.map((file) => objection(file, limits, texts, language));
      const fitting = picked.filter((_, at) => words[at] === null);
      const room = limits.files - files.length;
      const wrong = words.find((one) => one !== null);
      setObjected(wrong ?? (fitting.length > room ? fill(texts.tooMany, { count: limits.files }) : ''));
      const ready = await Promise.all(fitting.slice(0, Math.max(0, room)).map(prepare));
      setFiles((now) => [...now, ...ready]);
    } catch {
      setObjected(texts.trouble);
    }
    main.current?.querySelector<HTMLElement>('#say')?.focus();
  };
  const send = (text: string): void => {
    conversation.say(text, files);
    setFiles([]);
    setObjected('');
  };

  return (
    <main
      ref={main}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && conversation.close()}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!first) void add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Header conversation={conversation} />
      {state.phase === 'ready' && !state.online && (
        <p class="notice" role="status">
          {texts.offline}
        </p>
      )}
      {state.phase === 'gone' && (
        <p class="notice" role="status">
          {texts.gone}
        </p>
      )}
      <Log conversation={conversation} ask={ask} />
      {first && <Details conversation={conversation} ask={ask} key={ask} />}
      {!first && state.phase === 'ready' && (
        <Composer
          conversation={conversation}
          files={files}
          objected={objected}
          add={(picked) => void add(picked)}
          remove={(file) => setFiles(files.filter((one) => one !== file))}
          send={send}
        />
      )}
      <div class="hidden" aria-live="polite">
        {state.said}
      </div>
    </main>
  );
}
