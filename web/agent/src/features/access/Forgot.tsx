import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../../app/intl.js';
import { api } from '../../app/session.js';
import { TextField } from '../../components/fields.js';
import { failureOfAccess } from './failure.js';

/** Asks for a link to set a new password; nobody learns whether the address is known. */
export function Forgot({ start, onBack }: { start: string; onBack: () => void }) {
  const t = useT();
  const [email, setEmail] = useState(start);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const { mail } = await api.forgot(email.trim());
      setTold(t(mail ? 'forgot.mailed' : 'forgot.noMail'));
    } catch (error) {
      setTold(failureOfAccess(t, error));
    }
    setBusy(false);
  };
  return (
    <form className="card" onSubmit={(event) => void submit(event)}>
      <h1>{t('forgot.title')}</h1>
      {told ? (
        <p className="alert" role="status">
          {told}
        </p>
      ) : (
        <p className="help">{t('forgot.text')}</p>
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
      <Button type="submit" look="primary" busy={busy} className="wide">
        {t('forgot.button')}
      </Button>
      <Button look="quiet" onClick={onBack}>
        {t('join.toSignIn')}
      </Button>
    </form>
  );
}
