import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CHANNEL, SlackDesk } from '../plugins/slack-desk.js';
import { OWNER } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { SettingsPages, signIn } from './pages/settings.js';

// Slack has a page of its own in the settings (S70, S86): an admin connects it there, reads what Slack says is wrong, and it works.
let slack: SlackDesk;
let person: Person;
const shoot = camera('slack');

beforeAll(async () => {
  slack = await SlackDesk.open();
  slack.slack.home = at;
  slack.slack.addChannel('C0ELSEWHERE', 'elsewhere', { is_member: false });
  slack.slack.addChannel('C0SALES', 'sales-team');
  slack.slack.addChannel('C0OLD', 'old', { is_archived: true });
  await slack.owner.post('/api/setup/finish', {});
  person = await openBrowser(slack.desk.server.url);
  await person.page.goto('/settings/inboxes');
  await signIn(person.page, OWNER.email, OWNER.password);
}, 240_000);
afterAll(async () => {
  await person.close();
  await slack.close();
}, 240_000);

/** Slack knows us by our public address, the browser by the one on which the test listens. */
const at = (address: string): string => {
  const { pathname, search } = new URL(address);
  return slack.desk.server.url + pathname + search;
};
/** Wide, by night and on a phone; axe finds nothing, and nothing is cut off. */
async function look(title: string): Promise<void> {
  const { page } = person;
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await settled(page);
    await shoot(page, `${title}-${scheme}`);
    expect(await barriers(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await settled(page);
  await shoot(page, `${title}-390`);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await page.setViewportSize({ width: 1440, height: 900 });
}
const field = (label: string) => person.page.getByLabel(label, { exact: true });
const press = (name: string) => person.page.getByRole('button', { name, exact: true }).click();
/** What somebody copies to Slack. */
const copied = (label: string) => field(label).inputValue();

it('Slack is reached from its inbox and from the settings, and does not stand among the bots (S70, S86)', async () => {
  const { page } = person;
  const pages = new SettingsPages(page);
  const line = page.getByRole('listitem').filter({ hasText: 'Support' });
  await line.getByRole('link', { name: /Slack/ }).click();
  await page.getByRole('heading', { name: 'Slack', level: 1 }).waitFor();
  await page.getByText('Slack is not connected yet.').waitFor();
  await look('not-connected');
  await pages.open('Bots');
  await page.getByRole('button', { name: /Bot/ }).waitFor();
  expect(await page.getByRole('button', { name: /Slack/ }).count()).toBe(0);
  await pages.open('Slack');
  // Somebody who comes by a link finds it, too.
  await page.reload();
  await page.getByText('Slack is not connected yet.').waitFor();
}, 240_000);

it('what is wrong is said before it is kept: at the field, and in the words of Slack', async () => {
  const { page } = person;
  await press('Connect Slack');
  expect(await copied('Request URL for events')).toMatch(/^https?:\/\/[^/]+\/p\/slack-test\/routes\/rsp_[0-9a-f]{32}\/events$/);
  await press('Test connection');
  await page.getByRole('alert').getByText('Something is still missing').waitFor();
  await look('incomplete');
  // As long as there is no token there is nothing to choose from, and Slack is not asked.
  await field('Channel').click();
  await page.getByRole('status').getByText('Fill in the bot token first', { exact: false }).waitFor();
  expect(slack.slack.calls).toEqual([]);
  await field('Bot token').fill('xoxb-not-the-token');
  await field('Signing secret').fill(slack.slack.signingSecret);
  await field('Channel').fill('C0ELSEWHERE');
  await page.getByText(/^Advanced/).click();
  await field('Address of Slack').fill(slack.slack.apiUrl);
  // What Slack refuses is said at the field; an id can be typed all the same.
  await field('Channel').click();
  await page.getByRole('status').getByText('invalid_auth', { exact: false }).waitFor();
  await page.getByText('You can type the id all the same.', { exact: false }).waitFor();
  await look('channels-refused');
  expect(await field('Channel').inputValue()).toBe('C0ELSEWHERE');
  await press('Test connection');
  await page.getByRole('alert').getByText('invalid_auth').waitFor();
  await look('token-refused');
  await field('Bot token').fill(slack.slack.token);
  await press('Test connection');
  const lines = page.getByRole('status').getByRole('listitem');
  await lines.filter({ hasText: 'Permissions: fine' }).waitFor();
  await lines.getByText('The app is not in #elsewhere. Write there: /invite @Balie').waitFor();
  await look('not-in-channel');
  await press('Save');
  await page.getByRole('alert').getByText('The app is not in #elsewhere.').waitFor();
  const { responders } = await slack.owner.graphql<{ responders: object[] }>('{ responders { id } }');
  expect(responders).toEqual([]);
}, 240_000);

it('once it is right it is kept, its secrets are seen no more, and conversations appear in Slack', async () => {
  const { page } = person;
  await field('Channel').fill(CHANNEL);
  await press('Test connection');
  const lines = page.getByRole('status').getByRole('listitem');
  await lines.filter({ hasText: 'Channel #support: fine' }).waitFor();
  await look('tested');
  const events = await copied('Request URL for events');
  await press('Save');
  const line = page.getByRole('listitem').filter({ hasText: 'Support' });
  await line.getByText('On', { exact: true }).waitFor();
  await look('connected');
  await page.getByRole('button', { name: /^Edit/ }).click();
  await field('Signing secret').waitFor();
  expect(await field('Signing secret').inputValue()).toBe('');
  expect(await page.content()).not.toContain('canary');
  expect(await copied('Request URL for events')).toBe(events);

  const { ts } = await slack.begin('ada', 'From the page to Slack');
  const event = slack.slack.write(CHANNEL, ts, 'U0BOB', 'Said in the thread');
  const { body, headers } = slack.slack.signed(event);
  expect((await fetch(at(events), { method: 'POST', body, headers })).status).toBe(200);
  const { id } = await slack.desk.conversation('From the page to Slack');
  await until(async () => (await slack.items(id)).some(({ text }) => text.includes('Said in the thread')), {
    deadlineMs: 60_000,
    what: 'the comment from Slack',
  });
}, 240_000);

it('an inbox gets a channel of its own: both are picked from lists, and its conversations arrive there (S86)', async () => {
  const { page } = person;
  const sales = await makeInbox(slack.owner, 'Sales');
  const site = await slack.desk.connect('shop', sales);
  await page.reload();
  await page.getByRole('button', { name: /^Edit/ }).click();
  // It is shown by its name, which is read with the token that is kept.
  await until(async () => (await field('Channel').inputValue()) === '#support', { what: 'the name of the channel' });
  await page.getByRole('checkbox', { name: 'Sales' }).check();
  await press('Add inbox');
  const own = page.getByRole('group', { name: 'Inboxes with another channel' });
  await own.getByLabel('Inbox', { exact: true }).selectOption({ label: 'Sales' });
  await own.getByRole('button', { name: /^Sales/ }).waitFor();
  const channel = own.getByRole('combobox', { name: 'Channel' });
  await channel.click();
  await own.getByRole('option', { name: '#sales-team' }).waitFor();
  expect(await own.getByRole('listbox').getByRole('option').allTextContents()).toEqual([
    '#elsewhereThe app is not in it yet: /invite @Balie',
    '#sales-team',
    '#support',
  ]);
  await look('channels-listed');
  await channel.fill('sales');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await channel.inputValue()).toBe('#sales-team');
  await press('Save');
  await page
    .getByRole('listitem')
    .filter({ hasText: /Sales, Support|Support, Sales/ })
    .waitFor();
  const { responders } = await slack.owner.graphql<{ responders: { settings: object }[] }>('{ responders { settings } }');
  expect(responders).toMatchObject([{ settings: { channel: CHANNEL, inboxChannels: [{ inbox: sales, channel: 'C0SALES' }] } }]);

  await site.post('say?visitor=sue', { id: 'sue-1', text: 'From the shop to its own channel' });
  const arrived = () => JSON.stringify(slack.slack.channels.get('C0SALES')).includes('From the shop to its own channel');
  await until(arrived, { deadlineMs: 60_000, what: 'the conversation in #sales-team' });
  expect(JSON.stringify(slack.slack.channels.get(CHANNEL))).not.toContain('From the shop');
  await slack.begin('cleo', 'Still where it was');
  await page.getByRole('button', { name: /^Edit/ }).click();
  await own.getByRole('button', { name: /^Sales/ }).waitFor();
}, 240_000);

it('with OAuth an admin agrees at Slack and copies no token', async () => {
  const { page } = person;
  await field('Connect by').selectOption({ label: 'OAuth' });
  await field('Client ID').fill(slack.slack.clientId);
  await field('Client secret').fill(slack.slack.clientSecret);
  const install = await copied('Address for connecting');
  await look('oauth');
  await press('Save');
  await page.getByRole('button', { name: /^Edit/ }).waitFor();
  await page.goto(at(install));
  await page.getByRole('link', { name: 'Allow' }).click();
  await page.getByText('Slack is connected to Team').waitFor();
  await shoot(page, 'agreed');
  await slack.begin('bea', 'After she agreed');
}, 240_000);

it('it is found and set in Dutch', async () => {
  const { page } = person;
  await page.goto('/');
  await page.getByRole('grid').waitFor();
  await new InboxPage(page).personal('Nederlands');
  await page.goto('/settings/inboxes');
  await page.getByRole('navigation').getByRole('link', { name: 'Slack', exact: true }).click();
  await page.getByText('Wat Slack met je inboxen doet', { exact: false }).waitFor();
  await page.getByRole('button', { name: /^Bewerken/ }).click();
  await page.getByRole('button', { name: 'Verbinding testen' }).waitFor();
  await look('dutch');
  expect(person.complaints.filter((one) => !one.includes('favicon'))).toEqual([]);
}, 240_000);
