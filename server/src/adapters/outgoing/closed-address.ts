import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** An address of this host name that is no public one, as far as this machine can tell; null when it knows of none. */
export async function closedAddress(hostname: string): Promise<string | null> {
  const name = hostname.replace(/^\[|\]$/g, '');
  const known = await lookup(name, { all: true }).catch(() => []);
  return known.find(({ address }) => ipaddr.process(address).range() !== 'unicast')?.address ?? null;
}
