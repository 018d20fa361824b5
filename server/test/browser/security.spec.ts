import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { codeAt, stepOf } from '../../src/features/second-factor/index.js';
import { Clock } from '../../src/kernel/clock.js';
import { OWNER, TestServer } from '../server/server.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { SettingsPages, signIn } from './pages/settings.js';

let server: TestServer;
let person: Person;
const shoot = camera('security');

beforeAll(async () => {
  server = await TestServer.start();
  person = await openBrowser(server.url);
}, 240_000);
afterAll(async () => {
  await person.close();
  await server.close();
}, 240_000);

/** As it looks by day, by night and on a phone; axe finds nothing. */
async function look(title: string): Promise<void> {
  const { page } = person;
  await settled(page);
  await shoot(page, title);
  expect(await barriers(page)).toEqual([]);
  for (const [name, width] of [
    ['narrow', 390],
    ['wide', 1440],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    if (name === 'narrow') await shoot(page, `${title}-390`);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  await shoot(page, `${title}-dark`);
  expect(await barriers(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}
/** What an authenticator shows for a key, now or one step ahead: the server takes none twice. */
const codeOf = (key: string, ahead: 0 | 1 = 0): string => codeAt(key, stepOf(server.get(Clock).now()) + ahead);

/** From no page of the app, which would ask with the session that has just ended, and complain. */
async function signOut(): Promise<void> {
  const { page } = person;
  await page.goto('about:blank');
  await page.request.post('/api/sign-out', { headers: { 'x-balie-csrf': '1' } });
  await page.goto('/settings/security');
}

async function shownKey({ page }: Person): Promise<string> {
  return (await page.locator('.new-key code').innerText()).replaceAll(' ', '');
}

it('one sees where one is signed in, ends one device and then all others, and an admin signs everybody out (N9)', async () => {
  const { page } = person;
  const [first, second, third] = [await server.signIn(), await server.signIn(), await server.signIn()];
  await page.goto('/settings/security');
  await signIn(page, OWNER.email, OWNER.password);
  await page.getByText('Chrome, Linux').waitFor();
  await page.getByText('This device').waitFor();
  await look('sessions');
  expect(await page.getByRole('button', { name: 'Sign out node' }).count()).toBe(3);
  await page.getByRole('button', { name: 'Sign out node' }).first().click();
  await page.getByRole('button', { name: 'Sign out node' }).nth(2).waitFor({ state: 'detached' });
  // The newest one stands first.
  expect((await third.ask('{ viewer { id } }')).status).toBe(401);
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await page.getByText('Signed out on 2 other devices').waitFor();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' });
  for (const gone of [first, second]) expect((await gone.ask('{ viewer { id } }')).status).toBe(401);
  const again = await server.signIn();
  await page.getByRole('button', { name: 'Sign everybody out' }).click();
  await page.getByRole('button', { name: 'Yes, sign everybody out' }).click();
  await page.getByText('One session ended').waitFor();
  expect((await again.ask('{ viewer { id } }')).status).toBe(401);
  await new SettingsPages(page).open('People');
  await page.getByRole('button', { name: `Sign out ${OWNER.name}` }).waitFor();
  await look('people');
  expect(person.complaints).toEqual([]);
}, 240_000);

it('one sets up a second step, signs in with a code of it or a recovery code, and where everybody needs one, makes it on the way in (N9)', async () => {
  const { page } = person;
  await new SettingsPages(page).open('Sign-in & security');
  await page.getByRole('button', { name: 'Set up a second step' }).click();
  await page.getByLabel('Your password', { exact: true }).fill(OWNER.password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('img', { name: /^QR code/ }).waitFor();
  await look('set-up');
  const key = await shownKey(person);
  await page.getByLabel('Code', { exact: true }).fill(codeOf(key));
  await page.getByRole('button', { name: 'Switch on' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await codes.first().waitFor();
  expect(await codes.count()).toBe(10);
  const recovery = await codes.first().innerText();
  await look('codes');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('10 recovery codes are left.').waitFor();
  await page.getByLabel('Nobody signs in without a second step').click();
  await page.getByText('Saved').first().waitFor();
  await look('on');

  await signOut();
  await signIn(page, OWNER.email, OWNER.password);
  await page.getByRole('heading', { name: 'Second step' }).waitFor();
  await look('code');
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('This code is wrong').waitFor();
  person.expected(/401/);
  await page.getByLabel('Code', { exact: true }).fill(recovery);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('9 recovery codes are left.').waitFor();
  await signOut();
  await signIn(page, OWNER.email, OWNER.password);
  await page.getByLabel('Code', { exact: true }).fill(codeOf(key, 1));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('9 recovery codes are left.').waitFor();

  const pages = new SettingsPages(page);
  const link = await pages.invite('Nia New', 'nia@team.example');
  const newcomer = await openBrowser(server.url, { locale: 'nl-NL' });
  try {
    await newcomer.page.goto(link);
    await newcomer.page.getByRole('button', { name: 'Nederlands' }).click();
    await newcomer.page.getByLabel('Je wachtwoord', { exact: true }).fill('a password that is long');
    await newcomer.page.locator('button[type=submit]').click();
    await newcomer.page.getByLabel('E-mailadres').fill('nia@team.example');
    await newcomer.page.getByLabel('Wachtwoord', { exact: true }).fill('a password that is long');
    await newcomer.page.locator('button[type=submit]').click();
    await newcomer.page.getByRole('heading', { name: 'Stel je tweede stap in' }).waitFor();
    await settled(newcomer.page);
    await shoot(newcomer.page, 'newcomer-nl');
    expect(await barriers(newcomer.page)).toEqual([]);
    await newcomer.page.getByLabel('Code', { exact: true }).fill(codeOf(await shownKey(newcomer)));
    await newcomer.page.locator('button[type=submit]').click();
    await newcomer.page.getByRole('heading', { name: 'Herstelcodes' }).waitFor();
    await newcomer.page.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
    await newcomer.page.getByRole('heading', { name: 'Herstelcodes' }).waitFor({ state: 'detached' });
    await newcomer.page.goto('/settings/security');
    await newcomer.page.getByText('Er zijn nog 10 herstelcodes.').waitFor();
    expect(newcomer.complaints).toEqual([]);
  } finally {
    await newcomer.close();
  }
  // She has joined meanwhile: the list is loaded anew.
  await page.reload();
  await page.getByRole('button', { name: 'Reset second step Nia New' }).click();
  await page.getByText('Nia New signs in without a second step now').waitFor();
  await look('people-second');
  expect(person.complaints).toEqual([]);
}, 240_000);
