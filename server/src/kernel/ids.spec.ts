import { describe, expect, it } from '@jest/globals';
import { isId, newId } from './ids.js';

describe('ids', () => {
  it('sort by the time they were made, those of one millisecond too, and none comes twice', () => {
    const ids = Array.from({ length: 50_000 }, () => newId('message'));
    expect(ids.every((id) => isId('message', id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
