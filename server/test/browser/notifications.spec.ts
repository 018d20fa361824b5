import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeAgent, makeConversation, makeInbox } from '../server/world.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';

let server: TestServer;
let bob: TestClient;
let inboxId: string;
let me: string;
let person: Person;
const shoot = camera('notifications');

beforeAll(async () => {
  server = await TestServer.start();
  const owner = await server.signIn();
  inboxId = await makeInbox(owner, 'Support');
  me = (await owner.graphql<{ viewer: { id: string } }>('{ viewer { id } }')).viewer.id;
  bob = (await makeAgent(server, owner, 'Bob')).browser;
  person = await openBrowser(server.url);
}, 240_000);
afterAll(async () => {
  await person.close();
  await server.close();
}, 240_000);

/** Bob gives the owner a new conversation. */
async function given(subject: string): Promise<void> {
  const id = await makeConversation(server, inboxId, subject);
  await bob.graphql(
    'mutation ($input: ConversationAssignInput!) { conversationAssign(input: $input) { userErrors { message } } }',
    {
      input: { ids: [id], assigneeId: me },
    },
  );
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
