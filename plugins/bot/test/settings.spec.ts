import { describe, expect, it } from '@jest/globals';
import { filled, holds, understood } from '../src/answers.js';
import { settings } from '../src/settings.js';
import { isUtf8 } from 'node:buffer';

const wrong = (steps: unknown[], more: object = {}) =>
  settings.safeParse({ steps, ...more }).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
const hi = { type: 'message', text: 'Hi' };
const ask = { type: 'question', name: 'topic', text: 'What?' };

describe('settings', () => {
  it('are taken when all leads somewhere', () => {
    expect(wrong([hi, ask, { type: 'branch', question: 'topic', value: 'x', then: [{ type: 'goto', step: 'topic' }] }])).toEqual(
      [],
    );
  });

  it.each([
    ['no step', [], 'steps: A bot has at least one step.'],
    ['an unknown target', [{ type: 'goto', step: 'nowhere' }], 'steps.0.step: There is no step “nowhere” to go to.'],
    [
      'an unknown answer',
      [{ type: 'branch', question: 'nothing', value: 'x' }],
      'steps.0.question: Nothing is called “nothing”.',
    ],
    ['a name twice', [ask, ask], 'steps.1.name: Another step is called “topic” already.'],
    ['a single choice', [{ ...ask, answer: 'choice', options: ['One'] }], 'steps.0.options: Give at least two choices.'],
    ['a choice twice', [{ ...ask, answer: 'choice', options: ['One', 'one'] }], 'steps.0.options: Each choice is there once.'],
    ['nobody to hand over to', [{ type: 'handover', to: 'person' }], 'steps.0.person: Choose a person.'],
    [
      'a step behind the end',
      [{ type: 'close' }, hi],
      'steps.1.type: Nothing leads to this step: what is before it always ends or goes elsewhere.',
    ],
    [
      'a step behind two ends',
      [{ type: 'branch', on: 'open', then: [{ type: 'close' }], otherwise: [{ type: 'handover' }] }, hi],
      'steps.1.type: Nothing leads to this step: what is before it always ends or goes elsewhere.',
    ],
    [
      'a round without a wait',
      [
        { type: 'webhook', name: 'shop', url: 'https://x.example' },
        { type: 'goto', step: 'shop' },
      ],
      'steps.1.type: This goes round without ever waiting for somebody.',
    ],
    [
      'an address that is none',
      [{ type: 'webhook', name: 'shop', url: 'file:///etc/passwd' }],
      'steps.0.url: An address begins with https://.',
    ],
    [
      'something wrong in a branch',
      [{ type: 'branch', on: 'open', otherwise: [hi, { type: 'goto', step: 'x' }] }],
      'steps.0.otherwise.1.step: There is no step “x” to go to.',
    ],
  ])('refuse %s in words, at its place', (_, steps, words) => {
    expect(wrong(steps)[0]).toBe(words);
  });

  it('refuse a secret that can be guessed', () => {
    expect(wrong([hi], { signingSecret: 'short' })).toEqual(['signingSecret: A secret has 16 characters or more.']);
  });
});

describe('answers', () => {
  it.each([
    ['text', '  Hello \n', 'Hello'],
    ['text', ' ', null],
    ['email', 'My address: <Sem.Berg+x@client.example>.', 'Sem.Berg+x@client.example'],
    ['email', 'sem at client', null],
    ['number', 'about 1.250', '1250'],
    ['number', '1,250.75', '1250.75'],
    ['number', '12,5 kg', '12.5'],
    ['number', '-3', '-3'],
    ['number', 'three', null],
    ['phone', 'call +31 (0)6-1234 5678 after six', '+310612345678'],
    ['phone', '030-123456', '030123456'],
    ['phone', '12345', null],
    ['date', '2026-02-03', '2026-02-03'],
    ['date', 'on 3-2-2026 please', '2026-02-03'],
    ['date', '31/12/2026', '2026-12-31'],
    ['date', '31-2-2026', null],
    ['date', 'tomorrow', null],
    ['choice', '2', 'Return'],
    ['choice', '2.', 'Return'],
    ['choice', '7', null],
    ['choice', 'RETURN!', 'Return'],
    ['choice', 'I want a return please', 'Return'],
    ['choice', 'order or return', null],
    ['choice', 'Cafe', 'Café'],
    ['choice', 'Return\n\nKind regards, Sem 1', 'Return'],
  ] as const)('of kind %s: %j', (kind, text, expected) => {
    expect(understood(kind, text, ['Order', 'Return', 'Café'])).toBe(expected);
  });

  it('are cited, once and as text', () => {
    expect(filled('{{a}} {{ b.c }} {{nothing}} {{constructor}}', { a: '{{b.c}}', 'b.c': '2' })).toBe('{{b.c}} 2  ');
  });

  it('are compared as people would', () => {
    expect(holds('equals', 'Café!', 'cafe')).toBe(true);
    expect(holds('more', '12,50', '9')).toBe(true);
    expect(holds('less', 'a', '9')).toBe(false);
    expect(holds('filled', ' ', '')).toBe(false);
  });

  it('survive any text', () => {
    let state = 7;
    for (let round = 0; round < 2000; round++) {
      const text = Array.from({ length: 20 }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return String.fromCharCode((state >>> 8) % (round % 2 ? 0x7f : 0xd7ff));
      }).join('');
      for (const kind of ['text', 'email', 'number', 'phone', 'date', 'choice'] as const) {
        const taken = understood(kind, text, ['Order', text.slice(0, 5) || 'x']);
        expect(taken === null || isUtf8(Buffer.from(taken))).toBe(true);
        if (kind === 'number' && taken !== null) expect(Number.isFinite(Number(taken))).toBe(true);
      }
    }
  });
});
