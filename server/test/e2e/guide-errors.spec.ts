import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { FacebookDesk } from '../plugins/facebook-desk.js';
import { TestClient } from '../server/client.js';
import { makeAgent, makeConversation, makeInbox, setMembers } from '../server/world.js';
import { programWith, runProgram } from '../support/guide.js';
import { until } from '../support/until.js';

// Each error code of the guide, met on a server by a program that stands in it (N23). The far side is the fake of the Graph API.
const SHOP = '110';
const ANNA = '7001';
let desk: FacebookDesk;
let bea: Awaited<ReturnType<typeof makeAgent>>;
let inboxId: string;
let channelId: string;
let talkId: string;
/** What Anna wrote first. */
let first: string;
let token: string;

beforeAll(async () => {
  desk = await FacebookDesk.open();
  desk.api.page(SHOP, 'Shop');
  desk.api.person(ANNA, 'Anna Berg');
  inboxId = await desk.inbox('Shop');
  const { channel } = await desk.connect(inboxId, SHOP);
  channelId = channel?.id ?? '';
  await wrote('m_1', 'Where is it?');
  const talk = await desk.talk('Where is it?');
  talkId = talk.id;
  first = talk.items.nodes.find(({ text }) => text === 'Where is it?')?.id ?? '';
  bea = await makeAgent(desk.server, desk.owner, 'Bea');
  token = await tokenOf(desk.owner);
}, 240_000);
afterAll(() => desk.close());

const wrote = (mid: string, text: string) => desk.call(desk.batch(SHOP, desk.happen(SHOP, ANNA, { message: { mid, text } })));
async function tokenOf(who: TestClient): Promise<string> {
  const { personalTokenCreate } = await who.graphql<{ personalTokenCreate: { token: string } }>(
    'mutation { personalTokenCreate(input: { name: "Guide", access: READ_WRITE }) { token } }',
  );
  return personalTokenCreate.token;
}
const BEARER = 'authorization: `Bearer ${process.env.BALIE_TOKEN}`';
/** The program that answers a conversation, as it stands in the guide, or with one mistake made in it. */
function reply(given: string[], o: { token?: string; mistake?: [string, string] } = {}): Promise<string> {
  const program = programWith('TO_DO');
  const [right, wrong] = o.mistake ?? ['', ''];
  expect(program).toContain(right);
  return runProgram(program.replace(right, wrong), { url: desk.server.url, token, ...o, given });
}
const shape = (input: object) =>
  desk.owner.graphql<{ inboxSave: { userErrors: object[] } }>(
    'mutation ($input: InboxSaveInput!) { inboxSave(input: $input) { userErrors { message } } }',
    { input },
  );

test('STALE: it is shown what was said meanwhile, and answers once it has read that', async () => {
  expect(await wrote('m_2', 'Never mind, found it')).toBe(200);
  await desk.talk('Never mind, found it');
  expect(await reply([talkId, 'On its way', first])).toBe(
    'STALE: read what was said meanwhile, and decide anew\nNever mind, found it\n',
  );
  expect(desk.api.sent).toEqual([]);
});

test('CONFLICT: an id that was given before answers the same again, and nothing else', async () => {
  const id = newId('message');
  expect(await reply([talkId, 'Glad to hear it', '', id])).toMatch(/^[A-Z]+: nothing\n$/);
  await desk.inState('Glad to hear it', 'SENT');
  expect(await reply([talkId, 'Glad to hear it', '', id])).toBe('SENT: nothing\n');
  expect(await reply([talkId, 'Something else', '', id])).toMatch(/^CONFLICT: load it again/);
  expect(desk.api.sent.map(({ text }) => text)).toEqual(['Glad to hear it']);
});

test('UNSUPPORTED, CHANNEL_DOWN and WINDOW_CLOSED: what the channel can not do, can not do now, and may do no more', async () => {
  expect(await reply([talkId, 'x'.repeat(20_001)])).toMatch(/^UNSUPPORTED: leave that out/);
  const active = (on: boolean) =>
    desk.owner.graphql(
      'mutation ($id: ID!, $on: Boolean!) { channelSetActive(id: $id, active: $on) { userErrors { message } } }',
      {
        id: channelId,
        on,
      },
    );
  await active(false);
  expect(await reply([talkId, 'Are you there?'])).toMatch(/^CHANNEL_DOWN: try later/);
  await active(true);
  await desk.heard(talkId, ANNA, 25 * 3_600_000);
  expect(await reply([talkId, 'Too late'])).toMatch(/^WINDOW_CLOSED: comment/);
});

test('FORBIDDEN and NOT_A_MEMBER: a viewer, and an owner who does not work there', async () => {
  const members = [{ agentId: bea.id, role: 'VIEWER' }];
  await shape({ id: inboxId, audience: 'MEMBERS', members });
  expect(await reply([talkId, 'May I?'], { token: await tokenOf(bea.browser) })).toMatch(/^FORBIDDEN: ask an admin/);
  // A personal token sees what members see; who is signed in as the web app is has his whole role.
  expect(await reply([talkId, 'May I?'])).toMatch(/^NOT_FOUND: /);
  const mistake: [string, string] = [BEARER, "cookie: process.env.BALIE_TOKEN, 'x-balie-csrf': '1'"];
  expect(await reply([talkId, 'May I?'], { token: desk.owner.cookieHeader ?? '', mistake })).toMatch(
    /^NOT_A_MEMBER: become a member/,
  );
  await setMembers(desk.owner, inboxId, [bea.id]);
});

test('a request that is wrong itself is told so, by what is wrong with it', async () => {
  const given = [talkId, 'Hello'];
  const met = (right: string, wrong: string) => reply(given, { mistake: [right, wrong] });
  expect(await met('JSON.stringify({ query, variables: { input } })', "'no JSON'")).toMatch(/^BAD_REQUEST: send JSON/);
  expect(await met('JSON.stringify({ query, variables: { input } })', "'{}'")).toMatch(/^BAD_REQUEST: send JSON/);
  expect(await met('deliveryStatus }', 'deliveryStatus }}}')).toMatch(/^GRAPHQL_PARSE_FAILED: mend the query/);
  expect(await met('deliveryStatus }', 'deliveryState }')).toMatch(/^GRAPHQL_VALIDATION_FAILED: mend the query/);
  expect(await met('ask({ id, conversationId, text,', 'ask({ id, conversationId, text: 5,')).toMatch(/^BAD_USER_INPUT: give/);
  const aliases = Array.from({ length: 31 }, (_, at) => `a${at}: id`).join(' ');
  expect(await met('message { id deliveryStatus }', `message { ${aliases} deliveryStatus }`)).toMatch(/^LIMIT: ask for less/);
});

test('INBOX_GONE and LIMIT: it takes conversations back into another inbox, and not too many at once', async () => {
  const program = programWith('conversationRestore');
  const { apiTokenCreate } = await desk.owner.graphql<{ apiTokenCreate: { token: string } }>(
    'mutation { apiTokenCreate(name: "Guide", scopes: [ADMIN, CONVERSATIONS_READ, CONVERSATIONS_WRITE]) { token } }',
  );
  const restore = (given: string[]) => runProgram(program, { url: desk.server.url, token: apiTokenCreate.token, given });
  const lost = await makeInbox(desk.owner, 'Lost');
  const saved = await makeInbox(desk.owner, 'Saved');
  const id = await makeConversation(desk.server, lost, 'Do not lose me');
  await desk.owner.graphql('mutation ($input: InboxDeleteInput!) { inboxDelete(input: $input) { userErrors { message } } }', {
    input: { id: lost, name: 'Lost', conversations: 'TRASH' },
  });
  await until(
    async () => (await desk.owner.graphql<{ inboxDeletions: object[] }>('{ inboxDeletions { id } }')).inboxDeletions.length === 0,
    { deadlineMs: 60_000, what: 'the inbox to be gone' },
  );
  expect(await restore([saved, id])).toMatch(/^INBOX_GONE: .+\n#\d+ INBOX\n$/);
  expect(await restore([saved, ...Array.from({ length: 201 }, () => newId('conversation'))])).toMatch(/^LIMIT: At most 200/);
});

test('LIMIT of a minute: it waits as long as it is told, and is let in then', async () => {
  const spend = '{ conversations(first: 100) { nodes { items(first: 20) { nodes { ... on Message { id } } } } } }';
  const alone = await tokenOf(bea.browser);
  const client = TestClient.withToken(desk.server.url, alone);
  expect((await client.ask(spend)).errors).toEqual([]);
  await until(async () => (await client.ask(spend)).status === 429, {
    deadlineMs: 60_000,
    everyMs: 0,
    what: 'the points to be spent',
  });
  const begun = performance.now();
  expect(await reply([newId('conversation'), 'After a while'], { token: alone })).toMatch(/^NOT_FOUND: /);
  expect(performance.now() - begun).toBeGreaterThan(1_000);
}, 180_000);
