import { setTimeout as delay } from 'node:timers/promises';

/** What is waited for takes milliseconds; so long only where a busy machine does much else meanwhile. */
const DEADLINE_MS = 60_000;

/** Waits until the condition gives something truthy, and answers it; fails with the last reason after the deadline. */
export async function until<T>(
  condition: () => T | Promise<T>,
  options: string | { deadlineMs?: number; everyMs?: number; what?: string } = {},
): Promise<T> {
  const given = typeof options === 'string' ? { what: options } : options;
  const { deadlineMs = DEADLINE_MS, everyMs = 15, what = 'the condition' } = given;
  const started = performance.now();
  let reason: unknown = 'it was never true';
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
    } catch (error) {
      reason = error;
    }
    if (performance.now() - started > deadlineMs) {
      throw new Error(`Waited ${deadlineMs} ms for ${what}: ${String(reason)}`, { cause: reason });
    }
    await delay(everyMs);
  }
}
