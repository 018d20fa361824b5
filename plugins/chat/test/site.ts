import { createHmac } from 'node:crypto';
import type { Json, RawRequest, RawResponse } from '@balie/plugin-sdk';
import { SimulatedHost } from '@balie/plugin-sdk/kit';
import type { ChatContext } from '../src/answer.js';
import { chat } from '../src/channel.js';
import { settings } from '../src/settings.js';

export const SITE = 'https://shop.example';
export const SECRET = 'a secret that only the shop knows';

let made = 0;

/** A chat in a simulated host, asked as browsers ask. */
export class Site {
  readonly host = new SimulatedHost(`chn_${(made += 1)}`);
  readonly context: ChatContext;
  now = new Date('2026-11-23T10:00:00Z');

  constructor(given: Record<string, unknown> = {}) {
    this.context = this.host.context(
      settings.parse({ name: 'Shop', origins: [SITE], identitySecret: SECRET, ...given }),
    ) as ChatContext;
  }

  async ask(
    name: string,
    body: unknown = {},
    o: {
      token?: string;
      origin?: string | null;
      path?: string;
      query?: Record<string, string>;
      ip?: string;
      headers?: object;
    } = {},
  ): Promise<{ status: number; headers: Record<string, string>; text: string; json: never }> {
    const { token, origin = SITE, path = '', query = {}, ip = '192.0.2.1' } = o;
    const headers: Record<string, string> = {
      ...(origin === null ? {} : { origin }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...o.headers,
    };
    const bytes = body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const request: RawRequest = { method: 'POST', path, query, headers, body: bytes, ip, receivedAt: this.now };
    const answer: RawResponse = await chat.routes![name]!.handle(request, this.context);
    const text = Buffer.from(answer.body ?? '').toString();
    return {
      status: answer.status,
      headers: answer.headers ?? {},
      text,
      json: (text.startsWith('{') ? JSON.parse(text) : null) as never,
    };
  }

  async visit(body: Json = {}): Promise<string> {
    const { json } = await this.ask('session', body);
    return (json as { token: string }).token;
  }

  pass(milliseconds: number): void {
    this.now = new Date(this.now.getTime() + milliseconds);
  }

  identity(claims: Record<string, unknown>, o: { secret?: string; alg?: string } = {}): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const exp = Math.floor(this.now.getTime() / 1000) + 3600;
    const head = `${part({ alg: o.alg ?? 'HS256' })}.${part({ exp, ...claims })}`;
    return `${head}.${createHmac('sha256', o.secret ?? SECRET)
      .update(head)
      .digest('base64url')}`;
  }
}
