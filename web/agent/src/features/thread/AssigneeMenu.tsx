import { Menu } from '@mantine/core';
import { Avatar } from '@balie/web-ui';
import { IconCheck, IconChevronDown, IconUserOff, IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useT } from '../../app/intl.js';
import { pressed, withKey } from '../../app/knownKeys.js';
import { NOBODY, type Holder } from '../../app/actions.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import { Dot } from '../availability/Word.js';
import type { Conversation } from './types.js';
import { useTeams } from './useTeams.js';

const SEARCH_FROM = 8;

/** Chooses who owns a conversation: oneself first, then the others and the teams, and nobody last (S37). */
export function AssigneeMenu({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const { actions } = useServices();
  const { viewer, agents } = useShell();
  const [search, setSearch] = useState('');
  const teams = useTeams();
  const { id, assignee, assigneeTeam, viewerCan, inbox } = conversation;
  const allowed = viewerCan.includes('ASSIGN');
  const shown = useMemo(() => {
    const needle = search.trim().toLowerCase();
    const list = agents.filter((agent) => `${agent.name} ${agent.email}`.toLowerCase().includes(needle));
    return list.sort((a, b) => Number(b.id === viewer.id) - Number(a.id === viewer.id));
  }, [agents, search, viewer.id]);
  const shownTeams = teams.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  const give = (to: Holder) => {
    const same = to.assignee?.id === assignee?.id && to.assigneeTeam?.id === assigneeTeam?.id;
    if (!same) void actions.assign(id, to, { assignee, assigneeTeam });
  };
  const name = assignee?.name ?? assigneeTeam?.name;
  const of = assignee && assigneeTeam ? ` · ${assigneeTeam.name}` : '';
  return (
    <Menu withinPortal position="bottom-end" width={260} onClose={() => setSearch('')}>
      <Menu.Target>
        <button
          type="button"
          className="btn assignee"
          data-command="assign"
          aria-keyshortcuts={pressed('assign')}
          aria-haspopup="menu"
          disabled={!allowed}
          title={allowed ? withKey(t('thread.assign'), 'assign') : t('member.act', { inbox: inbox.name })}
        >
          {assignee && <Avatar name={assignee.name} small />}
          {!assignee && (assigneeTeam ? <IconUsers size={16} aria-hidden /> : <IconUserOff size={16} aria-hidden />)}
          <span className="vh">{t('thread.assignee')}: </span>
          <span className="el btn-text">{name ? name + of : t('thread.nobody')}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="tall-menu">
        {agents.length + teams.length >= SEARCH_FROM && (
          <Menu.Search
            classNames={{ input: 'input' }}
            placeholder={t('thread.searchAgents')}
            aria-label={t('thread.searchAgents')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
        {shown.map((agent) => (
          <Menu.Item
            key={agent.id}
            onClick={() => give({ assignee: agent, assigneeTeam })}
            leftSection={<Avatar name={agent.name} small mark={<Dot status={agent.availability} />} />}
            rightSection={agent.id === assignee?.id ? <IconCheck size={14} aria-hidden /> : undefined}
          >
            {agent.id === viewer.id ? t('thread.me', { name: agent.name }) : agent.name}
            {agent.availability === 'AWAY' && <span className="meta"> {t('agent.away')}</span>}
          </Menu.Item>
        ))}
        {shownTeams.length > 0 && <Menu.Label>{t('thread.teams')}</Menu.Label>}
        {shownTeams.map((team) => (
          <Menu.Item
            key={team.id}
            onClick={() => give({ assignee: null, assigneeTeam: team })}
            leftSection={<IconUsers size={16} aria-hidden />}
            rightSection={!assignee && team.id === assigneeTeam?.id ? <IconCheck size={14} aria-hidden /> : undefined}
          >
            {team.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => give(NOBODY)} leftSection={<IconUserOff size={16} aria-hidden />}>
          {t('thread.nobody')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
