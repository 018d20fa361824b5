import { useQuery } from 'urql';
import { useT } from '../../../app/intl.js';
import { useShell } from '../../../app/ShellProvider.js';
import { toast } from '../../../app/toasts.js';
import { AllowPasswordSignInDocument, SignInSettingsNowDocument, type SignInStateFragment } from '../../../generated/sign-in.js';
import { Loaded } from '../Loaded.js';
import { useRun } from '../useRun.js';
import { ProviderForm } from './ProviderForm.js';

/** With which provider people sign in, and whether they may still use a password; for owners (N9). */
export function CompanySignIn() {
  const t = useT();
  const { viewer } = useShell();
  if (viewer.role !== 'OWNER') return <p className="help">{t('company.ownersOnly')}</p>;
  return <Settings />;
}

function Settings() {
  const [{ data, error }, again] = useQuery({ query: SignInSettingsNowDocument, requestPolicy: 'cache-and-network' });
  const refresh = () => again({ requestPolicy: 'network-only' });
  const settings = data?.signInSettings;
  return (
    <Loaded ready={settings !== undefined} error={error} onRetry={refresh}>
      {settings && (
        <>
          <ProviderForm key={settings.provider?.version ?? 0} settings={settings} onChanged={refresh} />
          <Passwords settings={settings} onChanged={refresh} />
        </>
      )}
    </Loaded>
  );
}

function Passwords({ settings, onChanged }: { settings: SignInStateFragment; onChanged: () => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const { passwordsAllowed, provider, viewerUsedProvider } = settings;
  const ready = provider?.active && viewerUsedProvider;
  const set = async () => {
    const done = await run({
      document: AllowPasswordSignInDocument,
      variables: { allowed: !passwordsAllowed },
      problems: (answer) => answer.passwordSignInAllow.userErrors,
    });
    if (done) toast(t('saved'));
    onChanged();
  };
  return (
    <section className="panel">
      <h2>{t('company.passwords')}</h2>
      <label className="check">
        <input
          type="checkbox"
          checked={passwordsAllowed}
          disabled={busy || (passwordsAllowed && !ready)}
          onChange={() => void set()}
        />
        <span>{t('company.passwordsAllowed')}</span>
      </label>
      <p className="help">{t(passwordsAllowed && !ready ? 'company.passwordsFirst' : 'company.passwordsHelp')}</p>
    </section>
  );
}
