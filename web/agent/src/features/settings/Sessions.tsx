import { Button } from '@balie/web-ui';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { RevokeSessionDocument, SessionsDocument } from '../../generated/graphql.js';
import { useTimes } from '../../lib/useTimes.js';
import { Loaded } from './Loaded.js';
import { useRun } from './useRun.js';

const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];
const pick = (list: readonly [RegExp, string][], agent: string) => list.find(([mark]) => mark.test(agent))?.[1];

/** Browser and system of a session, as far as they can be told. */
export function deviceOf(agent: string | null): string | null {
  if (!agent) return null;
  return [pick(BROWSERS, agent), pick(SYSTEMS, agent)].filter(Boolean).join(', ') || agent.slice(0, 60);
}

/** Where one is signed in; each can be ended at once. */
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
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Loaded>
  );
}
