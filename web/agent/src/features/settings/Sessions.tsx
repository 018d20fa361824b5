import { Button } from '@balie/web-ui';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { RevokeOtherSessionsDocument, RevokeSessionDocument, SessionsDocument } from '../../generated/settings.js';
import { deviceOf } from '../../lib/device.js';
import { useTimes } from '../../lib/useTimes.js';
import { Loaded } from './Loaded.js';
import { useRun } from './useRun.js';

/** Where one is signed in; each can be ended at once, or all but this one. */
export function Sessions() {
  const t = useT();
  const times = useTimes();
  const { run, busy } = useRun();
  const [{ data, error }, again] = useQuery({ query: SessionsDocument, requestPolicy: 'cache-and-network' });
  const refresh = () => again({ requestPolicy: 'network-only' });
  const revoke = async (id: string) => {
    const done = await run({
      document: RevokeSessionDocument,
      variables: { id },
      problems: (answer) => answer.sessionRevoke.userErrors,
    });
    if (done) refresh();
  };
  const revokeOthers = async () => {
    const done = await run({
      document: RevokeOtherSessionsDocument,
      variables: {},
      problems: (answer) => answer.sessionsRevokeOthers.userErrors,
    });
    if (!done) return;
    toast(t('session.othersOut', { n: done.sessionsRevokeOthers.deletedIds.length }));
    refresh();
  };
  const others = data?.sessions.some(({ current }) => !current);
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
      <ul className="lines">
        {data?.sessions.map((session) => (
          <li key={session.id}>
            <div className="line-text">
              <b>{deviceOf(session.userAgent) ?? t('session.unknown')}</b>
              <p className="meta">
                {[
                  session.ip,
                  t('session.seen', { time: times.short(session.lastSeenAt) }),
                  t('session.since', { time: times.day(session.createdAt) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {session.current ? (
              <span className="tag">{t('session.current')}</span>
            ) : (
              <Button busy={busy} onClick={() => void revoke(session.id)}>
                {t('session.revoke')}
                <span className="vh"> {deviceOf(session.userAgent) ?? t('session.unknown')}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others && (
        <div className="row-actions">
          <Button busy={busy} onClick={() => void revokeOthers()}>
            {t('session.revokeOthers')}
          </Button>
        </div>
      )}
    </Loaded>
  );
}
