import { makeKey, signPackage } from '@balie/plugin-sdk/kit';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLObjectType } from 'graphql';
import type { Locator } from 'playwright-core';
import { create } from 'tar';
import { TestClient } from '../server/client.js';
import { newId } from '../../src/kernel/ids.js';
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
const MAY = [
  'Network',
  '127.0.0.1:*',
  'Only requests through Balie are held to this; raw connections of its own are not blocked.',
  'Channels',
  'Receives and sends messages in channels of this kind that you connect: echo',
  'Memory',
  'Up to 64 MB, in a process of its own',
];
/** What a list of grants says, line by line. */
const linesOf = async (list: Locator) => (await list.innerText()).split('\n').filter((line) => line.trim() !== '');

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

  await query.fill('subscription { changes(scope: { all: true }) { event } }');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByText('Nothing yet.').waitFor();
  const told = page.getByRole('region', { name: 'Told as JSON' });
  const [shop] = (await owner.graphql<{ inboxes: { id: string }[] }>('{ inboxes { id } }')).inboxes;
  // Until the socket is open what happens is not told.
  await until(
    async () => {
      await makeConversation(server, shop!.id, 'Told to the explorer');
      return (await told.innerText()).includes('conversation.created');
    },
    { deadlineMs: 60_000, everyMs: 1_000, what: 'the subscription to tell' },
  );
  await look('explorer-followed');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await told.waitFor({ state: 'detached' });

  await pages.open('API settings');
  await page.getByLabel('The schema can be explored').click();
  await page.getByText('Saved').first().waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'API explorer' }).waitFor({ state: 'detached' });
  await page.goto('/settings/explorer');
  await page.getByText('An admin has switched the explorer off.').waitFor();
  await look('explorer-off');
  expect((await owner.ask('{ __schema { queryType { name } } }')).errors[0]?.extensions['code']).toBe('FORBIDDEN');
  await owner.graphql('mutation { apiSettingsSave(input: { explorer: true }) { userErrors { code } } }');
  expect(person.complaints).toEqual([]);
}, 240_000);

it('an admin sees what of the API a program uses that will go, and what to use instead (N24)', async () => {
  const { page } = person;
  const agent = server.get(GraphQLSchemaHost).schema.getType('Agent') as GraphQLObjectType;
  const email = agent.getFields()['email']!;
  email.deprecationReason = 'Use `name`. Removal on 2030-01-01.';
  const owner = await server.signIn();
  const { apiTokenCreate } = await owner.graphql<{ apiTokenCreate: { token: string } }>(
    'mutation { apiTokenCreate(name: "Shop", scopes: [CONVERSATIONS_READ]) { token } }',
  );
  await TestClient.withToken(server.url, apiTokenCreate.token).graphql('{ agents { email } }');
  email.deprecationReason = undefined;
  await new SettingsPages(page).open('API tokens');
  await page.getByText('Uses one part of the API that will go').click();
  await page.getByText('1 request, the last').waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: 'Agent.email' }).first().innerText()).toContain('Use `name`.');
  await look('tokens-going');
});

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
      Plugins: 'rauwe verbindingen die hij zelf legt, worden niet tegengehouden.',
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

it('an admin sees who has signed a plugin and what it may do, and that raw connections are not blocked, before he installs it and afterwards (N20)', async () => {
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
  const asked = page.getByRole('status').filter({ hasText: '@test/echo' });
  expect(await linesOf(asked.getByLabel('This plugin asks for:'))).toEqual(MAY);
  await look('plugin-signed');
  await page.getByRole('button', { name: 'Allow and install' }).click();
  const installed = page.getByRole('listitem').filter({ hasText: '@test/echo' });
  await installed.getByText('signed by acme').waitFor();
  expect(await linesOf(page.getByLabel('What @test/echo may do'))).toEqual(MAY);
  await installed.scrollIntoViewIfNeeded();
  await look('plugin-installed');
  // One of ours that uses the API: what it may do there is said in words.
  const slack = page.getByLabel('What @balie/plugin-slack may do');
  expect(await linesOf(slack)).toEqual(expect.arrayContaining(['slack.com:443', 'Read conversations', 'Send messages']));
  await slack.scrollIntoViewIfNeeded();
  await look('plugins-installed');
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

it('a plugin that ends again and again is suspended, shown with its reason, and started again; it is upgraded, put back and removed (N18, N19)', async () => {
  const { page } = person;
  const owner = await server.signIn();
  await owner.graphql('mutation ($source: String!) { pluginInstall(source: $source, approve: true) { userErrors { code } } }', {
    source: path.resolve('test/plugins/packages/hostile'),
  });
  const input = { id: newId('channel'), inboxId: await makeInbox(owner, 'Hostile'), type: 'hostile', step: 'settings' };
  const crashed = async () => {
    await owner.graphql('mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { code } } }', {
      input: { ...input, data: { how: 'exits', password: 'canary' } },
    });
    const { plugins } = await owner.graphql<{ plugins: { id: string; state: string }[] }>('{ plugins { id state } }');
    return plugins.find(({ id }) => id === 'plg_hostile')?.state === 'CRASHED';
  };
  await until(crashed, { deadlineMs: 120_000, everyMs: 500, what: 'the plugin to be parked' });
  await page.goto('/settings/plugins');
  const line = page.getByRole('listitem').filter({ hasText: '@test/hostile' });
  await line.getByText('Crashed', { exact: true }).waitFor();
  await line.getByText('ended too often: It ended with code 3.').waitFor();
  await look('plugin-crashed');
  await line.getByRole('button', { name: /^Switch on/ }).click();
  await line.getByText('On', { exact: true }).waitFor();
  await line.getByText('ended too often').waitFor({ state: 'detached' });

  const newer = path.join(place.path, 'newer');
  await cp(path.resolve('test/plugins/packages/hostile'), newer, { recursive: true });
  const manifest = path.join(newer, 'package.json');
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"1.0.0"', '"2.0.0"'));
  await page.getByLabel('Folder or .tgz on the server, or npm:name@1.2.3').fill(newer);
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByRole('button', { name: 'Allow and install' }).click();
  await line.getByText('2.0.0', { exact: true }).waitFor();
  await line.getByRole('button', { name: /^Go back to 1\.0\.0/ }).click();
  await line.getByText('1.0.0', { exact: true }).waitFor();
  await line.getByRole('button', { name: /^Remove/ }).click();
  await line.getByRole('button', { name: 'Yes, remove it' }).click();
  await line.waitFor({ state: 'detached' });
  expect(person.complaints).toEqual([]);
}, 240_000);
