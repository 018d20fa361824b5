import { Button } from '@balie/web-ui';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useState, useSyncExternalStore } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { useSession } from '../../app/useSession.js';
import { toast } from '../../app/toasts.js';
import { PauseSendingDocument, SetDemoDocument, SystemChecksDocument } from '../../generated/settings.js';
import { Alarms } from './Alarms.js';
import { CHECK_NAMES } from './checkNames.js';
import { Loaded } from './Loaded.js';
import { MailChecks } from './MailChecks.js';
import { useRun } from './useRun.js';

/** Does everything work? Each line says what was looked at and how to mend it. */
export function System() {
  const t = useT();
  const { live } = useServices();
  const { session } = useSession();
  const connection = useSyncExternalStore(live.watch, live.snapshot);
  const [{ data, error, fetching }, again] = useQuery({ query: SystemChecksDocument, requestPolicy: 'network-only' });
  const socketOk = connection.phase === 'live' || connection.phase === 'back';
  const socket = { key: 'websocket', ok: socketOk, message: t(socketOk ? 'system.socketOk' : 'system.socketBad') };
  const name = (key: string) => (key === 'websocket' ? t('system.websocket') : CHECK_NAMES[key] ? t(CHECK_NAMES[key]) : key);
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={() => again()}>
      <ul className="checks">
        {[...(data?.systemCheck ?? []), socket].map((check) => (
          <li key={check.key} data-ok={check.ok}>
            {check.ok ? <IconCircleCheck size={18} aria-hidden /> : <IconCircleX size={18} aria-hidden />}
            <div>
              <p>
                {name(check.key)}
                <span className="vh">: {t(check.ok ? 'channel.checkOk' : 'channel.checkFailed')}</span>
              </p>
              <p className="words">{check.message}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className="row-actions">
        <Button busy={fetching} onClick={() => again({ requestPolicy: 'network-only' })}>
          {t('system.again')}
        </Button>
        <span className="meta">{t('system.version', { version: session.version })}</span>
      </p>
      <Sending paused={data?.sendingPaused ?? false} onChanged={() => again({ requestPolicy: 'network-only' })} />
      <MailChecks />
      <Alarms />
      <Demo />
    </Loaded>
  );
}

/** Holds everything that would leave (O28), as a restored instance does until somebody has looked (O2). */
function Sending({ paused, onChanged }: { paused: boolean; onChanged: () => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const set = async () => {
    const data = await run({
      document: PauseSendingDocument,
      variables: { paused: !paused },
      problems: (answer) => answer.sendingPause.userErrors,
    });
    if (!data) return;
    toast(t(data.sendingPause.paused ? 'system.paused' : 'system.resumed'));
    onChanged();
  };
  return (
    <section className="panel">
      <h2>{t('system.pauseTitle')}</h2>
      <p className="help">{t('system.pauseHelp')}</p>
      <div className="row-actions">
        <Button busy={busy} onClick={() => void set()}>
          {t(paused ? 'system.resume' : 'system.pause')}
        </Button>
      </div>
    </section>
  );
}

function Demo() {
  const t = useT();
  const { session, refresh } = useSession();
  const { follower, lists } = useServices();
  const { run, busy } = useRun();
  const [present, setPresent] = useState(session.demo);
  const set = async () => {
    const data = await run({
      document: SetDemoDocument,
      variables: { present: !present },
      problems: (answer) => answer.demoSet.userErrors,
    });
    if (!data) return;
    setPresent(data.demoSet.present);
    toast(t(data.demoSet.present ? 'demo.added' : 'demo.removed'));
    follower.counts(0);
    await Promise.all([lists.refetchAll(), refresh()]);
  };
  return (
    <section className="panel">
      <h2>{t('demo.title')}</h2>
      <p className="help">{t('demo.help')}</p>
      <div className="row-actions">
        <Button busy={busy} onClick={() => void set()}>
          {t(present ? 'demo.remove' : 'demo.add')}
        </Button>
      </div>
    </section>
  );
}
