import { Button } from '@balie/web-ui';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useT, type Translate } from '../../app/intl.js';
import { ApiError, api } from '../../app/session.js';
import { useSession } from '../../app/useSession.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import { PasswordField, TextField } from '../../components/fields.js';

function reason(t: Translate, error: unknown): string {
  if (!(error instanceof ApiError)) return t('error.unknown');
  if (error.code === 'BAD_CREDENTIALS') return t('signIn.bad');
  if (error.status === 429) return t('signIn.limit', { n: error.retryAfterSeconds ?? 60 });
  return error.status === 0 ? t('error.network') : error.message || t('error.unknown');
}

/** Asks for e-mail and password. Managers and pasting work; the address that was asked for stays. */
export function SignIn() {
  const t = useT();
  const { refresh } = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const alertId = useId();
  const alert = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    document.title = t('signIn.title');
  }, [t]);
  useEffect(() => alert.current?.focus(), [failed]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailed(null);
    try {
      await api.signIn(email.trim(), password);
      await refresh();
    } catch (error) {
      setFailed(reason(t, error));
      setBusy(false);
    }
  };
  return (
    <main className="access">
      <form className="card" onSubmit={(event) => void submit(event)} aria-describedby={failed ? alertId : undefined}>
        <img src="/favicon.svg" alt="" width={40} height={40} />
        <h1>{t('signIn.title')}</h1>
        {failed && (
          <p id={alertId} ref={alert} className="alert" role="alert" tabIndex={-1}>
            {failed}
          </p>
        )}
        <TextField
          label={t('field.email')}
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          required
          autoFocus
        />
        <PasswordField
          label={t('field.password')}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          required
        />
        <Button type="submit" look="primary" busy={busy} className="wide">
          {t(busy ? 'signIn.busy' : 'signIn.button')}
        </Button>
      </form>
      <LanguageSwitch />
    </main>
  );
}
