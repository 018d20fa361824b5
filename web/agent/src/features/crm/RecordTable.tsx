import { Button } from '@balie/web-ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import type { RecordFilter, RecordOrder, RecordType } from '../../generated/crm.js';
import { Loaded } from '../settings/Loaded.js';
import { BulkBar } from './lists/BulkBar.js';
import { type Column, ListTable } from './lists/ListTable.js';
import { RecordBulk, type RecordBulkAction } from './lists/RecordBulk.js';
import { useBulk } from './lists/useBulk.js';
import { nameOf } from './RecordFacts.js';
import { DoneBox } from './RecordSection.js';
import { KINDS } from './recordTypes.js';
import { useRecords, type ListedRecord } from './useRecords.js';

interface TableProps {
  type: RecordType;
  filter: RecordFilter;
  order: RecordOrder;
  columns: readonly Column<ListedRecord>[];
  filtered: boolean;
}

/** The list, row by row, with what can be done with several at once. */
export function RecordTable({ type, filter, order, columns, filtered }: TableProps) {
  const t = useT();
  const list = useRecords(filter, order);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState(false);
  const clear = () => {
    setPicked(new Set());
    setWhole(false);
  };
  const chosen = list.items.filter(({ id }) => picked.has(id));
  const pick = (ids: readonly string[], on: boolean) => {
    setWhole(false);
    setPicked(new Set(on ? [...picked, ...ids] : [...picked].filter((id) => !ids.includes(id))));
  };
  const toWhole = useWholeList(filter);
  const bulk = useBulk({ chosen, toWhole: whole ? toWhole : null, nameOf, onDone: clear });
  return (
    <Loaded
      ready={list.phase !== 'first'}
      error={list.error}
      onRetry={list.again}
      empty={list.items.length === 0 && t(filtered ? 'crm.noneSuch' : KINDS[type].none)}
    >
      {(chosen.length > 0 || bulk.progress) && (
        <BulkBar
          chosen={chosen.length}
          more={list.cursor !== null && chosen.length === list.items.length}
          whole={whole}
          onWhole={setWhole}
          bulk={bulk}
          onClear={clear}
        >
          <RecordBulk type={type} restore={filter.deleted === true} run={bulk.run} />
        </BulkBar>
      )}
      <ListTable
        label={t(KINDS[type].many)}
        rows={list.items}
        columns={columns}
        nameLabel={t('crm.title')}
        name={(record) => <Title record={record} type={type} />}
        title={nameOf}
        canPick={(record) => record.recordCan.includes('EDIT')}
        picked={picked}
        onPick={pick}
      />
      {list.cursor !== null && (
        <Button busy={list.phase === 'more'} onClick={list.more}>
          {t('more')}
        </Button>
      )}
    </Loaded>
  );
}

/** Has something done to all that the list holds, by the server. */
function useWholeList(filter: RecordFilter) {
  const { wholes } = useServices();
  return ({ wire, done }: RecordBulkAction) => wholes.start({ of: 'RECORDS', filter, action: wire }, done);
}

function Title({ record, type }: { record: ListedRecord; type: RecordType }) {
  const link = (
    <Link to="/$kind/$id" params={{ kind: KINDS[type].path, id: record.id }}>
      {nameOf(record)}
    </Link>
  );
  return record.__typename === 'Task' ? <DoneBox record={record}>{link}</DoneBox> : link;
}
