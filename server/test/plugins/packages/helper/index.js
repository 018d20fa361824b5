/** A bot that takes new conversations, answers, and hands over; and a watcher that only counts. */
import { ChannelError, defineResponder, definePlugin, secret } from '@balie/plugin-sdk';
import { z } from 'zod';

const READ = 'query ($id: ID!) { node(id: $id) { ... on Message { text } } }';
const SEND = `mutation ($id: ID!, $conversationId: ID!, $text: String!) {
  messageSend(input: { id: $id, conversationId: $conversationId, text: $text }) { userErrors { code message } } }`;
const HAND_OFF = 'mutation ($id: ID!) { botHandOff(conversationId: $id, note: "He wants a person.") { userErrors { message } } }';

const count = async (context, key) => {
  const seen = await context.state.get(key);
  await context.state.set(key, (seen?.value ?? 0) + 1);
};

async function answer(event, context) {
  const { conversationId, nodeId } = event.data;
  await count(context, 'heard');
  const { node } = await context.graphql(READ, { id: nodeId });
  if (node.text === 'crash once' && !(await context.state.get('crashed'))) {
    await context.state.set('crashed', true);
    const id = context.idFor('msg', event);
    await context.graphql(SEND, { id, conversationId, text: 'I was here before I fell.' });
    process.exit(9);
  }
  if (node.text === 'a person please') return void (await context.graphql(HAND_OFF, { id: conversationId }));
  const text = node.text === 'crash once' ? 'I was here before I fell.' : `${context.settings.greeting} You said: ${node.text}`;
  const { messageSend } = await context.graphql(SEND, { id: context.idFor('msg', event), conversationId, text });
  if (messageSend.userErrors.length > 0) await context.state.set('refused', messageSend.userErrors[0].code);
}

const json = (value, status = 200) => ({ status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
const bodyOf = (request) => JSON.parse(Buffer.from(request.body).toString());

/** Does in the name of an account's agent what a request says. */
async function act(request, context) {
  const { account, key, conversationId, text } = bodyOf(request);
  const actFor = { kind: 'phone', value: account };
  const agent = await context.linked(actFor);
  if (!agent) return json({ link: await context.linkUrl({ ...actFor, trust: 'verified', name: `Phone ${account}` }) }, 401);
  const id = context.idFor('msg', { id: key, at: new Date('2026-01-05T10:00:00Z') });
  const { messageSend } = await context.graphql(SEND, { id, conversationId, text }, { actFor });
  const { viewer } = await context.graphql('{ viewer { name scopes } }', {}, { actFor });
  return json({ id, agent, viewer, userErrors: messageSend.userErrors });
}

/** What is in an attachment, and what comes of sending it on by its hash alone. */
async function readFile(id, context) {
  const file = await context.attachment(id);
  if (!file) return { text: null, claimed: '' };
  let text = '';
  for await (const piece of await context.files.open(file)) text += Buffer.from(piece).toString();
  const upload = context.idFor('upl', { id, at: new Date('2026-01-05T10:00:00Z') });
  const claimed = await context
    .upload(file, { id: upload, name: 'mine.txt', mime: 'text/plain' })
    .catch((error) => error.message);
  return { text, claimed };
}

/** What can be chosen as its room: told of the settings as they are filled in, and in each way in which it can go wrong. */
async function rooms({ settings, state, signal }) {
  if (settings.token === 'none') return { choices: [], note: { en: 'Fill in the token first.', nl: 'Vul eerst de token in.' } };
  if (settings.token === 'wrong') throw new ChannelError('auth', 'The token is refused.');
  if (settings.token === 'nonsense') return { choices: [{ value: 1 }] };
  if (settings.token === 'silent') return new Promise((resolve) => signal.addEventListener('abort', resolve));
  await state.set('chosen', true);
  const said = `${settings.token} ${settings.greeting ?? 'without a greeting'}`;
  return {
    choices: [
      { value: 'r1', label: 'Hall', help: { en: 'Large', nl: 'Groot' } },
      { value: 'r2', label: said },
    ],
  };
}

export default definePlugin({
  responders: [
    defineResponder({
      type: 'helper',
      title: { en: 'Helper', nl: 'Hulp' },
      icon: 'robot',
      settings: z.object({
        greeting: z.string().min(2).meta({ title: 'Greeting' }),
        token: secret(z.string().default('none').meta({ title: 'Token' })),
        room: z.string().default('').meta({ title: 'Room', choicesFrom: 'rooms' }),
      }),
      settingsVersion: 1,
      on: ['message.received'],
      scopes: ['CONVERSATIONS_READ', 'CONVERSATIONS_WRITE', 'MESSAGES_WRITE'],
      turn: true,
      async check({ settings }) {
        if (settings.token === 'wrong') throw new ChannelError('auth', 'The token is refused.');
        return { account: settings.greeting, label: 'Helper' };
      },
      settingChoices: { rooms },
      handle: answer,
      actions: {
        add: {
          title: { en: 'Add up', nl: 'Optellen' },
          input: z.object({ a: z.number(), b: z.number() }),
          output: z.object({ sum: z.number(), heard: z.number() }),
          async run({ a, b }, context) {
            return { sum: a + b, heard: (await context.state.get('heard'))?.value ?? 0 };
          },
        },
        chime: {
          title: 'Chime at a time, asked for as often as it says',
          input: z.object({ at: z.number(), times: z.number() }),
          output: z.object({}),
          async run({ at, times }, context) {
            for (let n = 0; n < times; n++) await context.runAt('chime', new Date(at));
            return {};
          },
        },
        look: {
          title: 'Look at what it keeps',
          input: z.object({ key: z.string() }),
          output: z.object({ value: z.unknown() }),
          run: async ({ key }, context) => ({ value: (await context.state.get(key))?.value ?? null }),
        },
      },
      schedules: {
        tick: { every: '10s', run: (context) => count(context, 'ticks') },
        chime: { every: '1d', run: (context) => count(context, 'chimes') },
      },
    }),
    defineResponder({
      type: 'watcher',
      title: 'Watcher',
      icon: 'eye',
      settings: z.object({}),
      settingsVersion: 1,
      on: ['message.sent', 'conversation.handed_off'],
      scopes: ['CONVERSATIONS_READ'],
      turn: false,
      check: () => Promise.resolve({ account: 'watcher', label: 'Watcher' }),
      async handle(event, context) {
        await count(context, event.type);
        const { conversations } = await context.graphql('{ conversations { nodes { id } } }');
        await context.state.set('sees', conversations.nodes.length);
        if (event.type === 'conversation.handed_off') await context.graphql('{ plugins { id } }');
      },
      actions: {
        look: {
          title: 'Look at what it keeps',
          input: z.object({ key: z.string() }),
          output: z.object({ value: z.unknown() }),
          run: async ({ key }, context) => ({ value: (await context.state.get(key))?.value ?? null }),
        },
      },
    }),
    defineResponder({
      type: 'clerk',
      title: 'Clerk',
      icon: 'phone',
      settings: z.object({}),
      settingsVersion: 1,
      on: ['message.sent'],
      scopes: ['CONVERSATIONS_READ', 'MESSAGES_WRITE', 'ACT_FOR'],
      turn: false,
      check: () => Promise.resolve({ account: 'clerk', label: 'Clerk' }),
      handle: (event, context) => context.state.set(`heard:${event.data.nodeId}`, true),
      routes: {
        act: { method: 'POST', public: true, handle: act },
        mine: { method: 'GET', public: false, handle: async (_request, { instance }) => json(instance.inboxIds) },
      },
      actions: {
        file: {
          title: 'Read a file, and claim it unread',
          input: z.object({ id: z.string() }),
          output: z.object({ text: z.string().nullable(), claimed: z.string() }),
          run: async ({ id }, context) => readFile(id, context),
        },
        look: {
          title: 'Look at what it keeps',
          input: z.object({ key: z.string() }),
          output: z.object({ value: z.unknown() }),
          run: async ({ key }, context) => ({ value: (await context.state.get(key))?.value ?? null }),
        },
      },
    }),
  ],
});
