import { expect, test } from '@jest/globals';
import type { Identity } from '@balie/plugin-sdk';
import fc from 'fast-check';
import { normalise } from '../src/decode/addresses.js';
import { compose } from '../src/compose.js';
import { outbound } from './far-side.js';
import { FakeHost, settingsFor } from './host.js';
import { readBack } from './well-formed.js';

/** What the server lets through as an address, made of what parsers have read differently from each other (threats 40). */
const PIECES = [
  'a',
  'B.c',
  '.',
  '..',
  '+',
  "'",
  '`',
  '%',
  '!',
  '|',
  '{',
  '}',
  '#',
  '/',
  '=',
  '?',
  '=?utf-8?q?x?=',
  '=?utf-8?b?QA==?=',
  '=40',
  '%40',
  'é',
  '漢字',
  '\u00ad',
  '\uff20',
  '\u202e',
  '-',
  '_',
  '*',
  '&',
  '$',
  '^',
  '~',
  'x'.repeat(70),
];
const HOSTS = [
  'cust.test',
  'CUST.test',
  'xn--bcher-kva.test',
  'bücher.test',
  'a..b.test',
  '-.test',
  '\uff43ust.test',
  'cust.test.',
  'x'.repeat(70),
];
const TAKEN = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/;
const address = fc
  .tuple(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }), fc.constantFrom(...HOSTS))
  .map(([local, host]) => `${local.join('')}@${host}`)
  .filter((text) => TAKEN.test(text));
const names = fc.constantFrom(
  '',
  'Ann',
  'a@evil.test',
  'Ann <a@evil.test>',
  'a@evil.test,',
  '"',
  '=?utf-8?q?=3Ca=40evil.test=3E?=',
  'Ann (a@evil.test)',
);
/** One box, with quotation marks round its name or without (RFC 5321 4.1.2). */
const box = (text: string) => normalise(text.replace(/^"(.*)"@/, '$1@'));
const PORTS = { imap: 1, imaps: 1, smtp: 1, mta: 1, caPem: '' };

test('a mail that is composed names the addresses that were given, and no other, to another parser too', async () => {
  let composed = 0;
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(address, { minLength: 1, maxLength: 3 }), names, async (list, name) => {
      const host = new FakeHost(settingsFor(PORTS, 'support@shop.test', { name: '' }));
      const to = list.map((value): Identity => ({ kind: 'email', value, trust: 'claimed', ...(name ? { name } : {}) }));
      const made = await compose(outbound({ to, parts: [{ type: 'text', text: 'x' }] }), host.context()).catch(
        (error: unknown) => error as Error,
      );
      if (made instanceof Error) return expect(made).toMatchObject({ kind: 'rejected' });
      composed += 1;
      const read = await readBack(made.raw);
      const known = new Set(list.map((value) => normalise(value)));
      const found = (read.to ?? []).map((one) => box(one.address ?? ''));
      for (const one of found) expect([list, name, known.has(one)]).toEqual([list, name, true]);
      expect(found.length).toBe(list.length);
      // Who it is handed over for, which decides where it goes.
      for (const one of made.recipients) expect([list, known.has(normalise(one.address))]).toEqual([list, true]);
    }),
    { seed: 20_261_129, numRuns: 400 },
  );
  expect(composed).toBeGreaterThan(20);
}, 240_000);
