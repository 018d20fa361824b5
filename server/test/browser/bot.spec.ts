import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { signIn } from './pages/settings.js';
import { WidgetPage } from './pages/widget.js';
import { story } from './story.js';
import { Line, Website } from './website.js';

/** A bot as an admin makes it and tries it out, and as a visitor of a website walks through it (D32, S23). */
const persons: Person[] = [];
const shoot = camera('bot');
const chapter = story(
  shoot,
  () => persons,
  () => '',
);
const found: string[] = [];
let line: Line;
let site: Website;
let server: TestServer;
let owner: TestClient;
let channelId: string;
let admin: Person;
let visitor: WidgetPage;

beforeAll(async () => {
  line = await Line.open();
  server = await TestServer.start({ env: { BALIE_PUBLIC_URL: line.url } });
  line.to = Number(new URL(server.url).port);
  site = await Website.open({ loader: () => `${line.url}/p/chat/routes/${channelId}/widget/loader.js`, allowed: line.url });
  owner = await server.signIn();
  await owner.post('/api/setup/finish', {});
  const inboxId = await makeInbox(owner, 'Bakery');
  channelId = newId('channel');
  const data = { name: 'bakery.test', origins: [site.origin], flows: [{ id: 'all', email: 'never' }] };
  await owner.graphql('mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message } } }', {
    input: { id: channelId, inboxId, type: 'chat', step: 'settings', data },
  });
  admin = await openBrowser(server.url);
  const ada = await openBrowser(site.origin, { width: 390, height: 760 });
  persons.push(admin, ada);
  visitor = new WidgetPage(ada.page);
}, 240_000);
afterAll(async () => {
  for (const person of persons) await person.close();
  site.close();
  line.close();
  await server.close();
}, 240_000);

async function addQuestion(text: string, name: string, answer: string): Promise<void> {
  const { page } = admin;
  await page.getByRole('group', { name: 'Steps' }).getByRole('button', { name: 'Add step' }).click();
  await page.getByRole('menuitem', { name: 'Question', exact: true }).click();
  await page.locator(':is(input, textarea):focus').waitFor();
  await page.keyboard.type(text);
  await page.getByLabel('Name of the answer').last().fill(name);
  await page.getByLabel('Kind of answer').last().selectOption({ label: answer });
}

async function look(title: string): Promise<void> {
  await settled(visitor.page);
  await shoot(visitor.page, title);
  for (const barrier of await visitor.barriers()) found.push(`${title}: ${barrier}`);
}

describe('a bot', () => {
  chapter('is made of steps in the settings, and tried out in place before it is kept', async () => {
    const { page } = admin;
    await page.goto('/settings/bots');
    await signIn(page, OWNER.email, OWNER.password);
    await page.getByRole('button', { name: 'Add: Bot' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Robbie');
    await addQuestion('Where can we reach you?', 'email', 'E-mail address');
    await addQuestion('When shall we deliver?', 'day', 'Date');
    const tried = page.getByRole('region', { name: 'Try it out' });
    await tried.getByRole('button', { name: 'Begin' }).click();
    await tried.getByText('Where can we reach you?').waitFor();
    await tried.getByLabel('What the visitor says').fill('ada@client.test');
    await page.keyboard.press('Enter');
    await tried.getByText('When shall we deliver?').waitFor();
    await settled(page);
    await shoot(page, 'tried');
    expect(await barriers(page)).toEqual([]);
    const { conversations } = await owner.graphql<{ conversations: { nodes: unknown[] } }>(
      '{ conversations(first: 5) { nodes { id } } }',
    );
    expect(conversations.nodes).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Edit Robbie' }).waitFor();
    await shoot(page, 'saved');
    expect(admin.complaints).toEqual([]);
  });

  chapter('gives the visitor the field that fits its question, says what does not fit, and lets him write freely', async () => {
    await visitor.page.goto('/');
    await visitor.open();
    await visitor.say('I want bread');
    const email = visitor.chat.getByLabel('E-mail address');
    await email.waitFor();
    expect(await email.getAttribute('type')).toBe('email');
    await visitor.focused('#say');
    await visitor.say('ada at client');
    await visitor.chat.getByRole('alert').getByText('Fill in an e-mail address').waitFor();
    await visitor.focused('[aria-invalid=true]');
    await look('email-wrong');
    expect(await visitor.said()).toEqual(['I want bread', 'Where can we reach you?']);
    await email.fill('ada@client.test');
    await email.press('Enter');
    const day = visitor.chat.getByLabel('Date');
    await day.waitFor();
    expect(await day.getAttribute('type')).toBe('date');
    await look('date');
    await visitor.chat.getByRole('button', { name: 'Write something else' }).press('Enter');
    await visitor.focused();
    await visitor.say('As soon as you can');
    await visitor.message('Sorry, I did not understand that.').waitFor();
    await day.fill('2026-12-24');
    await day.press('Enter');
    await visitor.message('2026-12-24').waitFor();
    await visitor.box.waitFor();
    expect(found).toEqual([]);
  });

  chapter('hands over with what it was told, and people have the word', async () => {
    interface Found {
      botControl: string;
      items: { nodes: { type?: string; data?: { note?: string } }[] };
    }
    const query = '{ conversations(first: 5) { nodes { botControl items(last: 20) { nodes { ... on Event { type data } } } } } }';
    const handed = await until(
      async () => {
        const { conversations } = await owner.graphql<{ conversations: { nodes: Found[] } }>(query);
        return conversations.nodes.find(({ botControl }) => botControl === 'HANDOFF_REQUESTED');
      },
      { deadlineMs: 60_000, everyMs: 200, what: 'the handoff' },
    );
    const note = handed?.items.nodes.find(({ type }) => type === 'handed_off')?.data?.note;
    expect(note).toContain('email: ada@client.test\nday: 2026-12-24');
  });
});
