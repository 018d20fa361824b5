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
let person: Person;
const shoot = camera('lists');

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  await makeInbox(owner, 'Support');
  await makeAgent(server, owner, 'Bob');
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
  await page.getByText('K-88').waitFor();
  expect(person.complaints).toEqual([]);
}, 240_000);

it('all in a list that is longer than what is shown is changed with its progress', async () => {
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
  await bar.getByLabel('Owner').selectOption('Bob');
  await page.getByText('60 changed').waitFor();
  await page.goto('/companies?order=oldest');
  await page
    .getByRole('row', { name: /Company 0 / })
    .getByRole('cell', { name: 'Bob' })
    .waitFor();
  expect(person.complaints).toEqual([]);
}, 240_000);
