import { Avatar, Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useT, type TextKey } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { PasswordField, SelectField, TextField } from '../../components/fields.js';
import { CreateAgentDocument, PeopleDocument, type Seat, type WorkspaceRole } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import { Loaded } from './Loaded.js';
import { useRun } from './useRun.js';

const ROLES: Record<WorkspaceRole, TextKey> = { OWNER: 'role.OWNER', ADMIN: 'role.ADMIN', MEMBER: 'role.MEMBER' };
const EMPTY = { name: '', email: '', password: '', role: 'MEMBER' as WorkspaceRole, seat: 'FULL' as Seat };

/** Everybody who works here, and a form to add somebody (S80). */
export function People() {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: PeopleDocument, requestPolicy: 'cache-and-network' });
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={() => again()}>
      <ul className="lines">
        {data?.agents.map((agent) => (
          <li key={agent.id}>
            <Avatar name={agent.name} />
            <div className="line-text">
              <b>{agent.name}</b>
              <p className="meta">{agent.email}</p>
            </div>
            <span className="tag">{t(ROLES[agent.role])}</span>
            {agent.seat === 'LIGHT' && <span className="tag">{t('seat.LIGHT')}</span>}
          </li>
        ))}
      </ul>
      <AddPerson onAdded={() => again({ requestPolicy: 'network-only' })} />
    </Loaded>
  );
}

function AddPerson({ onAdded }: { onAdded: () => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const [form, setForm] = useState(EMPTY);
  const set = (part: Partial<typeof EMPTY>) => setForm({ ...form, ...part });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { id: makeId('usr'), ...form };
    const data = await run({
      document: CreateAgentDocument,
      variables: { input },
      problems: (answer) => answer.agentCreate.userErrors,
    });
    if (!data) return;
    toast(t('people.added', { name: form.name }));
    setForm(EMPTY);
    onAdded();
  };
  return (
    <form className="panel" onSubmit={(event) => void submit(event)}>
      <h2>{t('people.add')}</h2>
      <div className="two">
        <TextField label={t('field.name')} value={form.name} onChange={(name) => set({ name })} required autoComplete="off" />
        <TextField
          label={t('field.email')}
          type="email"
          value={form.email}
          onChange={(email) => set({ email })}
          required
          autoComplete="off"
        />
        <PasswordField
          label={t('people.password')}
          help={t('people.passwordHelp')}
          value={form.password}
          onChange={(password) => set({ password })}
          required
          minLength={10}
          autoComplete="new-password"
        />
        <SelectField
          label={t('people.role')}
          value={form.role}
          onChange={(role) => set({ role: role as WorkspaceRole })}
          options={(['MEMBER', 'ADMIN'] as const).map((value) => ({ value, label: t(ROLES[value]) }))}
          help={t('people.roleHelp')}
        />
        <SelectField
          label={t('people.seat')}
          value={form.seat}
          onChange={(seat) => set({ seat: seat as Seat })}
          options={[
            { value: 'FULL', label: t('seat.FULL') },
            { value: 'LIGHT', label: t('seat.LIGHT') },
          ]}
          help={t('people.seatHelp')}
        />
      </div>
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('people.add')}
        </Button>
      </div>
    </form>
  );
}
