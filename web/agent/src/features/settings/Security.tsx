import { Button } from '@balie/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import { RequireSecondFactorDocument, SecondFactorDocument, SignOutEverybodyDocument } from '../../generated/settings.js';
import { PasswordForm } from './ProfileForms.js';
import { SecondFactor } from './SecondFactor.js';
import { Sessions } from './Sessions.js';
import { useRun } from './useRun.js';

const OwnAccounts = lazy(() => import('./sign-in/OwnAccounts.js').then((module) => ({ default: module.OwnAccounts })));
const Passkeys = lazy(() => import('./sign-in/Passkeys.js').then((module) => ({ default: module.Passkeys })));

/** How one comes in and where one is, and for admins what holds for everybody. */
export function Security() {
  const t = useT();
  const { isAdmin, viewer } = useShell();
  return (
    <>
      <section className="panel">
        <h2>{t('security.devices')}</h2>
        <Sessions />
      </section>
      <Suspense>
        <OwnAccounts />
        <Passkeys />
      </Suspense>
      <SecondFactor />
      <PasswordForm />
      {viewer.role === 'OWNER' && <Required />}
      {isAdmin && <Everybody />}
    </>
  );
}

/** Whether nobody comes in without a second step. */
function Required() {
  const t = useT();
  const { run, busy } = useRun();
  const [{ data }, again] = useQuery({ query: SecondFactorDocument });
  const required = data?.secondFactor.required ?? false;
  const set = async () => {
    const done = await run({
      document: RequireSecondFactorDocument,
      variables: { required: !required },
      problems: (answer) => answer.secondFactorRequire.userErrors,
    });
    if (!done) return;
    toast(t('saved'));
    again({ requestPolicy: 'network-only' });
  };
  return (
    <section className="panel">
      <h2>{t('second.requiredTitle')}</h2>
      <label className="check">
        <input type="checkbox" checked={required} disabled={busy || !data} onChange={() => void set()} />
        <span>{t('second.required')}</span>
      </label>
      <p className="help">{t('second.requiredHelp')}</p>
    </section>
  );
}

/** Signs the whole team out, after a question: for the day that somebody lost a laptop. */
function Everybody() {
  const t = useT();
  const { run, busy } = useRun();
  const [asking, setAsking] = useState(false);
  const signOut = async () => {
    const done = await run({
      document: SignOutEverybodyDocument,
      variables: {},
      problems: (answer) => answer.everybodySignOut.userErrors,
    });
    setAsking(false);
    if (done) toast(t('security.everybodyOut', { n: done.everybodySignOut.ended }));
  };
  return (
    <section className="panel">
      <h2>{t('security.everybody')}</h2>
      <p className="help">{t('security.everybodyHelp')}</p>
      <div className="row-actions">
        {asking ? (
          <>
            <Button look="danger" busy={busy} onClick={() => void signOut()}>
              {t('security.everybodyYes')}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
          </>
        ) : (
          <Button onClick={() => setAsking(true)}>{t('security.everybodyAsk')}</Button>
        )}
      </div>
    </section>
  );
}
