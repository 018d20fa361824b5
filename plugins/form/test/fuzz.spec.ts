import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Desk } from './desk.js';

/** Forms that no browser sends: always an answer in words, never a throw, and what is taken in is text. */
const SEED = 20_261_129;
const RUNS = 150;
const NAMES = [
  '__proto__',
  'constructor',
  'your_name',
  'question',
  'e_mail',
  '',
  'x'.repeat(5_000),
  'a\u0000b',
  '"; filename="x',
  '_token',
];
const BITS = [
  '',
  '\r\n',
  '\r\n\r\n',
  '--',
  '--b',
  '--b--',
  '\0',
  '\u{1f600}',
  'é',
  '%',
  '%zz',
  '=',
  '&',
  '"',
  'y'.repeat(20_000),
];
const HEADERS = [
  'Content-Disposition: form-data; name="your_name"',
  'Content-Disposition: form-data; name="pictures"; filename="../../etc/passwd"',
  'Content-Disposition: form-data; name="pictures"; filename="a\\"; name=\\"x"',
  "Content-Disposition: form-data; name*=UTF-8''%ff",
  'Content-Disposition: form-data',
  'Content-Type: multipart/mixed; boundary=c',
  'Content-Type: text/html; charset=utf-7',
  'Content-Transfer-Encoding: base64',
  `X: ${'y'.repeat(10_000)}`,
  ': nothing',
];
const TYPES = [
  'multipart/form-data; boundary=b',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary="b"; boundary=c',
  `multipart/form-data; boundary=${'b'.repeat(500)}`,
  'application/x-www-form-urlencoded',
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  '',
];
const part = fc
  .tuple(fc.subarray(HEADERS), fc.constantFrom(...BITS), fc.constantFrom('\r\n', '\n', '\r'))
  .map(([headers, body, end]) => `--b${end}${headers.join(end)}${end}${end}${body}${end}`);
const multipart = fc
  .tuple(fc.array(part, { maxLength: 8 }), fc.constantFrom('--b--', '--b', '', '--b--\r\n--b--'))
  .map(([parts, end]) => `${parts.join('')}${end}`);
const pairs = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...BITS)), { maxLength: 300 })
  .map((list) => list.map(([name, value]) => `${name}=${value}`).join('&'));
const json = fc.oneof(
  fc.json({ maxDepth: 6 }),
  fc.record({ id: fc.anything(), fields: fc.dictionary(fc.constantFrom(...NAMES), fc.jsonValue()) }).map((value) => {
    try {
      return JSON.stringify(value) ?? '';
    } catch {
      return '{';
    }
  }),
  fc.constant('['.repeat(5_000)),
);
const bytes = fc.uint8Array({ maxLength: 2_000 });
const bodies = fc.oneof(multipart, pairs, json, bytes);

it('whatever is sent is answered in words', async () => {
  const desk = await Desk.open({ ownForms: true });
  await fc.assert(
    fc.asyncProperty(bodies, fc.constantFrom(...TYPES), async (body, type) => {
      const headers = { 'content-type': type, accept: 'application/json' };
      const answer = await desk.ask('submit', { method: 'POST', body: Buffer.from(body as string), headers });
      expect([200, 400, 403, 409, 422, 429]).toContain(answer.status);
    }),
    { seed: SEED, numRuns: RUNS },
  );
  for (const { parts } of desk.messages)
    for (const one of parts)
      if (one.type === 'fields')
        for (const { name, value } of one.fields) expect([typeof name, typeof value]).toEqual(['string', 'string']);
  expect(({} as Record<string, unknown>)['your_name']).toBeUndefined();
});
