import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { Channel } from '../../src/features/channels/index.js';
import { insertRows } from '../../src/kernel/rows.js';
import { channelOf } from '../support/channel-desk.js';
import { testCtx } from '../support/database.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeAgent, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { barriers, camera, openBrowser, settled, type BrowserOptions, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';
import { WidgetPage } from './pages/widget.js';
import { story } from './story.js';
import { Line, Website } from './website.js';

/** Visitors of a website on another origin, and the agent who answers them in the app (S20, S42, S63, D22 to D31, N16, N17). */
const SECRET = 'a secret that only the server of the shop knows';
const persons: Person[] = [];
const shoot = camera('chat');
const chapter = story(
  shoot,
  () => persons,
  () => '',
);
const found: string[] = [];
let line: Line;
let site: Website;
let server: TestServer;
let channelId: string;
let inbox: InboxPage;
let ada: Visitor;
let bas: Visitor;
let helper: { email: string; password: string };

class Visitor extends WidgetPage {
  constructor(readonly person: Person) {
    super(person.page);
  }

  /** Takes a picture, and keeps what axe finds wrong with the chat. */
  async look(title: string): Promise<void> {
    await settled(this.page);
    await shoot(this.page, title);
    for (const barrier of await this.barriers()) found.push(`${title}: ${barrier}`);
    // Axe measures with styles of its own, which the policy of the frame refuses.
    const others = this.person.complaints.filter((complaint) => !complaint.includes('Applying inline style'));
    this.person.complaints.splice(0, this.person.complaints.length, ...others);
  }
}

beforeAll(async () => {
  line = await Line.open();
  server = await TestServer.start({ env: { BALIE_PUBLIC_URL: line.url } });
  line.to = Number(new URL(server.url).port);
  site = await Website.open({ loader: () => `${line.url}/p/chat/routes/${channelId}/widget/loader.js`, allowed: line.url });
  const owner = await server.signIn();
  await owner.post('/api/setup/finish', {});
  await owner.graphql('mutation { profileSave(input: { meetingUrl: "https://meet.example/olga" }) { userErrors { message } } }');
  helper = await makeAgent(server, owner, 'Noor');
  const inboxId = await makeInbox(owner, 'Bakery');
  channelId = newId('channel');
  // A mailbox to send copies from; what leaves by it is the matter of other tests.
  await server.uow.run(testCtx(), (tx) => insertRows(tx, Channel, [channelOf(inboxId, ['bread@bakery.test'])]));
  const flow = { id: 'all', heading: 'Bakery help', welcome: 'Hello! Ask us anything about bread.', email: 'waiting' };
  const data = { name: 'bakery.test', origins: [site.origin], identitySecret: SECRET, color: '#0a7d4f', flows: [flow] };
  const { channelSetup } = await owner.graphql<{ channelSetup: { userErrors: unknown[] } }>(
    'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message path } } }',
    { input: { id: channelId, inboxId, type: 'chat', step: 'settings', data } },
  );
  expect(channelSetup.userErrors).toEqual([]);
  const olga = await openBrowser(server.url);
  persons.push(olga);
  await olga.page.goto(`/inbox/${inboxId}/all`);
  await signIn(olga.page, OWNER.email, OWNER.password);
  inbox = new InboxPage(olga.page);
  await olga.page.getByRole('navigation', { name: 'Views' }).waitFor();
}, 240_000);
afterAll(async () => {
  for (const person of persons) await person.close();
  site.close();
  line.close();
  await server.close();
}, 240_000);

async function visit(options: BrowserOptions = {}, path = '/'): Promise<Visitor> {
  const person = await openBrowser(site.origin, options);
  persons.push(person);
  await person.page.goto(path);
  const visitor = new Visitor(person);
  await visitor.button.waitFor();
  return visitor;
}

describe('a chat on a website', () => {
  chapter(
    'costs a page nothing before it is opened: no shift, no storage, no frame, no break of a strict policy (N17)',
    async () => {
      ada = await visit();
      const { page } = ada;
      const shift = `new Promise((resolve) => { let sum = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value))).observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum))); })`;
      expect(await page.evaluate(shift)).toBe(0);
      expect(await ada.kept()).toEqual([]);
      expect(page.frames()).toHaveLength(1);
      expect(await page.evaluate(`performance.getEntriesByType('resource').length`)).toBe(1);
      await shoot(page, 'page');
      expect(ada.person.complaints).toEqual([]);
    },
  );

  chapter('goes both ways live, by keyboard alone, and each sees who writes and what was read', async () => {
    await ada.open();
    await ada.chat.getByText('Hello! Ask us anything about bread.').waitFor();
    expect(await ada.kept()).toEqual([]);
    await ada.look('empty');
    await ada.say('Is the rye bread vegan?');
    await ada.state('Is the rye bread vegan?', /Sent$/);
    // The frame tells the page what to keep, which is another one's turn.
    await until(async () => (await ada.kept()).some((name) => name.endsWith(':token')), 'the token to be kept');
    await read('Is the rye bread vegan?');
    await ada.page.keyboard.type('And the');
    await inbox.thread
      .getByText(/is writing/)
      .first()
      .waitFor();
    await inbox.editor.waitFor();
    await inbox.page.keyboard.press('r');
    await inbox.focused(inbox.editor);
    await inbox.page.keyboard.type('Yes, it');
    await ada.chat.getByText(/ is typing…$/).waitFor();
    await ada.look('typing');
    await inbox.page.keyboard.type(' is.');
    await inbox.page.keyboard.press('Control+Enter');
    await ada.message('Yes, it is.').waitFor();
    await ada.chat.getByText('New message from Olga Owner: Yes, it is.').waitFor({ state: 'attached' });
    await ada.state('Is the rye bread vegan?', /Read$/);
    await shoot(inbox.page, 'agent');
    await ada.look('answered');
    await ada.page.keyboard.press('ControlOrMeta+A');
    await ada.page.keyboard.press('Delete');
  });

  chapter('tells the agent on which page he is, as he goes, and nothing that is secret (ux R13)', async () => {
    const about = inbox.page.getByRole('complementary', { name: 'About the contact' });
    await about.locator(`a[href="${site.origin}/"]`).filter({ hasText: 'Bakery' }).waitFor();
    await ada.page.evaluate(`history.pushState({}, '', '/bread?session=secret#top')`);
    await about.locator(`a[href="${site.origin}/bread"]`).waitFor();
    expect(await about.textContent()).not.toContain('secret');
    await shoot(inbox.page, 'agent-page');
  });

  chapter(
    'speaks Dutch on a phone, asks how he can be reached while he waits, and shows nobody what is not his (D23)',
    async () => {
      bas = await visit({ locale: 'nl-NL', width: 390, height: 760 }, '/?lang=nl');
      expect(await bas.button.getAttribute('aria-label')).toBe('Chat openen');
      await bas.open();
      await bas.say('Hebben jullie zuurdesem?');
      await bas.state('Hebben jullie zuurdesem?', /Verstuurd$/);
      const email = bas.chat.getByLabel('E-mailadres');
      await email.fill('bas@');
      await email.press('Enter');
      await bas.chat.getByRole('alert').getByText('Vul een e-mailadres in').waitFor();
      await bas.focused('[name=email]');
      await bas.look('asked');
      await email.fill('bas@klant.test');
      await email.press('Enter');
      await email.waitFor({ state: 'detached' });
      await bas.focused();
      await answer('Hebben jullie zuurdesem?', 'Elke dag vers.');
      await bas.message('Elke dag vers.').waitFor();
      expect(await bas.said()).toEqual(['Hebben jullie zuurdesem?', 'Elke dag vers.']);
      expect(await ada.said()).toEqual(['Is the rye bread vegan?', 'Yes, it is.']);
      await bas.look('phone');
    },
  );

  chapter('mails a copy of the chat to who asks for it, by keyboard, after he has said to which address (D36)', async () => {
    await ada.chat.getByRole('button', { name: 'Mail me this chat' }).press('Enter');
    const email = ada.chat.getByLabel('E-mail address');
    await email.fill('ada@client.test');
    await ada.look('copy-asked');
    await email.press('Enter');
    await ada.chat.getByRole('button', { name: 'A copy goes to ada@client.test.' }).waitFor();
    await ada.look('copy');
    const sql =
      "SELECT m.text, d.value FROM message m JOIN delivery d ON d.message_id = m.id WHERE m.send_key LIKE 'transcript-%'";
    const sent = () => server.uow.reader.query<{ text: string; value: string }>(sql);
    await until(async () => (await sent()).length > 0, 'the copy to be on its way');
    const [copy, ...more] = await sent();
    expect([copy?.value, more]).toEqual(['ada@client.test', []]);
    expect(copy?.text).toMatch(/\n\nYou, [^\n]+\nIs the rye bread vegan\?\n\nOlga Owner, [^\n]+\nYes, it is\.$/);
    await ada.box.focus();
  });

  chapter('takes files and emoji, and is the same in all tabs, of which one holds the stream', async () => {
    await ada.chat.getByRole('button', { name: 'Emoji' }).press('Enter');
    await ada.chat.getByRole('group', { name: 'Emoji' }).getByRole('button').first().press('Escape');
    await ada.focused('[aria-controls=emoji]');
    await ada.page.keyboard.press('Enter');
    await ada.chat.getByRole('group', { name: 'Emoji' }).getByRole('button').nth(9).press('Enter');
    await ada.focused();
    const file = { name: 'label.txt', mimeType: 'text/plain', buffer: Buffer.from('rye, water, salt') };
    await ada.chat.getByLabel('Attach files').setInputFiles([file]);
    await ada.chat.getByText('label.txt').waitFor();
    await ada.look('attached');
    await ada.say(' with this');
    const message = ada.message('👍 with this');
    await message.getByRole('link', { name: /label.txt/ }).waitFor();
    const second = new WidgetPage(await ada.page.context().newPage());
    await second.page.goto(`${site.origin}/bread`);
    await second.message('👍 with this').waitFor();
    // Who has his conversation shows himself (D43).
    await second.chat.getByRole('heading', { name: OWNER.name }).waitFor();
    const meeting = second.chat.getByRole('link', { name: 'Book a meeting' });
    expect(await meeting.getAttribute('href')).toBe('https://meet.example/olga');
    await shoot(second.page, 'meeting');
    await ada.box.press('Escape');
    await ada.page.locator('#balie-chat button[aria-expanded="false"]').and(ada.page.locator(':focus')).waitFor();
    await second.page.locator('#balie-chat button[aria-expanded="false"]').waitFor();
    await answer('with this', 'Thank you for the label.');
    for (const tab of [ada, second]) await tab.page.getByRole('button', { name: 'Open chat, 1 unread' }).waitFor();
    await shoot(ada.page, 'unread');
    await second.button.click();
    await second.message('Thank you for the label.').waitFor();
    for (const tab of [ada, second]) await tab.page.locator('#balie-chat i:empty').waitFor({ state: 'attached' });
    await second.page.close();
  });

  chapter('is answered by two agents at the same time, each of whom shows himself at once (D34, D43)', async () => {
    const [ivo, jet] = [await visit(), await visit()];
    const noor = await openBrowser(server.url);
    persons.push(noor);
    await noor.page.goto(new URL(inbox.page.url()).pathname.replace(/\/cnv_.*/, ''));
    await signIn(noor.page, helper.email, helper.password);
    const second = new InboxPage(noor.page);
    await Promise.all([ivo.open(), jet.open()]);
    await Promise.all([ivo.say('Do you have spelt?'), jet.say('Do you deliver?')]);
    await Promise.all([ivo.state('Do you have spelt?', /Sent$/), jet.state('Do you deliver?', /Sent$/)]);
    await Promise.all([
      answer('Do you have spelt?', 'On Fridays.'),
      answer('Do you deliver?', 'All over town.', { by: 'Noor', at: second }),
    ]);
    await Promise.all([ivo.message('On Fridays.').waitFor(), jet.message('All over town.').waitFor()]);
    // The page was not loaded again, and asked for nothing since.
    await ivo.chat.getByRole('heading', { name: OWNER.name }).waitFor();
    await ivo.chat.getByRole('link', { name: 'Book a meeting' }).waitFor();
    await jet.chat.getByRole('heading', { name: 'Noor' }).waitFor();
    await jet.look('answered-by-noor');
    expect(await ivo.said()).toEqual(['Do you have spelt?', 'On Fridays.']);
    expect(await jet.said()).toEqual(['Do you deliver?', 'All over town.']);
    await Promise.all([ivo.person.close(), jet.person.close(), noor.close()]);
  });

  chapter('keeps nothing in the browser before consent, and nothing after it was taken back (N17)', async () => {
    const cleo = await visit({}, '/?consent');
    await cleo.open();
    await cleo.say('May I stay unknown?');
    await cleo.state('May I stay unknown?', /Sent$/);
    expect(await cleo.kept()).toEqual([]);
    await cleo.page.evaluate(`balie('consent', true)`);
    await until(async () => (await cleo.kept()).some((name) => name.endsWith(':token')), 'the token to be kept');
    await cleo.page.reload();
    await cleo.button.waitFor();
    expect(await cleo.page.evaluate(`document.querySelector('#balie-chat').shadowRoot.querySelector('iframe')`)).toBeNull();
    await cleo.page.evaluate(`balie('consent', true)`);
    await cleo.button.click();
    await cleo.message('May I stay unknown?').waitFor();
    await cleo.page.evaluate(`balie('consent', false)`);
    expect(await cleo.kept()).toEqual([]);
    await cleo.person.close();
  });

  chapter('knows whom the site vouches for, on every device, until he signs out (D27)', async () => {
    const [first, second] = [await visit(), await visit()];
    const token = identity({ sub: 'c-7', name: 'Dora Known', email: 'dora@klant.test' });
    await first.page.evaluate(`balie('identify', { token: '${token}' })`);
    // It is loaded and drawn beforehand, before anybody opens it.
    await first.box.waitFor({ state: 'attached' });
    await first.open();
    await first.say('It is me again');
    await first.state('It is me again', /Sent$/);
    await inbox.row('It is me again').getByText('Dora Known', { exact: true }).waitFor();
    await second.page.evaluate(`balie('identify', { token: '${token}' }); balie('open')`);
    await second.message('It is me again').waitFor();
    await second.page.evaluate(`balie('logout')`);
    await second.message('It is me again').waitFor({ state: 'detached' });
    expect(await second.kept()).toEqual([]);
    await Promise.all([first.person.close(), second.person.close()]);
  });

  chapter('lets the agent put other words in the place of what he said (U7)', async () => {
    await read('Thank you for the label.');
    for (const [before, after] of [
      ['Thank you for the label.', 'Thanks for the label!'],
      ['Thanks for the label!', 'Thank you for the label.'],
    ] as const) {
      const said = inbox.messages.filter({ hasText: before });
      await said.hover();
      await said.getByRole('button', { name: 'Change this message' }).click();
      const words = inbox.page.getByLabel('What it says from now on');
      await words.fill(after);
      await settled(inbox.page);
      await shoot(inbox.page, 'amend');
      for (const barrier of await barriers(inbox.page)) found.push(`amend: ${barrier}`);
      await inbox.page.getByRole('button', { name: 'Save', exact: true }).click();
      await words.waitFor({ state: 'detached' });
      await inbox.messages.filter({ hasText: after }).getByText('Edited').waitFor();
      await ada.message(after).locator('small').filter({ hasText: 'edited' }).waitFor({ state: 'attached' });
    }
    await shoot(inbox.page, 'amended');
  });

  chapter('has no barrier that axe finds, and complains of nothing', () => {
    expect(found).toEqual([]);
    for (const { complaints } of persons) expect(complaints).toEqual([]);
    return Promise.resolve();
  });

  chapter(
    'says that the line is cut, keeps what is written, loses and doubles nothing, and leaves the page whole (N16, N17)',
    async () => {
      await ada.box.click();
      line.cut();
      for (const visitor of [ada, bas]) await visitor.chat.getByText(/^(No connection|Geen verbinding)/).waitFor();
      await ada.say('Are you still there?');
      await ada.state('Are you still there?', 'Waiting');
      await bas.box.click();
      await bas.say('Ben je er nog?');
      await bas.state('Ben je er nog?', 'Wacht');
      await ada.look('cut');
      expect(found).toEqual([]);
      await answer('Thank you for the label.', 'We close at six.');
      await ada.page.reload();
      await ada.page.getByRole('heading', { name: 'Bakery' }).waitFor();
      // The button may come out of the cache; the chat does not cover the page, since it can't be loaded. That he had it open is not forgotten.
      await ada.page.locator('#balie-chat button[aria-expanded="false"]').waitFor();
      expect(await ada.page.locator('#balie-chat iframe').count()).toBe(0);
      await ada.page.getByRole('link', { name: 'Our bread' }).click({ trial: true });
      await shoot(ada.page, 'away');
      line.mend();
      await ada.page.reload();
      await ada.state('Are you still there?', /Sent$/);
      await ada.message('We close at six.').waitFor();
      const said = (await ada.said()).map((text) => text.replace(/^.*label\.txt \d+ kB/, ''));
      expect(said.slice(-3)).toEqual(['Thank you for the label.', 'We close at six.', 'Are you still there?']);
      expect(said).toHaveLength(6);
      await bas.state('Ben je er nog?', /Verstuurd$/);
      await bas.chat.getByText('Geen verbinding').waitFor({ state: 'detached' });
      expect(await bas.said()).toEqual(['Hebben jullie zuurdesem?', 'Elke dag vers.', 'Ben je er nog?']);
      await read('Are you still there?');
      expect(await inbox.messages.filter({ hasText: 'Are you still there?' }).count()).toBe(1);
    },
  );
});

/** The agent opens the conversation in which this was said last. */
async function read(text: string, at = inbox): Promise<void> {
  await at.row(text).click();
  await at.thread.getByText(text).first().waitFor();
}

async function answer(row: string, text: string, { by = OWNER.name as string, at = inbox } = {}): Promise<void> {
  await read(row, at);
  await at.reply(text);
  await at.said(by, text);
}

/** What the server of the shop signs for who has logged in there. */
function identity(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ exp: Math.floor(Date.now() / 1000) + 3600, ...claims })}`;
  return `${head}.${createHmac('sha256', SECRET).update(head).digest('base64url')}`;
}
