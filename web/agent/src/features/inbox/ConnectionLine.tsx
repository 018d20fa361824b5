import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useT } from '../../app/intl.js';
import type { Connection } from '../../app/live.js';
import { useServices } from '../../app/services.js';
import { now } from '../../lib/clock.js';
import { useTimes } from '../../lib/useTimes.js';
import { useTick } from './useTick.js';

const QUIET = 4000;
const STALE = 60_000;

/** Says when what is shown may be old: nothing for the first four seconds, then one quiet line (ux 4.4). */
export function ConnectionLine() {
  const { live } = useServices();
  const connection = useSyncExternalStore(live.watch, live.snapshot);
  if (connection.phase === 'live') return null;
  return <Line connection={connection} />;
}

function Line({ connection }: { connection: Connection }) {
  const t = useT();
  const times = useTimes();
  useTick(1000);
  const { phase, since, retryAt, missed } = connection;
  const age = now() - since;
  if (phase === 'back')
    return (
      <p className="connection good" role="status">
        {missed > 0 ? t('connection.backWith', { n: missed }) : t('connection.back')}
      </p>
    );
  if (phase === 'offline')
    return (
      <p className="connection" role="status">
        <IconCloudOff size={14} aria-hidden />
        {t('connection.offline')}
      </p>
    );
  if (age < QUIET) return null;
  const seconds = Math.max(0, Math.ceil(((retryAt ?? 0) - now()) / 1000));
  return (
    <p className="connection">
      <IconRefresh size={14} aria-hidden />
      <span role="status">{t('connection.lost')}</span>
      <span>
        {seconds > 0 && t('connection.in', { n: seconds })}
        {age > STALE && ` ${t('connection.stale', { time: times.clock(new Date(since).toISOString()) })}`}
      </span>
    </p>
  );
}
