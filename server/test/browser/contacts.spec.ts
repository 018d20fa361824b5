import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type Mailbox, PostOffice } from '../mail/post-office.js';
import { OWNER } from '../server/server.js';
import { makeAgent, makeConversation, makeInbox } from '../server/world.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';

let office: PostOffice;
let box: Mailbox;
let person: Person;
let mails = 0;
const shoot = camera('contacts');

beforeAll(async () => {
  office = await PostOffice.open();
  box = await office.connect('sales@contacts.test');
  person = await openBrowser(office.server.url);
  await person.page.goto(`/inbox/${box.inboxId}/all`);
  await signIn(person.page, OWNER.email, OWNER.password);
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

async function write(from: string, subject: string): Promise<void> {
  const id = `<c${(mails += 1)}@cust.test>`;
  await box.receive(
    [`From: ${from}`, `To: ${box.address}`, `Subject: ${subject}`, `Message-ID: ${id}`, '', 'Tell me.'].join('\r\n'),
  );
}

/** The panel beside a conversation that is open. */
const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'About the contact' });
/** One of its parts, such as the tickets with their number. */
const partOf = (page: Page, name: string): Locator =>
  panelOf(page)
    .locator('details')
    .filter({ has: page.locator('summary', { hasText: name }) });

async function open(subject: string): Promise<void> {
  await person.page.goto(`/inbox/${box.inboxId}/all`);
  await new InboxPage(person.page).open(subject);
}

async function more(action: string): Promise<void> {
  await panelOf(person.page).getByRole('button', { name: 'More about this contact' }).click();
  await person.page.getByRole('menuitem', { name: action }).click();
}

it('stands beside his conversation with the facts that matter, and his name opens the record in a new tab (S44, S45, S60)', async () => {
  const { page } = person;
  const label = 'Customer number';
  const input = { id: `prp_${'0190c5e4b6a87c9d8e1f2a3b4c5d6e7f'}`, label, type: 'TEXT', inAbout: true };
  await office.owner.graphql(
    'mutation ($input: ContactPropertyInput!) { contactPropertySave(input: $input) { userErrors { message } } }',
    { input },
  );
  await write('Nora Jansen <nora@jansen.test>', 'A quote please');
  await open('A quote please');
  const panel = panelOf(page);
  await panel.getByRole('link', { name: 'Nora Jansen' }).waitFor();
  await panel.getByText('nora@jansen.test').waitFor();
  await panel.getByText(label, { exact: true }).waitFor();
  await look('panel');
  const opens = page.waitForEvent('popup');
  await panel.getByRole('link', { name: 'Nora Jansen' }).click();
  const record = await opens;
  await record.getByRole('heading', { name: 'Nora Jansen' }).waitFor();
  await record.getByText('A quote please').waitFor();
  await record.close();
}, 240_000);

it('gets a ticket from the panel, which may have several conversations (S46, D15)', async () => {
  const { page } = person;
  await panelOf(page).getByRole('button', { name: 'Create ticket' }).first().click();
  const form = page.getByRole('form', { name: 'Create ticket' });
  expect(await form.getByLabel('Name', { exact: true }).inputValue()).toBe('A quote please');
  await form.getByLabel('Priority').selectOption('HIGH');
  await form.getByRole('button', { name: 'Save' }).click();
  await partOf(page, 'Tickets')
    .getByRole('link', { name: /A quote please/ })
    .waitFor();
  await write('Nora Jansen <nora@jansen.test>', 'More about the quote');
  await new InboxPage(page).row('More about the quote').waitFor();
  const { contacts, conversations, records } = await office.owner.graphql<{
    contacts: { nodes: { id: string }[] };
    conversations: { nodes: { id: string; subject: string }[] };
    records: { nodes: { id: string }[] };
  }>(`{ contacts(search: "nora@jansen.test") { nodes { id } } conversations { nodes { id subject } }
    records(filter: { type: TICKET, search: "quote" }) { nodes { id } } }`);
  expect(contacts.nodes).toHaveLength(1);
  const second = conversations.nodes.find(({ subject }) => subject === 'More about the quote');
  const id = records.nodes[0]?.id ?? '';
  await office.owner.graphql('mutation ($id: ID!, $toId: ID!) { recordLink(id: $id, toId: $toId) { userErrors { message } } }', {
    id,
    toId: second?.id,
  });
  await page.goto(`/tickets/${id}`);
  const about = page.getByRole('region', { name: 'What it is about' });
  for (const name of [/A quote please/, /More about the quote/, 'Nora Jansen']) await about.getByRole('link', { name }).waitFor();
  await look('ticket with two conversations');
}, 240_000);

it('is written to, called, noted about, reminded of and sold to from the menu (S47 to S51, S54, S61)', async () => {
  const { page } = person;
  await open('A quote please');
  await more('E-mail');
  const compose = page.getByRole('dialog', { name: /New message/ });
  await compose.getByText('nora@jansen.test').waitFor();
  await compose.getByRole('button', { name: 'Close and keep the draft' }).click();
  await compose.waitFor({ state: 'detached' });
  await more('Log a call');
  const call = page.getByRole('form', { name: 'Log a call' });
  await call.getByLabel('Phone number').fill('+31 20 555 1234');
  await call.getByLabel('How it ended').selectOption('LEFT_MESSAGE');
  await call.getByLabel('Minutes').fill('3:20');
  await call.getByRole('button', { name: 'Save' }).click();
  await partOf(page, 'Calls').getByText('Left a message').waitFor();
  await more('Add note');
  const note = page.getByRole('form', { name: 'Add note' });
  await note.getByLabel('Note').fill('Wants it in blue');
  await note.getByRole('button', { name: 'Save' }).click();
  await partOf(page, 'Notes').getByText('Wants it in blue').first().waitFor();
  await more('Create task');
  const task = page.getByRole('form', { name: 'Create task' });
  await task.getByLabel('What is to be done').fill('Send the quote');
  await task.getByLabel('Due').fill('2031-03-04T10:00');
  await task.getByLabel('Remind at').fill('2031-03-04T09:00');
  await task.getByRole('button', { name: 'Save' }).click();
  await partOf(page, 'Tasks').getByRole('link', { name: 'Send the quote' }).waitFor();
  await more('Create deal');
  const deal = page.getByRole('form', { name: 'Create deal' });
  await deal.getByLabel('Name', { exact: true }).fill('Forty chairs');
  await deal.getByLabel('Amount', { exact: true }).fill('1200');
  await deal.getByRole('button', { name: 'Save' }).click();
  await partOf(page, 'Deals').getByRole('link', { name: 'Forty chairs' }).waitFor();
  for (const [name, count] of [
    ['Tickets', '1'],
    ['Deals', '1'],
    ['Tasks', '1'],
    ['Notes', '1'],
    ['Calls', '1'],
  ] as const)
    await partOf(page, name).locator('summary').getByText(count, { exact: true }).waitFor();
  await look('panel with records');
}, 240_000);

it('is taken off a conversation, which is then of an unknown visitor, and given to another (S53)', async () => {
  const { page } = person;
  await write('Piet Klaassen <piet@klaassen.test>', 'Who am I');
  await write('Ada Bos <ada@bos.test>', 'I am Ada');
  await open('I am Ada');
  await open('Who am I');
  await more('Disassociate contact');
  await panelOf(page).getByText('Unknown visitor').first().waitFor();
  await panelOf(page).getByLabel('Find a contact').fill('ada@b');
  await panelOf(page).getByRole('button', { name: 'Ada Bos' }).click();
  await panelOf(page).getByRole('link', { name: 'Ada Bos' }).waitFor();
  await look('associated with another');
}, 240_000);

it('shows what was said before, of other inboxes as a number, also when two have become one (S62, G14 72)', async () => {
  const { page } = person;
  await partOf(page, 'Earlier conversations')
    .getByRole('link', { name: /I am Ada/ })
    .waitFor();
  const found = await office.owner.graphql<{ contacts: { nodes: { id: string; name: string }[] } }>(
    '{ contacts(first: 50) { nodes { id name } } }',
  );
  const idOf = (name: string) => found.contacts.nodes.find((one) => one.name === name)?.id;
  const input = {
    id: `mrg_${'0190c5e4b6a87c9d8e1f2a3b4c5d6e70'}`,
    winnerId: idOf('Ada Bos'),
    loserId: idOf('Nora Jansen'),
    sure: true,
  };
  await office.owner.graphql('mutation ($input: ContactMergeInput!) { contactMerge(input: $input) { userErrors { message } } }', {
    input,
  });
  for (const name of [/I am Ada/, /A quote please/, /More about the quote/])
    await partOf(page, 'Earlier conversations').getByRole('link', { name }).waitFor();
  const { server, owner } = office;
  const seen = await makeInbox(owner, 'For all');
  await makeConversation(server, seen, 'Seen by all');
  await makeConversation(server, await makeInbox(owner, 'For few', []), 'Seen by few');
  const { email, password } = await makeAgent(server, owner, 'Mia');
  const mia = await openBrowser(server.url);
  await mia.page.goto(`/inbox/${seen}/all`);
  await signIn(mia.page, email, password);
  await new InboxPage(mia.page).open('Seen by all');
  await panelOf(mia.page).getByText('1 conversation in inboxes without access').waitFor();
  await mia.close();
}, 240_000);

it('lies in the bin when he is deleted, and comes back as he was; erasing him fits a phone (D44, O12)', async () => {
  const { page } = person;
  await page.goto('/contacts?q=piet%20klaas');
  await page.getByRole('link', { name: 'Piet Klaassen' }).click();
  await page.getByRole('heading', { name: 'Piet Klaassen' }).waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  // Going on by an address before the answer is there would end the question.
  await page.waitForURL(/\/contacts(\?|$)/);
  await page.goto('/contacts?q=klaassen');
  await page.getByText('Nothing fits this filter').waitFor();
  await page.goto('/contacts?q=klaassen&bin=true');
  await page.getByRole('link', { name: 'Piet Klaassen' }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('button', { name: 'Delete' }).waitFor();
  await page.goto('/contacts?q=pie');
  await page.getByRole('link', { name: 'Piet Klaassen' }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase this person for good' });
  await dialog.getByLabel('Type Piet Klaassen to confirm').waitFor();
  await look('erase on a phone');
  expect(await dialog.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1440, height: 900 });
}, 240_000);
