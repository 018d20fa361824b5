import type { IncomingMessage } from 'node:http';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { CustomFetch } from 'openid-client';
import { Outgoing, type WayOut } from '../../kernel/outgoing.js';
import { OidcOptions } from './oidc-options.js';

/** More than any list of keys takes. */
const ANSWER_BYTES = 1024 * 1024;
const SOCKETS = { maxSockets: 8, maxTotalSockets: 32 };

/**
 * Asks the addresses of a provider, the first of which an owner wrote down and the others the provider itself. Never in a private network that
 * the host did not open, and no redirect is followed (reliability 86, N18).
 */
@Injectable()
export class ProviderFetch implements OnModuleDestroy {
  private readonly way: WayOut;

  constructor({ privateNetworks }: OidcOptions, outgoing: Outgoing) {
    this.way = outgoing.open({ ...SOCKETS, privateNetworks });
  }

  onModuleDestroy(): void {
    this.way.close();
  }

  /** In the form in which openid-client asks. */
  readonly fetch: CustomFetch = async (address, { method, headers, body, signal }) => {
    const text = body == null ? '' : String(body as string | URLSearchParams);
    const request = { method, headers: { ...headers, 'user-agent': 'Balie' }, ...(text ? { body: text } : {}) };
    const response = await this.way.ask(new URL(address), { ...request, ...(signal ? { signal } : {}) });
    const bytes = await bodyOf(response);
    const given = Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    );
    const status = response.statusCode ?? 0;
    return new Response([204, 304].includes(status) ? null : bytes, { status, headers: given });
  };
}

async function bodyOf(response: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > ANSWER_BYTES) throw new Error('The answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
