import { actorOf } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { kindOfId, newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import type { Conversation } from '../conversations/index.js';
import { effectiveMembers, findInboxes, membersAmong } from '../inboxes/index.js';
import { findTeams, teamMembersOf } from '../teams/index.js';
import { insertMentions } from './mention.repository.js';

/** A mention as its comment keeps it. */
export interface Mentioned {
  agentId: string;
  name: string;
  told: boolean;
  /** The team by which he was called, and not by himself. */
  team?: string;
}

const MOST = 20;

/** Who is called by a comment in a conversation, and whether he may see it (S64). */
export function mentionedIn(tx: Tx, conversation: Conversation, ids: readonly string[]): Promise<Mentioned[]> {
  return calledTo(tx, [conversation.inboxId], ids);
}

/**
 * Who is called by ids of agents and teams to what lies in these inboxes, or in none, and whether he may see it: members of one of them, admins,
 * who see each, and everybody where there is none (S4, S64). INVALID for an agent who is not active, and a team that is no more.
 */
export async function calledTo(tx: Tx, inboxIds: readonly string[], ids: readonly string[]): Promise<Mentioned[]> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return [];
  if (unique.length > MOST)
    throw new DomainError('INVALID', `At most ${MOST} colleagues and teams are called at once.`, { path: ['mentionIds'] });
  const teamIds = unique.filter((id) => kindOfId(id) === 'team');
  const byTeam = await calledByTeam(tx, teamIds);
  const named = unique.filter((id) => !teamIds.includes(id));
  const all = [...new Set([...named, ...byTeam.keys()])];
  const agents = new Map((await findAgents(tx, all)).map((agent) => [agent.id, agent]));
  const members = await membersOf(tx, inboxIds, all);
  return all.map((id) => {
    const agent = agents.get(id);
    if (agent?.state !== 'ACTIVE')
      throw new DomainError('INVALID', 'There is no active agent with this id.', { path: ['mentionIds'] });
    const team = named.includes(id) ? undefined : byTeam.get(id);
    const told = agent.role !== 'MEMBER' || inboxIds.length === 0 || members.has(id);
    return { agentId: id, name: agent.name, told, ...(team === undefined ? {} : { team }) };
  });
}

/** Those of the agents who are members of one of the inboxes. */
async function membersOf(tx: Tx, inboxIds: readonly string[], agentIds: readonly string[]): Promise<ReadonlySet<string>> {
  const [inboxId, ...others] = inboxIds;
  if (inboxId === undefined) return new Set();
  if (others.length === 0) return membersAmong(tx, inboxId, agentIds);
  const members = await effectiveMembers(tx, await findInboxes(tx, inboxIds));
  return new Set(members.flat().map(({ agent }) => agent.id));
}

/** The active people of these teams, with the name of the team. */
async function calledByTeam(tx: Tx, teamIds: readonly string[]): Promise<Map<string, string>> {
  if (teamIds.length === 0) return new Map();
  const teams = new Map((await findTeams(tx, teamIds)).filter((team) => team.deletedAt === null).map((team) => [team.id, team]));
  if (teams.size < teamIds.length) throw new DomainError('INVALID', 'There is no team with this id.', { path: ['mentionIds'] });
  const people = await teamMembersOf(tx, teamIds);
  return new Map(people.map(({ userId, teamId }) => [userId, teams.get(teamId)?.name ?? '']));
}

/** Keeps who was called by a comment, and tells each of them alone; nobody calls himself. */
export async function keepMentions(
  tx: Tx,
  { id: conversationId, inboxId }: Conversation,
  messageId: string,
  mentioned: readonly Mentioned[],
): Promise<void> {
  const by = actorOf(tx.ctx.principal);
  const rows = mentioned
    .filter(({ told, agentId }) => told && agentId !== by.id)
    .map(({ agentId }) => ({
      id: newId('mention'),
      userId: agentId,
      conversationId,
      messageId,
      byId: by.id,
      byName: by.name,
      createdAt: tx.now,
      seenAt: null,
    }));
  await insertMentions(tx, rows);
  for (const { id, userId } of rows)
    tx.emit({
      type: 'mention.created',
      change: 'CREATED',
      nodeId: id,
      inboxId,
      conversationId,
      audience: `user:${userId}`,
      data: { messageId },
    });
}
