import { isIPv6 } from 'node:net';

const MAX_KEYS = 20_000;

/** So many a minute for each key, at once or spread; who pauses gains again. */
export class Rate {
  readonly #left = new Map<string, { tokens: number; at: number }>();

  constructor(
    private readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one; false when there is none. */
  take(key: string): boolean {
    const now = this.now();
    const known = this.#left.get(key) ?? { tokens: this.perMinute, at: now };
    const tokens = Math.min(this.perMinute, known.tokens + ((now - known.at) / 60_000) * this.perMinute);
    this.#left.delete(key);
    this.#left.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
    // The one that was quiet for longest is forgotten, so that many senders take no more memory than a few.
    if (this.#left.size > MAX_KEYS) this.#left.delete(this.#left.keys().next().value as string);
    return tokens >= 1;
  }
}

/** At most so many at once; the others wait their turn in order. */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

/** Who connects, as far as limits are about him: an IPv6 customer has a whole /64 (RFC 6177). */
export function remoteKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const groups = address.includes('::')
    ? [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
    : before;
  return `${groups.slice(0, 4).join(':')}::/64`;
}
