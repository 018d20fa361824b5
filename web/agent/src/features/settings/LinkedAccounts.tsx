import { Button } from '@balie/web-ui';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import {
  AccountOfferDocument,
  LinkAccountDocument,
  LinkedAccountsDocument,
  UnlinkAccountDocument,
} from '../../generated/settings.js';
import { useRun } from './useRun.js';

/** What the address of the page offers. */
function offerOfAddress(): string | null {
  return new URL(window.location.href).searchParams.get('link');
}

/** Accounts elsewhere that are one's own; a plugin's link (`?link=`) asks about one more. */
export function LinkedAccounts() {
  const t = useT();
  const { run, busy } = useRun();
  const [offer, setOffer] = useState(offerOfAddress);
  const [{ data }, again] = useQuery({ query: LinkedAccountsDocument, requestPolicy: 'cache-and-network' });
  const refresh = () => again({ requestPolicy: 'network-only' });
  const answered = () => {
    setOffer(null);
    window.history.replaceState(window.history.state, '', window.location.pathname);
    refresh();
  };
  const unlink = async (id: string) => {
    const done = await run({
      document: UnlinkAccountDocument,
      variables: { id },
      problems: (one) => one.accountUnlink.userErrors,
    });
    if (done) refresh();
  };
  const accounts = data?.linkedAccounts ?? [];
  return (
    <>
      {offer !== null && <Offer offer={offer} onAnswered={answered} />}
      <section className="panel">
        <h2>{t('linked.title')}</h2>
        <p className="help">{accounts.length > 0 ? t('linked.text') : t('linked.none')}</p>
        {accounts.length > 0 && (
          <ul className="lines">
            {accounts.map(({ id, name, through }) => (
              <li key={id}>
                <div className="line-text">
                  <b>{name}</b>
                  <p className="meta">{t('linked.through', { name: through })}</p>
                </div>
                <Button look="danger" busy={busy} onClick={() => void unlink(id)}>
                  {t('linked.unlink')}
                  <span className="vh"> {name}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Offer({ offer, onAnswered }: { offer: string; onAnswered: () => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const [{ data, fetching }] = useQuery({ query: AccountOfferDocument, variables: { offer } });
  const accept = async () => {
    const done = await run({
      document: LinkAccountDocument,
      variables: { offer },
      problems: (one) => one.accountLink.userErrors,
    });
    if (!done) return;
    toast(t('linked.done'));
    onAnswered();
  };
  if (fetching) return null;
  const offered = data?.accountOffer;
  if (!offered)
    return (
      <section className="panel" role="alert">
        <p>{t('linked.over')}</p>
      </section>
    );
  return (
    <section className="panel">
      <h2>{t('linked.question', { name: offered.name })}</h2>
      <p>{t('linked.questionText', { name: offered.name, through: offered.through })}</p>
      <div className="row-actions">
        <Button look="primary" busy={busy} onClick={() => void accept()}>
          {t('linked.yes')}
        </Button>
        <Button onClick={onAnswered}>{t('linked.no')}</Button>
      </div>
    </section>
  );
}
