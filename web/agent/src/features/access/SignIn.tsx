import { Button } from '@balie/web-ui';
import { lazy, Suspense, useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { inPart, useT } from '../../app/intl.js';
import { api, type SignInStep } from '../../app/session.js';
import { useSession } from '../../app/useSession.js';
import { failureOfAccess } from './failure.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import { PasswordField, TextField } from '../../components/fields.js';

const Forgot = lazy(() => import('./Forgot.js').then((module) => ({ default: module.Forgot })));
const SecondStep = inPart(
  'settings',
  lazy(() => import('./SecondStep.js').then((module) => ({ default: module.SecondStep }))),
);

/** Asks for e-mail and password. Managers and pasting work; the address that was asked for stays. */
export function SignIn() {
  const t = useT();
  const { refresh } = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [forgot, setForgot] = useState(false);
  const [step, setStep] = useState<SignInStep | null>(null);
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
      const next = await api.signIn(email.trim(), password);
      if (!next) return await refresh();
      setStep(next);
      setBusy(false);
    } catch (error) {
      setFailed(failureOfAccess(t, error));
      setBusy(false);
    }
  };
  if (step)
    return (
      <main className="access">
        <Suspense>
          <SecondStep email={email.trim()} password={password} start={step} onBack={() => setStep(null)} />
        </Suspense>
        <LanguageSwitch />
      </main>
    );
  if (forgot)
    return (
      <main className="access">
        <Suspense>
          <Forgot start={email} onBack={() => setForgot(false)} />
        </Suspense>
        <LanguageSwitch />
      </main>
    );
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
        <Button look="quiet" onClick={() => setForgot(true)}>
          {t('forgot.link')}
        </Button>
      </form>
      <LanguageSwitch />
    </main>
  );
}
