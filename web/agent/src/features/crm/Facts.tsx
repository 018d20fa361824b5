import { IconCircleCheck, IconExternalLink, IconX } from '@tabler/icons-react';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { Button, IconButton } from '@balie/web-ui';
import { useIntl } from 'react-intl';
import { useT, type TextKey } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { SelectField, TextField } from '../../components/fields.js';
import type { ContactFactsFragment, PropertyLineFragment } from '../../generated/crm.js';
import { shownValue } from '../../lib/person.js';
import { useContactActions } from './useContactActions.js';

interface FactsProps {
  contact: ContactFactsFragment;
  properties: readonly PropertyLineFragment[];
}

/** What the team keeps of a contact, each fact edited in its place: Enter saves, Escape leaves it (S60, ux R13). */
export function Facts({ contact, properties }: FactsProps) {
  const t = useT();
  const { agents } = useShell();
  const { save } = useContactActions();
  const editable = contact.contactCan.includes('EDIT');
  const facts = (contact.fields ?? {}) as Record<string, unknown>;
  const put = (id: string, value: unknown) =>
    void save({ id: contact.id, fields: { [id]: value }, expectedVersion: contact.version });
  return (
    <dl className="crm-facts">
      <div>
        <dt>{t('crm.owner')}</dt>
        <dd>
          {editable ? (
            <select
              className="input"
              aria-label={t('crm.owner')}
              value={contact.owner?.id ?? ''}
              onChange={(event) =>
                void save({ id: contact.id, ownerId: event.target.value || null, expectedVersion: contact.version })
              }
            >
              <option value="">{t('crm.nobody')}</option>
              {agents.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          ) : (
            (contact.owner?.name ?? t('crm.nobody'))
          )}
        </dd>
      </div>
      {properties.map((property) => (
        <Fact
          key={property.id}
          property={property}
          value={facts[property.id]}
          editable={editable}
          onSave={(value) => put(property.id, value)}
        />
      ))}
    </dl>
  );
}

interface FactProps {
  property: PropertyLineFragment;
  value: unknown;
  editable: boolean;
  onSave: (value: unknown) => void;
}

function Fact({ property, value, editable, onSave }: FactProps) {
  const t = useT();
  const { label, type, options } = property;
  const yesNo = type === 'YES_NO';
  const choices = yesNo ? ['true', 'false'] : options;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {editable && (type === 'CHOICE' || yesNo) ? (
          <select
            className="input"
            aria-label={label}
            value={value === undefined ? '' : String(value)}
            onChange={(event) =>
              onSave(event.target.value === '' ? null : yesNo ? event.target.value === 'true' : event.target.value)
            }
          >
            <option value="">–</option>
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {yesNo ? t(choice === 'true' ? 'crm.yes' : 'crm.no') : choice}
              </option>
            ))}
          </select>
        ) : (
          <TypedFact property={property} value={value} editable={editable} onSave={onSave} />
        )}
      </dd>
    </div>
  );
}

const INPUTS = { TEXT: 'text', NUMBER: 'number', DATE: 'date', LINK: 'url', CHOICE: 'text', YES_NO: 'text' } as const;

function TypedFact({ property, value, editable, onSave }: FactProps) {
  const t = useT();
  const intl = useIntl();
  const [text, setText] = useState<string | null>(null);
  const { label, type } = property;
  const shown =
    value === undefined
      ? '–'
      : type === 'DATE'
        ? intl.formatDate(`${String(value)}T12:00:00`)
        : type === 'NUMBER'
          ? intl.formatNumber(Number(value))
          : String(value);
  const done = () => {
    const next = (text ?? '').trim();
    setText(null);
    if (next !== String(value ?? '')) onSave(next === '' ? null : type === 'NUMBER' ? Number(next.replace(',', '.')) : next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') done();
    if (event.key === 'Escape') setText(null);
  };
  if (text !== null)
    return (
      <input
        className="input"
        type={INPUTS[type]}
        step="any"
        aria-label={label}
        value={text}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onBlur={done}
        onKeyDown={onKeyDown}
      />
    );
  return (
    <>
      {editable ? (
        <button type="button" className="crm-fact" onClick={() => setText(String(value ?? ''))}>
          {shown}
          <span className="vh"> {t('crm.editFact', { label })}</span>
        </button>
      ) : (
        shown
      )}
      {type === 'LINK' && value !== undefined && (
        <a href={String(value)} target="_blank" rel="noopener noreferrer" aria-label={t('crm.openLink', { label })}>
          <IconExternalLink size={14} aria-hidden />
        </a>
      )}
    </>
  );
}

const KINDS: Record<string, TextKey> = {
  email: 'identity.email',
  phone: 'identity.phone',
  visitor: 'identity.visitor',
  external: 'crm.target.id',
};
const BY_HAND = ['email', 'phone'] as const;

/** How a contact is known, with what a person adds and takes away by hand. */
export function Addresses({ contact }: { contact: ContactFactsFragment }) {
  const t = useT();
  const { save } = useContactActions();
  const editable = contact.contactCan.includes('EDIT');
  const remove = (kind: string, value: string) =>
    void save({ id: contact.id, removeIdentities: [{ kind, value }], expectedVersion: contact.version });
  return (
    <>
      <ul className="crm-addresses">
        {contact.identities.map(({ kind, value, verified }) => (
          <li key={`${kind} ${value}`}>
            <span className="meta">{KINDS[kind] ? t(KINDS[kind] as TextKey) : kind}</span>
            <span className="crm-value">
              {kind === 'phone' ? <a href={`tel:${value.replaceAll(/[^\d+*#]/g, '')}`}>{value}</a> : shownValue(value)}
              {verified && (
                <span className="verified" title={t('about.verified')}>
                  <IconCircleCheck size={14} aria-hidden />
                  <span className="vh"> {t('about.verified')}</span>
                </span>
              )}
            </span>
            {editable && BY_HAND.includes(kind as 'email') && !verified && (
              <IconButton
                label={t('crm.removeAddress', { value })}
                icon={<IconX size={14} />}
                onClick={() => remove(kind, value)}
              />
            )}
          </li>
        ))}
      </ul>
      {editable && <AddAddress contact={contact} />}
    </>
  );
}

function AddAddress({ contact }: { contact: ContactFactsFragment }) {
  const t = useT();
  const { save, busy } = useContactActions();
  const [form, setForm] = useState<{ kind: string; value: string } | null>(null);
  if (!form)
    return (
      <Button look="quiet" onClick={() => setForm({ kind: 'email', value: '' })}>
        {t('crm.addAddress')}
      </Button>
    );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await save({ id: contact.id, addIdentities: [form], expectedVersion: contact.version })) setForm(null);
  };
  return (
    <form
      className="crm-form"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && setForm(null)}
    >
      <SelectField
        label={t('crm.addressKind')}
        value={form.kind}
        onChange={(kind) => setForm({ ...form, kind })}
        options={BY_HAND.map((value) => ({ value, label: t(KINDS[value] as TextKey) }))}
      />
      <TextField
        label={t('crm.address')}
        type={form.kind === 'email' ? 'email' : 'tel'}
        value={form.value}
        onChange={(value) => setForm({ ...form, value })}
        required
        autoFocus
      />
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={() => setForm(null)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
