import { Button } from '@balie/web-ui';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useT } from '../../app/intl.js';
import type { SignInStep } from '../../app/session.js';
import { useSession } from '../../app/useSession.js';
import { TextField } from '../../components/fields.js';
import { failureOfAccess } from './failure.js';
import { NewKey } from './NewKey.js';
import { RecoveryCodes } from './RecoveryCodes.js';
import '../../styles/pages.css';

interface StepProps {
  /** What the server asked for. */
  start: SignInStep;
  send: (code: string) => Promise<SignInStep | { step: 'PASSWORD' } | null>;
  onBack: () => void;
}

/** The second step of signing in: its code, or, where everybody needs one, how to make it. */
export function SecondStep({ start, send, onBack }: StepProps) {
  const t = useT();
  const { refresh } = useSession();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const alert = useRef<HTMLParagraphElement>(null);
  useEffect(() => alert.current?.focus(), [failed]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailed(null);
    try {
      const next = await send(code);
      if (next?.step === 'DONE') return setCodes(next.recoveryCodes);
      await refresh();
    } catch (error) {
      setFailed(failureOfAccess(t, error));
      setBusy(false);
    }
  };
  if (codes)
    return (
      <div className="card wide-card">
        <h1>{t('second.codes')}</h1>
        <RecoveryCodes codes={codes} onKept={() => void refresh()} />
      </div>
    );
  const makes = start.step === 'SET_UP';
  return (
    <form className={makes ? 'card wide-card' : 'card'} onSubmit={(event) => void submit(event)}>
      <h1>{t(makes ? 'second.setUp' : 'second.title')}</h1>
      {failed && (
        <p ref={alert} className="alert" role="alert" tabIndex={-1}>
          {failed}
        </p>
      )}
      <p className="help">{t(makes ? 'second.needed' : 'second.text')}</p>
      {makes && <NewKey secret={start.key} uri={start.uri} />}
      <TextField
        label={t('second.code')}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        inputMode={makes ? 'numeric' : 'text'}
        spellCheck={false}
        maxLength={64}
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
