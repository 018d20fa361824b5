import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OWNER, TestServer } from '../server/server.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { signIn } from './pages/settings.js';

let server: TestServer;
let person: Person;
const shoot = camera('passkeys');

/** A port that nobody uses: a passkey is for one address, which the server must know before it runs. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

beforeAll(async () => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  server = await TestServer.start({ env: { BALIE_PORT: String(port), BALIE_PUBLIC_URL: origin } });
  person = await openBrowser(origin);
}, 120_000);
afterAll(async () => {
  await person.close();
  await server.close();
}, 60_000);

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

it('a passkey is made, named, lets in without a password, and is removed (N9)', async () => {
  const { page } = person;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
  await look('sign-in');
  await signIn(page, OWNER.email, OWNER.password);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of the passkey').fill('My laptop');
  await page.getByLabel('Your password', { exact: true }).fill(OWNER.password);
  await look('new');
  await page.getByRole('button', { name: 'Make it on this device' }).click();
  await page.getByRole('button', { name: 'Rename My laptop' }).click();
  await page.getByLabel('Name of the passkey').fill('Work laptop');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Rename Work laptop' }).waitFor();
  await look('list');

  await page.evaluate(`fetch('/api/sign-out', { method: 'POST', headers: { 'x-balie-csrf': '1' } })`);
  await page.reload();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('list', { name: 'Passkeys' }).getByText('used').waitFor();
  await page.getByRole('button', { name: 'Remove Work laptop' }).click();
  await page.getByRole('button', { name: 'Remove Work laptop' }).waitFor({ state: 'detached' });
  await page.evaluate(`fetch('/api/sign-out', { method: 'POST', headers: { 'x-balie-csrf': '1' } })`);
  await page.reload();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('This passkey does not let you in here').waitFor();
  person.expected(/401/);
  expect(person.complaints).toEqual([]);
}, 180_000);
