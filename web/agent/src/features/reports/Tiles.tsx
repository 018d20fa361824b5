import { useT } from '../../app/intl.js';
import type { FiguresFragment, TookFragment } from '../../generated/reports.js';
import { inTime, took, type Hours } from './figures.js';
import { useNumbers } from './useNumbers.js';

/** The figures of the whole time, large. */
export function Tiles({ total, first, hours }: { total: FiguresFragment; first: 'new' | 'assigned'; hours: Hours }) {
  const t = useT();
  const { count } = useNumbers();
  return (
    <dl className="tiles">
      <Tile name={first === 'new' ? t('reports.new') : t('reports.assigned')} value={count(total[first])} />
      <Tile name={t('reports.closed')} value={count(total.closed)} />
      <Tile name={t('reports.reopened')} value={count(total.reopened)} />
      <Tile name={t('reports.openNow')} value={count(total.open)} />
      <Took name={t('reports.firstReply')} duration={total.firstReply} hours={hours} />
      <Took name={t('reports.closing')} duration={total.closing} hours={hours} />
      <InTime sla={total.sla} />
    </dl>
  );
}

function Tile({ name, value, more }: { name: string; value: string; more?: string | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b>
        {more && <span className="meta">{more}</span>}
      </dd>
    </div>
  );
}

/** Nothing where nothing has a limit. */
function InTime({ sla }: { sla: FiguresFragment['sla'] }) {
  const t = useT();
  const { part } = useNumbers();
  const { kept, all } = inTime(sla);
  return all === 0 ? null : (
    <Tile name={t('reports.inTime')} value={part(kept, all)} more={t('reports.inTimeOf', { kept, n: all })} />
  );
}

function Took({ name, duration, hours }: { name: string; duration: TookFragment; hours: Hours }) {
  const t = useT();
  const { took: words } = useNumbers();
  const { median, ninetieth } = took(duration, hours);
  const more = duration.count === 0 ? undefined : t('reports.p90Of', { ninetieth: words(ninetieth), n: duration.count });
  return <Tile name={name} value={words(median)} more={more} />;
}
