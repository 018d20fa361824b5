import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { packageFolder } from '../plugins/plugin-server.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeAgent, makeInbox, setMembers } from '../server/world.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';

// A plugin takes over a call from the place where one is logged (S49, N12); the link for the telephone of one's own stays beside it.
let server: TestServer;
let owner: TestClient;
let person: Person;
const nora = newId('contact');
const dialler = newId('responder');
const shoot = camera('calls');

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  const anna = await makeAgent(server, owner, 'Anna');
  const inboxId = await makeInbox(owner, 'Support');
  await setMembers(owner, inboxId, [anna.id]);
  await act('mutation ($source: String!) { answer: pluginInstall(source: $source, approve: true) { userErrors { message } } }', {
    source: packageFolder('dialler'),
  });
  await act('mutation ($input: ResponderSaveInput!) { answer: responderSave(input: $input) { userErrors { message } } }', {
    input: { id: dialler, type: 'dialler', name: 'Exchange', inboxIds: [inboxId], settings: {} },
  });
  await act('mutation ($input: ContactSaveInput!) { answer: contactSave(input: $input) { userErrors { message } } }', {
    input: { id: nora, name: 'Nora Bos', addIdentities: [{ kind: 'phone', value: '+31205551234' }] },
  });
  await owner.post('/api/setup/finish', {});
  person = await openBrowser(server.url);
  await person.page.goto(`/contacts/${nora}`);
  await signIn(person.page, anna.email, anna.password);
  await person.page.getByRole('heading', { name: 'Nora Bos' }).waitFor();
}, 240_000);
afterAll(async () => {
  await person.close();
  await server.close();
}, 240_000);

async function act(mutation: string, variables: Record<string, unknown>): Promise<void> {
  const { answer } = await owner.graphql<{ answer: { userErrors: unknown[] } }>(mutation, variables);
  expect(answer.userErrors).toEqual([]);
}
async function look(title: string): Promise<void> {
  const { page } = person;
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    await shoot(page, `${title}-${colorScheme}`);
    expect(await barriers(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await settled(page);
  await shoot(page, `${title}-390`);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await page.setViewportSize({ width: 1440, height: 900 });
}

it('an agent has a number called by the plugin, and the call stands in the timeline with how it went', async () => {
  const { page } = person;
  const form = page.getByRole('form', { name: 'Log a call' });
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await page.getByRole('button', { name: 'Log a call' }).click();
  const link = form.getByRole('link', { name: 'Call +31205551234' });
  expect(await link.getAttribute('href')).toBe('tel:+31205551234');
  await form.getByRole('button', { name: 'Call with Exchange' }).waitFor();
  await look('form');

  // What the exchange refuses is said in its words, and can still be logged by hand.
  await form.getByLabel('Phone number').fill('+3120999');
  await form.getByRole('button', { name: 'Call with Exchange' }).click();
  await page.getByText('The exchange knows no such number.').first().waitFor();
  await form.getByLabel('Phone number').fill('+31205551234');
  await form.getByRole('button', { name: 'Call with Exchange' }).click();
  await page.getByText('Exchange is calling +31205551234').first().waitFor();
  await form.waitFor({ state: 'detached' });
  // By whom it was logged.
  const call = timeline.getByRole('listitem').filter({ hasText: 'Exchange' });
  await call.first().waitFor();
  expect(await call.count()).toBe(1);
  await look('logged');
}, 240_000);

it('the button at the top of a contact calls by the plugin too, each press by a call of its own (S49)', async () => {
  const { page } = person;
  const top = page.getByRole('button', { name: 'Call with Exchange' });
  await top.waitFor();
  expect(await page.getByRole('link', { name: 'Call', exact: true }).count()).toBe(0);
  const calls = page.getByRole('region', { name: 'Timeline' }).getByRole('listitem').filter({ hasText: 'Exchange' });
  for (const count of [2, 3]) {
    await top.click();
    await calls.nth(count - 1).waitFor();
    expect(await calls.count()).toBe(count);
  }
  expect(person.complaints).toEqual([]);
}, 240_000);

it('the same in Dutch', async () => {
  const { page } = person;
  await page.goto('/');
  await new InboxPage(page).personal('Nederlands');
  await page.goto(`/contacts/${nora}`);
  await page.getByRole('button', { name: 'Telefoongesprek vastleggen' }).click();
  await page.getByRole('form').getByRole('button', { name: 'Bellen met Exchange' }).waitFor();
  await page.getByRole('button', { name: 'Bellen met Exchange' }).first().waitFor();
  await look('dutch');
}, 240_000);
