import { Menu } from '@mantine/core';
import { Avatar } from '@balie/web-ui';
import { IconCheck, IconChevronDown, IconUserOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import type { AgentNameFragment } from '../../generated/graphql.js';
import type { Conversation } from './types.js';

const SEARCH_FROM = 8;

/** Chooses who owns a conversation: oneself first, and nobody last (S37). */
export function AssigneeMenu({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const { actions } = useServices();
  const { viewer, agents } = useShell();
  const [search, setSearch] = useState('');
  const { id, assignee, viewerCan, inbox } = conversation;
  const allowed = viewerCan.includes('ASSIGN');
  const shown = useMemo(() => {
    const needle = search.trim().toLowerCase();
    const list = agents.filter((agent) => `${agent.name} ${agent.email}`.toLowerCase().includes(needle));
    return list.sort((a, b) => Number(b.id === viewer.id) - Number(a.id === viewer.id));
  }, [agents, search, viewer.id]);
  const give = (agent: AgentNameFragment | null) => {
    if (agent?.id !== assignee?.id) void actions.assign(id, agent, assignee);
  };
  return (
    <Menu withinPortal position="bottom-end" width={260} onClose={() => setSearch('')}>
      <Menu.Target>
        <button
          type="button"
          className="btn assignee"
          data-command="assign"
          aria-keyshortcuts="a"
          aria-haspopup="menu"
          disabled={!allowed}
          title={allowed ? `${t('thread.assign')} (a)` : t('member.act', { inbox: inbox.name })}
        >
          {assignee ? <Avatar name={assignee.name} small /> : <IconUserOff size={16} aria-hidden />}
          <span className="vh">{t('thread.assignee')}: </span>
          <span className="el btn-text">{assignee?.name ?? t('thread.nobody')}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {agents.length >= SEARCH_FROM && (
          <input
            className="input menu-search"
            placeholder={t('thread.searchAgents')}
            aria-label={t('thread.searchAgents')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        )}
        {shown.map((agent) => (
          <Menu.Item
            key={agent.id}
            onClick={() => give(agent)}
            leftSection={<Avatar name={agent.name} small />}
            rightSection={agent.id === assignee?.id ? <IconCheck size={14} aria-hidden /> : undefined}
          >
            {agent.id === viewer.id ? t('thread.me', { name: agent.name }) : agent.name}
            {agent.availability === 'AWAY' && <span className="meta"> {t('agent.away')}</span>}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => give(null)} leftSection={<IconUserOff size={16} aria-hidden />}>
          {t('thread.nobody')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
