import { expect, it } from '@jest/globals';
import { draftOfLimit, minutesOfLimit } from './limits.js';

it('shows whole hours as hours and all else as minutes, and keeps what it shows', () => {
  expect(draftOfLimit(240, 60)).toEqual({ on: true, amount: '4', unit: 'HOURS' });
  expect(draftOfLimit(90, 60)).toEqual({ on: true, amount: '90', unit: 'MINUTES' });
  expect(draftOfLimit(null, 480)).toEqual({ on: false, amount: '8', unit: 'HOURS' });
  for (const minutes of [1, 59, 60, 90, 43_200]) expect(minutesOfLimit(draftOfLimit(minutes, 1))).toBe(minutes);
});

it('takes half an hour, and no limit that is none', () => {
  expect(minutesOfLimit({ on: true, amount: '1.5', unit: 'HOURS' })).toBe(90);
  expect(minutesOfLimit({ on: false, amount: 'x', unit: 'HOURS' })).toBeNull();
  for (const amount of ['', '0', '-1', 'x', '721']) expect(minutesOfLimit({ on: true, amount, unit: 'HOURS' })).toBeUndefined();
});
