import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { calendarIn, reply, type SentInvitation } from '../mail/invitations.js';
import { type Mailbox, PostOffice } from '../mail/post-office.js';
import { OWNER } from '../server/server.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';

const NORA = 'nora@cust.test';
let office: PostOffice;
let box: Mailbox;
let person: Person;
let inbox: InboxPage;
const shoot = camera('meetings');

beforeAll(async () => {
  office = await PostOffice.open();
  person = await openBrowser(office.server.url);
  box = await office.connect('sales@meetings.test');
  inbox = new InboxPage(person.page);
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

async function invited(sequence: string): Promise<SentInvitation> {
  const mail = await office.mail.waitForMail(NORA, ({ raw }) => calendarIn(raw)['SEQUENCE'] === sequence);
  return { mail, calendar: calendarIn(mail.raw) };
}

it('somebody is invited from the panel, his answers stand there, and the meeting is moved and called off (S52)', async () => {
  const { page } = person;
  const head = [`From: Nora Jansen <${NORA}>`, `To: ${box.address}`, 'Subject: Forty chairs', 'Message-ID: <c40@cust.test>'];
  await box.receive([...head, '', 'Can we talk about it?'].join('\r\n'));
  await page.goto(`/inbox/${box.inboxId}/all`);
  await signIn(page, OWNER.email, OWNER.password);
  await inbox.open('Forty chairs');
  await page.getByRole('button', { name: 'More about this contact' }).click();
  await page.getByRole('menuitem', { name: 'Send meeting invite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send meeting invite' });
  await dialog.getByLabel('Name', { exact: true }).fill('Talk about chairs');
  await dialog.getByLabel('Day').fill('2030-12-03');
  await dialog.getByLabel('Time', { exact: true }).fill('10:00');
  await dialog.getByLabel('Length').selectOption('45');
  await dialog.getByLabel('Your time zone').selectOption('Europe/Amsterdam');
  await dialog.getByLabel('Their time zone').selectOption('America/New_York');
  await dialog.getByText(/4:00\s*(AM\s*)?–\s*4:45/).waitFor();
  expect(await dialog.getByLabel('Who is invited').inputValue()).toBe(NORA);
  await look('invite');
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('invite-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  await look('invite-390');
  await page.setViewportSize({ width: 1440, height: 900 });
  await dialog.getByLabel('Words in the mail').fill('Shall we?');
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await dialog.waitFor({ state: 'detached' });
  await inbox.thread.getByRole('region', { name: 'Invitation' }).getByText('Talk about chairs').waitFor();

  const first = await invited('0');
  expect(first.calendar).toMatchObject({ DTSTART: '20301203T090000Z', DTEND: '20301203T094500Z' });
  await box.receive(reply(first, { program: 'google', from: NORA, partstat: 'ACCEPTED' }));
  await inbox.thread.getByText('Nora Jansen comes to Talk about chairs').waitFor();
  const section = page.locator('details').filter({ has: page.locator('summary', { hasText: 'Meetings' }) });
  await section.getByText('comes', { exact: true }).waitFor();
  await look('answered');

  const wish = { method: 'COUNTER' as const, start: '20301204T130000Z', end: '20301204T134500Z' };
  await box.receive(reply(first, { program: 'google', from: NORA, partstat: 'TENTATIVE', ...wish }));
  await inbox.thread.getByText('Nora Jansen asks to move Talk about chairs to').waitFor();
  await section.getByText('comes perhaps').waitFor();
  await look('another-time');
  await section.getByRole('button', { name: 'Move it to then' }).click();
  const moving = page.getByRole('dialog', { name: 'Move or change' });
  await moving.waitFor();
  expect(await moving.getByLabel('Day').inputValue()).toBe('2030-12-04');
  expect(await moving.getByLabel('Time', { exact: true }).inputValue()).toBe('14:00');
  await look('move');
  await moving.getByRole('button', { name: 'Send the change' }).click();
  await moving.waitFor({ state: 'detached' });
  const second = await invited('1');
  expect(second.calendar).toMatchObject({ DTSTART: '20301204T130000Z', UID: first.calendar['UID'] });
  await section.getByText('has not answered').waitFor();

  await section.getByRole('button', { name: 'Call off' }).click();
  const off = page.getByRole('dialog', { name: 'Call off Talk about chairs?' });
  await off.getByText('is told by mail').waitFor();
  await look('call-off');
  await off.getByRole('button', { name: 'Call off' }).click();
  await section.getByText('Called off', { exact: true }).waitFor();
  expect((await invited('2')).calendar).toMatchObject({ METHOD: 'CANCEL' });
  await look('called-off');

  await section.getByRole('link', { name: 'Talk about chairs' }).click();
  await page.getByRole('heading', { name: 'Talk about chairs' }).waitFor();
  await look('record');
  expect(person.complaints).toEqual([]);
}, 400_000);
