import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MailOff } from '../../src/features/notifications/mail/mail-off.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';

let server: TestServer;
let owner: TestClient;
let path: string;
beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  const { viewer } = await owner.graphql<{ viewer: { id: string } }>('{ viewer { id } }');
  path = server.get(MailOff).linkOf(viewer.id);
  const save =
    'mutation ($input: NotificationSettingsInput!) { notificationSettingsSave(input: $input) { userErrors { code message } } }';
  const kinds = [{ kind: 'MENTIONED', app: true, browser: true, mail: 'SOON' }];
  expect(await owner.graphql(save, { input: { kinds } })).toEqual({ notificationSettingsSave: { userErrors: [] } });
});
afterAll(() => server.close());

const mails = async (): Promise<string[]> => {
  const query = '{ notificationSettings { kinds { mail } } }';
  const { notificationSettings } = await owner.graphql<{ notificationSettings: { kinds: { mail: string }[] } }>(query);
  return [...new Set(notificationSettings.kinds.map(({ mail }) => mail))].toSorted();
};

test('to look at the link in a mail changes nothing; its button, or one click in the mail program, ends them without a sign-in (RFC 8058)', async () => {
  const nobody = server.browser().with({});
  expect(await mails()).toContain('SOON');
  const page = await nobody.get(path);
  expect([page.status, page.text.includes('method="post"'), page.headers.get('content-security-policy')]).toEqual([
    200,
    true,
    expect.stringContaining("default-src 'none'"),
  ]);
  expect(await mails()).toContain('SOON');
  const oneClick = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  for (const time of ['first', 'again']) {
    const { status } = await nobody.send(path, { ...oneClick, body: 'List-Unsubscribe=One-Click' });
    expect([time, status, await mails()]).toEqual([time, 200, ['OFF']]);
  }
});

test('a link that nobody was sent does nothing', async () => {
  const nobody = server.browser().with({});
  for (const forged of [`${path.slice(0, -4)}AAAA`, path.replace(/t=.*/, 't='), path.replace(/\?.*/, '')]) {
    expect((await nobody.get(forged)).status).toBe(404);
    expect((await nobody.send(forged, { method: 'POST', headers: {} })).status).toBe(404);
  }
});
