import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import {
  agentEmail,
  agentName,
  findAgentByEmail,
  findAgents,
  insertAgent,
  listEverybody,
  updateAgent,
  type User,
} from '../agents/index.js';
import { audit, changesOf } from '../audit/index.js';
import { SessionService } from '../auth/index.js';
import { enqueueReassign } from '../inboxes/index.js';
import { deleteIdentities, resetIdentities } from '../oidc/index.js';
import { deletePasskeys, removePasskeys } from '../passkeys/index.js';
import { resetSecondFactor } from '../second-factor/index.js';
import { lockWorkspace } from '../workspace/index.js';
import { endLinks, makeLink } from './access-link.js';
import { conflict, keepAnOwner, requireAdmin, requireMayManage, requirePerson, tellOfPerson } from './people-rules.js';
import { SystemMail } from './system-mail.js';

export interface AgentInvite {
  id?: string | null;
  email: string;
  name?: string | null;
  role: User['role'];
  seat: User['seat'];
  mail?: boolean | null;
}
export interface AgentUpdate {
  id: string;
  name?: string | null;
  role?: User['role'] | null;
  seat?: User['seat'] | null;
  expectedVersion?: number | null;
}
export interface AgentDeactivate {
  id: string;
  reassignToId?: string | null;
  expectedVersion?: number | null;
}
/** A link, shown once. */
export interface LinkAnswer {
  agent: User | null;
  link: string | null;
  expiresAt: number | null;
  mailed: boolean;
}

/** Who works here: inviting, roles and seats, leaving and coming back. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionService,
    private readonly mail: SystemMail,
  ) {}

  list(): Promise<User[]> {
    return listEverybody(this.uow.reader);
  }

  /** Invites somebody; a repeat under the same id and address makes another link. */
  async invite(ctx: Ctx, input: AgentInvite): Promise<LinkAnswer> {
    requireMayManage(ctx, input.role, ['role']);
    if (input.id && !isId('user', input.id))
      throw new DomainError('INVALID', 'An id of a new agent is usr_ and a UUIDv7 without dashes.', { path: ['id'] });
    const email = agentEmail(input.email);
    const name = agentName(input.name?.trim() || email.split('@')[0]);
    return this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const known = await findAgentByEmail(tx, email);
      if (known && !(known.state === 'INVITED' && (!input.id || known.id === input.id))) throw taken(known);
      const agent = known ?? (await this.insert(tx, { ...input, email, name }));
      return this.linkFor(tx, agent, input.mail ?? false);
    });
  }

  /** A new link for somebody who was invited, or who has to set a new password. */
  async createLink(ctx: Ctx, id: string, mail: boolean): Promise<LinkAnswer> {
    return this.uow.run(ctx, async (tx) => {
      const agent = await requirePerson(tx, id);
      requireMayManage(ctx, agent.role);
      if (agent.state === 'DEACTIVATED')
        throw new DomainError('INVALID', `${agent.name} has left. Let them in again first.`, { path: ['id'] });
      return this.linkFor(tx, agent, mail);
    });
  }

  async revokeInvite(ctx: Ctx, id: string): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const agent = await requirePerson(tx, id);
      requireMayManage(ctx, agent.role);
      if (agent.state !== 'INVITED')
        throw new DomainError('INVALID', `${agent.name} has joined already. Deactivate them instead.`, { path: ['id'] });
      await endLinks(tx, id);
      for (const table of ['team_member', 'inbox_member']) await tx.execute(`DELETE FROM ${table} WHERE user_id = ?`, [id]);
      await deleteIdentities(tx, id);
      await deletePasskeys(tx, id);
      await tx.execute('DELETE FROM app_user WHERE id = ?', [id]);
      await audit(tx, { action: 'INVITATION_REVOKED', object: { id, name: agent.email } });
      tellOfPerson(tx, agent, 'DELETED');
      return id;
    });
  }

  /** Name, role and seat. */
  async update(ctx: Ctx, input: AgentUpdate): Promise<User> {
    return this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const agent = await this.managed(tx, input);
      const role = input.role ?? agent.role;
      if (role !== agent.role) {
        requireMayManage(ctx, role, ['role']);
        await keepAnOwner(tx, agent, ['role']);
      }
      const wanted = { name: input.name == null ? agent.name : agentName(input.name), role, seat: input.seat ?? agent.seat };
      if (changesOf(agent, { ...agent, ...wanted }, ['name', 'role', 'seat']).length === 0) return agent;
      const changed = await updateAgent(tx, agent, wanted);
      const [roles, seats] = [changesOf(agent, changed, ['role']), changesOf(agent, changed, ['seat'])];
      if (roles.length > 0) await audit(tx, { action: 'AGENT_ROLE_CHANGED', object: changed, changes: roles });
      if (seats.length > 0) await audit(tx, { action: 'AGENT_SEAT_CHANGED', object: changed, changes: seats });
      tellOfPerson(tx, changed);
      return changed;
    });
  }

  /** Ends what he can do at once; what is open is handed on by a job, in batches. */
  async deactivate(ctx: Ctx, input: AgentDeactivate): Promise<User> {
    return this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const agent = await this.managed(tx, input);
      if (agent.state === 'DEACTIVATED') return agent;
      await keepAnOwner(tx, agent, ['id']);
      const [heir] = input.reassignToId ? await findAgents(tx, [input.reassignToId]) : [];
      if (input.reassignToId && (heir?.state !== 'ACTIVE' || heir.id === agent.id))
        throw new DomainError('INVALID', 'There is no active agent with this id.', { path: ['reassignToId'] });
      const changed = await updateAgent(tx, agent, { state: 'DEACTIVATED' });
      await this.sessions.revokeAllIn(tx, agent.id);
      await tx.execute('UPDATE api_token SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL', [tx.now, agent.id]);
      await endLinks(tx, agent.id);
      enqueueReassign(tx, { fromId: agent.id, toId: heir?.id ?? null, inboxId: null });
      const changes = heir ? [{ field: 'reassignedTo', before: null, after: heir.name }] : [];
      await audit(tx, { action: 'AGENT_DEACTIVATED', object: agent, changes });
      tellOfPerson(tx, changed);
      return changed;
    });
  }

  async reactivate(ctx: Ctx, id: string): Promise<User> {
    return this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const agent = await this.managed(tx, { id });
      if (agent.state !== 'DEACTIVATED') return agent;
      // Who left before he ever joined is invited again.
      const changed = await updateAgent(tx, agent, { state: agent.passwordHash === null ? 'INVITED' : 'ACTIVE' });
      await audit(tx, { action: 'AGENT_REACTIVATED', object: agent });
      tellOfPerson(tx, changed);
      return changed;
    });
  }

  /** Ends all sessions of somebody. */
  async signOut(ctx: Ctx, id: string): Promise<User> {
    requireAdmin(ctx);
    return this.uow.run(ctx, async (tx) => {
      const agent = await requirePerson(tx, id);
      const ended = await this.sessions.revokeAllIn(tx, id);
      if (ended.length > 0) await audit(tx, { action: 'SESSIONS_ENDED', object: agent });
      return agent;
    });
  }

  /** Takes the second step of somebody away, and ends his sessions: one of them may be at whoever has his phone now. */
  async resetSecondFactor(ctx: Ctx, id: string): Promise<User> {
    // Who is signed in takes off his own with a code: a forgotten screen must not be enough.
    if (ctx.principal.kind === 'user' && ctx.principal.userId === id)
      throw new DomainError('FORBIDDEN', 'Take off your own second step under Sign-in & security, with a code.', {
        path: ['id'],
      });
    return this.uow.run(ctx, async (tx) => {
      const agent = await this.managed(tx, { id });
      if (await resetSecondFactor(tx, agent)) await this.sessions.revokeAllIn(tx, id);
      return agent;
    });
  }

  /** Unties the accounts of the provider from somebody, who ties another at his next sign-in with it, and ends his sessions. */
  async resetSignIn(ctx: Ctx, id: string): Promise<User> {
    return this.uow.run(ctx, async (tx) => {
      const agent = await this.managed(tx, { id });
      const own = ctx.principal.kind === 'user' && ctx.principal.userId === id && ctx.principal.sessionId;
      if (await resetIdentities(tx, agent)) await this.sessions.revokeAllIn(tx, id, own || null);
      return agent;
    });
  }

  /** Takes the passkeys of somebody away, and ends his sessions: one of them may be at whoever has his phone now. */
  async removePasskeys(ctx: Ctx, id: string): Promise<User> {
    return this.uow.run(ctx, async (tx) => {
      const agent = await this.managed(tx, { id });
      const own = ctx.principal.kind === 'user' && ctx.principal.userId === id && ctx.principal.sessionId;
      if (await removePasskeys(tx, agent)) await this.sessions.revokeAllIn(tx, id, own || null);
      return agent;
    });
  }

  /** Ends all sessions but the one that asks; answers how many. */
  async signOutEverybody(ctx: Ctx): Promise<number> {
    requireAdmin(ctx);
    const except = ctx.principal.kind === 'user' ? ctx.principal.sessionId : null;
    return this.uow.run(ctx, async (tx) => {
      const ended = await this.sessions.revokeAllIn(tx, null, except);
      await audit(tx, { action: 'SESSIONS_ENDED', changes: [{ field: 'sessions', before: ended.length, after: 0 }] });
      return ended.length;
    });
  }

  private async managed(tx: Tx, input: { id: string; expectedVersion?: number | null }): Promise<User> {
    const agent = await requirePerson(tx, input.id);
    requireMayManage(tx.ctx, agent.role);
    if (input.expectedVersion != null && input.expectedVersion !== agent.version) throw conflict(agent);
    return agent;
  }

  private async insert(tx: Tx, input: AgentInvite & { name: string }): Promise<User> {
    const id = input.id ?? newId('user');
    if ((await findAgents(tx, [id])).length > 0)
      throw new DomainError('CONFLICT', 'There is another agent with this id.', { path: ['id'], currentId: id });
    const agent: User = {
      id,
      email: input.email,
      name: input.name,
      role: input.role,
      seat: input.seat,
      state: 'INVITED',
      passwordHash: null,
      locale: null,
      timeZone: null,
      avatarUrl: null,
      meetingUrl: null,
      availability: 'AVAILABLE',
      preferences: {},
      createdAt: tx.now,
      updatedAt: tx.now,
      version: 1,
    };
    await insertAgent(tx, agent);
    await audit(tx, { action: 'AGENT_INVITED', object: agent, changes: changesOf(null, agent, ['email', 'role', 'seat']) });
    tx.emit({ type: 'agent.invited', change: 'CREATED', nodeId: id, inboxId: null, audience: 'admins' });
    return agent;
  }

  private async linkFor(tx: Tx, agent: User, mail: boolean): Promise<LinkAnswer> {
    if (agent.state === 'ACTIVE') await audit(tx, { action: 'PASSWORD_RESET_STARTED', object: agent });
    const made = await makeLink(tx, agent);
    return { agent, ...made, mailed: mail && (await this.mail.enqueueLink(tx, agent.id)) };
  }
}

function taken(known: User): DomainError {
  const words =
    known.state === 'DEACTIVATED'
      ? `${known.name} worked here with this address. Let them in again instead.`
      : `${known.name} has this e-mail address already.`;
  return new DomainError('INVALID', words, { path: ['email'] });
}
