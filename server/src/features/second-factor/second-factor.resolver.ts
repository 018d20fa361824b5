import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { hasScope } from '../../kernel/access.js';
import { DomainError } from '../../kernel/errors.js';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import type { User } from '../agents/index.js';
import { type FactorState, type NewKey, SecondFactorService } from './second-factor.service.js';

const NO_KEY: { key: string | null; uri: string | null } = { key: null, uri: null };
const NO_CODES: { recoveryCodes: string[] | null } = { recoveryCodes: null };
const NO_STATE: { secondFactor: FactorState | null } = { secondFactor: null };

/** The second step of signing in. */
@Resolver('Agent')
export class SecondFactorResolver {
  constructor(private readonly factors: SecondFactorService) {}

  @Query('secondFactor')
  state(@Context() gql: GqlContext): Promise<FactorState> {
    return this.factors.stateOf(viewerOf(gql));
  }

  @Mutation('secondFactorBegin')
  begin(@Context() { ctx }: GqlContext, @Args('password') password: string) {
    return payload<Partial<NewKey> | typeof NO_KEY>(NO_KEY, () => this.factors.begin(ctx, password));
  }

  @Mutation('secondFactorConfirm')
  confirm(@Context() { ctx }: GqlContext, @Args('code') code: string) {
    return payload(NO_CODES, async () => ({ recoveryCodes: await this.factors.confirm(ctx, code) }));
  }

  @Mutation('secondFactorRemove')
  remove(@Context() gql: GqlContext, @Args('code') code: string) {
    return this.changed(gql, () => this.factors.remove(gql.ctx, code));
  }

  @Mutation('recoveryCodesRenew')
  renew(@Context() { ctx }: GqlContext, @Args('code') code: string) {
    return payload(NO_CODES, async () => ({ recoveryCodes: await this.factors.renewCodes(ctx, code) }));
  }

  @Mutation('secondFactorRequire')
  require(@Context() gql: GqlContext, @Args('required') required: boolean) {
    return this.changed(gql, () => this.factors.require(gql.ctx, required));
  }

  @ResolveField('hasSecondFactor')
  async has(agent: User, _args: unknown, gql: GqlContext): Promise<boolean | null> {
    const { principal } = gql.ctx;
    const own = principal.kind === 'user' && principal.userId === agent.id;
    if (!own && !hasScope(principal, ['ADMIN'])) return null;
    const loader = gql.loader('agent.secondFactor', () => {
      return new DataLoader(async (ids: readonly string[]) => {
        const having = new Set(await this.factors.withFactor(ids));
        return ids.map((id) => having.has(id));
      });
    });
    return loader.load(agent.id);
  }

  private changed(gql: GqlContext, work: () => Promise<void>) {
    return payload(NO_STATE, async () => {
      await work();
      return { secondFactor: await this.factors.stateOf(viewerOf(gql)) };
    });
  }
}

function viewerOf({ ctx }: GqlContext): string {
  if (ctx.principal.kind !== 'user') throw new DomainError('FORBIDDEN', 'Only a person has a second step.');
  return ctx.principal.userId;
}
