import { useRef, useState } from 'preact/hooks';
import type { Conversation } from '../conversation.js';
import { sizeOf } from '../files.js';
import type { OutFile } from '../outbox.js';
import { fill } from '../texts.js';
import { Consent } from './Details.js';
import { Icon } from './icons.js';

const EMOJI = '😀 😄 😉 😊 😍 🤔 😅 😢 😡 👍 👎 🙏 👏 🎉 ❤️ 🔥 ✅ ❌ 👋 📦 🚚 💳 📷 ⏰'.split(' ');
/** The keyboard that fits what a bot asks. */
const KEYBOARDS = { text: 'text', email: 'email', phone: 'tel', number: 'decimal', date: 'numeric' } as const;

interface Props {
  conversation: Conversation;
  files: OutFile[];
  objected: string;
  add(files: File[]): void;
  remove(file: OutFile): void;
  send(text: string): void;
}

/** Where one writes. */
export function Composer({ conversation, files, objected, add, remove, send }: Props) {
  const { texts, draft, opened, visitor, agreed, items, language } = conversation.state.value;
  const [picking, setPicking] = useState(false);
  const [disagreed, setDisagreed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const limits = opened?.limits;
  const tooLong = limits !== undefined && draft.length > limits.text;
  const asksConsent = opened?.consent && visitor === null;
  const box = () => form.current?.querySelector('textarea');
  const ask = items.at(-1)?.ask;

  const submit = (): void => {
    if (tooLong || (draft.trim() === '' && files.length === 0)) return;
    setDisagreed(!!asksConsent && !agreed);
    if (asksConsent && !agreed) return form.current?.querySelector<HTMLElement>('[name=consent]')?.focus();
    send(draft);
    setPicking(false);
    box()?.focus();
  };
  const put = (emoji: string): void => {
    const area = box();
    const at = area?.selectionStart ?? draft.length;
    conversation.type(draft.slice(0, at) + emoji + draft.slice(area?.selectionEnd ?? at));
    setPicking(false);
    area?.focus();
  };
  const unpick = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !picking) return;
    event.preventDefault();
    setPicking(false);
    form.current?.querySelector<HTMLElement>('[aria-controls=emoji]')?.focus();
  };
  const trouble = objected || (tooLong ? fill(texts.tooLong, { count: limits.text }) : '');

  return (
    <form
      ref={form}
      class="composer"
      onKeyDown={unpick}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {asksConsent && <Consent conversation={conversation} wrong={disagreed} />}
      {files.length > 0 && (
        <ul class="files">
          {files.map((file) => (
            <li key={file}>
              {file.preview ? <img src={file.preview} alt="" /> : <Icon name="file" />}
              <span>
                {file.name} <small>{sizeOf(file.bytes, language)}</small>
              </span>
              <button
                type="button"
                class="icon"
                aria-label={fill(texts.remove, { name: file.name })}
                onClick={() => remove(file)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {trouble && (
        <p class="error" role="alert" id="trouble">
          {trouble}
        </p>
      )}
      {picking && (
        <div class="emoji" id="emoji" role="group" aria-label={texts.emoji}>
          {EMOJI.map((emoji) => (
            <button type="button" key={emoji} onClick={() => put(emoji)}>
              {emoji}
            </button>
          ))}
        </div>
      )}
      <div class="write">
        <textarea
          rows={1}
          aria-label={texts.placeholder}
          placeholder={texts.placeholder}
          aria-describedby={trouble ? 'trouble' : undefined}
          inputMode={ask ? KEYBOARDS[ask] : undefined}
          enterkeyhint="send"
          value={draft}
          onInput={({ currentTarget }) => conversation.type(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            submit();
          }}
          onPaste={(event) => {
            const pasted = [...(event.clipboardData?.files ?? [])];
            if (pasted.length === 0) return;
            event.preventDefault();
            add(pasted);
          }}
        />
        <div class="row">
          {limits !== undefined && limits.files > 0 && (
            <label class="icon" title={texts.attach}>
              <input
                type="file"
                class="hidden"
                multiple
                accept={limits.accept}
                aria-label={texts.attach}
                onChange={({ currentTarget }) => {
                  add([...(currentTarget.files ?? [])]);
                  currentTarget.value = '';
                }}
              />
              <Icon name="attach" />
            </label>
          )}
          <button
            type="button"
            class="icon"
            aria-label={texts.emoji}
            title={texts.emoji}
            aria-expanded={picking}
            aria-controls="emoji"
            onClick={() => setPicking(!picking)}
          >
            <Icon name="emoji" />
          </button>
          <button class="icon send" aria-label={texts.send} title={texts.send}>
            <Icon name="send" />
          </button>
        </div>
      </div>
    </form>
  );
}
