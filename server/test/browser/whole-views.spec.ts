import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { BulkChange } from '../../src/features/bulk-changes/bulk-change.entity.js';
import { insertBulkChange } from '../../src/features/bulk-changes/bulk-change.repository.js';
import { openConversation } from '../../src/features/conversations/index.js';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { testCtx } from '../support/database.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';
import { story } from './story.js';

const MANY = 230;

let server: TestServer;
let owner: TestClient;
let person: Person;
let inbox: InboxPage;
let inboxId: string;
const shoot = camera('whole-views');
const chapter = story(
  shoot,
  () => [person],
  () => '',
);

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  inboxId = await makeInbox(owner, 'Support');
  await server.uow.run(testCtx(), async (tx) => {
    for (let n = 0; n < MANY; n += 1) {
      const made = { channel: null, contact: null, subject: `Matter ${n}`, at: tx.now - n * 60_000, placement: 'INBOX' as const };
      await openConversation(tx, { ...made, inboxId });
    }
  });
  person = await openBrowser(server.url);
  inbox = new InboxPage(person.page);
}, 240_000);
afterAll(async () => {
  await person.close();
  await server.close();
}, 240_000);

async function look(title: string): Promise<void> {
  const { page } = person;
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor();
    await settled(page);
    await shoot(page, `${title}-${scheme}`);
    expect(await barriers(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** How many of the conversations are so. */
async function count(where: string): Promise<number> {
  const [row] = await server.uow.reader.query<{ n: number | string }>(
    `SELECT COUNT(*) AS n FROM conversation WHERE inbox_id = ? AND ${where}`,
    [inboxId],
  );
  return Number(row?.n);
}

/** Opens the view anew, with its first page only, and takes hold of all of it. */
async function takeWhole(): Promise<Locator> {
  const { page } = person;
  await page.goto(`/inbox/${inboxId}/all`);
  await inbox.row('Matter 0').waitFor();
  const box = inbox.rows.first().getByRole('checkbox');
  await inbox.rows.first().hover();
  await box.check();
  const bar = page.getByRole('toolbar', { name: 'Actions for what is marked' });
  await bar.waitFor();
  await page.getByRole('button', { name: 'Select all shown' }).click();
  await page.getByRole('button', { name: 'Select all in this view' }).click();
  await page.getByText('All in this view are selected.').waitFor();
  return bar;
}

chapter('all in a view is closed by the server, told live, and taken back as one thing (U6, U16)', async () => {
  const { page } = person;
  await page.goto(`/inbox/${inboxId}/all`);
  await signIn(page, OWNER.email, OWNER.password);
  await inbox.row('Matter 0').waitFor();
  const bar = await takeWhole();
  await look('whole view taken');
  await bar.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByText(`${MANY} conversations closed`).waitFor();
  await inbox.rows.first().waitFor({ state: 'detached' });
  expect(await count("status = 'CLOSED'")).toBe(MANY);
  await look('whole view closed');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText(`${MANY} conversations taken back`).waitFor();
  await inbox.row('Matter 0').waitFor();
  expect(await count("status = 'CLOSED'")).toBe(0);
});

chapter('a whole view gets a tag, whose dialog says what it is about', async () => {
  const { page } = person;
  const bar = await takeWhole();
  await bar.getByRole('button', { name: 'More', exact: false }).click();
  await page.getByRole('menuitem', { name: 'Tags' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tags of the whole view' });
  await dialog.getByRole('textbox').fill('Winter');
  await dialog.getByRole('button', { name: /Winter/ }).click();
  await dialog.getByRole('checkbox', { name: 'Winter' }).waitFor();
  await look('tags of a whole view');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await page.getByText(`Tags of ${MANY} conversations changed`).waitFor();
  const [row] = await server.uow.reader.query<{ n: number | string }>('SELECT COUNT(*) AS n FROM conversation_tag');
  expect(Number(row?.n)).toBe(MANY);
});

chapter('to the trash goes the whole view, and the key that takes back brings all of it back', async () => {
  const { page } = person;
  const bar = await takeWhole();
  await bar.getByRole('button', { name: 'More', exact: false }).click();
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  await page.getByText(`${MANY} moved to the trash`).waitFor();
  expect(await count("placement = 'TRASH'")).toBe(MANY);
  await page.keyboard.press('z');
  await page.getByText(`${MANY} conversations taken back`).waitFor();
  expect(await count("placement = 'INBOX'")).toBe(MANY);
});

chapter('what runs is told on every page of his, and is stopped and taken back from there', async () => {
  const { page } = person;
  const { viewer } = await owner.graphql<{ viewer: { id: string } }>('{ viewer { id } }');
  // One whose job is not there, so that it stands still at a third.
  const one: BulkChange = {
    ...{
      id: newId('bulkChange'),
      byId: viewer.id,
      kind: 'CONVERSATIONS',
      filter: { inboxIds: [inboxId] },
      action: { status: 'CLOSED' },
      state: 'RUNNING',
    },
    ...{ reason: null, place: null, total: 412, done: 150, changed: 149, failed: 1, undone: 0, startedAt: 1, endedAt: null },
    problems: [{ number: 12, code: 'FORBIDDEN', message: 'No' }],
  };
  await page.goto('/tickets');
  await page.getByRole('heading', { name: 'Tickets' }).first().waitFor();
  await server.uow.run(testCtx(), async (tx) => {
    await insertBulkChange(tx, one);
    const told = { type: 'bulkChange.progressed', change: 'UPDATED' as const, nodeId: one.id, inboxId: null };
    tx.emit({ ...told, audience: `user:${viewer.id}` });
  });
  await page.getByText('Whole view: 150 of 412 done').waitFor();
  await look('progress of a whole view');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('149 conversations changed').waitFor();
  await page.getByText('1 did not work. #12').waitFor();
  await page.getByText('Whole view: 150 of 412 done').waitFor({ state: 'detached' });
  await look('stopped half way');
  expect(person.complaints).toEqual([]);
});
