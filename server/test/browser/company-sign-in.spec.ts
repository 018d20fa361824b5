import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freePort } from '../ledger/server-process.js';
import { OWNER, TestServer } from '../server/server.js';
import { until } from '../support/until.js';
import { IdentityProvider } from '../support/identity-provider.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { SettingsPages, signIn } from './pages/settings.js';

let idp: IdentityProvider;
let server: TestServer;
let person: Person;
const shoot = camera('company-sign-in');

beforeAll(async () => {
  // The provider must know the address of the server before it runs.
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  idp = await IdentityProvider.start(`${origin}/api/sign-in/provider/callback`);
  const env = { BALIE_PORT: String(port), BALIE_PUBLIC_URL: origin, BALIE_SIGN_IN_NETWORKS: '127.0.0.1' };
  server = await TestServer.start({ env });
  person = await openBrowser(server.url);
}, 240_000);
afterAll(async () => {
  await person.close();
  await server.close();
  await idp.close();
}, 240_000);

/** As it looks by day, by night and on a phone; axe finds nothing. */
async function look(title: string): Promise<void> {
  const { page } = person;
  await settled(page);
  await shoot(page, title);
  expect(await barriers(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 900 });
  await settled(page);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await shoot(page, `${title}-390`);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  await shoot(page, `${title}-dark`);
  expect(await barriers(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** From no page of the app, which would ask with the session that has just ended, and complain. */
async function signOut(): Promise<void> {
  const { page } = person;
  await page.goto('about:blank');
  await page.request.post('/api/sign-out', { headers: { 'x-balie-csrf': '1' } });
  await page.goto('/settings/security');
  await page.getByRole('heading', { name: 'Sign in to Balie' }).waitFor();
}

it('an owner sets the provider, signs in with it, and switches passwords off (N9)', async () => {
  const { page } = person;
  await page.goto('/settings/company-sign-in');
  await signIn(page, OWNER.email, OWNER.password);
  await page.getByLabel('Issuer').fill('http://10.1.2.3');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByText('An issuer begins with https://').waitFor();
  await page.getByLabel('Issuer').fill(`${idp.issuer}/elsewhere`);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByText('What answers there is no OpenID Connect provider').waitFor();
  await look('problem');
  await page.getByLabel('Issuer').fill(idp.issuer);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByText('The provider answers and can be used').waitFor();
  await page.getByLabel('Client ID').fill(idp.clientId);
  await page.getByLabel('Client secret', { exact: true }).fill(idp.clientSecret);
  await page.getByLabel('Text on the button').fill('Acme account');
  await page.getByLabel('Make an account for people who are new here').check();
  await page.getByLabel('Their seat').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('It is kept and never shown').waitFor();
  expect(await page.getByLabel('Client secret', { exact: true }).inputValue()).toBe('');
  expect(await page.getByLabel('People may also sign in with a password').isDisabled()).toBe(true);
  await look('settings');

  await signOut();
  await look('button');
  idp.visitor = null;
  await page.getByRole('button', { name: 'Acme account' }).click();
  await page.getByText('You did not finish signing in there').waitFor();
  await page.waitForURL(({ hash }) => hash === '');
  idp.visitor = { sub: 'olga', email: OWNER.email, email_verified: true, name: 'Olga' };
  await page.getByRole('button', { name: 'Acme account' }).click();
  await page.getByRole('heading', { name: 'Is this you?' }).waitFor();
  await look('confirm');
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Company account' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/settings/security');
  await look('own');

  await new SettingsPages(page).open('Company sign-in');
  await page.getByLabel('People may also sign in with a password').click();
  await page.getByText('Off: only the company account lets in').waitFor();
  await until(async () => !(await page.getByLabel('People may also sign in with a password').isChecked()), 'passwords are off');
  await signOut();
  await page.getByRole('button', { name: 'Acme account' }).waitFor();
  expect(await page.getByLabel('Password', { exact: true }).count()).toBe(0);
  await look('no-passwords');
  await page.getByRole('button', { name: 'Nederlands' }).click();
  await page.getByRole('heading', { name: 'Inloggen bij Balie' }).waitFor();
  await page.getByRole('button', { name: 'Acme account' }).click();
  await page.getByRole('heading', { name: 'Bedrijfsaccount' }).waitFor();
  await page.goto('/settings/company-sign-in');
  await page.getByRole('button', { name: 'Verbinding testen' }).waitFor();
  await settled(page);
  await shoot(page, 'settings-nl');
  expect(await barriers(page)).toEqual([]);
  expect(person.complaints).toEqual([]);
}, 240_000);
