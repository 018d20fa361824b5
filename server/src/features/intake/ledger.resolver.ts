import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { NodeRegistry } from '../../kernel/nodes.js';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import type { InboundItem } from './inbound-item.entity.js';
import { LedgerService } from './ledger.service.js';

const NO_ITEM: { inboundItem: InboundItem | null } = { inboundItem: null };

@Resolver('InboundItem')
export class LedgerResolver {
  constructor(
    private readonly ledger: LedgerService,
    private readonly nodes: NodeRegistry,
  ) {}

  @Query('inboundItems')
  inboundItems(
    @Args('channelId') channelId: string | null,
    @Args('state') state: InboundItem['state'][] | null,
    @Args('first') first: number | null,
    @Args('after') after: string | null,
    @Context() gql: GqlContext,
  ) {
    return this.ledger.list(gql.ctx, { channelId, state, first, after });
  }

  @Mutation('inboundItemReplay')
  inboundItemReplay(@Args('id') id: string, @Context() gql: GqlContext) {
    return payload(NO_ITEM, async () => ({ inboundItem: await this.ledger.replay(gql.ctx, id) }));
  }

  @ResolveField('channel')
  channel(@Parent() item: InboundItem, @Context() gql: GqlContext): Promise<object | null> | null {
    return this.nodes.find('channel')?.load(gql, item.channelId) ?? null;
  }

  @ResolveField('conversation')
  conversation(@Parent() item: InboundItem, @Context() gql: GqlContext): Promise<object | null> | null {
    return item.conversationId === null ? null : (this.nodes.find('conversation')?.load(gql, item.conversationId) ?? null);
  }

  @ResolveField('rawUrl')
  rawUrl(@Parent() item: InboundItem): string | null {
    return item.rawHash === null ? null : `/files/inbound/${item.id}`;
  }
}
