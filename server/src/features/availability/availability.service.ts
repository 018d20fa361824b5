import { Injectable } from '@nestjs/common';
import { canInInbox, hasScope, isAdmin } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents, type User } from '../agents/index.js';
import { loadInboxRoles } from '../inboxes/index.js';
import { findHours, hoursOf, type HoursInput, replaceHours } from '../working-hours/index.js';
import { chosen, type Standing, turned } from './presence-rules.js';
import { lockAgents, presencesOf, standingOf, storeStanding, whatTimeChanges } from './presence.repository.js';
import { AvailabilityWatchers } from './watchers.js';

export interface AvailabilitySet {
  /** Oneself when not given. */
  agentId?: string | null;
  /** Null follows the working hours. */
  status?: User['availability'] | null;
  reassignReplies?: boolean | null;
  until?: number | null;
  expectedVersion?: number | null;
}
export interface AgentHoursSave {
  agentId?: string | null;
  /** Null takes hours and days off away. */
  hours?: HoursInput | null;
  expectedVersion?: number | null;
}

/** Who is there: by his own word, by who manages an inbox of his, by his hours; never by a lost socket (G8 54). */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly watchers: AvailabilityWatchers,
  ) {}

  /** Sets oneself, or as a manager of an inbox or an admin somebody else (S66, S69, D21). */
  async set(ctx: Ctx, input: AvailabilitySet): Promise<User> {
    return this.uow.run(ctx, async (tx) => {
      const { agent, own } = await this.target(tx, input.agentId);
      if (!own) await requireManager(tx, agent);
      const [presence = null] = await presencesOf(tx, [agent.id]);
      if (input.expectedVersion != null && input.expectedVersion !== (presence?.version ?? 0))
        throw new DomainError('CONFLICT', 'It was changed meanwhile. Look at it again.', { currentId: agent.id });
      const { id, name } = actorOf(ctx.principal);
      const wish = {
        status: input.status ?? null,
        reassignReplies: input.reassignReplies ?? false,
        until: input.until ?? null,
        by: own ? null : { id, name },
      };
      const before = standingOf(agent, presence);
      return this.become(tx, agent, chosen(before, wish, await findHours(tx, agent.id), tx.now));
    });
  }

  /** Saves one's own hours and days off, or as an admin those of somebody else (D20); they count at once. */
  async saveHours(ctx: Ctx, input: AgentHoursSave): Promise<User> {
    return this.uow.run(ctx, async (tx) => {
      const { agent, own } = await this.target(tx, input.agentId);
      if (!own && !mayAdminister(ctx))
        throw new DomainError('FORBIDDEN', 'Only the person and admins change these working hours.', { path: ['agentId'] });
      const changed = await replaceHours(tx, agent, input.hours ?? null, input.expectedVersion);
      const after = await this.turn(tx, agent);
      // The turn has told of it already when it changed his word.
      if (changed && after === agent) tell(tx, agent, null);
      return after;
    });
  }

  /** Lets the clock do what it does: choices end, hours begin and end. Answers how many agents it has changed. */
  async tick(ctx: Ctx, now: number): Promise<number> {
    const { reader } = this.uow;
    const { hours, ended } = await whatTimeChanges(reader, now);
    const byOwner = new Map(hours.map((one) => [one.ownerId, one]));
    const ids = [...new Set([...byOwner.keys(), ...ended])];
    const presences = new Map((await presencesOf(reader, ids)).map((one) => [one.userId, one]));
    let changes = 0;
    for (const agent of await findAgents(reader, ids)) {
      const before = standingOf(agent, presences.get(agent.id) ?? null);
      if (agent.state !== 'ACTIVE' || turned(before, byOwner.get(agent.id) ?? null, now) === before) continue;
      await this.uow.run(ctx, async (tx) => {
        const [locked] = await lockAgents(tx, [agent.id]);
        if (locked) await this.turn(tx, locked);
      });
      changes += 1;
    }
    return changes;
  }

  private async target(tx: Tx, agentId: string | null | undefined): Promise<{ agent: User; own: boolean }> {
    const { principal } = tx.ctx;
    const self = principal.kind === 'user' ? principal.userId : null;
    const [agent] = await lockAgents(tx, [agentId ?? self ?? '']);
    if (agent?.state === 'ACTIVE') return { agent, own: agent.id === self };
    throw new DomainError('NOT_FOUND', 'There is no active agent with this id.', { path: ['agentId'] });
  }

  private async turn(tx: Tx, agent: User): Promise<User> {
    const [presence = null] = await presencesOf(tx, [agent.id]);
    const [hours = null] = await hoursOf(tx, [agent.id]);
    const before = standingOf(agent, presence);
    const after = turned(before, hours, tx.now);
    return after === before ? agent : this.become(tx, agent, after);
  }

  private async become(tx: Tx, agent: User, standing: Standing): Promise<User> {
    const [presence = null] = await presencesOf(tx, [agent.id]);
    if (presence && JSON.stringify(standingOf(agent, presence)) === JSON.stringify(ordered(standing))) return agent;
    await storeStanding(tx, agent, presence, standing);
    tell(tx, agent, standing);
    const changed = { ...agent, availability: standing.status };
    if (standing.status !== agent.availability) await this.watchers.tell(tx, agent.id, standing.status);
    return changed;
  }
}

function ordered({ status, source, reassignReplies, until, setById, setByName }: Standing): Standing {
  return { status, source, reassignReplies, until, setById, setByName };
}

/** Colleagues see it at once; the journal keeps why. */
function tell(tx: Tx, agent: User, standing: Standing | null): void {
  const data = standing ? { status: standing.status, source: standing.source, setBy: standing.setByName } : { hours: true };
  tx.emit({ type: 'agent.availability', change: 'UPDATED', nodeId: agent.id, inboxId: null, audience: 'agents', data });
}

function mayAdminister({ principal }: Ctx): boolean {
  return principal.kind === 'user' ? isAdmin(principal) : hasScope(principal, ['ADMIN']);
}

/** A free user sees it and changes nobody else (D21). */
async function requireManager(tx: Tx, agent: User): Promise<void> {
  const { principal } = tx.ctx;
  if (principal.kind === 'user' && (await findAgents(tx, [principal.userId]))[0]?.seat === 'LIGHT')
    throw new DomainError('FORBIDDEN', 'With a light seat you see who is there, and change only yourself.', {
      path: ['agentId'],
    });
  if (mayAdminister(tx.ctx)) return;
  const roles = await loadInboxRoles(tx, agent.id, agent.role);
  if ([...roles.keys()].some((inboxId) => canInInbox(principal, 'manage', inboxId))) return;
  throw new DomainError('FORBIDDEN', 'Only admins, and managers of an inbox that they share, set somebody else.', {
    path: ['agentId'],
  });
}
