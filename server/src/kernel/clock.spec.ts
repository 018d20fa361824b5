import { expect, it } from '@jest/globals';
import { waitLeft, writtenAhead } from './clock.js';

const NOW = 1_764_500_000_000;
const DAY = 86_400_000;

it('a wait ends at its time, or at once when it was begun while the clock was ahead (F18)', () => {
  expect([waitLeft(NOW + 300, NOW, 500), waitLeft(NOW - 1, NOW, 500), waitLeft(-Infinity, NOW, 500)]).toEqual([300, 0, 0]);
  expect(waitLeft(NOW + 2 * DAY, NOW, 500)).toBe(0);
  expect([writtenAhead(NOW, NOW), writtenAhead(NOW + 50, NOW), writtenAhead(NOW + DAY, NOW)]).toEqual([false, false, true]);
});
