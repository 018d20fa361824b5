import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../../app/intl.js';
import { toast } from '../../../app/toasts.js';
import { TextField } from '../../../components/fields.js';
import { SecondFactorDocument } from '../../../generated/settings.js';
import {
  PasskeysDocument,
  RemovePasskeyDocument,
  RenamePasskeyDocument,
  type PasskeysQuery,
} from '../../../generated/sign-in.js';
import { useTimes } from '../../../lib/useTimes.js';
import { useRun } from '../useRun.js';
import { NewPasskey } from './NewPasskey.js';

type Passkey = PasskeysQuery['passkeys']['passkeys'][number];

/** One's own passkeys: made, named and removed. Nothing where the instance has no address for them and there are none. */
export function Passkeys() {
  const t = useT();
  const [{ data }, again] = useQuery({ query: PasskeysDocument, requestPolicy: 'cache-and-network' });
  const [{ data: second }] = useQuery({ query: SecondFactorDocument });
  const [adding, setAdding] = useState(false);
  const refresh = () => again({ requestPolicy: 'network-only' });
  if (!data || (!data.passkeys.available && data.passkeys.passkeys.length === 0)) return null;
  const { available, passkeys } = data.passkeys;
  return (
    <section className="panel">
      <h2>{t('passkey.panel')}</h2>
      <p className="help">{t('passkey.help')}</p>
      {passkeys.length > 0 && (
        <ul className="lines" aria-label={t('passkey.panel')}>
          {passkeys.map((passkey) => (
            <Line key={passkey.id} passkey={passkey} onChanged={refresh} />
          ))}
        </ul>
      )}
      {adding ? (
        <NewPasskey
          wantsCode={second?.secondFactor.on ?? false}
          onDone={(added) => {
            setAdding(false);
            if (added) refresh();
          }}
        />
      ) : (
        available && (
          <div className="row-actions">
            <Button onClick={() => setAdding(true)}>{t('passkey.add')}</Button>
          </div>
        )
      )}
    </section>
  );
}

function Line({ passkey, onChanged }: { passkey: Passkey; onChanged: () => void }) {
  const t = useT();
  const times = useTimes();
  const { run, busy } = useRun();
  const [name, setName] = useState<string | null>(null);
  const { id, lastUsedAt, createdAt } = passkey;
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run({
      document: RenamePasskeyDocument,
      variables: { id, name: name ?? '' },
      problems: (answer) => answer.passkeyRename.userErrors,
    });
    if (!done) return;
    setName(null);
    onChanged();
  };
  const remove = async () => {
    const done = await run({
      document: RemovePasskeyDocument,
      variables: { id },
      problems: (answer) => answer.passkeyRemove.userErrors,
    });
    if (done) toast(t('passkey.removed'));
    onChanged();
  };
  if (name !== null)
    return (
      <li>
        <form className="code-form" onSubmit={(event) => void rename(event)}>
          <TextField label={t('passkey.name')} value={name} onChange={setName} required maxLength={60} autoFocus />
          <div className="row-actions">
            <Button type="submit" look="primary" busy={busy}>
              {t('save')}
            </Button>
            <Button look="quiet" onClick={() => setName(null)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      </li>
    );
  const about = <span className="vh"> {passkey.name}</span>;
  return (
    <li>
      <div className="line-text">
        <b>{passkey.name}</b>
        <p className="meta">
          {lastUsedAt ? t('passkey.used', { time: times.short(lastUsedAt) }) : t('passkey.made', { time: times.day(createdAt) })}
        </p>
      </div>
      <Button busy={busy} onClick={() => setName(passkey.name)}>
        {t('passkey.rename')}
        {about}
      </Button>
      <Button look="danger" busy={busy} onClick={() => void remove()}>
        {t('passkey.remove')}
        {about}
      </Button>
    </li>
  );
}
