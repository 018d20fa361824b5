import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { SignInProviderProblem } from '../../generated/graphql.js';
import { hasScope } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import type { User } from '../agents/index.js';
import type { SignInIdentity } from './identity.entity.js';
import { IdentityService } from './identity.service.js';
import type { SignInProvider } from './provider.entity.js';
import { type ProviderSave, ProviderService, type SignInSettings } from './provider.service.js';

const NOTHING: { settings: SignInSettings | null } = { settings: null };
const NO_PROBLEM: { problem: SignInProviderProblem | null; message: string | null } = { problem: null, message: null };

/** With which provider people sign in. */
@Resolver('SignInProvider')
export class ProviderResolver {
  constructor(private readonly providers: ProviderService) {}

  @Query('signInSettings')
  settings(@Context() { ctx }: GqlContext): Promise<SignInSettings> {
    return this.providers.settings(ctx);
  }

  @Mutation('signInProviderSave')
  save(@Context() gql: GqlContext, @Args('input') input: ProviderSave) {
    return this.changed(gql, () => this.providers.save(gql.ctx, input), ['input']);
  }

  @Mutation('signInProviderTest')
  test(@Context() { ctx }: GqlContext, @Args('issuer') issuer: string) {
    return payload(NO_PROBLEM, async () => (await this.providers.test(ctx, issuer)) ?? NO_PROBLEM);
  }

  @Mutation('passwordSignInAllow')
  allow(@Context() gql: GqlContext, @Args('allowed') allowed: boolean) {
    return this.changed(gql, () => this.providers.allowPasswords(gql.ctx, allowed));
  }

  @ResolveField('hasSecret')
  hasSecret({ clientSecret }: SignInProvider): boolean {
    return clientSecret !== null;
  }

  private changed({ ctx }: GqlContext, work: () => Promise<void>, path: string[] = []) {
    const run = async () => {
      await work();
      return { settings: await this.providers.settings(ctx) };
    };
    return payload(NOTHING, run, path);
  }
}

/** The accounts with which the viewer signs in. */
@Resolver('Agent')
export class IdentityResolver {
  constructor(private readonly identities: IdentityService) {}

  @Query('signInIdentities')
  list(@Context() { ctx }: GqlContext): Promise<SignInIdentity[]> {
    return this.identities.list(ctx);
  }

  @ResolveField('signsInWithProvider')
  async signsIn(agent: User, _args: unknown, gql: GqlContext): Promise<boolean | null> {
    const { principal } = gql.ctx;
    const own = principal.kind === 'user' && principal.userId === agent.id;
    if (!own && !hasScope(principal, ['ADMIN'])) return null;
    const loader = gql.loader('agent.identity', () => {
      return new DataLoader(async (ids: readonly string[]) => {
        const having = new Set(await this.identities.having(ids));
        return ids.map((id) => having.has(id));
      });
    });
    return loader.load(agent.id);
  }

  @Mutation('signInIdentityRemove')
  remove(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    const none: { deletedIds: string[] } = { deletedIds: [] };
    return payload(none, async () => ({ deletedIds: [await this.identities.remove(ctx, id)] }));
  }
}
