import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { PostOffice } from '../mail/post-office.js';
import { unzipped } from '../support/unzipped.js';
import { OWNER } from '../server/server.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';

let office: PostOffice;
let person: Person;
const shoot = camera('everyday');

beforeAll(async () => {
  office = await PostOffice.open();
  person = await openBrowser(office.server.url);
}, 240_000);
afterAll(async () => {
  await person.close();
  await office.close();
}, 240_000);

/** A picture of what is seen, which nothing may keep anybody from. */
async function look(title: string): Promise<void> {
  await settled(person.page);
  await shoot(person.page, title);
  expect(await barriers(person.page)).toEqual([]);
}

it('a conversation is given to a team, waits in the view of the team, and is taken back (S37)', async () => {
  const { page } = person;
  const inbox = new InboxPage(page);
  const box = await office.connect('support@everyday.test');
  const me = await office.owner.graphql<{ viewer: { id: string } }>('{ viewer { id } }');
  await office.owner.graphql('mutation ($input: TeamSaveInput!) { teamSave(input: $input) { userErrors { message } } }', {
    input: { name: 'Repairs', members: [{ agentId: me.viewer.id }] },
  });
  const head = ['From: Nora <nora@cust.test>', `To: ${box.address}`, 'Subject: Broken kettle', 'Message-ID: <k1@cust.test>'];
  await box.receive([...head, '', 'It leaks.'].join('\r\n'));
  await page.goto(`/inbox/${box.inboxId}/all`);
  await signIn(page, OWNER.email, OWNER.password);
  await inbox.open('Broken kettle');
  await inbox.assignee.click();
  await look('teams');
  await page.getByRole('menuitem', { name: 'Repairs' }).click();
  await page.getByRole('button', { name: 'Assignee: Repairs' }).waitFor();
  await inbox.thread.getByText('assigned the conversation to Repairs').waitFor();
  await inbox.view('Repairs');
  await inbox.open('Broken kettle');
  await look('view of the team');
  await inbox.view('Unassigned');
  await inbox.row('Broken kettle').waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  await inbox.row('Broken kettle').waitFor();
}, 240_000);

it('a snippet is made in the settings, and brought into an answer with what is known filled in (S63, D38, U12)', async () => {
  const { page } = person;
  const inbox = new InboxPage(page);
  const box = await office.connect('help@everyday.test');
  const head = [
    'From: Nora Jansen <nora.jansen@cust.test>',
    `To: ${box.address}`,
    'Subject: When are you open',
    'Message-ID: <o1@cust.test>',
  ];
  await box.receive([...head, '', 'Tell me.'].join('\r\n'));
  await page.goto('/settings/snippets');
  await page.getByRole('button', { name: 'New snippet' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Opening hours');
  await page.getByLabel('Shortcut').fill('/Hours');
  await page.getByRole('textbox', { name: 'Text', exact: true }).click();
  await page.keyboard.type('Dear {contact.first_name|customer}, we open at 9. {agent.name}');
  const price = { name: 'prices.txt', mimeType: 'text/plain', buffer: Buffer.from('A kettle is 20.') };
  await page.locator('form.editor input[type=file]').last().setInputFiles(price);
  await page.getByRole('list', { name: 'Attachments' }).getByText('15').waitFor();
  await look('a new snippet');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('only for you, All inboxes').waitFor();
  await page.getByText('prices.txt').waitFor();
  await look('snippets');
  await page.goto(`/inbox/${box.inboxId}/all`);
  await inbox.open('When are you open');
  // The key means something only once the conversation is there to be answered.
  await inbox.editor.waitFor();
  await page.keyboard.press('r');
  await inbox.focused(inbox.editor);
  await page.keyboard.type('Hello. /hrs');
  await page.getByRole('option', { name: /Opening hours/ }).waitFor();
  await look('the list in the editor');
  await page.keyboard.press('Enter');
  await inbox.editor.getByText('Hello. Dear Nora, we open at 9. Olga Owner').waitFor();
  await inbox.thread.getByRole('button', { name: 'Remove prices.txt' }).waitFor();
  await look('a snippet with its file');
  await page.keyboard.press('Control+Enter');
  await inbox.said('Olga Owner', 'Dear Nora, we open at 9.');
  expect(await inbox.download('prices.txt')).toEqual({ name: 'prices.txt', content: 'A kettle is 20.' });
}, 240_000);

it('contacts come in from a file and leave in one, and a person gets all that is kept of him (G14 73, O12)', async () => {
  const { page } = person;
  await page.goto('/contacts');
  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByText('Nothing was imported yet').waitFor();
  const rows = ['Naam;E-mail;Telefoon;Bedrijf', 'Zoë Bakker;zoe@file.test;+31 20 555;Bakkerij', 'Ann;no address;;', ';;;;x'];
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n'), 'latin1') };
  await page.getByLabel('CSV file').setInputFiles(file);
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByText('That is no e-mail address: no address').waitFor();
  expect(await page.getByLabel('Encoding').inputValue()).toBe('windows-1252');
  expect(await page.getByLabel('Bedrijf').inputValue()).toBe('COMPANY');
  await page.getByLabel('Telefoon').selectOption({ label: 'Skip' });
  await page.getByLabel('Telefoon').selectOption({ label: 'Phone' });
  await look('import preview');
  await page.setViewportSize({ width: 390, height: 844 });
  await look('import preview on a phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await page.getByText('1 new, 0 changed, 0 unchanged, 2 not taken in').waitFor();
  await look('import done');
  const saved = async (name: string): Promise<string> => {
    const waiting = page.waitForEvent('download');
    await page.getByRole(name.startsWith('Report') || name === 'Download CSV' ? 'link' : 'button', { name }).click();
    return readFile(await (await waiting).path(), 'latin1');
  };
  const report = await saved('Report of rows not taken in');
  expect(report).toContain('3,That is no e-mail address: no address,Ann,no address,,');
  expect(report).toContain('4,The row has more cells than the first row');

  await page.goto('/contacts?q=zoe%40file');
  await page.getByRole('link', { name: 'Zoë Bakker' }).waitFor();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await look('export a list');
  const list = Buffer.from(await saved('Download CSV'), 'latin1')
    .toString('utf8')
    .split('\r\n');
  expect(list[0]).toMatch(/^\uFEFFid,name,email,phone/);
  expect(list.slice(1)).toEqual([expect.stringContaining("Zoë Bakker,zoe@file.test,'+31 20 555,,Bakkerij"), '']);
  await page.getByRole('link', { name: 'Zoë Bakker' }).click();
  await page.getByRole('button', { name: 'Export data' }).click();
  await page.getByRole('button', { name: 'Make archive' }).click();
  await page.getByRole('button', { name: 'Download', exact: true }).waitFor();
  await look('export a person');
  expect(
    unzipped(Buffer.from(await saved('Download'), 'latin1'))
      .get('contact.json')
      ?.toString(),
  ).toContain('Zoë Bakker');
  await page.goto('/tickets');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  expect(await saved('Download CSV')).toContain('id,number,title');
}, 240_000);

it('a person is erased after his name was typed, and what others said to him stays without him (O12, ux 4.5)', async () => {
  const { page } = person;
  const inbox = new InboxPage(page);
  const box = await office.connect('info@everyday.test');
  const people = ['From: Pia Vogel <pia@cust.test>', `To: ${box.address}`, 'Cc: Wim <wim@cust.test>'];
  await box.receive([...people, 'Subject: The cage', 'Message-ID: <c1@cust.test>', '', 'It is rusty.'].join('\r\n'));
  const reply = ['From: Wim <wim@cust.test>', `To: ${box.address}`, 'Subject: Re: The cage', 'In-Reply-To: <c1@cust.test>'];
  await box.receive([...reply, 'Message-ID: <c2@cust.test>', '', 'Ask Pia Vogel for the key.'].join('\r\n'));
  await page.goto(`/inbox/${box.inboxId}/all`);
  await inbox.open('The cage');
  await inbox.said('Wim', 'Ask Pia Vogel for the key.');
  const thread = page.url();
  await page.goto('/contacts');
  await page.getByRole('link', { name: 'Pia Vogel' }).click();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase this person for good' });
  const confirm = dialog.getByRole('button', { name: 'Erase for good' });
  await dialog.getByLabel('Type Pia Vogel to confirm').fill('Pia');
  expect(await confirm.isDisabled()).toBe(true);
  await look('erase a person');
  await dialog.getByLabel('Type Pia Vogel to confirm').fill('Pia Vogel');
  await confirm.click();
  await page.getByText('Erased. What is left').waitFor();
  await page.getByRole('link', { name: 'Pia Vogel' }).waitFor({ state: 'detached' });
  await page.goto(thread);
  await inbox.said('Wim', 'Ask […] for the key.');
  await inbox.said('Erased person', 'What this person wrote was erased.');
  await look('an erased person in a conversation');
  await inbox.personal('Nederlands');
  await page.locator('html[lang=nl]').waitFor();
  await inbox.personal('Donker');
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  await inbox.thread.getByText('Wat deze persoon schreef, is gewist.').waitFor();
  await look('nl-dark-thread');
  await page.goto('/contacts');
  await page.getByRole('link', { name: 'Wim' }).click();
  await page.getByRole('button', { name: 'Wissen', exact: true }).click();
  await page.getByLabel('Typ Wim om te bevestigen').waitFor();
  await look('nl-dark-erase');
  await page.goto('/contacts/import');
  await page.getByText('1 nieuw, 0 gewijzigd, 0 ongewijzigd, 2 niet overgenomen').waitFor();
  await page
    .getByLabel('CSV-bestand')
    .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('email;id\nx;1') });
  await page.getByText('Dat is geen e-mailadres: x').waitFor();
  await look('nl-dark-import');
}, 240_000);
