import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chat } from '../src/channel.js';
import { settings } from '../src/settings.js';
import { Site } from './site.js';

/** Whatever a browser sends to a chat: an answer, never a throw. */
const SEED = 20_261_129;
const NAMES = Object.keys(chat.routes ?? {});
const TEXTS = [
  '',
  ' ',
  '\0',
  '__proto__',
  '<img src=x onerror=alert(1)>',
  '\ud800',
  '\u202e',
  'y'.repeat(50_000),
  '../../x',
  'null',
];
const FIELDS = [
  'text',
  'token',
  'identity',
  'name',
  'email',
  'id',
  'page',
  'language',
  'fields',
  'file',
  'answers',
  'after',
  '__proto__',
  'constructor',
];
const value = fc.oneof(fc.constantFrom<unknown>(...TEXTS, null, 0, -1, 1e308, true, [], {}), fc.jsonValue({ maxDepth: 4 }));
const body = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...FIELDS), value), { maxLength: 8 })
    .map((pairs) => `{${pairs.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join(',')}}`),
  fc.jsonValue({ maxDepth: 5 }).map((json) => JSON.stringify(json)),
  fc.constantFrom('', '{', '['.repeat(5_000), 'null', '"x"', '\0'),
);

it('every route answers whatever it is sent, with a visitor’s token and without', async () => {
  const site = new Site();
  const token = await site.visit();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...NAMES),
      body,
      fc.constantFrom(undefined, token, `${token.slice(0, -2)}xx`, 'a.b.c', '', 'y'.repeat(10_000)),
      fc.constantFrom('', '/', '/x', `/${'y'.repeat(3_000)}`, '/../..', '/%00', '/__proto__'),
      async (name, sent, by, path) => {
        site.pass(60_000);
        const query = { v: sent.slice(0, 500), token: by ?? '' };
        const { status } = await site.ask(name, sent, { ...(by === undefined ? {} : { token: by }), path, query });
        expect([name, status < 500]).toEqual([name, true]);
      },
    ),
    { seed: SEED, numRuns: 600 },
  );
  expect(({} as Record<string, unknown>)['text']).toBeUndefined();
});

it('settings that name the prototype of everything are settings like others, or refused', () => {
  for (const key of ['__proto__', 'constructor', 'prototype'])
    for (const inner of ['{"polluted":true}', '[]', '"x"', 'null']) {
      const given = JSON.parse(
        `{"name":"Shop","origins":["https://shop.example"],"${key}":${inner},"texts":{"${key}":${inner}}}`,
      ) as unknown;
      const read = settings.safeParse(given);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      if (read.success) expect((read.data as Record<string, unknown>)['polluted']).toBeUndefined();
    }
});
