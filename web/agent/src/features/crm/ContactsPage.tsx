import { Button } from '@balie/web-ui';
import { IconPlus, IconTableImport } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useT } from '../../app/intl.js';
import { SelectField, TextField } from '../../components/fields.js';
import { makeId } from '../../lib/ids.js';
import { Loaded } from '../settings/Loaded.js';
import { CrmShell } from './CrmShell.js';
import { ExportList } from './ExportList.js';
import { ColumnsButton } from './lists/ColumnsButton.js';
import { USUAL_CONTACT_COLUMNS, useContactColumns, useProperties } from './lists/contactColumns.js';
import { ContactTable } from './lists/ContactTable.js';
import { FactFilter } from './lists/FactFilter.js';
import { factOf } from './lists/facts.js';
import { SaveListView } from './lists/SaveListView.js';
import { useList } from './lists/useList.js';
import type { ListSearch } from './listSearch.js';
import { OwnerField, SearchBox } from './RecordsPage.js';
import { useContactActions } from './useContactActions.js';

/** Everybody who ever wrote or was written down; what filters stands in the address or in a saved view. */
export function ContactsPage({ search: asked }: { search: ListSearch }) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const properties = useProperties();
  const columns = useContactColumns(properties);
  const state = useList('CONTACTS', asked);
  const shown = state.columns ?? USUAL_CONTACT_COLUMNS;
  const { search, set, ownerId, view, waiting } = state;
  const fact = factOf(search.fact);
  const filter = { q: search.q, ownerId, bin: search.bin ?? false, fact };
  return (
    <CrmShell
      title={view?.name ?? t('crm.contacts')}
      current="contacts"
      list="CONTACTS"
      actions={
        <span className="row-actions">
          <ColumnsButton state={state} choices={columns} shown={shown} />
          <ExportList
            list="contacts"
            asked={{ search: search.q, ownerId, deleted: search.bin ? '1' : null, fact: fact && JSON.stringify(fact) }}
          />
          <Link className="btn" to="/contacts/import">
            <IconTableImport size={16} aria-hidden />
            {t('crm.import')}
          </Link>
          <Button look="primary" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            <IconPlus size={16} aria-hidden />
            {t('crm.addContact')}
          </Button>
        </span>
      }
    >
      {adding && <AddContact onDone={() => setAdding(false)} />}
      <Loaded ready={!waiting} error={undefined} onRetry={() => undefined}>
        <div className="crm-filters" role="search">
          <SearchBox value={search.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
          <OwnerField state={state} />
          <FactFilter state={state} properties={properties} />
          <SelectField
            label={t('crm.state')}
            value={search.bin ? 'bin' : ''}
            onChange={(value) => set({ bin: value === 'bin' || undefined })}
            options={[
              { value: '', label: t('crm.present') },
              { value: 'bin', label: t('crm.bin') },
            ]}
          />
        </div>
        <SaveListView state={state} columns={shown} />
        <ContactTable
          key={JSON.stringify(filter)}
          filter={filter}
          properties={properties}
          columns={shown.flatMap((key) => columns.find((column) => column.key === key) ?? [])}
          filtered={Boolean(view ?? search.q ?? search.owner ?? search.fact ?? search.bin)}
        />
      </Loaded>
    </CrmShell>
  );
}

function AddContact({ onDone }: { onDone: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const { save, busy } = useContactActions();
  const [id] = useState(() => makeId('con'));
  const [form, setForm] = useState({ name: '', email: '', phone: '' });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const addIdentities = [
      ...(form.email ? [{ kind: 'email', value: form.email }] : []),
      ...(form.phone ? [{ kind: 'phone', value: form.phone }] : []),
    ];
    if (!(await save({ id, name: form.name || null, addIdentities }))) return;
    onDone();
    await navigate({ to: '/contacts/$id', params: { id } });
  };
  return (
    <form className="panel" aria-label={t('crm.addContact')} onSubmit={(event) => void submit(event)}>
      <div className="two">
        <TextField
          label={t('field.name')}
          value={form.name}
          onChange={(name) => setForm({ ...form, name })}
          autoFocus
          maxLength={200}
        />
        <TextField
          label={t('identity.email')}
          type="email"
          value={form.email}
          onChange={(email) => setForm({ ...form, email })}
        />
        <TextField label={t('identity.phone')} type="tel" value={form.phone} onChange={(phone) => setForm({ ...form, phone })} />
      </div>
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy} disabled={!form.name && !form.email && !form.phone}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
