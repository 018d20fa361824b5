import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import { SelectField, TextField } from '../../components/fields.js';
import type { Priority, RecordSaveInput, RecordType } from '../../generated/crm.js';
import { makeId } from '../../lib/ids.js';
import { CallFields, NO_CALL, toSeconds, type CallForm } from './CallFields.js';
import { calledIn } from '../composer/mentions.js';
import { useCallables } from '../composer/useCallables.js';
import { AreaField } from './AreaField.js';
import { NoteField } from './NoteField.js';
import { CurrencyField } from './CurrencyField.js';
import { toMinor } from './money.js';
import { useCurrency } from './useCurrency.js';
import { fromLocal, KINDS, PRIORITIES } from './recordTypes.js';
import { usePipelines } from './usePipelines.js';
import { useRecordActions } from './useRecordActions.js';

interface FormProps {
  /** Meetings have a dialog of their own. */
  type: Exclude<RecordType, 'MEETING'>;
  /** What the new record is about. */
  linkIds: readonly string[];
  title?: string;
  phone?: string;
  onDone: () => void;
}

/** Makes a record, in its place; Escape leaves it (ux R13). */
export function RecordForm({ type, linkIds, title = '', phone = '', onDone }: FormProps) {
  const t = useT();
  const { viewer } = useShell();
  const { all } = useCallables();
  const { save, busy } = useRecordActions();
  // One id for all tries: a repeat answers with the first result.
  const [id] = useState(() => makeId(KINDS[type].prefix));
  const [form, setForm] = useState({
    title,
    body: '',
    priority: '',
    stageId: '',
    amount: '',
    currency: '',
    dueAt: '',
    remindAt: '',
    domain: '',
    ownerId: viewer.id,
  });
  const usual = useCurrency(type !== 'DEAL');
  const currency = form.currency || (usual ?? '');
  const [call, setCall] = useState<CallForm>({ ...NO_CALL, phone });
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const mentionIds = type === 'NOTE' ? { mentionIds: calledIn(form.body, all).map((one) => one.id) } : {};
    const saved = await save({ ...inputOf(type, { ...form, currency }, call), ...mentionIds, id, linkIds: [...linkIds] });
    if (!saved) return;
    toast(t('crm.saved', { title: saved.title }));
    onDone();
  };
  return (
    <form
      className="crm-form"
      aria-label={t(KINDS[type].add)}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      {type === 'NOTE' && <NoteField value={form.body} onChange={(body) => set({ body })} autoFocus />}
      {type === 'CALL' && <CallFields call={call} onChange={setCall} about={{ id, linkIds }} onTaken={onDone} />}
      {type !== 'NOTE' && type !== 'CALL' && (
        <TextField
          label={t(type === 'TASK' ? 'crm.whatToDo' : 'crm.title')}
          value={form.title}
          onChange={(value) => set({ title: value })}
          required
          autoFocus
          maxLength={250}
        />
      )}
      {(type === 'TICKET' || type === 'DEAL') && (
        <StageField type={type} value={form.stageId} onChange={(stageId) => set({ stageId })} />
      )}
      {type === 'TICKET' && (
        <SelectField
          label={t('crm.priority')}
          value={form.priority}
          onChange={(priority) => set({ priority })}
          options={[
            { value: '', label: t('crm.noPriority') },
            ...PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) })),
          ]}
        />
      )}
      {type === 'DEAL' && currency !== '' && (
        <>
          <TextField
            label={t('crm.amountColumn')}
            inputMode="decimal"
            value={form.amount}
            onChange={(amount) => set({ amount })}
          />
          <CurrencyField value={currency} onChange={(chosen) => set({ currency: chosen })} />
        </>
      )}
      {type === 'TASK' && (
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
      {type === 'COMPANY' && (
        <TextField
          label={t('crm.domain')}
          help={t('crm.domainHelp')}
          value={form.domain}
          onChange={(domain) => set({ domain })}
        />
      )}
      {(type === 'TICKET' || type === 'DEAL' || type === 'TASK') && (
        <OwnerField value={form.ownerId} onChange={(ownerId) => set({ ownerId })} />
      )}
      {(type === 'TICKET' || type === 'TASK' || type === 'CALL') && (
        <AreaField
          label={t(type === 'CALL' ? 'crm.note' : 'crm.description')}
          value={form.body}
          onChange={(body) => set({ body })}
        />
      )}
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Only the fields that the type has. */
function inputOf(type: FormProps['type'], form: Record<string, string>, call: CallForm): Omit<RecordSaveInput, 'id'> {
  const { title, body, stageId, ownerId } = form;
  const text = body ? { body } : {};
  switch (type) {
    case 'NOTE':
      return { body };
    case 'CALL':
      return {
        ...text,
        call: {
          phone: call.phone || null,
          direction: call.direction,
          outcome: call.outcome || null,
          seconds: toSeconds(call.minutes),
        },
      };
    case 'TICKET':
      return {
        title,
        ...text,
        ownerId: ownerId || null,
        stageId: stageId || null,
        priority: (form['priority'] as Priority) || null,
      };
    case 'DEAL': {
      const currency = form['currency'] ?? '';
      const amount = currency === '' ? null : toMinor(form['amount'] ?? '', currency);
      return {
        title,
        ownerId: ownerId || null,
        stageId: stageId || null,
        ...(amount === null ? {} : { amount, currency }),
      };
    }
    case 'TASK':
      return {
        title,
        ...text,
        ownerId: ownerId || null,
        dueAt: fromLocal(form['dueAt'] ?? ''),
        remindAt: fromLocal(form['remindAt'] ?? ''),
      };
    case 'COMPANY':
      return { title, domain: form['domain'] || null };
  }
}

/** A choice of stage, by pipeline where there are several; empty for where new ones begin. */
export function StageField({
  type,
  value,
  onChange,
}: {
  type: 'TICKET' | 'DEAL';
  value: string;
  onChange: (id: string) => void;
}) {
  const t = useT();
  const pipelines = usePipelines(type);
  const options = pipelines.flatMap((pipeline) =>
    pipeline.stages.map((stage) => ({
      value: stage.id,
      label: pipelines.length > 1 ? `${pipeline.name}: ${stage.name}` : stage.name,
    })),
  );
  return <SelectField label={t('crm.stage')} value={value || (options[0]?.value ?? '')} onChange={onChange} options={options} />;
}

/** A choice of colleague, or nobody. */
export function OwnerField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useT();
  const { agents } = useShell();
  return (
    <SelectField
      label={t('crm.owner')}
      value={value}
      onChange={onChange}
      options={[{ value: '', label: t('crm.nobody') }, ...agents.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}
