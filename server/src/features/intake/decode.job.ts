import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Channel, type FilterRuleInfo, findChannel, PluginGateway, switchedRules } from '../channels/index.js';
import { HtmlSanitizer } from '../messages/index.js';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { Storage } from '../../kernel/storage.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import type { CheckedEvent } from './inbound-event.js';
import type { InboundItem } from './inbound-item.entity.js';
import { canBeImported, countAttempt, type Ending, endItem, findItem, waitingItems } from './inbound-item.repository.js';
import { DECODE } from './intake.service.js';
import { prepareContent, type PreparedContent } from './prepare.js';
import { storeMessage } from './store-message.js';
import { storeOther } from './store-other.js';
import { understand, understandAll, type Understood } from './understanding.js';
import { BatchSurroundings } from './surroundings.js';
import { type Source, storeAsItCame, storeStrayReport, storeUnderstood, storeUnparsed } from './unparsed.js';

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
type Prepared = { event: CheckedEvent; content: PreparedContent | null };
/** An item with all that can be found out about it before the transaction begins. */
interface Ready {
  item: InboundItem;
  prepared: Prepared[];
  /** Of an item that holds nothing but reports, or that is wanted whatever it holds. */
  source: Source | null;
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

  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: PluginGateway,
    private readonly jobs: JobQueue,
    private readonly storage: Storage,
    private readonly sanitizer: HtmlSanitizer,
  ) {}

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
    const of = await this.typeOf(channel);
    const end = understood.findIndex((one) => 'not' in one);
    const good = end < 0 ? items : items.slice(0, end);
    const ready = await Promise.all(good.map((item, index) => this.prepareItem(item, eventsOf(understood[index]))));
    const around = new BatchSurroundings(channel);
    const works = ready.map((one) => (tx: Tx) => storeAll(tx, { channel, ...of, around, ...one }));
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
    const of = await this.typeOf(channel);
    const ready = await this.prepareItem(item, understood.events, anyway);
    await this.uow.run(ctx, (tx) => storeAll(tx, { channel, ...of, anyway, around: new BatchSurroundings(channel), ...ready }));
  }

  /** What of the type of the channel matters here. */
  private async typeOf(channel: Channel): Promise<Pick<ToStore, 'rules' | 'asks'>> {
    const type = await this.gateway.channelType(channel.type);
    const rules = switchedRules(type?.filterRules ?? {}, channel.filterSwitches);
    return { rules, asks: type?.has?.includes('fetchProfile') ?? false };
  }

  private async prepareItem(item: InboundItem, events: CheckedEvent[], anyway = false): Promise<Ready> {
    const prepared = await Promise.all(events.map((event) => this.prepare(event)));
    // Only reports may turn out to be about nothing that is here; their source is read beforehand, not in the transaction.
    const onlyReports = prepared.length > 0 && prepared.every(({ event }) => event.type === 'receipt');
    const noMessage = anyway && prepared.every(({ event }) => event.type !== 'message');
    return { item, prepared, source: onlyReports || noMessage ? await this.sourceOf(item) : null };
  }

  /** Once may be chance, or a neighbour's crash; after that it is shown as it came. */
  private async giveUp(ctx: Ctx, channel: Channel, item: InboundItem, failure: Failure, anyway = false): Promise<void> {
    const attempts = await this.uow.run(ctx, (tx) => countAttempt(tx, item, failure.not));
    if (attempts < (failure.crashed ? 3 : 2)) throw new RetryLater(1_000, failure.not, false);
    // One that is shown as it came already stays so.
    if (item.state !== 'RECEIVED' && !anyway) return;
    const source = await this.sourceOf(item);
    await this.uow.run(ctx, async (tx) => {
      const now = await lockOpen(tx, item.id, { replay: false, anyway });
      if (now) await endItem(tx, now, await storeUnparsed(tx, channel, now, source, failure.not), channel.inboxId);
    });
  }

  private async sourceOf(item: InboundItem): Promise<Source | null> {
    if (item.payload !== null) {
      const { hash, bytes } = await this.storage.put(Buffer.from(item.payload));
      return { hash, bytes, name: 'source.json', mime: 'application/json' };
    }
    if (item.rawHash === null) return null;
    const bytes = await this.storage.read(item.rawHash);
    // Header lines, as mails have them; anything else has no better name than what it is.
    const isMail = /^[\x21-\x39\x3b-\x7e]{1,76}:[ \t]/.test(bytes.toString('latin1', 0, 200));
    const kind = isMail
      ? { name: 'original.eml', mime: 'message/rfc822' }
      : { name: 'original.bin', mime: 'application/octet-stream' };
    return { hash: item.rawHash, bytes: bytes.length, ...kind };
  }

  private async prepare(event: CheckedEvent): Promise<Prepared> {
    if (event.type === 'message') return { event, content: await prepareContent(event, this.sanitizer) };
    if (event.type === 'edited' && event.parts)
      return { event, content: await prepareContent({ parts: event.parts }, this.sanitizer) };
    return { event, content: null };
  }
}

function eventsOf(understood: Understood | undefined): CheckedEvent[] {
  return understood && 'events' in understood ? understood.events : [];
}

/** What of an item is wanted again: what was not understood, or, `anyway`, what became no message of its own. */
interface Wanted {
  replay: boolean;
  anyway: boolean;
}

function isOpen(item: InboundItem, { replay, anyway }: Wanted): boolean {
  if (anyway && canBeImported(item)) return true;
  return item.state === 'RECEIVED' || (replay && item.state === 'DELIVERED' && item.unparsed);
}

/** The item as it is now; null when it has ended meanwhile. */
async function lockOpen(tx: Tx, id: string, wanted: Wanted): Promise<InboundItem | null> {
  const item = await findItem(tx, id);
  return item && isOpen(item, wanted) ? item : null;
}

interface ToStore extends Ready {
  channel: Channel;
  rules: Readonly<Record<string, FilterRuleInfo>>;
  asks: boolean;
  around: BatchSurroundings;
  anyway?: boolean;
}

async function storeAll(
  tx: Tx,
  { channel, item: { id }, prepared, rules, asks, source, anyway = false, ...o }: ToStore,
): Promise<void> {
  const item = await lockOpen(tx, id, { replay: true, anyway });
  if (!item) return;
  const around = await o.around.in(tx);
  const endings: Ending[] = [];
  for (const { event, content } of prepared) {
    if (event.type !== 'message' || !content) {
      endings.push(await storeOther(tx, channel, event as Exclude<CheckedEvent, { type: 'message' }>, content));
      continue;
    }
    const incoming = { channel, item, event, content, rules, asks, around, anyway };
    const again = item.unparsed && endings.length === 0;
    endings.push(again ? await storeUnderstood(tx, incoming) : await storeMessage(tx, incoming));
  }
  const end = await withSource(tx, channel, item, { ending: foremost(endings), source, anyway });
  await endItem(tx, item, { ...end, ...saidBy(prepared[0]?.event) }, channel.inboxId);
}

/** What became no message is shown as it came, where it is a report about nothing that is here, or wanted anyway. */
async function withSource(
  tx: Tx,
  channel: Channel,
  item: InboundItem,
  { ending, source, anyway }: { ending: Ending; source: Source | null; anyway: boolean },
): Promise<Ending> {
  if (ending.messageId || item.unparsed) return ending;
  if (anyway) return storeAsItCame(tx, channel, item, source, ending.reason ?? '');
  // A report that came by itself is worth reading; what a network calls us with is not.
  const stray = source !== null && item.rawHash !== null && !item.externalId.startsWith('hook:');
  return stray ? storeStrayReport(tx, channel, item, source, ending.reason ?? '') : ending;
}

/** Who it says it is from and what about, for those who look through the ledger. */
function saidBy(event: CheckedEvent | undefined): Pick<Ending, 'sender' | 'subject'> {
  if (event?.type !== 'message') return {};
  const { sender, thread } = event;
  const from = sender === 'self' ? null : sender.name ? `${sender.name} <${sender.value}>` : sender.value;
  return { sender: from?.slice(0, 500) ?? null, subject: thread.subject?.slice(0, 500) ?? null };
}

const FOREMOST: readonly Ending['state'][] = ['DELIVERED', 'FILTERED', 'QUARANTINED', 'FAILED', 'DUPLICATE'];

/** An item with several events ends as the one of them that shows most. */
function foremost(endings: Ending[]): Ending {
  const first = endings.toSorted((a, b) => FOREMOST.indexOf(a.state) - FOREMOST.indexOf(b.state))[0];
  return first ?? { state: 'FILTERED', reason: 'EMPTY: there was nothing in it.' };
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
