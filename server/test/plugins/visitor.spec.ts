import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { TestSocket } from '../server/socket.js';
import { until } from '../support/until.js';
import { KEY, Site, VisitorDesk } from './visitor-desk.js';

let desk: VisitorDesk;
let site: Site;
beforeAll(async () => {
  desk = await VisitorDesk.open();
  site = await desk.connect('site');
}, 240_000);
afterAll(() => desk.close());

const reply = (conversationId: string, text: string) =>
  desk.owner.graphql<{ messageSend: { message: { id: string } | null; userErrors: { message: string }[] } }>(
    'mutation ($input: MessageSendInput!) { messageSend(input: $input) { message { id } userErrors { message } } }',
    { input: { id: newId('message'), conversationId, text } },
  );
const signalsOf = (socket: TestSocket, conversationId: string) =>
  socket.subscribe<{ kind: string; active: boolean; agent: object | null; contact: { id: string } | null }>(
    'subscription ($id: ID!) { signals(scope: { conversationId: $id }) { kind active agent { id } contact { id } } }',
    { id: conversationId },
  );

describe('routes of a plugin', () => {
  it('get what was asked, without the cookies of the app, and say who asked', async () => {
    const asked = { 'x-own': 'yes', cookie: desk.owner.cookieHeader ?? '', 'x-forwarded-for': '203.0.113.9' };
    const answer = await site.get('echo/a/b.css?x=1', asked);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      method: 'GET',
      path: '/a/b.css',
      query: { x: '1' },
      bytes: 0,
      ip: expect.stringMatching('127.0.0.1'),
    });
    expect(answer.json).toMatchObject({ headers: { 'x-own': 'yes' }, desk: { name: 'Support', open: true } });
    expect((answer.json as { headers: object }).headers).not.toHaveProperty('cookie');
  });

  it('serve pages that can not act as the app', async () => {
    const answer = await site.get('echo?do=cookie');
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox allow-scripts(?!.*allow-same-origin)/);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('x-own')).toBe('yes');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-frame-options')).toBeNull();
  });

  it('are open to other sites only where they say so', async () => {
    const elsewhere = { origin: 'https://shop.example' };
    expect((await site.get('echo', elsewhere)).status).toBe(403);
    const open = await site.get('history?visitor=x', elsewhere);
    expect([open.status, open.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    const preflight = await site.ask('OPTIONS', `routes/${site.id}/say`, undefined, {
      ...elsewhere,
      'access-control-request-headers': 'x-visitor',
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'x-visitor']);
  });

  it('answer what they are not, too much, too large and not signed in with the right words', async () => {
    expect((await site.get('nothing')).status).toBe(404);
    expect((await site.get('constructor')).status).toBe(404);
    expect((await new Site(desk.server, newId('channel')).get('echo')).status).toBe(404);
    const other = await fetch(`${desk.server.url}/p/email/routes/${site.id}/echo`);
    expect(other.status).toBe(404);
    const wrong = await site.get('say');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await site.ask('POST', `routes/${site.id}/upload`, 'x'.repeat(1001))).status).toBe(413);
    expect((await site.get('preview')).status).toBe(401);
    const agent = await desk.owner.get(`/p/visitor/routes/${site.id}/preview`);
    expect(agent.status).toBe(200);
  });

  it('tell nothing from inside when they fail', async () => {
    const thrown = await site.get('echo?do=throw');
    expect([thrown.status, thrown.text.includes(KEY)]).toEqual([502, false]);
    expect((await site.get('echo?do=nonsense')).status).toBe(500);
    expect(await site.get('echo?do=refuse')).toMatchObject({ status: 403, json: { error: { message: 'Not from your site.' } } });
  });

  it('take in what a visitor says durably, once, with its file, and give him his own history', async () => {
    const said = { id: 'v-1', text: 'Is this in stock?', file: 'a note' };
    expect(await site.post('say?visitor=ada', said)).toMatchObject({ status: 200, json: { kept: 'v-1' } });
    expect((await site.post('say?visitor=ada', said)).status).toBe(200);
    const { id } = await desk.conversation('Is this in stock?');
    const listener = site.socket('visitor=ada');
    await listener.ready();
    expect((await reply(id, 'It is.')).messageSend.userErrors).toEqual([]);
    expect(await listener.told('say')).toMatchObject({ say: 'It is.' });
    listener.stop();
    const history = await until(
      async () => {
        const items = (await site.get('history?visitor=ada')).json as { text: string; ids: string[]; files: string[] }[];
        return items.length === 2 && items.every((item) => item.ids.length > 0) ? items : undefined;
      },
      { what: 'the answer in the history, with the id under which it was sent' },
    );
    expect(history).toMatchObject([
      { from: 'contact', text: 'Is this in stock?', ids: ['v-1'] },
      { from: 'agent', by: 'Olga Owner', text: 'It is.', ids: [expect.stringMatching('^sent:')] },
    ]);
    const [url = ''] = history?.[0]?.files ?? [];
    const file = await fetch(url.replace(/^https?:\/\/[^/]+/, desk.server.url));
    expect([file.status, await file.text(), file.headers.get('cross-origin-resource-policy')]).toEqual([
      200,
      'a note',
      'cross-origin',
    ]);
    expect((await fetch(`${desk.server.url}/files/lent/${url.split('/').at(-1)?.slice(0, -2)}`)).status).toBe(404);
    expect((await site.get('history?visitor=bob')).json).toEqual([]);
  });
});

describe('settings that are a list of things', () => {
  const PREVIEW = `mutation ($input: ChannelPreviewInput!) { channelPreview(input: $input) { page userErrors { code path message } } }`;
  const preview = async (input: object) =>
    (await desk.owner.graphql<{ channelPreview: object }>(PREVIEW, { input: { type: 'visitor', route: 'page', ...input } }))
      .channelPreview;
  const questions = [
    { type: 'closed', label: 'Sure?' },
    { type: 'open', label: 'Why?' },
  ];

  it('come as a form that says what one is called, and with the addresses of the channel', async () => {
    const id = newId('channel');
    const { channelSetup } = await desk.owner.graphql<{ channelSetup: { form: { schema: object } } }>(
      'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { form } }',
      { input: { id, inboxId: desk.inboxId, type: 'visitor' } },
    );
    const tag = { title: 'Open', properties: { type: { const: 'open' }, label: { 'x-order': 1 } } };
    expect(channelSetup.form.schema).toMatchObject({
      properties: {
        questions: { 'x-item': { title: { nl: 'vraag' }, name: 'label' }, items: { oneOf: [tag, {}] } },
        snippet: { 'x-copy': true, default: expect.stringMatching(`^<script src="http[^"]+/p/visitor/routes/${id}/echo">`) },
        shown: { 'x-preview': 'page' },
      },
    });
  });

  it('are shown before they are kept, with the secrets of the channel and without their words, and nothing comes in', async () => {
    const settings = { questions };
    const list = '<li class="closed">Sure?</li><li class="open">Why?</li>';
    const shown = await preview({ channelId: site.id, settings: { ...settings, key: '' } });
    expect(shown).toMatchObject({ page: expect.stringContaining(`${list}</ol>not kept`), userErrors: [] });
    expect(JSON.stringify(shown)).not.toContain(KEY);
    expect(await preview({ settings: { ...settings, key: 'new key' } })).toMatchObject({ page: expect.stringContaining(list) });
    const wrong = await preview({ settings: { key: 'new key', questions: [questions[0], { type: 'open', label: '' }] } });
    expect(wrong).toEqual({
      page: null,
      userErrors: [{ code: 'INVALID', path: ['input', 'settings', 'questions', '1', 'label'], message: 'Say what is asked.' }],
    });
    for (const route of ['echo', 'preview', 'nothing', 'constructor'])
      expect(await preview({ route, settings: { key: 'new key' } })).toMatchObject({
        page: null,
        userErrors: [{ code: 'CHANNEL_DOWN' }],
      });
  });

  it('are shown in a frame that has an origin of its own', async () => {
    const frame = await desk.owner.get('/p/frame');
    expect([frame.status, frame.headers.get('x-frame-options')]).toEqual([200, 'SAMEORIGIN']);
    expect(frame.headers.get('content-security-policy')).toMatch(/^sandbox allow-scripts allow-forms; default-src 'none'/);
  });
});

describe('webhooks of a plugin', () => {
  it('answer a challenge, refuse what is not signed or is stale, and keep the rest before they answer', async () => {
    expect(await site.hook({}, { query: '?hello=42' })).toMatchObject({ status: 200, text: '42' });
    const body = { id: 'h-1', from: 'eve', text: 'By a webhook' };
    expect((await site.hook(body, { key: 'wrong' })).status).toBe(401);
    expect((await site.hook(body, { at: Date.now() - 600_000 })).status).toBe(401);
    expect(await site.hook(body)).toMatchObject({ status: 200, text: 'thanks' });
    await desk.conversation('By a webhook');
  });

  it('take a repeat as what it is, also when it is signed anew', async () => {
    const before = (await desk.ledger()).length;
    const body = { id: 'h-2', from: 'eve', text: 'Once' };
    expect((await site.hook(body)).status).toBe(200);
    expect((await site.hook(body, { at: Date.now() + 1000 })).status).toBe(200);
    await desk.conversation('Once');
    expect((await desk.ledger()).length).toBe(before + 1);
  });

  it('tell about a person what is kept with his contact, the newest word of each, and no conversation of it', async () => {
    const FACTS = '{ contacts(search: "Nora") { nodes { name told { name value } } } }';
    const facts = async () => (await desk.owner.graphql<{ contacts: { nodes: { told: object[] }[] } }>(FACTS)).contacts.nodes[0];
    await site.hook({ from: 'nora', text: 'profile', name: 'Nora' });
    await until(async () => (await facts())?.told.length === 2, { what: 'the facts' });
    await site.hook({ from: 'nora', text: 'profile', name: 'Nora Somebody', account: 'gold' });
    await until(async () => JSON.stringify(await facts()).includes('gold'), { what: 'the newer word' });
    expect(await facts()).toEqual({
      name: 'Nora',
      told: [
        { name: 'city', value: 'Utrecht' },
        { name: 'plan', value: 'gold' },
      ],
    });
    const { conversations } = await desk.owner.graphql<{ conversations: { nodes: { contact: { name: string } | null }[] } }>(
      '{ conversations(first: 50) { nodes { contact { name } } } }',
    );
    expect(conversations.nodes.filter(({ contact }) => contact?.name === 'Nora')).toEqual([]);
  });

  it('of a whole app give each account its share', async () => {
    const second = await desk.connect('second');
    const text = JSON.stringify({ id: 's-1', from: 'zoe', text: 'To both', accounts: ['site', 'second', 'nobody'] });
    const { createHmac } = await import('node:crypto');
    const signature = createHmac('sha256', 'app-key').update(text).digest('hex');
    const answer = await second.ask('POST', 'hooks/app', text, { 'x-signature': signature });
    expect(answer).toMatchObject({ status: 202, text: 'shared' });
    await desk.conversation('To both (site)');
    await desk.conversation('To both (second)');
    expect((await second.ask('POST', 'hooks/app', text, { 'x-signature': 'no' })).status).toBe(401);
  });
});

describe('what is shown now or never', () => {
  it('goes both ways: typing, presence and read marks', async () => {
    await site.post('say?visitor=tim', { id: 't-1', text: 'Hello there' });
    const { id, contact } = await desk.conversation('Hello there');
    const socket = await desk.owner.socket();
    const signals = signalsOf(socket, id);
    const listener = await site.events('visitor=tim');
    await listener.ready();
    // Subscribed once the first one has come through.
    const typed = await until(async () => {
      await site.post('feel?visitor=tim', { what: 'typing', active: true });
      return signals.events.find(({ kind }) => kind === 'TYPING');
    });
    expect(typed).toEqual({ kind: 'TYPING', active: true, agent: null, contact: { id: contact.id } });
    await site.post('feel?visitor=tim', { what: 'online', active: false });
    await signals.find(({ kind, active }) => kind === 'ONLINE' && !active);
    await desk.owner.graphql('mutation ($id: ID!) { signal(conversationId: $id, kind: TYPING) }', { id });
    expect(await listener.told('typing')).toEqual({ typing: true });
    const { messageSend } = await reply(id, 'Hello Tim');
    await listener.told('say');
    await site.post('feel?visitor=tim', { what: 'read', upTo: new Date(Date.now() + 60_000) });
    const status = 'query ($id: ID!) { node(id: $id) { ... on Message { deliveryStatus } } }';
    await until(async () => {
      const { node } = await desk.owner.graphql<{ node: { deliveryStatus: string } }>(status, { id: messageSend.message?.id });
      return node.deliveryStatus === 'READ';
    });
    const { node } = await desk.owner.graphql<{ node: { items: { nodes: { id: string }[] } } }>(
      'query ($id: ID!) { node(id: $id) { ... on Conversation { items(first: 1) { nodes { ... on Message { id } } } } } }',
      { id },
    );
    await desk.owner.graphql(
      'mutation ($id: ID!, $upTo: ID!) { conversationMarkRead(id: $id, upTo: $upTo) { userErrors { message } } }',
      {
        id,
        upTo: node.items.nodes[0]?.id,
      },
    );
    expect(await listener.told('readUpTo')).toEqual({ readUpTo: expect.any(String) });
    listener.stop();
    await socket.close();
  });

  it('reaches only who was let in, and survives a plugin that dies', async () => {
    const refused = site.socket('');
    expect(await until(() => refused.refused)).toBe(401);
    const [tim, zoe] = [site.socket('visitor=tim'), await site.events('visitor=zoe')];
    await Promise.all([tim.ready(), zoe.ready()]);
    const { id } = await desk.conversation('Hello Tim');
    void site.get('echo?do=die').catch(() => undefined);
    expect((await reply(id, 'Still here')).messageSend.userErrors).toEqual([]);
    await until(() => tim.lines.some(({ data }) => data?.['say'] === 'Still here'), {
      deadlineMs: 60_000,
      what: 'the answer after the crash',
    });
    expect(zoe.lines.filter(({ type }) => type === 'event')).toEqual([]);
    expect([tim.closed, zoe.closed]).toEqual([0, 0]);
    tim.stop();
    zoe.stop();
  }, 240_000);
});
