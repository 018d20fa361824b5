import { Button } from '@balie/web-ui';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useT, type TextKey } from '../../app/intl.js';
import { MailChecksDocument, StartMailCheckDocument, type MailCheckFieldsFragment } from '../../generated/settings.js';
import { useTimes } from '../../lib/useTimes.js';
import { Loaded } from './Loaded.js';
import { useRun } from './useRun.js';

/** How often is looked while one is under way. */
const LOOK_MS = 2_000;

/** Mails that channels send to themselves: whether mail leaves, comes in, and is proven to be ours on its way (N15). */
export function MailChecks() {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: MailChecksDocument, requestPolicy: 'cache-and-network' });
  const checks = data?.mailChecks ?? [];
  const running = checks.some(({ last }) => last?.state === 'RUNNING');
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => again({ requestPolicy: 'network-only' }), LOOK_MS);
    return () => clearInterval(timer);
  }, [running, again]);
  return (
    <section className="panel">
      <h2>{t('mailCheck.title')}</h2>
      <p className="help">{t('mailCheck.help')}</p>
      <Loaded
        ready={data !== undefined}
        error={error}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        empty={checks.length === 0 && t('mailCheck.none')}
      >
        {checks.map((check) => (
          <MailCheck key={check.channel.id} check={check} onStarted={() => again({ requestPolicy: 'network-only' })} />
        ))}
      </Loaded>
    </section>
  );
}

const STATES = { RUNNING: 'mailCheck.running', GOOD: 'mailCheck.good', BAD: 'mailCheck.bad' } as const;
const LEGS = {
  LEFT: 'mailCheck.left',
  ARRIVED: 'mailCheck.arrived',
  CLOCK: 'system.clock',
  SPF: 'mailCheck.spf',
  DKIM: 'mailCheck.dkim',
  DMARC: 'mailCheck.dmarc',
} as const satisfies Record<string, TextKey>;
const VERDICTS = {
  WAITING: 'mailCheck.waiting',
  GOOD: 'channel.checkOk',
  BAD: 'channel.checkFailed',
  UNKNOWN: 'mailCheck.unknown',
} as const satisfies Record<string, TextKey>;

function MailCheck({ check: { channel, last }, onStarted }: { check: MailCheckFieldsFragment; onStarted: () => void }) {
  const t = useT();
  const times = useTimes();
  const { run, busy } = useRun();
  const start = async () => {
    const done = await run({
      document: StartMailCheckDocument,
      variables: { channelId: channel.id },
      problems: (answer) => answer.mailCheckStart.userErrors,
    });
    if (done) onStarted();
  };
  const running = last?.state === 'RUNNING';
  return (
    <div className="mail-check" role="group" aria-label={channel.name}>
      <div className="row-actions">
        <b>{channel.name}</b>
        <Button busy={busy || running} aria-label={t('mailCheck.sendOf', { name: channel.name })} onClick={() => void start()}>
          {t('mailCheck.send')}
        </Button>
      </div>
      {last && (
        <>
          <p className="meta" role="status">
            {t(STATES[last.state])} · {last.address} · {times.full(last.startedAt)}
          </p>
          <ul className="checks">
            {last.legs.map(({ key, verdict, message }) => (
              <li key={key} data-ok={verdict === 'GOOD' ? true : verdict === 'BAD' ? false : undefined}>
                <VerdictIcon verdict={verdict} />
                <div>
                  <p>
                    {t(LEGS[key])}
                    <span className="vh">: {t(VERDICTS[verdict])}</span>
                  </p>
                  <p className="words">{message || t('mailCheck.waiting')}</p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function VerdictIcon({ verdict }: { verdict: keyof typeof VERDICTS }) {
  if (verdict === 'GOOD') return <IconCircleCheck size={18} aria-hidden />;
  return verdict === 'BAD' ? <IconCircleX size={18} aria-hidden /> : <IconCircleDashed size={18} aria-hidden />;
}
