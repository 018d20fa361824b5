import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { hasScope, isAdmin } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { inOrder } from '../../kernel/rows.js';
import { type Reader, UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { agentLoader, type User } from '../agents/index.js';
import { findInboxes, memberLoader } from '../inboxes/index.js';
import { hoursOf, type WorkingHours } from '../working-hours/index.js';
import { type AgentHoursSave, type AvailabilitySet, AvailabilityService } from './availability.service.js';
import type { Presence } from './presence.entity.js';
import { presencesOf, standingOf } from './presence.repository.js';
import type { Standing } from './presence-rules.js';

const NONE = { agent: null as User | null };
/** `AgentPresence` as its fields need it. */
type Shown = Standing & { agentId: string; version: number; since: number | null };

/** `Agent.presence`, `Agent.workingHours`, and how they are set. */
@Resolver('Agent')
export class AvailabilityResolver {
  constructor(
    private readonly availability: AvailabilityService,
    private readonly uow: UnitOfWork,
  ) {}

  @ResolveField('presence')
  async presence(agent: User, _args: unknown, gql: GqlContext): Promise<Shown> {
    const presence = await presenceLoader(gql, this.uow.reader).load(agent.id);
    const { changedAt = null, version = 0 } = presence ?? {};
    return { ...standingOf(agent, presence), agentId: agent.id, since: changedAt, version };
  }

  @ResolveField('workingHours')
  workingHours(agent: User, _args: unknown, gql: GqlContext): Promise<WorkingHours | null> {
    const loader = gql.shared('agent.workingHours', () => {
      return new DataLoader(async (ids: readonly string[]) =>
        inOrder(ids, await hoursOf(this.uow.reader, ids), (hours) => hours.ownerId),
      );
    });
    return loader.load(agent.id);
  }

  @Mutation('availabilitySet')
  set(@Context() gql: GqlContext, @Args('input') input: AvailabilitySet) {
    return payload(NONE, async () => ({ agent: await this.availability.set(gql.ctx, input) }), ['input']);
  }

  @Mutation('agentHoursSave')
  saveHours(@Context() gql: GqlContext, @Args('input') input: AgentHoursSave) {
    return payload(NONE, async () => ({ agent: await this.availability.saveHours(gql.ctx, input) }), ['input']);
  }
}

@Resolver('AgentPresence')
export class AgentPresenceResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('setBy')
  setBy({ setById }: Shown, _args: unknown, gql: GqlContext): Promise<User | null> | null {
    return setById?.startsWith('usr_') ? agentLoader(gql, this.uow.reader).load(setById) : null;
  }

  @ResolveField('viewerCanSet')
  async viewerCanSet({ agentId }: Shown, _args: unknown, gql: GqlContext): Promise<boolean> {
    return (await settableLoader(gql, this.uow.reader).load('')).has(agentId);
  }
}

function presenceLoader(gql: GqlContext, reader: Reader): DataLoader<string, Presence | null> {
  return gql.shared('presence', () => {
    return new DataLoader(async (ids: readonly string[]) => inOrder(ids, await presencesOf(reader, ids), (one) => one.userId));
  });
}

/** A set that has everybody in it. */
const ALL: Pick<ReadonlySet<string>, 'has'> = { has: () => true };

/** Whom the asker may set, once for a request: the rule of the service for a list. */
function settableLoader(gql: GqlContext, reader: Reader): DataLoader<string, Pick<ReadonlySet<string>, 'has'>> {
  return gql.loader('presence.settable', () => {
    return new DataLoader(async (keys: readonly string[]) => {
      const settable = await settableBy(gql, reader);
      return keys.map(() => settable);
    });
  });
}

async function settableBy(gql: GqlContext, reader: Reader): Promise<Pick<ReadonlySet<string>, 'has'>> {
  const { principal } = gql.ctx;
  if (principal.kind !== 'user') return hasScope(principal, ['ADMIN']) ? ALL : new Set();
  const own = new Set([principal.userId]);
  const self = await agentLoader(gql, reader).load(principal.userId);
  if (self?.seat === 'LIGHT') return own;
  if (isAdmin(principal)) return ALL;
  const managed = [...principal.inboxRoles].filter(([, role]) => role === 'MANAGER').map(([id]) => id);
  const inboxes = await findInboxes(reader, managed);
  const members = await Promise.all(inboxes.map((inbox) => memberLoader(gql, reader).load(inbox)));
  return new Set([...own, ...members.flat().map(({ agent }) => agent.id)]);
}
