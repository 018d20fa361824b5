import { describe, expect, it } from '@jest/globals';
import { distinct, looksLike, splitAddresses, strangers } from './addresses.js';

describe('addresses', () => {
  it('are cut out of what people paste', () => {
    const pasted = '"Vos, Eva" <eva@x.nl>; bob@y.nl,\nCees Bakker <cees@z.nl>,, ';
    expect(splitAddresses(pasted)).toEqual(['eva@x.nl', 'bob@y.nl', 'cees@z.nl']);
  });

  it('are told from what can be none', () => {
    for (const good of ['a@b.nl', "o'neil+x@mail.example.co.uk", 'jürgen@bücher.de'])
      expect([good, looksLike('email', good)]).toEqual([good, true]);
    for (const bad of ['a', 'a@b', '@b.nl', 'a b@c.nl', 'a@b..nl', 'a@[1.2.3.4]', 'a@b.nl.'])
      expect([bad, looksLike('email', bad)]).toEqual([bad, false]);
    expect(looksLike('phone', '+31 20 123')).toBe(true);
  });

  it('stand once, and those who were not on the mail are known', () => {
    expect(distinct(['A@x.nl', 'a@x.nl', 'b@x.nl'])).toEqual(['A@x.nl', 'b@x.nl']);
    expect(strangers(['A@x.nl', 'new@x.nl'], new Set(['a@x.nl']))).toEqual(['new@x.nl']);
  });
});
