import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { AlarmsDocument } from '../../generated/settings.js';
import { useTimes } from '../../lib/useTimes.js';
import { CHECK_NAMES } from './checkNames.js';
import { Loaded } from './Loaded.js';

/** What failed lately, and from when to when. */
export function Alarms() {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: AlarmsDocument, requestPolicy: 'cache-and-network' });
  const times = useTimes();
  const alarms = data?.alarms.nodes ?? [];
  return (
    <section className="panel">
      <h2>{t('system.alarms')}</h2>
      <p className="help">{t('system.alarmsHelp')}</p>
      <Loaded
        ready={data !== undefined}
        error={error}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        empty={alarms.length === 0 && t('system.alarmsNone')}
      >
        <ul className="lines">
          {alarms.map(({ id, key, message, raisedAt, clearedAt }) => (
            <li key={id}>
              <div className="line-text">
                <b>{CHECK_NAMES[key] ? t(CHECK_NAMES[key]) : key}</b>
                <p className="meta">
                  {clearedAt === null || clearedAt === undefined
                    ? t('system.since', { time: times.full(raisedAt) })
                    : t('system.fromTo', { from: times.full(raisedAt), to: times.full(clearedAt) })}
                </p>
                <p className={clearedAt ? 'words' : 'field-error'}>{message}</p>
              </div>
            </li>
          ))}
        </ul>
      </Loaded>
    </section>
  );
}
