/** A request that came to nothing; status 0 when no answer came at all. */
export class Trouble extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly detail: { retryAfterMs?: number; field?: string } = {},
  ) {
    super(message);
  }

  /** Whether the same may well succeed later: nobody was there, too much at once, or the server's own fault. */
  get passes(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** 1, 2, 4 … 30 s, and by chance up to half of it less, so that not all come back at once; what the server asks for goes first. */
export function backOff(attempt: number, trouble: unknown, chance: () => number): number {
  const asked = trouble instanceof Trouble ? (trouble.detail.retryAfterMs ?? 0) : 0;
  return asked > 0 ? asked : Math.min(30_000, 1000 * 2 ** attempt) * (1 - chance() / 2);
}
