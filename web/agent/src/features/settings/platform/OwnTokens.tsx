import { Button } from '@balie/web-ui';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../../app/intl.js';
import { toast } from '../../../app/toasts.js';
import { OwnTokensDocument, RevokeOwnTokenDocument, type OwnTokenLineFragment } from '../../../generated/platform.js';
import { now } from '../../../lib/clock.js';
import { useTimes } from '../../../lib/useTimes.js';
import { Loaded } from '../Loaded.js';
import { useRun } from '../useRun.js';
import { DeprecatedUses } from './DeprecatedUses.js';
import { NewOwnToken } from './NewOwnToken.js';
import { SecretShown } from './SecretShown.js';
import '../../../styles/platform.css';

/** One's own tokens: what they may, until when, and when they were used last (N23). */
export function OwnTokens() {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: OwnTokensDocument, requestPolicy: 'cache-and-network' });
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  const refresh = () => again({ requestPolicy: 'network-only' });
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
      {made && (
        <SecretShown
          title={t('ownToken.made', { name: made.name })}
          label={t('ownToken.secret')}
          help={t('token.once')}
          secret={made.secret}
          onClose={() => setMade(null)}
        />
      )}
      {data?.personalTokens.length === 0 ? (
        <p className="meta">{t('ownToken.none')}</p>
      ) : (
        <ul className="lines" aria-label={t('ownToken.page')}>
          {data?.personalTokens.map((token) => (
            <Line key={token.id} token={token} onRevoked={refresh} />
          ))}
        </ul>
      )}
      <NewOwnToken
        onMade={(name, secret) => {
          setMade({ name, secret });
          refresh();
        }}
      />
    </Loaded>
  );
}

/** A token, and a question before it is revoked: the program that uses it stops at once. */
function Line({ token, onRevoked }: { token: OwnTokenLineFragment; onRevoked: () => void }) {
  const t = useT();
  const times = useTimes();
  const { run, busy } = useRun();
  const [asking, setAsking] = useState(false);
  const over = token.expiresAt !== null && new Date(token.expiresAt).getTime() <= now();
  const until = token.expiresAt ? t(over ? 'ownToken.over' : 'ownToken.until', { date: times.date(token.expiresAt) }) : '';
  const revoke = async () => {
    const done = await run({
      document: RevokeOwnTokenDocument,
      variables: { id: token.id },
      problems: (answer) => answer.personalTokenRevoke.userErrors,
    });
    setAsking(false);
    if (!done) return;
    toast(t('ownToken.revoked', { name: token.name }));
    onRevoked();
  };
  return (
    <li>
      <div className="line-text">
        <b>{token.name}</b>
        <p className="meta">{token.scopes.map((scope) => t(`scope.${scope}`)).join(', ')}</p>
        <p className={over ? 'meta over' : 'meta'}>
          {[
            until || t('ownToken.endless'),
            token.lastUsedAt ? t('token.used', { time: times.short(token.lastUsedAt) }) : t('token.unused'),
          ].join(' · ')}
        </p>
        <DeprecatedUses uses={token.deprecatedUses} />
      </div>
      {asking ? (
        <span className="row-actions">
          <Button look="danger" busy={busy} onClick={() => void revoke()} autoFocus>
            {t('ownToken.revokeYes')}
          </Button>
          <Button look="quiet" onClick={() => setAsking(false)}>
            {t('cancel')}
          </Button>
        </span>
      ) : (
        <Button onClick={() => setAsking(true)}>
          {t('token.revoke')}
          <span className="vh"> {token.name}</span>
        </Button>
      )}
    </li>
  );
}
