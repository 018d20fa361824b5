import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import { DomainError } from '../../kernel/errors.js';
import type { MutationApiTokenCreateArgs } from '../../generated/graphql.js';
import type { ApiToken } from './api-token.entity.js';
import { ApiTokenService } from './api-token.service.js';
import type { Session } from './session.entity.js';
import { SessionService } from './session.service.js';

const NOTHING = { deletedIds: [] as string[] };

/** The viewer's own sessions. */
@Resolver('Session')
export class SessionResolver {
  constructor(private readonly service: SessionService) {}

  @Query('sessions')
  sessions(@Context() { ctx }: GqlContext): Promise<Session[]> | Session[] {
    return ctx.principal.kind === 'user' ? this.service.list(ctx.principal.userId) : [];
  }

  @Mutation('sessionRevoke')
  revoke(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    return payload(NOTHING, async () => {
      if (ctx.principal.kind !== 'user') throw new DomainError('FORBIDDEN', 'Only a person has sessions.');
      await this.service.revoke(ctx, ctx.principal.userId, id);
      return { deletedIds: [id] };
    });
  }

  @Mutation('sessionsRevokeOthers')
  revokeOthers(@Context() { ctx }: GqlContext) {
    return payload(NOTHING, async () => ({ deletedIds: await this.service.revokeOthers(ctx) }));
  }

  @ResolveField('current')
  current(session: Session, _args: unknown, { ctx }: GqlContext): boolean {
    return ctx.principal.kind === 'user' && ctx.principal.sessionId === session.id;
  }
}

/** Tokens of integrations. */
@Resolver('ApiToken')
export class ApiTokenResolver {
  constructor(private readonly tokens: ApiTokenService) {}

  @Query('apiTokens')
  list(): Promise<ApiToken[]> {
    return this.tokens.list();
  }

  @Mutation('apiTokenCreate')
  create(@Context() { ctx }: GqlContext, @Args() input: MutationApiTokenCreateArgs) {
    const none = { apiToken: null as ApiToken | null, token: null as string | null };
    return payload(none, () => this.tokens.create(ctx, input));
  }

  @Mutation('apiTokenRevoke')
  revoke(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    return payload(NOTHING, async () => {
      await this.tokens.revoke(ctx, id);
      return { deletedIds: [id] };
    });
  }
}
