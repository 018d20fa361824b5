import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { AutomationWordsDocument, type AutomationField } from '../../generated/automation.js';

/** Something that can be chosen. */
export interface Choice {
  value: string;
  label: string;
}
/** What rules can name, by what it is. */
export interface Choices {
  fields: Record<Exclude<AutomationField, 'SUBJECT' | 'CUSTOMER' | 'WORKING_HOURS'>, readonly Choice[]>;
  tagId: readonly Choice[];
  agentId: readonly Choice[];
  teamId: readonly Choice[];
  snippetId: readonly Choice[];
  /** Only admins see which there are. */
  webhookId: readonly Choice[];
}

const named = (rows: readonly { id: string; name: string }[]): Choice[] =>
  rows.map(({ id, name }) => ({ value: id, label: name }));

/** Tags, people, teams and the rest by their names; null while they are loaded. */
export function useChoices(): Choices | null {
  const t = useT();
  const { agents, inboxes, isAdmin } = useShell();
  const [{ data }] = useQuery({
    query: AutomationWordsDocument,
    variables: { admin: isAdmin },
    requestPolicy: 'cache-and-network',
  });
  return useMemo(() => {
    if (!data) return null;
    const managed = inboxes.filter(({ inboxCan }) => inboxCan.includes('MANAGE'));
    const channels = new Map(
      managed.flatMap(({ views }) => views.filter(({ group }) => group === 'CHANNELS').map((view) => [view.key, view.title])),
    );
    const [tagId, agentId, teamId] = [named(data.tags), named(agents), named(data.teams)];
    const statuses = (['OPEN', 'SNOOZED', 'CLOSED'] as const).map((value) => ({ value, label: t(`autoStatus.${value}`) }));
    return {
      tagId,
      agentId,
      teamId,
      snippetId: named(data.snippets.filter(({ shared }) => shared)),
      webhookId: named((data.webhooks ?? []).filter(({ active }) => active)),
      fields: {
        TAGS: tagId,
        ASSIGNEE: agentId,
        TEAM: teamId,
        STATUS: statuses,
        INBOX: named(managed),
        CHANNEL: [...channels].map(([key, title]) => ({ value: key.replace('channel-', ''), label: title ?? key })),
      },
    };
  }, [data, agents, inboxes, t]);
}
