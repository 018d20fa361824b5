import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { makeAgent } from '../server/world.js';
import { packageFolder } from './plugin-server.js';
import { VisitorDesk } from './visitor-desk.js';

// What can be chosen for a setting is read from the far side by the plugin, while the form is filled in (S86).
let desk: VisitorDesk;
const kept = newId('responder');
const ASK = `query ($input: ResponderChoicesInput!, $language: String) { responderChoices(input: $input) {
  choices { value label help(language: $language) } note(language: $language) userErrors { code path message } } }`;
interface Answer {
  choices: { value: string; label: string; help: string | null }[];
  note: string | null;
  userErrors: { code: string; path: string[]; message: string }[];
}
const ask = async (settings: object, more: object = {}): Promise<Answer> => {
  const input = { type: 'helper', name: 'rooms', inboxIds: [], settings, ...more };
  return (await desk.owner.graphql<{ responderChoices: Answer }>(ASK, { input, language: 'nl' })).responderChoices;
};

beforeAll(async () => {
  desk = await VisitorDesk.open();
  await desk.install(packageFolder('helper'));
}, 240_000);
afterAll(() => desk.close());

it('the form says out of which list a setting is chosen', async () => {
  const { responderTypes } = await desk.owner.graphql<{ responderTypes: { type: string; settingsSchema: object }[] }>(
    '{ responderTypes { type settingsSchema } }',
  );
  expect(responderTypes.find(({ type }) => type === 'helper')).toMatchObject({
    settingsSchema: { properties: { room: { 'x-choicesFrom': 'rooms' } } },
  });
});

it('the plugin is asked with what is filled in so far, and answers in the language of who asks', async () => {
  expect(await ask({})).toEqual({ choices: [], note: 'Vul eerst de token in.', userErrors: [] });
  // The greeting is too short, so the plugin does not get it; the token it gets, and it is not said again.
  const { choices, note } = await ask({ greeting: 'H', token: 'canary-token' });
  expect(note).toBeNull();
  expect(choices).toEqual([
    { value: 'r1', label: 'Hall', help: 'Groot' },
    { value: 'r2', label: expect.stringMatching(/without a greeting$/), help: null },
  ]);
  expect(JSON.stringify(choices)).not.toContain('canary');
});

it('of one that is kept the secrets stand in, and nothing that was kept meanwhile stays', async () => {
  const { responderSave } = await desk.owner.graphql<{ responderSave: { userErrors: object[] } }>(
    'mutation ($input: ResponderSaveInput!) { responderSave(input: $input) { userErrors { message } } }',
    {
      input: {
        ...{ id: kept, type: 'helper', name: 'Robbie', inboxIds: [desk.inboxId] },
        settings: { greeting: 'Hello', token: 'canary-kept' },
      },
    },
  );
  expect(responderSave.userErrors).toEqual([]);
  expect((await ask({ greeting: 'Hello' }, { id: kept })).choices).toHaveLength(2);
  const { pluginCall } = await desk.owner.graphql<{ pluginCall: { output: object } }>(
    'mutation ($id: ID!, $input: JSON!) { pluginCall(instanceId: $id, action: "look", input: $input) { output } }',
    { id: kept, input: { key: 'chosen' } },
  );
  expect(pluginCall.output).toEqual({ value: null });
});

it('what goes wrong is told in words, and a list that is none is not believed', async () => {
  const wrong = async (settings: object, more: object = {}) => (await ask(settings, more)).userErrors;
  expect(await wrong({ token: 'wrong' })).toEqual([
    { code: 'CHANNEL_DOWN', path: ['input', 'settings'], message: 'The token is refused.' },
  ]);
  expect(await wrong({ token: 'nonsense' })).toMatchObject([
    { code: 'CHANNEL_DOWN', message: expect.stringContaining('list of choices is not valid') },
  ]);
  expect(await wrong({}, { name: 'toString' })).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'name'] }]);
  expect(await wrong({}, { type: 'nobody' })).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'type'] }]);
  expect(await wrong({}, { type: 'watcher' })).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'name'] }]);
});

it('a plugin that does not answer is not waited for, and answers what is asked next', async () => {
  expect((await ask({ token: 'silent' })).userErrors).toMatchObject([
    { code: 'CHANNEL_DOWN', message: expect.stringContaining('no answer in time') },
  ]);
  expect((await ask({ token: 'another' })).choices).toHaveLength(2);
}, 120_000);

it('it is for admins, and each list costs', async () => {
  const eve = await makeAgent(desk.server, desk.owner, 'Eve');
  const input = { type: 'helper', name: 'rooms', inboxIds: [], settings: { token: 'canary-token' } };
  const { errors } = await eve.browser.ask(ASK, { input });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const { extensions } = (await desk.owner.post('/graphql', { query: ASK, variables: { input } })).json as {
    extensions: { cost: { requestedQueryCost?: number } };
  };
  expect(JSON.stringify(extensions)).toMatch(/"\w+":2\d\b/);
});
