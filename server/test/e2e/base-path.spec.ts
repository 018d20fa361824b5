import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { BaseProxy } from '../support/base-proxy.js';
import { until } from '../support/until.js';

// An instance below a path of a host that has more on it (N8): all that is asked of it and all that it names lies below that path.
const CHANGES = 'subscription { changes(scope: { all: true }) { event nodeId } }';
const SET_UP = 'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { channel { id } userErrors { message } } }';

describe.each([{ strips: false }, { strips: true }])('behind a proxy of /desk (takes the path away: $strips)', ({ strips }) => {
  const [chatId, formId] = [newId('channel'), newId('channel')];
  let proxy: BaseProxy;
  let server: TestServer;
  let browser: TestClient;

  beforeAll(async () => {
    proxy = await BaseProxy.open('/desk', { strips });
    server = await TestServer.start({ env: { BALIE_PUBLIC_URL: proxy.url } });
    proxy.to = Number(new URL(server.url).port);
    browser = new TestClient(proxy.url);
    const answer = await browser.post('/api/sign-in', { email: OWNER.email, password: OWNER.password }, { origin: proxy.origin });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^balie_session=[^;]+; Path=\/desk; HttpOnly/)]);
    const inboxId = await makeInbox(browser, 'Bakery');
    const chat = { name: 'bakery.test', origins: [], color: '#0a7d4f', flows: [] };
    const form = { name: 'Question', fields: [{ type: 'long', label: 'Question', required: true }], ownForms: true };
    for (const [type, id, data] of [
      ['chat', chatId, chat],
      ['form', formId, form],
    ] as const)
      await until(async () => {
        const { channelSetup } = await browser.graphql<{ channelSetup: { channel: object | null } }>(SET_UP, {
          input: { id, inboxId, type, step: 'settings', data },
        });
        return channelSetup.channel;
      }, `the channel ${type}`);
  }, 240_000);
  afterAll(async () => {
    await server?.close();
    proxy?.close();
  }, 240_000);

  it('signs in, asks and hears changes, and sends the cookie to nobody else on the host', async () => {
    const { viewer } = await browser.graphql<{ viewer: { id: string } }>('{ viewer { id } }');
    const socket = await browser.socket();
    const heard = socket.subscribe<{ event: string; nodeId: string }>(CHANGES);
    await socket.ping();
    await browser.graphql(
      'mutation { profileSave(input: { meetingUrl: "https://meet.example/olga" }) { userErrors { message } } }',
    );
    await heard.find(({ nodeId }) => nodeId === viewer.id, 'the change of the profile');
    await socket.close();
    const out = await browser.post('/api/sign-out', {}, { origin: proxy.origin });
    expect(out.headers.getSetCookie()).toEqual([expect.stringMatching(/Path=\/desk;.*Max-Age=0/)]);
    await browser.post('/api/sign-in', { email: OWNER.email, password: OWNER.password });
  });

  it('takes a file and gives it back under the addresses that it names', async () => {
    const { uploadCreate } = await browser.graphql<{
      uploadCreate: { id: string; url: string; headers: Record<string, string> };
    }>('mutation { uploadCreate(name: "a.txt", mime: "text/plain", bytes: 2) { id url headers } }');
    expect(uploadCreate.url).toBe(`/desk/files/uploads/${uploadCreate.id}`);
    const there = new URL(uploadCreate.url, proxy.origin);
    const put = await fetch(there, { method: 'PUT', headers: uploadCreate.headers, body: 'hi' });
    expect(put.status).toBe(204);
    const got = await fetch(there, { headers: { cookie: browser.cookieHeader ?? '' } });
    expect([got.status, await got.text()]).toEqual([200, 'hi']);
    expect((await fetch(there)).status).toBe(401);
  });

  it('writes its whole address into the loader of the chat, and the frame, its script and its style are there', async () => {
    const loader = await browser.get(`/p/chat/routes/${chatId}/widget/loader.js`);
    const [, frame = ''] = /"?frame"?:"([^"]+)"/.exec(loader.text) ?? [];
    expect(frame).toBe(`${proxy.url}/p/chat/routes/${chatId}/frame`);
    const page = await fetch(frame);
    const html = await page.text();
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, part = '']) => new URL(part, frame).href);
    expect(parts.length).toBeGreaterThanOrEqual(2);
    for (const part of parts) {
      expect(part.startsWith(`${proxy.url}/p/chat/`)).toBe(true);
      expect([part, (await fetch(part)).status]).toEqual([part, 200]);
    }
  });

  it('takes what is sent with a form, where the page of the form says', async () => {
    const html = await (await fetch(`${proxy.url}/p/form/routes/${formId}/page`)).text();
    const [, action = ''] = /action="([^"]+)"/.exec(html) ?? [];
    expect(action).toBe(`${proxy.url}/p/form/routes/${formId}/submit`);
    const sent = await fetch(action, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'q1', fields: { question: 'Is it open on Sunday?' } }),
    });
    expect(sent.status).toBe(200);
    await until(async () => {
      const { conversations } = await browser.graphql<{ conversations: { nodes: { preview: string }[] } }>(
        '{ conversations(first: 5) { nodes { preview } } }',
      );
      return conversations.nodes.some(({ preview }) => preview === 'Is it open on Sunday?');
    }, 'the conversation');
  });

  it('tells the provider of sign-in, webhooks and links where it is', async () => {
    const { signInSettings } = await browser.graphql<{ signInSettings: { redirectUri: string } }>(
      '{ signInSettings { redirectUri } }',
    );
    expect(signInSettings.redirectUri).toBe(`${proxy.url}/api/sign-in/provider/callback`);
  });

  it('is not there above its path, and a page of another site gets nothing', async () => {
    expect((await fetch(`${proxy.origin}/graphql`)).status).toBe(404);
    const foreign = await browser.post('/graphql', { query: '{ viewer { id } }' }, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(401);
  });
});
