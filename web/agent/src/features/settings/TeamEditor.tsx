import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { TextField } from '../../components/fields.js';
import type { AgentNameFragment } from '../../generated/graphql.js';
import { SaveTeamDocument, type TeamLineFragment, type TeamMembership } from '../../generated/settings.js';
import { makeId } from '../../lib/ids.js';
import { ChoiceList } from './ChoiceList.js';
import { useRun } from './useRun.js';

interface EditorProps {
  team?: TeamLineFragment;
  agents: readonly AgentNameFragment[];
  onDone: () => void;
  onCancel: () => void;
}

/** Name and people of a team, new or existing. */
export function TeamEditor({ team, agents, onDone, onCancel }: EditorProps) {
  const t = useT();
  const { run, busy } = useRun();
  const [id] = useState(() => team?.id ?? makeId('tea'));
  const [name, setName] = useState(team?.name ?? '');
  const [members, setMembers] = useState<ReadonlyMap<string, TeamMembership>>(
    () => new Map(team?.members.map(({ agent, membership }) => [agent.id, membership])),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const list = [...members].map(([agentId, membership]) => ({ agentId, membership }));
    const version = team ? { expectedVersion: team.version } : {};
    const data = await run({
      document: SaveTeamDocument,
      variables: { input: { id, name, members: list, ...version } },
      problems: (answer) => answer.teamSave.userErrors,
    });
    if (!data) return;
    toast(t('saved'));
    onDone();
  };
  return (
    <form className="panel" onSubmit={(event) => void submit(event)}>
      <h2>{team ? team.name : t('team.create')}</h2>
      <TextField label={t('team.name')} value={name} onChange={setName} required maxLength={80} autoFocus />
      <fieldset className="group">
        <legend>{t('team.members')}</legend>
        <p className="help">{t('team.mainHelp')}</p>
        <ChoiceList
          rows={agents.map((agent) => ({ id: agent.id, name: agent.name, note: agent.email }))}
          options={[
            { value: '', label: t('team.not') },
            { value: 'MAIN', label: t('team.main') },
            { value: 'EXTRA', label: t('team.extra') },
          ]}
          chosen={members}
          onChange={setMembers}
        />
      </fieldset>
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
