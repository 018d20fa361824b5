import { describe, expect, it } from '@jest/globals';
import { askOf, fits, isEmail } from '../src/chat/asks.js';
import { accepts, objection, sizeOf } from '../src/chat/files.js';
import type { Desk, Flow, Item, Limits, Visitor } from '../src/chat/protocol.js';
import { contrast, palette, SURFACES } from '../src/chat/theme.js';
import { fill, LANGUAGES, languageOf, type Texts } from '../src/chat/texts.js';

describe('texts', () => {
  const { en, nl } = LANGUAGES as { en: Texts; nl: Texts };
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([place]) => place).sort();

  it('are there in both languages, with the same values', () => {
    expect(Object.keys(nl)).toEqual(Object.keys(en));
    for (const key of Object.keys(en) as (keyof Texts)[]) expect([key, places(nl[key])]).toEqual([key, places(en[key])]);
  });

  it('are those of the first language that is known', () => {
    expect(languageOf('auto', null, 'de-DE', 'nl-BE')).toBe('nl');
    expect(languageOf('fr')).toBe('en');
    expect(fill('{a} of {b} {c}', { a: 1, b: 'two' })).toBe('1 of two {c}');
  });
});

describe('colours', () => {
  it.each(['#000000', '#ffffff', '#ffff00', '#808080', '#3c4bd0', '#ff0000', '#7fffd4', 'url(x)', '#12'])(
    'made of %s can be read',
    (color) => {
      for (const scheme of ['light', 'dark'] as const) {
        const { accent, ink, strong } = palette(color, scheme);
        expect(contrast(accent, ink)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(strong, SURFACES[scheme])).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});

describe('files', () => {
  const limits: Limits = { text: 100, files: 5, fileBytes: 2_500_000, accept: 'image/*,.pdf,text/plain' };
  const file = (name: string, type: string, size = 10) => ({ name, type, size }) as File;

  it('are taken by type or name, as the picker does', () => {
    expect(accepts(limits.accept, file('a.png', 'image/png'))).toBe(true);
    expect(accepts(limits.accept, file('A.PDF', ''))).toBe(true);
    expect(accepts(limits.accept, file('a.txt', 'text/plain'))).toBe(true);
    expect(accepts(limits.accept, file('a.exe', 'application/x-msdownload'))).toBe(false);
    expect(accepts('', file('a.exe', ''))).toBe(true);
  });

  it('that cannot be sent are refused in words, with the limit', () => {
    const nl = LANGUAGES.nl as Texts;
    expect(objection(file('foto.png', 'image/png', 2_500_001), limits, nl, 'nl')).toBe('foto.png is te groot: hoogstens 2,5 MB.');
    expect(objection(file('a.exe', 'x/y'), limits, nl, 'nl')).toContain('a.exe');
    expect(objection(file('foto.png', 'image/png'), limits, nl, 'nl')).toBeNull();
    expect(sizeOf(1, 'en')).toBe('1 kB');
  });
});

describe('asking for an address (D22, D23)', () => {
  const flow: Flow = {
    id: 'f',
    heading: '',
    welcome: '',
    email: 'never',
    askName: false,
    awayText: '',
    awayEmail: true,
    language: 'auto',
  };
  const desk: Desk = { available: true, reopensAt: null, heading: '', people: [], agent: null, copies: false };
  const nobody: Visitor = { known: false, identified: false, name: null, email: null };
  const said = (from: Item['from']): Item => ({ id: from, at: '2026-01-01', from, author: { name: '' }, text: 'x', files: [] });
  const at = (o: Partial<Parameters<typeof askOf>[0]>) =>
    askOf({ flow, desk, visitor: nobody, items: [], waiting: 0, skipped: false, copying: false, ...o });

  it('before the first message only where the inbox wants it, and never from who has given it', () => {
    expect(at({})).toBeNull();
    expect(at({ flow: { ...flow, email: 'before' } })).toBe('before');
    expect(at({ flow: { ...flow, email: 'before' }, visitor: { ...nobody, email: 'a@b.nl' } })).toBeNull();
    expect(at({ flow: null })).toBeNull();
  });

  it('while he waits, beside the conversation, until an agent answers or he puts it off', () => {
    const waiting: Flow = { ...flow, email: 'waiting' };
    expect(at({ flow: waiting })).toBeNull();
    expect(at({ flow: waiting, waiting: 1 })).toBe('waiting');
    expect(at({ flow: waiting, items: [said('visitor'), said('bot')] })).toBe('waiting');
    expect(at({ flow: waiting, items: [said('visitor'), said('agent')] })).toBeNull();
    expect(at({ flow: waiting, items: [said('visitor')], skipped: true })).toBeNull();
    // Not twice at a time.
    expect(at({ flow: waiting, items: [said('visitor'), { ...said('bot'), ask: 'email' }] })).toBeNull();
  });

  it('once more when he wants a copy of the chat and has given no address (D36)', () => {
    const items = [said('visitor'), said('agent')];
    expect(at({ items, skipped: true, copying: true })).toBe('waiting');
    expect(at({ items, copying: true, visitor: { ...nobody, email: 'a@b.nl' } })).toBeNull();
  });

  it('first of all when nobody is there', () => {
    const away = { ...desk, available: false };
    expect(at({ desk: away })).toBe('away');
    expect(at({ desk: away, items: [said('visitor')] })).toBe('waiting');
    expect(at({ desk: away, flow: { ...flow, awayEmail: false } })).toBeNull();
  });

  it('takes what is an address', () => {
    for (const right of ['a@b.nl', ' jan.de.vries+x@mail.example.com ']) expect(isEmail(right)).toBe(true);
    for (const wrong of ['', 'a', 'a@b', 'a@b.', '@b.nl', 'a b@c.nl', 'a@b..nl']) expect(isEmail(wrong)).toBe(false);
  });
});

describe('the answer to a question of a bot', () => {
  it.each([
    ['email', 'a@b.nl', 'a at b.nl'],
    ['phone', '+31 6 12 34 56 78', 'call me'],
    ['number', 'about 12,5', 'twelve'],
    ['date', '2026-11-29', 'tomorrow'],
  ] as const)('fits, when it is a %s', (kind, right, wrong) => {
    expect([fits(kind, right), fits(kind, wrong), fits(kind, '')]).toEqual([true, false, false]);
  });
});
