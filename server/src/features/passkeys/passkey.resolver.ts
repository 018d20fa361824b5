import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { hasScope } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import type { User } from '../agents/index.js';
import type { Passkey } from './passkey.entity.js';
import type { Shown } from './passkey-checks.js';
import { type PasskeyAdd, PasskeyService } from './passkey.service.js';

const NONE: { passkey: Passkey | null } = { passkey: null };

/** The viewer's passkeys. */
@Resolver('Agent')
export class PasskeyResolver {
  constructor(private readonly service: PasskeyService) {}

  @Query('passkeys')
  list(@Context() { ctx }: GqlContext) {
    return this.service.list(ctx);
  }

  @Mutation('passkeyBegin')
  begin(@Context() { ctx }: GqlContext, @Args() shown: Shown) {
    const none: { ticket: string | null; options: unknown } = { ticket: null, options: null };
    return payload(none, () => this.service.begin(ctx, shown));
  }

  @Mutation('passkeyAdd')
  add(@Context() { ctx }: GqlContext, @Args('input') input: PasskeyAdd) {
    return payload(NONE, async () => ({ passkey: await this.service.add(ctx, input) }), ['input']);
  }

  @Mutation('passkeyRename')
  rename(@Context() { ctx }: GqlContext, @Args('id') id: string, @Args('name') name: string) {
    return payload(NONE, async () => ({ passkey: await this.service.rename(ctx, id, name) }));
  }

  @Mutation('passkeyRemove')
  remove(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    const none: { deletedIds: string[] } = { deletedIds: [] };
    return payload(none, async () => ({ deletedIds: [await this.service.remove(ctx, id)] }));
  }

  @ResolveField('hasPasskey')
  async has(agent: User, _args: unknown, gql: GqlContext): Promise<boolean | null> {
    const { principal } = gql.ctx;
    const own = principal.kind === 'user' && principal.userId === agent.id;
    if (!own && !hasScope(principal, ['ADMIN'])) return null;
    const loader = gql.loader('agent.passkey', () => {
      return new DataLoader(async (ids: readonly string[]) => {
        const having = new Set(await this.service.having(ids));
        return ids.map((id) => having.has(id));
      });
    });
    return loader.load(agent.id);
  }
}
