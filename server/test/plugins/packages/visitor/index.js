/** A channel for people on web pages, all of it over the host's HTTP: routes, webhooks, streams, history, files, typing and read marks. */
import { ChannelError, defineChannel, definePlugin, secret } from '@balie/plugin-sdk';
import { createHmac } from 'node:crypto';
import { z } from 'zod';

const sign = (body, key) => createHmac('sha256', key).update(body).digest('hex');
const json = (value, status = 200) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
const visitorOf = (request) => ({ kind: 'visitor', value: request.query.visitor ?? 'nobody', trust: 'verified' });

const genuine = (request, { key }) => {
  const { 'x-signature': signature, 'x-signed-at': at } = request.headers;
  const fresh = Math.abs(request.receivedAt - new Date(Number(at))) < 5 * 60_000;
  return fresh && signature === sign(`${at}.${Buffer.from(request.body)}`, key);
};
const eventsOf = (request) => {
  const { id, from, text, name, account } = JSON.parse(Buffer.from(request.body).toString());
  const sender = { kind: 'visitor', value: from, trust: 'verified' };
  if (text === 'typing') return [{ type: 'typing', sender, thread: { key: from }, active: true }];
  if (text === 'profile')
    return [{ type: 'profile', identity: { ...sender, name }, attributes: { city: 'Utrecht', plan: account ?? 'free' } }];
  return [{ type: 'message', id, at: request.receivedAt, sender, thread: { key: from }, parts: [{ type: 'text', text }] }];
};
const challenge = (request) => (request.query.hello ? { status: 200, body: request.query.hello } : null);

async function say(request, context) {
  const { text, id, file } = JSON.parse(Buffer.from(request.body).toString());
  const sender = visitorOf(request);
  const parts = [{ type: 'text', text }];
  if (file) {
    const stored = await context.files.put(Buffer.from(file), { name: 'note.txt', mime: 'text/plain' });
    parts.push({ type: 'file', file: { ...stored, name: 'note.txt', mime: 'text/plain' } });
  }
  await context.ingest([{ type: 'message', id, at: request.receivedAt, sender, thread: { key: sender.value }, parts }]);
  return json({ kept: id });
}

async function history(request, context) {
  const items = await context.history(visitorOf(request).value, { limit: 20 });
  const shown = items.map(async ({ from, author, parts, ids }) => ({
    from,
    by: author.name,
    text: parts.find((part) => part.type === 'text')?.text,
    ids,
    files: await Promise.all(parts.filter((part) => part.type === 'file').map(({ file }) => context.files.url(file, 60_000))),
  }));
  return json(await Promise.all(shown));
}

async function feel(request, context) {
  const { what, active, upTo } = JSON.parse(Buffer.from(request.body).toString());
  const sender = visitorOf(request);
  if (what === 'read')
    await context.ingest([
      { type: 'receipt', status: 'read', at: request.receivedAt, target: { thread: sender.value, upTo: new Date(upTo) } },
    ]);
  else await context.ingest([{ type: what, sender, thread: { key: sender.value }, active }]);
  return { status: 204 };
}

async function echo(request, context) {
  const { method, path, query, headers, ip, body } = request;
  if (query.do === 'throw') throw new Error('the secret is canary-key-1');
  if (query.do === 'die') process.exit(7);
  if (query.do === 'nonsense') return { status: 'fine' };
  if (query.do === 'refuse') throw new ChannelError('rejected', 'Not from your site.');
  if (query.do === 'cookie') return { status: 200, headers: { 'set-cookie': 'balie=evil', 'x-own': 'yes' }, body: '<b>page</b>' };
  return json({ method, path, query, headers, ip, bytes: body.length, desk: await context.desk(), urls: context.instance });
}

const question = (type, title) =>
  z.object({ type: z.literal(type), label: z.string().min(1, 'Say what is asked.').meta({ title: 'Question' }) }).meta({ title });

/** What visitors would see; kept nowhere, though it tries to. */
async function page({ query }, { settings, state, ingest }) {
  await state.set('shown', settings.questions.length);
  const event = { type: 'message', id: 'p-1', at: new Date(0), sender: visitorOf({ query }), thread: {}, parts: [] };
  const kept = await ingest([event]).then(
    () => 'kept',
    () => 'not kept',
  );
  const labels = settings.questions.map(({ type, label }) => `<li class="${type}">${label}</li>`).join('');
  return { status: 200, headers: { 'content-type': 'text/html' }, body: `<ol data-key="${settings.key}">${labels}</ol>${kept}` };
}

export default definePlugin({
  settings: z.object({ appKey: z.string().default('app-key') }),
  sharedWebhooks: {
    app: {
      channelType: 'visitor',
      challenge,
      verify: (request, { appKey }) => request.headers['x-signature'] === sign(request.body, appKey),
      accounts: (request) => JSON.parse(Buffer.from(request.body).toString()).accounts,
      decode: (request, account) => {
        const { id, from, text } = JSON.parse(Buffer.from(request.body).toString());
        const sender = { kind: 'visitor', value: from, trust: 'verified' };
        const message = { type: 'message', id: `${id}-${account}`, at: request.receivedAt, sender, thread: { key: from } };
        return [{ ...message, parts: [{ type: 'text', text: `${text} (${account})` }] }];
      },
      answer: { status: 202, body: 'shared' },
    },
  },
  channels: [
    defineChannel({
      type: 'visitor',
      title: 'Visitors',
      icon: 'message',
      settings: z.object({
        account: z.string().default('site').meta({ title: 'Account' }),
        key: secret(z.string().min(3).meta({ title: 'Key' })),
        questions: z
          .array(z.discriminatedUnion('type', [question('open', 'Open'), question('closed', 'Closed')]))
          .max(3)
          .default([])
          .meta({ title: 'Questions', item: { title: { en: 'question', nl: 'vraag' }, name: 'label' } }),
        snippet: z.string().default('<script src="{route:echo}"></script>').meta({ title: 'Snippet', copy: true }),
        shown: z.string().default('').meta({ title: 'Preview', preview: 'page' }),
      }),
      settingsVersion: 1,
      identities: ['visitor'],
      view: { id: 'chat', title: 'Chat' },
      capabilities: {
        outbound: 'reply',
        continuity: 'one-per-contact',
        text: { formats: ['bold'] },
        files: { maxBytes: 1_000_000, maxCount: 5, mime: ['*/*'] },
        choices: 'none',
        edit: 'full',
        delete: 'full',
        reaction: 'none',
        typing: { in: true, out: true },
        receipts: ['delivered', 'read'],
        compose: [],
      },
      check: async ({ settings }) => ({ account: settings.account, label: `Site ${settings.account}` }),
      async send(message, context) {
        const to = message.to[0].value;
        const text = message.parts.find((part) => part.type === 'text')?.text;
        await context.publish(`visitor:${to}`, { say: text, key: message.sendKey });
        return { ids: [`sent:${message.sendKey}`], status: 'delivered' };
      },
      amend: async ({ type, target, parts }, context) => {
        const text = parts?.find((part) => part.type === 'text')?.text ?? null;
        if (text === 'too late') throw new ChannelError('rejected', 'It is too late to change this.');
        await context.publish('all', { amend: type, target, text });
      },
      signalTyping: (thread, active, context) => context.publish(`visitor:${thread.key}`, { typing: active }),
      signalRead: (thread, upTo, context) => context.publish(`visitor:${thread.key}`, { readUpTo: upTo.toISOString() }),
      stream: async (request) => {
        if (!request.query.visitor) throw new ChannelError('auth', 'Say who you are.');
        return { topics: [`visitor:${request.query.visitor}`, 'all'], identity: visitorOf(request) };
      },
      webhooks: {
        inbound: { challenge, verify: genuine, decode: eventsOf, answer: { status: 200, body: 'thanks' } },
      },
      routes: {
        say: { method: 'POST', public: true, cors: true, handle: say },
        history: { method: 'GET', public: true, cors: true, handle: history },
        feel: { method: 'POST', public: true, cors: true, handle: feel },
        echo: { method: 'GET', public: true, handle: echo },
        upload: { method: 'POST', public: true, maxBytes: 1000, handle: echo },
        preview: { method: 'GET', public: false, handle: echo },
        page: { method: 'GET', public: false, handle: page },
      },
    }),
  ],
});
