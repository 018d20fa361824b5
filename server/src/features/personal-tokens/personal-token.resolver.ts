import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import type { ApiToken } from '../auth/index.js';
import { type NewPersonalToken, PersonalTokenService } from './personal-token.service.js';

/** The viewer's own tokens. */
@Resolver('PersonalToken')
export class PersonalTokenResolver {
  constructor(private readonly tokens: PersonalTokenService) {}

  @Query('personalTokens')
  list(@Context() { ctx }: GqlContext): Promise<ApiToken[]> {
    return this.tokens.list(ctx);
  }

  @Mutation('personalTokenCreate')
  create(@Context() { ctx }: GqlContext, @Args('input') input: NewPersonalToken) {
    const none = { personalToken: null as ApiToken | null, token: null as string | null };
    return payload(none, () => this.tokens.create(ctx, input));
  }

  @Mutation('personalTokenRevoke')
  revoke(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    return payload({ deletedIds: [] as string[] }, async () => {
      await this.tokens.revoke(ctx, id);
      return { deletedIds: [id] };
    });
  }
}
