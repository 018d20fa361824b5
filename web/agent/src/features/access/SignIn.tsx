import { Button } from '@balie/web-ui';
import { lazy, Suspense, useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { inPart, useT, type TextKey } from '../../app/intl.js';
import { api, type SignInStep } from '../../app/session.js';
import { useSession } from '../../app/useSession.js';
import { failureOfAccess } from './failure.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import { PasswordField, TextField } from '../../components/fields.js';
import { at } from '../../lib/site.js';

const Forgot = lazy(() => import('./Forgot.js').then((module) => ({ default: module.Forgot })));
const SecondStep = inPart(
  'settings',
  lazy(() => import('./SecondStep.js').then((module) => ({ default: module.SecondStep }))),
);
const CompanyStep = inPart(
  'settings',
  lazy(() => import('./CompanyStep.js').then((module) => ({ default: module.CompanyStep }))),
);

/** How a way to the company's provider ended, as the server says it behind the #. */
const ENDS: Record<string, TextKey> = {
  cancelled: 'signIn.cancelled',
  failed: 'signIn.failed',
  refused: 'signIn.refused',
};
const endOf = (hash: string): string => /^#sign-in=([a-z]+)$/.exec(hash)?.[1] ?? '';

/** What the page shows: a form, or what comes after it. */
type Shown = { at: 'form' | 'forgot' | 'company' } | { at: 'step'; start: SignInStep };

/** Lets people in: by e-mail and password, or with the company's provider, and shows what comes after that. */
export function SignIn() {
  const t = useT();
  const [end] = useState(() => endOf(location.hash));
  const [shown, setShown] = useState<Shown>({ at: end === 'halfway' ? 'company' : 'form' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const ended = ENDS[end];
  const [failed, setFailed] = useState<string | null>(ended ? t(ended) : null);
  useEffect(() => {
    document.title = t('signIn.title');
  }, [t]);
  useEffect(() => {
    // Else it would be said again when the page is loaded again.
    if (end) history.replaceState(history.state, '', location.pathname + location.search);
  }, [end]);
  const back = (why: string | null = null) => {
    setFailed(why);
    setShown({ at: 'form' });
  };
  return (
    <main className="access">
      <Suspense>
        {shown.at === 'company' && <CompanyStep onBack={back} />}
        {shown.at === 'step' && (
          <SecondStep start={shown.start} send={(code) => api.signIn(email.trim(), password, code)} onBack={() => back()} />
        )}
        {shown.at === 'forgot' && <Forgot start={email} onBack={() => back()} />}
      </Suspense>
      {shown.at === 'form' && (
        <Card failed={failed} onFailed={setFailed}>
          <Password
            email={email}
            password={password}
            onEmail={setEmail}
            onPassword={setPassword}
            onFailed={setFailed}
            onStep={(start) => setShown({ at: 'step', start })}
            onForgot={() => setShown({ at: 'forgot' })}
          />
        </Card>
      )}
      <LanguageSwitch />
    </main>
  );
}

interface CardProps {
  failed: string | null;
  onFailed: (failed: string | null) => void;
  /** For a password. */
  children: ReactNode;
}

/** The ways in that there are. */
function Card({ failed, onFailed, children }: CardProps) {
  const t = useT();
  const { session } = useSession();
  const { passwords, provider, passkeys } = session.signIn;
  const others = provider !== null || passkeys;
  const alertId = useId();
  const alert = useRef<HTMLParagraphElement>(null);
  useEffect(() => alert.current?.focus(), [failed]);
  return (
    <div className="card" role="group" aria-describedby={failed ? alertId : undefined}>
      <img src={at('/favicon.svg')} alt="" width={40} height={40} />
      <h1>{t('signIn.title')}</h1>
      {failed && (
        <p id={alertId} ref={alert} className="alert" role="alert" tabIndex={-1}>
          {failed}
        </p>
      )}
      {provider && <Company text={provider} onFailed={onFailed} />}
      {passkeys && <Passkey onFailed={onFailed} />}
      {others && passwords && <p className="or">{t('signIn.or')}</p>}
      {passwords && children}
    </div>
  );
}

/** Leads to the provider, and back to the screen that was asked for. */
function Company({ text, onFailed }: { text: string; onFailed: (failed: string | null) => void }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    onFailed(null);
    try {
      const { url } = await api.beginSignIn(location.pathname + location.search);
      location.assign(url);
    } catch (error) {
      onFailed(failureOfAccess(t, error));
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} className="wide" onClick={() => void go()}>
      {text}
    </Button>
  );
}

/** Asks the device for a passkey; whose it is, the passkey says. */
function Passkey({ onFailed }: { onFailed: (failed: string | null) => void }) {
  const t = useT();
  const { refresh } = useSession();
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    onFailed(null);
    try {
      const { signInWithPasskey } = await import('./passkey.js');
      if (await signInWithPasskey()) return await refresh();
      onFailed(t('signIn.noPasskey'));
    } catch (error) {
      onFailed(failureOfAccess(t, error));
    }
    setBusy(false);
  };
  return (
    <Button busy={busy} className="wide" onClick={() => void go()}>
      {t('signIn.passkey')}
    </Button>
  );
}

interface PasswordProps {
  email: string;
  password: string;
  onEmail: (email: string) => void;
  onPassword: (password: string) => void;
  onFailed: (failed: string | null) => void;
  onStep: (step: SignInStep) => void;
  onForgot: () => void;
}

/** Asks for e-mail and password. Managers and pasting work; the address that was asked for stays. */
function Password({ email, password, onEmail, onPassword, onFailed, onStep, onForgot }: PasswordProps) {
  const t = useT();
  const { refresh } = useSession();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    onFailed(null);
    try {
      const next = await api.signIn(email.trim(), password);
      if (!next) return await refresh();
      onStep(next);
    } catch (error) {
      onFailed(failureOfAccess(t, error));
      setBusy(false);
    }
  };
  return (
    <form className="card-form" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('field.email')}
        type="email"
        autoComplete="username"
        value={email}
        onChange={onEmail}
        required
        autoFocus
      />
      <PasswordField
        label={t('field.password')}
        autoComplete="current-password"
        value={password}
        onChange={onPassword}
        required
      />
      <Button type="submit" look="primary" busy={busy} className="wide">
        {t(busy ? 'signIn.busy' : 'signIn.button')}
      </Button>
      <Button look="quiet" onClick={onForgot}>
        {t('forgot.link')}
      </Button>
    </form>
  );
}
