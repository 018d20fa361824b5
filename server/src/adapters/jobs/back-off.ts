import { jitter } from '../../kernel/random.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const STEPS = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 60 * MINUTE];

/** How long a job waits after its n-th failed attempt, spread so that many do not come back at once. */
export function backOff(attempt: number): number {
  return jitter(STEPS[Math.min(attempt, STEPS.length) - 1] ?? SECOND);
}
