import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PostOffice } from '../mail/post-office.js';
import { OWNER } from '../server/server.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';

const HOUR = 3_600_000;
let office: PostOffice;
let person: Person;
const shoot = camera('reply-times');

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

it('an inbox is told within what time it answers; its conversations say how long there is, in order, until somebody answers (D37)', async () => {
  const { page } = person;
  const inbox = new InboxPage(page);
  const box = await office.connect('support@times.test');
  await office.connect('sales@times.test');
  await page.goto('/settings/reply-times');
  await signIn(page, OWNER.email, OWNER.password);
  await page.getByLabel('Inbox', { exact: true }).selectOption({ label: 'Inbox support@times.test' });
  const first = page.getByRole('group', { name: 'First reply' });
  await first.getByRole('checkbox').check();
  await first.getByLabel('Within').fill('0');
  await page.getByText('Give a time of 1 minute to 30 days.').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await first.getByLabel('Within').fill('2');
  await look('working hours');
  await page.getByLabel('Always').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').first().waitFor();
  await look('settings');
  await page.getByRole('group', { name: 'Closing' }).getByRole('checkbox').check();
  await page.getByLabel('Also for conversations that are open').check();
  await look('closing');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('group', { name: 'Closing' }).getByLabel('Within').waitFor();
  await page.getByLabel('Also for conversations that are open').and(page.locator(':not(:checked)')).waitFor();

  const receive = (id: string, subject: string) => {
    const head = ['From: Nora <nora@cust.test>', `To: ${box.address}`, `Subject: ${subject}`, `Message-ID: <${id}@cust.test>`];
    return box.receive([...head, '', 'Tell me.'].join('\r\n'));
  };
  await receive('t1', 'The older question');
  await receive('t2', 'The newer question');
  await page.goto(`/inbox/${box.inboxId}/all`);
  await inbox.row('The newer question').waitFor();
  await inbox.rows.first().filter({ hasText: 'The newer question' }).waitFor();
  await inbox
    .row('The older question')
    .getByText(/^1 h left/)
    .waitFor();
  await page.getByRole('button', { name: 'Status: Open' }).click();
  await look('order');
  await page.getByRole('menuitem', { name: 'Reply due first' }).click();
  await inbox.rows.first().filter({ hasText: 'The older question' }).waitFor();
  await inbox.open('The older question');
  await inbox.thread.getByText(/^1 h left/).waitFor();
  await inbox.thread.getByTitle(/^to be closed /).waitFor();
  await look('list and thread');

  await inbox.editor.waitFor();
  await inbox.reply('So it is.');
  await inbox.said('Olga Owner', 'So it is.');
  await inbox.thread.getByTitle(/^first reply due /).waitFor({ state: 'detached' });
  await inbox.rows.first().filter({ hasText: 'The newer question' }).waitFor();

  // Three hours later, as the browser sees it.
  await page.clock.setFixedTime(Date.now() + 3 * HOUR);
  await page.reload();
  await inbox.open('The newer question');
  await inbox.thread.getByText(/^1 h late/).waitFor();
  await look('late');
  await inbox.personal('Nederlands');
  await page.locator('html[lang=nl]').waitFor();
  await inbox.personal('Donker');
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  await inbox.thread.getByText(/te laat/).waitFor();
  await look('nl-dark');
  await page.setViewportSize({ width: 390, height: 844 });
  await look('nl-dark-390-thread');
  await inbox.backButton.click();
  await inbox
    .row('The newer question')
    .getByText(/te laat/)
    .waitFor();
  await look('nl-dark-390-list');
  await page.goto('/settings/reply-times');
  await page.getByLabel('Inbox', { exact: true }).selectOption({ label: 'Inbox support@times.test' });
  await page.getByLabel('Alleen werktijden').check();
  await look('nl-dark-390-settings');
  // The turned clock is a script of the test, which a mail's frame refuses when it is there in time to see it.
  const ofTheClock = /^Blocked script execution in '(about:blank|[^']*\/files\/mail\/[^']*)'/;
  expect(person.complaints.filter((complaint) => !ofTheClock.test(complaint))).toEqual([]);
}, 240_000);
