import { createHash } from 'node:crypto';
import type { InboundEvent } from '@balie/plugin-sdk';
import { Channel } from '../channels/index.js';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { updateRows } from '../../kernel/rows.js';
import type { Tx } from '../../kernel/uow.js';
import type { InboundItem } from './inbound-item.entity.js';
import { insertItemsOnce } from './inbound-item.repository.js';
import type { IntakeOptions } from './intake.js';

/** The job that makes messages of all that waits in a channel (`channelId`), or of one item (`itemId`) again. */
export const DECODE = 'intake.decode';

/** As often as a job may run at all. */
const MANY = 1_000_000_000;

/** What came in, before anybody thought about it. */
export type Arrived = Pick<InboundItem, 'externalId' | 'rawHash' | 'meta' | 'payload'>;

/** Keeps what came in, with the cursor and the job that makes messages of it; answers how many of them are new. */
export async function keepArrived(tx: Tx, channelId: string, arrived: readonly Arrived[], o: IntakeOptions): Promise<number> {
  if (o.epoch !== null) await fence(tx, channelId, o.epoch);
  const fresh = await insertItemsOnce(
    tx,
    arrived.map((one) => itemOf(tx, channelId, one, o.history)),
  );
  if (fresh.length > 0) askToDecode(tx, channelId);
  await follow(tx, channelId, o, fresh.length > 0);
  return fresh.length;
}

/** Holds the lease's row for the length of the unit, so that it can't change hands in between. */
export async function fence(tx: Tx, channelId: string, epoch: number): Promise<void> {
  const held = await tx.execute('UPDATE channel_lease SET epoch = epoch WHERE channel_id = ? AND epoch = ?', [channelId, epoch]);
  if (held !== 1) throw new DomainError('CONFLICT', 'Another process listens on this channel now; this one must stop.');
}

export function itemOf(tx: Tx, channelId: string, arrived: Arrived, history: boolean): InboundItem {
  return {
    ...arrived,
    id: newId('inboundItem'),
    channelId,
    history,
    receivedAt: tx.now,
    state: 'RECEIVED',
    reason: null,
    unparsed: false,
    messageId: null,
    conversationId: null,
    sender: null,
    subject: null,
    attempts: 0,
    correlationId: tx.ctx.correlationId,
    updatedAt: tx.now,
  };
}

/** Jobs of one channel run one after the other. */
export const keyOfJobs = (channelId: string): string => `intake:${channelId}`;

/** One that waits is enough for all; it may fail as often as it must, since its items count their tries themselves. */
export function askToDecode(tx: Tx, channelId: string): void {
  const key = keyOfJobs(channelId);
  tx.enqueue({ name: DECODE, payload: { channelId }, key, unique: channelId, maxAttempts: MANY });
}

/** The cursor goes with the items or not at all. */
export async function follow(tx: Tx, channelId: string, o: IntakeOptions, fresh: boolean): Promise<void> {
  const patch: Partial<Channel> = {};
  if (o.cursor !== undefined) patch.cursor = JSON.stringify(o.cursor);
  if (fresh) patch.lastInboundAt = tx.now;
  if (Object.keys(patch).length > 0) await updateRows(tx, Channel, { id: channelId }, patch);
}

/** A decoded event under the id by which a repeat of it is known. */
export function arrivedFrom(event: InboundEvent): Arrived & { payload: string } {
  const payload = JSON.stringify(event);
  return { externalId: idOf(event, payload), rawHash: null, meta: {}, payload };
}

function idOf(event: InboundEvent, payload: string): string {
  if (event.type === 'message' && typeof event.id === 'string' && event.id !== '') return event.id;
  return `${event.type}:${createHash('sha256').update(payload).digest('base64url')}`;
}
