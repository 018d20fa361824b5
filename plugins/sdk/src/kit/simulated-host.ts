import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChannelContext, FileRef, InboundEvent, Json, RawRequest, StoredFile } from '../index.js';

/** An item that came in raw. */
export interface KeptItem {
  id: string;
  raw: StoredFile;
  meta: Json | undefined;
}

/** A Balie in memory, with the promises of the real one: a repeat of an id is nothing new, a cursor goes with its items or not at all. */
export class SimulatedHost {
  readonly items: KeptItem[] = [];
  readonly events: InboundEvent[] = [];
  readonly files = new Map<string, Buffer>();
  /** What is to run at a time of its own. */
  readonly timed: { schedule: string; at: Date }[] = [];
  readonly published: { topic: string; data: Json }[] = [];
  /** All that the plugin has said: log lines, issues, what it kept openly, and errors. */
  readonly said: string[] = [];
  /** What an admin is told now, by its id. */
  readonly issues = new Map<string, string>();
  cursor: Json | null = null;
  /** Throws in the place of the next commits, as a host does that is going down. */
  failing = 0;
  /** How late answers come through `context.http`. */
  latenessMs = 0;
  /** Requests through `context.http`. */
  requests = 0;
  private abort = new AbortController();
  private readonly state = new Map<string, { value: Json; version: number; secret: boolean; until: number }>();
  private readonly ids = new Set<string>();

  constructor(
    readonly id: string,
    private readonly plugin: () => Json = () => ({}),
    private readonly now: () => number = Date.now,
  ) {}

  /** What unloading does to a plugin. */
  stop(): void {
    this.abort.abort();
  }

  /** The same data, another process. */
  restart(): void {
    this.abort = new AbortController();
  }

  get count(): number {
    return this.ids.size;
  }

  bytes(file: FileRef): Buffer {
    const found = 'stored' in file ? this.files.get(file.stored) : undefined;
    if (!found) throw new Error('There is no such file.');
    return found;
  }

  context<S>(settings: S): ChannelContext<S> {
    const plugin = this.plugin;
    const say = (level: string) => (message: string, fields?: Record<string, Json>) =>
      void this.said.push(`${level} ${message} ${JSON.stringify(fields ?? {})}`);
    return {
      instance: {
        id: this.id,
        inboxIds: ['inb_1'],
        account: null,
        since: null,
        webhookUrl: (name) => `https://balie.example/p/plugin/hooks/${this.id}/${name}`,
        routeUrl: (name) => `https://balie.example/p/plugin/routes/${this.id}/${name}`,
        streamUrl: `https://balie.example/p/plugin/stream/${this.id}`,
      },
      settings,
      get plugin() {
        return plugin();
      },
      signal: this.abort.signal,
      state: this.stateStore(),
      files: {
        put: async (data, { name, mime }) => this.put(await bytesOf(data), name, mime),
        open: (file) => Promise.resolve(streamOf(this.bytes(file))),
        url: () => Promise.resolve(`https://balie.example/files/lent/${this.id}`),
      },
      http: (input, init) =>
        this.fetch(input, { ...init, signal: AbortSignal.any([this.abort.signal, ...(init?.signal ? [init.signal] : [])]) }),
      log: { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') },
      issue: {
        raise: async (id, o) => {
          this.said.push(`issue ${id} ${JSON.stringify(o)}`);
          this.issues.set(id, o.title);
        },
        clear: async (id) => void this.issues.delete(id),
      },
      ingest: (events, o) =>
        this.commit(
          events.map((event) => ({ key: keyOf(event), keep: () => this.events.push(event) })),
          o,
        ),
      receive: (items, o) =>
        this.commit(
          items.map((item) => ({
            key: item.id,
            keep: () => this.items.push({ id: item.id, raw: item.raw, meta: item.meta }),
          })),
          o,
        ),
      cursor: <T extends Json>() => Promise.resolve(this.cursor as T | null),
      peers: () => Promise.resolve([]),
      runAt: async (schedule, at) => void this.timed.push({ schedule, at }),
      publish: async (topic, data) => void this.published.push({ topic, data }),
      history: () => Promise.resolve([]),
      desk: () =>
        Promise.resolve({ name: 'Support', open: true, available: true, writesTo: ['email'], people: [{ name: 'Mia' }] }),
    };
  }

  /** A webhook's request, as it comes back from the ledger. */
  static again(request: RawRequest): RawRequest {
    return structuredClone(request);
  }

  private async fetch(input: Parameters<typeof fetch>[0], init: RequestInit & { signal: AbortSignal }): Promise<Response> {
    this.requests += 1;
    const response = await fetch(input, init);
    await delay(this.latenessMs, undefined, { signal: init.signal });
    return response;
  }

  private async commit(rows: { key: string; keep: () => unknown }[], o?: { cursor?: Json }): Promise<void> {
    await Promise.resolve();
    if (this.abort.signal.aborted) throw new Error('The call that this context belonged to was ended.');
    if (this.failing > 0) {
      this.failing -= 1;
      throw new Error('The database is away.');
    }
    for (const { key, keep } of rows) {
      if (this.ids.has(key)) continue;
      this.ids.add(key);
      keep();
    }
    if (o?.cursor !== undefined) this.cursor = structuredClone(o.cursor);
  }

  private stateStore(): ChannelContext<unknown>['state'] {
    const found = (key: string) => {
      const row = this.state.get(key);
      return row && row.until > this.now() ? row : undefined;
    };
    return {
      get: async <T extends Json>(key: string) => {
        const row = found(key);
        return row ? { value: structuredClone(row.value) as T, version: row.version } : null;
      },
      set: async (key, value, o) => {
        const version = found(key)?.version ?? 0;
        if (o?.ifVersion !== undefined && o.ifVersion !== version) throw new Error(`${key} was changed by somebody else.`);
        const until = o?.ttlMs === undefined ? Infinity : this.now() + o.ttlMs;
        this.state.set(key, { value: structuredClone(value), version: version + 1, secret: o?.secret ?? false, until });
        if (!o?.secret) this.said.push(`state ${key} ${JSON.stringify(value)}`);
        return { version: version + 1 };
      },
      delete: async (key) => void this.state.delete(key),
    };
  }

  private put(data: Buffer, name: string, mime: string): { stored: string; name: string; mime: string; bytes: number } {
    const stored = createHash('sha256').update(data).digest('hex');
    this.files.set(stored, data);
    return { stored, name, mime, bytes: data.length };
  }
}

function keyOf(event: InboundEvent): string {
  return event.type === 'message' ? event.id : `${event.type} ${JSON.stringify(event)}`;
}

async function bytesOf(data: Uint8Array | ReadableStream): Promise<Buffer> {
  if (data instanceof Uint8Array) return Buffer.from(data);
  const chunks: Uint8Array[] = [];
  for await (const chunk of data as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Bytes as the host hands them over. */
export function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}
