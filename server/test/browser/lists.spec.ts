import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeAgent, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { signIn } from './pages/settings.js';

let server: TestServer;
let owner: TestClient;
let bob: { id: string; email: string; password: string };
let person: Person;
const shoot = camera('lists');

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  await makeInbox(owner, 'Support');
  bob = await makeAgent(server, owner, 'Bob');
  for (const [title, priority] of [
    ['Kettle leaks', 'HIGH'],
    ['Lid is lost', 'LOW'],
    ['Wrong colour', null],
  ] as const)
    await act('mutation ($input: RecordSaveInput!) { recordSave(input: $input) { userErrors { message } } }', {
      input: { id: newId('ticket'), title, priority },
    });
  const property = newId('contactProperty');
  await act('mutation ($input: ContactPropertyInput!) { contactPropertySave(input: $input) { userErrors { message } } }', {
    input: { id: property, label: 'Customer number', type: 'TEXT' },
  });
  await act('mutation ($input: ContactSaveInput!) { contactSave(input: $input) { userErrors { message } } }', {
    input: { id: newId('contact'), name: 'Nora Bos', fields: { [property]: 'K-77' } },
  });
  person = await openBrowser(server.url);
}, 240_000);
afterAll(async () => {
  await person.close();
  await server.close();
}, 240_000);

async function act(mutation: string, variables: Record<string, unknown>): Promise<void> {
  const answer = await owner.graphql<Record<string, { userErrors: unknown[] }>>(mutation, variables);
  for (const { userErrors } of Object.values(answer)) expect(userErrors).toEqual([]);
}

/** A picture of what is seen; axe finds nothing, and nothing is wider than the screen. */
async function look(title: string): Promise<void> {
  const { page } = person;
  await settled(page);
  await shoot(page, title);
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
}

async function lookOnPhone(title: string): Promise<void> {
  const { page } = person;
  await page.setViewportSize({ width: 390, height: 844 });
  await look(`${title} on a phone`);
  await page.setViewportSize({ width: 1440, height: 900 });
}

it('what a list shows is kept as a view, opened by its address, changed, renamed, and deleted with a way back (D1, U32)', async () => {
  const { page } = person;
  await page.goto('/tickets');
  await signIn(page, OWNER.email, OWNER.password);
  await page.getByRole('link', { name: 'Kettle leaks' }).waitFor();
  await page.getByLabel('Search').fill('is');
  await page.getByLabel('Order').selectOption('Oldest first');
  await page.getByRole('link', { name: 'Kettle leaks' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Save as view' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Lost things');
  await dialog.getByText('For everybody').click();
  await look('save as a view');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Lost things', level: 1 }).waitFor();
  await page.waitForURL(({ search }) => /^\?view=svw_\w+$/.test(search));
  const address = page.url();
  await look('a view');
  await lookOnPhone('a view');

  await page.getByRole('link', { name: 'Tickets', exact: true }).click();
  await page.getByRole('link', { name: 'Kettle leaks' }).waitFor();
  expect(await page.getByLabel('Search').inputValue()).toBe('');
  await page.goto(address);
  await page.getByRole('link', { name: 'Lid is lost' }).waitFor();
  expect(await page.getByLabel('Search').inputValue()).toBe('is');
  expect(await page.getByLabel('Order').inputValue()).toBe('oldest');
  expect(await page.getByRole('link', { name: 'Kettle leaks' }).count()).toBe(0);

  await page.getByLabel('Search').fill('');
  await page.getByRole('link', { name: 'Kettle leaks' }).waitFor();
  await page.getByRole('button', { name: 'Back to the view' }).click();
  await page.getByRole('link', { name: 'Kettle leaks' }).waitFor({ state: 'detached' });
  await page.getByLabel('Search').fill('colour');
  await page.getByRole('link', { name: 'Wrong colour' }).waitFor();
  await page.getByRole('button', { name: 'Update the view' }).click();
  await page.waitForURL(address);
  await page.reload();
  await page.getByRole('link', { name: 'Wrong colour' }).waitFor();

  await page.getByRole('button', { name: 'View Lost things: more' }).click();
  await page.getByRole('menuitem', { name: 'Rename or share …' }).click();
  await dialog.getByLabel('Name').fill('Colours');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Colours', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'View Colours: more' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('heading', { name: 'Tickets', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Colours' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Colours' }).click();
  await page.getByRole('link', { name: 'Wrong colour' }).waitFor();
  await page.goto(`/tickets?view=${newId('savedView')}`);
  await page.getByText('The view of this address is gone.').waitFor();
  await page.getByRole('link', { name: 'Kettle leaks' }).waitFor();
  await look('a view that is gone');
  expect(person.complaints).toEqual([]);
}, 240_000);

it('columns are chosen and put in order by keyboard, kept for the person, and reset', async () => {
  const { page } = person;
  await page.goto('/contacts');
  await page.getByRole('link', { name: 'Nora Bos' }).waitFor();
  const heads = (): Promise<string[]> => page.getByRole('columnheader').allInnerTexts();
  expect(await heads()).toEqual(['Name', 'Addresses', 'Owner', 'Made on']);
  await page.getByRole('button', { name: 'Columns' }).click();
  const dialog = page.getByRole('dialog', { name: 'Columns' });
  await dialog.getByRole('checkbox', { name: 'Customer number' }).focus();
  await page.keyboard.press('Space');
  await dialog.getByRole('checkbox', { name: 'Addresses' }).focus();
  await page.keyboard.press('Space');
  const up = dialog.getByRole('button', { name: 'Move Customer number up' });
  await up.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await look('columns');
  await lookOnPhone('columns');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('cell', { name: 'K-77' }).waitFor();
  expect(await heads()).toEqual(['Name', 'Customer number', 'Owner', 'Made on']);
  await look('chosen columns');
  await lookOnPhone('chosen columns');

  const kept = async (): Promise<unknown> =>
    (await owner.graphql<{ viewer: { preferences: { columns?: unknown } } }>('{ viewer { preferences } }')).viewer.preferences
      .columns;
  await until(async () => JSON.stringify(await kept())?.includes('owner') ?? false, 'the columns are kept on the server');
  await page.evaluate('localStorage.clear()');
  await page.reload();
  await page.getByRole('cell', { name: 'K-77' }).waitFor();
  await page.getByRole('button', { name: 'Columns' }).click();
  await dialog.getByRole('button', { name: 'Back to the usual columns' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('cell', { name: 'K-77' }).waitFor({ state: 'detached' });
  expect(await heads()).toEqual(['Name', 'Addresses', 'Owner', 'Made on']);
  expect(person.complaints).toEqual([]);
}, 240_000);

/** Picks rows by their names and does something to them. */
async function pick(names: readonly string[]): Promise<Locator> {
  for (const name of names) await person.page.getByRole('checkbox', { name: new RegExp(`Select .*${name}`) }).check();
  return person.page.getByRole('toolbar', { name: 'Selection' });
}

it('several rows are given an owner, a stage, a fact and a contact, deleted and restored, each with a way back (U16, D44)', async () => {
  const { page } = person;
  await page.goto('/tickets');
  const cell = (row: string, name: string): Locator =>
    page.getByRole('row', { name: new RegExp(row) }).getByRole('cell', { name, exact: true });
  await cell('Kettle', 'New').waitFor();
  let bar = await pick(['Kettle', 'Lid']);
  await bar.getByText('2 selected').waitFor();
  await look('bulk');
  await lookOnPhone('bulk');
  await bar.getByLabel('Owner').selectOption('Bob');
  for (const row of ['Kettle', 'Lid']) await cell(row, 'Bob').waitFor();
  expect(await cell('colour', 'Bob').count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  for (const row of ['Kettle', 'Lid']) await cell(row, OWNER.name).waitFor();

  bar = await pick(['Kettle', 'colour']);
  await bar.getByLabel('Priority').selectOption('Urgent');
  for (const row of ['Kettle', 'colour']) await cell(row, 'Urgent').waitFor();
  await page.getByText('2 changed').last().waitFor();
  bar = await pick(['Kettle', 'colour']);
  await bar.getByRole('button', { name: 'Associate with a contact' }).click();
  await page.getByLabel('Find a contact').fill('Nora');
  await page.getByRole('button', { name: 'Nora Bos' }).click();
  for (const row of ['Kettle', 'colour'])
    await page
      .getByRole('row', { name: new RegExp(row) })
      .getByRole('link', { name: 'Nora Bos' })
      .waitFor();
  bar = await pick(['Lid']);
  await bar.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('link', { name: 'Lid is lost' }).waitFor({ state: 'detached' });
  await page.getByLabel('State').selectOption('Deleted');
  bar = await pick(['Lid']);
  await look('the bin');
  await bar.getByRole('button', { name: 'Restore' }).click();
  await page.getByText('Nothing fits this filter').waitFor();
  await page.getByLabel('State').selectOption('All');
  await page.getByRole('link', { name: 'Lid is lost' }).waitFor();

  await page.goto('/contacts');
  bar = await pick(['Nora Bos']);
  await bar.getByLabel('Set a fact').selectOption('Customer number');
  await page.getByRole('dialog').getByLabel('Customer number').fill('K-88');
  await look('set a fact');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('1 changed').waitFor();
  await page.getByRole('link', { name: 'Nora Bos' }).click();
  await page.getByRole('button', { name: /^K-88/ }).waitFor();
  expect(person.complaints).toEqual([]);
}, 240_000);

it('a note calls a colleague or his team by @, chosen by keyboard, who is told and comes to it from his list (S64)', async () => {
  const { page } = person;
  await page.goto('/contacts');
  await page.getByRole('link', { name: 'Nora Bos' }).click();
  await page.getByRole('button', { name: 'Add note' }).first().click();
  const field = page.getByLabel('Note', { exact: true });
  await field.pressSequentially('Ask @bo');
  await page.getByRole('listbox', { name: 'Colleagues' }).getByRole('option', { name: 'Bob' }).waitFor();
  await look('a mention in a note');
  await lookOnPhone('a mention in a note');
  await page.keyboard.press('Enter');
  expect(await field.inputValue()).toBe('Ask @Bob ');
  await field.pressSequentially('to call her');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.getByText('@Bob', { exact: true }).first().waitFor();
  await look('a note that calls');
  await act('mutation ($input: TeamSaveInput!) { teamSave(input: $input) { userErrors { message } } }', {
    input: { name: 'Repairs', members: [{ agentId: bob.id }] },
  });
  await page.reload();
  await page.getByRole('button', { name: 'Add note' }).first().click();
  await field.pressSequentially('And @rep');
  await page.getByRole('listbox', { name: 'Colleagues' }).getByRole('option', { name: 'Repairs' }).waitFor();
  await look('a team in a note');
  await page.keyboard.press('Enter');
  await field.pressSequentially('too');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.locator('.crm-body').getByText('@Repairs', { exact: true }).first().waitFor();
  const other = await openBrowser(server.url);
  await other.page.goto('/');
  await signIn(other.page, bob.email, bob.password);
  await other.page.getByRole('button', { name: /^Notifications/ }).click();
  await other.page
    .getByRole('button', { name: /Olga Owner mentioned you/ })
    .last()
    .click();
  await other.page.waitForURL(/\/notes\/not_/);
  expect(await other.page.getByLabel('Note', { exact: true }).inputValue()).toBe('Ask @Bob to call her');
  await settled(other.page);
  await shoot(other.page, 'the note for whom it called');
  expect(other.complaints).toEqual([]);
  await other.close();
  expect(person.complaints).toEqual([]);
}, 240_000);

it('all in a list that is longer than what is shown is changed by the server, and taken back as one thing (U6, U16)', async () => {
  const { page } = person;
  for (let number = 0; number < 60; number += 1)
    await act('mutation ($input: RecordSaveInput!) { recordSave(input: $input) { userErrors { message } } }', {
      input: { id: newId('company'), title: `Company ${number}` },
    });
  await page.goto('/companies');
  await page.getByRole('link', { name: 'Company 59' }).waitFor();
  await page.getByRole('checkbox', { name: 'Select all that are shown' }).check();
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await bar.getByText('50 selected').waitFor();
  await bar.getByRole('button', { name: 'Select all in this list' }).click();
  await bar.getByText('All in this list').waitFor();
  await look('a whole list taken');
  await bar.getByLabel('Owner').selectOption('Bob');
  await page.getByText('60 changed').waitFor();
  await look('a whole list changed');
  const owned = async (): Promise<number> => {
    const all = '{ records(filter: { type: COMPANY }, first: 100) { nodes { title owner { name } } } }';
    const { records } = await owner.graphql<{ records: { nodes: { title: string; owner: { name: string } | null }[] } }>(all);
    return records.nodes.filter(({ title, owner: of }) => title.startsWith('Company ') && of?.name === 'Bob').length;
  };
  expect(await owned()).toBe(60);
  await page.getByRole('button', { name: /Undo/ }).click();
  await page.getByText('60 taken back').waitFor();
  expect(await owned()).toBe(0);
  await page
    .getByRole('row', { name: /Company 59 / })
    .getByRole('cell', { name: 'Bob' })
    .waitFor({ state: 'detached' });
  expect(person.complaints).toEqual([]);
}, 240_000);

it('all contacts that a search finds get a fact, also those that were never scrolled to (S60, U16)', async () => {
  const { page } = person;
  const made = 'mutation ($input: ContactSaveInput!) { contactSave(input: $input) { userErrors { message } } }';
  for (let number = 0; number < 55; number += 1) await act(made, { input: { id: newId('contact'), name: `Visitor ${number}` } });
  await page.goto('/contacts?q=visitor');
  await page.getByRole('link', { name: 'Visitor 54' }).waitFor();
  await page.getByRole('checkbox', { name: 'Select all that are shown' }).check();
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await bar.getByRole('button', { name: 'Select all in this list' }).click();
  await bar.getByLabel('Set a fact').selectOption('Customer number');
  await page.getByRole('dialog').getByLabel('Customer number').fill('V-1');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('55 changed').waitFor();
  const oldest = page.getByRole('link', { name: 'Visitor 0', exact: true });
  await page.getByRole('button', { name: 'More' }).last().click();
  await oldest.click();
  await page.getByRole('button', { name: /^V-1/ }).waitFor();
  expect(person.complaints).toEqual([]);
}, 240_000);

it('deals come in from a file, with stage, amount and whom they are about, and a second time nothing changes (issue 7)', async () => {
  const { page } = person;
  await page.goto('/deals');
  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByRole('heading', { name: 'Import: Deals' }).waitFor();
  const rows = ['Deal ID,Deal name,Stage,Amount,Currency,Close date,Company'].concat([
    'D-1,Forty chairs,Proposal,"1,250.50",EUR,2027-01-31,Chairs and Co',
    'D-2,Tables,Nowhere,10,EUR,,',
    'D-3,Benches,Won,900,USD,,Chairs and Co',
  ]);
  const file = { name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  const bring = async (counts: string): Promise<void> => {
    await page.getByLabel('CSV file').setInputFiles(file);
    await page.getByRole('region', { name: 'Preview' }).getByText('There is no such stage: Nowhere').waitFor();
    expect(await page.getByLabel('A row is found by').inputValue()).toBe('EXTERNAL_ID');
    expect(await page.getByLabel('Close date').inputValue()).toBe('DUE_AT');
    await look(`import of deals, ${counts}`);
    await page.getByRole('button', { name: 'Import 3 rows' }).click();
    await page.getByText(counts).waitFor();
  };
  await lookOnPhone('import of deals');
  await bring('2 new, 0 changed, 0 unchanged, 1 not taken in');
  await bring('0 new, 0 changed, 2 unchanged, 1 not taken in');
  const kept = '{ records(filter: { type: DEAL, search: "forty" }) { nodes { ... on Deal { title externalId } } } }';
  expect(await owner.graphql(kept)).toEqual({ records: { nodes: [{ title: 'Forty chairs', externalId: 'D-1' }] } });
  await look('deals imported');
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('deals imported, dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('navigation', { name: 'People and work' }).getByRole('link', { name: 'Deals' }).click();
  await page.getByRole('link', { name: 'Forty chairs' }).click();
  await page.getByRole('link', { name: 'Chairs and Co' }).waitFor();
  await page.getByText('1,250.50').first().waitFor();
  await look('a deal from a file');
  expect(person.complaints).toEqual([]);
}, 240_000);

it('a deal has its currency, the usual one is chosen in the settings, and each stage says what it is worth (issue 7)', async () => {
  const { page } = person;
  await page.goto('/settings/pipelines');
  await page.getByLabel('Currency of new amounts').selectOption('GBP');
  await page.getByText('Saved: GBP').waitFor();
  await look('the currency of new amounts');
  await page.goto('/deals?layout=board');
  await page.getByRole('button', { name: 'Create deal' }).first().click();
  const form = page.getByRole('form', { name: 'Create deal' });
  await form.getByLabel('Name').fill('A desk');
  await form.getByLabel('Amount').fill('75');
  expect(await form.getByLabel('Currency').inputValue()).toBe('GBP');
  await look('a deal in pounds');
  await lookOnPhone('a deal in pounds');
  await form.getByRole('button', { name: 'Save' }).click();
  const worth = page.getByRole('list', { name: 'Worth together' });
  await worth.getByText('£75.00').waitFor();
  await worth.getByText('€1,250.50').waitFor();
  await look('what stages are worth');
  expect(person.complaints).toEqual([]);
}, 240_000);
