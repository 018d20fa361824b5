import DataLoader from 'dataloader';
import type { GqlContext } from '../../kernel/request.js';
import { grouped, inOrder } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import type { ChannelTypeId } from './channel-type-id.js';
import type { Channel } from './channel.entity.js';
import { channelsOfInboxes, findChannels } from './channel.repository.js';
import type { ChannelTypeInfo, PluginGateway } from './plugin-gateway.js';

/** Channels by id. Whoever uses it checks the inbox. */
export function channelLoader(gql: GqlContext, reader: Reader): DataLoader<string, Channel | null> {
  return gql.shared('channel', () => {
    return new DataLoader(async (ids: readonly string[]) => inOrder(ids, await findChannels(reader, ids), ({ id }) => id));
  });
}

/** The channels of an inbox. */
export function inboxChannelLoader(gql: GqlContext, reader: Reader): DataLoader<string, Channel[]> {
  return gql.shared('channel.byInbox', () => {
    return new DataLoader(async (ids: readonly string[]) =>
      grouped(ids, await channelsOfInboxes(reader, ids), ({ inboxId }) => inboxId),
    );
  });
}

/** What plugins say about their types. */
export function channelTypeLoader(gql: GqlContext, gateway: PluginGateway): DataLoader<ChannelTypeId, ChannelTypeInfo | null> {
  return gql.loader('channel.type', () => {
    return new DataLoader((types: readonly ChannelTypeId[]) => Promise.all(types.map((type) => gateway.channelType(type))));
  });
}
