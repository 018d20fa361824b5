import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { SelectField, TextField } from '../../components/fields.js';
import type { Seat, WorkspaceRole } from '../../generated/graphql.js';
import { InviteAgentDocument, type AccessLinkFieldsFragment } from '../../generated/settings.js';
import { makeId } from '../../lib/ids.js';
import type { ShownLink } from './LinkShown.js';
import { rolesToGive } from './roles.js';
import { useRun } from './useRun.js';

const EMPTY = { name: '', email: '', role: 'MEMBER' as WorkspaceRole, seat: 'FULL' as Seat };

/** What is shown of an answer with a link. */
export function shownLink({ agent, link, expiresAt, mailed }: AccessLinkFieldsFragment): ShownLink | null {
  return agent && link ? { name: agent.name, email: agent.email, link, expiresAt: expiresAt ?? null, mailed } : null;
}

/** Invites somebody: by mail where there is a channel for it, and by a link to hand over. */
export function InvitePerson({ mail, onMade }: { mail: boolean; onMade: (link: ShownLink) => void }) {
  const t = useT();
  const { viewer } = useShell();
  const { run, busy } = useRun();
  const [form, setForm] = useState(EMPTY);
  const set = (part: Partial<typeof EMPTY>) => setForm({ ...form, ...part });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { id: makeId('usr'), ...form, mail };
    const data = await run({
      document: InviteAgentDocument,
      variables: { input },
      problems: (answer) => answer.agentInvite.userErrors,
    });
    const link = data && shownLink(data.agentInvite);
    if (!link) return;
    setForm(EMPTY);
    onMade(link);
  };
  return (
    <form className="panel" onSubmit={(event) => void submit(event)}>
      <h2>{t('people.invite')}</h2>
      <p className="help">{t(mail ? 'people.inviteMailHelp' : 'people.inviteLinkHelp')}</p>
      <div className="two">
        <TextField
          label={t('field.email')}
          type="email"
          value={form.email}
          onChange={(email) => set({ email })}
          required
          autoComplete="off"
        />
        <TextField label={t('field.name')} value={form.name} onChange={(name) => set({ name })} autoComplete="off" />
        <SelectField
          label={t('people.role')}
          value={form.role}
          onChange={(role) => set({ role: role as WorkspaceRole })}
          options={rolesToGive(viewer.role).map((value) => ({ value, label: t(`role.${value}`) }))}
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
          {t('people.inviteDo')}
        </Button>
      </div>
    </form>
  );
}
