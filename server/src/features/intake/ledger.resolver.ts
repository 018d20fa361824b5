import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { NodeRegistry } from '../../kernel/nodes.js';
import { PublicAddress } from '../../kernel/public-address.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { channelLoader, channelTypeLoader, PluginGateway, reasonIn } from '../channels/index.js';
import type { InboundItem } from './inbound-item.entity.js';
import { canBeImported, canBeReplayed } from './inbound-item.repository.js';
import { LedgerService } from './ledger.service.js';

const NO_ITEM: { inboundItem: InboundItem | null } = { inboundItem: null };

@Resolver('InboundItem')
export class LedgerResolver {
  constructor(
    private readonly ledger: LedgerService,
    private readonly nodes: NodeRegistry,
    private readonly uow: UnitOfWork,
    private readonly gateway: PluginGateway,
    private readonly address: PublicAddress,
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

  @Mutation('inboundItemImport')
  inboundItemImport(@Args('id') id: string, @Context() gql: GqlContext) {
    return payload(NO_ITEM, async () => ({ inboundItem: await this.ledger.import(gql.ctx, id) }));
  }

  @ResolveField('viewerCan')
  viewerCan(item: InboundItem): 'RETRY'[] {
    return canBeReplayed(item) ? ['RETRY'] : [];
  }

  @ResolveField('reason')
  async reason(
    { reason, channelId }: InboundItem,
    { language }: { language?: string | null },
    gql: GqlContext,
  ): Promise<string | null> {
    if (reason === null || !language) return reason;
    const channel = await channelLoader(gql, this.uow.reader).load(channelId);
    const type = channel && (await channelTypeLoader(gql, this.gateway).load(channel.type));
    return reasonIn(reason, type?.filterRules ?? {}, language);
  }

  @ResolveField('from')
  from(item: InboundItem): string | null {
    return item.sender;
  }

  @ResolveField('importable')
  importable(item: InboundItem): boolean {
    return canBeImported(item);
  }

  @ResolveField('channel')
  channel(item: InboundItem, _args: unknown, gql: GqlContext): Promise<object | null> | null {
    return this.nodes.find('channel')?.load(gql, item.channelId) ?? null;
  }

  @ResolveField('conversation')
  conversation(item: InboundItem, _args: unknown, gql: GqlContext): Promise<object | null> | null {
    return item.conversationId === null ? null : (this.nodes.find('conversation')?.load(gql, item.conversationId) ?? null);
  }

  @ResolveField('rawUrl')
  rawUrl(item: InboundItem): string | null {
    return item.rawHash === null ? null : this.address.path(`/files/inbound/${item.id}`);
  }
}
