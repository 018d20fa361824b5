import { Injectable } from '@nestjs/common';
import { hasScope, isAdmin } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { audit, changesOf } from '../audit/index.js';
import { agentEmail, agentName, agentPassword, languageTag, mergePreferences, timeZoneName } from './agent-rules.js';
import {
  findAgentByEmail,
  findAgents,
  insertAgent,
  listActiveAgents,
  listFormerAgents,
  updateAgent,
} from './agent.repository.js';
import { hashPassword, verifyPassword } from './password.js';
import type { User } from './user.entity.js';

/** An agent to be made. */
export interface NewAgent {
  id?: string | null;
  name: string;
  email: string;
  password: string;
  role: User['role'];
  seat: User['seat'];
  locale?: string | null;
  timeZone?: string | null;
}

/** The people who work with the product. */
@Injectable()
export class AgentService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those who are active, by name. */
  list(): Promise<User[]> {
    return listActiveAgents(this.uow.reader);
  }

  /** Those who were removed, by name (S13). */
  former(): Promise<User[]> {
    return listFormerAgents(this.uow.reader);
  }

  /** The agent to whom address and password belong; null for anybody else, in the same time. */
  async byPassword(email: string, password: string): Promise<User | null> {
    const agent = await findAgentByEmail(this.uow.reader, email.trim().toLowerCase());
    const fits = await verifyPassword(agent?.state === 'ACTIVE' ? agent.passwordHash : null, password);
    return fits ? agent : null;
  }

  /** Adds an agent; a repeat with the same id and address answers the one that is there. */
  async create(ctx: Ctx, input: NewAgent): Promise<User> {
    this.requireMayCreate(ctx, input);
    const prepared = await this.prepare(input);
    return this.uow.run(ctx, (tx) => this.insert(tx, prepared));
  }

  /** A new agent's row without its place in the database: hashing takes too long for a unit of work. */
  async prepare(input: NewAgent): Promise<Omit<User, 'createdAt' | 'updatedAt' | 'version'>> {
    if (input.id && !isId('user', input.id))
      throw new DomainError('INVALID', 'An id of a new agent is usr_ and a UUIDv7 without dashes.', { path: ['id'] });
    return {
      id: input.id ?? newId('user'),
      email: agentEmail(input.email),
      name: agentName(input.name),
      role: input.role,
      seat: input.seat,
      state: 'ACTIVE',
      passwordHash: await hashPassword(agentPassword(input.password)),
      locale: languageTag(input.locale),
      timeZone: timeZoneName(input.timeZone),
      avatarUrl: null,
      meetingUrl: null,
      availability: 'AVAILABLE',
      preferences: {},
    };
  }

  /** Writes a prepared agent in the caller's unit. */
  async insert(tx: Tx, prepared: Awaited<ReturnType<AgentService['prepare']>>): Promise<User> {
    const [taken] = await findAgents(tx, [prepared.id]);
    if (taken?.email === prepared.email) return taken;
    if (taken) throw new DomainError('CONFLICT', 'There is another agent with this id.', { path: ['id'], currentId: taken.id });
    if (await findAgentByEmail(tx, prepared.email))
      throw new DomainError('INVALID', 'There is an agent with this e-mail address already.', { path: ['email'] });
    const agent: User = { ...prepared, createdAt: tx.now, updatedAt: tx.now, version: 1 };
    await insertAgent(tx, agent);
    await audit(tx, { action: 'AGENT_CREATED', object: agent, changes: changesOf(null, agent, ['email', 'role', 'seat']) });
    tx.emit({ type: 'agent.created', change: 'CREATED', nodeId: agent.id, inboxId: null, audience: 'agents' });
    return agent;
  }

  /** Keeps the asker's own settings. */
  async savePreferences(ctx: Ctx, preferences: unknown): Promise<User> {
    const { principal } = ctx;
    if (principal.kind !== 'user') throw new DomainError('FORBIDDEN', 'Only a person has preferences.');
    return this.uow.run(ctx, async (tx) => {
      const [agent] = await findAgents(tx, [principal.userId]);
      if (!agent) throw new DomainError('NOT_FOUND', 'This account is no longer there.');
      const merged = mergePreferences(agent.preferences, preferences);
      const locale = languageTag(merged['locale']) ?? agent.locale;
      const timeZone = timeZoneName(merged['timeZone']) ?? agent.timeZone;
      const changed = await updateAgent(tx, agent, { preferences: merged, locale, timeZone });
      const audience = `user:${agent.id}` as const;
      tx.emit({ type: 'agent.preferencesSaved', change: 'UPDATED', nodeId: agent.id, inboxId: null, audience });
      return changed;
    });
  }

  private requireMayCreate(ctx: Ctx, input: NewAgent): void {
    const { principal } = ctx;
    const may = principal.kind === 'user' ? isAdmin(principal) : hasScope(principal, ['ADMIN']);
    if (!may) throw new DomainError('FORBIDDEN', 'Only admins add agents.');
    const mayAsOwner = principal.kind === 'system' || (principal.kind === 'user' && principal.role === 'OWNER');
    if (input.role === 'OWNER' && !mayAsOwner)
      throw new DomainError('FORBIDDEN', 'Only an owner makes another owner.', { path: ['role'] });
  }
}
