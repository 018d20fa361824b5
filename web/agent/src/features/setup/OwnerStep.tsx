import { Button } from '@balie/web-ui';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { useLocale, useT, type Translate } from '../../app/intl.js';
import { ApiError, api } from '../../app/session.js';
import { useSession } from '../../app/useSession.js';
import { PasswordField, TextField } from '../../components/fields.js';
import { LanguageSwitch } from '../access/LanguageSwitch.js';
import { strengthOf } from './strength.js';
import { Steps } from './Steps.js';
import '../../styles/pages.css';
import { at } from '../../lib/site.js';

const MIN_PASSWORD = 10;

function reason(t: Translate, error: unknown): { field: string | null; text: string } {
  if (!(error instanceof ApiError)) return { field: null, text: t('error.unknown') };
  if (error.code === 'BAD_CODE') return { field: 'code', text: t('setup.badCode') };
  if (error.status === 429) return { field: null, text: t('signIn.limit', { n: error.retryAfterSeconds ?? 60 }) };
  if (error.status === 0) return { field: null, text: t('error.network') };
  return { field: error.path.at(-1) ?? null, text: error.message || t('error.unknown') };
}

/** The first person of a new installation, who proves by the one-time code that the machine is his (S73). */
export function OwnerStep() {
  const t = useT();
  const { locale } = useLocale();
  const { refresh } = useSession();
  const navigate = useNavigate();
  const [form, setForm] = useState({ code: codeFromAddress(), name: '', email: '', password: '' });
  const [failed, setFailed] = useState<{ field: string | null; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const fromLink = useState(() => form.code !== '')[0];
  useEffect(() => {
    document.title = t('setup.title');
  }, [t]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailed(null);
    if (form.password.length < MIN_PASSWORD)
      return setFailed({ field: 'password', text: t('setup.passwordShort', { n: MIN_PASSWORD }) });
    setBusy(true);
    try {
      await api.makeOwner({
        ...form,
        code: form.code.trim(),
        locale,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      });
      await navigate({ to: '/setup', search: { code: undefined }, replace: true });
      await refresh();
    } catch (error) {
      setFailed(reason(t, error));
      if (error instanceof ApiError && error.status === 404) await refresh();
      setBusy(false);
    }
  };
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const errorOf = (field: string) => (failed?.field === field ? failed.text : null);
  return (
    <main className="access">
      <form className="card setup-card" onSubmit={(event) => void submit(event)} noValidate={false}>
        <img src={at('/favicon.svg')} alt="" width={40} height={40} />
        <Steps current={1} />
        <h1>{t('setup.owner.title')}</h1>
        <p className="help">{t('setup.owner.text')}</p>
        {failed && !['code', 'name', 'email', 'password'].includes(failed.field ?? '') && (
          <p className="alert" role="alert">
            {failed.text}
          </p>
        )}
        {(!fromLink || errorOf('code')) && (
          <TextField
            label={t('setup.code')}
            help={t('setup.codeHelp')}
            value={form.code}
            onChange={(code) => set({ code })}
            error={errorOf('code')}
            required
            autoComplete="one-time-code"
            spellCheck={false}
          />
        )}
        <TextField
          label={t('field.name')}
          value={form.name}
          onChange={(name) => set({ name })}
          error={errorOf('name')}
          required
          autoComplete="name"
          autoFocus
        />
        <TextField
          label={t('field.email')}
          type="email"
          value={form.email}
          onChange={(email) => set({ email })}
          error={errorOf('email')}
          required
          autoComplete="username"
        />
        <PasswordField
          label={t('field.password')}
          help={<Strength password={form.password} />}
          value={form.password}
          onChange={(password) => set({ password })}
          error={errorOf('password')}
          required
          minLength={MIN_PASSWORD}
          autoComplete="new-password"
        />
        <Button type="submit" look="primary" busy={busy} className="wide">
          {t('setup.owner.button')}
        </Button>
      </form>
      <LanguageSwitch />
    </main>
  );
}

const codeFromAddress = (): string => new URLSearchParams(location.search).get('code') ?? '';

function Strength({ password }: { password: string }) {
  const t = useT();
  if (password === '') return t('setup.passwordHelp', { n: MIN_PASSWORD });
  const strength = strengthOf(password);
  const words = (['setup.strength0', 'setup.strength1', 'setup.strength2', 'setup.strength3'] as const)[strength];
  return (
    <span className="strength">
      <meter min={0} max={3} low={1.5} high={2.5} optimum={3} value={strength} aria-hidden />
      <span role="status">{t(words)}</span>
    </span>
  );
}
