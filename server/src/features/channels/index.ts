export { Channel } from './channel.entity.js';
export { ChannelLease } from './channel-lease.entity.js';
export { channelTypeId, wordOfType, type ChannelTypeId } from './channel-type-id.js';
export * from './plugin-gateway.js';
