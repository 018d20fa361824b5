import { Button } from '@balie/web-ui';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../app/intl.js';
import { NotFound } from '../../app/NotFound.js';
import { SelectField, TextField } from '../../components/fields.js';
import {
  RecordPageDocument,
  type LinkedToFragment,
  type Priority,
  type RecordLineFragment,
  type RecordType,
} from '../../generated/crm.js';
import { Loaded } from '../settings/Loaded.js';
import { calledIn, type Callable } from '../composer/mentions.js';
import { useCallables } from '../composer/useCallables.js';
import { AreaField } from './AreaField.js';
import { NoteField } from './NoteField.js';
import { NoteText } from './NoteText.js';
import { CrmShell } from './CrmShell.js';
import { LinkedName } from './Linked.js';
import { CurrencyField } from './CurrencyField.js';
import { toMinor, typedAmount } from './money.js';
import { useCurrency } from './useCurrency.js';
import { MeetingFacts } from './MeetingFacts.js';
import { nameOf, RecordFacts } from './RecordFacts.js';
import { OwnerField, StageField } from './RecordForm.js';
import { fromLocal, KINDS, PRIORITIES, toLocal } from './recordTypes.js';
import { useFresh } from './useFresh.js';
import { useRecordActions } from './useRecordActions.js';

/** One record: what it says, and what it is about. */
export function RecordPage({ id, type }: { id: string; type: RecordType }) {
  const t = useT();
  const { locale } = useLocale();
  const [{ data, error, fetching }, again] = useQuery({
    query: RecordPageDocument,
    variables: { id, language: locale },
    requestPolicy: 'cache-and-network',
  });
  useFresh(() => again({ requestPolicy: 'network-only' }));
  const node = data?.node;
  const record = node && 'title' in node ? node : null;
  if (data && !record && !fetching) return <NotFound />;
  return (
    <CrmShell title={record ? nameOf(record) : t(KINDS[type].many)} current={KINDS[type].path}>
      <Loaded ready={record !== null} error={error} onRetry={() => again()}>
        {record && (
          <Opened record={record} links={record.links} people={'contacts' in record ? record.contacts.nodes : null} type={type} />
        )}
      </Loaded>
    </CrmShell>
  );
}

interface OpenedProps {
  record: RecordLineFragment;
  links: readonly LinkedToFragment[];
  /** Of a company. */
  people: readonly LinkedToFragment[] | null;
  type: RecordType;
}

function Opened({ record, links, people, type }: OpenedProps) {
  const t = useT();
  const navigate = useNavigate();
  const { remove, link, busy } = useRecordActions();
  const editable = record.recordCan.includes('EDIT');
  const erase = async () => {
    if (await remove([record])) await navigate({ to: '/$kind', params: { kind: KINDS[type].path }, search: {} });
  };
  return (
    <>
      {record.__typename === 'Meeting' ? <MeetingFacts meeting={record} /> : <RecordFacts record={record} />}
      {record.deletedAt && (
        <p className="alert" role="status">
          {t('crm.inBin')}{' '}
          <Button busy={busy} onClick={() => void remove([record], true)}>
            {t('crm.restore')}
          </Button>
        </p>
      )}
      <section className="panel" aria-label={t('crm.about')}>
        <h2>{t('crm.about')}</h2>
        {links.length === 0 && <p className="meta">{t('crm.aboutNothing')}</p>}
        <ul className="crm-links">
          {links.map((node) => (
            <li key={node.id}>
              <LinkedName node={node} />
              {editable && (
                <Button look="quiet" busy={busy} onClick={() => void link(record.id, node.id, true)}>
                  {t('crm.untie')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
      {people && (
        <section className="panel" aria-label={t('crm.people')}>
          <h2>{t('crm.people')}</h2>
          {people.length === 0 && <p className="meta">{t('crm.noPeople')}</p>}
          <ul className="crm-links">
            {people.map((node) => (
              <li key={node.id}>
                <LinkedName node={node} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {editable && record.__typename !== 'Meeting' ? <EditForm record={record} /> : <ReadOnly record={record} />}
      {editable && !record.deletedAt && (
        <Button look="danger" busy={busy} onClick={() => void erase()}>
          {t('crm.delete')}
        </Button>
      )}
    </>
  );
}

function ReadOnly({ record }: { record: RecordLineFragment }) {
  const t = useT();
  return (
    <section className="panel">
      {'body' in record && record.body ? <NoteText record={record} /> : <p className="meta">{t('crm.nothingMore')}</p>}
    </section>
  );
}

type Form = ReturnType<typeof formOf>;

/** What has a form here: a meeting is changed in its dialog, so that its guests are told. */
type Editable = Exclude<RecordLineFragment, { __typename: 'Meeting' }>;

function formOf(record: Editable) {
  const amount =
    record.__typename === 'Deal' && record.amount !== null && record.currency ? typedAmount(record.amount, record.currency) : '';
  return {
    title: record.title,
    body: record.body ?? '',
    ownerId: record.owner?.id ?? '',
    stageId: 'stage' in record ? record.stage.id : '',
    priority: record.__typename === 'Ticket' ? (record.priority ?? '') : '',
    source: record.__typename === 'Ticket' ? (record.source ?? '') : '',
    amount,
    currency: record.__typename === 'Deal' ? (record.currency ?? '') : '',
    dueAt: 'dueAt' in record ? toLocal(record.dueAt) : '',
    remindAt: record.__typename === 'Task' ? toLocal(record.remindAt) : '',
    domain: record.__typename === 'Company' ? (record.domain ?? '') : '',
  };
}

/** The fields of the type as the server takes them. */
function inputOf(record: Editable, form: Form, callable: readonly Callable[]) {
  const common = { body: form.body };
  const named = { ...common, title: form.title };
  switch (record.__typename) {
    case 'Ticket':
      return {
        ...named,
        ownerId: form.ownerId || null,
        stageId: form.stageId,
        priority: (form.priority as Priority) || null,
        source: form.source || null,
      };
    case 'Deal': {
      const amount = form.currency === '' ? null : toMinor(form.amount, form.currency);
      return {
        ...named,
        ownerId: form.ownerId || null,
        stageId: form.stageId,
        amount,
        currency: amount === null ? null : form.currency,
        dueAt: fromLocal(form.dueAt),
      };
    }
    case 'Task':
      return { ...named, ownerId: form.ownerId || null, dueAt: fromLocal(form.dueAt), remindAt: fromLocal(form.remindAt) };
    case 'Company':
      return { ...named, ownerId: form.ownerId || null, domain: form.domain || null };
    case 'Note':
      return { ...common, mentionIds: calledIn(form.body, callable).map(({ id }) => id) };
    case 'Call':
      return common;
  }
}

/** An amount with its currency: the usual one where it had none. */
function AmountFields({ form, set }: { form: Form; set: (part: Partial<Form>) => void }) {
  const t = useT();
  const usual = useCurrency();
  const currency = form.currency || (usual ?? '');
  if (currency === '') return null;
  return (
    <>
      <TextField
        label={t('crm.amountColumn')}
        inputMode="decimal"
        value={form.amount}
        onChange={(amount) => set({ amount, currency })}
      />
      <CurrencyField value={currency} onChange={(chosen) => set({ currency: chosen })} />
    </>
  );
}

function EditForm({ record }: { record: Editable }) {
  const t = useT();
  const { all } = useCallables();
  const { change, busy } = useRecordActions();
  // What the form was filled from: a change of somebody else never touches what is typed.
  const [base, setBase] = useState(record);
  const before = formOf(base);
  const [form, setForm] = useState(before);
  const set = (part: Partial<Form>) => setForm({ ...form, ...part });
  const changed = JSON.stringify(form) !== JSON.stringify(before);
  const fill = (from: Editable) => {
    setBase(from);
    setForm(formOf(from));
  };
  if (record.version > base.version && !changed) fill(record);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await change(base, inputOf(base, form, all), inputOf(base, before, all), t('crm.saved', { title: form.title }));
    if (saved && saved.__typename !== 'Meeting') fill(saved);
  };
  const kind = record.__typename;
  return (
    <form className="panel" onSubmit={(event) => void submit(event)}>
      {record.version > base.version && (
        <p className="alert" role="status">
          {t('crm.changedMeanwhile')}{' '}
          <Button look="quiet" onClick={() => fill(record)}>
            {t('crm.takeTheirs')}
          </Button>
        </p>
      )}
      {kind !== 'Note' && kind !== 'Call' && (
        <TextField label={t('crm.title')} value={form.title} onChange={(title) => set({ title })} required maxLength={250} />
      )}
      <div className="two">
        {(kind === 'Ticket' || kind === 'Deal') && (
          <StageField
            type={kind === 'Ticket' ? 'TICKET' : 'DEAL'}
            value={form.stageId}
            onChange={(stageId) => set({ stageId })}
          />
        )}
        {kind !== 'Note' && kind !== 'Call' && <OwnerField value={form.ownerId} onChange={(ownerId) => set({ ownerId })} />}
        {kind === 'Ticket' && (
          <>
            <SelectField
              label={t('crm.priority')}
              value={form.priority}
              onChange={(priority) => set({ priority })}
              options={[
                { value: '', label: t('crm.noPriority') },
                ...PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) })),
              ]}
            />
            <TextField label={t('crm.source')} value={form.source} onChange={(source) => set({ source })} maxLength={60} />
          </>
        )}
        {kind === 'Deal' && (
          <>
            <AmountFields form={form} set={set} />
            <TextField label={t('crm.closes')} type="datetime-local" value={form.dueAt} onChange={(dueAt) => set({ dueAt })} />
          </>
        )}
        {kind === 'Task' && (
          <>
            <TextField label={t('crm.due')} type="datetime-local" value={form.dueAt} onChange={(dueAt) => set({ dueAt })} />
            <TextField
              label={t('crm.remind')}
              type="datetime-local"
              value={form.remindAt}
              onChange={(remindAt) => set({ remindAt })}
            />
          </>
        )}
        {kind === 'Company' && (
          <TextField
            label={t('crm.domain')}
            help={t('crm.domainHelp')}
            value={form.domain}
            onChange={(domain) => set({ domain })}
          />
        )}
      </div>
      {kind === 'Note' ? (
        <>
          <NoteField value={form.body} onChange={(body) => set({ body })} />
          {!changed && record.mentions.length > 0 && <NoteText record={record} />}
        </>
      ) : (
        <AreaField
          label={t(kind === 'Call' ? 'crm.note' : 'crm.description')}
          value={form.body}
          onChange={(body) => set({ body })}
        />
      )}
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy} disabled={!changed}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
