import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Channel,
  ChannelFailure,
  DecodeFailed,
  type FilterRuleInfo,
  findChannel,
  PluginGateway,
} from '../channels/index.js';
import { HtmlSanitizer } from '../messages/index.js';
import type { Json } from '@balie/plugin-sdk';
import { ZodError } from 'zod';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { Storage } from '../../kernel/storage.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { checkEvents, type CheckedEvent } from './inbound-event.js';
import { InboundItem } from './inbound-item.entity.js';
import { countAttempt, type Ending, endItem } from './inbound-item.repository.js';
import { DECODE } from './intake.service.js';
import { prepareContent, type PreparedContent } from './prepare.js';
import { storeMessage } from './store-message.js';
import { storeOther } from './store-other.js';
import { type Source, storeStrayReport, storeUnderstood, storeUnparsed } from './unparsed.js';

/** While the plugin does not run, its items wait; this often it is asked again. */
const PLUGIN_WAIT_MS = 5_000;
/** A failure of our own is tried this often, then shown as FAILED; later items of the channel must not wait longer. */
const CORE_TRIES = 4;

type Prepared = { event: CheckedEvent; content: PreparedContent | null };
/** What became of the try to understand an item. */
type Understood = { events: CheckedEvent[] } | { not: string; crashed: boolean };

/** Makes messages of what came in, one item after the other per channel; each ends in exactly one state (I2). */
@Injectable()
export class DecodeJob implements OnModuleInit {
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

  async run(job: JobRun): Promise<void> {
    const { itemId, replay = false } = job.payload as { itemId: string; replay?: boolean };
    const ctx: Ctx = { principal: { kind: 'system', name: 'Intake' }, correlationId: job.correlationId };
    const item = await this.uow.reader.manager.findOneBy(InboundItem, { id: itemId });
    // A second run of a job whose first one had committed finds nothing left to do.
    if (!item || !isOpen(item, replay)) return;
    try {
      await this.process(ctx, item);
    } catch (error) {
      if (error instanceof RetryLater) throw error;
      if (job.attempt < CORE_TRIES) throw new RetryLater(1_000 * 2 ** (job.attempt - 1), wordsOf(error));
      await this.uow.run(ctx, (tx) => fail(tx, item, wordsOf(error)));
    }
  }

  private async process(ctx: Ctx, item: InboundItem): Promise<void> {
    const channel = await findChannel(this.uow.reader, item.channelId);
    if (!channel) return this.uow.run(ctx, (tx) => fail(tx, item, 'Its channel is no longer there.'));
    const understood = await this.understand(channel, item);
    if ('not' in understood) return this.giveUp(ctx, channel, item, understood);
    const rules = (await this.gateway.channelType(channel.type))?.filterRules ?? {};
    const prepared = await Promise.all(understood.events.map((event) => this.prepare(event)));
    // Only reports may turn out to be about nothing that is here; their source is read beforehand, not in the transaction.
    const onlyReports = prepared.length > 0 && prepared.every(({ event }) => event.type === 'receipt');
    const source = onlyReports ? await this.sourceOf(item) : null;
    await this.uow.run(ctx, (tx) => storeAll(tx, { channel, itemId: item.id, prepared, rules, source }));
  }

  private async understand(channel: Channel, item: InboundItem): Promise<Understood> {
    try {
      if (item.payload !== null) return { events: checkEvents([JSON.parse(item.payload)]) };
      const raw = {
        externalId: item.externalId,
        rawHash: item.rawHash ?? '',
        meta: item.meta as Json,
        receivedAt: new Date(item.receivedAt),
      };
      return { events: checkEvents(await this.gateway.decode(channel.id, raw)) };
    } catch (error) {
      if (error instanceof ChannelFailure && error.kind === 'transient')
        throw new RetryLater(PLUGIN_WAIT_MS, error.message, false);
      if (error instanceof DecodeFailed) return { not: error.message, crashed: error.crashed };
      if (error instanceof ZodError || error instanceof SyntaxError)
        return { not: `It does not have the form of an event: ${wordsOf(error)}`, crashed: false };
      throw error;
    }
  }

  /** Once may be chance, or a neighbour's crash; after that it is shown as it came. */
  private async giveUp(ctx: Ctx, channel: Channel, item: InboundItem, failure: { not: string; crashed: boolean }): Promise<void> {
    const attempts = await this.uow.run(ctx, (tx) => countAttempt(tx, item, failure.not));
    if (attempts < (failure.crashed ? 3 : 2)) throw new RetryLater(1_000, failure.not, false);
    // One that is shown as it came already stays so.
    if (item.state !== 'RECEIVED') return;
    const source = await this.sourceOf(item);
    await this.uow.run(ctx, async (tx) => {
      const now = await lockOpen(tx, item.id, false);
      if (now) await endItem(tx, now, await storeUnparsed(tx, channel, now, source, failure.not));
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

function isOpen(item: InboundItem, replay: boolean): boolean {
  return item.state === 'RECEIVED' || (replay && item.state === 'DELIVERED' && item.unparsed);
}

/** The item as it is now; null when it has ended meanwhile. */
async function lockOpen(tx: Tx, id: string, replay: boolean): Promise<InboundItem | null> {
  const item = await tx.manager.findOneBy(InboundItem, { id });
  return item && isOpen(item, replay) ? item : null;
}

interface ToStore {
  channel: Channel;
  itemId: string;
  prepared: Prepared[];
  rules: Readonly<Record<string, FilterRuleInfo>>;
  /** Of an item that holds nothing but reports. */
  source: Source | null;
}

async function storeAll(tx: Tx, { channel, itemId, prepared, rules, source }: ToStore): Promise<void> {
  const item = await lockOpen(tx, itemId, true);
  if (!item) return;
  const endings: Ending[] = [];
  for (const { event, content } of prepared) {
    if (event.type !== 'message' || !content) {
      endings.push(await storeOther(tx, channel, event as Exclude<CheckedEvent, { type: 'message' }>, content));
      continue;
    }
    const incoming = { channel, item, event, content, rules };
    const again = item.unparsed && endings.length === 0;
    endings.push(again ? await storeUnderstood(tx, incoming) : await storeMessage(tx, incoming));
  }
  const ending = foremost(endings);
  const stray = source !== null && item.rawHash !== null && !item.unparsed && !ending.messageId;
  await endItem(tx, item, stray ? await storeStrayReport(tx, channel, item, source, ending.reason ?? '') : ending);
}

const FOREMOST: readonly Ending['state'][] = ['DELIVERED', 'FILTERED', 'QUARANTINED', 'FAILED', 'DUPLICATE'];

/** An item with several events ends as the one of them that shows most. */
function foremost(endings: Ending[]): Ending {
  const first = endings.toSorted((a, b) => FOREMOST.indexOf(a.state) - FOREMOST.indexOf(b.state))[0];
  return first ?? { state: 'FILTERED', reason: 'EMPTY: there was nothing in it.' };
}

async function fail(tx: Tx, item: InboundItem, reason: string): Promise<void> {
  const now = await lockOpen(tx, item.id, false);
  if (now) await endItem(tx, now, { state: 'FAILED', reason });
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 2_000);
}
