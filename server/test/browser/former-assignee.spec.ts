import { afterAll, beforeAll, expect } from '@jest/globals';
import { OWNER, TestServer } from '../server/server.js';
import { makeAgent, makeConversation, makeInbox } from '../server/world.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';
import { story } from './story.js';

const ASSIGN =
  'mutation ($ids: [ID!]!, $to: ID!) { conversationAssign(input: { ids: $ids, assigneeId: $to }) { userErrors { message } } }';
const CLOSE = 'mutation ($ids: [ID!]!) { conversationSetStatus(ids: $ids, status: CLOSED) { userErrors { message } } }';
const DEACTIVATE = 'mutation ($id: ID!) { agentDeactivate(input: { id: $id }) { userErrors { message } } }';

let server: TestServer;
let person: Person;
let inbox: InboxPage;
let inboxId: string;
const shoot = camera('former-assignee');
const chapter = story(
  shoot,
  () => [person],
  () => '',
);

/** Greta has answered one and left; Bob has another, and nobody has the third. */
beforeAll(async () => {
  server = await TestServer.start();
  const owner = await server.signIn();
  inboxId = await makeInbox(owner, 'Support');
  const [greta, bob] = [await makeAgent(server, owner, 'Greta'), await makeAgent(server, owner, 'Bob')];
  const of: Record<string, string> = {};
  for (const subject of ['Of Greta', 'Of Bob', 'Of nobody']) of[subject] = await makeConversation(server, inboxId, subject);
  const did: object[] = [];
  const change = async (mutation: string, variables: object): Promise<void> => {
    const answer: Record<string, { userErrors: object[] }> = await owner.graphql(mutation, { ...variables });
    did.push(...Object.values(answer).flatMap(({ userErrors }) => userErrors));
  };
  await change(ASSIGN, { ids: [of['Of Greta']], to: greta.id });
  await change(ASSIGN, { ids: [of['Of Bob']], to: bob.id });
  await change(CLOSE, { ids: [of['Of Greta']] });
  await change(DEACTIVATE, { id: greta.id });
  expect(did).toEqual([]);
  person = await openBrowser(server.url);
  inbox = new InboxPage(person.page);
}, 240_000);
afterAll(async () => {
  await person.close();
  await server.close();
}, 240_000);

async function look(title: string): Promise<void> {
  await settled(person.page);
  await shoot(person.page, title);
  expect(await barriers(person.page)).toEqual([]);
}

chapter(
  'what a colleague had who is gone is found by the filter, once it is asked for those who are gone (S10, S11)',
  async () => {
    const { page } = person;
    await page.goto(`/inbox/${inboxId}/all`);
    await signIn(page, OWNER.email, OWNER.password);
    await inbox.row('Of nobody').waitFor();
    await inbox.status('Open', 'All');
    await inbox.row('Of Greta').waitFor();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Filter', exact: true });
    const assignees = panel.getByRole('group', { name: 'Assigned to' });
    await assignees.getByRole('checkbox', { name: 'Bob' }).waitFor();
    expect(await assignees.getByRole('checkbox', { name: 'Greta' }).count()).toBe(0);
    await panel.getByRole('checkbox', { name: 'Those who are gone, too' }).check();
    await assignees.getByRole('checkbox', { name: 'Greta' }).check();
    await inbox.row('Of Bob').waitFor({ state: 'detached' });
    await inbox.row('Of Greta').waitFor();
    expect(await inbox.rows.count()).toBe(1);
    await look('those who are gone');
    await assignees.getByRole('checkbox', { name: 'Bob' }).check();
    await inbox.row('Of Bob').waitFor();
    expect(await inbox.rows.count()).toBe(2);
  },
);

chapter('it says by name whose they were, is kept with the address of the page, and is taken back from there (S11)', async () => {
  const { page } = person;
  await page.reload();
  await inbox.row('Of Greta').waitFor();
  const chips = page.getByRole('list', { name: 'Filters that hold now' });
  await chips.getByRole('button', { name: 'Assigned: Bob' }).click();
  await inbox.row('Of Bob').waitFor({ state: 'detached' });
  // The filter that is opened again shows him at once.
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Filter', exact: true });
  expect(await panel.getByRole('checkbox', { name: 'Greta' }).isChecked()).toBe(true);
  await page.keyboard.press('Escape');
  await chips.getByRole('button', { name: 'Assigned: Greta' }).click();
  await inbox.row('Of nobody').waitFor();
  expect(await chips.count()).toBe(0);
});
