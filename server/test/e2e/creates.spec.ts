import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { ask, codesOf } from './access/asking.js';
import { FILLINGS } from './access/fillings.js';
import { idAt, idPlaces, operations, type Operation, type Variables, withId } from './access/inventory.js';
import { kindOf, nameOf } from './access/kinds.js';
import { type Side, TwoInboxes } from './access/world.js';

/** Every create takes the client's id and answers the same twice: a program that heard no answer just asks again (G13 71, N23). */
let world: TwoInboxes;
let ours: Side;
beforeAll(async () => {
  world = await TwoInboxes.open();
  ours = world.ours;
}, 240_000);
afterAll(() => world.close());

type Make = () => Variables | Promise<Variables>;
let count = 0;
const name = () => `Made ${(count += 1)}`;
const input = (make: Make) => async () => ({ input: await make() });

/** What only admins make; the rest is in the fillings of the access walk. */
const ADMINS: Record<string, Make> = {
  agentCreate: input(() => ({
    id: newId('user'),
    name: name(),
    email: `made${count}@balie.example`,
    password: 'a long enough password',
  })),
  agentInvite: input(() => ({ id: newId('user'), email: `invited${(count += 1)}@balie.example`, mail: false })),
  apiTokenCreate: () => ({ id: newId('apiToken'), name: name(), scopes: ['CONVERSATIONS_READ'] }),
  contactListChange: input(() => ({
    id: newId('bulkChange'),
    filter: { search: 'wordofnone' },
    action: { deleted: true },
  })),
  contactPropertySave: input(() => ({ id: newId('contactProperty'), label: name(), type: 'TEXT' })),
  contactSave: input(() => ({ id: newId('contact'), name: name() })),
  inboxSave: input(() => ({ id: newId('inbox'), name: name() })),
  personalTokenCreate: input(() => ({ id: newId('personalToken'), name: name(), access: 'READ' })),
  pipelineSave: input(() => ({
    id: newId('pipeline'),
    type: 'TICKET',
    name: name(),
    stages: [
      { id: newId('stage'), name: 'New', outcome: 'OPEN' },
      { id: newId('stage'), name: 'Done', outcome: 'DONE' },
    ],
  })),
  pluginPublisherTrust: input(() => {
    const publicKey = Buffer.alloc(32, (count += 1)).toString('base64');
    return { id: newId('pluginPublisher'), name: name(), publicKey };
  }),
  tagSave: input(() => ({ id: newId('tag'), name: name() })),
  teamSave: input(() => ({ id: newId('team'), name: name() })),
  uploadCreate: () => ({ id: newId('upload'), name: 'a.txt', mime: 'text/plain', bytes: 1 }),
  webhookSave: input(() => ({ id: newId('webhook'), name: name(), url: 'https://hooks.example/x', inboxIds: [ours.inboxId] })),
};
/** Say that it is there: their secret is shown once. */
const ONCE = new Set(['apiTokenCreate', 'personalTokenCreate']);
/** The walk asks something else than the id of it. */
const NAMELESS = new Set(['savedViewSave']);
/** Proved where there is a plugin (`test/plugins`), a table, or two contacts and conversations to be merged. */
const ELSEWHERE = new Set([
  'listImport',
  'channelSetup',
  'channelTest',
  'responderSave',
  'responderTryOut',
  'callStart',
  'contactMerge',
  'conversationMerge',
  'conversationSplit',
]);

/** Where the id of what is made stands, in those that make something. */
const made = operations
  .filter(({ kind }) => kind === 'mutation')
  .flatMap((operation) =>
    [['input', 'id'], ['id']].flatMap((place) => {
      const there = idPlaces(operation).some((each) => each.join() === place.join());
      const makes = operation.name in ADMINS || kindOf(operation, place) === 'made';
      return there && makes && !ELSEWHERE.has(operation.name) ? [{ name: operation.name, operation, place }] : [];
    }),
  );

async function filled(operation: Operation): Promise<Variables> {
  const make = ADMINS[operation.name];
  if (make) return make();
  const [filling] = FILLINGS[nameOf(operation)] ?? [];
  if (!filling) throw new Error(`${operation.name} has no filling.`);
  return filling(ours, ours.me);
}
/** As an admin what is an admin's, and as the manager of the inbox what lies in it. */
const call = (operation: Operation, variables: Variables) =>
  ask(operation.name in ADMINS ? world.owner : ours.me, operation, variables);
/** The ids of the kind in an answer. */
const idsIn = (data: unknown, id: string): string[] => [
  ...new Set(JSON.stringify(data).match(new RegExp(`${id.slice(0, 4)}[0-9a-f]{32}`, 'g'))),
];

test('the creates of the schema are all here', () => {
  expect(made.length).toBeGreaterThan(18);
  expect(Object.keys(ADMINS).filter((one) => !made.some((each) => each.name === one))).toEqual([]);
});

test.each(made)('$name twice is once', async ({ operation, place, name: called }) => {
  const variables = await filled(operation);
  const id = idAt(variables, place) ?? '';
  const first = await call(operation, variables);
  expect(codesOf(first)).toEqual([]);
  if (!NAMELESS.has(called)) expect(idsIn(first.data, id)).toContain(id);
  const again = await call(operation, variables);
  if (ONCE.has(called)) return expect(codesOf(again)).toEqual(['CONFLICT']);
  expect(codesOf(again)).toEqual([]);
  if (!NAMELESS.has(called)) expect(idsIn(again.data, id)).toContain(id);
});

test('an id that one operation has used is no other’s: what it named stays, and whoever asks is told', async () => {
  const named = (called: string) => made.find((each) => each.name === called)!;
  const pairs = [
    ['messageSend', 'messageForward'],
    ['messageForward', 'messageSend'],
    ['messageSend', 'conversationCompose'],
    ['conversationCompose', 'messageSend'],
    ['conversationCompose', 'messageForward'],
    ['agentCreate', 'agentInvite'],
    ['agentInvite', 'agentCreate'],
  ] as const;
  for (const [before, after] of pairs) {
    const one = named(before);
    const other = named(after);
    const variables = await filled(one.operation);
    const id = idAt(variables, one.place) ?? '';
    expect(codesOf(await call(one.operation, variables))).toEqual([]);
    const reused = withId(await filled(other.operation), other.place, id) as Variables;
    expect([before, after, codesOf(await call(other.operation, reused))]).toEqual([before, after, ['CONFLICT']]);
  }
});
