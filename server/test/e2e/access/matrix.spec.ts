import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestClient } from '../../server/client.js';
import { ask, codesOf } from './asking.js';
import { FILLINGS } from './fillings.js';
import { adminOnly, anyVariables, operations, type Operation } from './inventory.js';
import { byName, nameOf } from './kinds.js';
import { ANSWERS, answers, COMMENT, PEOPLE, refusals } from './roles.js';
import { RULES } from './rules.js';
import { TwoInboxes } from './world.js';

/** Each mutation as each role in the inbox (S4, S5, S85): done by those whom its rule allows, and refused to all others in the words that fit them. */
let world: TwoInboxes;
beforeAll(async () => {
  world = await TwoInboxes.open();
}, 240_000);
afterAll(() => world.close());

const mutations = operations.filter(({ kind }) => kind === 'mutation');

test('each mutation that everybody may call and that takes something of an inbox has a rule', () => {
  const filled = mutations
    .filter((operation) => !adminOnly(operation) && FILLINGS[nameOf(operation)])
    .map((operation) => nameOf(operation));
  expect(filled.toSorted()).toEqual(Object.keys(RULES).toSorted());
});

/** What nobody of the team is answered otherwise: what is away already counts as taken away, and a field of the input that is of nothing is wrong. */
const TO_NOBODY: Record<string, string[]> = {
  automationRuleDelete: [],
  senderRuleRemove: [],
  snippetDelete: [],
  snippetSave: ['INVALID'],
  signal: [],
};
/** Need a plugin that is there: a channel whose type has filter rules (`test/e2e/filters.spec.ts`), a bot (`test/plugins/responder.spec.ts`). */
const ELSEWHERE = new Set(['channelFilterRuleSet', 'botStart']);

const cases = mutations.flatMap((operation) => {
  const rule = RULES[nameOf(operation)];
  if (rule === undefined || rule === 'own' || ELSEWHERE.has(operation.name)) return [];
  return PEOPLE.map((who) => ({ operation, rule, who, name: operation.name }));
});
test.each(cases)('$name as $who', async ({ operation, rule, who }) => {
  const other = who === 'nobody' ? TO_NOBODY[operation.name] : undefined;
  for (const codes of await answers(world, operation, who)) {
    if (other) expect(codes).toEqual(other);
    else expect(refusals(codes)).toEqual(ANSWERS[rule][who]);
  }
});

test.each(PEOPLE)('a comment as %s', async (who) => {
  const [codes = ['none']] = await answers(world, byName.get('mutation messageSend') as Operation, who, [COMMENT]);
  expect(codes).toEqual(ANSWERS.comment[who]);
});

const NO_WAY = ['FORBIDDEN', 'UNAUTHENTICATED'];
const openTo = async (who: TestClient, of: readonly Operation[], how = NO_WAY): Promise<string[]> => {
  const open: string[] = [];
  for (const operation of of) {
    const codes = codesOf(await ask(who, operation, anyVariables(operation)));
    if (!codes.some((code) => how.includes(code))) open.push(`${operation.name}: ${codes.join()}`);
  }
  return open;
};

test('what is for admins is refused to whoever is none, before anybody looks at what he sends', async () => {
  const forAdmins = operations.filter(adminOnly);
  expect(forAdmins.length).toBeGreaterThan(40);
  for (const who of [world.ours.me, world.nobody.browser]) expect(await openTo(who, forAdmins)).toEqual([]);
});

test('nobody who is not signed in is answered anything', async () => {
  expect(await openTo(world.server.browser(), operations)).toEqual([]);
});

test('a token that only reads changes nothing', async () => {
  const variables = { name: 'Reads', scopes: ['CONVERSATIONS_READ', 'CONTACTS_READ'] };
  const { token } = await world.ours.done<{ token: string }>(
    'mutation ($name: String!, $scopes: [Scope!]!) { apiTokenCreate(name: $name, scopes: $scopes) { token userErrors { code message } } }',
    variables,
    world.owner,
  );
  const input = { name: 'Reads', access: 'READ' };
  const own = await world.ours.done<{ token: string }>(
    'mutation ($input: PersonalTokenCreateInput!) { personalTokenCreate(input: $input) { token userErrors { code message } } }',
    { input },
  );
  const writing = mutations.filter(({ name }) => name !== 'signal');
  expect(await openTo(TestClient.withToken(world.server.url, own.token), writing)).toEqual([]);
  // A program is nobody: what belongs to a person is not there for it.
  expect(await openTo(TestClient.withToken(world.server.url, token), writing, [...NO_WAY, 'NOT_FOUND'])).toEqual([]);
});
