import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { OutboxService } from './outbox.service.js';

@Resolver()
export class OutboxResolver {
  constructor(private readonly service: OutboxService) {}

  @Query('outbox')
  outbox(
    @Context() gql: GqlContext,
    @Args('mine') mine: boolean,
    @Args('inboxId') inboxId?: string | null,
    @Args('status') status?: string[] | null,
    @Args('first') first?: number | null,
    @Args('after') after?: string | null,
  ) {
    return this.service.list(gql.ctx, { mine, inboxId, status, first, after });
  }
}
