import { Button, IconButton } from '@balie/web-ui';
import { IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { PartTexts, useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { SelectField, TextField } from '../../components/fields.js';
import {
  PropertiesDocument,
  RemovePropertyDocument,
  SavePropertyDocument,
  type ContactPropertyInput,
  type PropertyLineFragment,
  type PropertyType,
} from '../../generated/crm.js';
import { makeId } from '../../lib/ids.js';
import { Loaded } from '../settings/Loaded.js';
import { useRun } from '../settings/useRun.js';
import { AreaField } from './AreaField.js';
import '../../styles/crm.css';

const TYPES: readonly PropertyType[] = ['TEXT', 'NUMBER', 'DATE', 'CHOICE', 'YES_NO', 'LINK'];

/** Which facts are kept of each contact, and which stand beside the conversation (S60). */
export function ContactFields() {
  return (
    <PartTexts part="crm">
      <Fields />
    </PartTexts>
  );
}

function Fields() {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: PropertiesDocument, requestPolicy: 'cache-and-network' });
  const { run, busy } = useRun();
  const refresh = () => again({ requestPolicy: 'network-only' });
  const save = async (input: ContactPropertyInput): Promise<boolean> => {
    const answer = await run({
      document: SavePropertyDocument,
      variables: { input },
      problems: (one) => one.contactPropertySave.userErrors,
    });
    if (answer) refresh();
    return answer !== null;
  };
  const remove = async (property: PropertyLineFragment) => {
    const answer = await run({
      document: RemovePropertyDocument,
      variables: { id: property.id },
      problems: (one) => one.contactPropertyRemove.userErrors,
    });
    if (!answer) return;
    refresh();
    const { id, label, type, options, inAbout } = property;
    toast(t('crm.fieldRemoved', { label }), { label: t('undo'), run: () => void save({ id, label, type, options, inAbout }) });
  };
  return (
    <>
      <Loaded
        ready={data !== undefined}
        error={error}
        onRetry={refresh}
        empty={data?.contactProperties.length === 0 && t('crm.noFields')}
      >
        <ul className="lines" aria-label={t('settings.contactFields')}>
          {data?.contactProperties.map((property) => (
            <li key={property.id}>
              <div className="line-text">
                <b>{property.label}</b>
                <p className="meta">{[t(`propertyType.${property.type}`), ...property.options].join(' · ')}</p>
              </div>
              <label className="switch">
                <input
                  type="checkbox"
                  role="switch"
                  aria-label={`${property.label}: ${t('crm.fieldInAbout')}`}
                  checked={property.inAbout}
                  disabled={busy}
                  onChange={() => {
                    const { id, label, type, options, version } = property;
                    void save({ id, label, type, options, inAbout: !property.inAbout, expectedVersion: version });
                  }}
                />
                <span className="help">{t('crm.fieldInAbout')}</span>
              </label>
              <IconButton
                label={t('crm.removeAddress', { value: property.label })}
                icon={<IconX size={16} />}
                onClick={() => void remove(property)}
              />
            </li>
          ))}
        </ul>
      </Loaded>
      <NewField onSave={save} busy={busy} />
    </>
  );
}

const EMPTY = { label: '', type: 'TEXT' as PropertyType, options: '', inAbout: true };

function NewField({ onSave, busy }: { onSave: (input: ContactPropertyInput) => Promise<boolean>; busy: boolean }) {
  const t = useT();
  const [form, setForm] = useState(EMPTY);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const options = form.type === 'CHOICE' ? form.options.split('\n') : [];
    if (await onSave({ id: makeId('prp'), label: form.label, type: form.type, options, inAbout: form.inAbout })) setForm(EMPTY);
  };
  return (
    <form className="panel" aria-label={t('crm.newField')} onSubmit={(event) => void submit(event)}>
      <h2>{t('crm.newField')}</h2>
      <div className="two">
        <TextField
          label={t('crm.fieldLabel')}
          value={form.label}
          onChange={(label) => setForm({ ...form, label })}
          required
          maxLength={60}
        />
        <SelectField
          label={t('crm.fieldType')}
          value={form.type}
          onChange={(type) => setForm({ ...form, type: type as PropertyType })}
          options={TYPES.map((value) => ({ value, label: t(`propertyType.${value}`) }))}
        />
      </div>
      {form.type === 'CHOICE' && (
        <AreaField
          label={t('crm.fieldOptions')}
          value={form.options}
          onChange={(options) => setForm({ ...form, options })}
          required
        />
      )}
      <label className="switch">
        <input type="checkbox" checked={form.inAbout} onChange={() => setForm({ ...form, inAbout: !form.inAbout })} />
        <span>{t('crm.fieldInAbout')}</span>
      </label>
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('crm.newField')}
        </Button>
      </div>
    </form>
  );
}
