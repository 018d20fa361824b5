import { Button } from '@balie/web-ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import type { RecordFilter, RecordType } from '../../generated/crm.js';
import { Loaded } from '../settings/Loaded.js';
import { LinkedName } from './Linked.js';
import { nameOf, RecordFacts } from './RecordFacts.js';
import { DoneBox } from './RecordSection.js';
import { KINDS } from './recordTypes.js';
import { useRecordActions } from './useRecordActions.js';
import { useRecords, type ListedRecord } from './useRecords.js';

interface TableProps {
  type: RecordType;
  filter: RecordFilter;
  filtered: boolean;
}

/** The list, line by line, with what can be done with several at once. */
export function RecordTable({ type, filter, filtered }: TableProps) {
  const t = useT();
  const list = useRecords(filter, type === 'TASK' ? 'OLDEST' : 'NEWEST');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = list.items.filter(({ id }) => picked.has(id));
  const pick = (id: string, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  return (
    <Loaded
      ready={list.phase !== 'first'}
      error={list.error}
      onRetry={list.again}
      empty={list.items.length === 0 && t(filtered ? 'crm.noneSuch' : KINDS[type].none)}
    >
      {chosen.length > 0 && <BulkBar records={chosen} onDone={() => setPicked(new Set())} />}
      <ul className="lines crm-table" aria-label={t(KINDS[type].many)}>
        {list.items.map((record) => (
          <li key={record.id}>
            <input
              type="checkbox"
              aria-label={t('crm.pick', { title: nameOf(record) })}
              checked={picked.has(record.id)}
              disabled={!record.recordCan.includes('EDIT')}
              onChange={(event) => pick(record.id, event.target.checked)}
            />
            <div className="line-text">
              <Title record={record} type={type} />
              <RecordFacts record={record} />
            </div>
            <span className="crm-linked">
              {record.links.map((node) => (
                <LinkedName key={node.id} node={node} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      {list.cursor !== null && (
        <Button busy={list.phase === 'more'} onClick={list.more}>
          {t('more')}
        </Button>
      )}
    </Loaded>
  );
}

function Title({ record, type }: { record: ListedRecord; type: RecordType }) {
  const link = (
    <Link to="/$kind/$id" params={{ kind: KINDS[type].path, id: record.id }}>
      {nameOf(record)}
    </Link>
  );
  return record.__typename === 'Task' ? <DoneBox record={record}>{link}</DoneBox> : link;
}

function BulkBar({ records, onDone }: { records: readonly ListedRecord[]; onDone: () => void }) {
  const t = useT();
  const { agents } = useShell();
  const { save, remove, busy } = useRecordActions();
  const give = async (ownerId: string) => {
    for (const { id, version } of records)
      await save({ id, ownerId: ownerId === 'none' ? null : ownerId, expectedVersion: version });
    onDone();
  };
  return (
    <div className="crm-bulk" role="toolbar" aria-label={t('crm.selection')}>
      <b>{t('crm.selected', { n: records.length })}</b>
      <select
        className="input"
        aria-label={t('crm.owner')}
        value=""
        disabled={busy}
        onChange={(event) => void give(event.target.value)}
      >
        <option value="" disabled>
          {t('crm.giveTo')}
        </option>
        <option value="none">{t('crm.nobody')}</option>
        {agents.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Button look="danger" busy={busy} onClick={() => void remove(records).then(onDone)}>
        {t('crm.delete')}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {t('cancel')}
      </Button>
    </div>
  );
}
