import type { Reader } from '../../kernel/uow.js';
import { findAgents, type User } from '../agents/index.js';
import { findContacts } from '../contacts/index.js';
import { effectiveMembers, findInboxes, openCountsOf } from '../inboxes/index.js';
import { teamMembersOf } from '../teams/index.js';
import type { Candidate, Skip } from './routing-decision.entity.js';
import type { RoutingRule } from './routing-rule.entity.js';

/** Whom a rule names, in its order: agents as they are named, then the members of its teams. */
export async function meantBy(reader: Reader, rule: Pick<RoutingRule, 'agentIds' | 'teamIds'>): Promise<string[]> {
  const people = await teamMembersOf(reader, rule.teamIds);
  const ofTeams = rule.teamIds.flatMap((id) => people.filter(({ teamId }) => teamId === id).map(({ userId }) => userId));
  return [...new Set([...rule.agentIds, ...ofTeams])];
}

/** To whom a contact belongs, where the rule asks for him (D18). */
export async function ownerFor(
  reader: Reader,
  { mode }: Pick<RoutingRule, 'mode'>,
  contactId: string | null,
): Promise<string | null> {
  if (mode !== 'CONTACT_OWNER' || contactId === null) return null;
  return (await findContacts(reader, [contactId]))[0]?.ownerId ?? null;
}

/** Each of them as he is now, with why he is passed over if he is (S2, S66, D19); the caller holds the agents where it matters. */
export async function judge(
  reader: Reader,
  rule: Pick<RoutingRule, 'inboxId' | 'capacity'>,
  agentIds: readonly string[],
  { exceptId, ownerId = null, held }: { exceptId: string | null; ownerId?: string | null; held?: readonly User[] },
): Promise<Candidate[]> {
  const agents = new Map((held ?? (await findAgents(reader, agentIds))).map((agent) => [agent.id, agent]));
  const workers = await workersIn(reader, rule.inboxId);
  const counts = await openCountsOf(reader, agentIds);
  const why = (agent: User, open: number): Skip | null => {
    if (agent.id === exceptId) return 'NOT_BACK';
    if (!workers.has(agent.id)) return 'NO_AGENT';
    if (agent.seat !== 'FULL') return 'LIGHT_SEAT';
    if (agent.availability !== 'AVAILABLE') return 'AWAY';
    return rule.capacity !== null && open >= rule.capacity ? 'FULL' : null;
  };
  return agentIds.flatMap((agentId) => {
    const agent = agents.get(agentId);
    if (!agent) return [];
    const open = counts.get(agentId) ?? 0;
    return [{ agentId, name: agent.name, open, skipped: why(agent, open), ...(agentId === ownerId ? { owner: true } : {}) }];
  });
}

/** The active agents who may act in an inbox. */
export async function workersIn(reader: Reader, inboxId: string): Promise<Map<string, User>> {
  const [members = []] = await effectiveMembers(reader, await findInboxes(reader, [inboxId]));
  return new Map(members.filter(({ role }) => role !== 'VIEWER').map(({ agent }) => [agent.id, agent]));
}
