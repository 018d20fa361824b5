import { Button } from '@balie/web-ui';
import { IconLayoutColumns, IconList, IconPlus, IconTableImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { SelectField, TextField } from '../../components/fields.js';
import type { RecordFilter, RecordOrder, RecordType } from '../../generated/crm.js';
import { Loaded } from '../settings/Loaded.js';
import { Board } from './Board.js';
import { CrmShell } from './CrmShell.js';
import { type ExportAsked, ExportList } from './ExportList.js';
import { SaveListView } from './lists/SaveListView.js';
import { ColumnsButton } from './lists/ColumnsButton.js';
import { useRecordColumns, usualColumns } from './lists/recordColumns.js';
import { type ListState, useList } from './lists/useList.js';
import { hasState, LIST_OF, usualOrder, usualOwner } from './lists/views.js';
import type { ListSearch } from './listSearch.js';
import { MeetingDialog } from './MeetingDialog.js';
import { RecordForm } from './RecordForm.js';
import { RecordTable } from './RecordTable.js';
import { KINDS } from './recordTypes.js';
import { hasImport } from './transfer/importTargets.js';
import { usePipelines } from './usePipelines.js';

const staged = (type: RecordType): type is 'TICKET' | 'DEAL' => type === 'TICKET' || type === 'DEAL';

/** The list of a type, as a table or as a board; what filters stands in the address or in a saved view. */
export function RecordsPage({ type, search: asked }: { type: RecordType; search: ListSearch }) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const state = useList(LIST_OF[type], asked);
  const columns = useRecordColumns(type);
  const shown = state.columns ?? usualColumns(type);
  const { search, set, view, waiting } = state;
  const board = staged(type) && search.layout === 'board';
  const filter = filterOf(type, state);
  const order = (search.order ?? usualOrder(state.list)) === 'newest' ? 'NEWEST' : 'OLDEST';
  const layout = { layout: board ? undefined : ('board' as const) };
  return (
    <CrmShell
      title={view?.name ?? t(KINDS[type].many)}
      current={KINDS[type].path}
      list={state.list}
      actions={
        <span className="row-actions">
          {staged(type) && (
            <Button look="quiet" aria-pressed={board} onClick={() => set(layout)}>
              {board ? <IconList size={16} aria-hidden /> : <IconLayoutColumns size={16} aria-hidden />}
              {t(board ? 'crm.asList' : 'crm.asBoard')}
            </Button>
          )}
          {!board && <ColumnsButton state={state} choices={columns} shown={shown} />}
          <Files type={type} asked={askedOf(filter, order)} />
          <Button look="primary" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            <IconPlus size={16} aria-hidden />
            {t(KINDS[type].add)}
          </Button>
        </span>
      }
    >
      {adding && type === 'MEETING' && <MeetingDialog onClose={() => setAdding(false)} />}
      {adding && type !== 'MEETING' && (
        <div className="panel">
          <RecordForm type={type} linkIds={[]} onDone={() => setAdding(false)} />
        </div>
      )}
      <Loaded ready={!waiting} error={undefined} onRetry={() => undefined}>
        <Filters type={type} state={state} board={board} />
        <SaveListView state={state} columns={shown} />
        {board ? (
          <Board type={type} filter={filter} pipelineId={search.pipeline} />
        ) : (
          <RecordTable
            key={JSON.stringify([filter, order])}
            type={type}
            filter={filter}
            order={order}
            columns={shown.flatMap((key) => columns.find((column) => column.key === key) ?? [])}
            filtered={Boolean(view ?? search.q ?? search.stage ?? search.owner ?? search.bin)}
          />
        )}
      </Loaded>
    </CrmShell>
  );
}

/** A list leaves as a file, and comes in from one. */
function Files({ type, asked }: { type: RecordType; asked: ExportAsked }) {
  const t = useT();
  return (
    <>
      {type !== 'MEETING' && <ExportList list="records" asked={asked} />}
      {hasImport(type) && (
        <Link className="btn" to="/$kind/import" params={{ kind: KINDS[type].path }}>
          <IconTableImport size={16} aria-hidden />
          {t('crm.import')}
        </Link>
      )}
    </>
  );
}

function filterOf(type: RecordType, { list, search, ownerId }: ListState): RecordFilter {
  const all = !hasState(list) || search.bin || search.state === 'all';
  return {
    type,
    deleted: search.bin ?? false,
    search: search.q ?? null,
    ownerId,
    stageId: search.stage ?? null,
    open: all ? null : search.state !== 'done',
  };
}

function askedOf({ type, search, ownerId, stageId, open, deleted }: RecordFilter, order: RecordOrder): ExportAsked {
  return { type, search, ownerId, stageId, order, open: open == null ? null : open ? '1' : '0', deleted: deleted ? '1' : null };
}

function Filters({ type, state, board }: { type: RecordType; state: ListState; board: boolean }) {
  const t = useT();
  const { list, search, set } = state;
  const pipelines = usePipelines(staged(type) ? type : null);
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  const shownState = search.bin ? 'bin' : hasState(list) ? (search.state ?? 'open') : 'all';
  const states = hasState(list) ? (['open', 'done', 'all', 'bin'] as const) : (['all', 'bin'] as const);
  const setState = (value: string) => {
    const chosen = value === 'done' || value === 'all' ? value : undefined;
    set(value === 'bin' ? { bin: true, state: undefined } : { bin: undefined, state: hasState(list) ? chosen : undefined });
  };
  return (
    <div className="crm-filters" role="search">
      <SearchBox value={search.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
      <OwnerField state={state} />
      {staged(type) && !board && (
        <SelectField
          label={t('crm.stage')}
          value={search.stage ?? ''}
          onChange={(stage) => set({ stage: stage || undefined })}
          options={[{ value: '', label: t('crm.anyStage') }, ...stages.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      {board && pipelines.length > 1 && (
        <SelectField
          label={t('crm.pipeline')}
          value={search.pipeline ?? pipelines[0]?.id ?? ''}
          onChange={(pipeline) => set({ pipeline })}
          options={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {!board && (
        <SelectField
          label={t('crm.state')}
          value={shownState}
          onChange={setState}
          options={states.map((value) => ({ value, label: t(STATES[value]) }))}
        />
      )}
      {!board && <OrderField state={state} due={type === 'TASK'} />}
    </div>
  );
}

/** Whose rows are listed. */
export function OwnerField({ state: { list, search, set } }: { state: ListState }) {
  const t = useT();
  const { agents } = useShell();
  return (
    <SelectField
      label={t('crm.owner')}
      value={search.owner ?? usualOwner(list)}
      onChange={(owner) => set({ owner: owner === usualOwner(list) ? undefined : owner })}
      options={[
        { value: 'all', label: t('crm.everybody') },
        { value: 'me', label: t('crm.me') },
        ...agents.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

function OrderField({ state: { list, search, set }, due }: { state: ListState; due: boolean }) {
  const t = useT();
  return (
    <SelectField
      label={t('crm.order')}
      value={search.order ?? usualOrder(list)}
      onChange={(order) => set({ order: order === usualOrder(list) ? undefined : (order as 'newest' | 'oldest') })}
      options={[
        { value: 'newest', label: t(due ? 'crm.order.dueLast' : 'crm.order.newest') },
        { value: 'oldest', label: t(due ? 'crm.order.dueFirst' : 'crm.order.oldest') },
      ]}
    />
  );
}

const STATES = { open: 'crm.state.open', done: 'crm.state.done', all: 'crm.state.all', bin: 'crm.bin' } as const;

interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
  /** Not given for the search of a list. */
  label?: string;
  type?: string;
  /** What is wrong with a text: it is then not asked for. */
  problem?: (text: string) => string | null;
}

/** Asks once the typing rests, and shows what is looked for when that came from elsewhere. */
export function SearchBox({ value, onChange, label, type = 'search', problem }: SearchBoxProps) {
  const t = useT();
  const [text, setText] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    const words = text.trim();
    if (words === sent.current || problem?.(words)) return;
    const timer = setTimeout(() => {
      sent.current = words;
      onChange(words);
    }, 250);
    return () => clearTimeout(timer);
  }, [text, onChange, problem]);
  return (
    <TextField label={label ?? t('crm.search')} type={type} value={text} onChange={setText} error={problem?.(text) ?? null} />
  );
}
