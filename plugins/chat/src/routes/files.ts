import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RawRequest, RawResponse } from '@balie/plugin-sdk';
import { type ChatContext, type Handle, Refusal } from '../answer.js';
import { keyOf } from '../keys.js';
import { frameAncestors, ownOrigin } from '../origins.js';
import { seal } from '../seal.js';

const DAY_MS = 24 * 3_600_000;
const LOADER = 'loader.js';
const PLACE = '__BALIE_CONFIG__';
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

interface Built {
  files: Map<string, { body: Buffer; type: string; etag: string }>;
  version: string;
}

/** The visitor's bundle: read once, since it is part of the plugin. */
let built: Built | null = null;
export function widgetFiles(folder: string): Built {
  return (built ??= read(folder));
}

function read(folder: string): Built {
  const names = exists(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted() : [];
  const files: Built['files'] = new Map();
  for (const name of names) {
    const type = TYPES[path.extname(name)];
    if (type === undefined || !statSync(path.join(folder, name)).isFile()) continue;
    const body = readFileSync(path.join(folder, name));
    files.set(name.replaceAll(path.sep, '/'), { body, type, etag: tagOf(body) });
  }
  return { files, version: hashOf([...files.values()].map(({ body }) => body)) };
}

function exists(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Weak: the same for the plain and the packed bytes (RFC 9110, 8.8.1). */
const tagOf = (body: Buffer | string) => `W/"${hashOf([body])}"`;

function hashOf(bodies: readonly (Buffer | string)[]): string {
  const hash = createHash('sha256');
  for (const body of bodies) hash.update(body);
  return hash.digest('hex').slice(0, 16);
}

/** The files of the bundle. With the version in the address they never change; the loader carries the settings, and is looked at again soon. */
export function widgetRoute(folder: () => string): Handle {
  return async (request, context) => {
    const { files, version } = widgetFiles(folder());
    const name = request.path.slice(1);
    const file = files.get(name);
    if (!file) return new Refusal('NOT_FOUND', 'There is no such file.').response;
    if (name === LOADER) return await Promise.resolve(loader(request, context, file.body.toString('utf8'), version));
    const forever = request.query['v'] === version || /[-.][\w-]{8,}\.\w+$/.test(name);
    const cache = forever ? 'public, max-age=31536000, immutable' : 'public, max-age=300';
    return fresh(request, { body: file.body, type: file.type, etag: file.etag, cache });
  };
}

function loader(request: RawRequest, context: ChatContext, source: string, version: string): RawResponse {
  // What stands in a script must not end it.
  const config = JSON.stringify(loaderConfig(context, version)).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028');
  const body = source.split(PLACE).join(config);
  const cache = 'public, max-age=300, stale-while-revalidate=86400';
  return fresh(request, { body, type: TYPES['.js']!, etag: tagOf(body), cache });
}

function fresh(
  request: RawRequest,
  { body, type, etag, cache }: { body: Buffer | string; type: string; etag: string; cache: string },
): RawResponse {
  const headers = { etag, 'cache-control': cache, vary: 'accept-encoding' };
  if (request.headers['if-none-match'] === etag) return { status: 304, headers };
  const whole = { ...headers, 'content-type': type };
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return { status: 200, headers: whole, body };
  return { status: 200, headers: { ...whole, 'content-encoding': 'gzip' }, body: packed(etag, body) };
}

const packedBy = new Map<string, Buffer>();
/** How many are kept: the bundle has fewer files, and a loader changes with the settings. */
const PACKED = 50;
/** The bytes on the wire, which the budget of the widget is about: packed once, whatever proxy stands in front. */
function packed(etag: string, body: Buffer | string): Buffer {
  const known = packedBy.get(etag);
  if (known) return known;
  if (packedBy.size >= PACKED) packedBy.clear();
  const bytes = gzipSync(body, { level: 9 });
  packedBy.set(etag, bytes);
  return bytes;
}

function loaderConfig(context: ChatContext, version: string) {
  const { instance, settings } = context;
  return {
    channel: instance.id,
    base: baseOf(context),
    frame: instance.routeUrl('frame'),
    origin: ownOrigin(context),
    version,
    ...looks(context),
    consent: settings.waitForConsent ? 'wait' : 'none',
    flows: settings.flows.map(({ id, urls, audience }) => ({ id, urls, audience })),
    fallbackEmail: settings.fallbackEmail || null,
  };
}

function looks({ settings }: ChatContext) {
  const languages = new Set(settings.flows.map(({ language }) => language));
  const language = languages.size === 1 ? [...languages][0]! : 'auto';
  return { language, color: settings.color, position: settings.position };
}

function baseOf({ instance }: ChatContext): string {
  return instance.routeUrl('frame').replace(/\/frame$/, '');
}

/** The page in the frame. It carries a ticket that only who may embed it gets to see, since no other page can read it. */
export function frameRoute(folder: () => string): Handle {
  return async (request, context) => {
    const { files, version } = widgetFiles(folder());
    const now = request.receivedAt.getTime();
    const ticket = seal(await keyOf(context), 'ticket', { until: now + DAY_MS });
    const base = baseOf(context);
    const { pages } = context.settings;
    const stream = context.instance.streamUrl;
    const config = { channel: context.instance.id, base, stream, version, ...looks(context), pages, ticket };
    const style = files.has('chat.css') ? `<link rel="stylesheet" href="${base}/widget/chat.css?v=${version}">` : '';
    const body =
      '<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
      `<meta name="referrer" content="no-referrer"><title>Chat</title>${style}</head><body>` +
      `<div id="balie-chat" data-config="${escaped(JSON.stringify(config))}"></div>` +
      `<script type="module" crossorigin src="${base}/widget/chat.js?v=${version}"></script></body></html>`;
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyOf(context),
      'referrer-policy': 'no-referrer',
    };
    return { status: 200, headers, body };
  };
}

function policyOf(context: ChatContext): string {
  const own = ownOrigin(context);
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    `connect-src ${own}`,
    `img-src ${own} https: blob: data:`,
    `media-src ${own} blob:`,
    `frame-ancestors ${frameAncestors(context)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
