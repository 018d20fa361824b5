import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeAgent, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { signIn } from './pages/settings.js';

let server: TestServer;
let owner: TestClient;
let ownerId: string;
let person: Person;
const shoot = camera('contact record');
const nora = newId('contact');

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  ownerId = (await owner.graphql<{ viewer: { id: string } }>('{ viewer { id } }')).viewer.id;
  await makeInbox(owner, 'Support');
  await makeAgent(server, owner, 'Bob');
  const fact = { id: newId('contactProperty'), label: 'Customer number', type: 'TEXT' };
  await act('mutation ($input: ContactPropertyInput!) { contactPropertySave(input: $input) { userErrors { message } } }', fact);
  const email = (value: string) => [{ kind: 'email', value }];
  await contact({
    id: nora,
    name: 'Nora Bos',
    addIdentities: [...email('nora@bos.example'), { kind: 'phone', value: '+31205551234' }],
  });
  await contact({ id: newId('contact'), name: 'N. Bos', addIdentities: email('private@home.example') });
  await record({ id: newId('company'), title: 'Bos BV', domain: 'bos.example' });
  await record({ id: newId('ticket'), title: 'Kettle leaks', linkIds: [nora] });
  person = await openBrowser(server.url);
  await person.page.goto(`/contacts/${nora}`);
  await signIn(person.page, OWNER.email, OWNER.password);
  await person.page.getByRole('heading', { name: 'Nora Bos' }).waitFor();
}, 240_000);
afterAll(async () => {
  await person.close();
  await server.close();
}, 240_000);

async function act(mutation: string, input: Record<string, unknown>): Promise<void> {
  const answer = await owner.graphql<Record<string, { userErrors: unknown[] }>>(mutation, { input });
  for (const { userErrors } of Object.values(answer)) expect(userErrors).toEqual([]);
}
const contact = (input: Record<string, unknown>): Promise<void> =>
  act('mutation ($input: ContactSaveInput!) { contactSave(input: $input) { userErrors { message } } }', input);
const record = (input: Record<string, unknown>): Promise<void> =>
  act('mutation ($input: RecordSaveInput!) { recordSave(input: $input) { userErrors { message } } }', input);

/** Pictures in light and dark, on a desk and a phone; axe finds nothing, and nothing is wider than the screen. */
async function look(title: string): Promise<void> {
  const { page } = person;
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1280, 900],
      [390, 844],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await settled(page);
      await shoot(page, `${title}, ${colorScheme}, ${width}`);
      expect(await barriers(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

it('facts, owner and addresses are changed in their place, and the timeline says who changed what (S60, issue 7)', async () => {
  const { page } = person;
  await page.getByRole('heading', { name: 'Nora Bos' }).waitFor();
  await page.getByRole('button', { name: 'Change Customer number' }).click();
  await page.getByLabel('Customer number').fill('K-1');
  await page.getByLabel('Customer number').press('Enter');
  await page.getByRole('button', { name: /^K-1/ }).waitFor();
  await page.getByLabel('Owner').selectOption('Bob');
  await page.getByRole('button', { name: 'Add address or number' }).click();
  await page.getByLabel('Address or number').fill('nora@work.example');
  await page.getByRole('button', { name: 'Save' }).click();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByText('nora@work.example added').waitFor();
  await timeline.getByRole('link', { name: /Kettle leaks/ }).waitFor();
  await timeline.getByRole('button', { name: 'Changes' }).click();
  await timeline.getByRole('link', { name: /Kettle leaks/ }).waitFor({ state: 'detached' });
  for (const line of ['Customer number: – → K-1', 'Owner: – → Bob', 'nora@work.example added'])
    await timeline.getByText(line).waitFor();
  await timeline.getByText(OWNER.name).first().waitFor();
  await look('changes');
  await timeline.getByRole('button', { name: 'Everything' }).click();
  await timeline.getByRole('link', { name: /Kettle leaks/ }).waitFor();
  expect(person.complaints).toEqual([]);
}, 240_000);

it('a number is called by a link, and a company is found by the domain of an address (S49, issue 7)', async () => {
  const { page } = person;
  expect(await page.getByRole('link', { name: 'Call', exact: true }).getAttribute('href')).toBe('tel:+31205551234');
  await page.locator('summary', { hasText: 'Companies' }).click();
  await page.getByRole('link', { name: 'Bos BV' }).click();
  await page.getByRole('heading', { name: 'Bos BV' }).waitFor();
  await page.getByRole('link', { name: 'Nora Bos' }).first().waitFor();
  await look('a company');
  expect(person.complaints).toEqual([]);
}, 240_000);

it('two become one after a look at what would go over, and are parted again (G14 72)', async () => {
  const { page } = person;
  await page.goto(`/contacts/${nora}`);
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Merge', exact: true });
  await panel.getByLabel('Find a contact').fill('private');
  await panel.getByRole('button', { name: /N\. Bos/ }).click();
  await panel.getByRole('table').getByText('private@home.example').waitFor();
  await panel.getByText(/go over to Nora Bos/).waitFor();
  await look('before a merge');
  await panel.getByRole('button', { name: 'Merge into one' }).click();
  const told = page.getByText(/^Merged with N\. Bos by/);
  await told.waitFor();
  const lines = page.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
  await lines.filter({ hasText: 'Merged with N. Bos' }).waitFor();
  await told.getByRole('button', { name: 'Undo the merge' }).click();
  await told.waitFor({ state: 'detached' });
  await page.goto('/contacts?q=private');
  await page.getByRole('link', { name: 'N. Bos' }).waitFor();
  expect(person.complaints).toEqual([]);
}, 240_000);

it('one’s own tasks stand on a page, are told at their time, and are ticked off (S51)', async () => {
  const { page } = person;
  await record({ id: newId('task'), title: 'Somebody else’s', ownerId: null });
  const remindAt = new Date(Date.now() + 3_000).toISOString();
  await record({ id: newId('task'), title: 'Call Nora', ownerId, dueAt: '2031-03-04T10:00:00Z', remindAt });
  await page.goto('/tasks');
  await page.getByRole('link', { name: 'Call Nora' }).waitFor();
  expect(await page.getByRole('link', { name: 'Somebody else’s' }).count()).toBe(0);
  await page.getByText('Reminder: Call Nora').first().waitFor({ timeout: 60_000 });
  await look('my tasks');
  await page.getByRole('checkbox', { name: 'Done: Call Nora' }).click();
  await page.getByRole('link', { name: 'Call Nora' }).waitFor({ state: 'detached' });
  await page.getByLabel('State').selectOption('Done');
  await page.getByRole('link', { name: 'Call Nora' }).waitFor();
  expect(person.complaints).toEqual([]);
}, 240_000);

it('tickets stand on a board by their stages, and go to another from there (issue 7)', async () => {
  const { page } = person;
  await page.goto('/tickets');
  await page.getByRole('link', { name: 'Kettle leaks' }).waitFor();
  await page.setViewportSize({ width: 1280, height: 900 });
  await settled(page);
  const tops = await page
    .locator('.crm-filters .field')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
  expect(new Set(tops.map((top) => Math.round(top))).size).toBe(1);
  await look('tickets');
  await page.goto('/tickets?layout=board');
  const column = (name: string) => page.getByRole('region', { name, exact: true });
  await column('New').getByRole('link', { name: 'Kettle leaks' }).waitFor();
  await page.getByLabel(/^Move .*Kettle leaks to/).selectOption('Waiting on us');
  await column('Waiting on us').getByRole('link', { name: 'Kettle leaks' }).waitFor();
  await look('the board');
  const stage = '{ records(filter: { type: TICKET, search: "kettle" }) { nodes { ... on Ticket { stage { name } } } } }';
  await until(async () => JSON.stringify(await owner.graphql(stage)).includes('Waiting on us'), 'the stage is kept');
  expect(person.complaints).toEqual([]);
}, 240_000);
