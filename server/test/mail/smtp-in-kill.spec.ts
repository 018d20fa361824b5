import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bySmtp, type Mailstack, startMailstack } from '../../../deploy/mailstack/mailstack.mjs';
import { freePort, OWNER, ServerProcess } from '../ledger/server-process.js';
import { TestClient } from '../server/client.js';
import { makeInbox } from '../server/world.js';
import { freshDatabaseUrl } from '../support/database.js';
import { until } from '../support/until.js';
import { NameServer } from '../support/name-server.js';

const ADDRESS = 'support@kill.mx.test';
let names: NameServer;
let mail: Mailstack;
let server: ServerProcess;
let remove: () => Promise<void>;

beforeAll(async () => {
  names = await NameServer.open();
  mail = await startMailstack();
  const database = await freshDatabaseUrl();
  remove = database.remove;
  server = new ServerProcess(await freePort(), 'dist', {
    DATABASE_URL: database.url,
    BALIE_DATA_DIR: database.dataDir,
    BALIE_PLUGIN_EMAIL_SMTP_LISTEN: `127.0.0.1:${mail.ports.mx}`,
    BALIE_PLUGIN_EMAIL_SMTP_NAME: 'desk.mx.test',
    BALIE_PLUGIN_EMAIL_DNS: names.address,
  });
  await server.start();
}, 240_000);
afterAll(async () => {
  await server?.kill();
  await server?.childrenGone();
  await mail?.stop();
  await names?.close();
  await remove?.();
}, 240_000);

async function signIn(): Promise<TestClient> {
  const client = new TestClient(server.url);
  await client.post('/api/sign-in', { email: OWNER.email, password: OWNER.password });
  return client;
}

async function connect(client: TestClient): Promise<string> {
  const inboxId = await makeInbox(client, 'Killed');
  const data = {
    address: ADDRESS,
    incoming: 'smtp',
    smtpHost: mail.host,
    smtpPort: mail.smtp,
    smtpSecurity: 'none',
    user: ADDRESS,
    password: mail.password,
    allowPrivateAddress: true,
  };
  // On a busy machine the plugin may not be up yet.
  await until(
    async () => {
      const { channelSetup } = await client.graphql<{ channelSetup: { channel: { id: string } | null; checks: unknown } }>(
        'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { channel { id } checks { title ok message } } }',
        { input: { inboxId, type: 'email', step: 'settings', data } },
      );
      if (!channelSetup.channel) throw new Error(JSON.stringify(channelSetup));
      return true;
    },
    { what: 'the e-mail plugin', deadlineMs: 120_000, everyMs: 500 },
  );
  return inboxId;
}

const rawOf = (n: number): string =>
  [
    'From: Anna <anna@cust.test>',
    `To: ${ADDRESS}`,
    `Subject: Mail ${n}`,
    `Message-ID: <kill${n}@cust.test>`,
    '',
    'Words. '.repeat(100),
    '',
  ].join('\r\n');
/** What the door says to a mail; a cut line, too. */
const hand = (n: number): Promise<string> =>
  bySmtp(mail.ports.mx, { from: 'anna@cust.test', to: ADDRESS, raw: rawOf(n) }).catch((error: unknown) => String(error));
/** As a sender does that heard no 250. */
const handUntilTaken = (n: number): Promise<unknown> =>
  until(async () => (await hand(n)).startsWith('250'), { what: `mail ${n} to be taken`, deadlineMs: 90_000, everyMs: 200 });

test('killed between the dot and the 250, or right after it, the server has each mail once', async () => {
  const inboxId = await connect(await signIn());
  await handUntilTaken(0);
  // The mail is on the disk and its sender is looked up: it has been acknowledged to nobody.
  names.hush('_dmarc.');
  const first = hand(1);
  await until(() => names.silent > 0, { what: 'the look at the sender', deadlineMs: 60_000, everyMs: 5 });
  await server.kill();
  expect(await first).not.toMatch(/^250/);
  names.speak();
  await server.childrenGone();
  await server.start();
  await handUntilTaken(1);
  // The commit is under way, or was: the sender does not know.
  names.hush('_dmarc.');
  const second = hand(2);
  await until(() => names.silent > 0, { what: 'the look at the sender', deadlineMs: 60_000, everyMs: 5 });
  names.speak();
  await server.kill();
  await second;
  await server.childrenGone();
  await server.start();
  await handUntilTaken(2);
  // Acknowledged, and killed at once: it is there without anybody coming again.
  expect(await hand(3)).toMatch(/^250/);
  await server.kill();
  await server.childrenGone();
  await server.start();

  const client = await signIn();
  const subjects = async (): Promise<string[]> => {
    const { conversations } = await client.graphql<{ conversations: { nodes: { subject: string }[] } }>(
      'query ($inboxId: ID!) { conversations(first: 20, filter: { inboxIds: [$inboxId], placement: [INBOX, FILTERED, SPAM] }) { nodes { subject } } }',
      { inboxId },
    );
    return conversations.nodes.map(({ subject }) => subject).toSorted();
  };
  const wanted = [0, 1, 2, 3].map((n) => `Mail ${n}`);
  await until(async () => (await subjects()).length >= wanted.length, { what: 'all mails', deadlineMs: 60_000, everyMs: 200 });
  // A last one, awaited, stands behind all that may still have been on its way.
  await handUntilTaken(4);
  await until(async () => (await subjects()).includes('Mail 4'), { what: 'the last mail', deadlineMs: 60_000, everyMs: 200 });
  expect(await subjects()).toEqual([...wanted, 'Mail 4']);
}, 400_000);
