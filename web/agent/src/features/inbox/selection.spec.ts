import { describe, expect, it } from '@jest/globals';
import { Selection } from './selection.js';

const order = ['a', 'b', 'c', 'd', 'e'];
const marked = (selection: Selection) => [...selection.snapshot()].sort().join('');

describe('Selection', () => {
  it('marks one by one, and all between the last one and another, up or down', () => {
    const selection = new Selection();
    selection.toggle('d');
    selection.reach('b', order);
    expect(marked(selection)).toBe('bcd');
    selection.toggle('c');
    selection.reach('e', order);
    expect(marked(selection)).toBe('bcde');
    selection.toggle('e');
    expect(marked(selection)).toBe('bcd');
  });

  it('without a last one in the list, marks the one', () => {
    const selection = new Selection();
    selection.reach('c', order);
    expect(marked(selection)).toBe('c');
    selection.clear();
    selection.reach('gone', order);
    expect(marked(selection)).toBe('gone');
  });

  it('tells who watches, with a new set each time', () => {
    const selection = new Selection();
    let told = 0;
    const stop = selection.watch(() => told++);
    const before = selection.snapshot();
    selection.all(order);
    expect(selection.snapshot()).not.toBe(before);
    selection.clear();
    selection.clear();
    stop();
    selection.toggle('a');
    expect(told).toBe(2);
  });
});
