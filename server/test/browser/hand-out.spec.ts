import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OWNER, TestServer } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { signIn } from './pages/settings.js';

let server: TestServer;
let person: Person;
const shoot = camera('hand-out');

beforeAll(async () => {
  server = await TestServer.start();
  person = await openBrowser(server.url);
}, 240_000);
afterAll(async () => {
  await person.close();
  await server.close();
}, 240_000);

/** A picture of what is seen; axe finds nothing, and nothing is wider than the screen. */
async function look(title: string): Promise<void> {
  const { page } = person;
  await settled(page);
  await shoot(page, title);
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
}

it('an inbox gives what comes in to the owner of its contact, and who sets that is told by the bell meanwhile (D18, U20)', async () => {
  const { page } = person;
  const owner = await server.signIn();
  await page.goto('/settings/routing');
  await signIn(page, OWNER.email, OWNER.password);
  await page.getByRole('heading', { name: 'Routing', level: 1 }).waitFor();
  await makeInbox(owner, 'Support');
  await page.reload();
  await page.getByText('Support: all channels').waitFor();
  await page.getByLabel('To the owner of the contact').check();
  await page.getByRole('group', { name: 'If the owner cannot take it' }).waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').first().waitFor();
  await look('to the owner');
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await page.getByText('Nothing to tell you').waitFor();
  await look('bell');
  await page.keyboard.press('Escape');
  await page.goto('/settings/tags');
  await page.getByRole('heading', { name: 'Tags', level: 1 }).waitFor();
  await look('no tags');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/settings/routing');
  await page.getByText('Support: all channels').waitFor();
  // The page that is open stands in sight among all others.
  await page.locator('.settings > .side a[aria-current]').waitFor();
  const box = await page.locator('.settings > .side a[aria-current]').boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
  await look('narrow');
  await page.goto('/tickets');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('tickets narrow');
  expect(person.complaints).toEqual([]);
}, 240_000);
