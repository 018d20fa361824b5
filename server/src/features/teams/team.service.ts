import { Injectable } from '@nestjs/common';
import { hasScope, isAdmin } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { nameOf } from '../../kernel/names.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { audit, type AuditChange, changesOf } from '../audit/index.js';
import { lockWorkspace } from '../workspace/index.js';
import { TEAM_GONE } from './team-gone.js';
import type { TeamMember } from './team-member.entity.js';
import type { Team } from './team.entity.js';
import {
  demoteOtherMainTeams,
  dissolveTeam,
  findTeamByName,
  findTeams,
  insertTeam,
  listTeams,
  replaceTeamMembers,
  teamMembersOf,
  updateTeam,
} from './team.repository.js';

/** How many teams a workspace holds. */
const TEAM_LIMIT = 200;

export interface TeamMemberInput {
  agentId: string;
  membership: TeamMember['membership'];
}
export interface TeamSave {
  id?: string | null;
  name?: string | null;
  members?: TeamMemberInput[] | null;
  expectedVersion?: number | null;
}

/** Teams, which admins put together. */
@Injectable()
export class TeamService {
  constructor(private readonly uow: UnitOfWork) {}

  /** By name. */
  list(): Promise<Team[]> {
    return listTeams(this.uow.reader);
  }

  /** Creates a team, or updates the one with this id; a repeat changes nothing and answers the same. */
  async save(ctx: Ctx, input: TeamSave): Promise<Team> {
    requireAdmin(ctx);
    return this.uow.run(ctx, async (tx) => {
      // One at a time: names, the limit and which team is somebody's main one are rules about all teams together.
      await lockWorkspace(tx);
      const [current] = input.id ? await findTeams(tx, [input.id]) : [];
      if (current?.deletedAt) throw gone();
      return current ? this.update(tx, current, input) : this.create(tx, input);
    });
  }

  /** Deletes a team; answers the same when it is deleted already. */
  async delete(ctx: Ctx, id: string, expectedVersion: number | null): Promise<string> {
    requireAdmin(ctx);
    return this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const [team] = await findTeams(tx, [id]);
      if (!team) throw gone();
      if (team.deletedAt) return id;
      if (expectedVersion !== null && expectedVersion !== team.version) throw conflict(id);
      await dissolveTeam(tx, id);
      const patch = { nameKey: id, deletedAt: tx.now, updatedAt: tx.now, version: team.version + 1 };
      if (!(await updateTeam(tx, id, team.version, patch))) throw conflict(id);
      tx.enqueue({ name: TEAM_GONE, payload: { teamId: id, actor: actorOf(ctx.principal) } });
      await audit(tx, { action: 'TEAM_DELETED', object: team });
      tx.emit({ type: 'team.deleted', change: 'DELETED', nodeId: id, inboxId: null, audience: 'agents' });
      return id;
    });
  }

  private async create(tx: Tx, input: TeamSave): Promise<Team> {
    if (input.expectedVersion != null) throw gone();
    if (input.id && !isId('team', input.id))
      throw new DomainError('INVALID', 'An id of a new team is tea_ and a UUIDv7 without dashes.', { path: ['id'] });
    const { name, nameKey } = nameOf(input.name, 'Give the team a name.');
    await requireFreeName(tx, nameKey, null);
    if ((await listTeams(tx)).length >= TEAM_LIMIT)
      throw new DomainError('LIMIT', `There are ${TEAM_LIMIT} teams, which is the limit. Delete one first.`);
    const id = input.id ?? newId('team');
    const team: Team = { id, name, nameKey, deletedAt: null, createdAt: tx.now, updatedAt: tx.now, version: 1 };
    await insertTeam(tx, team);
    await this.setMembers(tx, id, input.members ?? []);
    const changes = await this.memberChanges(tx, id, []);
    await audit(tx, { action: 'TEAM_CREATED', object: team, changes });
    tx.emit({ type: 'team.created', change: 'CREATED', nodeId: id, inboxId: null, audience: 'agents' });
    return team;
  }

  private async update(tx: Tx, current: Team, input: TeamSave): Promise<Team> {
    if (input.expectedVersion != null && input.expectedVersion !== current.version) throw conflict(current.id);
    const patch: Partial<Team> = {};
    if (input.name != null) {
      const { name, nameKey } = nameOf(input.name, 'Give the team a name.');
      await requireFreeName(tx, nameKey, current.id);
      if (name !== current.name) Object.assign(patch, { name, nameKey });
    }
    const before = await teamMembersOf(tx, [current.id]);
    const rights = input.members ? await this.setMembers(tx, current.id, input.members) : false;
    if (Object.keys(patch).length === 0 && !rights) return current;
    Object.assign(patch, { updatedAt: tx.now, version: current.version + 1 });
    if (!(await updateTeam(tx, current.id, current.version, patch))) throw conflict(current.id);
    const changed = { ...current, ...patch };
    const changes = [...changesOf(current, changed, ['name']), ...(await this.memberChanges(tx, current.id, before))];
    await audit(tx, { action: 'TEAM_UPDATED', object: changed, changes });
    // Whoever follows changes has his rights looked at again when members changed.
    const data = { accessChanged: rights };
    tx.emit({ type: 'team.updated', change: 'UPDATED', nodeId: current.id, inboxId: null, audience: 'agents', data });
    return changed;
  }

  /** Who came and who left, by name, for the audit log. */
  private async memberChanges(tx: Tx, teamId: string, before: readonly TeamMember[]): Promise<AuditChange[]> {
    const after = await teamMembersOf(tx, [teamId]);
    const agents = await findAgents(tx, [...new Set([...before, ...after].map(({ userId }) => userId))]);
    const names = new Map(agents.map(({ id, name }) => [id, name]));
    const said = (members: readonly TeamMember[]) =>
      members.map(({ userId, membership }) => `${names.get(userId) ?? userId} (${membership})`);
    return changesOf({ members: said(before) }, { members: said(after) }, ['members']);
  }

  /** Whether anything changed. */
  private async setMembers(tx: Tx, teamId: string, members: readonly TeamMemberInput[]): Promise<boolean> {
    const wanted = new Map(members.map((member) => [member.agentId, member.membership]));
    const known = new Map((await teamMembersOf(tx, [teamId])).map((member) => [member.userId, member]));
    const same = wanted.size === known.size && [...wanted].every(([id, membership]) => known.get(id)?.membership === membership);
    if (same) return false;
    const agents = await findAgents(tx, [...wanted.keys()]);
    const active = new Set(agents.filter(({ state }) => state === 'ACTIVE').map(({ id }) => id));
    members.forEach(({ agentId }, index) => {
      if (active.has(agentId)) return;
      throw new DomainError('INVALID', 'There is no active agent with this id.', { path: ['members', String(index), 'agentId'] });
    });
    const main = [...wanted].filter(([, membership]) => membership === 'MAIN').map(([userId]) => userId);
    await demoteOtherMainTeams(tx, teamId, main);
    const rows = [...wanted].map(([userId, membership]) => {
      return { teamId, userId, membership, createdAt: known.get(userId)?.createdAt ?? tx.now };
    });
    await replaceTeamMembers(tx, teamId, rows);
    return true;
  }
}

function requireAdmin({ principal }: Ctx): void {
  const may = principal.kind === 'user' ? isAdmin(principal) : hasScope(principal, ['ADMIN']);
  if (!may) throw new DomainError('FORBIDDEN', 'Only admins manage teams.');
}

async function requireFreeName(tx: Tx, nameKey: string, ownId: string | null): Promise<void> {
  const other = await findTeamByName(tx, nameKey);
  if (other && other.id !== ownId)
    throw new DomainError('INVALID', `There is a team called ${other.name} already. Choose another name.`, { path: ['name'] });
}

function gone(): DomainError {
  return new DomainError('NOT_FOUND', 'There is no such team.', { path: ['id'] });
}

function conflict(currentId: string): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed this team. Look at it again.', { currentId });
}
