import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { useT, type Translate } from '../../../app/intl.js';
import type { RecordType } from '../../../generated/crm.js';
import { now } from '../../../lib/clock.js';
import { useTimes, type Times } from '../../../lib/useTimes.js';
import { LinkedName } from '../Linked.js';
import { fromMinor } from '../money.js';
import type { ListedRecord } from '../useRecords.js';
import type { Column } from './ListTable.js';

/** All columns of each type in their usual order; those before the bar are shown unless somebody chose. */
const KEYS: Record<RecordType, readonly [usual: readonly string[], others: readonly string[]]> = {
  TICKET: [
    ['stage', 'priority', 'owner', 'about', 'createdAt'],
    ['source', 'createdBy', 'updatedAt', 'closedAt'],
  ],
  DEAL: [
    ['stage', 'amount', 'owner', 'about', 'dueAt'],
    ['createdAt', 'createdBy', 'updatedAt', 'closedAt'],
  ],
  TASK: [
    ['dueAt', 'owner', 'about'],
    ['remindAt', 'doneAt', 'createdAt', 'createdBy', 'updatedAt'],
  ],
  NOTE: [
    ['about', 'createdBy', 'createdAt'],
    ['owner', 'updatedAt'],
  ],
  CALL: [
    ['direction', 'outcome', 'lasted', 'about', 'createdBy', 'createdAt'],
    ['phone', 'owner', 'updatedAt'],
  ],
  MEETING: [
    ['startAt', 'attendees', 'about', 'owner'],
    ['location', 'createdAt', 'createdBy', 'updatedAt'],
  ],
  COMPANY: [
    ['domain', 'owner', 'createdAt'],
    ['about', 'createdBy', 'updatedAt'],
  ],
};
export const usualColumns = (type: RecordType): readonly string[] => KEYS[type][0];

interface Words {
  t: Translate;
  times: Times;
  intl: IntlShape;
}
type Of<Name extends ListedRecord['__typename']> = Extract<ListedRecord, { __typename: Name }>;

function day({ times }: Words, iso: string | null) {
  return iso && <time dateTime={iso}>{times.date(iso)}</time>;
}

function due({ times, t }: Words, record: Of<'Task'> | Of<'Deal'>) {
  if (!record.dueAt) return null;
  if (record.__typename === 'Deal') return <time dateTime={record.dueAt}>{times.date(record.dueAt)}</time>;
  const late = !record.doneAt && new Date(record.dueAt).getTime() < now();
  return (
    <time dateTime={record.dueAt} className={late ? 'late' : undefined}>
      {late ? t('crm.late', { when: times.day(record.dueAt) }) : times.ahead(record.dueAt)}
    </time>
  );
}

function money({ intl }: Words, { amount, currency }: Of<'Deal'>) {
  return amount !== null && currency ? intl.formatNumber(fromMinor(amount, currency), { style: 'currency', currency }) : null;
}

const about = ({ links }: ListedRecord) =>
  links.length > 0 && (
    <span className="crm-linked">
      {links.map((node) => (
        <LinkedName key={node.id} node={node} />
      ))}
    </span>
  );

/** How each column reads a record; what a type does not have is never asked of it. */
function columnsOf(words: Words): Record<string, Omit<Column<ListedRecord>, 'key'>> {
  const { t, times } = words;
  return {
    owner: { label: t('crm.owner'), cell: ({ owner }) => owner?.name },
    about: { label: t('crm.about'), cell: about },
    createdAt: { label: t('crm.createdAt'), cell: ({ createdAt }) => day(words, createdAt) },
    createdBy: { label: t('crm.createdBy'), cell: ({ createdByName }) => createdByName },
    updatedAt: { label: t('crm.updatedAt'), cell: ({ updatedAt }) => day(words, updatedAt) },
    stage: { label: t('crm.stage'), cell: (record) => (record as Of<'Ticket'>).stage.name },
    priority: {
      label: t('crm.priority'),
      cell: (record) => {
        const { priority } = record as Of<'Ticket'>;
        return priority && t(`priority.${priority}`);
      },
    },
    source: { label: t('crm.source'), cell: (record) => (record as Of<'Ticket'>).source },
    closedAt: { label: t('crm.closedAt'), cell: (record) => day(words, (record as Of<'Ticket'>).closedAt) },
    amount: { label: t('crm.amountColumn'), number: true, cell: (record) => money(words, record as Of<'Deal'>) },
    dueAt: { label: t('crm.due'), cell: (record) => due(words, record as Of<'Task'>) },
    remindAt: { label: t('crm.remind'), cell: (record) => day(words, (record as Of<'Task'>).remindAt) },
    doneAt: { label: t('crm.state.done'), cell: (record) => day(words, (record as Of<'Task'>).doneAt) },
    direction: { label: t('crm.direction'), cell: (record) => t(`direction.${(record as Of<'Call'>).direction}`) },
    outcome: {
      label: t('crm.callOutcome'),
      cell: (record) => {
        const { callOutcome } = record as Of<'Call'>;
        return callOutcome && t(`outcome.${callOutcome}`);
      },
    },
    lasted: {
      label: t('crm.lastedColumn'),
      number: true,
      cell: (record) => {
        const { seconds } = record as Of<'Call'>;
        return seconds === null ? null : t('crm.lasted', { n: Math.ceil(seconds / 60) });
      },
    },
    phone: { label: t('crm.phone'), cell: (record) => (record as Of<'Call'>).phone },
    startAt: {
      label: t('crm.clock'),
      cell: (record) => {
        const { startAt, cancelledAt } = record as Of<'Meeting'>;
        return cancelledAt === null ? <time dateTime={startAt}>{times.day(startAt)}</time> : t('crm.calledOff');
      },
    },
    attendees: {
      label: t('crm.attendees'),
      cell: (record) => (record as Of<'Meeting'>).attendees.map(({ name, address }) => name ?? address).join(', '),
    },
    location: { label: t('crm.location'), cell: (record) => (record as Of<'Meeting'>).location },
    domain: { label: t('crm.domain'), cell: (record) => (record as Of<'Company'>).domain },
  };
}

/** All columns that a list of this type can show. */
export function useRecordColumns(type: RecordType): readonly Column<ListedRecord>[] {
  const t = useT();
  const times = useTimes();
  const intl = useIntl();
  return useMemo(() => {
    const all = columnsOf({ t, times, intl });
    return KEYS[type].flat().flatMap((key) => {
      const column = all[key];
      if (!column) return [];
      return [{ key, ...column, ...(key === 'dueAt' && type === 'DEAL' ? { label: t('crm.closes') } : {}) }];
    });
  }, [t, times, intl, type]);
}
