import { describe, expect, it } from '@jest/globals';
import { makeId } from './ids.js';

describe('makeId', () => {
  it('makes ids of the form that the server takes, in order of time', () => {
    const ids = Array.from({ length: 50 }, () => makeId('msg'));
    for (const id of ids) expect(id).toMatch(/^msg_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
    expect(new Set(ids).size).toBe(50);
    const times = ids.map((id) => id.slice(4, 16));
    expect([...times].sort()).toEqual(times);
  });
});
