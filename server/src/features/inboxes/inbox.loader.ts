import DataLoader from 'dataloader';
import type { InboxRole } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { grouped, inOrder } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { listActiveAgents, type User } from '../agents/index.js';
import { keptCounts } from './inbox-counts.js';
import { type InboxView, viewsOf } from './inbox-views.js';
import type { Inbox } from './inbox.entity.js';
import { channelViewsOf, findInboxes, membersOf } from './inbox.repository.js';

/** Inboxes by id, whoever asks: the caller has looked at the rights. */
export function inboxLoader(gql: GqlContext, reader: Reader): DataLoader<string, Inbox | null> {
  return gql.loader('inbox', () => {
    return new DataLoader(async (ids: readonly string[]) => inOrder(ids, await findInboxes(reader, ids), (inbox) => inbox.id));
  });
}

/** A member as the schema shows him. */
export interface EffectiveMember {
  agent: User;
  role: InboxRole;
}

/** Who works in an inbox, by name: in one for everyone each active agent, else those named. */
export function memberLoader(gql: GqlContext, reader: Reader): DataLoader<Inbox, EffectiveMember[]> {
  return gql.loader('inbox.members', () => {
    const load = async (inboxes: readonly Inbox[]): Promise<EffectiveMember[][]> => {
      const ids = inboxes.map((inbox) => inbox.id);
      const agents = await listActiveAgents(reader);
      const named = grouped(ids, await membersOf(reader, ids), (member) => member.inboxId);
      return inboxes.map((inbox, index) => {
        const roles = new Map((named[index] ?? []).map((member) => [member.userId, member.role]));
        return agents.flatMap((agent) => {
          const role = roles.get(agent.id) ?? (inbox.audience === 'EVERYONE' ? 'AGENT' : null);
          return role ? [{ agent, role }] : [];
        });
      });
    };
    return new DataLoader(load);
  });
}

/** The left bar of an inbox. */
export function viewLoader(gql: GqlContext, reader: Reader): DataLoader<string, InboxView[]> {
  return gql.loader('inbox.views', () => {
    return new DataLoader(async (ids: readonly string[]) => {
      const { principal } = gql.ctx;
      const userId = principal.kind === 'user' ? principal.userId : null;
      const [counts, channels] = await Promise.all([keptCounts(reader, ids, userId), channelViewsOf(reader, ids)]);
      const countsBy = grouped(ids, counts, (count) => count.inboxId);
      const channelsBy = grouped(ids, channels, (view) => view.inboxId);
      return ids.map((_, index) => viewsOf(countsBy[index] ?? [], channelsBy[index] ?? []));
    });
  });
}
