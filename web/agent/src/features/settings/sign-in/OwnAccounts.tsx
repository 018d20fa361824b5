import { Button } from '@balie/web-ui';
import { useQuery } from 'urql';
import { useT } from '../../../app/intl.js';
import { toast } from '../../../app/toasts.js';
import { RemoveSignInIdentityDocument, SignInIdentitiesDocument } from '../../../generated/sign-in.js';
import { useTimes } from '../../../lib/useTimes.js';
import { useRun } from '../useRun.js';

/** The accounts of a provider with which one signs in oneself; nothing where there are none. */
export function OwnAccounts() {
  const t = useT();
  const times = useTimes();
  const { run, busy } = useRun();
  const [{ data }, again] = useQuery({ query: SignInIdentitiesDocument, requestPolicy: 'cache-and-network' });
  const untie = async (id: string) => {
    const done = await run({
      document: RemoveSignInIdentityDocument,
      variables: { id },
      problems: (answer) => answer.signInIdentityRemove.userErrors,
    });
    if (!done) return;
    toast(t('company.untied'));
    again({ requestPolicy: 'network-only' });
  };
  if (!data || data.signInIdentities.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('company.own')}</h2>
      <ul className="lines">
        {data.signInIdentities.map(({ id, issuer, email, lastUsedAt }) => (
          <li key={id}>
            <div className="line-text">
              <b>{email ?? new URL(issuer).host}</b>
              <p className="meta">
                {new URL(issuer).host} · {t('session.seen', { time: times.short(lastUsedAt) })}
              </p>
            </div>
            <Button busy={busy} onClick={() => void untie(id)}>
              {t('company.untie')}
              <span className="vh"> {email ?? new URL(issuer).host}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
