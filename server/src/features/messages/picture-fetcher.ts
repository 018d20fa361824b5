import { type IncomingMessage, get as httpGet } from 'node:http';
import { get as httpsGet } from 'node:https';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { safeImageType } from './file-kinds.js';
import { PictureOptions } from './picture-options.js';

/** The same for everybody, so that it tells nothing of who reads. */
const HEADERS = { 'User-Agent': 'Mozilla/5.0 (compatible; Balie picture proxy)', Accept: 'image/*' };
const MAX_BYTES = 10 * 1024 * 1024;
const MAX_HOPS = 3;
const DEADLINE_MS = 10_000;
/** At the same time; others wait for their turn. */
const SOCKETS = { keepAlive: false, maxSockets: 8, maxTotalSockets: 32 };

/** The picture is not shown: the words are for the log. */
export class PictureRefused extends Error {}

export interface Picture {
  bytes: Buffer;
  mime: string;
}

/**
 * Fetches pictures that a mail would load from elsewhere, in the place of the reader: no cookie, no referrer, no address of a
 * private network on any hop (each is checked where it is connected to, so that a name can't change its mind), nothing but what a
 * browser shows without running it (R-HTM-2, N18).
 */
@Injectable()
export class PictureFetcher implements OnModuleDestroy {
  private readonly http: RequestFilteringHttpAgent;
  private readonly https: RequestFilteringHttpsAgent;

  constructor({ privateNetworks }: PictureOptions) {
    const filter = { ...SOCKETS, allowIPAddressList: [...privateNetworks] };
    this.http = new RequestFilteringHttpAgent(filter);
    this.https = new RequestFilteringHttpsAgent(filter);
  }

  onModuleDestroy(): void {
    this.http.destroy();
    this.https.destroy();
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
    const response = await this.ask(url, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode === 200) return bodyOf(response);
    response.destroy();
    if (statusCode < 300 || statusCode > 399 || !headers.location) throw new PictureRefused(`The answer was ${statusCode}.`);
    if (hop === MAX_HOPS) throw new PictureRefused('It was sent on too often.');
    return this.follow(new URL(headers.location, url), signal, hop + 1);
  }

  private ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new PictureRefused(`${url.protocol} is not asked.`);
    return new Promise((resolve, reject) => {
      const options = { headers: HEADERS, signal };
      const request =
        url.protocol === 'https:'
          ? httpsGet(url, { ...options, agent: this.https }, resolve)
          : httpGet(url, { ...options, agent: this.http }, resolve);
      request.on('error', reject);
    });
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
