import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { webhook } from '../src/webhook.js';
import { ANNA, batchOf, byAnna, PAGE, requestOf } from './desk.js';

/** Batches that Meta never sends, of the form that it does: read without a throw, and each event has what the host asks of it. */
const SEED = 20_261_129;
const VALUES = [
  null,
  '',
  'x',
  '__proto__',
  'y'.repeat(30_000),
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [null],
  { url: 'javascript:alert(1)' },
  { length: 1e9 },
];
const GOOD = batchOf(
  byAnna({ message: { mid: 'm1', text: 'Hé', reply_to: { mid: 'm0' }, quick_reply: { payload: 'P' } } }),
  byAnna({
    message: {
      mid: 'm2',
      attachments: [
        { type: 'image', payload: { url: 'https://far.example/a.png' } },
        { type: 'location', payload: { coordinates: { lat: 1, long: 2 } } },
      ],
    },
  }),
  byAnna({ message: { mid: 'm3', is_echo: true, app_id: 1, text: 'Ours' } }),
  byAnna({ postback: { mid: 'p1', title: 'Yes', payload: 'YES' } }),
  byAnna({ reaction: { mid: 'm1', action: 'react', emoji: '👍' } }),
  byAnna({ delivery: { mids: ['m1'], watermark: 1 } }),
  byAnna({ read: { watermark: 1 } }),
  byAnna({ referral: { ref: 'x', source: 'ADS' } }),
);

type Path = (string | number)[];
const pathsOf = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key]))
    : []),
];
function withValue(target: unknown, [head, ...rest]: Path, value: unknown): unknown {
  if (head === undefined) return value;
  if (Array.isArray(target))
    return (target as unknown[]).map((each, n) => (String(n) === head ? withValue(each, rest, value) : each));
  return { ...(target as object), [head]: withValue((target as Record<string, unknown>)[head], rest, value) };
}

const mutated = fc
  .array(fc.tuple(fc.constantFrom(...pathsOf(GOOD)), fc.oneof(fc.constantFrom<unknown>(...VALUES), fc.jsonValue())), {
    minLength: 1,
    maxLength: 4,
  })
  .map((changes) =>
    changes.reduce<unknown>((batch, [path, value]) => {
      try {
        return withValue(batch, path, value);
      } catch {
        return batch;
      }
    }, GOOD),
  );

/** What is no batch at all is refused, as what is no JSON. */
function accountsOf(request: ReturnType<typeof requestOf>): readonly string[] {
  try {
    return webhook.accounts(request);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return [];
  }
}

it('whatever a batch holds, it is read', () => {
  fc.assert(
    fc.property(fc.oneof(mutated, fc.jsonValue({ maxDepth: 6 })), (batch) => {
      const request = requestOf(JSON.stringify(batch));
      for (const account of accountsOf(request)) {
        expect(typeof account).toBe('string');
        for (const event of webhook.decode(request, account)) {
          if (event.type !== 'message') continue;
          const sender = event.sender === 'self' ? 'self' : event.sender.value;
          expect([typeof event.id, typeof sender, Number.isNaN(event.at.getTime())]).toEqual(['string', 'string', false]);
          for (const part of event.parts) if (part.type === 'text') expect(typeof part.text).toBe('string');
        }
      }
    }),
    { seed: SEED, numRuns: 3_000 },
  );
  expect(webhook.accounts(requestOf(JSON.stringify(GOOD)))).toEqual([PAGE]);
  expect(JSON.stringify(webhook.decode(requestOf(JSON.stringify(GOOD)), PAGE))).toContain(ANNA);
});
