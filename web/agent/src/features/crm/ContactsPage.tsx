import { Avatar, Button } from '@balie/web-ui';
import { IconPlus, IconTableImport } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import { useClient, type CombinedError } from 'urql';
import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import { SelectField, TextField } from '../../components/fields.js';
import { ContactListDocument, type ContactFactsFragment } from '../../generated/crm.js';
import { makeId } from '../../lib/ids.js';
import { personName, shownValue } from '../../lib/person.js';
import { useTimes } from '../../lib/useTimes.js';
import { Loaded } from '../settings/Loaded.js';
import { CrmShell } from './CrmShell.js';
import { ExportList } from './ExportList.js';
import type { ContactSearch } from './listSearch.js';
import { SearchBox } from './RecordsPage.js';
import { useContactActions } from './useContactActions.js';
import { useFresh } from './useFresh.js';

interface State {
  items: readonly ContactFactsFragment[];
  cursor: string | null;
  phase: 'first' | 'ready' | 'more';
  error: CombinedError | undefined;
}
const EMPTY: State = { items: [], cursor: null, phase: 'first', error: undefined };

function useContacts({ q, owner, bin }: ContactSearch) {
  const client = useClient();
  const { live } = useServices();
  const { locale } = useLocale();
  const [state, setState] = useState(EMPTY);
  const run = useRef(0);
  const fetch = useCallback(
    async (after: string | null) => {
      const mine = after === null ? (run.current += 1) : run.current;
      const variables = { search: q ?? null, ownerId: owner ?? null, deleted: bin ?? false, first: 50, after };
      const { data, error } = await client.query(ContactListDocument, variables, { requestPolicy: 'network-only' }).toPromise();
      if (mine !== run.current) return;
      const page = data?.contacts;
      if (page) live.start(client, page.position, locale);
      setState((before) => ({
        items: page ? [...(after === null ? [] : before.items), ...page.nodes] : before.items,
        cursor: page ? (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null) : before.cursor,
        phase: page || before.phase !== 'first' ? 'ready' : 'first',
        error,
      }));
    },
    [client, live, locale, q, owner, bin],
  );
  useEffect(() => {
    setState(EMPTY);
    void fetch(null);
  }, [fetch]);
  useFresh(() => void fetch(null), ['contact.']);
  const more = () => {
    setState((before) => ({ ...before, phase: 'more' }));
    void fetch(state.cursor);
  };
  return { ...state, again: () => void fetch(null), more };
}

/** Everybody who ever wrote or was written down; what filters stands in the address. */
export function ContactsPage({ search }: { search: ContactSearch }) {
  const t = useT();
  const navigate = useNavigate({ from: '/contacts' });
  const { agents } = useShell();
  const [adding, setAdding] = useState(false);
  const list = useContacts(search);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const set = (part: ContactSearch) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const chosen = list.items.filter(({ id }) => picked.has(id));
  const pick = (id: string, on: boolean) => setPicked(new Set(on ? [...picked, id] : [...picked].filter((one) => one !== id)));
  return (
    <CrmShell
      title={t('crm.contacts')}
      current="contacts"
      actions={
        <span className="row-actions">
          <ExportList list="contacts" asked={{ search: search.q, ownerId: search.owner, deleted: search.bin ? '1' : null }} />
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
      <div className="crm-filters" role="search">
        <SearchBox value={search.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
        <SelectField
          label={t('crm.owner')}
          value={search.owner ?? ''}
          onChange={(owner) => set({ owner: owner || undefined })}
          options={[{ value: '', label: t('crm.everybody') }, ...agents.map(({ id, name }) => ({ value: id, label: name }))]}
        />
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
      {chosen.length > 0 && <Bulk contacts={chosen} restore={search.bin === true} onDone={() => setPicked(new Set())} />}
      <Loaded
        ready={list.phase !== 'first'}
        error={list.error}
        onRetry={list.again}
        empty={list.items.length === 0 && t(search.q || search.owner || search.bin ? 'crm.noneSuch' : 'crm.noContacts')}
      >
        <ul className="lines crm-table" aria-label={t('crm.contacts')}>
          {list.items.map((contact) => (
            <ContactLine
              key={contact.id}
              contact={contact}
              picked={picked.has(contact.id)}
              onPick={(on) => pick(contact.id, on)}
            />
          ))}
        </ul>
        {list.cursor !== null && (
          <Button busy={list.phase === 'more'} onClick={list.more}>
            {t('more')}
          </Button>
        )}
      </Loaded>
    </CrmShell>
  );
}

function ContactLine({
  contact,
  picked,
  onPick,
}: {
  contact: ContactFactsFragment;
  picked: boolean;
  onPick: (on: boolean) => void;
}) {
  const t = useT();
  const times = useTimes();
  const name = personName(contact) ?? t('contact.unknown');
  return (
    <li>
      <input
        type="checkbox"
        aria-label={t('crm.pick', { title: name })}
        checked={picked}
        onChange={(event) => onPick(event.target.checked)}
      />
      <Avatar name={name} />
      <div className="line-text">
        <Link to="/contacts/$id" params={{ id: contact.id }}>
          {name}
        </Link>
        <p className="meta">{contact.identities.map(({ value }) => shownValue(value)).join(' · ')}</p>
      </div>
      <span className="meta">
        {contact.owner && `${contact.owner.name} · `}
        {t('about.since', { date: times.day(contact.createdAt) })}
      </span>
    </li>
  );
}

function Bulk({
  contacts,
  restore,
  onDone,
}: {
  contacts: readonly ContactFactsFragment[];
  restore: boolean;
  onDone: () => void;
}) {
  const t = useT();
  const { agents } = useShell();
  const { save, remove, busy } = useContactActions();
  const give = async (ownerId: string) => {
    for (const { id, version } of contacts)
      await save({ id, ownerId: ownerId === 'none' ? null : ownerId, expectedVersion: version });
    onDone();
  };
  return (
    <div className="crm-bulk" role="toolbar" aria-label={t('crm.selection')}>
      <b>{t('crm.selected', { n: contacts.length })}</b>
      {!restore && (
        <select
          className="input"
          aria-label={t('crm.owner')}
          value=""
          disabled={busy}
          onChange={(event) => void give(event.target.value)}
        >
          <option value="" disabled>
            {t('crm.giveTo')}
          </option>
          <option value="none">{t('crm.nobody')}</option>
          {agents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <Button look={restore ? 'plain' : 'danger'} busy={busy} onClick={() => void remove(contacts, restore).then(onDone)}>
        {t(restore ? 'crm.restore' : 'crm.delete')}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {t('cancel')}
      </Button>
    </div>
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
