import { makeKey, signPackage } from '@balie/plugin-sdk/kit';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { create } from 'tar';
import { TestClient } from '../server/client.js';
import { OWNER, temporaryFolder, TestServer } from '../server/server.js';
import { makeConversation, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { SettingsPages, signIn } from './pages/settings.js';

// The integrator's side of the app (N23, N24, G13): tokens, webhooks and the explorer, each used for real from the page that makes it.
let server: TestServer;
let person: Person;
let far: Server;
let place: { path: string; remove(): Promise<void> };
let publisher: { file: string; trustedAs: string };
const told: { type: string }[] = [];
/** What the far side answers; 204 when nothing is left. */
const answers: number[] = [];
const shoot = camera('platform');

beforeAll(async () => {
  place = await temporaryFolder();
  publisher = await makeKey('acme', place.path);
  server = await TestServer.start({
    env: { BALIE_WEBHOOK_NETWORKS: '127.0.0.1', BALIE_PLUGINS_PUBLISHERS: publisher.trustedAs, BALIE_PLUGINS_FROM_NPM: 'yes' },
  });
  person = await openBrowser(server.url);
  far = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const status = answers.shift() ?? 204;
      if (status < 300) told.push(JSON.parse(Buffer.concat(chunks).toString()) as { type: string });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => far.listen(0, '127.0.0.1', resolve));
  await person.page.goto('/settings/my-tokens');
  await signIn(person.page, OWNER.email, OWNER.password);
}, 240_000);
afterAll(async () => {
  await person.close();
  await server.close();
  await place.remove();
  far.closeAllConnections();
  await new Promise((resolve) => far.close(resolve));
}, 240_000);

/** As it looks wide, on a phone and by night, in English and Dutch; axe finds nothing. */
async function look(title: string): Promise<void> {
  const { page } = person;
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await settled(page);
    await shoot(page, `${title}-${scheme}`);
    expect(await barriers(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  await settled(page);
  await shoot(page, `${title}-390`);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await barriers(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
}
const status = async (token: string) => (await TestClient.withToken(server.url, token).ask('{ viewer { name } }')).status;

it('somebody makes a token, a program uses it, and once it is revoked the program is refused (N23)', async () => {
  const { page } = person;
  await page.getByText('You have no tokens.').waitFor();
  await look('tokens-none');
  await page.getByLabel('Name', { exact: true }).fill('Report on my laptop');
  await page.getByLabel('Ends', { exact: true }).selectOption({ label: 'In 30 days' });
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Make a token' }).press('Enter');
  await page.getByText('Token “Report on my laptop” is made').waitFor();
  const secret = await page.getByLabel('Token', { exact: true }).inputValue();
  await page.getByText(/until \d/).waitFor();
  await look('token-made');
  expect(await status(secret)).toBe(200);
  const write = await TestClient.withToken(server.url, secret).ask(
    'mutation { apiTokenRevoke(id: "x") { userErrors { code } } }',
  );
  expect(write.errors[0]?.extensions['code']).toBe('FORBIDDEN');

  // It is shown once: who comes back finds the token without its secret.
  await page.reload();
  const line = page.getByRole('list', { name: 'My tokens' }).getByRole('listitem');
  await line.getByText('Report on my laptop').first().waitFor();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('button', { name: 'Revoke Report on my laptop' }).click();
  await look('token-revoke');
  await page.getByRole('button', { name: 'Yes, revoke it' }).click();
  await page.getByText('Token “Report on my laptop” is revoked').waitFor();
  await page.getByText('You have no tokens.').waitFor();
  expect(await status(secret)).toBe(401);
  expect(person.complaints).toEqual([]);
}, 240_000);

it('an admin allows a website, and what is no website is refused with a reason (N23)', async () => {
  const { page } = person;
  await new SettingsPages(page).open('API settings');
  await page.getByText('No websites yet').waitFor();
  await page.getByLabel('Origin of a website').fill('https://app.example.com/path');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('is no origin.').first().waitFor();
  await page.getByLabel('Origin of a website').fill('https://app.example.com');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('list', { name: 'Allowed websites' }).getByText('https://app.example.com').first().waitFor();
  const preflight = () =>
    fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example.com', 'access-control-request-method': 'POST' },
    });
  expect((await preflight()).headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  await look('api');
  await page.getByRole('button', { name: 'Remove https://app.example.com' }).click();
  await page.getByText('No websites yet').waitFor();
  expect((await preflight()).headers.get('access-control-allow-origin')).toBeNull();
}, 240_000);

it('an admin adds a webhook, tries it, sees what it was told, and sends again what was given up (G13)', async () => {
  const { page } = person;
  const owner = await server.signIn();
  const inbox = await makeInbox(owner, 'Orders');
  await page.goto('/settings/webhooks');
  await page.getByText('There are no webhooks yet.').waitFor();
  await look('webhooks-none');
  await page.getByRole('button', { name: 'Add a webhook' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Shop');
  await page.getByLabel('Address').fill(`http://127.0.0.1:${(far.address() as AddressInfo).port}/hook`);
  await page.getByLabel('Orders').check();
  await page.getByLabel('message.received').check();
  await look('webhook-new');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The secret of “Shop”').waitFor();
  expect(await page.getByLabel('Secret', { exact: true }).inputValue()).toMatch(/^whsec_/);
  await look('webhook-secret');
  await page.getByRole('status').filter({ hasText: 'The secret of' }).getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Test Shop' }).click();
  const deliveries = page.getByRole('list', { name: 'Deliveries to Shop' }).getByRole('listitem');
  await deliveries.filter({ hasText: 'webhook.test' }).getByText('Delivered').waitFor();
  expect(told.map(({ type }) => type)).toEqual(['webhook.test']);

  answers.push(410);
  await makeConversation(server, inbox, 'Where is my order?');
  await until(() => answers.length === 0, { deadlineMs: 60_000, what: 'the refusal' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  const dead = deliveries.filter({ hasText: 'message.received' });
  await dead.getByText('Given up').waitFor();
  await look('webhook-deliveries');
  // 410 has switched it off.
  await page.reload();
  await page.getByText('It answered 410 Gone').first().waitFor();
  await page.getByRole('button', { name: 'Switch on Shop' }).click();
  await page.getByText('“Shop” is on').waitFor();
  await page.getByRole('button', { name: 'Deliveries Shop' }).click();
  await page.getByRole('button', { name: 'Given up' }).click();
  await page.getByRole('button', { name: 'Send again message.received' }).click();
  await until(() => told.some(({ type }) => type === 'message.received'), { deadlineMs: 60_000, what: 'it to arrive' });
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await deliveries.filter({ hasText: 'message.received' }).getByText('Delivered').waitFor();

  await page.getByRole('button', { name: 'Edit Shop' }).click();
  await page.getByLabel('Make another secret').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The secret of “Shop”').waitFor();
  await page.getByRole('button', { name: 'Delete Shop' }).click();
  await page.getByRole('button', { name: 'Delete the webhook' }).click();
  await page.getByText('There are no webhooks yet.').waitFor();
  expect(person.complaints).toEqual([]);
}, 240_000);

it('somebody asks the API on the explorer’s page, and where an admin has closed it, it is closed (N23)', async () => {
  const { page } = person;
  const pages = new SettingsPages(page);
  await pages.open('API explorer');
  const query = page.getByLabel('Query', { exact: true });
  await query.waitFor();
  await page.getByRole('button', { name: 'Run' }).click();
  const answer = page.getByRole('region', { name: 'Answer as JSON' });
  await answer.getByText('Where is my order?').waitFor();
  await page.getByText(/Cost \d+ points; [\d,]+ of 100,000 left/).waitFor();
  await query.fill('{ viewer { nmae } }');
  await page.getByText('Cannot query field "nmae"').waitFor();
  await look('explorer-wrong');
  await page.getByText(/^Queries \(/).click();
  await page.getByLabel('Find a field').fill('node');
  await page.getByRole('button', { name: 'Use node', exact: true }).click();
  const owner = await server.signIn();
  const { viewer } = await owner.graphql<{ viewer: { id: string } }>('{ viewer { id } }');
  await page.getByLabel('Variables (JSON)').fill(JSON.stringify({ id: viewer.id }));
  await query.press('Control+Enter');
  await answer.getByText('"id": "usr_').waitFor();
  await page.getByRole('button', { name: 'Node', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Node' }).waitFor();
  await look('explorer-type');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await look('explorer');

  await pages.open('API settings');
  await page.getByLabel('The schema can be explored').click();
  await page.getByText('Saved').first().waitFor();
  await pages.open('API explorer');
  await page.getByText('An admin has switched the explorer off.').waitFor();
  await look('explorer-off');
  expect((await owner.ask('{ __schema { queryType { name } } }')).errors[0]?.extensions['code']).toBe('FORBIDDEN');
  await owner.graphql('mutation { apiSettingsSave(input: { explorer: true }) { userErrors { code } } }');
  expect(person.complaints).toEqual([]);
}, 240_000);

it('all of it is there in Dutch', async () => {
  const dutch = await openBrowser(server.url, { locale: 'nl-NL' });
  try {
    const { page } = dutch;
    await page.goto('/settings/my-tokens');
    await page.getByRole('button', { name: 'Nederlands' }).click();
    await page.getByLabel('E-mailadres').fill(OWNER.email);
    await page.getByLabel('Wachtwoord', { exact: true }).fill(OWNER.password);
    await page.locator('button[type=submit]').click();
    const pages = {
      'Mijn tokens': 'Je hebt geen tokens.',
      'API-instellingen': 'Toegestane websites',
      Webhooks: 'Er zijn nog geen webhooks.',
      'API-verkenner': 'Variabelen (JSON)',
    };
    for (const [name, text] of Object.entries(pages)) {
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await page.getByText(text).first().waitFor();
      await settled(page);
      await shoot(page, `nl-${name}`);
      expect(await barriers(page)).toEqual([]);
    }
    expect(dutch.complaints).toEqual([]);
  } finally {
    await dutch.close();
  }
}, 240_000);

it('an admin sees who has signed a plugin before he installs it, and afterwards (N20)', async () => {
  const { page } = person;
  const packed = async (name: string): Promise<string> => {
    const file = path.join(place.path, name);
    await create({ file, cwd: path.resolve('test/plugins/packages/echo'), prefix: 'package', gzip: true }, ['.']);
    return file;
  };
  const [plain, signed] = [await packed('plain.tgz'), await packed('signed.tgz')];
  await signPackage(signed, publisher.file);
  await new SettingsPages(page).open('Plugins');
  const source = page.getByLabel('Folder or .tgz on the server, or npm:name@1.2.3');
  await source.fill(plain);
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByText('Not signed: nobody vouches for where it comes from.').waitFor();
  await look('plugin-not-signed');
  await source.fill(signed);
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByText('Signed by acme, whom this server trusts.').waitFor();
  await look('plugin-signed');
  await page.getByRole('button', { name: 'Allow and install' }).click();
  await page.getByRole('listitem').filter({ hasText: '@test/echo' }).getByText('signed by acme').waitFor();
  expect(person.complaints).toEqual([]);
}, 240_000);

it('an admin trusts a publisher beside those of the host: what he signed counts, until he is trusted no longer (N20)', async () => {
  const { page } = person;
  const bolt = await makeKey('bolt', place.path);
  const file = path.join(place.path, 'bolt.tgz');
  await create({ file, cwd: path.resolve('test/plugins/packages/helper'), prefix: 'package', gzip: true }, ['.']);
  await signPackage(file, bolt.file);
  await new SettingsPages(page).open('Plugins');
  const list = page.getByRole('list', { name: 'Trusted publishers' });
  await list.getByText('set by the host').waitFor();
  const line = page.getByLabel('Line of the publisher');
  await line.fill('no key in it');
  await page.getByRole('button', { name: 'Trust', exact: true }).click();
  await page.getByText('Write it as name=key').first().waitFor();
  await line.fill(bolt.trustedAs);
  await page.getByRole('button', { name: 'Trust', exact: true }).click();
  await page.getByText('“bolt” is trusted').waitFor();
  await list.getByText('bolt', { exact: true }).first().waitFor();
  await look('plugin-publishers');
  const source = page.getByLabel('Folder or .tgz on the server, or npm:name@1.2.3');
  await source.fill(file);
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByText('Signed by bolt, whom this server trusts.').waitFor();
  await page.getByRole('button', { name: 'Trust no longer bolt' }).click();
  await page.getByText('“bolt” is no longer trusted').waitFor();
  await source.fill(`${file} `);
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByText('Signed by nobody whom this server trusts').waitFor();
  expect(person.complaints).toEqual([]);
}, 240_000);
