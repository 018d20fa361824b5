import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OWNER, TestServer } from '../server/server.js';
import { addMessage, makeConversation, makeInbox } from '../server/world.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { SettingsPages, signIn } from './pages/settings.js';

let server: TestServer;
let person: Person;
let inboxId: string;
const shoot = camera('needs');
const SUBJECTS = ['The kettle leaks', 'The lid is stuck'];

beforeAll(async () => {
  server = await TestServer.start();
  const owner = await server.signIn();
  inboxId = await makeInbox(owner, 'Support');
  await owner.post('/api/setup/finish', {});
  for (const subject of SUBJECTS)
    await addMessage(server, await makeConversation(server, inboxId, subject), 'It does, every day.');
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
}

/** Whatever can be pressed or filled in and lies beside the screen, where no scrolling within its region reaches it. */
const OUTSIDE = `(() => {
  const scrolls = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return true;
    return false;
  };
  const found = document.documentElement.scrollWidth > innerWidth ? ['the page is ' + document.documentElement.scrollWidth + ' wide'] : [];
  for (const element of document.querySelectorAll('a[href],button,input,select,textarea,[role=tab],h1')) {
    const { left, right, width, height } = element.getBoundingClientRect();
    if (width < 2 || height < 2 || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if ((right > innerWidth + 1 || left < -1) && !scrolls(element)) found.push(element.outerHTML.slice(0, 120));
  }
  return found;
})()`;

it('a key is given to another command, what is taken is told, and letters can be switched off (U4, WCAG 2.1.4)', async () => {
  const { page } = person;
  const inbox = new InboxPage(page);
  const settings = new SettingsPages(page);
  await page.goto(`/inbox/${inboxId}/all`);
  await signIn(page, OWNER.email, OWNER.password);
  await inbox.rows.first().waitFor();
  await settings.open('Keyboard shortcuts');
  await look('keyboard');
  await page.getByRole('button', { name: 'Change the key: Next conversation' }).click();
  const recorder = page.getByLabel('New key for “Next conversation”');
  await inbox.focused(recorder);
  await page.keyboard.press('k');
  await page.getByText('That is the key of “Previous conversation”').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('That is the key of “Previous conversation”').waitFor();
  await look('taken');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('q');
  await page.keyboard.press('Enter');
  await recorder.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'As it was: Next conversation' }).waitFor();
  await settings.back();
  await page.reload();
  await inbox.rows.first().waitFor();
  const [first = '', second = ''] = await inbox.subjectsInOrder();
  await page.keyboard.press('q');
  await inbox.head(first).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('q');
  await inbox.head(second).waitFor();
  await page.keyboard.press('Shift+?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByText('Next conversation').waitFor();
  expect(
    await sheet
      .locator('div', { has: page.locator('dt', { hasText: 'Next conversation' }) })
      .last()
      .innerText(),
  ).toMatch(/Q$/);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });

  await settings.open('Keyboard shortcuts');
  await page.getByLabel('Single keys work').uncheck();
  await settings.back();
  await inbox.rows.first().focus();
  await page.keyboard.press('q');
  await page.keyboard.press('Shift+?');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Commands' }).waitFor();
  expect(await sheet.count()).toBe(0);
  await page.keyboard.press('Escape');
  await settings.open('Keyboard shortcuts');
  await page.getByLabel('Single keys work').check();
  await page.getByRole('button', { name: 'All keys as they were' }).click();
  await page.getByRole('button', { name: 'All keys as they were' }).waitFor({ state: 'detached' });
}, 400_000);

it('more contrast is there by choice and where the system asks, in both themes; the system’s own colours leave nothing unseen (ux 4.10)', async () => {
  const { page } = person;
  const inbox = new InboxPage(page);
  const token = (name: string): Promise<string> =>
    page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('--${name}').trim()`);
  await new SettingsPages(page).open('Profile');
  const [text, faint] = [await token('t1'), await token('t3')];
  expect(faint).not.toBe(text);
  await page.getByLabel('Contrast').selectOption({ label: 'More' });
  expect(await token('t3')).toBe(text);
  await look('contrast-profile');
  await page.reload();
  await page.getByLabel('Contrast').waitFor();
  expect([await page.getByLabel('Contrast').inputValue(), await token('t3')]).toEqual(['more', text]);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`/inbox/${inboxId}/all`);
    await inbox.open(SUBJECTS[0] ?? '');
    await look(`contrast-${scheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await new SettingsPages(page).open('Profile');
  await page.getByLabel('Contrast').selectOption({ label: 'Like the system' });
  expect(await token('t3')).toBe(faint);
  await page.emulateMedia({ contrast: 'more' });
  expect(await token('t3')).toBe(text);
  await page.emulateMedia({ contrast: null, forcedColors: 'active' });
  await page.goto(`/inbox/${inboxId}/all`);
  await inbox.open(SUBJECTS[0] ?? '');
  await settled(page);
  await shoot(page, 'forced-colours');
  const outlined = await page.evaluate<string>(`getComputedStyle(document.querySelector('[aria-selected=true]')).outlineStyle`);
  expect(outlined).toBe('solid');
  await page.emulateMedia({ forcedColors: null });
}, 400_000);

it('nothing moves where that is asked for', async () => {
  const { page } = person;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`/inbox/${inboxId}/all`);
  await new InboxPage(page).rows.first().waitFor();
  await page
    .getByRole('button', { name: /^Commands/ })
    .first()
    .click();
  await page.getByRole('dialog', { name: 'Commands' }).waitFor();
  const moving = await page.evaluate<number>(
    `document.getAnimations().filter((one) => one.effect.getComputedTiming().duration > 20 && one.effect.getKeyframes().some((frame) => 'transform' in frame || 'translate' in frame)).length`,
  );
  expect(moving).toBe(0);
  await page.keyboard.press('Escape');
  await page.emulateMedia({ reducedMotion: null });
}, 240_000);

it.each([
  ['at 200 % on a laptop', 720, 450, 'ltr'],
  ['at 400 %, as wide as a phone', 320, 512, 'ltr'],
  ['read from the right', 1280, 800, 'rtl'],
])(
  '%s every page has all it had, beside nothing (WCAG 1.4.10, U27)',
  async (title, width, height, direction) => {
    const { page } = person;
    await page.setViewportSize({ width, height });
    const wrong: string[] = [];
    const inbox = new InboxPage(page);
    const check = async (place: string): Promise<void> => {
      if (direction === 'rtl') await page.evaluate(`document.documentElement.dir = 'rtl'`);
      await settled(page);
      await shoot(page, `${title.replaceAll(/\W+/g, '-')}-${place}`);
      for (const found of await page.evaluate<string[]>(OUTSIDE)) wrong.push(`${place}: ${found}`);
    };
    await page.goto(`/inbox/${inboxId}/all`);
    await inbox.rows.first().waitFor();
    await check('list');
    await inbox.rows.first().click();
    await page.getByText('It does, every day.').first().waitFor();
    await check('thread');
    for (const place of [
      'profile',
      'keyboard',
      'notifications',
      'security',
      'people',
      'teams',
      'channels',
      'routing',
      'audit',
      'system',
    ]) {
      await page.goto(`/settings/${place}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await check(place);
    }
    expect(wrong).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
  },
  400_000,
);

it('it can be installed, and says when there is no connection (ux 4.9)', async () => {
  const { page } = person;
  await page.goto(`/inbox/${inboxId}/all`);
  await new InboxPage(page).rows.first().waitFor();
  await page.waitForFunction(`navigator.serviceWorker.controller !== null || navigator.serviceWorker.ready.then(() => true)`);
  const session = await page.context().newCDPSession(page);
  const manifest = await session.send('Page.getAppManifest');
  expect([manifest.url, manifest.errors]).toEqual([`${server.url}/manifest.webmanifest`, []]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A profile without a window of its own never installs.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  const { icons } = JSON.parse(manifest.data ?? '{}') as { icons: { src: string; type: string }[] };
  for (const { src, type } of icons) {
    const answer = await fetch(new URL(src, manifest.url));
    expect([src, answer.status, answer.headers.get('content-type')]).toEqual([src, 200, type]);
  }
  await server.restart(async () => {
    await page.goto(`/inbox/${inboxId}/all`);
    await page.getByRole('heading', { name: 'No connection' }).waitFor();
    await page.getByRole('heading', { name: 'Geen verbinding' }).waitFor();
    await shoot(page, 'offline');
    expect(await barriers(page)).toEqual([]);
  });
  await page.getByRole('link', { name: 'Try again' }).click();
  await new InboxPage(page).rows.first().waitFor();
}, 400_000);
