import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KNOWN, keysNow } from '../../app/knownKeys.js';
import { inTheWay, keysTaken, strokeOf } from './keyStrokes.js';

const press = (key: string, held: Partial<Parameters<typeof strokeOf>[0]> = {}): string | null =>
  strokeOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

it('a press is written as the list of keys has it; Alt, modifiers alone and keys without a sign are none', () => {
  expect([press('j'), press('J', { shiftKey: true }), press('?', { shiftKey: true }), press('k', { ctrlKey: true })]).toEqual([
    'j',
    'Shift+J',
    'Shift+?',
    '$mod+k',
  ]);
  expect(press('J')).toBe('j');
  expect([press('l', { altKey: true }), press('Shift'), press('F5'), press(' '), press('Dead')]).toEqual(Array(5).fill(null));
});

it('no two commands have keys of which one is the other or begins it', () => {
  const taken = keysTaken({});
  for (const [id, keys] of Object.entries(taken))
    expect([id, inTheWay(id as keyof typeof KNOWN, keys, taken)]).toEqual([id, null]);
});

it('keys that are another’s, begin another’s or go over another’s are told; free ones are not', () => {
  const taken = keysTaken({ close: '' });
  expect([inTheWay('next', 'k', taken), inTheWay('next', 'g', taken), inTheWay('next', 'k x', taken)]).toEqual([
    'previous',
    'go.all',
    'previous',
  ]);
  expect([inTheWay('next', 'e', taken), inTheWay('next', 'j', taken), inTheWay('next', '', taken)]).toEqual([null, null, null]);
});

it('whatever is chosen one after the other, each key presses one command at most', () => {
  const ids = Object.keys(KNOWN) as (keyof typeof KNOWN)[];
  const keys = fc.constantFrom('j', 'q', 'g', 'g a', 'g q', 'Shift+Q', 'e', '', 'q w', '$mod+k');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), keys), { maxLength: 30 }), (changes) => {
      const chosen: Record<string, string> = {};
      for (const [id, wanted] of changes) if (inTheWay(id, wanted, keysTaken(chosen)) === null) chosen[id] = wanted;
      const taken = keysTaken(chosen);
      for (const id of ids) expect(inTheWay(id, taken[id] ?? '', taken)).toBeNull();
    }),
    { seed: 20_261_129 },
  );
});

it('without single keys only Ctrl, ⌘ and Escape do anything', () => {
  const left = Object.entries(KNOWN).filter(([id, { keys }]) => keysNow({ id, keys }, {}, false));
  expect(left.map(([id]) => id).toSorted()).toEqual(['mark.none', 'palette']);
});
