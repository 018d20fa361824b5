/** How far the clock is set while something is decoded. */
export const JUMPS_MS = [-86_400_000, 400 * 86_400_000];

export const BY_THE_CLOCK = 'The same item is decoded differently when the clock has jumped: take the time from what came in.';

/** Does it while every clock of the plugin is set forwards or back. */
export async function withClock<T>(byMs: number, work: () => Promise<T>): Promise<T> {
  const Real = Date;
  class Jumped extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [Jumped.now()] : given) as [number]));
    }
    static override now(): number {
      return Real.now() + byMs;
    }
  }
  globalThis.Date = Jumped as DateConstructor;
  try {
    return await work();
  } finally {
    globalThis.Date = Real;
  }
}

/** The same each time for the same round, so that a fault can be seen again. */
export function mutated(bytes: Uint8Array, round: number): Uint8Array {
  let seed = round * 2654435761 + 1;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return below === 0 ? 0 : seed % below;
  };
  const copy = Uint8Array.from(bytes);
  const cut = round % 5 === 0 ? copy.slice(0, random(copy.length)) : copy;
  for (let times = random(12); times > 0; times--) if (cut.length > 0) cut[random(cut.length)] = random(256);
  return cut;
}
