import { Readable } from 'node:stream';
import type { ExternalId, InboundEvent, Json, Part } from '@balie/plugin-sdk';
import { decode } from '../src/decode/decode.js';

export type MessageEvent = Extract<InboundEvent, { type: 'message' }>;
export const RECEIVED = new Date('2026-11-22T12:00:00Z');
export const META = {
  raw: 'raw-1',
  own: ['support@shop.test', 'help@shop.test'],
  internalDate: RECEIVED.toISOString(),
  authservId: 'mx.shop.test',
};

export const streamOf = (raw: string | Buffer): ReadableStream =>
  Readable.toWeb(Readable.from([Buffer.from(raw)])) as ReadableStream;

export const decodeAll = (raw: string | Buffer, meta: Json = META): Promise<InboundEvent[]> =>
  decode({ id: 'x' as ExternalId, raw: streamOf(raw), meta, receivedAt: RECEIVED });

/** For a mail that must be one message. */
export async function decodeMessage(raw: string | Buffer, meta: Json = META): Promise<MessageEvent> {
  const events = await decodeAll(raw, meta);
  const [event] = events;
  if (events.length !== 1 || event?.type !== 'message') throw new Error(`not one message: ${JSON.stringify(events)}`);
  return event;
}

export const textOf = (event: MessageEvent): string =>
  event.parts
    .filter((part) => part.type === 'text')
    .map((part) => part.text)
    .join('\n');
export const quotedOf = (event: MessageEvent): string =>
  event.parts
    .filter((part) => part.type === 'text')
    .map((part) => part.quoted ?? '')
    .join('\n');
export const filesOf = (event: MessageEvent): Extract<Part, { type: 'file' }>[] =>
  event.parts.filter((part) => part.type === 'file');
export const namesOf = (event: MessageEvent): string[] =>
  filesOf(event)
    .filter((part) => !part.inlineId)
    .map((part) => part.file.name ?? '');
export const extrasOf = (event: MessageEvent): Record<string, Json> => event.extras as Record<string, Json>;
