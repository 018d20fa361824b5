import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bucketOf } from '../../src/features/reports/histogram.js';
import { quarterOf } from '../../src/features/reports/quarters.js';
import { ReportQuarter } from '../../src/features/reports/report-quarter.entity.js';
import { insertRows } from '../../src/kernel/rows.js';
import { testCtx } from '../support/database.js';
import { until } from '../support/until.js';
import type { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeAgent, makeConversation, makeInbox } from '../server/world.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';

const DAY = 86_400_000;
let server: TestServer;
let owner: TestClient;
let bob: { id: string; browser: TestClient };
let support: string;
let sales: string;
let person: Person;
const shoot = camera('reports');

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  support = await makeInbox(owner, 'Support');
  sales = await makeInbox(owner, 'Sales');
  bob = await makeAgent(server, owner, 'Bob');
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

async function act(mutation: string, variables: Record<string, unknown>): Promise<void> {
  const answer = await bob.browser.graphql<Record<string, { userErrors: unknown[] }>>(mutation, variables);
  for (const { userErrors } of Object.values(answer)) expect(userErrors).toEqual([]);
}

const ASSIGN = 'mutation ($input: ConversationAssignInput!) { conversationAssign(input: $input) { userErrors { message } } }';
const CLOSE = 'mutation ($ids: [ID!]!) { conversationSetStatus(ids: $ids, status: CLOSED) { userErrors { message } } }';
const TOTAL = `query ($input: ReportInput!) { report(input: $input) { total { new closed open } } }`;

async function counted(figures: Record<string, number>): Promise<void> {
  // Two days, since midnight may come between what happened and this.
  const day = (back: number): string => new Date(Date.now() - back * DAY).toISOString().slice(0, 10);
  const input = { from: day(1), until: day(0), timeZone: 'UTC' };
  const asked = async () => (await owner.graphql<{ report: { total: unknown } }>(TOTAL, { input })).report.total;
  await until(async () => JSON.stringify(await asked()) === JSON.stringify(figures), `${JSON.stringify(figures)} counted`);
}

/** A month in which something happened, as it would have been counted. */
async function month(): Promise<void> {
  const rows: ReportQuarter[] = [];
  const place = { inboxId: support, channelId: '' };
  const now = Date.now();
  for (let back = 1; back < 30; back += 1) {
    const quarter = quarterOf(now - back * DAY);
    const add = (measure: ReportQuarter['measure'], agentId: string, count: number, bucket = 0) =>
      rows.push({ quarter, ...place, agentId, measure, bucket, count });
    const busy = [0, 3, 9, 7, 8, 6, 1][back % 7] ?? 0;
    add('new', '', busy);
    add('closed', bob.id, Math.max(0, busy - (back % 3)));
    add('open', '', back % 3 === 0 ? 1 : back % 3 === 1 ? -1 : 0);
    for (const [measure, minutes] of [
      ['reply', 30 + busy * 13],
      ['reply_work', 20 + busy * 3],
      ['closing', 600 + busy * 200],
      ['closing_work', 300 + busy * 20],
    ] as const)
      if (busy > 0) add(measure, bob.id, busy, bucketOf(minutes * 60_000));
    if (busy > 0) add('sla_kept', bob.id, busy * 9, 1);
    if (busy > 0) add('sla_missed', bob.id, busy, 2);
  }
  await server.uow.run(testCtx(), async (tx) => {
    await insertRows(tx, ReportQuarter, rows);
    await tx.execute('UPDATE report_place SET began_at = ?', [now - 25 * DAY]);
  });
}

it('tells what happened in figures, pictures and tables, to be narrowed and taken away (issue 4)', async () => {
  const { page } = person;
  await page.goto('/reports');
  await signIn(page, OWNER.email, OWNER.password);
  await page.getByRole('heading', { name: 'Reports', level: 1 }).waitFor();
  await page.getByText('Nothing happened in this time').waitFor();
  await page.getByText(/^Counted since/).waitFor();
  await look('empty');

  const [first] = [
    await makeConversation(server, support),
    await makeConversation(server, support),
    await makeConversation(server, sales),
  ];
  await act(ASSIGN, { input: { ids: [first], assigneeId: bob.id } });
  await act(CLOSE, { ids: [first] });
  await counted({ new: 3, closed: 1, open: 2 });
  await month();
  await page.reload();
  const figure = (name: string) => page.locator('.tiles > div').filter({ hasText: name }).locator('b');
  const tableOf = (name: string) => page.getByRole('region', { name, exact: true });
  await tableOf('By inbox').getByRole('rowheader', { name: 'Sales' }).waitFor();
  expect(await figure('Open at the end').textContent()).toBe('2');
  expect(await figure('In time').textContent()).toBe('90%');
  expect(await page.getByRole('img', { name: /^New and closed\. The numbers are in the table/ }).count()).toBe(1);
  expect(await tableOf('By day').getByRole('rowheader').count()).toBe(30);
  await look('month');
  await tableOf('By agent').scrollIntoViewIfNeeded();
  await look('tables');
  const working = await figure('First reply').textContent();
  await page.getByRole('checkbox', { name: 'Count working hours only' }).check();
  await until(async () => (await figure('First reply').textContent()) !== working, 'the figure of working hours');

  await page.getByLabel('Inbox', { exact: true }).selectOption({ label: 'Sales' });
  await until(async () => (await figure('New').textContent()) === '1', 'the figures of Sales');
  await tableOf('By inbox').getByRole('rowheader', { name: 'Support' }).waitFor({ state: 'detached' });
  expect(await tableOf('By agent').getByRole('rowheader').allTextContents()).toEqual(['Nobody']);
  await page.getByLabel('Inbox', { exact: true }).selectOption({ label: 'All inboxes' });
  await page.getByLabel('Agent', { exact: true }).selectOption({ label: 'Bob' });
  await until(async () => (await figure('Assigned').textContent()) === '1', 'the figures of Bob');
  expect(new URL(page.url()).searchParams.get('agent')).toBe(bob.id);
  await look('agent');

  await page.getByLabel('Agent', { exact: true }).selectOption({ label: 'Everybody' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^balie-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const file = await readFile(await download.path(), 'utf8');
  expect(file).toMatch(/^\uFEFFdate,inbox,channel,agent,new,/);
  expect(file).toMatch(/,Support,,Bob,/);
});

it('is the same on a phone, in Dutch and in the dark', async () => {
  const { page } = person;
  const inbox = new InboxPage(page);
  await page.goto(`/inbox/${support}/all`);
  await inbox.personal('Nederlands');
  await inbox.personal('Donker');
  await page.getByRole('link', { name: 'Rapporten' }).click();
  await page.getByRole('heading', { name: 'Rapporten', level: 1 }).waitFor();
  await page.getByRole('region', { name: 'Per dag', exact: true }).waitFor();
  await look('Dutch-dark');
  await page.setViewportSize({ width: 390, height: 844 });
  await look('Dutch-dark-390');
  await page.getByRole('region', { name: 'Per medewerker', exact: true }).scrollIntoViewIfNeeded();
  await look('Dutch-dark-390-tables');
  await page.getByLabel('Periode', { exact: true }).selectOption({ label: 'Dagen kiezen' });
  await page.getByLabel('Van', { exact: true }).fill('2020-01-01');
  await page.getByText('Een rapport gaat over hoogstens een jaar').waitFor();
  await look('Dutch-dark-390-too-long');
  expect(person.complaints).toEqual([]);
});
