export { Channel } from './channel.entity.js';
export { ChannelLease } from './channel-lease.entity.js';
export { acquireLease, noteReading, releaseLease, renewLease } from './channel-lease.repository.js';
export { channelLoader, channelTypeLoader, inboxChannelLoader } from './channel.loader.js';
export {
  channelsOfInboxes,
  channelsOfPlugin,
  disconnectedChannels,
  findChannel,
  findChannels,
  touchChannel,
} from './channel.repository.js';
export { ChannelSetup } from './channel-setup.entity.js';
export { ChannelSecrets } from './channel-secrets.js';
export { ChannelService } from './channel.service.js';
export {
  attachChannel,
  CHANNEL_LANE_JOB,
  changeChannelState,
  enqueueLane,
  laneOfChannel,
  learnCapabilities,
} from './channel-state.js';
export { reasonIn, switchedRules } from './filter-rules.js';
export { channelTypeId, wordOfType, type ChannelTypeId } from './channel-type-id.js';
export { ChannelsModule } from './channels.module.js';
export * from './plugin-gateway.js';
