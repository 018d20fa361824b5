import { Button } from '@balie/web-ui';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { useT } from '../../../app/intl.js';
import {
  BinRecordsDocument,
  ChangeRecordsDocument,
  LinkRecordsDocument,
  type RecordChangeInput,
  type RecordType,
} from '../../../generated/crm.js';
import type { RecordActionInput } from '../../../generated/bulk.js';
import { FindContact } from '../FindContact.js';
import { PRIORITIES } from '../recordTypes.js';
import { usePipelines } from '../usePipelines.js';
import type { ListedRecord } from '../useRecords.js';
import type { BulkAction, Sent } from './bulk.js';
import { OwnerAction, PickAction } from './BulkBar.js';

type Fields = Omit<RecordChangeInput, 'id' | 'expectedVersion'>;
export type RecordBulkAction = BulkAction<ListedRecord, RecordActionInput>;

/** What can be done with several records, each with its way back. */
function useBulkActions() {
  const t = useT();
  const client = useClient();
  const change = async (changes: RecordChangeInput[]): Promise<Sent> => {
    const { data, error } = await client.mutation(ChangeRecordsDocument, { changes }).toPromise();
    return { done: data?.recordsChange.records ?? [], problems: data?.recordsChange.userErrors ?? [], error };
  };
  const bin = async (ids: string[], restore: boolean): Promise<Sent> => {
    const { data, error } = await client.mutation(BinRecordsDocument, { ids, restore }).toPromise();
    return { done: data?.recordsDelete.records ?? [], problems: data?.recordsDelete.userErrors ?? [], error };
  };
  const tie = async (ids: string[], toId: string, remove: boolean): Promise<Sent> => {
    const { data, error } = await client.mutation(LinkRecordsDocument, { ids, toId, remove }).toPromise();
    return { done: data?.recordsLink.records ?? [], problems: data?.recordsLink.userErrors ?? [], error };
  };
  const ids = (rows: readonly ListedRecord[]) => rows.map(({ id }) => id);
  const before = (changed: Parameters<RecordBulkAction['back']>[0]) => ids(changed.map((one) => one.before));
  return {
    set: (wire: RecordActionInput, fields: Fields, was: (record: ListedRecord) => Fields): RecordBulkAction => ({
      wire,
      done: (n) => t('crm.bulkChanged', { n }),
      send: (rows) => change(rows.map(({ id }) => ({ id, ...fields }))),
      back: (changed) =>
        change(changed.map(({ before: record, version }) => ({ id: record.id, ...was(record), expectedVersion: version }))),
    }),
    bin: (restore: boolean): RecordBulkAction => ({
      wire: { deleted: !restore },
      done: (n) => t(restore ? 'crm.restored' : 'crm.deleted', { n }),
      send: (rows) => bin(ids(rows), restore),
      back: (changed) => bin(before(changed), !restore),
    }),
    tie: (toId: string): RecordBulkAction => ({
      wire: { linkToId: toId },
      done: (n) => t('crm.bulkTied', { n }),
      send: (rows) => tie(ids(rows), toId, false),
      back: (changed) => tie(before(changed), toId, true),
    }),
  };
}

interface Props {
  type: RecordType;
  restore: boolean;
  run: (action: RecordBulkAction) => void;
}

/** Owner, stage, priority, done, association and the bin, as far as the type has them. */
export function RecordBulk({ type, restore, run }: Props) {
  const t = useT();
  const bulk = useBulkActions();
  const staged = type === 'TICKET' || type === 'DEAL';
  const pipelines = usePipelines(staged ? type : null);
  const [tying, setTying] = useState(false);
  const stages = pipelines.flatMap((pipeline) =>
    pipeline.stages.map(({ id, name }) => ({ value: id, label: pipelines.length > 1 ? `${pipeline.name}: ${name}` : name })),
  );
  if (restore) return <Button onClick={() => run(bulk.bin(true))}>{t('crm.restore')}</Button>;
  const stageOf = (record: ListedRecord) => ({ stageId: 'stage' in record ? record.stage.id : null });
  const priorityOf = (record: ListedRecord) => ({ priority: 'priority' in record ? record.priority : null });
  return (
    <>
      <OwnerAction
        onPick={(owner) => {
          const to = { ownerId: owner?.id ?? null };
          run(bulk.set({ own: to }, to, (record) => ({ ownerId: record.owner?.id ?? null })));
        }}
      />
      {staged && (
        <PickAction
          label={t('crm.stage')}
          options={stages}
          onPick={(stageId) => run(bulk.set({ stageId }, { stageId }, stageOf))}
        />
      )}
      {type === 'TICKET' && (
        <PickAction
          label={t('crm.priority')}
          options={[
            { value: 'none', label: t('crm.noPriority') },
            ...PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) })),
          ]}
          onPick={(value) => {
            const to = { priority: PRIORITIES.find((one) => one === value) ?? null };
            run(bulk.set({ prioritise: to }, to, priorityOf));
          }}
        />
      )}
      {type === 'TASK' && (
        <PickAction
          label={t('crm.state')}
          options={[
            { value: 'open', label: t('crm.state.open') },
            { value: 'done', label: t('crm.state.done') },
          ]}
          onPick={(value) => {
            const to = { done: value === 'done' };
            run(bulk.set(to, to, (record) => ({ done: 'doneAt' in record && record.doneAt !== null })));
          }}
        />
      )}
      <Button onClick={() => setTying(true)}>{t('crm.bulkTie')}</Button>
      <Button look="danger" onClick={() => run(bulk.bin(false))}>
        {t('crm.delete')}
      </Button>
      {tying && (
        <Modal opened onClose={() => setTying(false)} title={t('crm.bulkTie')}>
          <FindContact
            except={null}
            busy={false}
            autoFocus
            onChoose={(id) => {
              setTying(false);
              run(bulk.tie(id));
            }}
          />
        </Modal>
      )}
    </>
  );
}
