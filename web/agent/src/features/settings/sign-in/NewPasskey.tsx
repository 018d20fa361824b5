import { Button } from '@balie/web-ui';
import { startRegistration, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { useState, type FormEvent } from 'react';
import { useT } from '../../../app/intl.js';
import { toast } from '../../../app/toasts.js';
import { PasswordField, TextField } from '../../../components/fields.js';
import { AddPasskeyDocument, BeginPasskeyDocument } from '../../../generated/sign-in.js';
import { deviceOf } from '../../../lib/device.js';
import { useRun } from '../useRun.js';

interface NewProps {
  /** One has a second step, of which a code is shown, too. */
  wantsCode: boolean;
  onDone: (added: boolean) => void;
}

/** Asks for what one signs in with, then for a key of the device. */
export function NewPasskey({ wantsCode, onDone }: NewProps) {
  const t = useT();
  const { run, busy } = useRun();
  const [name, setName] = useState(() => deviceOf(navigator.userAgent) ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const begun = await run({
      document: BeginPasskeyDocument,
      variables: { password, code: wantsCode ? code : null },
      problems: (answer) => answer.passkeyBegin.userErrors,
    });
    const { ticket, options } = begun?.passkeyBegin ?? {};
    if (!ticket || !options) return;
    const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
    const response = await startRegistration({ optionsJSON }).catch(() => null);
    if (!response) {
      toast(t('passkey.notMade'), undefined, 'bad');
      return;
    }
    const done = await run({
      document: AddPasskeyDocument,
      variables: { input: { ticket, response, name } },
      problems: (answer) => answer.passkeyAdd.userErrors,
    });
    if (!done) return;
    toast(t('passkey.added'));
    onDone(true);
  };
  return (
    <form className="code-form" onSubmit={(event) => void add(event)}>
      <TextField label={t('passkey.name')} value={name} onChange={setName} required maxLength={60} autoFocus />
      <PasswordField
        label={t('second.password')}
        help={t('passkey.passwordHelp')}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      {wantsCode && (
        <TextField
          label={t('second.code')}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={64}
          required
        />
      )}
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('passkey.make')}
        </Button>
        <Button look="quiet" onClick={() => onDone(false)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
