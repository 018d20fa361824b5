import { Button } from '@balie/web-ui';
import { IconLayoutColumns, IconList, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { SelectField, TextField } from '../../components/fields.js';
import type { RecordFilter, RecordType } from '../../generated/crm.js';
import { Board } from './Board.js';
import { CrmShell } from './CrmShell.js';
import { type ExportAsked, ExportList } from './ExportList.js';
import type { ListSearch } from './listSearch.js';
import { RecordForm } from './RecordForm.js';
import { RecordTable } from './RecordTable.js';
import { KINDS } from './recordTypes.js';
import { usePipelines } from './usePipelines.js';

const staged = (type: RecordType): type is 'TICKET' | 'DEAL' => type === 'TICKET' || type === 'DEAL';

/** The list of a type, as a table or as a board; what filters stands in the address. */
export function RecordsPage({ type, search }: { type: RecordType; search: ListSearch }) {
  const t = useT();
  const navigate = useNavigate({ from: '/$kind' });
  const [adding, setAdding] = useState(false);
  const { viewer } = useShell();
  const set = (part: ListSearch) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const board = staged(type) && search.layout === 'board';
  // Tasks are one's own unless asked otherwise.
  const owner = search.owner ?? (type === 'TASK' ? viewer.id : undefined);
  const filter = filterOf(type, search, owner);
  return (
    <CrmShell
      title={t(KINDS[type].many)}
      current={KINDS[type].path}
      actions={
        <span className="row-actions">
          {staged(type) && (
            <Button look="quiet" aria-pressed={board} onClick={() => set({ layout: board ? undefined : 'board' })}>
              {board ? <IconList size={16} aria-hidden /> : <IconLayoutColumns size={16} aria-hidden />}
              {t(board ? 'crm.asList' : 'crm.asBoard')}
            </Button>
          )}
          <ExportList list="records" asked={askedOf(filter, type === 'TASK' ? 'OLDEST' : 'NEWEST')} />
          <Button look="primary" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            <IconPlus size={16} aria-hidden />
            {t(KINDS[type].add)}
          </Button>
        </span>
      }
    >
      {adding && (
        <div className="panel">
          <RecordForm type={type} linkIds={[]} onDone={() => setAdding(false)} />
        </div>
      )}
      <Filters type={type} search={search} owner={owner} board={board} onChange={set} />
      {board ? (
        <Board type={type} filter={filter} pipelineId={search.pipeline} />
      ) : (
        <RecordTable type={type} filter={filter} filtered={Boolean(search.q || search.stage || search.owner)} />
      )}
    </CrmShell>
  );
}

function filterOf(type: RecordType, search: ListSearch, owner: string | undefined): RecordFilter {
  const state = search.state ?? (type === 'COMPANY' || type === 'NOTE' || type === 'CALL' ? 'all' : 'open');
  return {
    type,
    deleted: false,
    search: search.q ?? null,
    ownerId: owner && owner !== 'all' ? owner : null,
    stageId: search.stage ?? null,
    open: state === 'all' ? null : state !== 'done',
  };
}

function askedOf({ type, search, ownerId, stageId, open }: RecordFilter, order: string): ExportAsked {
  return { type, search, ownerId, stageId, order, open: open == null ? null : open ? '1' : '0' };
}

interface FiltersProps {
  type: RecordType;
  search: ListSearch;
  owner: string | undefined;
  board: boolean;
  onChange: (part: ListSearch) => void;
}

function Filters({ type, search, owner, board, onChange }: FiltersProps) {
  const t = useT();
  const { agents } = useShell();
  const pipelines = usePipelines(staged(type) ? type : null);
  const owned = type !== 'NOTE' && type !== 'CALL' && type !== 'COMPANY';
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  return (
    <div className="crm-filters" role="search">
      <SearchBox value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      {owned && (
        <SelectField
          label={t('crm.owner')}
          value={owner ?? 'all'}
          onChange={(value) => onChange({ owner: value === 'all' && type !== 'TASK' ? undefined : value })}
          options={[{ value: 'all', label: t('crm.everybody') }, ...agents.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      {staged(type) && !board && (
        <SelectField
          label={t('crm.stage')}
          value={search.stage ?? ''}
          onChange={(stage) => onChange({ stage: stage || undefined })}
          options={[{ value: '', label: t('crm.anyStage') }, ...stages.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      {board && pipelines.length > 1 && (
        <SelectField
          label={t('crm.pipeline')}
          value={search.pipeline ?? pipelines[0]?.id ?? ''}
          onChange={(pipeline) => onChange({ pipeline })}
          options={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {owned && !board && (
        <SelectField
          label={t('crm.state')}
          value={search.state ?? 'open'}
          onChange={(state) => onChange({ state: state === 'open' ? undefined : (state as 'done' | 'all') })}
          options={(['open', 'done', 'all'] as const).map((value) => ({ value, label: t(STATES[value]) }))}
        />
      )}
    </div>
  );
}

const STATES = { open: 'crm.state.open', done: 'crm.state.done', all: 'crm.state.all' } as const;

/** Asks once the typing rests. */
export function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useT();
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return <TextField label={t('crm.search')} type="search" value={text} onChange={setText} />;
}
