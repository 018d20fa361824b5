import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { until } from '../support/until.js';
import { PostOffice } from './post-office.js';
import { send } from './scenario.js';

/** A copy of a chat as it arrives at the visitor's mail server, by the real plugins (D36). */
const SITE = 'https://shop.example';
let office: PostOffice;

beforeAll(async () => {
  office = await PostOffice.open();
}, 240_000);
afterAll(() => office.close(), 240_000);

test('a visitor who asks for a copy of his chat gets one mail, from the mailbox of the inbox', async () => {
  const box = await office.connect('help@chat.test');
  const channelId = newId('channel');
  const data = { name: 'shop.example', origins: [SITE] };
  await office.owner.graphql('mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message } } }', {
    input: { id: channelId, inboxId: box.inboxId, type: 'chat', step: 'settings', data },
  });
  const ask = (route: string, body: object, token?: string): Promise<Response> =>
    fetch(`${office.server.url}/p/chat/routes/${channelId}/${route}`, {
      method: 'POST',
      headers: {
        origin: SITE,
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
  const { token } = (await (await ask('session', {})).json()) as { token: string };
  await ask('say', { id: randomUUID(), text: 'Is the lamp in stock?' }, token);
  const LIST = '{ conversations(first: 5) { nodes { id preview } } }';
  const found = await until(
    async () => {
      const { conversations } = await office.owner.graphql<{ conversations: { nodes: { id: string; preview: string }[] } }>(LIST);
      return conversations.nodes.find(({ preview }) => preview === 'Is the lamp in stock?');
    },
    { what: 'the chat', deadlineMs: 60_000, everyMs: 100 },
  );
  await send(office, found?.id ?? '', 'It is, come by any time.');
  expect((await ask('details', { email: 'ada@people.test', name: 'Ada' }, token)).status).toBe(200);
  const wants = async (): Promise<number> => (await ask('transcript', {}, token)).status;
  expect(await wants()).toBe(204);
  const mail = await office.mail.waitForMail('ada@people.test');
  const value = (name: string): string => mail.headers.get(name) ?? '';
  expect(value('from')).toContain('help@chat.test');
  expect(value('to')).toContain('ada@people.test');
  // A machine wrote it, though not as an answer to a mail, and no machine is to answer it (RFC 3834, 5).
  expect(value('auto-submitted')).toBe('auto-generated');
  expect(value('subject')).not.toBe('');
  const raw = mail.raw.toString();
  expect(raw).toContain('It is, come by any time.');
  expect(raw.indexOf('Is the lamp in stock?')).toBeLessThan(raw.indexOf('It is, come by any time.'));
  // Asked for again, with nothing new said, nothing more is sent.
  expect(await wants()).toBe(204);
  const jobs = "SELECT COUNT(*) AS n FROM job WHERE name IN ('ending.transcript', 'decode', 'deliver')";
  await until(async () => Number((await office.server.uow.reader.query<{ n: number | string }>(jobs))[0]?.n) === 0, {
    what: 'an empty queue',
    deadlineMs: 60_000,
    everyMs: 100,
  });
  const copies = await office.server.uow.reader.query("SELECT id FROM message WHERE send_key LIKE 'transcript-%'");
  expect(copies).toHaveLength(1);
}, 240_000);
