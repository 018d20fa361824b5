import { useIntl } from 'react-intl';
import { useT } from '../../app/intl.js';
import type { RecordLineFragment } from '../../generated/crm.js';
import { useTimes } from '../../lib/useTimes.js';
import { now } from '../../lib/clock.js';
import { fromMinor } from './money.js';

/** The few facts that tell one record of a type from another; without its stage where it stands in its column. */
export function RecordFacts({ record, inColumn = false }: { record: RecordLineFragment; inColumn?: boolean }) {
  const t = useT();
  const times = useTimes();
  const intl = useIntl();
  const facts: string[] = [];
  if (!inColumn && (record.__typename === 'Ticket' || record.__typename === 'Deal')) facts.push(record.stage.name);
  if (record.__typename === 'Ticket' && record.priority) facts.push(t(`priority.${record.priority}`));
  if (record.__typename === 'Deal' && record.amount !== null && record.currency)
    facts.push(intl.formatNumber(fromMinor(record.amount, record.currency), { style: 'currency', currency: record.currency }));
  if (record.__typename === 'Call') {
    facts.push(t(`direction.${record.direction}`));
    if (record.callOutcome) facts.push(t(`outcome.${record.callOutcome}`));
    if (record.seconds !== null) facts.push(t('crm.lasted', { n: Math.ceil(record.seconds / 60) }));
  }
  if (record.__typename === 'Company' && record.domain) facts.push(record.domain);
  if (record.owner && record.__typename !== 'Note' && record.__typename !== 'Call') facts.push(record.owner.name);
  if (record.__typename === 'Note' || record.__typename === 'Call') facts.push(record.createdByName);
  const due = record.__typename === 'Task' ? record.dueAt : record.__typename === 'Meeting' ? record.startAt : null;
  const late = due && record.__typename === 'Task' && !record.doneAt && new Date(due).getTime() < now();
  return (
    <p className="meta">
      {facts.join(' · ')}
      {due ? (
        <span className={late ? 'late' : undefined}>
          {facts.length > 0 && ' · '}
          <time dateTime={due}>{late ? t('crm.late', { when: times.day(due) }) : times.ahead(due)}</time>
        </span>
      ) : (
        <>
          {facts.length > 0 && ' · '}
          <time dateTime={record.createdAt} title={times.full(record.createdAt)}>
            {times.short(record.createdAt)}
          </time>
        </>
      )}
    </p>
  );
}

/** What a record is called: a ticket with its number. */
export const nameOf = (record: Pick<RecordLineFragment, 'title'> & { number?: number }): string =>
  record.number === undefined ? record.title : `#${record.number} ${record.title}`;
