import { Button } from '@balie/web-ui';
import { Link } from '@tanstack/react-router';
import { useState, type DragEvent } from 'react';
import { useIntl } from 'react-intl';
import { useT } from '../../app/intl.js';
import type { RecordFilter, RecordLineFragment } from '../../generated/crm.js';
import { nameOf, RecordFacts } from './RecordFacts.js';
import { fromMinor } from './money.js';
import { KINDS } from './recordTypes.js';
import { usePipelines, type PipelineLine } from './usePipelines.js';
import { useRecordActions } from './useRecordActions.js';
import { useRecords } from './useRecords.js';

type Stage = PipelineLine['stages'][number];
type Moved = Extract<RecordLineFragment, { __typename: 'Ticket' | 'Deal' }>;
const MIME = 'application/x-balie-record';

interface BoardProps {
  type: 'TICKET' | 'DEAL';
  filter: RecordFilter;
  pipelineId: string | undefined;
}

/** Stages side by side. A card is dragged, or moved by its menu: there is no move that needs a mouse (ux 4.5). */
export function Board({ type, filter, pipelineId }: BoardProps) {
  const t = useT();
  const pipelines = usePipelines(type);
  const { change } = useRecordActions();
  const [held, setHeld] = useState<Moved | null>(null);
  const pipeline = pipelines.find(({ id }) => id === pipelineId) ?? pipelines[0];
  const move = (record: Moved, stage: Stage) => {
    if (record.stage.id === stage.id) return;
    const told = t('crm.movedTo', { title: nameOf(record), stage: stage.name });
    void change(record, { stageId: stage.id }, { stageId: record.stage.id }, told);
  };
  return (
    <div className="crm-board" role="group" aria-label={t('crm.board')} tabIndex={0}>
      {pipeline?.stages.map((stage) => (
        <Column
          key={stage.id}
          stage={stage}
          stages={pipeline.stages}
          filter={{ ...filter, stageId: stage.id, open: null }}
          onMove={move}
          onHold={setHeld}
          onDrop={() => held && move(held, stage)}
        />
      ))}
    </div>
  );
}

interface ColumnProps {
  stage: Stage;
  stages: readonly Stage[];
  filter: RecordFilter;
  onMove: (record: Moved, stage: Stage) => void;
  onHold: (record: Moved | null) => void;
  onDrop: () => void;
}

function Column({ stage, stages, filter, onMove, onHold, onDrop }: ColumnProps) {
  const t = useT();
  const list = useRecords(filter, 'NEWEST', 25);
  const [over, setOver] = useState(false);
  const allow = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(MIME)) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onDrop();
  };
  return (
    <section
      className="crm-column"
      aria-label={stage.name}
      data-over={over || undefined}
      onDragOver={allow}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>
        {stage.name} <span className="n">{stage.count > 999 ? '999+' : stage.count}</span>
      </h2>
      <Sums stage={stage} />
      <ul>
        {list.items.map((record) => (
          <Card key={record.id} record={record as Moved} stages={stages} onMove={onMove} onHold={onHold} />
        ))}
      </ul>
      {list.phase !== 'first' && list.items.length === 0 && <p className="meta">{t('crm.stageEmpty')}</p>}
      {list.cursor !== null && (
        <Button look="quiet" busy={list.phase === 'more'} onClick={list.more}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

/** What the deals of a stage are worth, each currency by itself. */
function Sums({ stage: { sums } }: { stage: Stage }) {
  const intl = useIntl();
  const t = useT();
  if (!sums || sums.length === 0) return null;
  const text = ({ amount, currency }: (typeof sums)[number]) =>
    intl.formatNumber(fromMinor(amount, currency), { style: 'currency', currency });
  return (
    <ul className="crm-sums meta" aria-label={t('crm.worth')}>
      {sums.map((sum) => (
        <li key={sum.currency}>{text(sum)}</li>
      ))}
    </ul>
  );
}

interface CardProps extends Pick<ColumnProps, 'stages' | 'onMove' | 'onHold'> {
  record: Moved;
}

function Card({ record, stages, onMove, onHold }: CardProps) {
  const t = useT();
  const editable = record.recordCan.includes('EDIT');
  const kind = KINDS[record.__typename === 'Ticket' ? 'TICKET' : 'DEAL'].path;
  return (
    <li
      className="crm-card"
      draggable={editable}
      onDragStart={(event) => {
        event.dataTransfer.setData(MIME, record.id);
        event.dataTransfer.effectAllowed = 'move';
        onHold(record);
      }}
      onDragEnd={() => onHold(null)}
    >
      <Link to="/$kind/$id" params={{ kind, id: record.id }}>
        {nameOf(record)}
      </Link>
      <RecordFacts record={record} inColumn />
      {editable && (
        <select
          className="input"
          aria-label={t('crm.moveTo', { title: nameOf(record) })}
          value={record.stage.id}
          onChange={(event) => {
            const stage = stages.find(({ id }) => id === event.target.value);
            if (stage) onMove(record, stage);
          }}
        >
          {stages.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </li>
  );
}
