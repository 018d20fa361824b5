import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useLocale, useT, type TextKey } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import { TextField } from '../../components/fields.js';
import { SaveInboxDocument, type InboxAudience, type InboxRole, type InboxSettingsQuery } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import { useRun } from './useRun.js';

/** An inbox with its members and channels. */
export type InboxLine = InboxSettingsQuery['inboxes'][number];
type AgentLine = InboxSettingsQuery['agents'][number];

interface EditorProps {
  inbox?: InboxLine;
  agents: readonly AgentLine[];
  onDone: () => void;
  onCancel: () => void;
}
const ROLES: readonly { id: InboxRole; text: TextKey }[] = [
  { id: 'MANAGER', text: 'role.MANAGER' },
  { id: 'AGENT', text: 'role.AGENT' },
  { id: 'VIEWER', text: 'role.VIEWER' },
];

/** Name and members of an inbox, new or existing (S70 to S76, S84). */
export function InboxEditor({ inbox, agents, onDone, onCancel }: EditorProps) {
  const t = useT();
  const { locale } = useLocale();
  const { viewer } = useShell();
  const { follower } = useServices();
  const { run, busy } = useRun();
  const [id] = useState(() => inbox?.id ?? makeId('inb'));
  const [name, setName] = useState(inbox?.name ?? '');
  const [audience, setAudience] = useState<InboxAudience>(inbox?.audience ?? 'EVERYONE');
  const start = inbox?.members.map((member) => [member.agent.id, member.role] as const) ?? [[viewer.id, 'MANAGER'] as const];
  const [members, setMembers] = useState<ReadonlyMap<string, InboxRole>>(new Map(start));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const list = [...members].map(([agentId, role]) => ({ agentId, role }));
    const version = inbox ? { expectedVersion: inbox.version } : {};
    const input = {
      id,
      name,
      audience,
      ...(audience === 'MEMBERS' ? { members: list } : {}),
      ...version,
      operationId: makeId('op'),
    };
    const data = await run({
      document: SaveInboxDocument,
      variables: { input, language: locale },
      problems: (answer) => answer.inboxSave.userErrors,
    });
    if (!data) return;
    toast(t('saved'));
    follower.counts(0);
    onDone();
  };
  const setRole = (agentId: string, role: InboxRole | '') => {
    const next = new Map(members);
    if (role === '') next.delete(agentId);
    else next.set(agentId, role);
    setMembers(next);
  };
  return (
    <form className="panel" onSubmit={(event) => void submit(event)}>
      <h2>{inbox ? inbox.name : t('inbox.create')}</h2>
      <TextField label={t('inbox.name')} value={name} onChange={setName} required maxLength={80} autoFocus />
      <fieldset className="group">
        <legend>{t('inbox.members')}</legend>
        {(['EVERYONE', 'MEMBERS'] as const).map((value) => (
          <label key={value} className="choice">
            <input type="radio" name={`audience-${id}`} checked={audience === value} onChange={() => setAudience(value)} />
            <span>
              {t(value === 'EVERYONE' ? 'inbox.everyone' : 'inbox.chosen')}
              <small className="help">{t(value === 'EVERYONE' ? 'inbox.everyoneHelp' : 'inbox.chosenHelp')}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {audience === 'MEMBERS' && (
        <div className="member-list">
          {agents.map((agent) => (
            <label key={agent.id}>
              <select
                className="input"
                value={members.get(agent.id) ?? ''}
                onChange={(event) => setRole(agent.id, event.target.value as InboxRole | '')}
              >
                <option value="">{t('role.none')}</option>
                {ROLES.map((role) => (
                  <option key={role.id} value={role.id}>
                    {t(role.text)}
                  </option>
                ))}
              </select>
              <span className="el">{agent.name}</span>
            </label>
          ))}
        </div>
      )}
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
