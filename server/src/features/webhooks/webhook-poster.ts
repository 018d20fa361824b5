import type { IncomingMessage } from 'node:http';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Outgoing, type WayOut } from '../../kernel/outgoing.js';
import { WebhookOptions } from './webhook-options.js';

const DEADLINE_MS = 15_000;
/** More of an answer is not read: nobody needs it. */
const ANSWER_BYTES = 2048;
const SOCKETS = { maxSockets: 4, maxTotalSockets: 32 };

/** What came of one try; without a status there was no answer. */
export type Posted = { status: number; words: string; retryAfter?: string | undefined } | { status: null; words: string };

/** Posts to addresses that an admin wrote down: never into a private network that the host did not open (reliability 86, N18). */
@Injectable()
export class WebhookPoster implements OnModuleDestroy {
  private readonly way: WayOut;

  constructor({ privateNetworks }: WebhookOptions, outgoing: Outgoing) {
    this.way = outgoing.open({ ...SOCKETS, privateNetworks });
  }

  onModuleDestroy(): void {
    this.way.close();
  }

  /** Never throws: whatever goes wrong is in the words. What is no JSON says so in its headers. */
  async post(address: string, headers: Record<string, string>, body: string | Buffer, stop: AbortSignal): Promise<Posted> {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(DEADLINE_MS)]);
    try {
      const all = { 'content-type': 'application/json', 'user-agent': 'Balie-Webhooks', ...headers };
      const response = await this.way.ask(new URL(address), { method: 'POST', headers: all, body, signal });
      const words = await beginningOf(response);
      return { status: response.statusCode ?? 0, words, retryAfter: response.headers['retry-after'] };
    } catch (error) {
      const words = signal.aborted ? `There was no answer within ${DEADLINE_MS / 1000} s.` : (error as Error).message;
      return { status: null, words };
    }
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
