import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { WebhookOptions } from './webhook-options.js';

const DEADLINE_MS = 15_000;
/** More of an answer is not read: nobody needs it. */
const ANSWER_BYTES = 2048;
const SOCKETS = { keepAlive: false, maxSockets: 4, maxTotalSockets: 32 };

/** What came of one try; without a status there was no answer. */
export type Posted = { status: number; words: string; retryAfter?: string | undefined } | { status: null; words: string };

/**
 * Posts to addresses that an admin wrote down. Never into a private network that the host did not open, checked where it is connected to, so
 * that a name can't change its mind; and no redirect is followed (reliability 86, N18).
 */
@Injectable()
export class WebhookPoster implements OnModuleDestroy {
  private readonly http: RequestFilteringHttpAgent;
  private readonly https: RequestFilteringHttpsAgent;

  constructor({ privateNetworks }: WebhookOptions) {
    const filter = { ...SOCKETS, allowIPAddressList: [...privateNetworks] };
    this.http = new RequestFilteringHttpAgent(filter);
    this.https = new RequestFilteringHttpsAgent(filter);
  }

  onModuleDestroy(): void {
    this.http.destroy();
    this.https.destroy();
  }

  /** Never throws: whatever goes wrong is in the words. What is no JSON says so in its headers. */
  async post(address: string, headers: Record<string, string>, body: string | Buffer, stop: AbortSignal): Promise<Posted> {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(DEADLINE_MS)]);
    try {
      const response = await this.ask(new URL(address), headers, body, signal);
      const words = await beginningOf(response);
      return { status: response.statusCode ?? 0, words, retryAfter: response.headers['retry-after'] };
    } catch (error) {
      const words = signal.aborted ? `There was no answer within ${DEADLINE_MS / 1000} s.` : (error as Error).message;
      return { status: null, words };
    }
  }

  private ask(url: URL, headers: Record<string, string>, body: string | Buffer, signal: AbortSignal): Promise<IncomingMessage> {
    const secure = url.protocol === 'https:';
    const all = {
      'content-type': 'application/json',
      'user-agent': 'Balie-Webhooks',
      ...headers,
      'content-length': Buffer.byteLength(body),
    };
    return new Promise((resolve, reject) => {
      const options = { method: 'POST', headers: all, signal };
      const request = secure
        ? httpsRequest(url, { ...options, agent: this.https }, resolve)
        : httpRequest(url, { ...options, agent: this.http }, resolve);
      request.on('error', reject);
      request.end(body);
    });
  }
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= ANSWER_BYTES) break;
  }
  response.destroy();
  return Buffer.concat(chunks).subarray(0, ANSWER_BYTES).toString('utf8');
}
