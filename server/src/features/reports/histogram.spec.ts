import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bucketOf, countOf, percentile, PRECISION } from './histogram.js';

const YEARS = 6 * 365 * 24 * 3600 * 1000;
const durations = fc.array(fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: YEARS })), {
  minLength: 1,
  maxLength: 60,
});

function histogramOf(all: readonly number[]): Map<number, number> {
  const histogram = new Map<number, number>();
  for (const one of all) histogram.set(bucketOf(one), (histogram.get(bucketOf(one)) ?? 0) + 1);
  return histogram;
}

it('tells the median and any other part of durations as precisely as it says, and what was below a second as nothing', () => {
  expect(PRECISION).toBeLessThan(0.05);
  fc.assert(
    fc.property(durations, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, part) => {
      const sorted = all.toSorted((a, b) => a - b);
      const exact = (sorted[Math.ceil(part * all.length) - 1] ?? 0) / 1000;
      const told = percentile(histogramOf(all), part) ?? NaN;
      if (exact < 1) expect(told).toBe(0);
      else expect(Math.max(told / exact, exact / told) - 1).toBeLessThanOrEqual(PRECISION + 1e-9);
    }),
    { numRuns: 2_000 },
  );
});

it('adds up: what two times say together is what they say of all', () => {
  fc.assert(
    fc.property(durations, durations, (one, other) => {
      const both = histogramOf(one);
      for (const [bucket, count] of histogramOf(other)) both.set(bucket, (both.get(bucket) ?? 0) + count);
      expect(both).toEqual(histogramOf([...one, ...other]));
    }),
  );
});

it('says nothing of none, and nothing of what was taken back', () => {
  expect(percentile(new Map(), 0.5)).toBeNull();
  expect(percentile(new Map([[12, 0]]), 0.5)).toBeNull();
  expect(countOf(new Map([[12, 0]]))).toBe(0);
  expect(bucketOf(Number.MAX_SAFE_INTEGER)).toBe(bucketOf(1000 * YEARS));
});
