import { lookup as dnsLookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';

/** What is no public address: private, local, shared and test networks, and what is multicast or reserved (RFC 6890). */
const CLOSED = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  CLOSED.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  CLOSED.addSubnet(net, bits, 'ipv6');

/** An IPv4 address in the clothes of IPv6 counts as what it is. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const family = isIP(plain);
  if (family === 0 || /^::ffff:/i.test(plain)) return false;
  return !CLOSED.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}

class NotPublic extends Error {
  constructor(host: string, address: string) {
    super(`${host === address ? host : `${host} (${address})`} is no public address; only who runs the server can allow it.`);
  }
}

/** Answers public addresses only, to what connects to them: a name can't change its mind in between. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  const all: LookupAllOptions = { ...options, all: true };
  dnsLookup(hostname, all, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, []);
    const closed = addresses.find(({ address }) => !isPublicAddress(address));
    if (closed) return callback(new NotPublic(hostname, closed.address), []);
    const [first] = addresses;
    if (options.all) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family);
  });
};

/** Set by the host where others are asked through a proxy. */
const PROXIED = process.env['NODE_USE_ENV_PROXY'] === '1';

/** A proxy resolves names once more, so here is refused what is known to be closed; what else is closed is for the proxy to say. */
const refuseClosed = (host: string): Promise<void> =>
  new Promise((resolve, reject) =>
    publicLookup(host, { all: true }, (error) => (error instanceof NotPublic ? reject(error) : resolve())),
  );

/** One hop of `fetch` to hosts with public addresses only, without redirects: nothing inside the operator's network answers to it (N18). */
export async function publicFetch(request: Request, signal: AbortSignal): Promise<Response> {
  const url = new URL(request.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new NotPublic(host, host);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError(`${url.protocol} is not asked.`);
  const body = request.body === null ? null : Buffer.from(await request.arrayBuffer());
  const headers = Object.fromEntries(request.headers);
  if (body) headers['content-length'] = String(body.length);
  if (PROXIED) await refuseClosed(host);
  const way: RequestOptions = PROXIED ? {} : { lookup: publicLookup, agent: false };
  const options: RequestOptions = { ...way, method: request.method, headers, signal };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, resolve);
    asked.on('error', (error) => reject(signal.aborted ? (signal.reason as Error) : error));
    asked.end(body ?? undefined);
  });
  const status = response.statusCode ?? 502;
  const told = Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const empty = request.method === 'HEAD' || [204, 205, 304].includes(status);
  if (empty) response.resume();
  const stream = empty ? null : (Readable.toWeb(response) as ReadableStream<Uint8Array>);
  return new Response(stream, { status, statusText: response.statusMessage ?? '', headers: told });
}
