import { Button, Skeleton } from '@balie/web-ui';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { useLocale, useT } from '../../app/intl.js';
import { ApiError, api, type LinkView } from '../../app/session.js';
import { useSession } from '../../app/useSession.js';
import { PasswordField, TextField } from '../../components/fields.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import { failureOfAccess } from './failure.js';
import { at } from '../../lib/site.js';

const MIN_PASSWORD = 10;

/** The form behind a link: who was invited chooses name and password, who lost his password a new one. */
export function Join() {
  const t = useT();
  const [secret] = useState(() => location.hash.slice(1));
  const [view, setView] = useState<LinkView | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    // The secret is of no use to who looks over a shoulder, or into the history.
    history.replaceState(history.state, '', location.pathname);
    api.lookAtLink(secret).then(setView, (error: unknown) => setFailed(failureOfAccess(t, error)));
  }, [secret, t]);
  useEffect(() => {
    document.title = t('join.tab');
  }, [t]);
  return (
    <main className="access">
      {view ? <Form view={view} secret={secret} /> : <Waiting failed={failed} />}
      <LanguageSwitch />
    </main>
  );
}

function Waiting({ failed }: { failed: string | null }) {
  const t = useT();
  if (failed === null)
    return (
      <div className="card">
        <Skeleton label={t('loading')} lines={4} />
      </div>
    );
  return (
    <div className="card">
      <img src={at('/favicon.svg')} alt="" width={40} height={40} />
      <h1>{t('join.gone')}</h1>
      <p className="alert" role="alert">
        {failed}
      </p>
      <a className="btn" href={at('/')}>
        {t('join.toSignIn')}
      </a>
    </div>
  );
}

function Form({ view, secret }: { view: LinkView; secret: string }) {
  const t = useT();
  const { locale } = useLocale();
  const { refresh } = useSession();
  const navigate = useNavigate();
  const joins = view.purpose === 'INVITE';
  const [name, setName] = useState(view.name);
  const [password, setPassword] = useState('');
  const [failed, setFailed] = useState<{ field: string | null; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailed(null);
    if ([...password].length < MIN_PASSWORD)
      return setFailed({ field: 'password', text: t('setup.passwordShort', { n: MIN_PASSWORD }) });
    setBusy(true);
    try {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      await api.useLink({ secret, password, ...(joins ? { name, locale, timeZone } : {}) });
      await navigate({ to: '/', replace: true });
      await refresh();
    } catch (error) {
      setFailed({ field: error instanceof ApiError ? (error.path.at(-1) ?? null) : null, text: failureOfAccess(t, error) });
      setBusy(false);
    }
  };
  const errorOf = (field: string) => (failed?.field === field ? failed.text : null);
  return (
    <form className="card" onSubmit={(event) => void submit(event)}>
      <img src={at('/favicon.svg')} alt="" width={40} height={40} />
      <h1>{joins ? t('join.title', { workspace: view.workspace }) : t('join.resetTitle')}</h1>
      <p className="help">{t(joins ? 'join.text' : 'join.resetText', { email: view.email })}</p>
      {failed && !['name', 'password'].includes(failed.field ?? '') && (
        <p className="alert" role="alert">
          {failed.text}
        </p>
      )}
      <input type="hidden" name="username" autoComplete="username" value={view.email} readOnly />
      {joins && (
        <TextField
          label={t('field.name')}
          value={name}
          onChange={setName}
          error={errorOf('name')}
          required
          maxLength={120}
          autoComplete="name"
          autoFocus
        />
      )}
      <PasswordField
        label={t('join.password')}
        help={t('setup.passwordHelp', { n: MIN_PASSWORD })}
        value={password}
        onChange={setPassword}
        error={errorOf('password')}
        required
        minLength={MIN_PASSWORD}
        autoComplete="new-password"
        autoFocus={!joins}
      />
      <Button type="submit" look="primary" busy={busy} className="wide">
        {t(joins ? 'join.button' : 'join.resetButton')}
      </Button>
    </form>
  );
}
