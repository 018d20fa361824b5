import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findOrCreateContact } from '../../src/features/contacts/index.js';
import { newId } from '../../src/kernel/ids.js';
import { TestClient } from '../server/client.js';
import { makeAgent, makeInbox, setMembers } from '../server/world.js';
import { until } from '../support/until.js';
import { packageFolder } from './plugin-server.js';
import { VisitorDesk } from './visitor-desk.js';

// A telephony plugin takes over a call (S49, N12): agents of its inboxes find it, it gets the number, the contact and the agent, and logs the call once.
let desk: VisitorDesk;
let anna: Awaited<ReturnType<typeof makeAgent>>;
let bob: Awaited<ReturnType<typeof makeAgent>>;
let contactId: string;
const dialler = newId('responder');
const callId = newId('call');

const CALLERS = 'query ($language: String) { callers { instanceId action name title(language: $language) icon } }';
const callersOf = async (who: TestClient, language = 'en') =>
  (await who.graphql<{ callers: object[] }>(CALLERS, { language })).callers;
const START = 'mutation ($input: CallStartInput!) { callStart(input: $input) { userErrors { code message path } } }';
const start = async (who: TestClient, more: object = {}) => {
  const input = { id: callId, instanceId: dialler, action: 'dial', phone: '06 1234', contactId, ...more };
  return (await who.graphql<{ callStart: { userErrors: { code: string; path: string[] }[] } }>(START, { input })).callStart
    .userErrors;
};
const CALL = `query ($id: ID!) { node(id: $id) { ... on Call { phone direction outcome seconds createdByName
  owner { name } links { ... on Contact { id } } } } }`;
const logged = async () => (await anna.browser.graphql<{ node: Record<string, unknown> | null }>(CALL, { id: callId })).node;
const save = (more: object) =>
  desk.owner.graphql('mutation ($input: ResponderSaveInput!) { responderSave(input: $input) { userErrors { message } } }', {
    input: { id: dialler, type: 'dialler', name: 'Exchange', inboxIds: [desk.inboxId], settings: {}, ...more },
  });
/** It is over: the exchange tells its plugin. */
async function hangUp(seconds: number): Promise<{ dialled: number; agent: object }> {
  const body = JSON.stringify({ id: callId, seconds });
  const response = await fetch(`${desk.server.url}/p/dialler/routes/${dialler}/over`, { method: 'POST', body });
  return (await response.json()) as { dialled: number; agent: object };
}

beforeAll(async () => {
  desk = await VisitorDesk.open();
  anna = await makeAgent(desk.server, desk.owner, 'Anna');
  bob = await makeAgent(desk.server, desk.owner, 'Bob');
  await setMembers(desk.owner, desk.inboxId, [anna.id]);
  await makeInbox(desk.owner, 'Elsewhere', [bob.id]);
  await desk.install(packageFolder('dialler'));
  expect(await save({})).toEqual({ responderSave: { userErrors: [] } });
  contactId = await desk.server.uow.run({ principal: { kind: 'system', name: 'test' }, correlationId: 'test' }, async (tx) => {
    const contact = await findOrCreateContact(tx, { kind: 'phone', value: '+31612345678', verified: false, name: 'Sem' });
    return contact.id;
  });
}, 240_000);
afterAll(() => desk.close());

it('is found by agents of the inboxes that it serves, and what it can do besides is not', async () => {
  const found = { instanceId: dialler, action: 'dial', name: 'Exchange', icon: 'phone' };
  expect(await callersOf(anna.browser)).toEqual([{ ...found, title: 'Call' }]);
  expect(await callersOf(anna.browser, 'nl')).toEqual([{ ...found, title: 'Bellen' }]);
  expect(await callersOf(bob.browser)).toEqual([]);
  // No more of plugins than that.
  expect((await anna.browser.ask('{ plugins { id } }')).errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect((await anna.browser.ask('{ responders { id } }')).errors[0]?.extensions['code']).toBe('FORBIDDEN');
});

it('calls for who asks, once however often it is asked, and logs the call with its outcome and length', async () => {
  expect(await start(anna.browser)).toEqual([]);
  expect(await logged()).toMatchObject({ phone: '06 1234', direction: 'OUTBOUND', outcome: null, seconds: null });
  expect(await start(anna.browser)).toEqual([]);
  expect(await hangUp(75)).toEqual({ dialled: 1, agent: { id: anna.id, name: 'Anna', email: anna.email } });
  expect(await hangUp(75)).toMatchObject({ dialled: 1 });
  expect(await logged()).toEqual({
    phone: '06 1234',
    direction: 'OUTBOUND',
    outcome: 'CONNECTED',
    seconds: 75,
    createdByName: 'Exchange',
    owner: { name: 'Anna' },
    links: [{ id: contactId }],
  });
});

it('calls for nobody else, no nonsense, and nothing that takes over no calls', async () => {
  expect(await start(bob.browser)).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'instanceId'] }]);
  expect(await start(anna.browser, { action: 'ring' })).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'instanceId'] }]);
  expect(await start(anna.browser, { phone: 'nobody' })).toMatchObject([{ code: 'INVALID', path: ['input', 'phone'] }]);
  expect(await start(anna.browser, { id: newId('note') })).toMatchObject([{ code: 'INVALID', path: ['input', 'id'] }]);
  expect(await start(anna.browser, { contactId: newId('contact') })).toMatchObject([
    { code: 'NOT_FOUND', path: ['input', 'contactId'] },
  ]);
  const { apiTokenCreate } = await desk.owner.graphql<{ apiTokenCreate: { token: string } }>(
    'mutation { apiTokenCreate(name: "Robot", scopes: [CONTACTS_READ, CONTACTS_WRITE]) { token } }',
  );
  const robot = TestClient.withToken(desk.server.url, apiTokenCreate.token);
  expect(await callersOf(robot)).toEqual([]);
  expect(await start(robot)).toMatchObject([{ code: 'FORBIDDEN' }]);
  // What the exchange refuses is said in its words, and nothing is logged.
  const id = newId('call');
  expect(await start(anna.browser, { id, phone: '06 99' })).toMatchObject([
    { code: 'CHANNEL_DOWN', message: expect.stringContaining('knows no such number') },
  ]);
  expect((await anna.browser.graphql<{ node: object | null }>(CALL, { id })).node).toBeNull();
});

it('is there no more once it is switched off', async () => {
  await save({ active: false });
  await until(async () => (await callersOf(anna.browser)).length === 0, { what: 'it to be gone' });
  expect(await start(anna.browser, { id: newId('call') })).toMatchObject([{ code: 'NOT_FOUND' }]);
  await save({ active: true });
  await until(async () => (await callersOf(anna.browser)).length === 1, { what: 'it to be back' });
});
