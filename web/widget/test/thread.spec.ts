import { describe, expect, it } from '@jest/globals';
import type { Item } from '../src/chat/protocol.js';
import { lastHeard, merge, resync, unreadOf } from '../src/chat/thread.js';

const item = (minute: number, o: Partial<Item> = {}): Item => ({
  id: `i${minute}`,
  at: new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString(),
  from: 'agent',
  author: { name: 'Bob' },
  text: `at ${minute}`,
  files: [],
  ...o,
});
const ids = (items: readonly Item[]) => items.map(({ id }) => id);

describe('the history and the stream', () => {
  it('make one conversation, in order and each item once, whatever comes first', () => {
    const [one, two, three] = [item(1), item(2), item(3)];
    expect(ids(merge(merge([], [three, one]), [two, one]))).toEqual(['i1', 'i2', 'i3']);
    expect(ids(merge(merge([], [one]), [two, three]))).toEqual(['i1', 'i2', 'i3']);
  });

  it('keep the order of what was said in the same moment', () => {
    const [a, b] = [item(1, { id: 'a' }), item(1, { id: 'b' })];
    expect(ids(merge([b], [a]))).toEqual(['a', 'b']);
    expect(ids(merge([a], [b]))).toEqual(['a', 'b']);
  });

  it('take the later of two that are the same', () => {
    expect(merge([item(1)], [item(1, { text: 'mended' })])).toMatchObject([{ text: 'mended' }]);
  });

  it('after a break: what was missed is there, with no gap, and nothing that was shown goes', () => {
    const known = [item(1), item(2), item(4), item(9, { from: 'visitor' })];
    expect(ids(resync(known, [item(2), item(5), item(6)], true))).toEqual(['i1', 'i2', 'i4', 'i5', 'i6', 'i9']);
    expect(ids(resync(known, [item(20), item(21)], true))).toEqual(['i20', 'i21']);
    expect(ids(resync(known, [item(20)], false))).toEqual(['i1', 'i2', 'i4', 'i9', 'i20']);
    expect(ids(resync([], [item(3)], true))).toEqual(['i3']);
    expect(ids(resync([item(1)], [], false))).toEqual(['i1']);
  });

  it('count what of others was not seen', () => {
    const items = [item(1), item(2, { from: 'visitor' }), item(3, { from: 'bot' }), item(4, { deleted: true }), item(5)];
    expect(unreadOf(items, '')).toBe(3);
    expect(unreadOf(items, item(3).at)).toBe(1);
    expect(unreadOf(items, lastHeard(items))).toBe(0);
    expect(lastHeard([])).toBe('');
  });
});
