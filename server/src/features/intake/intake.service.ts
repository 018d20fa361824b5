import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InboundEvent } from '@balie/plugin-sdk';
import { Channel } from '../channels/index.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import type { NewJob } from '../../kernel/jobs.js';
import { updateRows } from '../../kernel/rows.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { isKept } from './inbound-event.js';
import type { InboundItem } from './inbound-item.entity.js';
import { insertItemsOnce } from './inbound-item.repository.js';
import { Intake, type IntakeOptions, type RawItem } from './intake.js';

/** The job that makes messages of all that waits in a channel (`channelId`), or of one item (`itemId`) again. */
export const DECODE = 'intake.decode';

/** As often as a job may run at all. */
const MANY = 1_000_000_000;

/** What came in, before anybody thought about it. */
type Arrived = Pick<InboundItem, 'externalId' | 'rawHash' | 'meta' | 'payload'>;

/** Stores first: ledger rows, cursor and jobs in one unit, fenced against listeners that have lost their lease. */
@Injectable()
export class IntakeService extends Intake {
  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  async receive(channelId: string, items: RawItem[], o: IntakeOptions): Promise<void> {
    await this.store(
      channelId,
      items.map(({ externalId, rawHash, meta }) => ({ externalId, rawHash, meta, payload: null })),
      o,
    );
  }

  async ingest(channelId: string, events: InboundEvent[], o: IntakeOptions): Promise<void> {
    await this.store(channelId, events.filter(isKept).map(arrivedFrom), o);
  }

  private async store(channelId: string, arrived: Arrived[], o: IntakeOptions): Promise<void> {
    const ctx: Ctx = { principal: { kind: 'system', name: 'Intake' }, correlationId: newId('inboundItem') };
    await this.uow.run(ctx, async (tx) => {
      if (o.epoch !== null) await fence(tx, channelId, o.epoch);
      const fresh = await insertItemsOnce(
        tx,
        arrived.map((one) => itemOf(tx, channelId, one, o.history)),
      );
      if (fresh > 0) tx.enqueue(decodeJob(channelId));
      await follow(tx, channelId, o, fresh > 0);
    });
  }
}

/** Holds the lease's row for the length of the unit, so that it can't change hands in between. */
async function fence(tx: Tx, channelId: string, epoch: number): Promise<void> {
  const held = await tx.execute('UPDATE channel_lease SET epoch = epoch WHERE channel_id = ? AND epoch = ?', [channelId, epoch]);
  if (held !== 1) throw new DomainError('CONFLICT', 'Another process listens on this channel now; this one must stop.');
}

function itemOf(tx: Tx, channelId: string, arrived: Arrived, history: boolean): InboundItem {
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

/** One that waits is enough for all; it may fail as often as it must, since its items count their tries themselves. */
function decodeJob(channelId: string): NewJob {
  return { name: DECODE, payload: { channelId }, key: `intake:${channelId}`, unique: channelId, maxAttempts: MANY };
}

/** The cursor goes with the items or not at all. */
async function follow(tx: Tx, channelId: string, o: IntakeOptions, fresh: boolean): Promise<void> {
  const patch: Partial<Channel> = {};
  if (o.cursor !== undefined) patch.cursor = JSON.stringify(o.cursor);
  if (fresh) patch.lastInboundAt = tx.now;
  if (Object.keys(patch).length > 0) await updateRows(tx, Channel, { id: channelId }, patch);
}

/** A decoded event under the id by which a repeat of it is known. */
function arrivedFrom(event: InboundEvent): Arrived {
  const payload = JSON.stringify(event);
  return { externalId: idOf(event, payload), rawHash: null, meta: {}, payload };
}

function idOf(event: InboundEvent, payload: string): string {
  if (event.type === 'message' && typeof event.id === 'string' && event.id !== '') return event.id;
  return `${event.type}:${createHash('sha256').update(payload).digest('base64url')}`;
}
