import type { RawRequest } from '@balie/plugin-sdk';
import type { IncomingMessage } from 'node:http';
import { DomainError } from '../../kernel/errors.js';
import { HttpRefusal } from './refusal.js';

/** As Express hands it over; `ip` is past the proxies that are trusted. */
export type WebRequest = IncomingMessage & { ip?: string; originalUrl?: string };

/** Never a plugin's business: they are those of the agent app, which lives under the same address. */
const KEPT_BACK = new Set(['cookie', 'x-balie-csrf']);

/** A request without its body, as a plugin gets it. */
export function headOf(request: WebRequest, path: string, now: number): Omit<RawRequest, 'body'> {
  const { searchParams } = new URL(request.originalUrl ?? request.url ?? '/', 'http://localhost');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !KEPT_BACK.has(name)) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  return {
    method: request.method ?? 'GET',
    path,
    query: Object.fromEntries(searchParams),
    headers,
    ip: request.ip ?? request.socket.remoteAddress ?? '',
    receivedAt: new Date(now),
  };
}

/** The bytes as they came; 413 above the limit, which is looked at before they are read where they say how many they are. */
export async function bodyOf(request: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new HttpRefusal(413, `At most ${maxBytes} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof HttpRefusal) throw error;
    throw new DomainError('INVALID', 'The request was cut off.');
  }
  return Buffer.concat(chunks);
}
