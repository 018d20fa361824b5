import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PostOffice } from '../mail/post-office.js';
import { OWNER } from '../server/server.js';
import { NameServer } from '../support/name-server.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { SettingsPages, signIn } from './pages/settings.js';

let names: NameServer;
let office: PostOffice;
let person: Person;
const shoot = camera('self-check');

beforeAll(async () => {
  names = await NameServer.open();
  names.say('shop.test', 'v=spf1 ip4:127.0.0.1 -all');
  office = await PostOffice.open(() => ({ BALIE_DNS_SERVERS: names.address }));
  await office.owner.post('/api/setup/finish', {});
  const box = await office.connect('support@shop.test');
  person = await openBrowser(office.server.url);
  await person.page.goto(`/inbox/${box.inboxId}/all`);
}, 300_000);
afterAll(async () => {
  await person?.close();
  await office?.close();
  await names?.close();
}, 240_000);

/** A picture of what is seen; axe finds nothing, and nothing is wider than the screen. */
async function look(title: string): Promise<void> {
  const { page } = person;
  await settled(page);
  await shoot(page, title);
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
}

it('an admin sends a mail from a channel to itself and reads of each leg what became of it, in both themes, wide and narrow (N15, N7)', async () => {
  const { page } = person;
  await signIn(page, OWNER.email, OWNER.password);
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  await new SettingsPages(page).open('System');
  await page.getByText(/Balie \d+\.\d+\.\d+, Node/).waitFor();
  await page.getByRole('heading', { name: 'A mail to yourself' }).scrollIntoViewIfNeeded();
  await look('before');
  await page.getByRole('button', { name: /^Send a mail to itself: / }).click();
  await page.getByText('Something is wrong · support@shop.test').waitFor({ timeout: 120_000 });
  const legs = page.locator('.mail-check .checks li');
  await legs
    .filter({ hasText: /^Left: fine/ })
    .filter({ hasText: 'took it' })
    .waitFor();
  await legs.filter({ hasText: 'Came in' }).filter({ hasText: 'after it was asked for' }).waitFor();
  await legs.filter({ hasText: 'SPF' }).filter({ hasText: 'Its SPF record is there.' }).waitFor();
  await legs.filter({ hasText: 'DKIM' }).filter({ hasText: 'It was not signed' }).waitFor();
  await legs.filter({ hasText: 'DMARC' }).filter({ hasText: '_dmarc.shop.test' }).waitFor();
  await legs.last().scrollIntoViewIfNeeded();
  await look('after');
  await page.setViewportSize({ width: 390, height: 844 });
  await legs.last().scrollIntoViewIfNeeded();
  await look('after-390');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  await look('after-dark-390');
  await page.setViewportSize({ width: 1440, height: 900 });
  await legs.last().scrollIntoViewIfNeeded();
  await look('after-dark');
  expect(person.complaints).toEqual([]);
});
