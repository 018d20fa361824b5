import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { bySmtp } from '../../../deploy/mailstack/mailstack.mjs';
import { newId } from '../../src/kernel/ids.js';
import { freePort, OWNER, ServerProcess } from '../ledger/server-process.js';
import { TestClient } from '../server/client.js';
import { makeInbox } from '../server/world.js';
import { freshDatabaseUrl, TEST_DIALECT } from '../support/database.js';
import { freshRedisPrefix, TEST_REDIS_URL } from '../support/redis.js';
import { until } from '../support/until.js';

const ADDRESS = 'support@shop.test';

/** One process for people and two that work, of which one is named as the door for mail; SQLite is for one process and has no such suite. */
function suite(): void {
  const { prefix, forget } = freshRedisPrefix();
  let target: Awaited<ReturnType<typeof freshDatabaseUrl>>;
  let owner: TestClient;
  let door: ServerProcess;
  let port: number;
  /** Where answers would leave by. */
  const far = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: (_auth, _session, done) => done(null, { user: 'shop' }),
  });
  const processes: ServerProcess[] = [];

  async function process(role: string, more: Record<string, string> = {}): Promise<ServerProcess> {
    const env = {
      DATABASE_URL: target.url,
      BALIE_DATA_DIR: target.dataDir,
      REDIS_URL: TEST_REDIS_URL,
      BALIE_REDIS_PREFIX: prefix,
      BALIE_ROLE: role,
      ...more,
    };
    const made = new ServerProcess(await freePort(), 'dist', env);
    processes.push(made);
    await made.start();
    return made;
  }

  beforeAll(async () => {
    target = await freshDatabaseUrl();
    port = await freePort();
    await new Promise<void>((resolve) => far.listen(0, '127.0.0.1', () => resolve()));
    const elsewhere = { BALIE_PLUGIN_EMAIL_SMTP_LISTEN: 'elsewhere' };
    const web = await process('web', elsewhere);
    owner = new TestClient(web.url);
    expect((await owner.post('/api/sign-in', { email: OWNER.email, password: OWNER.password })).status).toBe(204);
    // Comes first, and has no door.
    await process('worker', elsewhere);
    const name = { BALIE_PLUGIN_EMAIL_SMTP_NAME: 'desk.mx.test' };
    door = await process('worker', { ...name, BALIE_PLUGIN_EMAIL_SMTP_LISTEN: `127.0.0.1:${port}` });
  }, 240_000);
  afterAll(async () => {
    for (const each of processes) await each.kill('SIGTERM');
    await new Promise<void>((resolve) => far.close(() => resolve()));
    await target.remove();
    await forget();
  }, 240_000);

  const subjects = async (): Promise<string[]> => {
    const { conversations } = await owner.graphql<{ conversations: { nodes: { subject: string }[] } }>(
      '{ conversations(first: 20) { nodes { subject } } }',
    );
    return conversations.nodes.map(({ subject }) => subject).toSorted();
  };

  /** As a mail server does: what finds nobody at the door is brought again. */
  const bring = (subject: string): Promise<string> =>
    until(
      () =>
        bySmtp(port, {
          from: 'anna@cust.test',
          to: ADDRESS,
          raw: `From: Anna <anna@cust.test>\r\nTo: ${ADDRESS}\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@cust.test>\r\n\r\nHello`,
        }),
      { what: `the door for ${subject}`, deadlineMs: 120_000, everyMs: 500 },
    );

  test('mail comes in by the worker that is named as the door, whichever of them had the channel first, and again once it is back', async () => {
    const input = {
      id: newId('channel'),
      inboxId: await makeInbox(owner, 'Support'),
      type: 'email',
      step: 'settings',
      data: {
        ...{ address: ADDRESS, name: 'Shop', incoming: 'smtp', user: 'shop', password: 'secret', saveSent: 'never' },
        ...{
          smtpHost: '127.0.0.1',
          smtpPort: (far.server.address() as AddressInfo).port,
          smtpSecurity: 'none',
          allowPrivateAddress: true,
        },
      },
    };
    const setup =
      'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { channel { id } userErrors { message } checks { ok message } } }';
    expect(await owner.graphql(setup, { input })).toMatchObject({ channelSetup: { channel: { id: input.id }, userErrors: [] } });
    const test =
      'mutation ($settings: JSON!) { channelTest(input: { type: "email", settings: $settings }) { checks { title ok message } } }';
    expect(await owner.graphql(test, { settings: input.data })).toMatchObject({
      channelTest: {
        checks: expect.arrayContaining([
          expect.objectContaining({
            title: 'Receiving by SMTP',
            ok: true,
            message: expect.stringContaining('Another process of this installation'),
          }),
        ]),
      },
    });
    expect(await bring('one')).toMatch(/^250/);
    await until(async () => (await subjects()).length === 1, 'the first mail');
    await door.kill('SIGKILL');
    await door.start();
    expect(await bring('two')).toMatch(/^250/);
    await until(async () => (await subjects()).length === 2, 'the second mail');
    expect(await subjects()).toEqual(['one', 'two']);
  }, 240_000);
}

describe('a door for mail in one worker of several', () => {
  if (TEST_DIALECT === 'postgres') suite();
  else test('is for PostgreSQL: this run has SQLite, which one process owns', () => expect(TEST_DIALECT).toBe('sqlite'));
});
