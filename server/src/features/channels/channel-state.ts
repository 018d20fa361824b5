import type { Tx } from '../../kernel/uow.js';
import type { Channel } from './channel.entity.js';
import { findChannel, updateChannel } from './channel.repository.js';

/** The job that holds the lane of a channel which may not send, and lets it go when it may again. */
export const CHANNEL_LANE_JOB = 'channel.lane';

/** The lane of what waits to be sent through a channel. */
export function laneOfChannel(channelId: string): string {
  return `channel:${channelId}`;
}

/** What a channel's state is made of. */
export type StatePatch = Pick<Partial<Channel>, 'state' | 'stateMessage' | 'authorized' | 'active'>;

/** Changes the state of a channel, where it is a change, and tells of it; its lane follows in a job of the same transaction. */
export async function changeChannelState(tx: Tx, channelId: string, patch: StatePatch): Promise<Channel | null> {
  const channel = await findChannel(tx, channelId);
  if (!channel) return null;
  const changed = (Object.keys(patch) as (keyof StatePatch)[]).some((key) => channel[key] !== patch[key]);
  if (!changed) return channel;
  await updateChannel(tx, channel, patch);
  emitChannel(tx, channel, 'UPDATED');
  if (patch.active !== undefined || patch.authorized !== undefined) enqueueLane(tx, channelId);
  return findChannel(tx, channelId);
}

/** Gives a channel another inbox, where it goes on where it was. */
export async function attachChannel(tx: Tx, channel: Channel, inboxId: string): Promise<void> {
  const state = channel.authorized ? 'STARTING' : 'UNAUTHORIZED';
  await updateChannel(tx, channel, { inboxId, active: true, state, stateMessage: null });
  emitChannel(tx, { id: channel.id, inboxId }, 'UPDATED');
  enqueueLane(tx, channel.id);
}

/** Tells the journal of a channel. */
export function emitChannel(tx: Tx, channel: Pick<Channel, 'id' | 'inboxId'>, change: 'CREATED' | 'UPDATED'): void {
  tx.emit({
    type: change === 'CREATED' ? 'channel.created' : 'channel.updated',
    change,
    nodeId: channel.id,
    inboxId: channel.inboxId,
  });
}

/** Has the lane of a channel brought in line with its state. */
export function enqueueLane(tx: Tx, channelId: string): void {
  tx.enqueue({
    name: CHANNEL_LANE_JOB,
    payload: { channelId },
    unique: `${CHANNEL_LANE_JOB}:${channelId}`,
    key: `${CHANNEL_LANE_JOB}:${channelId}`,
  });
}
