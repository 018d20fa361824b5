import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Attendance } from '../../src/features/notifications/push/attendance.js';
import type { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeAgent, makeConversation, makeInbox } from '../server/world.js';
import { StandInPushService } from '../support/push-service.js';
import { until } from '../support/until.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';

let server: TestServer;
let far: StandInPushService;
let bob: TestClient;
let inboxId: string;
let me: string;
let person: Person;
const shoot = camera('notifications');

beforeAll(async () => {
  far = await StandInPushService.open();
  server = await TestServer.start({ env: { BALIE_PUSH_NETWORKS: '127.0.0.1' } });
  const owner = await server.signIn();
  inboxId = await makeInbox(owner, 'Support');
  me = (await owner.graphql<{ viewer: { id: string } }>('{ viewer { id } }')).viewer.id;
  bob = (await makeAgent(server, owner, 'Bob')).browser;
  person = await openBrowser(server.url);
}, 240_000);
afterAll(async () => {
  await person.close();
  await server.close();
  await far.close();
}, 240_000);

/** Bob gives the owner a new conversation. */
async function given(subject: string): Promise<string> {
  const id = await makeConversation(server, inboxId, subject);
  await bob.graphql(
    'mutation ($input: ConversationAssignInput!) { conversationAssign(input: $input) { userErrors { message } } }',
    {
      input: { ids: [id], assigneeId: me },
    },
  );
  return id;
}

/** A picture of what is seen; axe finds nothing, and nothing is wider than the screen. */
async function look(title: string): Promise<void> {
  const { page } = person;
  await settled(page);
  await shoot(page, title);
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
}

it('the bell counts what a colleague assigned, and its list leads there by keyboard and is read at once (S64, U20)', async () => {
  const { page } = person;
  const inbox = new InboxPage(page);
  await page.goto(`/inbox/${inboxId}/all`);
  await signIn(page, OWNER.email, OWNER.password);
  const bell = page.getByRole('button', { name: /^(Notifications|Meldingen)/ });
  await bell.waitFor();
  await given('Broken kettle');
  await page.getByRole('button', { name: 'Notifications 1 unread' }).waitFor();
  await given('Where is my parcel, which I ordered on the second of May and paid at once?');
  await page.getByRole('button', { name: 'Notifications 2 unread' }).waitFor();
  await page.locator('link[rel=icon][href="/favicon-unread.svg"]').waitFor({ state: 'attached' });
  await bell.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  const lines = panel.getByRole('listitem').filter({ hasText: 'Bob assigned it to you' });
  await lines.nth(1).waitFor();
  await look('panel');

  await inbox.focused(panel.getByRole('heading', { name: 'Notifications' }));
  for (const _ of ['all', 'settings', 'newest', 'oldest']) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await inbox.head('Broken kettle').waitFor();
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Notifications 1 unread' }).waitFor();
  await given('Price list, please');
  await page.getByRole('button', { name: 'Notifications 2 unread' }).waitFor();
  await bell.click();
  await panel.getByRole('button', { name: 'Mark all as read' }).click();
  await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
  await page.locator('link[rel=icon][href="/favicon.svg"]').waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await inbox.focused(bell);

  await page.goto('/settings/notifications');
  const sound = page.getByRole('switch', { name: /^Sound/ });
  await sound.uncheck();
  await page.getByText('Saved').waitFor();
  await page.reload();
  await page.getByRole('switch', { name: /^Sound/, checked: false }).waitFor();
  await look('settings');
  await page.setViewportSize({ width: 390, height: 844 });
  await look('settings-390');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/inbox/${inboxId}/all`);
  await inbox.personal('Nederlands');
  await inbox.personal('Donker');
  await given('Openingstijden');
  await page.getByRole('button', { name: 'Meldingen 1 ongelezen' }).click();
  await page.getByText('Bob wees het aan jou toe').first().waitFor();
  await look('Dutch-dark');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Weergaven in- of uitklappen', exact: true }).first().click();
  await bell.click();
  await page.getByText('Bob wees het aan jou toe').first().waitFor();
  await look('Dutch-dark-390');
  expect(person.complaints).toEqual([]);
}, 240_000);

it('a browser is added by its name, is pushed to while its person is elsewhere, shows it, opens it, and is removed (U20)', async () => {
  const { page } = person;
  await page.setViewportSize({ width: 1440, height: 900 });
  const { origin } = new URL(page.url());
  await page.context().grantPermissions(['notifications'], { origin });
  // The one thing that no browser without a network has: the push service of its maker. What is subscribed there is this test's.
  const browser = far.browser();
  const { endpoint, key, auth } = browser.subscription;
  const subscription = JSON.stringify({ endpoint, keys: { p256dh: key, auth } });
  await page.addInitScript(`PushManager.prototype.subscribe = async () => ({ toJSON: () => (${subscription}) })`);
  await page.goto('/settings/notifications');
  await page.locator(`html[lang=nl]`).waitFor();
  const name = page.getByLabel('Hoe noem je dit apparaat?');
  expect(await name.inputValue()).toMatch(/^Chrome/);
  await name.fill('Mijn laptop');
  await look('push');
  await page.getByRole('button', { name: 'Push naar deze browser' }).click();
  const device = page.getByRole('listitem').filter({ hasText: 'Mijn laptop' });
  await device.getByText('Deze browser').waitFor();
  await look('push-added');
  await page.setViewportSize({ width: 390, height: 844 });
  await look('push-added-390');
  await page.setViewportSize({ width: 1440, height: 900 });

  far.key = (await server.signIn().then((client) => client.graphql<{ pushKey: string }>('{ pushKey }'))).pushKey;
  far.now = Date.now();
  await page.goto('about:blank');
  await until(() => !server.get(Attendance).isHere(me), { deadlineMs: 30_000, what: 'the page to say that it goes' });
  const id = await given('Broken again');
  await until(() => far.got.length > 0, { deadlineMs: 30_000, what: 'the push' });
  const told = browser.read(far.got[0]!) as { title: string; body: string; path: string };
  expect(told).toMatchObject({ kind: 'ASSIGNED', title: 'Sem', body: 'Bob wees het aan jou toe', conversationId: id });

  // What the push service would hand to the browser is handed to it by its own tools.
  const worker = page.context().serviceWorkers()[0]!;
  const cdp = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const mine = registrations.find(({ scopeURL }) => scopeURL === `${origin}/`);
      if (mine) resolve(mine.registrationId);
    }),
  );
  await cdp.send('ServiceWorker.enable');
  const shown = (): Promise<{ title: string; body: string; tag: string }[]> =>
    worker.evaluate('registration.getNotifications().then((all) => all.map(({ title, body, tag }) => ({ title, body, tag })))');
  const push = { origin, registrationId: await registered, data: JSON.stringify(told) };
  const arrives = async () => {
    await cdp.send('ServiceWorker.deliverPushMessage', push);
    return (await shown()).length > 0;
  };
  // The page that was left may still be there for a moment; the same is shown once, however often it comes.
  await until(arrives, { deadlineMs: 30_000, everyMs: 500, what: 'the notification' });
  expect(await shown()).toEqual([{ title: told.title, body: told.body, tag: id }]);

  await page.goto('/settings/profile');
  await page.getByRole('heading', { level: 1 }).waitFor();
  // A click on what the system shows can only be told to the worker.
  await worker.evaluate(
    `registration.getNotifications().then(([notification]) => {
      dispatchEvent(new NotificationEvent('notificationclick', { notification }));
    })`,
  );
  await new InboxPage(page).head('Broken again').waitFor();

  await page.goto('/settings/notifications');
  await page.getByRole('button', { name: 'Verwijderen Mijn laptop' }).click();
  await page.getByRole('button', { name: 'Push naar deze browser' }).waitFor();
  expect(person.complaints).toEqual([]);
}, 240_000);
