import type { IncomingMessage } from 'node:http';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Outgoing, type WayOut } from '../../kernel/outgoing.js';
import { safeImageType } from './file-kinds.js';
import { PictureOptions } from './picture-options.js';

/** The same for everybody, so that it tells nothing of who reads. */
const HEADERS = { 'User-Agent': 'Mozilla/5.0 (compatible; Balie picture proxy)', Accept: 'image/*' };
const MAX_BYTES = 10 * 1024 * 1024;
const MAX_HOPS = 3;
const DEADLINE_MS = 10_000;
/** At the same time; others wait for their turn. */
const SOCKETS = { maxSockets: 8, maxTotalSockets: 32 };

/** The picture is not shown: the words are for the log. */
export class PictureRefused extends Error {}

export interface Picture {
  bytes: Buffer;
  mime: string;
}

/**
 * Fetches pictures that a mail would load from elsewhere, in the place of the reader: no cookie, no referrer, no address of a
 * private network on any hop, nothing but what a browser shows without running it (R-HTM-2, N18).
 */
@Injectable()
export class PictureFetcher implements OnModuleDestroy {
  private readonly way: WayOut;

  constructor({ privateNetworks }: PictureOptions, outgoing: Outgoing) {
    this.way = outgoing.open({ ...SOCKETS, privateNetworks });
  }

  onModuleDestroy(): void {
    this.way.close();
  }

  /** Throws PictureRefused. */
  async fetch(address: string): Promise<Picture> {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    try {
      const bytes = await this.follow(new URL(address), signal);
      const mime = safeImageType(bytes);
      if (mime === null) throw new PictureRefused('It is not a picture that can be shown safely.');
      return { bytes, mime };
    } catch (error) {
      throw error instanceof PictureRefused ? error : new PictureRefused((error as Error).message, { cause: error });
    }
  }

  private async follow(url: URL, signal: AbortSignal, hop = 0): Promise<Buffer> {
    const response = await this.way.ask(url, { method: 'GET', headers: HEADERS, signal });
    const { statusCode = 0, headers } = response;
    if (statusCode === 200) return bodyOf(response);
    response.destroy();
    if (statusCode < 300 || statusCode > 399 || !headers.location) throw new PictureRefused(`The answer was ${statusCode}.`);
    if (hop === MAX_HOPS) throw new PictureRefused('It was sent on too often.');
    return this.follow(new URL(headers.location, url), signal, hop + 1);
  }
}

async function bodyOf(response: IncomingMessage): Promise<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > MAX_BYTES) {
    response.destroy();
    throw new PictureRefused('It is too large.');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new PictureRefused('It is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
