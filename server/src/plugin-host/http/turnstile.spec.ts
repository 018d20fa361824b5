import { expect, it } from '@jest/globals';
import { Turnstile } from './turnstile.js';

/** Work that ends when the test says so. */
function held(): { work: () => Promise<void>; begun: () => boolean; end: () => void } {
  let end = (): void => undefined;
  let begun = false;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { work: () => ((begun = true), ended), begun: () => begun, end };
}
const full = () => new Error('full');

it('lets so many through at once, the others in their order, and sends away what is more', async () => {
  const turnstile = new Turnstile({ atOnce: 2, waiting: 2, waitMs: 60_000, refusal: full });
  const works = Array.from({ length: 4 }, held);
  const done = works.map(({ work }) => turnstile.through(work));
  await expect(turnstile.through(() => Promise.resolve())).rejects.toThrow('full');
  await Promise.resolve();
  expect(works.map(({ begun }) => begun())).toEqual([true, true, false, false]);
  works[1]!.end();
  await done[1];
  expect(works.map(({ begun }) => begun())).toEqual([true, true, true, false]);
  for (const { end } of works) end();
  await Promise.all(done);
  expect(turnstile.idle).toBe(true);
});

it('frees the place of work that failed', async () => {
  const turnstile = new Turnstile({ atOnce: 1, waiting: 1, waitMs: 60_000, refusal: full });
  const failed = turnstile.through(() => Promise.reject(new Error('no')));
  const after = turnstile.through(() => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('no');
  await expect(after).resolves.toBe('done');
  expect(turnstile.idle).toBe(true);
});

it('sends away who has waited in vain, and lets the next one in his place', async () => {
  const turnstile = new Turnstile({ atOnce: 1, waiting: 5, waitMs: 20, refusal: full });
  const one = held();
  const first = turnstile.through(one.work);
  await expect(turnstile.through(() => Promise.resolve())).rejects.toThrow('full');
  const third = turnstile.through(() => Promise.resolve('third'));
  one.end();
  await first;
  await expect(third).resolves.toBe('third');
  expect(turnstile.idle).toBe(true);
});
