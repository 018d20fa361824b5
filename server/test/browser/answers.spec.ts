import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PostOffice } from '../mail/post-office.js';
import { close, send } from '../mail/scenario.js';
import { OWNER } from '../server/server.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { SettingsPages, signIn } from './pages/settings.js';

let office: PostOffice;
let person: Person;
const shoot = camera('answers');

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

it('who manages an inbox sets what it answers by itself, sees how it will look, and is told what is wrong', async () => {
  const { page } = person;
  const settings = new SettingsPages(page);
  const box = await office.connect('support@answers.test');
  await page.goto(`/inbox/${box.inboxId}/all`);
  await signIn(page, OWNER.email, OWNER.password);
  await settings.open('Automatic answer');
  expect(await page.getByLabel('Off').isChecked()).toBe(true);
  await page.getByLabel('Only outside the working hours').check();
  const preview = page.getByRole('region', { name: 'What the sender gets' });
  await preview.getByText('We have received your message (1042)').waitFor();
  await page.getByLabel('Monday, until').fill('08:00');
  await page.getByText('A time must end after it begins.').waitFor();
  await page.getByLabel('Text', { exact: true }).fill('Dear {name}, we are closed.');
  await page.getByText('There is no placeholder {name}.').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await look('wrong');
  await page.getByLabel('Monday, until').fill('17:00');
  await page.getByLabel('Text', { exact: true }).fill('{inbox} is closed now. Your number is {number}.');
  await page.getByRole('button', { name: 'Remove this time on Friday' }).click();
  await preview.getByText('Inbox support@answers.test is closed now. Your number is 1042.').waitFor();
  await look('right');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();
  const { node } = await office.owner.graphql<{ node: { acknowledgement: unknown; workingHours: { slots: unknown[] } } }>(
    `query ($id: ID!) { node(id: $id) { ... on Inbox { acknowledgement { version mode text }
      workingHours { timeZone slots { weekday from until } } } } }`,
    { id: box.inboxId },
  );
  expect(node.acknowledgement).toEqual({
    version: 1,
    mode: 'OUTSIDE_HOURS',
    text: '{inbox} is closed now. Your number is {number}.',
  });
  expect(node.workingHours).toMatchObject({ timeZone: 'Europe/Amsterdam' });
  expect(node.workingHours.slots).toHaveLength(4);
}, 240_000);

it('whoever wrote a message that bounced is told of it wherever he is, and sees it red', async () => {
  const { page } = person;
  const box = await office.connect('help@answers.test');
  await office.answerByItself(box.inboxId, 'We have it: {number}', 'Thank you.');
  const head = ['From: Nora <nouser@lost.test>', `To: ${box.address}`, 'Subject: Price list', 'Message-ID: <n1@lost.test>'];
  const { conversation } = await box.receive([...head, '', 'Please send it.'].join('\r\n'));
  await send(office, conversation?.id ?? '', 'Here it is.');
  await close(office, conversation?.id ?? '');
  const told = page.getByRole('alert').filter({ hasText: 'Your mail to nouser@lost.test did not arrive' });
  await told.waitFor({ timeout: 120_000 });
  // It stays for as long as the mouse is on it.
  await told.hover();
  await shoot(page, 'told');
  await told.getByRole('button', { name: 'Open' }).click();
  await page.locator('.delivery[data-status="BOUNCED"]').waitFor();
  await page.getByRole('button', { name: /^\d+ changes$/ }).click();
  await page.getByText('The mail to nouser@lost.test bounced').waitFor();
  await page.getByText('An acknowledgement was sent automatically').waitFor();
  await page.getByText(/nouser@lost\.test did not exist any more on/).waitFor();
  await look('bounced');
}, 240_000);
