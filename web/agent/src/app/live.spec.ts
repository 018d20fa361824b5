import { describe, expect, it } from '@jest/globals';
import { backoff } from './live.js';

describe('backoff', () => {
  it('grows to half a minute and stays there, spread by a quarter', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map((attempt) => backoff(attempt, 0.5))).toEqual([1000, 2000, 4000, 8000, 15000, 30000, 30000]);
    expect(backoff(5, 0)).toBe(26250);
    expect(backoff(5, 1)).toBe(33750);
  });
});
