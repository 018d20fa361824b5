import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PostOffice } from '../mail/post-office.js';
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
  await look('a new snippet');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('only for you, All inboxes').waitFor();
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
  await page.keyboard.press('Control+Enter');
  await inbox.said('Olga Owner', 'Dear Nora, we open at 9.');
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
}, 240_000);
