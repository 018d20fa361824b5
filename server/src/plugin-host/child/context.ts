import { createHash } from 'node:crypto';
import type { Account, ChannelContext, FileRef, HistoryItem, Json, Peer as Sibling, ResponderContext } from '@balie/plugin-sdk';
import { allowedFetch, privateHosts } from './http.js';
import { logOf, type Emit } from './log.js';
import type { Peer } from './peer.js';
import type { InstanceSpec } from './spec.js';

const CHUNK = 256 * 1024;

/** What a context is made of: the line to the host and the call that it belongs to. */
export interface Scope {
  peer: Peer;
  /** The host's call: what is asked through the context is asked for it, and refused once it has ended. */
  id: number;
  signal: AbortSignal;
  emit: Emit;
  net: string[];
}

/** Beside its settings: which instance it is, the webhooks that all instances share, and the plugin's own settings, which throw when they are wrong. */
export interface InstanceOptions {
  spec: InstanceSpec;
  shared: string[];
  plugin: () => Json;
}

/** The host's side of one instance, as calls over the line. */
export function contextOf<S>(scope: Scope, settings: S, { spec, shared, plugin }: InstanceOptions): ChannelContext<S> {
  const urls = urlsOf(spec, shared);
  const ask = <T>(method: string, ...args: unknown[]) => scope.peer.call(method, args, { scope: scope.id }) as Promise<T>;
  return {
    instance: {
      id: spec.id,
      inboxIds: spec.inboxIds,
      account: spec.account,
      since: spec.since === null ? null : new Date(spec.since),
      ...urls,
    },
    settings,
    get plugin() {
      return plugin();
    },
    signal: scope.signal,
    state: {
      get: <T extends Json>(key: string) => ask<{ value: T; version: number } | null>('state.get', key),
      set: (key, value, o) => ask('state.set', key, value, o ?? {}),
      delete: (key) => ask('state.delete', key),
    },
    files: {
      put: (data, o) => putFile(scope, data, o),
      open: (file) => Promise.resolve(openFile(scope, file)),
      url: (file, ttlMs) => ask('files.url', file, ttlMs),
    },
    http: allowedFetch(scope.net, scope.signal, privateHosts(spec.plugin.values)),
    log: logOf(scope.emit, { channelId: spec.id }),
    issue: {
      raise: (id, o) => ask('issue.raise', id, o),
      clear: (id) => ask('issue.clear', id),
    },
    ingest: (events, o) => ask('ingest', events, o),
    receive: (items, o) => ask('receive', items, o ?? {}),
    cursor: <T extends Json>() => ask<T | null>('cursor'),
    peers: () => ask<Sibling[]>('peers'),
    runAt: (schedule, at) => ask('runAt', schedule, at),
    publish: (topic, data) => ask('publish', topic, data),
    history: (threadKey, o) => ask<HistoryItem[]>('history', threadKey, o ?? {}),
    desk: (o) => ask('desk', o ?? {}),
  };
}

/** The same for a responder: what it shares with a channel, and the public API. */
export function responderContextOf<S>(scope: Scope, settings: S, o: InstanceOptions): ResponderContext<S> {
  const { instance, state, files, http, log, issue, signal, runAt } = contextOf(scope, settings, o);
  const ask = <T>(method: string, ...args: unknown[]) => scope.peer.call(method, args, { scope: scope.id }) as Promise<T>;
  return {
    instance,
    settings,
    get plugin() {
      return o.plugin();
    },
    state,
    files,
    http,
    log,
    issue,
    signal,
    graphql: <T>(document: string, variables?: Record<string, Json>, given: { actFor?: Account } = {}) =>
      ask<T>('graphql', document, variables ?? {}, given),
    attachment: (id) => ask('attachment', id),
    upload: (file, given) => ask<string>('upload', file, given),
    linked: (identity) => ask('linked', identity),
    linkUrl: (identity) => ask('linkUrl', identity),
    runAt,
    idFor: (prefix, event, key = '') => idFor(prefix, `${o.spec.id} ${event.id} ${key}`, event.at),
  };
}

/** A UUIDv7 of a time and of what it is for, instead of chance. */
function idFor(prefix: string, what: string, at: Date): string {
  const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0').slice(-12);
  const digest = createHash('sha256').update(what).digest('hex');
  const variant = '89ab'[Number.parseInt(digest[3] ?? '0', 16) % 4];
  return `${prefix}_${time}7${digest.slice(0, 3)}${variant}${digest.slice(4, 19)}`;
}

/** Where the far side and end users reach an instance. */
function urlsOf({ baseUrl, id, plugin }: InstanceSpec, shared: string[]) {
  const base = `${baseUrl}/p/${plugin.pluginId}`;
  return {
    webhookUrl: (name: string) => `${base}/hooks/${shared.includes(name) ? '' : `${id}/`}${encodeURIComponent(name)}`,
    routeUrl: (name: string) => `${base}/routes/${id}/${encodeURIComponent(name)}`,
    streamUrl: `${base}/stream/${id}`,
  };
}

/** Sends few bytes at once, and many piece by piece, each one answered before the next, so that neither side holds the whole file. */
export async function putFile(
  scope: Scope,
  data: Uint8Array | ReadableStream,
  o: { name: string; mime: string },
): Promise<StoredFile> {
  const ask = (method: string, ...args: unknown[]) => scope.peer.call(method, args, { scope: scope.id });
  if (data instanceof Uint8Array && data.length <= CHUNK) return (await ask('files.put', data)) as StoredFile;
  const upload = await ask('files.begin', { name: o.name, mime: o.mime });
  try {
    for await (const chunk of piecesOf(data)) await ask('files.chunk', upload, chunk);
    return (await ask('files.end', upload)) as StoredFile;
  } catch (error) {
    await ask('files.abort', upload).catch(() => undefined);
    throw error;
  }
}
export interface StoredFile {
  stored: string;
  bytes: number;
}

async function* piecesOf(data: Uint8Array | ReadableStream): AsyncGenerator<Uint8Array> {
  const chunks: Iterable<unknown> | AsyncIterable<unknown> = data instanceof Uint8Array ? [data] : data;
  for await (const chunk of chunks as AsyncIterable<unknown>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : asBytes(chunk);
    for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
  }
}

function asBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk);
  throw new TypeError('A file is bytes: Uint8Array, ArrayBuffer or text.');
}

/** Reads a stored file piece by piece, as fast as it is consumed. */
export function openFile(scope: Scope, file: FileRef): ReadableStream<Uint8Array> {
  if (!('stored' in file)) throw new TypeError('Only a stored file can be opened.');
  const ask = (method: string, ...args: unknown[]) => scope.peer.call(method, args, { scope: scope.id });
  let handle: unknown;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        handle ??= await ask('files.open', file.stored);
        const chunk = (await ask('files.read', handle)) as Uint8Array | null;
        if (chunk === null) controller.close();
        else controller.enqueue(chunk);
      },
      async cancel() {
        if (handle !== undefined) await ask('files.close', handle);
      },
    },
    { highWaterMark: 0 },
  );
}
