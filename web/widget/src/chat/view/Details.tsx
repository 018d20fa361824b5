import { useRef, useState } from 'preact/hooks';
import { isEmail, type Ask } from '../asks.js';
import type { Conversation } from '../conversation.js';
import { Trouble } from '../trouble.js';

/** What the inbox asks consent for; nothing where it asks for none, or it was given. */
export function Consent({ conversation, wrong }: { conversation: Conversation; wrong: boolean }) {
  const { opened, agreed, texts } = conversation.state.value;
  const consent = opened?.consent;
  if (!consent) return null;
  return (
    <div class="consent">
      <label>
        <input
          type="checkbox"
          name="consent"
          checked={agreed}
          aria-invalid={wrong}
          aria-describedby={wrong ? 'agree' : undefined}
          onChange={({ currentTarget }) => conversation.agree(currentTarget.checked)}
        />
        <span>{consent.text}</span>
      </label>
      {consent.link && (
        <a href={consent.link} target="_blank" rel="noopener">
          {texts.policy}
        </a>
      )}
      {wrong && (
        <p class="error" id="agree" role="alert">
          {texts.agree}
        </p>
      )}
    </div>
  );
}

/** How the visitor can be reached: before he writes, while he waits, or because nobody is there (D22, D23). */
export function Details({ conversation, ask }: { conversation: Conversation; ask: Exclude<Ask, null> }) {
  const { texts, opened, visitor, agreed } = conversation.state.value;
  const [wrong, setWrong] = useState('');
  const [disagreed, setDisagreed] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const asksConsent = ask !== 'waiting' && opened?.consent;
  const field = (name: string) => form.current?.elements.namedItem(name) as HTMLInputElement;

  const submit = async (): Promise<void> => {
    const email = field('email').value.trim();
    const name = opened?.flow?.askName ? field('name').value.trim() : '';
    setWrong(isEmail(email) ? '' : texts.emailWrong);
    setDisagreed(!!asksConsent && !agreed);
    if (!isEmail(email)) return field('email').focus();
    if (asksConsent && !agreed) return field('consent').focus();
    setBusy(true);
    try {
      await conversation.introduce({ email, ...(name ? { name } : {}) });
      conversation.announce(texts.thanks.replace('{email}', email));
      document.getElementById('say')?.focus();
    } catch (error) {
      setWrong(error instanceof Trouble && error.detail.field === 'email' ? error.message || texts.emailWrong : texts.trouble);
    }
    setBusy(false);
  };

  return (
    <form
      ref={form}
      class="details"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <h2>{ask === 'waiting' ? texts.waiting : texts.before}</h2>
      {opened?.flow?.askName && (
        <>
          <label for="name">
            {texts.name} <small>({texts.optional})</small>
          </label>
          <input id="name" name="name" autocomplete="name" maxLength={100} defaultValue={visitor?.name ?? ''} />
        </>
      )}
      <label for="email">{texts.email}</label>
      <input
        id="email"
        name="email"
        type="email"
        autocomplete="email"
        maxLength={254}
        required
        aria-invalid={wrong !== ''}
        aria-describedby={wrong ? 'wrong' : undefined}
      />
      {wrong && (
        <p class="error" id="wrong" role="alert">
          {wrong}
        </p>
      )}
      {asksConsent && <Consent conversation={conversation} wrong={disagreed} />}
      <div class="row">
        <button class="main" aria-disabled={busy}>
          {ask === 'waiting' ? texts.save : texts.start}
        </button>
        {ask === 'waiting' && (
          <button type="button" class="link" onClick={() => conversation.skip()}>
            {texts.skip}
          </button>
        )}
      </div>
    </form>
  );
}
