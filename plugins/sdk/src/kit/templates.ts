/** A channel on a small HTTP network: it sends with an idempotency key and is called back by a signed webhook. */
export const CHANNEL = `import { createHmac, timingSafeEqual } from 'node:crypto';
import { ChannelError, defineChannel, definePlugin, secret } from '@balie/plugin-sdk';
import { z } from 'zod';

const settings = z.object({
  url: z.url().meta({ title: 'Address', description: 'Where the API of __TITLE__ is, such as https://api.example.com.' }),
  token: secret(z.string().min(8).meta({ title: 'Token', description: 'It signs in, and signs what comes in.' })),
});

/** One request to the network; every way in which it can fail becomes the one error that the host understands. */
async function ask(context, path, body) {
  const { url, token } = context.settings;
  let response;
  try {
    response = await context.http(url + path, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: 'Bearer ' + token, 'content-type': 'application/json' },
      body: body ? JSON.stringify(body) : undefined,
      signal: context.signal,
    });
  } catch (error) {
    // Before a connection stood nothing can have gone out; later nobody knows.
    const before = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(error.cause?.code);
    throw new ChannelError(before ? 'transient' : 'uncertain', '__TITLE__ can not be reached: ' + (error.cause?.code ?? error.message));
  }
  if (response.ok) return response.json();
  if (response.status === 401) throw new ChannelError('auth', '__TITLE__ refuses the token.');
  if (response.status === 429 || response.status === 503)
    throw new ChannelError('rate_limited', '__TITLE__ asks us to wait.', { retryAfterMs: 5000 });
  if (response.status >= 500) throw new ChannelError('uncertain', '__TITLE__ says ' + response.status + '.');
  throw new ChannelError('rejected', '__TITLE__ refuses this: ' + (await response.text()).slice(0, 200));
}

const sign = (at, body, token) => createHmac('sha256', token).update(at + '.').update(body).digest();

export default definePlugin({
  channels: [
    defineChannel({
      type: '__NAME__',
      title: '__TITLE__',
      icon: 'message',
      settings,
      settingsVersion: 1,
      identities: ['__NAME__'],
      view: { id: '__NAME__', title: '__TITLE__' },
      capabilities: {
        outbound: 'reply',
        continuity: 'one-per-contact',
        text: { maxLength: 4000, formats: [] },
        files: 'none',
        choices: 'fallback',
        edit: 'none',
        delete: 'none',
        reaction: 'none',
        typing: { in: false, out: false },
        receipts: [],
        compose: [],
      },

      async check(context) {
        const { account } = await ask(context, '/me');
        return { account, label: '__TITLE__ of ' + account };
      },

      /** The same key on each try: the network takes a message once, so an uncertain try may simply be made again. */
      async send(message, context) {
        const text = message.parts.map((part) => (part.type === 'text' || part.type === 'choices' ? part.text : '')).join('\\n').trim();
        const { id } = await ask(context, '/messages', { key: message.sendKey, to: message.to[0].value, text });
        return { ids: [id], status: 'accepted' };
      },

      webhooks: {
        inbound: {
          /** Pure: the host keeps what was verified, and decodes it as often as it must. */
          verify(request, { token }) {
            const { 'x-signed-at': at = '', 'x-signature': given = '' } = request.headers;
            const right = sign(at, request.body, token);
            const said = Buffer.from(given, 'hex');
            const fresh = Math.abs(Number(request.receivedAt) - Number(at)) < 5 * 60_000;
            return fresh && said.length === right.length && timingSafeEqual(said, right);
          },
          decode(request) {
            const { id, from, name, text } = JSON.parse(Buffer.from(request.body).toString());
            const sender = { kind: '__NAME__', value: from, trust: 'verified', name };
            const parts = typeof text === 'string' ? [{ type: 'text', text }] : [{ type: 'unsupported', note: 'This can not be shown yet.' }];
            return [{ type: 'message', id, at: request.receivedAt, sender, thread: { key: from }, parts }];
          },
        },
      },
    }),
  ],
});
`;

/** The far side of that channel, as a server on this machine. */
export const CONFORMANCE = `import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

/** A small network that does what the documents of __TITLE__ say, and fails when it is told to. */
async function farSide() {
  const token = 'canary-token-123456';
  const messages = new Map();
  let trouble = null;
  const server = createServer(async (request, response) => {
    const json = (status, value) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    const body = Buffer.concat(await request.toArray()).toString();
    if (request.headers.authorization !== 'Bearer ' + token) return json(401, {});
    if (request.url === '/me') return json(200, { account: 'shop' });
    if (trouble === 'refuses') return json(422, 'Nobody of this name.');
    if (trouble === 'busy') return json(429, {});
    if (trouble === 'breaks') return request.socket.destroy();
    if (trouble === 'hangs') return;
    const { key, text } = JSON.parse(body);
    if (!messages.has(key)) messages.set(key, { id: 'out-' + messages.size, text });
    json(200, { id: messages.get(key).id });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = 'http://127.0.0.1:' + server.address().port;
  let count = 0;
  return {
    settings: { url, token },
    wrong: { url, token: 'another-token-99' },
    unreachable: { url: 'http://127.0.0.1:47', token },
    person: { kind: '__NAME__', value: 'ada', trust: 'verified' },
    threadKey: 'ada',
    arrived: () => [...messages.values()].map(({ text }) => text),
    trouble: (next) => void (trouble = next),
    hook(text, at) {
      const body = Buffer.from(JSON.stringify({ id: 'in-' + ++count, from: 'ada', name: 'Ada', text }));
      const signature = createHmac('sha256', token).update(Number(at) + '.').update(body).digest('hex');
      const headers = { 'x-signed-at': String(Number(at)), 'x-signature': signature };
      return { name: 'inbound', request: { method: 'POST', path: '', query: {}, headers, body, ip: '127.0.0.1', receivedAt: at } };
    },
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export default { channels: { '__NAME__': farSide } };
`;

/** A responder that greets, by the public API. */
export const RESPONDER = `import { defineResponder, definePlugin } from '@balie/plugin-sdk';
import { z } from 'zod';

const SEND = \`mutation ($id: ID!, $conversationId: ID!, $text: String!) {
  messageSend(input: { id: $id, conversationId: $conversationId, text: $text }) { userErrors { message } } }\`;

export default definePlugin({
  responders: [
    defineResponder({
      type: '__NAME__',
      title: '__TITLE__',
      icon: 'robot',
      settings: z.object({
        greeting: z.string().min(1).default('Hello!').meta({ title: 'Greeting', description: 'What a new visitor reads first.' }),
      }),
      settingsVersion: 1,
      on: ['message.received'],
      scopes: ['CONVERSATIONS_READ', 'CONVERSATIONS_WRITE', 'MESSAGES_WRITE'],
      turn: true,
      check: async ({ settings }) => ({ account: settings.greeting, label: '__TITLE__' }),

      /** It may be told of an event twice: the id that it makes of it is the same, so that it says a thing once. */
      async handle(event, context) {
        const { conversationId } = event.data;
        await context.graphql(SEND, { id: context.idFor('msg', event), conversationId, text: context.settings.greeting });
      },
    }),
  ],
});
`;

export const TEST = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runConformance } from '@balie/plugin-sdk/kit';

test('the plugin keeps the promises of the host', { timeout: 120_000 }, async () => {
  const report = await runConformance(fileURLToPath(new URL('..', import.meta.url)));
  assert.deepEqual(report.findings.filter(({ state }) => state === 'failed'), []);
  assert.ok(report.findings.length > 3);
});
`;

export const README = `# __TITLE__ for Balie

- \`npm install\`, then \`npm test\`: runs the conformance kit against the far side of \`conformance.mjs\`.
- \`npm run dev -- --url http://localhost:3000 --token …\`: puts it into a running Balie, again at each save. The token needs the scope ADMIN.
- In Balie: Settings → Plugins → the path of this folder, or of what \`npm pack\` makes of it. Then add a channel of it to an inbox, or a bot under Settings → Bots.
`;
