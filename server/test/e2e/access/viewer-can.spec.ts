import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';
import { doesOf } from '../../../src/app/graphql/viewer-can.js';
import { TestClient } from '../../server/client.js';
import { ask, codesOf } from './asking.js';
import { FILLINGS } from './fillings.js';
import { idAt, idPlaces, schema, type Operation } from './inventory.js';
import { byName, nameOf } from './kinds.js';
import { browserOf, PEOPLE } from './roles.js';
import { TwoInboxes } from './world.js';

/** `viewerCan` and the mutations that it names agree, for each role (N23). */
let world: TwoInboxes;
beforeAll(async () => {
  world = await TwoInboxes.open();
}, 240_000);
afterAll(() => world.close());

/** Each action of each type of node, and the mutation that does it. */
const told = Object.values(schema.getTypeMap()).flatMap((type) => {
  const field = isObjectType(type) ? type.getFields()['viewerCan'] : undefined;
  return field ? doesOf(field as never).map((one) => ({ ...one, type: type.name })) : [];
});

async function canDo(who: TestClient, type: string, id: string): Promise<string[] | null> {
  const query = `query ($id: ID!) { node(id: $id) { ... on ${type} { viewerCan } } }`;
  const { node } = await who.graphql<{ node: { viewerCan?: string[] } | null }>(query, { id });
  return node?.viewerCan ?? null;
}

test('the walk knows what there is to be walked', () => {
  expect(told.length).toBeGreaterThan(30);
  expect(told.filter(({ by }) => !byName.has(`mutation ${by}`))).toEqual([]);
});

const cases = told.flatMap(({ type, action, by }) => {
  const operation = byName.get(`mutation ${by}`) as Operation;
  const fillings = FILLINGS[nameOf(operation)] ?? [];
  return PEOPLE.flatMap((who) => fillings.map((fill, n) => ({ type, action, by, operation, fill, who, n })));
});
test.each(cases)('$type: $action by $by ($n) as $who', async ({ type, action, operation, fill, who }) => {
  const by = browserOf(world, who);
  const variables = await fill(world.ours, by);
  for (const place of idPlaces(operation)) {
    const id = idAt(variables, place);
    const can = id ? await canDo(by, type, id) : null;
    // It is no node of this type, or one that is not there for him.
    if (!can) continue;
    const codes = codesOf(await ask(by, operation, variables));
    expect({ can: can.includes(action), codes }).toEqual({ can: codes.length === 0, codes });
    return;
  }
});

test('what is the whole team’s is changed by whoever may, and by nobody with a token that only reads', async () => {
  const ids = await shared();
  const expected: Record<string, [type: string, owner: string[], agent: string[]]> = {
    [ids.tag]: ['Tag', ['EDIT', 'REMOVE'], ['EDIT']],
    [ids.team]: ['Team', ['EDIT', 'REMOVE'], []],
    [world.ours.channelId]: ['Channel', ['EDIT', 'REMOVE'], []],
    [world.ours.agent.id]: ['Agent', ['EDIT', 'REMOVE'], []],
    [ids.owner]: ['Agent', ['EDIT', 'REMOVE'], []],
  };
  const { personalTokenCreate } = await world.owner.graphql<{ personalTokenCreate: { token: string } }>(
    'mutation { personalTokenCreate(input: { name: "Reads", access: READ }) { token } }',
  );
  const reading = TestClient.withToken(world.server.url, personalTokenCreate.token);
  for (const [id, [type, owner, agent]] of Object.entries(expected)) {
    const can = [
      await canDo(world.owner, type, id),
      await canDo(world.ours.me, type, id),
      (await canDo(reading, type, id)) ?? [],
    ];
    expect([type, can]).toEqual([type, [owner, agent, []]]);
  }
});

test('an admin may change members, and no owner', async () => {
  const { id, browser } = world.ours.manager;
  const role =
    'mutation ($id: ID!, $role: WorkspaceRole!) { agentUpdate(input: { id: $id, role: $role }) { userErrors { message } } }';
  expect(await world.owner.graphql(role, { id, role: 'ADMIN' })).toEqual({ agentUpdate: { userErrors: [] } });
  const { owner } = await shared();
  expect(await canDo(browser, 'Agent', world.ours.agent.id)).toEqual(['EDIT', 'REMOVE']);
  expect(await canDo(browser, 'Agent', owner)).toEqual([]);
});

let made = 0;
/** Ids of what everybody sees. */
async function shared(): Promise<{ tag: string; team: string; owner: string }> {
  const name = `Shared ${++made}`;
  const { tagSave, teamSave } = await world.owner.graphql<{
    tagSave: { tag: { id: string } };
    teamSave: { team: { id: string } };
  }>(
    'mutation ($name: String!) { tagSave(input: { name: $name, color: RED }) { tag { id } } teamSave(input: { name: $name }) { team { id } } }',
    { name },
  );
  const { viewer } = await world.owner.graphql<{ viewer: { id: string } }>('{ viewer { id } }');
  return { tag: tagSave.tag.id, team: teamSave.team.id, owner: viewer.id };
}
