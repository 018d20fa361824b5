import { IconAlarm, IconCheck, IconPlayerPause } from '@tabler/icons-react';
import { useT } from '../app/intl.js';
import type { RowFragment } from '../generated/graphql.js';
import { now } from '../lib/clock.js';
import { useTimes } from '../lib/useTimes.js';

type Clock = NonNullable<RowFragment['sla']>;

const SOON = 3_600_000;

/** How long we still have to answer or to close, or for how long it is too late (D37). */
export function Due({ sla: { kind, dueAt } }: { sla: Clock }) {
  const t = useT();
  const times = useTimes();
  if (dueAt === null)
    return (
      <span className="due">
        <IconPlayerPause size={12} aria-hidden />
        {t('due.paused')}
      </span>
    );
  const left = new Date(dueAt).getTime() - now();
  const state = left <= 0 ? 'late' : left < SOON ? 'soon' : undefined;
  const full = t(`due.${kind}`, { time: times.ahead(dueAt) });
  return (
    <span className="due" data-state={state} title={full}>
      {kind === 'CLOSING' ? <IconCheck size={12} aria-hidden /> : <IconAlarm size={12} aria-hidden />}
      {left > 0 ? t('due.left', { time: times.left(dueAt) }) : t('due.late', { time: times.span(dueAt) })}
      <span className="vh"> ({full})</span>
    </span>
  );
}
