import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { TestClient } from '../server/client.js';
import { makeAgent, makeInbox, setMembers } from '../server/world.js';
import { until } from '../support/until.js';
import { packageFolder } from './plugin-server.js';
import { type Site, VisitorDesk } from './visitor-desk.js';

// A responder with routes, which acts in the name of agents who have linked an account (architecture 2.3 reason 9, S86).
let desk: VisitorDesk;
let site: Site;
let clerk: string;
let anna: Awaited<ReturnType<typeof makeAgent>>;
let conversationId: string;

interface Acted {
  status: number;
  link?: string;
  id?: string;
  agent?: { id: string; name: string; email: string };
  viewer?: { name: string; scopes: string[] };
  userErrors?: { code: string }[];
}
async function act(account: string, text: string, key = createHash('sha1').update(text).digest('hex')): Promise<Acted> {
  const body = JSON.stringify({ account, key, text, conversationId });
  const response = await fetch(`${desk.server.url}/p/helper/routes/${clerk}/act`, { method: 'POST', body });
  return { status: response.status, ...((await response.json()) as object) };
}
const offerOf = (link: string) => new URL(link).searchParams.get('link') ?? '';
const LINK = 'mutation ($offer: String!) { accountLink(offer: $offer) { account { id name through } userErrors { code path } } }';
const link = async (who: TestClient, offer: string) =>
  (await who.graphql<{ accountLink: { account: { id: string } | null; userErrors: object[] } }>(LINK, { offer })).accountLink;

beforeAll(async () => {
  desk = await VisitorDesk.open();
  await desk.install(packageFolder('helper'));
  site = await desk.connect('site');
  anna = await makeAgent(desk.server, desk.owner, 'Anna');
  clerk = newId('responder');
  const { responderSave } = await desk.owner.graphql<{ responderSave: { userErrors: object[] } }>(
    'mutation ($input: ResponderSaveInput!) { responderSave(input: $input) { userErrors { message } } }',
    { input: { id: clerk, type: 'clerk', name: 'Clerk', inboxIds: [desk.inboxId], settings: {} } },
  );
  expect(responderSave.userErrors).toEqual([]);
  await site.post('say?visitor=ada', { id: 'a-1', text: 'Hello' });
  conversationId = (await desk.conversation('Hello')).id;
}, 240_000);
afterAll(() => desk.close());

it('answers at its own addresses, to the world or to agents of its inboxes only', async () => {
  const path = `/p/helper/routes/${clerk}`;
  expect((await anna.browser.get(`${path}/mine`)).json).toEqual([desk.inboxId]);
  expect((await new TestClient(desk.server.url).get(`${path}/mine`)).status).toBe(401);
  expect((await anna.browser.get(`${path}/nothing`)).status).toBe(404);
  expect((await anna.browser.get(`/p/visitor/routes/${clerk}/mine`)).status).toBe(404);
  expect((await anna.browser.get(`/p/helper/routes/${newId('responder')}/mine`)).status).toBe(404);
});

it('acts in nobody’s name before he has said himself that the account is his', async () => {
  const { status, link: url } = await act('06-1', 'not yet');
  expect(status).toBe(401);
  const offer = offerOf(url ?? '');
  expect(url).toContain('/settings/profile?link=');
  expect(
    await anna.browser.graphql('query ($offer: String!) { accountOffer(offer: $offer) { name kind value through } }', { offer }),
  ).toEqual({ accountOffer: { name: 'Phone 06-1', kind: 'phone', value: '06-1', through: 'Clerk' } });
  expect(await link(anna.browser, `${offer}x`)).toMatchObject({
    account: null,
    userErrors: [{ code: 'INVALID', path: ['offer'] }],
  });
  const { apiTokenCreate } = await desk.owner.graphql<{ apiTokenCreate: { token: string } }>(
    'mutation { apiTokenCreate(name: "Robot", scopes: [CONVERSATIONS_READ]) { token } }',
  );
  expect(await link(TestClient.withToken(desk.server.url, apiTokenCreate.token), offer)).toMatchObject({
    userErrors: [{ code: 'FORBIDDEN' }],
  });
  const linked = await link(anna.browser, offer);
  expect(linked).toMatchObject({ account: { name: 'Phone 06-1', through: 'Clerk' }, userErrors: [] });
  expect(await link(anna.browser, offer)).toEqual(linked);
  expect(await link(desk.owner, offer)).toMatchObject({ userErrors: [{ code: 'CONFLICT' }] });
});

it('sends as the agent, once for each key, with no more rights than both have, and does not hear itself', async () => {
  const sent = await act('06-1', 'Anna here');
  expect(sent).toMatchObject({
    agent: { id: anna.id, name: 'Anna', email: anna.email },
    viewer: { name: 'Anna', scopes: ['CONVERSATIONS_READ', 'MESSAGES_WRITE'] },
    userErrors: [],
  });
  expect((await act('06-1', 'Anna here')).id).toBe(sent.id);
  const ITEMS = `query ($id: ID!) { node(id: $id) { ... on Conversation { items(last: 50) { nodes {
    ... on Message { id text author { ... on Agent { name } } } } } } } }`;
  const { node } = await desk.owner.graphql<{ node: { items: { nodes: { id?: string; text?: string }[] } } }>(ITEMS, {
    id: conversationId,
  });
  const said = node.items.nodes.filter(({ text }) => text === 'Anna here');
  expect(said).toEqual([{ id: sent.id, text: 'Anna here', author: { name: 'Anna' } }]);
  // What a person sends later is heard; then what went before would have been, too.
  const own = newId('message');
  await desk.owner.graphql('mutation ($input: MessageSendInput!) { messageSend(input: $input) { userErrors { message } } }', {
    input: { id: own, conversationId, text: 'Olga here' },
  });
  const heard = async (id: string) =>
    (
      await desk.owner.graphql<{ pluginCall: { output: { value?: unknown } } }>(
        'mutation ($id: ID!, $input: JSON!) { pluginCall(instanceId: $id, action: "look", input: $input) { output } }',
        { id: clerk, input: { key: `heard:${id}` } },
      )
    ).pluginCall.output.value;
  await until(() => heard(own), { what: 'what Olga sent to be heard' });
  expect(await heard(sent.id ?? '')).toBeNull();
});

it('reads a file where it serves, and sends on none that it has not put there itself', async () => {
  await site.post('say?visitor=eva', { id: 'e-1', text: 'My file', file: 'for you only' });
  const { id } = await desk.conversation('My file');
  const ITEMS = `query ($id: ID!) { node(id: $id) { ... on Conversation { items(last: 9) { nodes {
    ... on Message { attachments { id } } } } } } }`;
  const { node } = await desk.owner.graphql<{ node: { items: { nodes: { attachments?: { id: string }[] }[] } } }>(ITEMS, { id });
  const attachment = node.items.nodes.flatMap(({ attachments = [] }) => attachments)[0]?.id ?? '';
  const read = async () =>
    (
      await desk.owner.graphql<{ pluginCall: { output: { text: string | null; claimed: string } } }>(
        'mutation ($id: ID!, $input: JSON!) { pluginCall(instanceId: $id, action: "file", input: $input) { output userErrors { message } } }',
        { id: clerk, input: { id: attachment } },
      )
    ).pluginCall.output;
  expect(await read()).toEqual({ text: 'for you only', claimed: expect.stringContaining('put in the same call') });
  const other = await makeInbox(desk.owner, 'Elsewhere');
  const MOVE =
    'mutation ($ids: [ID!]!, $to: ID!) { conversationMove(input: { ids: $ids, inboxId: $to }) { userErrors { message } } }';
  expect(await desk.owner.graphql(MOVE, { ids: [id], to: other })).toEqual({ conversationMove: { userErrors: [] } });
  expect(await read()).toEqual({ text: null, claimed: '' });
});

it('may do nothing where he may not, and nothing at all once he unlinks it; the audit tells of both', async () => {
  await setMembers(desk.owner, desk.inboxId, []);
  expect((await act('06-1', 'locked out')).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  await setMembers(desk.owner, desk.inboxId, [anna.id]);
  expect((await act('06-1', 'back again')).userErrors).toEqual([]);
  const { linkedAccounts } = await anna.browser.graphql<{ linkedAccounts: { id: string }[] }>(
    '{ linkedAccounts { id name kind value through } }',
  );
  expect(linkedAccounts).toHaveLength(1);
  const UNLINK = 'mutation ($id: ID!) { accountUnlink(id: $id) { deletedIds userErrors { code } } }';
  const [{ id }] = linkedAccounts as [{ id: string }];
  expect(await desk.owner.graphql(UNLINK, { id })).toMatchObject({ accountUnlink: { userErrors: [{ code: 'NOT_FOUND' }] } });
  expect(await desk.owner.graphql('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
  expect(await anna.browser.graphql(UNLINK, { id })).toMatchObject({ accountUnlink: { deletedIds: [id], userErrors: [] } });
  expect((await act('06-1', 'no more')).status).toBe(401);
  const { auditEntries } = await desk.owner.graphql<{ auditEntries: { nodes: object[] } }>(
    '{ auditEntries(filter: { actions: [ACCOUNT_LINKED, ACCOUNT_UNLINKED] }) { nodes { action objectName actor { name } } } }',
  );
  expect(auditEntries.nodes).toEqual([
    { action: 'ACCOUNT_UNLINKED', objectName: 'Phone 06-1 (Clerk)', actor: { name: 'Anna' } },
    { action: 'ACCOUNT_LINKED', objectName: 'Phone 06-1 (Clerk)', actor: { name: 'Anna' } },
  ]);
});
