import type { Tx } from '../../kernel/uow.js';
import { audit } from '../audit/index.js';
import { deleteSetups } from './channel-setup.repository.js';
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

/** Adds what the type of a channel can do since it was saved; what the channel says itself stays. */
export async function learnCapabilities(tx: Tx, channelId: string, fresh: Record<string, unknown>): Promise<void> {
  const channel = await findChannel(tx, channelId);
  if (!channel) return;
  await updateChannel(tx, channel, { capabilities: { ...fresh, ...channel.capabilities } });
  emitChannel(tx, channel, 'UPDATED');
}

/** Gives a channel another inbox, where it goes on where it was. */
export async function attachChannel(tx: Tx, channel: Channel, inboxId: string): Promise<void> {
  const state = channel.authorized ? 'STARTING' : 'UNAUTHORIZED';
  await updateChannel(tx, channel, { inboxId, active: true, state, stateMessage: null });
  emitChannel(tx, { id: channel.id, inboxId }, 'UPDATED');
  enqueueLane(tx, channel.id);
}

/**
 * Ends a channel: nothing is read or sent, its secrets are gone and its account is free. What waits in its lane is let go, and fails; how its
 * conversations are handed out and within what time they are answered is as the inbox says.
 */
export async function removeChannel(tx: Tx, channel: Channel): Promise<void> {
  const off = { active: false, state: 'DISCONNECTED' as const, stateMessage: null };
  await updateChannel(tx, channel, {
    ...off,
    removedAt: tx.now,
    secrets: null,
    settings: {},
    cursor: null,
    filterSwitches: null,
  });
  await deleteSetups(tx, channel.id);
  for (const own of ['routing_rule', 'sla_policy']) await tx.execute(`DELETE FROM ${own} WHERE channel_id = ?`, [channel.id]);
  await audit(tx, { action: 'CHANNEL_REMOVED', object: channel });
  emitChannel(tx, channel, 'UPDATED');
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
