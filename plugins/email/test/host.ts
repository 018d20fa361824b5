import { Readable } from 'node:stream';
import type { ChannelContext, ExternalId, FileRef, Json, Peer } from '@balie/plugin-sdk';
import { settings as schema, type Settings } from '../src/settings.js';

export interface Received {
  id: ExternalId;
  raw: FileRef;
  meta: Record<string, Json>;
  history: boolean;
}

/** The host as a plugin sees it, in memory: same promises, same order, nothing on a disk. */
export class FakeHost {
  readonly received: Received[] = [];
  readonly files = new Map<string, Buffer>();
  readonly state = new Map<string, { value: Json; version: number }>();
  readonly issues = new Map<string, string>();
  readonly logs: string[] = [];
  readonly batches: { count: number; cursor: Json | undefined; history: boolean }[] = [];
  cursor: Json | null = null;
  /** When the channel was made; not known when null. */
  since: Date | null = null;
  /** What the host has set for the plugin, and the channels that it has. */
  plugin: Json = {};
  peers: Peer[] = [];
  peersFail = false;
  storageFails = false;
  /** What holds commits up, and what holds files up after their first piece. */
  holdReceive: Promise<void> | null = null;
  holdFiles: Promise<void> | null = null;
  /** How many files are held up, and the most that was handed over in one piece. */
  filesHeld = 0;
  mostFileBytes = 0;
  /** Called before each commit; throws to play a crash. */
  beforeReceive: () => void = () => undefined;
  /** Called after each commit; stops the host to play a crash. */
  afterReceive: () => void = () => undefined;
  #abort = new AbortController();
  #waiting: (() => void)[] = [];

  constructor(
    readonly settings: Settings,
    readonly id = 'channel-1',
  ) {}

  stop(): void {
    this.#abort.abort();
  }

  /** A new process with the same durable data. */
  restart(): void {
    this.#abort = new AbortController();
  }

  get ids(): string[] {
    return [...new Set(this.received.map((item) => item.id))];
  }

  raw(item: Received): string {
    return this.bytes(item.raw).toString('utf8');
  }

  bytes(file: FileRef): Buffer {
    const found = 'stored' in file ? this.files.get(file.stored) : undefined;
    if (!found) throw new Error('no such file');
    return found;
  }

  /** Waits until so many different mails are in. */
  async until(fits: () => boolean, ms = 60_000): Promise<void> {
    const deadline = Date.now() + ms;
    while (!fits()) {
      if (Date.now() > deadline)
        throw new Error(`not within ${ms} ms; received ${this.ids.length}; logs: ${this.logs.slice(-5).join(' | ')}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 200);
        this.#waiting.push(() => (clearTimeout(timer), resolve()));
      });
    }
  }

  #wake(): void {
    this.#waiting.splice(0).forEach((wake) => wake());
  }

  async #collect(stream: ReadableStream): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      this.mostFileBytes = Math.max(this.mostFileBytes, chunk.length);
      if (!this.holdFiles) continue;
      this.filesHeld += 1;
      this.#wake();
      await this.holdFiles;
    }
    return Buffer.concat(chunks);
  }

  context(): ChannelContext<Settings> {
    const unused = () => {
      throw new Error('not used by this plugin');
    };
    const log = (level: string) => (message: string, fields?: Record<string, Json>) =>
      void this.logs.push(`${level}: ${message} ${JSON.stringify(fields ?? {})}`);
    return {
      instance: {
        id: this.id,
        inboxIds: ['inbox-1'],
        account: null,
        since: this.since,
        webhookUrl: unused,
        routeUrl: unused,
        streamUrl: '',
      },
      settings: this.settings,
      plugin: this.plugin,
      signal: this.#abort.signal,
      state: {
        get: async <T extends Json>(key: string) => (this.state.get(key) as { value: T; version: number } | undefined) ?? null,
        set: async (key, value, o) => {
          const current = this.state.get(key)?.version ?? 0;
          if (o?.ifVersion !== undefined && o.ifVersion !== current) throw new Error('version conflict');
          this.state.set(key, { value: structuredClone(value), version: current + 1 });
          return { version: current + 1 };
        },
        delete: async (key) => void this.state.delete(key),
      },
      files: {
        put: async (data) => {
          if (this.storageFails) throw new Error('the disk is full');
          const bytes = data instanceof Uint8Array ? Buffer.from(data) : await this.#collect(data);
          const stored = `file-${this.files.size + 1}`;
          this.files.set(stored, bytes);
          this.#wake();
          return { stored };
        },
        open: async (file) => Readable.toWeb(Readable.from([this.bytes(file)])) as ReadableStream,
        url: unused,
      },
      http: unused,
      log: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
      issue: {
        raise: async (id, o) => void this.issues.set(id, o.title),
        clear: async (id) => void this.issues.delete(id),
      },
      ingest: unused,
      receive: async (items, o) => {
        this.beforeReceive();
        await this.holdReceive;
        for (const item of items) {
          if (this.received.some((known) => known.id === item.id)) continue;
          this.received.push({
            id: item.id,
            raw: item.raw,
            meta: item.meta as Record<string, Json>,
            history: o?.history ?? false,
          });
        }
        if (o?.cursor !== undefined) this.cursor = structuredClone(o.cursor);
        this.batches.push({ count: items.length, cursor: o?.cursor, history: o?.history ?? false });
        this.#wake();
        this.afterReceive();
      },
      cursor: async <T extends Json>() => structuredClone(this.cursor) as T | null,
      peers: async () => {
        if (this.peersFail) throw new Error('the database is away');
        return this.peers;
      },
      runAt: unused,
      publish: unused,
      history: unused,
      desk: unused,
    };
  }
}

export interface StackPorts {
  imap: number;
  imaps: number;
  smtp: number;
  mta: number;
  caPem: string;
}

/** Settings that fit the mail servers of the tests. */
export const settingsFor = (stack: StackPorts, address: string, more: Partial<Record<keyof Settings, unknown>> = {}): Settings =>
  schema.parse({
    address,
    name: 'Shop',
    imapHost: '127.0.0.1',
    imapPort: stack.imaps,
    imapSecurity: 'tls',
    user: address,
    password: 'secret',
    smtpHost: '127.0.0.1',
    smtpPort: stack.smtp,
    smtpSecurity: 'starttls',
    ca: stack.caPem,
    allowPrivateAddress: true,
    ...more,
  });

export const mail = (
  o: { id?: string; subject?: string; from?: string; to?: string; text?: string; headers?: string[] } = {},
): string =>
  [
    `From: ${o.from ?? 'Anna Berg <anna@cust.test>'}`,
    `To: ${o.to ?? 'Support <support@shop.test>'}`,
    `Subject: ${o.subject ?? 'Hello'}`,
    'Date: Tue, 03 Nov 2026 09:00:00 +0000',
    ...(o.id === '' ? [] : [`Message-ID: ${o.id ?? `<${crypto.randomUUID()}@cust.test>`}`]),
    ...(o.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    o.text ?? 'Where is my order?',
    '',
  ].join('\r\n');
