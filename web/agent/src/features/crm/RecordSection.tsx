import { Button, IconButton } from '@balie/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { useT } from '../../app/intl.js';
import type { RecordType } from '../../generated/crm.js';
import { MeetingFacts } from './MeetingFacts.js';
import { NoteText } from './NoteText.js';
import { nameOf, RecordFacts } from './RecordFacts.js';
import { RecordForm } from './RecordForm.js';
import { KINDS } from './recordTypes.js';
import { useRecordActions } from './useRecordActions.js';
import { useRecords, type ListedRecord } from './useRecords.js';

interface SectionProps {
  type: RecordType;
  /** What they hang on. */
  toId: string;
  count: number;
  linkIds: readonly string[];
  /** The form is open: asked for by a button elsewhere. */
  adding: boolean;
  onAdding: (adding: boolean) => void;
  title?: string;
  phone?: string;
  /** What belongs here without being tied: companies by mail domain. */
  also?: readonly { id: string; title: string; domain: string | null }[];
}

/** Those of a type that hang on one thing, with their count and a form to add one in its place (S61, ux R13). */
export function RecordSection({ type, toId, count, linkIds, adding, onAdding, title, phone, also = [] }: SectionProps) {
  const t = useT();
  const { many, add, icon: Mark } = KINDS[type];
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (adding) setOpen(true);
  }, [adding]);
  return (
    <details className="sec crm-sec" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Mark size={15} aria-hidden />
        <span>{t(many)}</span>
        <span className="n">{count + also.length}</span>
      </summary>
      {open && (
        <>
          <IconButton
            className="crm-add"
            label={t(add)}
            icon={<IconPlus size={16} />}
            onClick={() => onAdding(!adding)}
            aria-expanded={adding}
          />
          {adding && type !== 'MEETING' && (
            <RecordForm type={type} linkIds={linkIds} title={title ?? ''} phone={phone ?? ''} onDone={() => onAdding(false)} />
          )}
          {also.map((company) => (
            <p key={company.id} className="crm-also">
              <Link to="/$kind/$id" params={{ kind: KINDS[type].path, id: company.id }}>
                {company.title}
              </Link>{' '}
              <span className="meta">{t('crm.byDomain', { domain: company.domain ?? '' })}</span>
            </p>
          ))}
          <RecordLines type={type} toId={toId} />
        </>
      )}
    </details>
  );
}

function RecordLines({ type, toId }: { type: RecordType; toId: string }) {
  const t = useT();
  const list = useRecords({ type, toId, deleted: false }, 'NEWEST', 10);
  if (list.phase === 'first') return <p className="meta">{t(list.error ? 'failed.part' : 'loading')}</p>;
  if (list.items.length === 0) return <p className="meta">{t(KINDS[type].none)}</p>;
  return (
    <>
      <ul className="crm-lines">
        {list.items.map((record) => (
          <li key={record.id}>
            <RecordLine record={record} type={type} />
          </li>
        ))}
      </ul>
      {list.cursor !== null && (
        <Button look="quiet" busy={list.phase === 'more'} onClick={list.more}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

function RecordLine({ record, type }: { record: ListedRecord; type: RecordType }): ReactNode {
  const link = (
    <Link to="/$kind/$id" params={{ kind: KINDS[type].path, id: record.id }}>
      {nameOf(record)}
    </Link>
  );
  return (
    <>
      {record.__typename === 'Task' ? <DoneBox record={record}>{link}</DoneBox> : link}
      {record.__typename === 'Note' && record.body && (record.body !== record.title || record.mentions.length > 0) && (
        <NoteText record={record} />
      )}
      {record.__typename === 'Meeting' ? <MeetingFacts meeting={record} /> : <RecordFacts record={record} />}
    </>
  );
}

/** A task with its box to tick. */
export function DoneBox({ record, children }: { record: Extract<ListedRecord, { __typename: 'Task' }>; children: ReactNode }) {
  const t = useT();
  const { change } = useRecordActions();
  const done = record.doneAt !== null;
  const toggle = () => void change(record, { done: !done }, { done }, t(done ? 'crm.taskOpen' : 'crm.taskDone'));
  return (
    <span className="crm-task" data-done={done || undefined}>
      <input
        type="checkbox"
        checked={done}
        disabled={!record.recordCan.includes('EDIT')}
        aria-label={t('crm.isDone', { title: record.title })}
        onChange={toggle}
      />
      {children}
    </span>
  );
}
