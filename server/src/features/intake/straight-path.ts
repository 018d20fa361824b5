import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger } from '@nestjs/common';
import { findChannel } from '../channels/index.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import type { Tx, UnitOfWork } from '../../kernel/uow.js';
import type { CheckedEvent } from './inbound-event.js';
import { insertItemsOnce, takeTurn, waitingItems } from './inbound-item.repository.js';
import type { IntakeOptions } from './intake.js';
import { type Arrived, askToDecode, fence, follow, itemOf, keepArrived, keyOfJobs } from './keep-arrived.js';
import type { ItemPreparer } from './prepare-item.js';
import { type Prepared, storeItem, type ToStore } from './store-item.js';
import { BatchSurroundings } from './surroundings.js';
import { fromPayload } from './understanding.js';

/** So many calls of a channel share a commit. */
const CALLS = 32;
/** More events than that in one call, or larger ones, are kept first and thought about later. */
const EVENTS = 8;
const PAYLOAD_LENGTH = 64 * 1024;

/** What a plugin hands over decoded, in one call. */
export interface Handed {
  arrived: (Arrived & { payload: string })[];
  o: IntakeOptions;
}
interface Call extends Handed {
  channelId: string;
  resolve(): void;
  reject(error: unknown): void;
}
/** What of the channel matters to all calls that share a commit. */
type Shared = Pick<ToStore, 'channel' | 'rules' | 'asks' | 'around'>;
/** A call of which all is understood, and nothing takes long. */
interface Quick {
  of: Shared;
  prepared: Prepared[];
}

/**
 * Stores events that come decoded in the commit that keeps them: nobody waits for a job and its commits in between (B10). Whatever
 * may take long, comes while something of its channel waits, or fails, is kept as it came and left to the job, which knows what to do with
 * it. Calls of one channel keep their order; those that come during a commit share the next.
 */
export class StraightPath {
  private readonly lanes = new Map<string, Call[]>();
  private readonly logger = new Logger('Intake');
  private readonly enter = AsyncLocalStorage.snapshot();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly preparer: ItemPreparer,
  ) {}

  /** Resolves once all of it is durable. */
  take(channelId: string, handed: Handed): Promise<void> {
    return new Promise((resolve, reject) => {
      const call: Call = { ...handed, channelId, resolve, reject };
      const lane = this.lanes.get(channelId);
      if (lane) lane.push(call);
      else void this.enter(() => this.follow(channelId, [call]));
    });
  }

  private async follow(channelId: string, lane: Call[]): Promise<void> {
    this.lanes.set(channelId, lane);
    while (lane.length > 0) await this.together(channelId, lane.splice(0, CALLS));
    // In the same turn as the last look at the lane, so that no call in between is lost.
    this.lanes.delete(channelId);
  }

  private async together(channelId: string, calls: Call[]): Promise<void> {
    const ctx: Ctx = { principal: { kind: 'system', name: 'Intake' }, correlationId: newId('inboundItem') };
    try {
      const quick = await this.quick(channelId, calls);
      const results = await this.uow.runEach(ctx, worksOf(calls, quick), { urgent: true });
      for (const [index, call] of calls.entries()) {
        const result = results[index];
        if (result?.status === 'rejected') await this.theLongWay(ctx, call, quick[index] ? result.reason : null);
        else call.resolve();
      }
    } catch (error) {
      for (const call of calls) call.reject(error);
    }
  }

  /** Keeps it for the job; what fails then has failed. */
  private async theLongWay(ctx: Ctx, call: Call, why: unknown): Promise<void> {
    const { channelId, arrived, o } = call;
    if (why !== null && !(why instanceof Overtaken || why instanceof DomainError))
      this.logger.warn(`What came in could not be stored at once and is kept (${ctx.correlationId}): ${String(why)}`);
    try {
      await this.uow.run(ctx, (tx) => keepArrived(tx, channelId, arrived, o));
      call.resolve();
    } catch (error) {
      call.reject(error);
    }
  }

  /** What of the calls can be stored at once, with what that takes; null for those that can't. */
  private async quick(channelId: string, calls: readonly Call[]): Promise<(Quick | null)[]> {
    const said = calls.map(understood);
    if (said.every((events) => events === null)) return calls.map(() => null);
    try {
      const channel = await findChannel(this.uow.reader, channelId);
      if (!channel) return calls.map(() => null);
      const of: Shared = { channel, ...(await this.preparer.typeOf(channel)), around: new BatchSurroundings(channel) };
      const one = async (events: CheckedEvent[]): Promise<Quick> => ({ of, prepared: await this.preparer.events(events) });
      return await Promise.all(said.map((events) => (events ? one(events) : Promise.resolve(null))));
    } catch (error) {
      this.logger.warn(`What came in could not be looked at and is kept: ${String(error)}`);
      return calls.map(() => null);
    }
  }
}

/** One before it went the long way, so it goes after that. */
class Overtaken extends Error {}

/** In the order of the calls: once one has failed, those behind it fail too. */
function worksOf(calls: readonly Call[], quick: readonly (Quick | null)[]): ((tx: Tx) => Promise<void>)[] {
  let failed = Infinity;
  return calls.map((call, index) => async (tx) => {
    if (failed < index) throw new Overtaken();
    // All of them may run a second time.
    failed = Infinity;
    try {
      await storeCall(tx, call, quick[index] ?? null);
    } catch (error) {
      failed = index;
      throw error;
    }
  });
}

async function storeCall(tx: Tx, { channelId, arrived, o }: Call, quick: Quick | null): Promise<void> {
  if (!quick) return void (await keepArrived(tx, channelId, arrived, o));
  await takeTurn(tx, channelId);
  const waits = await somethingWaits(tx, channelId);
  if (o.epoch !== null) await fence(tx, channelId, o.epoch);
  const items = arrived.map((one) => itemOf(tx, channelId, one, o.history));
  const fresh = await insertItemsOnce(tx, items);
  if (waits && fresh.length > 0) askToDecode(tx, channelId);
  for (const item of waits ? [] : fresh) {
    const prepared = quick.prepared.slice(items.indexOf(item), items.indexOf(item) + 1);
    await storeItem(tx, { ...quick.of, item, prepared, source: null });
  }
  // Last, as wherever else a message and its channel change together.
  await follow(tx, channelId, o, fresh.length > 0);
}

/** Whether something of the channel is still to be stored; while it is there is a job for it, which is sooner found than the item. */
async function somethingWaits(tx: Tx, channelId: string): Promise<boolean> {
  const jobs = await tx.query('SELECT 1 AS one FROM job WHERE key = ? LIMIT 1', [keyOfJobs(channelId)]);
  return jobs.length > 0 && (await waitingItems(tx, channelId, null, 1)).length > 0;
}

/** One event of each item; null when they are to be kept first. */
function understood({ arrived, o }: Handed): CheckedEvent[] | null {
  if (o.history || arrived.length > EVENTS || arrived.some(({ payload }) => payload.length > PAYLOAD_LENGTH)) return null;
  const said = arrived.map(({ payload }) => fromPayload(payload));
  const events = said.flatMap((one) => ('events' in one ? one.events : []));
  return events.length === arrived.length && events.every(isQuick) ? events : null;
}

/** What has to be cleaned takes as long as it takes. */
function isQuick(event: CheckedEvent): boolean {
  const parts = event.type === 'message' || event.type === 'edited' ? (event.parts ?? []) : [];
  return !parts.some((part) => part.type === 'text' && part.html !== undefined);
}
