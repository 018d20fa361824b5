import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { DeleteTeamDocument, TeamsDocument, type TeamLineFragment } from '../../generated/settings.js';
import { Loaded } from './Loaded.js';
import { TeamEditor } from './TeamEditor.js';
import { useRun } from './useRun.js';

/** All teams: who is in them, and in which inboxes they work (S6, S75). */
export function Teams() {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: TeamsDocument, requestPolicy: 'cache-and-network' });
  const [editing, setEditing] = useState<string | 'new' | null>(null);
  const [deleting, setDeleting] = useState<TeamLineFragment | null>(null);
  const refresh = () => again({ requestPolicy: 'network-only' });
  const done = () => {
    setEditing(null);
    refresh();
  };
  const editor = { agents: data?.agents ?? [], onDone: done, onCancel: () => setEditing(null) };
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
      <div className="filters">
        {editing !== 'new' && (
          <Button look="tint" onClick={() => setEditing('new')}>
            <IconPlus size={16} aria-hidden />
            {t('team.create')}
          </Button>
        )}
      </div>
      {editing === 'new' && <TeamEditor {...editor} />}
      {data?.teams.length === 0 && editing !== 'new' && <p className="meta">{t('team.empty')}</p>}
      {data && data.teams.length > 0 && (
        <ul className="lines">
          {data.teams.map((team) =>
            team.id === editing ? (
              <li key={team.id}>
                <TeamEditor team={team} {...editor} />
              </li>
            ) : (
              <Line key={team.id} team={team} onEdit={() => setEditing(team.id)} onDelete={() => setDeleting(team)} />
            ),
          )}
        </ul>
      )}
      {deleting && <DeleteTeam team={deleting} onClose={() => setDeleting(null)} onDone={refresh} />}
    </Loaded>
  );
}

function Line({ team, onEdit, onDelete }: { team: TeamLineFragment; onEdit: () => void; onDelete: () => void }) {
  const t = useT();
  const names = team.members.map(({ agent }) => agent.name).join(', ');
  const inboxes = team.inboxes.map(({ name }) => name).join(', ');
  return (
    <li>
      <div className="line-text">
        <b>{team.name}</b>
        <p className="meta">{names || t('team.nobody')}</p>
        <p className="meta">{inboxes ? t('team.inboxes', { names: inboxes }) : t('team.noInbox')}</p>
      </div>
      <Button onClick={onEdit}>
        {t('edit')}
        <span className="vh"> {team.name}</span>
      </Button>
      <Button look="danger" onClick={onDelete}>
        {t('delete')}
        <span className="vh"> {team.name}</span>
      </Button>
    </li>
  );
}

function DeleteTeam({ team, onClose, onDone }: { team: TeamLineFragment; onClose: () => void; onDone: () => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const remove = async () => {
    const done = await run({
      document: DeleteTeamDocument,
      variables: { id: team.id, expectedVersion: team.version },
      problems: (answer) => answer.teamDelete.userErrors,
    });
    onClose();
    if (!done) return;
    toast(t('team.deleted', { name: team.name }));
    onDone();
  };
  return (
    <Modal opened onClose={onClose} title={t('team.deleteTitle', { name: team.name })}>
      <p>{t('team.deleteHelp', { n: team.members.length, inboxes: team.inboxes.length })}</p>
      <div className="row-actions">
        <Button look="danger" busy={busy} onClick={() => void remove()} data-autofocus>
          {t('team.delete')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}
