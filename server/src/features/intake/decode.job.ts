import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Channel, findChannel, PluginGateway } from '../channels/index.js';
import { HtmlSanitizer } from '../messages/index.js';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { Storage } from '../../kernel/storage.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import type { CheckedEvent } from './inbound-event.js';
import type { InboundItem } from './inbound-item.entity.js';
import { countAttempt, endItem, findItem, waitingItems } from './inbound-item.repository.js';
import { DECODE } from './keep-arrived.js';
import { ItemPreparer } from './prepare-item.js';
import { isOpen, lockOpen, storeWaiting } from './store-item.js';
import { understand, understandAll, type Understood } from './understanding.js';
import { BatchSurroundings } from './surroundings.js';
import { storeUnparsed } from './unparsed.js';

/** A failure of our own is tried this often, then shown as FAILED; later items of the channel must not wait longer. */
const CORE_TRIES = 4;
/** So many items go through the plugin in one call and into the database in one commit. */
const BATCH = 32;
/** Then the job makes room for those of other channels, and comes back. */
const BATCHES_PER_RUN = 30;

interface DecodePayload {
  itemId?: string;
  channelId?: string;
  replay?: boolean;
  anyway?: boolean;
}
interface Failure {
  not: string;
  crashed: boolean;
}
/** Works that store items, in their order, up to the first that was not understood. */
interface Batch {
  items: InboundItem[];
  works: ((tx: Tx) => Promise<void>)[];
  /** Where the next batch begins. */
  last: InboundItem;
  stuck: { item: InboundItem; handle: () => Promise<void> } | null;
}

/** Makes messages of what came in, in its order per channel; each item ends in exactly one state (I2, ADR 0009). */
@Injectable()
export class DecodeJob implements OnModuleInit {
  /** Failures of our own, per item that still waits. */
  private readonly failures = new Map<string, number>();
  /** Items over one of which the plugin's process was lost: each is asked for by itself. */
  private readonly suspects = new Set<string>();
  private readonly preparer: ItemPreparer;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: PluginGateway,
    private readonly jobs: JobQueue,
    storage: Storage,
    sanitizer: HtmlSanitizer,
  ) {
    this.preparer = new ItemPreparer(gateway, storage, sanitizer);
  }

  onModuleInit(): void {
    this.jobs.register(DECODE, (job) => this.run(job), { concurrency: 4 });
  }

  /** Everything that waits in a channel, or one item again. */
  async run(job: JobRun): Promise<void> {
    const { itemId, channelId, replay = false, anyway = false } = job.payload as DecodePayload;
    const ctx: Ctx = { principal: { kind: 'system', name: 'Intake' }, correlationId: job.correlationId };
    if (channelId !== undefined) return this.drain(ctx, channelId, job.signal);
    const item = itemId === undefined ? null : await findItem(this.uow.reader, itemId);
    // A second run of a job whose first one had committed finds nothing left to do.
    if (item && isOpen(item, { replay, anyway })) await this.guarded(ctx, item, () => this.one(ctx, item, anyway), anyway);
  }

  /** While one batch is stored, the plugin understands the next. */
  private async drain(ctx: Ctx, channelId: string, signal: AbortSignal): Promise<void> {
    let coming = this.nextBatch(ctx, channelId, null);
    for (let count = 0; ; count++) {
      const batch = await coming;
      if (!batch) return;
      if (signal.aborted || count === BATCHES_PER_RUN) throw new RetryLater(0, 'The other channels have their turn.', false);
      coming = batch.stuck ? Promise.resolve(null) : this.nextBatch(ctx, channelId, batch.last);
      // Looked at in the next round, or not at all when this one fails.
      coming.catch(() => undefined);
      await this.storeBatch(ctx, batch);
      if (!batch.stuck) continue;
      await this.guarded(ctx, batch.stuck.item, batch.stuck.handle);
      coming = this.nextBatch(ctx, channelId, batch.stuck.item);
    }
  }

  private async nextBatch(ctx: Ctx, channelId: string, after: InboundItem | null): Promise<Batch | null> {
    const items = this.apart(await waitingItems(this.uow.reader, channelId, after, BATCH));
    const [first] = items;
    const last = items.at(-1);
    if (!first || !last) return null;
    try {
      const channel = await findChannel(this.uow.reader, channelId);
      const batch = channel ? await this.batchOf(ctx, channel, items) : { items, works: items.map(orphan), stuck: null };
      return batch ? { ...batch, last } : await this.nextBatch(ctx, channelId, after);
    } catch (error) {
      if (error instanceof RetryLater) throw error;
      // A failure of our own belongs to one item: which, is found by taking them one by one.
      return { items: [], works: [], last, stuck: { item: first, handle: () => this.one(ctx, first) } };
    }
  }

  /** Null when they must be asked for anew, each by itself. */
  private async batchOf(ctx: Ctx, channel: Channel, items: InboundItem[]): Promise<Omit<Batch, 'last'> | null> {
    const understood = await understandAll(this.gateway, channel, items);
    if (items.length > 1 && understood.some((one) => 'not' in one && one.crashed)) {
      for (const { id } of items) this.suspects.add(id);
      return null;
    }
    const of = await this.preparer.typeOf(channel);
    const end = understood.findIndex((one) => 'not' in one);
    const good = end < 0 ? items : items.slice(0, end);
    const ready = await Promise.all(good.map((item, index) => this.preparer.item(item, eventsOf(understood[index]))));
    const around = new BatchSurroundings(channel);
    const works = ready.map((one) => (tx: Tx) => storeWaiting(tx, { channel, ...of, around, ...one }));
    const item = items[end];
    const failure = understood[end];
    const stuck = item && failure && 'not' in failure ? { item, handle: () => this.giveUp(ctx, channel, item, failure) } : null;
    return { items: good, works, stuck };
  }

  /** Up to the first suspect, or that one alone. */
  private apart(items: InboundItem[]): InboundItem[] {
    const suspect = items.findIndex(({ id }) => this.suspects.has(id));
    return suspect < 0 ? items : items.slice(0, Math.max(1, suspect));
  }

  /** In one commit; an item that fails by our own fault costs no other one anything but its place in the order. */
  private async storeBatch(ctx: Ctx, { items, works }: Batch): Promise<void> {
    const results = await this.uow.runEach(ctx, works);
    for (const [index, result] of results.entries()) {
      const item = items[index];
      if (item && result.status === 'rejected') await this.guarded(ctx, item, () => Promise.reject(result.reason));
      else if (item) this.ended(item);
    }
  }

  /** A failure of our own is tried again a few times, then the item ends as FAILED. */
  private async guarded(ctx: Ctx, item: InboundItem, work: () => Promise<void>, anyway = false): Promise<void> {
    try {
      await work();
      this.ended(item);
    } catch (error) {
      if (error instanceof RetryLater) throw error;
      const tries = (this.failures.get(item.id) ?? 0) + 1;
      this.failures.set(item.id, tries);
      if (tries < CORE_TRIES) throw new RetryLater(1_000 * 2 ** (tries - 1), wordsOf(error), false);
      await this.uow.run(ctx, (tx) => fail(tx, item, wordsOf(error), anyway));
      this.ended(item);
    }
  }

  private ended({ id }: InboundItem): void {
    this.failures.delete(id);
    this.suspects.delete(id);
  }

  private async one(ctx: Ctx, item: InboundItem, anyway = false): Promise<void> {
    const channel = await findChannel(this.uow.reader, item.channelId);
    if (!channel) return this.uow.run(ctx, orphan(item));
    const understood = await understand(this.gateway, channel, item);
    if ('not' in understood) return this.giveUp(ctx, channel, item, understood, anyway);
    const of = await this.preparer.typeOf(channel);
    const ready = await this.preparer.item(item, understood.events, anyway);
    await this.uow.run(ctx, (tx) =>
      storeWaiting(tx, { channel, ...of, anyway, around: new BatchSurroundings(channel), ...ready }),
    );
  }

  /** Once may be chance, or a neighbour's crash; after that it is shown as it came. */
  private async giveUp(ctx: Ctx, channel: Channel, item: InboundItem, failure: Failure, anyway = false): Promise<void> {
    const attempts = await this.uow.run(ctx, (tx) => countAttempt(tx, item, failure.not));
    if (attempts < (failure.crashed ? 3 : 2)) throw new RetryLater(1_000, failure.not, false);
    // One that is shown as it came already stays so.
    if (item.state !== 'RECEIVED' && !anyway) return;
    const source = await this.preparer.sourceOf(item);
    await this.uow.run(ctx, async (tx) => {
      const now = await lockOpen(tx, item.id, { replay: false, anyway });
      if (now) await endItem(tx, now, await storeUnparsed(tx, channel, now, source, failure.not), channel.inboxId);
    });
  }
}

function eventsOf(understood: Understood | undefined): CheckedEvent[] {
  return understood && 'events' in understood ? understood.events : [];
}

function orphan(item: InboundItem): (tx: Tx) => Promise<void> {
  return (tx) => fail(tx, item, 'Its channel is no longer there.');
}

async function fail(tx: Tx, item: InboundItem, reason: string, anyway = false): Promise<void> {
  const now = await lockOpen(tx, item.id, { replay: false, anyway });
  if (!now) return;
  const { messageId, conversationId } = now;
  const channel = await findChannel(tx, item.channelId);
  await endItem(tx, now, { state: 'FAILED', reason, messageId, conversationId }, channel?.inboxId ?? null);
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 2_000);
}
