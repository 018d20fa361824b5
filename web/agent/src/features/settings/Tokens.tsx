import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { TextField } from '../../components/fields.js';
import type { Scope } from '../../generated/graphql.js';
import { CreateTokenDocument, RevokeTokenDocument, TokensDocument } from '../../generated/settings.js';
import { useTimes } from '../../lib/useTimes.js';
import { Loaded } from './Loaded.js';
import { DeprecatedUses } from './platform/DeprecatedUses.js';
import { SCOPES } from './scopes.js';
import { useRun } from './useRun.js';

/** Keys for other programs; a secret is shown once and never again. */
export function Tokens() {
  const t = useT();
  const times = useTimes();
  const { run, busy } = useRun();
  const [{ data, error }, again] = useQuery({ query: TokensDocument, requestPolicy: 'cache-and-network' });
  const refresh = () => again({ requestPolicy: 'network-only' });
  const revoke = async (id: string) => {
    const done = await run({
      document: RevokeTokenDocument,
      variables: { id },
      problems: (answer) => answer.apiTokenRevoke.userErrors,
    });
    if (done) refresh();
  };
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
      {data && data.apiTokens.length > 0 && (
        <ul className="lines">
          {data.apiTokens.map((token) => (
            <li key={token.id}>
              <div className="line-text">
                <b>{token.name}</b>
                <p className="meta">{token.scopes.map((scope) => t(SCOPES[scope])).join(', ')}</p>
                <p className="meta">
                  {token.lastUsedAt ? t('token.used', { time: times.short(token.lastUsedAt) }) : t('token.unused')}
                </p>
                <DeprecatedUses uses={token.deprecatedUses} />
              </div>
              <Button look="danger" busy={busy} onClick={() => void revoke(token.id)}>
                {t('token.revoke')}
                <span className="vh"> {token.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <NewToken onMade={refresh} />
    </Loaded>
  );
}

function NewToken({ onMade }: { onMade: () => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['CONVERSATIONS_READ']);
  const [secret, setSecret] = useState<string | null>(null);
  const toggle = (scope: Scope) => setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await run({
      document: CreateTokenDocument,
      variables: { name, scopes: [...scopes] },
      problems: (data) => data.apiTokenCreate.userErrors,
    });
    if (!answer) return;
    setSecret(answer.apiTokenCreate.token);
    setName('');
    onMade();
  };
  const copy = () => {
    void navigator.clipboard.writeText(secret ?? '');
    toast(t('copied'));
  };
  return (
    <form className="panel" onSubmit={(event) => void submit(event)}>
      <h2>{t('token.create')}</h2>
      {secret && (
        <div role="status">
          <p>{t('token.once')}</p>
          <div className="secret-once">
            <code>{secret}</code>
            <Button onClick={copy}>{t('copy')}</Button>
          </div>
        </div>
      )}
      <TextField label={t('token.name')} help={t('token.nameHelp')} value={name} onChange={setName} required />
      <fieldset className="group">
        <legend>{t('token.scopes')}</legend>
        {(Object.keys(SCOPES) as Scope[]).map((scope) => (
          <label key={scope} className="choice">
            <input type="checkbox" checked={scopes.includes(scope)} onChange={() => toggle(scope)} />
            <span>{t(SCOPES[scope])}</span>
          </label>
        ))}
      </fieldset>
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy} disabled={scopes.length === 0}>
          {t('token.create')}
        </Button>
      </div>
    </form>
  );
}
