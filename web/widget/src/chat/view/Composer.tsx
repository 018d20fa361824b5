import { useEffect, useRef, useState } from 'preact/hooks';
import { fits } from '../asks.js';
import type { Conversation } from '../conversation.js';
import { sizeOf } from '../files.js';
import { later } from '../later-on.js';
import type { OutFile } from '../outbox.js';
import { fill, type Texts } from '../texts.js';
import { Consent } from './Details.js';
import { Icon } from './icons.js';

/** The field that fits what a bot asks. That of numbers would take neither a comma nor a dot, by the language of the browser. */
const FIELDS = { email: 'email', phone: 'tel', number: 'text', date: 'date' } as const;

const CLOSED: readonly string[] = [];

interface Props {
  conversation: Conversation;
  files: OutFile[];
  objected: string;
  add(files: File[]): void;
  remove(file: OutFile): void;
  send(text: string): void;
}

function PickedFiles({ files, remove, texts, language }: Pick<Props, 'files' | 'remove'> & { texts: Texts; language: string }) {
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file}>
          {file.preview ? <img src={file.preview} alt="" /> : <Icon name="file" />}
          <span>
            {file.name} <small>{sizeOf(file.bytes, language)}</small>
          </span>
          <button type="button" class="icon" aria-label={fill(texts.remove, { name: file.name })} onClick={() => remove(file)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Attach({ accept, add, texts }: Pick<Props, 'add'> & { accept: string; texts: Texts }) {
  return (
    <label class="icon" title={texts.attach}>
      <input
        type="file"
        class="hidden"
        multiple
        accept={accept}
        aria-label={texts.attach}
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <Icon name="attach" />
    </label>
  );
}

/** Where one writes. */
export function Composer({ conversation, files, objected, add, remove, send }: Props) {
  const { texts, draft, opened, visitor, agreed, items, language } = conversation.state.value;
  /** What can be picked from, while it is open. */
  const [picking, setPicking] = useState<readonly string[]>(CLOSED);
  const [disagreed, setDisagreed] = useState(false);
  /** The questions of which the answer does not fit, and that he does not want to answer in their kind. */
  const [misfit, setMisfit] = useState('');
  const [freely, setFreely] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const limits = opened?.limits;
  const tooLong = limits !== undefined && draft.length > limits.text;
  const asksConsent = opened?.consent && visitor === null;
  const box = () => form.current?.elements.namedItem('say') as HTMLTextAreaElement | null | undefined;
  const last = items.at(-1);
  const ask = last && last.id !== freely && conversation.outbox.list.length === 0 ? last.ask : undefined;
  // Another field is in the place of the one that had the keyboard.
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) box()?.focus();
  }, [ask]);

  const open = picking !== CLOSED && !ask;

  const submit = (): void => {
    if (ask && !fits(ask, draft)) {
      setMisfit(last?.id ?? '');
      return box()?.focus();
    }
    if (tooLong || (draft.trim() === '' && files.length === 0)) return;
    setDisagreed(!!asksConsent && !agreed);
    if (asksConsent && !agreed) return form.current?.querySelector<HTMLElement>('[name=consent]')?.focus();
    send(draft);
    setPicking(CLOSED);
    box()?.focus();
  };
  const pick = (): void =>
    void later().then(
      ({ EMOJI }) => setPicking(EMOJI),
      () => undefined,
    );
  const put = (emoji: string): void => {
    const area = box();
    const at = area?.selectionStart ?? draft.length;
    conversation.type(draft.slice(0, at) + emoji + draft.slice(area?.selectionEnd ?? at));
    setPicking(CLOSED);
    area?.focus();
  };
  const unpick = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    setPicking(CLOSED);
    form.current?.querySelector<HTMLElement>('[aria-controls=emoji]')?.focus();
  };
  const misfits = ask && misfit === last?.id;
  const trouble =
    objected ||
    (tooLong ? fill(texts.tooLong, { count: limits.text }) : misfits ? (ask === 'email' ? texts.emailWrong : texts.wrong) : '');
  const field = {
    id: 'say',
    value: draft,
    'aria-describedby': trouble ? 'trouble' : undefined,
    enterkeyhint: 'send',
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => conversation.type(currentTarget.value),
  } as const;

  return (
    <form
      ref={form}
      class="composer"
      noValidate
      onKeyDown={unpick}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {asksConsent && <Consent conversation={conversation} wrong={disagreed} />}
      {files.length > 0 && <PickedFiles files={files} remove={remove} texts={texts} language={language} />}
      {trouble && (
        <p class="error" role="alert" id="trouble">
          {trouble}
        </p>
      )}
      {open && (
        <div class="emoji" id="emoji" role="group" aria-label={texts.emoji}>
          {picking.map((emoji) => (
            <button type="button" key={emoji} onClick={() => put(emoji)}>
              {emoji}
            </button>
          ))}
        </div>
      )}
      {ask && <label for="say">{texts[ask]}</label>}
      <div class="write">
        {ask ? (
          <input
            {...field}
            type={FIELDS[ask] as 'text'}
            inputMode={ask === 'number' ? 'decimal' : undefined}
            autocomplete={ask === 'email' || ask === 'phone' ? FIELDS[ask] : 'off'}
            aria-invalid={!!misfits}
          />
        ) : (
          <textarea
            {...field}
            rows={1}
            aria-label={texts.placeholder}
            placeholder={texts.placeholder}
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
        )}
        <div class="row">
          {ask ? (
            <button type="button" class="link" onClick={() => setFreely(last?.id ?? '')}>
              {texts.freely}
            </button>
          ) : (
            <>
              {limits !== undefined && limits.files > 0 && <Attach accept={limits.accept} add={add} texts={texts} />}
              <button
                type="button"
                class="icon"
                aria-label={texts.emoji}
                title={texts.emoji}
                aria-expanded={open}
                aria-controls="emoji"
                onClick={() => (open ? setPicking(CLOSED) : pick())}
              >
                <Icon name="emoji" />
              </button>
            </>
          )}
          <button class="icon send" aria-label={texts.send} title={texts.send}>
            <Icon name="send" />
          </button>
        </div>
      </div>
    </form>
  );
}
