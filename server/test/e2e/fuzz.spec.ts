import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import {
  getNullableType,
  type GraphQLInputType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';
import type { TestClient } from '../server/client.js';
import { ask } from './access/asking.js';
import { FILLINGS } from './access/fillings.js';
import { anyVariables, operations, type Operation, type Variables } from './access/inventory.js';
import { nameOf } from './access/kinds.js';
import { TwoInboxes } from './access/world.js';

/**
 * Every operation of the schema with arguments of the right type and a hostile value: always an answer in words, never a bug.
 * What fits is taken from the walk of the rights, so that the value comes as far as the operation goes.
 */
const SEED = 20_261_129;
const TRIES = 6;
let world: TwoInboxes;
const bugs: string[] = [];
beforeAll(async () => {
  world = await TwoInboxes.open();
  jest.spyOn(Logger.prototype, 'error').mockImplementation((message: unknown) => void bugs.push(String(message)));
}, 240_000);
afterAll(() => world.close());

/** Ends the session of the one who asks, or changes by what he signs in. */
const ENDS = new Set(['sessionsRevokeOthers', 'sessionRevoke', 'agentDeactivate', 'everybodySignOut', 'passwordSet']);

const STRINGS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u202e\u200b',
  '\ud800',
  '\u{1f600}'.repeat(300),
  'y'.repeat(20_000),
  "'; DROP TABLE message; --",
  '%_\\',
  '__proto__',
  '<script>alert(1)</script>',
  'a@b@c',
  '\r\nBcc: all@client.example',
  '-1',
  'NaN',
  '../../etc/passwd',
];
const IDS = [
  '',
  'x',
  '\0',
  `cnv_${'0'.repeat(32)}`,
  `cnv_${'f'.repeat(32)}`,
  'y'.repeat(5_000),
  "x' OR '1'='1",
  'null',
  '__proto__',
];
const VALUES: Record<string, readonly unknown[]> = {
  String: STRINGS,
  ID: IDS,
  Int: [0, -1, 2 ** 31 - 1, -(2 ** 31)],
  Float: [0, -1, 1e308, 5e-324, 0.1],
  Boolean: [true, false],
  DateTime: ['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '2026-02-30T00:00:00.000Z', '2026-11-29T25:00:00Z'],
  JSON: [
    null,
    '',
    [],
    {},
    { a: { b: [null] } },
    'y'.repeat(5_000),
    Object.fromEntries(STRINGS.map((text, n) => [`k${n}`, text])),
  ],
};

interface Leaf {
  path: readonly (string | number)[];
  type: GraphQLInputType;
}
/** Each place that may hold a value: those that are filled, and those that may be. */
function leavesOf(type: GraphQLInputType, value: unknown, path: Leaf['path']): Leaf[] {
  const bare = getNullableType(type);
  const here = { path, type };
  if (isListType(bare))
    return [here, ...(Array.isArray(value) ? value : []).flatMap((each, n) => leavesOf(bare.ofType, each, [...path, n]))];
  if (!isInputObjectType(bare) || value === undefined || value === null) return [here];
  return Object.values(bare.getFields()).flatMap((field) =>
    leavesOf(field.type, (value as Variables)[field.name], [...path, field.name]),
  );
}

function hostile(type: GraphQLInputType, was: unknown): fc.Arbitrary<unknown> {
  const bare = getNullableType(type);
  const nothing = bare === type ? [fc.constant(null)] : [];
  if (isListType(bare)) {
    const first = Array.isArray(was) ? (was as unknown[])[0] : undefined;
    const many = first === undefined ? [] : [fc.constant([first, first]), fc.constant(Array.from({ length: 300 }, () => first))];
    return fc.oneof(fc.constant([]), ...many, ...(bare === type ? nothing : []));
  }
  if (isEnumType(bare)) return fc.constantFrom(...bare.getValues().map(({ name }) => name));
  if (isInputObjectType(bare)) return fc.constantFrom({}, { [Object.keys(bare.getFields())[0]!]: null });
  return fc.constantFrom(...(VALUES[(bare as GraphQLNamedType).name] ?? ['x']));
}

function withValue(target: unknown, [head, ...rest]: Leaf['path'], value: unknown): unknown {
  if (head === undefined) return value;
  if (Array.isArray(target)) return (target as unknown[]).map((each, n) => (n === head ? withValue(each, rest, value) : each));
  return { ...(target as Variables), [head]: withValue((target as Variables)[head], rest, value) };
}
const at = (variables: unknown, path: Leaf['path']): unknown =>
  path.reduce<unknown>((value, key) => (value as Variables | undefined)?.[key as string], variables);

async function bases(operation: Operation, by: TestClient): Promise<Variables[]> {
  const made = await Promise.all((FILLINGS[nameOf(operation)] ?? []).map((fill) => fill(world.ours, by)));
  return made.length > 0 ? made : [anyVariables(operation)];
}

const cases = operations.filter(({ name, field }) => field.args.length > 0 && !ENDS.has(name));
test.each(cases)('$kind $name', async (operation) => {
  const by = FILLINGS[nameOf(operation)] ? world.ours.me : world.owner;
  const wrong: string[] = [];
  for (const [n, base] of (await bases(operation, by)).entries()) {
    const leaves = operation.field.args.flatMap((arg) => leavesOf(arg.type, base[arg.name], [arg.name]));
    const one = fc
      .constantFrom(...leaves)
      .chain((leaf) => hostile(leaf.type, at(base, leaf.path)).map((value) => ({ leaf, value })));
    for (const { leaf, value } of fc.sample(one, { seed: SEED + n, numRuns: TRIES })) {
      const { status, errors } = await ask(by, operation, withValue(base, leaf.path, value) as Variables);
      const isBug = status >= 500 || errors.some(({ extensions }) => extensions['code'] === 'INTERNAL');
      if (isBug) wrong.push(`${leaf.path.join('.')} = ${JSON.stringify(value).slice(0, 60)}: ${bugs.splice(0).join('; ')}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('a text that holds U+0000 is refused in words, written out or as a variable, and at the doors beside GraphQL', async () => {
  const query = 'query ($text: String!) { search(query: $text, first: 1) { nodes { __typename } } }';
  for (const [text, variables] of [
    [query, { text: 'a\0b' }],
    ['{ node(id: "a\\u0000") { id } }', {}],
  ] as const) {
    const [error] = (await world.owner.ask(text, variables)).errors;
    expect(error).toMatchObject({ message: 'A text may not hold the character U+0000.', extensions: { code: 'BAD_USER_INPUT' } });
  }
  const answer = await world.server.browser().post('/api/sign-in', { email: 'a\0@team.example', password: 'anything at all' });
  expect(answer.status).toBe(400);
});

test('it is still there, and nothing was lost', async () => {
  expect((await world.ours.me.ask('{ viewer { id } }')).errors).toEqual([]);
  expect((await world.server.browser().get('/health/ready')).status).toBe(200);
});
