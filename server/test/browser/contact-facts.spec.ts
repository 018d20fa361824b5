import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { until } from '../support/until.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { signIn } from './pages/settings.js';

/** Facts of each type, from the settings to a contact, its list and a file of it; and deals with amounts, in both themes and on a phone. */
let server: TestServer;
let owner: TestClient;
let person: Person;
const shoot = camera('contact-facts');

const FACTS = [
  { label: 'Customer number', type: 'Text', value: 'K-77', shown: 'K-77', file: 'K-77' },
  { label: 'Seats', type: 'Number', value: '1200.5', shown: '1,200.5', file: '1200.5' },
  { label: 'Customer since', type: 'Day', value: '2024-02-29', shown: '29/02/2024', file: '2024-02-29' },
  { label: 'Size', type: 'Choice', value: 'Large', shown: 'Large', file: 'Large' },
  { label: 'Newsletter', type: 'Yes or no', value: 'Yes', shown: 'Yes', file: 'yes' },
  { label: 'Website', type: 'Link', value: 'https://bos.example/', shown: 'https://bos.example/', file: 'https://bos.example/' },
] as const;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  const contactId = newId('contact');
  await act('contactSave', 'ContactSaveInput', { id: contactId, name: 'Nora Bos' });
  await act('contactSave', 'ContactSaveInput', { id: newId('contact'), name: 'Otto Vos' });
  for (const [title, amount, currency] of [
    ['Forty chairs', 1_250_050, 'EUR'],
    ['A very long name of a deal about tables, benches and everything that goes with them', 99, 'GBP'],
    ['Lamps', 123_456_789, 'JPY'],
  ] as const)
    await act('recordSave', 'RecordSaveInput', { id: newId('deal'), title, amount, currency, linkIds: [contactId] });
  person = await openBrowser(server.url);
}, 240_000);
afterAll(async () => {
  await person.close();
  await server.close();
}, 240_000);

async function act(name: string, type: string, input: Record<string, unknown>): Promise<void> {
  const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { message } } }`;
  const answer = await owner.graphql<Record<string, { userErrors: unknown[] }>>(mutation, { input });
  expect(answer[name]?.userErrors).toEqual([]);
}

/** Pictures in both themes, on a screen and on a phone; axe finds nothing, and nothing is wider than the screen. */
async function look(title: string, { page } = person): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
      await page.setViewportSize({ width, height });
      await settled(page);
      await shoot(page, `${title}, ${colorScheme}, ${width}`);
      expect(await barriers(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** The rows of the file that the list that is shown leaves in. */
async function exported(): Promise<Record<string, string>[]> {
  const { page } = person;
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download CSV' }).click();
  return parse(await readFile(await (await waiting).path()), { columns: true, bom: true });
}

it('facts of each type are made in the settings (S60, issue 7)', async () => {
  const { page } = person;
  await page.goto('/settings/contact-fields');
  await signIn(page, OWNER.email, OWNER.password);
  const form = page.getByRole('form', { name: 'Add a fact' });
  for (const { label, type } of FACTS) {
    await form.getByLabel('Name of the fact').fill(label);
    await form.getByLabel('Type').selectOption(type);
    if (type === 'Choice') await form.getByLabel('Choices, one a line').fill('Small\nLarge');
    await form.getByRole('button', { name: 'Add a fact' }).click();
    await page.getByRole('list', { name: 'Contact facts' }).getByText(label, { exact: true }).waitFor();
  }
  await page.getByText('Choice · Small · Large').waitFor();
  await look('the settings of facts');
  expect(person.complaints).toEqual([]);
}, 240_000);

it('each is filled in at a contact, in its own way (S60)', async () => {
  const { page } = person;
  await page.goto('/contacts');
  await page.getByRole('link', { name: 'Nora Bos' }).click();
  for (const { label, type, value, shown } of FACTS) {
    if (type === 'Choice' || type === 'Yes or no') {
      await page.getByLabel(label, { exact: true }).selectOption(value);
      continue;
    }
    await page.getByRole('button', { name: `Change ${label}` }).click();
    await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByLabel(label, { exact: true }).press('Enter');
    await page.getByRole('button', { name: `${shown} Change ${label}` }).waitFor();
  }
  await page.reload();
  await page.getByRole('button', { name: 'K-77 Change Customer number' }).waitFor();
  expect(await page.getByLabel('Size', { exact: true }).inputValue()).toBe('Large');
  expect(await page.getByLabel('Newsletter', { exact: true }).inputValue()).toBe('true');
  expect(await page.getByRole('link', { name: /Website/ }).getAttribute('href')).toBe('https://bos.example/');
  await look('a contact with facts');
  expect(person.complaints).toEqual([]);
}, 240_000);

it('they are columns of the list, and stand in its file as its filters leave it (S60, G14 73)', async () => {
  const { page } = person;
  await page.goto('/contacts');
  await page.getByRole('link', { name: 'Nora Bos' }).waitFor();
  await page.getByRole('button', { name: 'Columns' }).click();
  const dialog = page.getByRole('dialog', { name: 'Columns' });
  for (const { label } of FACTS) await dialog.getByRole('checkbox', { name: label }).check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  const row = page.getByRole('row', { name: /Nora Bos/ });
  for (const { shown } of FACTS) await row.getByRole('cell', { name: shown, exact: true }).waitFor();
  await look('facts in the list');
  const all = await exported();
  expect(all.map(({ name }) => name)).toEqual(['Otto Vos', 'Nora Bos']);
  const facts = (of: Record<string, string> | undefined) => FACTS.map(({ label }) => of?.[label]);
  expect(facts(all[1])).toEqual(FACTS.map(({ file }) => file));
  expect(facts(all[0])).toEqual(FACTS.map(() => ''));
  await page.getByLabel('Search').fill('otto');
  await page.getByRole('link', { name: 'Nora Bos' }).waitFor({ state: 'detached' });
  expect((await exported()).map(({ name }) => name)).toEqual(['Otto Vos']);
  await page.getByLabel('Search').fill('');
  await page.getByRole('link', { name: 'Nora Bos' }).waitFor();
  // By a fact: what is chosen among a few, and what is typed.
  const filters = page.getByRole('search');
  await filters.getByLabel('Fact').selectOption('Size');
  await filters.getByRole('group', { name: 'Size' }).getByRole('checkbox', { name: 'Large' }).check();
  await page.getByRole('link', { name: 'Otto Vos' }).waitFor({ state: 'detached' });
  await look('the list by a fact');
  expect((await exported()).map(({ name }) => name)).toEqual(['Nora Bos']);
  await filters.getByRole('checkbox', { name: 'Large' }).uncheck();
  await page.getByRole('link', { name: 'Otto Vos' }).waitFor();
  await filters.getByRole('checkbox', { name: 'Small' }).check();
  await page.getByText('Nothing fits this filter').waitFor();
  await filters.getByRole('checkbox', { name: 'Large' }).check();
  await page.getByRole('link', { name: 'Nora Bos' }).waitFor();
  expect(person.complaints).toEqual([]);
}, 240_000);

const shows = async (name: string | null): Promise<void> => {
  const { page } = person;
  for (const one of ['Nora Bos', 'Otto Vos'])
    await page.getByRole('link', { name: one }).waitFor({ state: name === null || name === one ? 'visible' : 'detached' });
};

it('each type is looked for in its own ways, and a view keeps them (S60, D1)', async () => {
  const { page } = person;
  const filters = page.getByRole('search');
  const fact = (label: string) => filters.getByLabel('Fact').selectOption(label);
  const how = (way: string) => filters.getByLabel('Condition').selectOption(way);
  // Numbers and days from one to another; what is no number is said to be none, and is not looked for.
  await fact('Seats');
  await shows(null);
  await filters.getByLabel('Seats from').fill('many');
  await filters.getByText('That is no number.').waitFor();
  await shows(null);
  await filters.getByLabel('Seats from').fill('1200,5');
  await shows('Nora Bos');
  await filters.getByLabel('Seats up to').fill('1300');
  await look('the list by a range');
  await page.reload();
  await shows('Nora Bos');
  expect(await filters.getByLabel('Seats from').inputValue()).toBe('1200.5');
  await filters.getByLabel('Seats from').fill('1201');
  await page.getByText('Nothing fits this filter').waitFor();
  await how('is empty');
  await shows('Otto Vos');
  await how('is filled in');
  await shows('Nora Bos');
  await fact('Customer since');
  await shows(null);
  await filters.getByLabel('Customer since from').fill('2024-02-01');
  await filters.getByLabel('Customer since up to').fill('2024-02-29');
  await shows('Nora Bos');
  // Texts and links by words, or as a whole.
  await fact('Website');
  await shows(null);
  await filters.getByLabel('Website').fill('bos.exa');
  await shows('Nora Bos');
  await how('is');
  await shows(null);
  await filters.getByLabel('Website').fill('https://bos.example/');
  await shows('Nora Bos');
  await fact('Newsletter');
  await shows(null);
  await filters.getByLabel('Newsletter').selectOption('Yes');
  await shows('Nora Bos');
  await how('is empty');
  await shows('Otto Vos');
  // A view holds it, and the whole list is changed by it.
  await fact('Customer number');
  await filters.getByLabel('Customer number').fill('K-7');
  await shows('Nora Bos');
  await page.getByRole('button', { name: 'Save as view' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Numbered');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Numbered', level: 1 }).waitFor();
  await page.goto('/contacts');
  await shows(null);
  await page.getByRole('link', { name: 'Numbered' }).first().click();
  await shows('Nora Bos');
  expect(await filters.getByLabel('Condition').inputValue()).toBe('contains');
  expect(await filters.getByLabel('Customer number').inputValue()).toBe('K-7');
  await page.goto('/contacts');
  expect(person.complaints).toEqual([]);
}, 240_000);

/** The words of the table that stand on more than one line. */
const TORN = `[...document.querySelectorAll('.crm-grid :is(td, th)')].flatMap((cell) => {
  const torn = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const { 0: word, index } of node.textContent.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) torn.push(word);
    }
  return torn;
})`;

it('a wide table scrolls below its names, by the keyboard too; words stay whole, and the page stands still (U32)', async () => {
  const { page } = person;
  const long = 'An exceptionally comprehensive description of accountability';
  const id = newId('contact');
  await act('contactSave', 'ContactSaveInput', {
    id,
    name: 'Philippa Featherstonehaugh-Cholmondeley',
    addIdentities: [{ kind: 'email', value: 'philippa.featherstonehaugh@department.of.internal.affairs.example' }],
  });
  const { contactProperties } = await owner.graphql<{ contactProperties: { id: string; label: string }[] }>(
    '{ contactProperties { id label } }',
  );
  const number = contactProperties.find(({ label }) => label === 'Customer number')?.id ?? '';
  await act('contactSave', 'ContactSaveInput', { id, fields: { [number]: long } });
  await page.goto('/contacts');
  await page.getByRole('button', { name: 'Columns' }).click();
  const dialog = page.getByRole('dialog', { name: 'Columns' });
  for (const label of ['Email', 'Phone']) await dialog.getByRole('checkbox', { name: label, exact: true }).check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('cell', { name: long }).waitFor();
  await page.getByRole('checkbox', { name: /Philippa/ }).check();
  await look('a wide list');
  const region = page.getByRole('region', { name: 'Contacts' });
  const wide = await region.evaluate((node) => [node.scrollWidth > node.clientWidth, node.scrollLeft]);
  expect(wide).toEqual([true, 0]);
  const name = page.getByRole('rowheader', { name: /Philippa/ });
  const before = await name.boundingBox();
  await region.focus();
  for (let n = 0; n < 20; n += 1) await page.keyboard.press('ArrowRight');
  await until(() => region.evaluate((node) => node.scrollLeft > 100), 'the table has scrolled');
  expect((await name.boundingBox())?.x).toBe(before?.x);
  await shoot(page, 'a wide list, scrolled');
  // No word of a cell is on two lines.
  const broken = await page.evaluate(TORN);
  expect(broken).toEqual([]);
  await page.getByRole('checkbox', { name: /Philippa/ }).uncheck();
  await owner.graphql('mutation ($ids: [ID!]!) { contactsDelete(ids: $ids) { userErrors { code } } }', { ids: [id] });
  expect(person.complaints).toEqual([]);
}, 240_000);

it('deals leave in a file with amounts as people write them, and have their currencies in list, board and record (issue 7)', async () => {
  const { page } = person;
  await page.goto('/deals');
  await page.getByRole('link', { name: 'Forty chairs' }).waitFor();
  await look('deals');
  const deals = await exported();
  expect(deals.map(({ title, amount, currency }) => [title?.slice(0, 12), amount, currency])).toEqual([
    ['Lamps', '123456789', 'JPY'],
    ['A very long ', '0.99', 'GBP'],
    ['Forty chairs', '12500.50', 'EUR'],
  ]);
  expect(deals[0]).toMatchObject({ contacts: 'Nora Bos' });
  await page.goto('/deals?layout=board');
  const worth = page.getByRole('list', { name: 'Worth together' });
  for (const sum of ['€12,500.50', '£0.99', 'JP¥123,456,789']) await worth.getByText(sum).waitFor();
  await look('the board of deals');
  await page.getByRole('link', { name: 'Forty chairs' }).click();
  expect(await page.getByLabel('Amount').inputValue()).toBe('12500.50');
  await look('a deal');
  await page.goto('/contacts');
  await page.getByRole('link', { name: 'Nora Bos' }).click();
  await page.getByRole('heading', { name: 'Nora Bos' }).waitFor();
  await page.locator('summary', { hasText: 'Deals' }).click();
  await page.getByText('JP¥123,456,789').first().waitFor();
  await look('the deals of a contact');
  expect(person.complaints).toEqual([]);
}, 240_000);

it('all of it is there in Dutch', async () => {
  const dutch = await openBrowser(server.url, { locale: 'nl-NL' });
  try {
    const { page } = dutch;
    await page.goto('/settings/contact-fields');
    await page.getByRole('button', { name: 'Nederlands' }).click();
    await page.getByLabel('E-mailadres').fill(OWNER.email);
    await page.getByLabel('Wachtwoord', { exact: true }).fill(OWNER.password);
    await page.locator('button[type=submit]').click();
    await page.getByRole('heading', { name: 'Contactgegevens' }).first().waitFor();
    for (const type of ['Tekst', 'Getal', 'Datum', 'Keuze · Small · Large', 'Ja of nee', 'Link'])
      await page.getByRole('list', { name: 'Contactgegevens' }).getByText(type, { exact: true }).first().waitFor();
    await look('the settings in Dutch', dutch);
    await page.goto('/contacts');
    await page.getByRole('heading', { name: 'Contacten', level: 1 }).waitFor();
    const row = page.getByRole('row', { name: /Nora Bos/ });
    for (const shown of ['1.200,5', '29-2-2024', 'Ja']) await row.getByRole('cell', { name: shown, exact: true }).waitFor();
    await page.getByRole('button', { name: 'Exporteren', exact: true }).click();
    await page.getByText('Alle rijen van de lijst zoals die nu is gefilterd, als CSV.').waitFor();
    await look('a list to leave in a file, in Dutch', dutch);
    await page.goto('/deals');
    await page.getByText('€ 12.500,50').first().waitFor();
    expect(dutch.complaints).toEqual([]);
  } finally {
    await dutch.close();
  }
}, 240_000);
