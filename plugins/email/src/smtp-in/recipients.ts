import type { ChannelContext } from '@balie/plugin-sdk';
import { normalise, withoutDetail } from '../decode/addresses.js';
import { ownAddresses, type Settings } from '../settings.js';
import { Turns } from './limits.js';

/** The host lets one call have 16 files open. */
const FILES_AT_ONCE = 12;
const PEERS_MS = 3_000;

/** A channel that mail is taken in for, while this process listens for it. */
export interface Receiver {
  context: ChannelContext<Settings>;
  addresses: string[];
  turns: Turns;
}

/** In the form in which addresses are compared. */
const addressesOf = (settings: Pick<Settings, 'address' | 'aliases'>): string[] =>
  ownAddresses(settings).map((address) => normalise(address) ?? address);

export const receiverOf = (context: ChannelContext<Settings>): Receiver => ({
  context,
  addresses: addressesOf(context.settings),
  turns: new Turns(FILES_AT_ONCE),
});

/** Whose mail is taken in here, and whose is ours but not now. */
export class Recipients {
  readonly #receivers = new Set<Receiver>();
  #peers: { at: number; addresses: Promise<Set<string>> } | null = null;

  get size(): number {
    return this.#receivers.size;
  }

  add(receiver: Receiver): void {
    this.#receivers.add(receiver);
    this.#peers = null;
  }

  remove(receiver: Receiver): void {
    this.#receivers.delete(receiver);
    this.#peers = null;
  }

  /** The channel of an address, of an alias, or of one of these with a detail (RFC 5233). */
  find(address: string): Receiver | null {
    const all = [...this.#receivers];
    for (const form of formsOf(address)) {
      const main = all.find(({ addresses }) => addresses[0] === form) ?? all.find(({ addresses }) => addresses.includes(form));
      if (main) return main;
    }
    return null;
  }

  /** Whether it is a channel's that is switched off, not ready yet, or another process's. Throws when nobody can say. */
  async isAway(address: string): Promise<boolean> {
    const [any] = this.#receivers;
    if (!any) return true;
    const now = performance.now();
    if (!this.#peers || now - this.#peers.at > PEERS_MS) this.#peers = { at: now, addresses: peerAddresses(any.context) };
    const { addresses } = this.#peers;
    // What failed is asked for again.
    addresses.catch(() => (this.#peers = null));
    const known = await addresses;
    return formsOf(address).some((form) => known.has(form));
  }
}

function formsOf(address: string): string[] {
  const value = normalise(address);
  return value ? [...new Set([value, withoutDetail(value)])] : [];
}

async function peerAddresses({ peers }: ChannelContext<Settings>): Promise<Set<string>> {
  const receiving = (await peers()).filter(({ settings }) => settings['incoming'] === 'smtp');
  return new Set(receiving.flatMap(({ settings }) => addressesOf(settings as Pick<Settings, 'address' | 'aliases'>)));
}
