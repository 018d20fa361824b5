import type { InboundEvent, Json } from '@balie/plugin-sdk';
import { ZodError } from 'zod';
import { RetryLater } from '../../kernel/jobs.js';
import { type Channel, ChannelFailure, DecodeFailed, type PluginGateway, type RawInbound } from '../channels/index.js';
import { checkEvents, type CheckedEvent } from './inbound-event.js';
import type { InboundItem } from './inbound-item.entity.js';

/** While the plugin does not run, its items wait; this often it is asked again. */
const PLUGIN_WAIT_MS = 5_000;

/** What became of the try to understand an item. */
export type Understood = { events: CheckedEvent[] } | { not: string; crashed: boolean };

/** Asks the plugin what an item says. Throws RetryLater while the plugin does not run; any other throw is a failure of our own. */
export async function understand(gateway: PluginGateway, channel: Channel, item: InboundItem): Promise<Understood> {
  if (item.payload !== null) return fromPayload(item.payload);
  return waiting(() => tried(() => gateway.decode(channel.id, rawOf(item))));
}

/** The same for many in one call. When the process was lost over one of them, all answer so: then each must be asked for by itself. */
export async function understandAll(
  gateway: PluginGateway,
  channel: Channel,
  items: readonly InboundItem[],
): Promise<Understood[]> {
  const raws = items.filter((item) => item.payload === null).map(rawOf);
  const answers = raws.length === 0 ? [] : await waiting(() => decodeAll(gateway, channel, raws));
  return items.map((item) => (item.payload === null ? (answers.shift() as Understood) : fromPayload(item.payload)));
}

async function decodeAll(gateway: PluginGateway, channel: Channel, raws: readonly RawInbound[]): Promise<Understood[]> {
  try {
    const answers = await gateway.decodeAll(channel.id, raws);
    return await Promise.all(
      answers.map((answer) => tried(() => (answer instanceof DecodeFailed ? Promise.reject(answer) : Promise.resolve(answer)))),
    );
  } catch (error) {
    if (error instanceof DecodeFailed) return raws.map(() => ({ not: error.message, crashed: true }));
    throw error;
  }
}

/** What an item says that its plugin has handed over decoded. */
export function fromPayload(payload: string): Understood {
  try {
    return { events: checkEvents([JSON.parse(payload)]) };
  } catch (error) {
    return notAnEvent(error);
  }
}

async function tried(decode: () => Promise<InboundEvent[]>): Promise<Understood> {
  try {
    return { events: checkEvents(await decode()) };
  } catch (error) {
    if (error instanceof DecodeFailed) return { not: error.message, crashed: error.crashed };
    return notAnEvent(error);
  }
}

function notAnEvent(error: unknown): Understood {
  if (error instanceof ZodError || error instanceof SyntaxError)
    return { not: `It does not have the form of an event: ${error.message.slice(0, 2_000)}`, crashed: false };
  throw error;
}

async function waiting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ChannelFailure && error.kind === 'transient') throw new RetryLater(PLUGIN_WAIT_MS, error.message, false);
    throw error;
  }
}

function rawOf(item: InboundItem): RawInbound {
  return {
    externalId: item.externalId,
    rawHash: item.rawHash ?? '',
    meta: item.meta as Json,
    receivedAt: new Date(item.receivedAt),
  };
}
