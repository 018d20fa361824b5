import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { PostOffice, type Mailbox } from '../mail/post-office.js';
import { answer } from '../mail/scenario.js';
import { OWNER } from '../server/server.js';
import { makeAgent } from '../server/world.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { FilterPages } from './pages/filters.js';
import { InboxPage } from './pages/inbox.js';
import { SettingsPages, signIn } from './pages/settings.js';
import { story } from './story.js';

/** What an agent and a manager see of what comes in: who is let in, what was set aside and why, and the ledger behind it. */
const persons: Person[] = [];
const shoot = camera('intake');
const chapter = story(
  shoot,
  () => persons,
  () => '',
);
const found: string[] = [];
let office: PostOffice;
let box: Mailbox;
let olga: Person;
let inbox: InboxPage;
let settings: SettingsPages;
let filters: FilterPages;
let mails = 0;

beforeAll(async () => {
  office = await PostOffice.open();
  await office.owner.post('/api/setup/finish', {});
  box = await office.connect('support@shop.test');
  olga = await enter(OWNER.email, OWNER.password);
  inbox = new InboxPage(olga.page);
  settings = new SettingsPages(olga.page);
  filters = new FilterPages(olga.page);
}, 300_000);
afterAll(async () => {
  for (const person of persons) await person.close();
  await office.close();
}, 240_000);

async function enter(email: string, password: string): Promise<Person> {
  const person = await openBrowser(office.server.url);
  persons.push(person);
  await person.page.goto(`/inbox/${box.inboxId}/all`);
  await signIn(person.page, email, password);
  await person.page.getByRole('navigation', { name: 'Views' }).waitFor();
  return person;
}

/** Takes a picture, and keeps what axe finds wrong with what is seen. */
async function look(title: string): Promise<void> {
  await settled(olga.page);
  await shoot(olga.page, title);
  for (const barrier of await barriers(olga.page)) found.push(`${title}: ${barrier}`);
}

/** Writes to the inbox, and waits until the mail has been understood. */
function write(from: string, subject: string, fields: Record<string, string> = {}, body = 'Words.', to = box) {
  const head = { From: from, To: to.address, Subject: subject, 'Message-ID': `<w${(mails += 1)}@people.test>`, ...fields };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  return to.receive([...lines, 'MIME-Version: 1.0', '', body].join('\r\n'));
}
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const LIST = { 'List-Id': '<news.list.test>', ...HTML };

describe('What comes in, as those see it who look after it', () => {
  chapter(
    'a filtered mail says why, and comes into the inbox for good with one click, which can be undone (S24, S25, S40)',
    async () => {
      await write('Week News <news@list.test>', 'Offers of the week', LIST, '<h1>Offers</h1><p>Buy <b>now</b>.</p>');
      await inbox.view('Filtered');
      const row = inbox.row('Offers of the week');
      await row.filter({ hasText: 'Marketing and list mail' }).waitFor();
      await inbox.open('Offers of the week');
      await filters.strip.filter({ hasText: 'Marketing and list mail: list headers' }).waitFor();
      await look('filtered');
      await filters.strip.getByLabel('Always allow Week News').check();
      await filters.strip.getByRole('button', { name: 'Move to inbox' }).click();
      await row.waitFor({ state: 'detached' });
      await filters.toast('This sender is always allowed now').waitFor();
      await inbox.thread.focus();
      await olga.page.keyboard.press('z');
      await row.filter({ hasText: 'Marketing and list mail' }).waitFor();
      await filters.strip.getByLabel('Always allow Week News').check();
      await filters.strip.getByRole('button', { name: 'Move to inbox' }).click();
      await row.waitFor({ state: 'detached' });
      await filters.strip.waitFor({ state: 'detached' });
      await write('Week News <news@list.test>', 'More offers', LIST, '<p>More.</p>');
      await inbox.view('All conversations');
      await inbox.row('More offers').waitFor();
    },
  );

  chapter('! marks as spam and goes on, z takes it back, without a mouse (U3, U6)', async () => {
    const { page } = olga;
    await inbox.open('More offers');
    await page.keyboard.press('Shift+!');
    await inbox.row('More offers').waitFor({ state: 'detached' });
    await filters.toast('Marked as spam').waitFor();
    await page.keyboard.press('z');
    await inbox.row('More offers').waitFor();
    await inbox.open('More offers');
    await inbox.thread.focus();
    await page.keyboard.press('.');
    await page.getByRole('menuitem', { name: 'Mark as spam' }).waitFor();
    await look('more-menu');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  });

  chapter(
    'a blocked sender is set aside with all that he writes, and can be let in again with what he wrote (S55 to S59)',
    async () => {
      const { page } = olga;
      await write('Bad Bart <bart@nasty.test>', 'You will regret this');
      await inbox.open('You will regret this');
      await filters.choose('Block sender …');
      const dialog = page.getByRole('dialog', { name: 'Block Bad Bart?' });
      await dialog.getByText('Nothing is deleted').waitFor();
      await look('block');
      await dialog.getByRole('button', { name: 'Block sender' }).click();
      await inbox.row('You will regret this').waitFor({ state: 'detached' });
      await filters.strip.filter({ hasText: 'Blocked sender' }).waitFor();
      await write('Bad Bart <bart@nasty.test>', 'And another thing');
      await inbox.view('Filtered');
      const second = inbox.row('And another thing');
      await second.filter({ hasText: 'Blocked sender' }).waitFor();
      expect(await second.getAttribute('data-unread')).toBe('false');
      await inbox.open('And another thing');
      await page.getByRole('complementary', { name: 'About the contact' }).getByText('Blocked in').waitFor();
      await look('blocked');
      await filters.strip.getByRole('button', { name: 'Unblock sender …' }).click();
      const unblock = page.getByRole('dialog', { name: 'Unblock Bad Bart?' });
      await unblock.getByLabel('Move the earlier conversations back, too').check();
      await look('unblock');
      await unblock.getByRole('button', { name: 'Unblock', exact: true }).click();
      await second.waitFor({ state: 'detached' });
      await inbox.view('All conversations');
      await inbox.row('You will regret this').waitFor();
      await inbox.row('And another thing').waitFor();
    },
  );

  chapter('two conversations become one, one becomes two, and both are taken back (N12)', async () => {
    const { page } = olga;
    await write('Mia Meer <mia@cust.test>', 'The first matter', {}, 'About the first.');
    await write('Mia Meer <mia@cust.test>', 'The second matter', {}, 'About the second.');
    await inbox.view('All conversations');
    await inbox.open('The first matter');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Merge another into this' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /The second matter/ }).waitFor();
    await look('merge');
    await dialog.getByRole('button', { name: /The second matter/ }).click();
    // It stays for as long as the mouse is on it.
    const undo = filters.toast('is part of this one').getByRole('button', { name: 'Undo' });
    await undo.hover();
    await inbox.said('Mia Meer', 'About the second.');
    await inbox.row('The second matter').waitFor({ state: 'detached' });
    await look('merged');
    await undo.click();
    await filters.toast('The merge is undone').waitFor();
    await inbox.row('The second matter').waitFor();
    await inbox.thread.getByText('About the second.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Merge another into this' }).click();
    await dialog.getByRole('button', { name: /The second matter/ }).click();
    await inbox.said('Mia Meer', 'About the second.');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Split off' }).click();
    await dialog.getByLabel(/About the second/).check();
    await look('split');
    await dialog.getByRole('button', { name: 'Split off' }).click();
    await filters.toast('was split off').waitFor();
    await inbox.thread.getByText('About the second.').waitFor({ state: 'detached' });
    await inbox.row('The second matter').waitFor();
  });

  chapter('a message says who wrote it, what to beware of, and what it has to do with (R-HDR-3, R-THR-5, R-INB-1)', async () => {
    const first = await write('Anna de Vries <anna@cust.test>', 'Order 1001', { 'Message-ID': '<order@cust.test>' });
    const sales = await office.connect('sales@shop.test');
    await write('Anna de Vries <anna@cust.test>', 'Order 1001', { 'Message-ID': '<order@cust.test>' }, 'Words.', sales);
    const out = await answer(office, first.conversation?.id ?? '', 'We look into it.');
    const cite = { 'In-Reply-To': out.headers.get('message-id') ?? '' };
    await write('Carl de Vries <carl@cust.test>', 'Re: Order 1001', cite, 'I am her brother.');
    await write('Eve <eve@evil.test>', 'Re: Order 1001', cite, 'Pay me instead.');
    await inbox.row('Pay me instead.').waitFor();
    await inbox.row('I am her brother.').click();
    const card = await inbox.said('Carl de Vries', 'I am her brother.');
    await card.getByText('carl@cust.test', { exact: true }).waitFor();
    await card.getByText('carl@cust.test is new in this conversation').waitFor();
    const related = inbox.thread.getByRole('list', { name: 'Related conversations' });
    await related.getByText('Also in Inbox sales@shop.test:').waitFor();
    await related.getByText('Possibly related:').waitFor();
    await look('warnings');
    await related.getByRole('listitem').filter({ hasText: 'Possibly related' }).getByRole('link').click();
    await inbox.said('Eve', 'Pay me instead.');
  });

  chapter(
    'the source, a mail in a mail, an invitation, and pictures that are held back (R-ATT-5, R-ICS-1, R-HTM-2)',
    async () => {
      const { page } = olga;
      const wide = `<table width="1600" border="1"><tr>${'<td>A cell that is wide</td>'.repeat(14)}</tr></table>`;
      const parts = [
        `--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Look at <img src="https://tracker.test/p.png" width="40" height="40"> this.</p>${wide}`,
        '--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: Old <old@far.test>\r\nSubject: The old mail\r\n\r\nInner words.',
        '--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Tasting\r\nDTSTART:20270110T100000Z\r\nDTEND:20270110T110000Z\r\nLOCATION:Utrecht\r\nORGANIZER:mailto:anna@cust.test\r\nEND:VEVENT\r\nEND:VCALENDAR',
        '--b--\r\n',
      ].join('\r\n');
      await write(
        'Anna de Vries <anna@cust.test>',
        'Everything at once',
        { 'Content-Type': 'multipart/mixed; boundary=b' },
        parts,
      );
      await inbox.view('All conversations');
      await inbox.open('Everything at once');
      await inbox.pageOf('Anna de Vries').getByText('Look at').waitFor();
      await inbox.thread.getByRole('button', { name: 'Load pictures' }).waitFor();
      await inbox.thread.getByRole('region', { name: 'Invitation' }).getByText('Tasting').waitFor();
      await look('mail');
      const frame = inbox.thread.locator('iframe.mail');
      expect(await frame.evaluate('document.querySelector("iframe.mail").getBoundingClientRect().width <= innerWidth')).toBe(
        true,
      );
      await page.emulateMedia({ media: 'print' });
      await inbox.list.waitFor({ state: 'hidden' });
      expect(await inbox.editor.isVisible()).toBe(false);
      expect(await inbox.pageOf('Anna de Vries').getByText('Look at').isVisible()).toBe(true);
      await shoot(page, 'print');
      await page.emulateMedia({ media: null });
      await inbox.thread.getByRole('button', { name: 'The old mail.eml' }).click();
      const inner = page.getByRole('dialog', { name: /Attached mail/ });
      await inner.getByText('Inner words.').waitFor();
      await page.keyboard.press('Escape');
      await inner.waitFor({ state: 'detached' });
      await inbox.thread.getByText('Details').click();
      await inbox.thread.getByRole('button', { name: 'Show the original' }).click();
      const source = page.getByRole('dialog', { name: 'The original, as it came' });
      await source.getByText('boundary=b').first().waitFor();
      await look('source');
      await page.keyboard.press('Escape');
      await source.waitFor({ state: 'detached' });
      await inbox.thread.getByRole('button', { name: 'Load pictures' }).click();
      await inbox.thread.getByRole('button', { name: 'Load pictures' }).waitFor({ state: 'detached' });
    },
  );

  chapter('the ledger shows what became of everything, live, and imports anyway without a mouse (N1)', async () => {
    const { page } = olga;
    await settings.open('What came in');
    await filters.item('Everything at once').filter({ hasText: 'Delivered' }).waitFor();
    await write(box.address, 'A letter to ourselves');
    const loop = filters.item('A letter to ourselves');
    await loop.filter({ hasText: 'It came from an address of our own.' }).waitFor();
    await look('ledger');
    await page.getByRole('button', { name: 'Filtered', exact: true }).click();
    await loop.waitFor();
    await filters.item('Everything at once').waitFor({ state: 'detached' });
    const again = loop.getByRole('button', { name: 'Import anyway A letter to ourselves' });
    await page.getByRole('button', { name: 'Filtered', exact: true }).focus();
    for (
      let presses = 0;
      presses < 40 && !(await again.evaluate((element) => element === element.ownerDocument.activeElement));
      presses++
    )
      await page.keyboard.press('Tab');
    await inbox.focused(again);
    await page.keyboard.press('Enter');
    await loop.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Everything', exact: true }).click();
    await loop.filter({ hasText: 'Delivered' }).waitFor();
    expect(await again.count()).toBe(0);
    await loop.getByRole('button', { name: 'Show the original A letter to ourselves' }).click();
    const source = page.getByRole('dialog', { name: 'The original, as it came' });
    await source.getByText('Subject: A letter to ourselves').waitFor();
    await page.keyboard.press('Escape');
    await source.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Quarantined', exact: true }).click();
    await page.getByText('Nothing here with this filter.').waitFor();
    await page.getByRole('button', { name: 'Everything', exact: true }).click();
    await loop.getByRole('link', { name: /Open conversation/ }).click();
    await inbox.head('A letter to ourselves').waitFor();
  });

  chapter('filter rules are switched, senders allowed, filtered and blocked by address or domain (S25, D42)', async () => {
    const { page } = olga;
    await settings.open('Filters');
    await page.getByLabel('Inbox', { exact: true }).selectOption({ label: 'Inbox support@shop.test' });
    await filters.list('Always allowed').getByText('news@list.test', { exact: true }).first().waitFor();
    const role = page.getByRole('switch', { name: /role addresses/ });
    await role.uncheck();
    // It shows at once what was asked for, and can be switched again when it is kept.
    await page.getByRole('switch', { name: /role addresses/, checked: false, disabled: false }).waitFor();
    await write('Jobs <info@jobs.test>', 'A role that is let in');
    await filters.add('Always filtered', 'Address or @domain to filter', 'no address');
    await filters.list('Always filtered').getByText('This is neither an address nor a domain').waitFor();
    await filters.add('Always filtered', 'Address or @domain to filter', '@foes.test');
    await filters.list('Always filtered').getByText('@foes.test', { exact: true }).first().waitFor();
    await filters.add('Blocked senders', 'Address or @domain to block', 'eve@evil.test');
    await filters.list('Blocked senders').getByText('eve@evil.test', { exact: true }).first().waitFor();
    await look('filters');
    await write('Jan <jan@foes.test>', 'From a foe');
    await filters.list('Always allowed').getByRole('button', { name: 'Remove news@list.test' }).click();
    await filters.list('Always allowed').getByText('Nobody is on this list.').waitFor();
    await settings.back();
    await inbox.view('All conversations');
    await inbox.row('A role that is let in').waitFor();
    await inbox.view('Filtered');
    await inbox.row('From a foe').filter({ hasText: 'Sender is always filtered' }).waitFor();
  });

  chapter('an inbox says when an answer begins anew, and whether the subject joins (R-THR-4, R-THR-8)', async () => {
    const { page } = olga;
    await settings.open('Inboxes');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Inbox support@shop.test' })
      .getByRole('button', { name: /^Edit/ })
      .click();
    const days = page.getByLabel(/^Reopen closed conversations/);
    await days.fill('never');
    await page.getByText('Give 1 to 3650 days, or nothing.').waitFor();
    await days.fill('30');
    const kept = page.getByLabel(/^Move closed conversations to the trash/);
    await kept.fill('0.5');
    await page.getByText('Give 1 to 36500 days, or nothing.').waitFor();
    await kept.fill('365');
    await page.getByRole('switch', { name: 'Join by subject' }).check();
    await look('inbox-settings');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').waitFor();
    const { inboxes } = await office.owner.graphql<{
      inboxes: { id: string; reopenDays: number; joinBySubject: boolean; closedKeptDays: number }[];
    }>('{ inboxes { id reopenDays joinBySubject closedKeptDays } }');
    expect(inboxes.find(({ id }) => id === box.inboxId)).toMatchObject({
      reopenDays: 30,
      joinBySubject: true,
      closedKeptDays: 365,
    });
    await settings.back();
  });

  chapter('who manages an inbox has its ledger and its filters; who only works in it has neither', async () => {
    const [max, anna] = [
      await makeAgent(office.server, office.owner, 'Max'),
      await makeAgent(office.server, office.owner, 'Anna'),
    ];
    const input = { id: box.inboxId, members: [{ agentId: max.id, role: 'MANAGER' }] };
    await office.owner.graphql('mutation ($input: InboxSaveInput!) { inboxSave(input: $input) { userErrors { message } } }', {
      input,
    });
    for (const [agent, sees] of [
      [max, true],
      [anna, false],
    ] as const) {
      const { page } = await enter(agent.email, agent.password);
      await page.goto('/settings/ledger');
      const ledger = page.getByRole('heading', { name: 'What came in', level: 1 });
      if (!sees) {
        await page
          .getByText(/does not exist/)
          .first()
          .waitFor();
        expect(await ledger.count()).toBe(0);
        continue;
      }
      await ledger.waitFor();
      await page.locator('.ledger-line').filter({ hasText: 'A letter to ourselves' }).waitFor();
      await write(box.address, 'Another letter to ourselves');
      await page.locator('.ledger-line').filter({ hasText: 'Another letter to ourselves' }).waitFor();
      await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Filters' }).click();
      await page.getByRole('switch', { name: /role addresses/ }).waitFor();
    }
  });

  chapter('in Dutch and in the dark, wide and narrow, all of it can be used by everybody (N7, U27)', async () => {
    const { page } = olga;
    await inbox.view('Filtered');
    await inbox.personal('Nederlands');
    await page.locator('html[lang=nl]').waitFor();
    await inbox.personal('Donker');
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
    await inbox.open('From a foe');
    await look('nl-dark-filtered');
    await inbox.view('Alle gesprekken');
    await inbox.open('Everything at once');
    await look('nl-dark-mail');
    await page.setViewportSize({ width: 390, height: 844 });
    await look('nl-dark-mail-390');
    await page.goto('/settings/ledger');
    await filters.item('A letter to ourselves').first().waitFor();
    await look('nl-dark-ledger-390');
    await page.setViewportSize({ width: 1440, height: 900 });
    await look('nl-dark-ledger');
    await page.goto('/settings/filters');
    await page.getByRole('switch').first().waitFor();
    await look('nl-dark-filters');
    expect(found).toEqual([]);
    // The far side of the picture that was let in is not there.
    const complaints = persons.flatMap((person) => person.complaints).filter((line) => !line.includes('/files/pictures/'));
    expect(complaints).toEqual([]);
  });
});
