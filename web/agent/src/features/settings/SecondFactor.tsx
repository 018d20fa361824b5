import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { PasswordField, TextField } from '../../components/fields.js';
import {
  BeginSecondFactorDocument,
  ConfirmSecondFactorDocument,
  RemoveSecondFactorDocument,
  RenewRecoveryCodesDocument,
  SecondFactorDocument,
} from '../../generated/settings.js';
import { useTimes } from '../../lib/useTimes.js';
import { NewKey } from '../access/NewKey.js';
import { RecoveryCodes } from '../access/RecoveryCodes.js';
import { Loaded } from './Loaded.js';
import { useRun } from './useRun.js';

/** One's own second step: made, renewed and taken away. */
export function SecondFactor() {
  const t = useT();
  const times = useTimes();
  const [{ data, error }, again] = useQuery({ query: SecondFactorDocument, requestPolicy: 'cache-and-network' });
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const state = data?.secondFactor;
  const refresh = () => again({ requestPolicy: 'network-only' });
  const made = (next: readonly string[]) => {
    setCodes(next);
    refresh();
  };
  const since = state?.since ? times.day(state.since) : '';
  return (
    <section className="panel">
      <h2>{t('second.panel')}</h2>
      <p className="help">{t('second.help')}</p>
      <Loaded ready={state !== undefined} error={error} onRetry={refresh}>
        {state?.on && <p>{t('second.on', { since, n: state.recoveryCodesLeft })}</p>}
        {codes ? (
          <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
        ) : state?.on ? (
          <Change required={state.required} onCodes={made} onOff={refresh} />
        ) : (
          <SetUp onDone={made} />
        )}
      </Loaded>
    </section>
  );
}

/** Asks for the password, shows the key, and asks for a first code of it. */
function SetUp({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const [password, setPassword] = useState<string | null>(null);
  const [made, setMade] = useState<{ key: string; uri: string } | null>(null);
  const [code, setCode] = useState('');
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const variables = { password: password ?? '' };
    const done = await run({
      document: BeginSecondFactorDocument,
      variables,
      problems: (answer) => answer.secondFactorBegin.userErrors,
    });
    const { key, uri } = done?.secondFactorBegin ?? {};
    if (key && uri) setMade({ key, uri });
  };
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run({
      document: ConfirmSecondFactorDocument,
      variables: { code },
      problems: (answer) => answer.secondFactorConfirm.userErrors,
    });
    if (done?.secondFactorConfirm.recoveryCodes) onDone(done.secondFactorConfirm.recoveryCodes);
  };
  if (password === null)
    return (
      <div className="row-actions">
        <Button onClick={() => setPassword('')}>{t('second.start')}</Button>
      </div>
    );
  if (!made)
    return (
      <form className="code-form" onSubmit={(event) => void begin(event)}>
        <PasswordField
          label={t('second.password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          required
          autoFocus
        />
        <Buttons yes={t('second.goOn')} busy={busy} onCancel={() => setPassword(null)} />
      </form>
    );
  return (
    <form className="code-form" onSubmit={(event) => void confirm(event)}>
      <NewKey secret={made.key} uri={made.uri} />
      <CodeField value={code} onChange={setCode} />
      <Buttons yes={t('second.turnOn')} busy={busy} onCancel={() => setPassword(null)} />
    </form>
  );
}

interface ChangeProps {
  required: boolean;
  onCodes: (codes: readonly string[]) => void;
  onOff: () => void;
}

/** New recovery codes, or none at all any more; each asks for a code first. */
function Change({ required, onCodes, onOff }: ChangeProps) {
  const t = useT();
  const { run, busy } = useRun();
  const [wanted, setWanted] = useState<'codes' | 'off' | null>(null);
  const [code, setCode] = useState('');
  const renew = async () => {
    const done = await run({
      document: RenewRecoveryCodesDocument,
      variables: { code },
      problems: (answer) => answer.recoveryCodesRenew.userErrors,
    });
    if (done?.recoveryCodesRenew.recoveryCodes) onCodes(done.recoveryCodesRenew.recoveryCodes);
  };
  const remove = async () => {
    const done = await run({
      document: RemoveSecondFactorDocument,
      variables: { code },
      problems: (answer) => answer.secondFactorRemove.userErrors,
    });
    if (!done) return;
    toast(t('second.isOff'));
    onOff();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void (wanted === 'off' ? remove() : renew());
  };
  if (wanted)
    return (
      <form className="code-form" onSubmit={submit}>
        <CodeField value={code} onChange={setCode} />
        <Buttons
          yes={t(wanted === 'off' ? 'second.turnOff' : 'second.renew')}
          danger={wanted === 'off'}
          busy={busy}
          onCancel={() => setWanted(null)}
        />
      </form>
    );
  return (
    <div className="row-actions">
      <Button onClick={() => setWanted('codes')}>{t('second.renew')}</Button>
      {required ? (
        <span className="meta">{t('second.everybodyNeeds')}</span>
      ) : (
        <Button look="danger" onClick={() => setWanted('off')}>
          {t('second.turnOff')}
        </Button>
      )}
    </div>
  );
}

function CodeField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useT();
  return (
    <TextField
      label={t('second.code')}
      value={value}
      onChange={onChange}
      autoComplete="one-time-code"
      spellCheck={false}
      maxLength={64}
      required
      autoFocus
    />
  );
}

interface ButtonsProps {
  yes: string;
  danger?: boolean;
  busy: boolean;
  onCancel: () => void;
}

function Buttons({ yes, danger = false, busy, onCancel }: ButtonsProps) {
  const t = useT();
  return (
    <div className="row-actions">
      <Button type="submit" look={danger ? 'danger' : 'primary'} busy={busy}>
        {yes}
      </Button>
      <Button look="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
