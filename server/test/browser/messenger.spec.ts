import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { FacebookDesk } from '../plugins/facebook-desk.js';
import { OWNER } from '../server/server.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';

// How long a page may still answer (D39): in the list, in the editor, and once it is over. The fake of the Graph API keeps the same time.
const SHOP = '110';
const ANNA = '7001';
const HOUR = 3_600_000;
let desk: FacebookDesk;
let person: Person;
let inboxId: string;
let channelId: string;
let talkId: string;
const shoot = camera('messenger');

beforeAll(async () => {
  desk = await FacebookDesk.open();
  desk.api.page(SHOP, 'Fietsenzaak');
  desk.api.person(ANNA, 'Anna Berg');
  inboxId = await desk.inbox('Shop');
  const { channel, userErrors } = await desk.connect(inboxId, SHOP);
  expect(userErrors).toEqual([]);
  channelId = channel?.id ?? '';
  await desk.call(desk.batch(SHOP, desk.happen(SHOP, ANNA, { message: { mid: 'm_1', text: 'Is it in stock?' } })));
  talkId = (await desk.talk('Is it in stock?', ({ contact }) => contact.name === 'Anna Berg')).id;
  await desk.owner.post('/api/setup/finish', {});
  person = await openBrowser(desk.server.url);
}, 240_000);
afterAll(async () => {
  await person.close();
  await desk.close();
}, 240_000);

/** She wrote so long ago; the page is opened anew, and shows the same time left beside the row and above the text. */
async function seen(hoursAgo: number, left: string, title: string): Promise<InboxPage> {
  await desk.heard(talkId, ANNA, hoursAgo * HOUR + 60_000);
  const { page } = person;
  const inbox = new InboxPage(page);
  await page.reload();
  await inbox.row('Anna Berg').getByText(left, { exact: true }).waitFor();
  await inbox.row('Anna Berg').click();
  await inbox.thread.getByText(left, { exact: true }).waitFor();
  await settled(page);
  await shoot(page, title);
  expect(await barriers(page)).toEqual([]);
  return inbox;
}
const REFUSED = 'The network no longer takes an answer here.';

it('the 24 hours run down in the list and in the editor (D39)', async () => {
  const { page } = person;
  await page.goto('/');
  await signIn(page, OWNER.email, OWNER.password);
  await new InboxPage(page).row('Anna Berg').waitFor();
  // The view of this kind of channel (S21).
  await new InboxPage(page).view('Messenger');
  await seen(3, '20 h left to answer', 'open');
  const inbox = await seen(22, '1 h left to answer', 'soon');
  const tag = inbox.thread.getByText('1 h left to answer', { exact: true });
  expect(await tag.getAttribute('title')).toMatch(/^answer before (today|tomorrow), \d\d:\d\d$/);
  expect(await tag.getAttribute('class')).toBe('tag bad');
}, 240_000);

it('an answer that is written when they end is refused in words and stays in the editor, and then nothing can be sent (D39)', async () => {
  const { page } = person;
  const inbox = await seen(23, '58 min left to answer', 'last');
  await inbox.editor.fill('Nearly in time');
  await desk.heard(talkId, ANNA, 24 * HOUR + 60_000);
  await inbox.button('Send').click();
  await inbox.thread.getByText(REFUSED).first().waitFor();
  expect(await inbox.editor.inputValue()).toBe('Nearly in time');
  await shoot(page, 'refused');
  await seen(24, 'too late to answer', 'over');
  await inbox.thread.getByText(`${REFUSED} Choose another way to answer, or comment.`).waitFor();
  expect(await inbox.button('Send').isDisabled()).toBe(true);
  expect(desk.api.sent).toEqual([]);
}, 240_000);

it('with the human-agent tag there are seven days, shown alike, and then none (D39)', async () => {
  desk.api.app.humanAgent = true;
  expect((await desk.connect(inboxId, SHOP, { id: channelId, more: { humanAgent: true } })).userErrors).toEqual([]);
  const inbox = await seen(48, '4 d left to answer', 'human-agent');
  await inbox.editor.fill('Two days later');
  await inbox.button('Send').click();
  await desk.inState('Two days later', 'SENT');
  expect(desk.api.sent).toMatchObject([{ type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT', text: 'Two days later' }]);
  await seen(7 * 24, 'too late to answer', 'human-agent-over');
  expect(await inbox.button('Send').isDisabled()).toBe(true);
  expect(person.complaints).toEqual([]);
}, 240_000);
