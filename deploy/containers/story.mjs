#!/usr/bin/env node
// What a company does with its new installation, for verify.sh: over HTTP and SMTP only, as people and mail servers reach it.
//   story.mjs begin CODE   makes the first owner with the one-time code, an inbox to which mail is delivered, gets a mail and answers it
//   story.mjs more N       signs in again: everything is still there; mail N comes in and is answered
//   story.mjs out N FOLDER as "more", with a webhook beyond the proxy of a house whose authority has its certificates in that folder
//   story.mjs restored N   everything of N mails is there, nothing leaves by itself, and after "resume" nothing has left twice
// BALIE_URL, SMTP_PORT (where Balie takes mail in) and GATEWAY (our address as the container sees it) say where.
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { HOOKS, house } from './house.mjs';

const { BALIE_URL = 'http://127.0.0.1:3000', SMTP_PORT = '2525', GATEWAY = '127.0.0.1' } = process.env;
const OUT_PORT = 2526;
const OWNER = { name: 'Olga', email: 'olga@shop.test', password: 'a long password of Olga' };
const ADDRESS = 'support@shop.test';

/** Asks until there is an answer; a container may still be starting. */
async function until(what, look) {
  const end = performance.now() + 300_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`There was no ${what} within five minutes.`);
    await pause(250);
  }
}

function expect(holds, words) {
  if (!holds) throw new Error(words);
}

/** The mail server of the world outside: takes everything, and keeps it in `mails`. */
async function outside() {
  const mails = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, done) => done(null, { user: 'shop' }),
    onData(stream, session, done) {
      let raw = '';
      stream.setEncoding('utf8').on('data', (chunk) => (raw += chunk));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(OUT_PORT, '0.0.0.0', resolve);
  });
  return { mails, close: () => new Promise((resolve) => server.close(resolve)) };
}

class Desk {
  cookie = '';

  async post(path, body) {
    const headers = { 'content-type': 'application/json', 'x-balie-csrf': '1', cookie: this.cookie };
    const response = await fetch(BALIE_URL + path, { method: 'POST', headers, body: JSON.stringify(body ?? {}) });
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';', 1)[0];
    const text = await response.text();
    expect(response.ok, `${path} answered ${response.status}: ${text.slice(0, 500)}`);
    return text === '' ? null : JSON.parse(text);
  }

  async ask(query, variables) {
    const { data, errors } = await this.post('/graphql', { query, variables });
    expect(!errors, JSON.stringify(errors));
    for (const payload of Object.values(data))
      expect(!payload?.userErrors?.length, `${query.slice(0, 60)}: ${JSON.stringify(payload?.userErrors)}`);
    return data;
  }

  signIn() {
    return this.post('/api/sign-in', { email: OWNER.email, password: OWNER.password });
  }

  async conversations() {
    const { conversations } = await this.ask(`query { conversations(first: 50, order: { field: CREATED_AT, direction: ASC }) {
      nodes { id subject items(first: 20) { nodes { __typename ... on Message { id direction text deliveryStatus } } } } } }`);
    return conversations.nodes.map(({ items, ...one }) => ({
      ...one,
      messages: items.nodes.filter(({ __typename }) => __typename === 'Message'),
    }));
  }

  /** What the installation holds after so many mails: each in a conversation of its own, answered once. */
  async holds(count) {
    const all = await this.conversations();
    const told = all.map(({ subject, messages }) => `${subject}: ${messages.map(({ direction }) => direction).join(', ')}`);
    const wanted = Array.from({ length: count }, (_, at) => `Order ${at + 1}: INBOUND, OUTBOUND`);
    expect(JSON.stringify(told) === JSON.stringify(wanted), `It holds ${JSON.stringify(told)}, not ${JSON.stringify(wanted)}.`);
  }
}

/** The first owner, an inbox of everybody, and a channel to which mail is delivered. */
async function setUp(desk, code) {
  await desk.post('/api/setup/owner', { ...OWNER, code, locale: 'en', timeZone: 'Europe/Amsterdam' });
  await desk.post('/api/setup/finish');
  const { inboxSave } = await desk.ask(
    'mutation ($input: InboxSaveInput!) { inboxSave(input: $input) { inbox { id } userErrors { message } } }',
    { input: { name: 'Support', audience: 'EVERYONE' } },
  );
  const data = {
    ...{ address: ADDRESS, name: 'Shop', incoming: 'smtp', user: 'shop', password: 'secret', saveSent: 'never' },
    ...{ smtpHost: GATEWAY, smtpPort: OUT_PORT, smtpSecurity: 'none', allowPrivateAddress: true },
  };
  await until('e-mail channel', async () => {
    const { channelSetup } = (
      await desk.post('/graphql', {
        query:
          'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { channel { id } userErrors { message } checks { title ok message } } }',
        variables: { input: { inboxId: inboxSave.inbox.id, type: 'email', step: 'settings', data } },
      })
    ).data;
    const starting = channelSetup.userErrors.every(({ message }) => /No plugin that is switched on|could not be started/.test(message));
    expect(channelSetup.channel || starting, JSON.stringify(channelSetup));
    return channelSetup.channel;
  });
}

/** Mail number N comes in; we answer it; the answer is at the customer's once. */
async function mail(desk, world, n) {
  const transport = createTransport({ host: '127.0.0.1', port: Number(SMTP_PORT), secure: false, ignoreTLS: true });
  await until('door for mail', () =>
    transport
      .sendMail({
        ...{ from: `Anna <anna${n}@cust.test>`, to: ADDRESS, subject: `Order ${n}`, text: 'Where is it?' },
        messageId: `<order-${n}@cust.test>`,
      })
      .catch(() => null),
  );
  const { id } = await until(`conversation of order ${n}`, async () =>
    (await desk.conversations()).find(({ subject }) => subject === `Order ${n}`),
  );
  const input = { conversationId: id, text: `Order ${n} is on its way.` };
  await desk.ask('mutation ($input: MessageSendInput!) { messageSend(input: $input) { message { id } userErrors { message } } }', {
    input,
  });
  await until('answer at the customer', () => world.mails.find(({ raw }) => raw.includes(`Order ${n} is on its way.`)));
  await until('mark "sent"', async () =>
    (await desk.conversations()).find((one) => one.id === id)?.messages.some(({ deliveryStatus }) => deliveryStatus === 'SENT'),
  );
  expect(world.mails.length === 1, `The customer got ${world.mails.length} mails.`);
}

/** Another mail, of which a webhook hears: by the proxy, with its password, and with a certificate that only the house has signed. */
async function wayOut(desk, world, n, folder) {
  const around = await house(folder);
  try {
    const input = { name: 'The house', url: `https://${HOOKS}/desk`, events: [], inboxIds: [] };
    await desk.ask('mutation ($input: WebhookSaveInput!) { webhookSave(input: $input) { userErrors { message } } }', { input });
    await mail(desk, world, n);
    await until('word at the webhook', () => around.got.length > 0);
    expect(new Set(around.got).size === 1 && around.got[0] === `POST ${HOOKS}/desk`, `The webhook got ${around.got.join(', ')}.`);
    const asked = `${HOOKS}:443 Basic ${Buffer.from('house:secret').toString('base64')}`;
    expect(
      around.led.every((line) => line === asked),
      `The proxy was asked for ${around.led.join(', ')}.`,
    );
  } finally {
    around.close();
  }
}

const [what, argument, folder] = process.argv.slice(2);
const world = await outside();
try {
  const desk = new Desk();
  if (what === 'begin') {
    await setUp(desk, argument);
    await mail(desk, world, 1);
    await desk.holds(1);
  } else if (what === 'more') {
    const n = Number(argument);
    await desk.signIn();
    await desk.holds(n - 1);
    await mail(desk, world, n);
    await desk.holds(n);
  } else if (what === 'out') {
    await desk.signIn();
    await desk.holds(Number(argument) - 1);
    await wayOut(desk, world, Number(argument), folder);
    await desk.holds(Number(argument));
  } else if (what === 'restored') {
    await desk.signIn();
    await desk.holds(Number(argument));
    const { sendingPaused } = await desk.ask('query { sendingPaused }');
    expect(sendingPaused, 'A restored installation sends by itself.');
    await desk.ask('mutation { sendingPause(paused: false) { paused } }');
    await mail(desk, world, Number(argument) + 1);
  } else throw new Error('begin CODE, more N, out N FOLDER or restored N');
  console.log(`${what} ${argument}: as it should be`);
} finally {
  await world.close();
}
