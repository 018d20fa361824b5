import { Button, Skeleton } from '@balie/web-ui';
import { useEffect, useState, type FormEvent } from 'react';
import { useT } from '../../app/intl.js';
import { api, type SignInStep } from '../../app/session.js';
import { useSession } from '../../app/useSession.js';
import { PasswordField } from '../../components/fields.js';
import { failureOfAccess } from './failure.js';
import { SecondStep } from './SecondStep.js';

/** What is left after the provider: the password once, to tie an account that was there already, and the second step. */
export function CompanyStep({ onBack }: { onBack: (failed: string | null) => void }) {
  const t = useT();
  const { refresh } = useSession();
  const [asked, setAsked] = useState<SignInStep | { step: 'PASSWORD' } | null>(null);
  const [password, setPassword] = useState<string>();
  useEffect(() => {
    api.finishSignIn({}).then(
      (next) => (next ? setAsked(next) : void refresh()),
      (error: unknown) => onBack(failureOfAccess(t, error)),
    );
    // Once: what it asks for does not change by itself.
  }, []);
  if (asked === null)
    return (
      <div className="card">
        <Skeleton label={t('loading')} lines={4} />
      </div>
    );
  if (asked.step === 'PASSWORD')
    return (
      <Confirm
        onDone={(given, next) => {
          setPassword(given);
          setAsked(next);
        }}
        onBack={() => onBack(null)}
      />
    );
  const known = password === undefined ? {} : { password };
  return <SecondStep start={asked} send={(code) => api.finishSignIn({ ...known, code })} onBack={() => onBack(null)} />;
}

interface ConfirmProps {
  /** The password was right, and a second step is still to come. */
  onDone: (password: string, next: SignInStep) => void;
  onBack: () => void;
}

function Confirm({ onDone, onBack }: ConfirmProps) {
  const t = useT();
  const { refresh } = useSession();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailed(null);
    try {
      const next = await api.finishSignIn({ password });
      if (!next) return await refresh();
      if (next.step !== 'PASSWORD') onDone(password, next);
    } catch (error) {
      setFailed(failureOfAccess(t, error));
      setBusy(false);
    }
  };
  return (
    <form className="card" onSubmit={(event) => void submit(event)}>
      <h1>{t('signIn.confirm')}</h1>
      {failed && (
        <p className="alert" role="alert">
          {failed}
        </p>
      )}
      <p className="help">{t('signIn.confirmText')}</p>
      <PasswordField
        label={t('field.password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        required
        autoFocus
      />
      <Button type="submit" look="primary" busy={busy} className="wide">
        {t('signIn.button')}
      </Button>
      <Button look="quiet" onClick={onBack}>
        {t('join.toSignIn')}
      </Button>
    </form>
  );
}
