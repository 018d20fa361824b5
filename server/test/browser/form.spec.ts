import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { freePort } from '../ledger/server-process.js';
import { OWNER, TestServer } from '../server/server.js';
import type { TestClient } from '../server/client.js';
import { makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { signIn } from './pages/settings.js';

const shoot = camera('form');
const formId = newId('channel');
let server: TestServer;
let owner: TestClient;
let inboxId: string;
let site: Server;
let visitor: Person;
let admin: Person;

const FIELDS = [
  { type: 'text', label: 'Naam', required: true },
  { type: 'email', label: 'E-mailadres', required: true, help: 'Hier antwoorden we.' },
  { type: 'choice', label: 'Waarover', options: ['Bestelling', 'Retour', 'Iets anders'] },
  { type: 'long', label: 'Vraag', required: true },
  { type: 'file', label: 'Foto’s', kinds: 'pictures' },
  { type: 'consent', label: 'Jullie mogen dit bewaren' },
];
const at = (route: string): string => `${server.url}/p/form/routes/${formId}/${route}`;
const siteUrl = (): string => `http://localhost:${(site.address() as AddressInfo).port}`;

beforeAll(async () => {
  const port = await freePort();
  // The form names the address that the world sees.
  server = await TestServer.start({ env: { BALIE_PORT: String(port), BALIE_PUBLIC_URL: `http://127.0.0.1:${port}` } });
  owner = await server.signIn();
  await owner.post('/api/setup/finish', {});
  inboxId = await makeInbox(owner, 'Winkel');
  const input = { id: formId, inboxId, type: 'form', step: 'settings', data: { name: 'Stel je vraag', fields: FIELDS } };
  await owner.graphql('mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message } } }', {
    input,
  });
  // Another origin, which allows nothing but what the README says.
  site = createServer((request, response) => {
    const policy = `default-src 'none'; script-src ${server.url}; connect-src ${server.url}; frame-src ${server.url}; require-trusted-types-for 'script'; trusted-types 'none'`;
    const script = (name: string) => `<script src="${at(name)}" async></script>`;
    const frame = `<iframe src="${at('page')}" width="100%" height="300" title="Contact"></iframe>${script('fit')}`;
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
    response.end(
      `<!doctype html><html lang="nl"><title>Winkel</title><main><h1>Winkel</h1>${request.url === '/framed' ? frame : script('embed')}</main>`,
    );
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  visitor = await openBrowser(server.url, { width: 900 });
  admin = await openBrowser(server.url);
}, 240_000);
afterAll(async () => {
  await visitor?.close();
  await admin?.close();
  site?.closeAllConnections();
  site?.close();
  await server?.close();
});

async function conversations(): Promise<string[]> {
  const { conversations: found } = await owner.graphql<{ conversations: { nodes: { preview: string }[] } }>(
    '{ conversations(first: 50) { nodes { preview } } }',
  );
  return found.nodes.map(({ preview }) => preview);
}

it('stands on a strict page of another site by its script, says what is wrong, and is sent (S22, N7)', async () => {
  const { page } = visitor;
  await page.goto(`${siteUrl()}/`);
  await page.getByRole('heading', { name: 'Stel je vraag' }).waitFor();
  await settled(page);
  await shoot(page, 'embedded');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Versturen' }).click();
  await page.getByText('Kijk nog even naar enkele antwoorden.').waitFor();
  const focused = () =>
    page.getByLabel('Naam').evaluate((one) => one === (one.getRootNode() as unknown as { activeElement: unknown }).activeElement);
  await until(focused, 'the first wrong field to have the keyboard');
  await shoot(page, 'embedded-faults');
  await page.getByLabel('Naam').fill('Ada de Vries');
  await page.getByLabel('E-mailadres').fill('ada@example.com');
  await page.getByLabel('Retour').check();
  await page.getByLabel('Vraag').fill('Waar stuur ik het heen?');
  await page.getByLabel('Jullie mogen dit bewaren').check();
  const made = Date.now();
  await until(() => Date.now() - made > 2_000, { what: 'the time that a person takes' });
  await page.getByRole('button', { name: 'Versturen' }).click();
  await page.getByText('Bedankt. We hebben je bericht ontvangen.').waitFor();
  await settled(page);
  await shoot(page, 'thanks');
  await until(async () => (await conversations()).includes('Waar stuur ik het heen?'), { what: 'the conversation' });
  visitor.expected(/422/);
  expect(visitor.complaints).toEqual([]);
});

it('is as high as what is in it when it stands in a frame, also when it says what is wrong and when it was sent', async () => {
  const { page } = visitor;
  await page.goto(`${siteUrl()}/framed`);
  const form = page.frameLocator('iframe');
  const outer = page.locator('iframe');
  /** How high the frame is, once all of what is in it can be seen, and no more. */
  const heightWith = async (heading: string): Promise<number> => {
    await form.getByText(heading).first().waitFor();
    const height = await until(
      async () => {
        const inner = await form.locator('body').evaluate((body) => (body as unknown as { offsetHeight: number }).offsetHeight);
        const given = Number(await outer.getAttribute('height'));
        return given === inner ? given : undefined;
      },
      { what: `the height of “${heading}”` },
    );
    return height ?? 0;
  };
  const asked = await heightWith('Stel je vraag');
  expect(asked).not.toBe(300);
  await settled(page);
  await shoot(page, 'framed');
  await form.getByLabel('E-mailadres').fill('cato@');
  await form.getByRole('button', { name: 'Versturen' }).click();
  expect(await heightWith('Dit is geen e-mailadres')).toBeGreaterThan(asked);
  await form.getByLabel('Naam').fill('Cato');
  await form.getByLabel('E-mailadres').fill('cato@example.com');
  await form.getByLabel('Vraag').fill('Is het af?');
  await form.getByLabel('Jullie mogen dit bewaren').check();
  const made = Date.now();
  await until(() => Date.now() - made > 2_100, { what: 'the time that a person takes' });
  await form.getByRole('button', { name: 'Versturen' }).click();
  expect(await heightWith('Bedankt.')).toBeLessThan(asked);
  await settled(page);
  await shoot(page, 'framed-thanks');
  await until(async () => (await conversations()).includes('Is het af?'), { what: 'the conversation' });
  visitor.expected(/422/);
  expect(visitor.complaints).toEqual([]);
});

it('is a page that is sent without any script, with what was filled in when something is wrong', async () => {
  const { page } = visitor;
  await page.route('**/*', (route) => (route.request().resourceType() === 'script' ? route.abort() : route.continue()));
  await page.goto(at('page'));
  expect(await barriers(page)).toEqual([]);
  await shoot(page, 'page');
  await page.getByLabel('Naam').fill('Bram');
  await page.getByLabel('E-mailadres').fill('bram@');
  await page.getByLabel('Vraag').fill('Past dit?');
  await page.getByLabel('Jullie mogen dit bewaren').check();
  await page.getByRole('button', { name: 'Versturen' }).click();
  await page.getByText('Dit is geen e-mailadres').waitFor();
  await shoot(page, 'page-faults');
  expect(await page.getByLabel('Vraag').inputValue()).toBe('Past dit?');
  const made = Date.now();
  await page.getByLabel('E-mailadres').fill('bram@example.com');
  await until(() => Date.now() - made > 2_100, { what: 'the time that a person takes' });
  await page.getByRole('button', { name: 'Versturen' }).click();
  await page.getByText('Bedankt.').waitFor();
  await until(async () => (await conversations()).includes('Past dit?'), { what: 'the conversation' });
});

it('is made in the settings: fields added and moved by keyboard, with a preview beside them (architecture 2.3 point 11)', async () => {
  const { page } = admin;
  await page.goto('/settings/channels');
  await signIn(page, OWNER.email, OWNER.password);
  await page.getByRole('button', { name: 'Add channel' }).click();
  await page.getByRole('button', { name: /Support form/ }).click();
  await page.getByLabel('Name', { exact: true }).fill('Returns');
  for (const [type, label] of [
    ['E-mail address', 'Your e-mail'],
    ['Long text', 'What is wrong?'],
  ] as const) {
    await page.getByRole('button', { name: 'Add field' }).click();
    await page.getByRole('menuitem', { name: type, exact: true }).click();
    await page.locator(':is(input, textarea):focus').waitFor();
    await page.keyboard.type(label);
  }
  await page.getByRole('button', { name: /^What is wrong\?/ }).press('Alt+ArrowUp');
  await page.getByText('What is wrong? is now 1 of 2').waitFor();
  const shown = page.frameLocator('iframe[title="Preview"]').frameLocator('iframe');
  await shown.getByLabel('What is wrong?').waitFor();
  await settled(page);
  await shoot(page, 'settings');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByText('Returns').first().waitFor();
  await shoot(page, 'settings-saved');
  expect(admin.complaints).toEqual([]);
});

it('is removed in the settings after a question, and what was written through it stays', async () => {
  const { page } = admin;
  const lines = page.getByRole('listitem');
  const before = await conversations();
  await page.getByRole('button', { name: 'Remove Returns' }).click();
  const question = page.getByRole('dialog', { name: 'Remove Returns?' });
  await question.getByText('Conversations stay as they are').waitFor();
  await settled(page);
  await shoot(page, 'settings-remove');
  expect(await barriers(page)).toEqual([]);
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  await lines.filter({ hasText: 'Returns' }).waitFor({ state: 'detached' });
  expect(await conversations()).toEqual(before);
  expect(admin.complaints).toEqual([]);
});
