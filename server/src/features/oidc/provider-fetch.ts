import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { CustomFetch } from 'openid-client';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { OidcOptions } from './oidc-options.js';

/** More than any list of keys takes. */
const ANSWER_BYTES = 1024 * 1024;
const SOCKETS = { keepAlive: false, maxSockets: 8, maxTotalSockets: 32 };

/**
 * Asks the addresses of a provider, the first of which an owner wrote down and the others the provider itself. Never in a private network that
 * the host did not open, checked where it is connected to, so that a name can't change its mind; and no redirect is followed (reliability 86, N18).
 */
@Injectable()
export class ProviderFetch implements OnModuleDestroy {
  private readonly http: RequestFilteringHttpAgent;
  private readonly https: RequestFilteringHttpsAgent;

  constructor({ privateNetworks }: OidcOptions) {
    const filter = { ...SOCKETS, allowIPAddressList: [...privateNetworks] };
    this.http = new RequestFilteringHttpAgent(filter);
    this.https = new RequestFilteringHttpsAgent(filter);
  }

  onModuleDestroy(): void {
    this.http.destroy();
    this.https.destroy();
  }

  /** In the form in which openid-client asks. */
  readonly fetch: CustomFetch = async (address, { method, headers, body, signal }) => {
    const text = body == null ? '' : String(body as string | URLSearchParams);
    const all = { ...headers, 'user-agent': 'Balie', ...(text ? { 'content-length': Buffer.byteLength(text) } : {}) };
    const response = await this.ask(new URL(address), { method, headers: all, ...(signal ? { signal } : {}) }, text);
    const bytes = await bodyOf(response);
    const given = Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    );
    const status = response.statusCode ?? 0;
    return new Response([204, 304].includes(status) ? null : bytes, { status, headers: given });
  };

  private ask(
    url: URL,
    options: { method: string; headers: Record<string, string | number>; signal?: AbortSignal },
    body: string,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const request =
        url.protocol === 'https:'
          ? httpsRequest(url, { ...options, agent: this.https }, resolve)
          : httpRequest(url, { ...options, agent: this.http }, resolve);
      request.on('error', reject);
      request.end(body);
    });
  }
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
