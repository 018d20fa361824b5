import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { makeAgent } from '../server/world.js';
import { until } from '../support/until.js';
import { Site, VisitorDesk } from './visitor-desk.js';

const SECRET = 'a secret of sixteen';
let desk: VisitorDesk;
let site: Site;
let bot: string;
let anna: { id: string };
let shop: Server;
let shopUrl: string;
/** What the shop was asked, and how it answers. */
const asked: { key: string; signed: boolean; body: Record<string, unknown> }[] = [];
let shopAnswers = { status: 200, body: '{"say":"Order {{nr}} leaves today.","answers":{"nr":"42"}}' };

const question = (name: string, text: string, more: object = {}) => ({ type: 'question', name, text, ...more });
const FLOW = [
  { type: 'message', text: 'Hello, this is Robbie.' },
  question('email', 'What is your e-mail address?', { answer: 'email', save: 'email' }),
  question('topic', 'What is it about?', { answer: 'choice', options: ['An order', 'Something else'] }),
  {
    type: 'branch',
    question: 'topic',
    value: 'An order',
    then: [{ type: 'webhook', name: 'shop', url: 'SHOP' }],
    otherwise: [question('what', 'Tell me more.')],
  },
  { type: 'ticket', title: '{{topic}}: {{what}}', body: 'From {{email}}', priority: 'HIGH' },
  { type: 'handover', to: 'person', person: 'ANNA', text: 'Anna will help you.' },
];
const flow = () => JSON.parse(JSON.stringify(FLOW).replace('SHOP', shopUrl).replace('ANNA', anna.id)) as object[];

const SAVE = `mutation ($input: ResponderSaveInput!) { responderSave(input: $input) {
  responder { id version secretsSet } userErrors { code path message } } }`;
const save = async (settings: object, more: object = {}) =>
  (
    await desk.owner.graphql<{ responderSave: { responder: object | null; userErrors: object[] } }>(SAVE, {
      input: { id: bot, type: 'bot', name: 'Robbie', inboxIds: [desk.inboxId], settings, ...more },
    })
  ).responderSave;

interface Item {
  text?: string;
  type?: string;
  data?: { note?: string };
  author?: { __typename: string };
  parts?: { type: string; data: { options: { label: string }[] } }[];
}
const CONVERSATION = `query ($id: ID!) { node(id: $id) { ... on Conversation { botControl status bot { id } assignee { id } assigneeTeam { name }
  records(type: TICKET, first: 5) { nodes { title ... on Ticket { priority body } } }
  items(last: 50) { nodes { ... on Message { text parts { type data } author { __typename } } ... on Event { type data } } } } } }`;
const look = async (id: string) =>
  (
    await desk.owner.graphql<{
      node: {
        botControl: string;
        status: string;
        assignee: { id: string } | null;
        assigneeTeam: { name: string } | null;
        records: { nodes: { title: string; priority: string; body: string }[] };
        items: { nodes: Item[] };
      };
    }>(CONVERSATION, { id })
  ).node;
const said = async (id: string) =>
  (await look(id)).items.nodes.flatMap(({ text, author }) => (author?.__typename === 'Bot' && text ? [text] : []));
const handedOver = (id: string) =>
  until(async () => (await look(id)).botControl === 'HANDOFF_REQUESTED', {
    deadlineMs: 60_000,
    everyMs: 200,
    what: 'the handoff',
  });
const noteOf = async (id: string) => (await look(id)).items.nodes.find(({ type }) => type === 'handed_off')?.data?.note;
let spoken = 0;
const says = (who: string, text: string) => site.post(`say?visitor=${who}`, { id: `${who}-${++spoken}`, text });
const BOTS = `query ($inbox: ID!) { conversations(filter: { inboxIds: [$inbox], status: [OPEN], heldByBot: true }) { nodes { id } }
  inboxes { id views { key count } } }`;
const inBots = async () => {
  const answer = await desk.owner.graphql<{
    conversations: { nodes: { id: string }[] };
    inboxes: { id: string; views: { key: string; count: number }[] }[];
  }>(BOTS, { inbox: desk.inboxId });
  const views = answer.inboxes.find(({ id }) => id === desk.inboxId)?.views;
  return { ids: answer.conversations.nodes.map(({ id }) => id), count: views?.find(({ key }) => key === 'bots')?.count };
};

beforeAll(async () => {
  shop = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const [, t, v1] = /^t=(\d+),v1=(\w+)$/.exec(String(request.headers['balie-signature'])) ?? [];
      const signed = v1 === createHmac('sha256', SECRET).update(`${t}.${body}`).digest('hex');
      asked.push({ key: String(request.headers['idempotency-key']), signed, body: JSON.parse(body) as Record<string, unknown> });
      response.writeHead(shopAnswers.status, { 'content-type': 'application/json' }).end(shopAnswers.body);
    });
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  const { port } = shop.address() as AddressInfo;
  shopUrl = `http://127.0.0.1:${port}/hook`;
  desk = await VisitorDesk.open({ BALIE_PLUGIN_BOT_PRIVATE_HOSTS: `127.0.0.1:${port}` });
  anna = await makeAgent(desk.server, desk.owner, 'Anna');
  site = await desk.connect('site');
  bot = newId('responder');
}, 240_000);
afterAll(async () => {
  await desk.close();
  shop.closeAllConnections();
  await new Promise((resolve) => shop.close(resolve));
});

it('refuses a flow that leads nowhere, at the step that is wrong', async () => {
  expect(await save({ steps: [{ type: 'branch', on: 'open', then: [{ type: 'goto', step: 'x' }] }] })).toEqual({
    responder: null,
    userErrors: [
      {
        code: 'INVALID',
        path: ['input', 'settings', 'steps', '0', 'then', '0', 'step'],
        message: 'There is no step “x” to go to.',
      },
    ],
  });
  expect(await save({ steps: flow(), signingSecret: SECRET })).toMatchObject({
    responder: { version: 1, secretsSet: ['signingSecret'] },
    userErrors: [],
  });
});

it('goes from the first message over a webhook to a ticket and a person, each once (D32, S23)', async () => {
  await says('ada', 'Hello?');
  const { id } = await desk.conversation('What is your e-mail address?');
  expect(await inBots()).toEqual({ ids: [id], count: 1 });
  await says('ada', 'no idea');
  await desk.conversation('Sorry, I did not understand that. Could you try once more?');
  await says('ada', 'ada@client.example');
  const offered = await until(
    async () => (await look(id)).items.nodes.find(({ text }) => text?.startsWith('What is it about?')),
    { everyMs: 200, what: 'the choices' },
  );
  // The visitors' channel has no buttons of its own.
  expect((offered as Item).text).toBe('What is it about?\n\n1. An order\n2. Something else');
  await says('ada', '1');
  await handedOver(id);
  expect(await said(id)).toEqual([
    'Hello, this is Robbie.',
    'What is your e-mail address?',
    'Sorry, I did not understand that. Could you try once more?',
    'What is it about?\n\n1. An order\n2. Something else',
    'Order 42 leaves today.',
    'Anna will help you.',
  ]);
  expect(asked).toMatchObject([
    { signed: true, body: { step: 'shop', answers: { email: 'ada@client.example', topic: 'An order' } } },
  ]);
  expect(await look(id)).toMatchObject({
    assignee: { id: anna.id },
    records: { nodes: [{ title: 'An order:', priority: 'HIGH', body: 'From ada@client.example' }] },
  });
  expect(await noteOf(id)).toContain('topic: An order');
  expect(await inBots()).toEqual({ ids: [], count: 0 });
});

it('asks in the kind that it wants to hear, also when it asks again', async () => {
  expect(await save({ steps: [question('day', 'When shall we come?', { answer: 'date' })] })).toMatchObject({ userErrors: [] });
  await says('ian', 'Hello?');
  const { id } = await desk.conversation('When shall we come?');
  await says('ian', 'soon');
  await desk.conversation('Sorry, I did not understand that. Could you try once more?');
  const asks = { type: 'asks', data: { kind: 'date' } };
  expect((await look(id)).items.nodes.flatMap(({ parts = [] }) => parts)).toEqual([asks, asks]);
  await says('ian', '2026-12-24');
  await handedOver(id);
  expect(await noteOf(id)).toContain('day: 2026-12-24');
});

it('hands over to a team, of which whoever is first takes it', async () => {
  const team = newId('team');
  const TEAM = 'mutation ($input: TeamSaveInput!) { teamSave(input: $input) { userErrors { message } } }';
  await desk.owner.graphql(TEAM, { input: { id: team, name: 'Delivery', members: [{ agentId: anna.id }] } });
  expect(await save({ steps: [{ type: 'handover', to: 'team', team, text: 'Delivery will help you.' }] })).toMatchObject({
    userErrors: [],
  });
  await says('jan', 'Hello?');
  const { id } = await desk.conversation('Delivery will help you.');
  await handedOver(id);
  expect(await look(id)).toMatchObject({ assignee: null, assigneeTeam: { name: 'Delivery' }, botControl: 'HANDOFF_REQUESTED' });
  expect(await save({ steps: flow(), signingSecret: SECRET })).toMatchObject({ userErrors: [] });
});

it('is silent once a person takes the word in the middle, and is not heard of again (G6 41, D34)', async () => {
  await says('bob', 'Hello?');
  const { id } = await desk.conversation('What is your e-mail address?');
  await desk.owner.graphql('mutation ($id: ID!) { botTakeOver(conversationId: $id) { userErrors { code } } }', { id });
  await says('bob', 'bob@client.example');
  // A later conversation has been through the bot: it has heard of this one, too.
  await says('cas', 'Hello?');
  await until(async () => (await inBots()).count === 1, { everyMs: 200, what: 'the next one' });
  expect(await said(id)).toHaveLength(2);
  expect((await look(id)).botControl).toBe('HUMAN_ACTIVE');
});

it('goes on after a restart in mid-flow, and hands over when the webhook fails', async () => {
  const { ids } = await inBots();
  const [id = ''] = ids;
  shopAnswers = { status: 500, body: 'oh no' };
  await desk.server.restart();
  await says('cas', 'cas@client.example');
  await until(async () => (await said(id)).length === 3, { deadlineMs: 60_000, everyMs: 200, what: 'the next question' });
  await says('cas', 'an order');
  await handedOver(id);
  expect(await said(id)).toHaveLength(3);
  expect(await noteOf(id)).toContain('answered 500.');
  expect((await look(id)).records.nodes).toEqual([]);
}, 240_000);

it('waits no longer than it should', async () => {
  expect(await save({ steps: [question('name', 'Who are you?', { minutes: 0.1 })] })).toMatchObject({ userErrors: [] });
  await says('dan', 'Hello?');
  const { id } = await desk.conversation('Who are you?');
  await handedOver(id);
  expect(await noteOf(id)).toBe('No answer came in time.');
}, 240_000);

it('reaches no private address that the operator has not named (N18)', async () => {
  const url = shopUrl.replace('127.0.0.1', 'localhost');
  const calls = asked.length;
  expect(await save({ steps: [{ type: 'webhook', name: 'shop', url }] })).toMatchObject({ userErrors: [] });
  await says('eve', 'Hello?');
  const { id } = await desk.conversation('Hello?');
  await handedOver(id);
  expect(await noteOf(id)).toContain('is no public address');
  expect(asked).toHaveLength(calls);
});

it('begins when it should, and leaves the others to people', async () => {
  expect(await save({ steps: [question('name', 'Who are you?')], startWhen: 'nobody' })).toMatchObject({ userErrors: [] });
  await says('fay', 'Is somebody there?');
  const { id } = await desk.conversation('Is somebody there?');
  expect(await save({ steps: [question('name', 'Who is it?')], startWhen: 'available' })).toMatchObject({ userErrors: [] });
  await says('gus', 'And now?');
  await desk.conversation('Who is it?');
  expect((await look(id)).botControl).toBe('NONE');
  // Somebody of the inbox gives it to the bot: that begins it, too.
  const start = 'mutation ($id: ID!, $bot: ID!) { botStart(conversationId: $id, botId: $bot) { userErrors { code } } }';
  await desk.owner.graphql(start, { id, bot });
  await until(async () => (await said(id)).includes('Who is it?'), {
    deadlineMs: 60_000,
    everyMs: 200,
    what: 'the bot that was called',
  });
});

it('is tried out with settings that nobody keeps, and leaves nothing behind', async () => {
  const TRY = `mutation ($input: ResponderTryInput!) { responderTry(input: $input) {
    turn { lines { from text options } state over } userErrors { code path message } } }`;
  interface Turn {
    lines: { from: string; text: string; options: string[] | null }[];
    state: object;
    over: boolean;
  }
  const before = asked.length;
  const turn = async (text: string | null, state: object | null, settings: object = { steps: flow() }) =>
    (
      await desk.owner.graphql<{ responderTry: { turn: Turn | null; userErrors: object[] } }>(TRY, {
        input: { id: bot, type: 'bot', inboxIds: [desk.inboxId], settings, text, state },
      })
    ).responderTry;
  const first = (await turn(null, null)).turn!;
  expect(first.lines.map(({ text }) => text)).toEqual(['Hello, this is Robbie.', 'What is your e-mail address?']);
  const second = (await turn('x@y.example', first.state)).turn!;
  expect(second.lines.at(-1)).toEqual({ from: 'responder', text: 'What is it about?', options: ['An order', 'Something else'] });
  const third = (await turn('An order', second.state)).turn!;
  expect(third).toMatchObject({
    over: true,
    lines: expect.arrayContaining([{ from: 'note', text: 'Creates a ticket: An order:', options: null }]),
  });
  expect(asked).toHaveLength(before);
  expect((await turn(null, null, { steps: [] })).userErrors).toMatchObject([
    { code: 'INVALID', path: ['input', 'settings', 'steps'] },
  ]);
  const agent = await makeAgent(desk.server, desk.owner, 'Bram');
  const refused = await agent.browser.ask(TRY, { input: { type: 'bot', inboxIds: [], settings: {}, text: null } });
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});
