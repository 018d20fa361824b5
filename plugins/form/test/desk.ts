import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Channel, ChannelContext, InboundEvent, Json, RawRequest, RawResponse } from '@balie/plugin-sdk';
import { SimulatedHost } from '@balie/plugin-sdk/kit';

export type Message = Extract<InboundEvent, { type: 'message' }>;

/** Settings as an admin fills them in: one field of each type. */
export const FORM: Record<string, Json> = {
  name: 'Contact',
  language: 'en',
  intro: 'Ask us anything.\n\nWe answer <soon>.',
  fields: [
    { type: 'text', label: 'Your name', required: true },
    { type: 'email', label: 'E-mail', required: true, help: 'Where we answer.' },
    { type: 'phone', label: 'Phone' },
    { type: 'choice', label: 'About', options: ['An order', 'A return', 'Else'], required: true },
    { type: 'choice', label: 'Colours', options: ['Red', 'Blue'], several: true },
    { type: 'long', label: 'Your question', required: true, name: 'question' },
    { type: 'checkbox', label: 'I am a customer' },
    { type: 'file', label: 'Pictures', kinds: 'pictures', count: 2, megabytes: 1 },
    { type: 'consent', label: 'You may keep this' },
  ],
};
/** What somebody fills in. */
export const GOOD: Record<string, string> = {
  your_name: 'Ada Lovelace',
  e_mail: 'ada@example.com',
  phone: '+31 20 123 4567',
  about: 'A return',
  colours: 'Red',
  question: 'How do I send this back?\nIt is broken.',
  you_may_keep_this: 'yes',
};

/** The channel as it was built: its scripts are made by the build. */
const { default: plugin } = createRequire(import.meta.url)('../dist/index.cjs') as { default: { channels: Channel[] } };
const [built] = plugin.channels;

/** A form on a simulated host, and people who fill it in. */
export class Desk {
  now = new Date('2026-11-28T12:00:00Z');
  private constructor(
    readonly host: SimulatedHost,
    readonly channel: Channel,
    private readonly context: ChannelContext<never>,
  ) {}

  static open(more: Record<string, Json> = {}, host = new SimulatedHost('chn_1')): Promise<Desk> {
    const channel = built!;
    return Promise.resolve(
      new Desk(host, channel, host.context(channel.settings.parse({ ...FORM, ...more })) as ChannelContext<never>),
    );
  }

  get messages(): Message[] {
    return this.host.events as Message[];
  }

  ask(name: string, request: Partial<RawRequest> = {}): Promise<RawResponse> {
    const raw = {
      method: 'GET',
      path: '',
      query: {},
      headers: {},
      body: new Uint8Array(),
      ip: '203.0.113.7',
      receivedAt: this.now,
      ...request,
    };
    return this.channel.routes![name]!.handle(raw, this.context);
  }

  /** A token that is old enough, with the proof that belongs to it. */
  async token(): Promise<{ _token: string; _proof: string }> {
    const { token, bits } = JSON.parse(String((await this.ask('token')).body)) as { token: string; bits: number };
    this.now = new Date(this.now.getTime() + 20_000);
    return { _token: token, _proof: solve(token, bits) };
  }

  async send(
    fields: Record<string, string | string[]>,
    o: { json?: boolean; headers?: Record<string, string>; ip?: string } = {},
  ) {
    const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      ...(o.json ? { accept: 'application/json' } : {}),
      ...o.headers,
    };
    const body = Buffer.from(new URLSearchParams(pairs).toString());
    return read(await this.ask('submit', { method: 'POST', body, headers, ...(o.ip ? { ip: o.ip } : {}) }));
  }

  async sendForm(form: FormData) {
    const request = new Request('http://desk.test', { method: 'POST', body: form });
    const body = new Uint8Array(await request.arrayBuffer());
    const headers = { 'content-type': request.headers.get('content-type') ?? '', accept: 'application/json' };
    return read(await this.ask('submit', { method: 'POST', body, headers }));
  }
}

export interface Answer {
  ok: boolean;
  message: string;
  errors: Record<string, string>;
  token?: string;
}
export const read = ({ status, headers = {}, body }: RawResponse) => {
  const text = String(body ?? '');
  return { status, headers, text, json: (headers['content-type'] === 'application/json' ? JSON.parse(text) : null) as Answer };
};

export function solve(token: string, bits: number): string {
  for (let n = 0; ; n++)
    if (createHash('sha256').update(`${token}.${n}`).digest().readUInt32BE(0) >>> (32 - bits) === 0) return String(n);
}
