import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type * as Access from '../../../src/kernel/access.js';
import type { Operation } from './inventory.js';
import type * as Roles from './roles.js';
import type { TwoInboxes } from './world.js';

/** The walk is worth what it catches (reliability 3.3, 9): with any one rule turned into yes it finds what is open. */
const PATH = '../../../src/kernel/access.js';
type Flip = Partial<typeof Access>;
let flip: Flip = {};
let world: TwoInboxes;
let roles: typeof Roles;
let byName: ReadonlyMap<string, Operation>;

beforeAll(async () => {
  const real = (await import(PATH)) as typeof Access;
  const turned = <K extends keyof typeof Access>(name: K) =>
    ((...given: never[]) => ((flip[name] ?? real[name]) as (...args: never[]) => unknown)(...given)) as never;
  const { canInInbox, visibleInboxes, hasScope, isAdmin, mayChange } = real;
  const names = Object.keys({ canInInbox, visibleInboxes, hasScope, isAdmin, mayChange }) as (keyof typeof Access)[];
  jest.unstable_mockModule(PATH, () => ({ ...real, ...Object.fromEntries(names.map((name) => [name, turned(name)])) }));
  FLIPS = flipsOf(real);
  ({ byName } = await import('./kinds.js'));
  roles = await import('./roles.js');
  world = await (await import('./world.js')).TwoInboxes.open();
}, 240_000);
afterAll(() => world.close());

let FLIPS: Record<string, Flip> = {};
const flipsOf = ({ canInInbox }: typeof Access): Record<string, Flip> => {
  const yesTo = (action: string): Flip => ({ canInInbox: (who, what, where) => what === action || canInInbox(who, what, where) });
  return {
    view: yesTo('view'),
    comment: yesTo('comment'),
    act: yesTo('act'),
    manage: yesTo('manage'),
    'visible inboxes': { visibleInboxes: () => ({ all: true }) },
    scopes: { hasScope: () => true, mayChange: () => true },
    admin: { isAdmin: () => true },
  };
};

/** A row of the walk for each kind of rule; answers those that are not as they should be. */
async function wrong(): Promise<string[]> {
  const found: string[] = [];
  const rows = {
    conversationMarkRead: 'view',
    conversationSetStatus: 'act',
    workingHoursSave: 'manage',
    inboundItemImport: 'ledger',
  } as const;
  for (const [name, rule] of Object.entries(rows))
    for (const who of roles.PEOPLE)
      for (const codes of await roles.answers(world, byName.get(`mutation ${name}`) as Operation, who))
        if (String(roles.refusals(codes)) !== String(roles.ANSWERS[rule][who])) found.push(`${name} as ${who}`);
  for (const who of roles.PEOPLE) {
    const [codes] = await roles.answers(world, byName.get('mutation messageSend') as Operation, who, [roles.COMMENT]);
    if (String(codes) !== String(roles.ANSWERS.comment[who])) found.push(`a comment as ${who}`);
  }
  const { data } = await world.nobody.browser.ask<{ conversations: { nodes: unknown[] } }>('{ conversations { nodes { id } } }');
  if (data?.conversations.nodes.length !== 0) found.push('a list of what nobody sees');
  const { errors } = await world.nobody.browser.ask('{ webhooks { id } }');
  if (errors.length === 0) found.push('what is for admins');
  const away = 'mutation ($input: AvailabilitySetInput!) { availabilitySet(input: $input) { userErrors { code } } }';
  const input = { agentId: world.ours.agent.id, status: 'AWAY' };
  const set = await world.nobody.browser.graphql<{ availabilitySet: { userErrors: object[] } }>(away, { input });
  if (set.availabilitySet.userErrors.length === 0) found.push('another’s availability');
  return found;
}

test('with the rules as they are nothing is open', async () => {
  flip = {};
  expect(await wrong()).toEqual([]);
}, 240_000);

test.each(['view', 'comment', 'act', 'manage', 'visible inboxes', 'scopes', 'admin'])(
  '%s turned into yes is found',
  async (rule) => {
    flip = FLIPS[rule] ?? {};
    try {
      expect(await wrong()).not.toEqual([]);
    } finally {
      flip = {};
    }
  },
  240_000,
);
