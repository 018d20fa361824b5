import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { FilterContactByIdDocument, FilterPeopleDocument } from '../../generated/graphql.js';
import { TagsDocument } from '../../generated/bulk.js';
import { personName } from '../../lib/person.js';
import { useTeams } from '../thread/useTeams.js';
import { useViews } from '../inbox/useViews.js';

export interface Choice {
  id: string;
  name: string;
}

/** The channels of an inbox as choices: what is connected, in the plugins' own words (S12). */
export function useChannelChoices(inboxId: string): Choice[] {
  const { views } = useViews(inboxId, 'all');
  return useMemo(() => {
    const channels = views.filter((view) => view.group === 'CHANNELS');
    return channels.map(({ key, title }) => ({ id: key.slice('channel-'.length), name: title ?? key }));
  }, [views]);
}

/** To whom something may be assigned: nobody, oneself, the others, the teams; and those who are gone (S13). */
export function usePeopleChoices(): { people: Choice[]; former: Choice[] } {
  const t = useT();
  const { viewer, agents } = useShell();
  const teams = useTeams();
  const [{ data }] = useQuery({ query: FilterPeopleDocument });
  return useMemo(() => {
    const others = agents.filter(({ id }) => id !== viewer.id).map(({ id, name }) => ({ id, name }));
    const me = { id: viewer.id, name: t('thread.me', { name: viewer.name }) };
    const former = (data?.formerAgents ?? []).map(({ id, name }) => ({ id, name }));
    const people = [{ id: 'none', name: t('thread.nobody') }, me, ...others, ...teams.map(({ id, name }) => ({ id, name }))];
    return { people, former };
  }, [t, viewer, agents, teams, data]);
}

/** The tags of the workspace. */
export function useTagChoices(): Choice[] {
  const [{ data }] = useQuery({ query: TagsDocument });
  return useMemo(() => (data?.tags ?? []).map(({ id, tagName }) => ({ id, name: tagName })), [data]);
}

/** The name of the contact that the list is narrowed to. */
export function useContactName(id: string | undefined): string | undefined {
  const t = useT();
  const [{ data }] = useQuery({ query: FilterContactByIdDocument, variables: { id: id ?? '' }, pause: !id });
  if (!id) return undefined;
  const contact = data?.node?.__typename === 'Contact' ? data.node : null;
  return personName(contact) ?? t('contact.unknown');
}
