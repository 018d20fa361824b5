import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { rootCertificates, type ConnectionOptions } from 'node:tls';

const privateNets = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
] as const) {
  privateNets.addSubnet(net, bits, 'ipv4');
}
privateNets.addAddress('::1', 'ipv6');
privateNets.addAddress('::', 'ipv6');
privateNets.addSubnet('fc00::', 7, 'ipv6');

/** Where no mail server ever is, but a cloud's metadata service may be: refused whatever the admin says. */
const neverNets = new BlockList();
neverNets.addSubnet('169.254.0.0', 16, 'ipv4');
neverNets.addSubnet('224.0.0.0', 3, 'ipv4');
neverNets.addSubnet('fe80::', 10, 'ipv6');
neverNets.addSubnet('ff00::', 8, 'ipv6');

/** An IPv4 address that is written or tunnelled as an IPv6 one counts as what it is. */
function plain(address: string): string {
  const mapped = /^(?:::ffff:|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const hex = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address);
  if (!hex?.[1] || !hex[2]) return address;
  const value = (parseInt(hex[1], 16) << 16) | parseInt(hex[2], 16);
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

const within = (nets: BlockList, address: string): boolean => {
  const ip = plain(address);
  return nets.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
};

export const isPrivate = (address: string): boolean => within(privateNets, address);
export const isForbidden = (address: string): boolean => within(neverNets, address);

/** The server is inside a private network, which the admin has not allowed. */
export class PrivateAddressError extends Error {
  readonly code = 'EPRIVATE';
  constructor(
    readonly host: string,
    readonly address: string,
    readonly mayBeAllowed: boolean,
  ) {
    super(
      mayBeAllowed
        ? `${host} is ${host === address ? 'an' : `${address}, an`} address of a private network.`
        : `${host} is ${host === address ? 'an' : `${address}, an`} address at which no mail server may be.`,
    );
  }
}

export interface Target {
  /** The addresses that were checked, in the resolver's order. Connect to these and to no name: a second look-up might answer otherwise. */
  addresses: string[];
  /** For TLS: the name the certificate must have. Not set when the admin gave an address. */
  servername?: string;
}

/** Looks a server up and refuses private addresses, each of them (DNS rebinding, N18). */
export async function resolveTarget(host: string, allowPrivate: boolean): Promise<Target> {
  const literal = isIP(host) !== 0;
  const addresses = literal ? [host] : (await lookup(host, { all: true, verbatim: true })).map((found) => found.address);
  for (const address of addresses) {
    if (isForbidden(address)) throw new PrivateAddressError(host, address, false);
    if (!allowPrivate && isPrivate(address)) throw new PrivateAddressError(host, address, true);
  }
  return { addresses, ...(literal ? {} : { servername: host }) };
}

/** Beside the usual authorities, never instead of a check. */
export function tlsOptions(ca: string, servername?: string): ConnectionOptions {
  return {
    minVersion: 'TLSv1.2',
    ...(ca ? { ca: [...rootCertificates, ca] } : {}),
    ...(servername ? { servername } : {}),
  };
}

/** The first address that answers; the error of the last one when none does. Only a failure to connect moves on to the next. */
export async function tryEach<T>(target: Target, connect: (address: string) => Promise<T>): Promise<T> {
  let last: unknown;
  for (const address of target.addresses) {
    try {
      return await connect(address);
    } catch (error) {
      last = error;
      if (!/^(ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|CONNECT_TIMEOUT|EADDRNOTAVAIL)$/.test(codeOf(error))) throw error;
    }
  }
  throw (last as Error | undefined) ?? new Error('The name has no address.');
}

/** The most telling code that an error, or its cause, carries. */
export function codeOf(error: unknown): string {
  const e = error as { code?: unknown; cause?: unknown; errno?: unknown } | null;
  if (e && e.cause && typeof (e.cause as { code?: unknown }).code === 'string') return (e.cause as { code: string }).code;
  return typeof e?.code === 'string' ? e.code : '';
}
