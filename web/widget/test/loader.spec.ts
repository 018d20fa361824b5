import { describe, expect, it } from '@jest/globals';
import { inkOn, isGreeted, textsOf, type Target } from '../src/loader/config.js';
import { createStore } from '../src/loader/store.js';

describe('where a chatflow greets (D30)', () => {
  const target = (urls: string[], audience: Target['audience'] = 'everyone'): Target => ({ id: 'f', urls, audience });
  const at = (address: string) => new URL(`https://${address}`);
  const greeted = (urls: string[], address: string) => isGreeted([target(urls)], false, at(address));

  it('is everywhere, on the pages of a pattern, and not on those that are excluded', () => {
    expect(greeted([], 'shop.test/any')).toBe(true);
    expect(greeted(['/help*'], 'shop.test/help/return')).toBe(true);
    expect(greeted(['/help*'], 'shop.test/about')).toBe(false);
    expect(greeted(['*.shop.test/*'], 'www.shop.test/x')).toBe(true);
    expect(greeted(['*.shop.test/*'], 'evil.test/.shop.test/x')).toBe(true);
    expect(greeted(['www.shop.test/*'], 'wwwXshop.test/x')).toBe(false);
    expect(greeted(['!/checkout*'], 'shop.test/checkout/2')).toBe(false);
    expect(greeted(['!/checkout*'], 'shop.test/')).toBe(true);
    expect(greeted(['/*', '!/a*b'], 'shop.test/a-b')).toBe(false);
    expect(greeted(['/a+b(c)'], 'shop.test/a+b(c)')).toBe(true);
  });

  it('is for everyone, for who is known, or for who is not', () => {
    const greets = (audience: Target['audience'], known: boolean) => isGreeted([target([], audience)], known, at('a.test/'));
    expect([greets('everyone', true), greets('known', true), greets('unknown', true)]).toEqual([true, true, false]);
    expect([greets('everyone', false), greets('known', false), greets('unknown', false)]).toEqual([true, false, true]);
    expect(isGreeted([], false, at('a.test/'))).toBe(false);
    expect(isGreeted([target(['/x']), target(['/y'])], false, at('a.test/y'))).toBe(true);
  });
});

describe('what is kept of a browser', () => {
  it('stays in it, under its channel, until it is forgotten', () => {
    const shelf: Record<string, string> = { other: 'x', 'balie:two:token': 'u' };
    createStore('one', true, () => shelf).keep('token', 't');
    expect(shelf['balie:one:token']).toBe('t');
    const next = createStore('one', true, () => shelf);
    expect(next.kept).toEqual({ token: 't' });
    next.keep('token', null);
    expect(Object.keys(shelf)).toEqual(['other', 'balie:two:token']);
    next.keep('draft', 'd');
    next.clear();
    expect(next.kept).toEqual({});
    expect(Object.keys(shelf)).toEqual(['other', 'balie:two:token']);
  });

  it('is neither read nor written before consent, and gone when consent is taken back (N17)', () => {
    const shelf: Record<string, string> = { 'balie:one:token': 'old', 'balie:one:known': '1' };
    let looked = 0;
    const store = createStore('one', false, () => {
      looked += 1;
      return shelf;
    });
    store.keep('token', 'new');
    expect(looked).toBe(0);
    expect(store.kept).toEqual({ token: 'new' });
    store.consent(true);
    expect(store.kept).toEqual({ token: 'new', known: '1' });
    expect(shelf).toEqual({ 'balie:one:token': 'new', 'balie:one:known': '1' });
    store.consent(false);
    expect(shelf).toEqual({});
    store.keep('sound', '1');
    expect(shelf).toEqual({});
    expect(store.kept).toEqual({ token: 'new', known: '1', sound: '1' });
  });

  it('is kept for as long as the page is where the browser refuses storage', () => {
    const store = createStore('one', true, () => {
      throw new Error('SecurityError');
    });
    store.keep('token', 't');
    expect(store.kept).toEqual({ token: 't' });
  });
});

it('the button has words in the language of the page, and an icon that can be seen on its colour', () => {
  expect(textsOf('nl-BE')[0]).toBe('Chat openen');
  expect(textsOf('de')[0]).toBe('Open chat');
  expect(['#ffffff', '#ffff00', '#000000', '#3c4bd0'].map(inkOn)).toEqual(['#000', '#000', '#fff', '#fff']);
});
