import { expect } from '@jest/globals';
import { ANNA, OWNER, type Cast } from '../../cast.js';
import { unfolded } from '../../mails.js';
import { threadComposer } from '../../pages/composer.js';

const VASE = 'The vase came cracked';
const SUPPLIER = 'supplier@trade.test';
const FILE = { name: 'vase.csv', mime: 'text/csv', content: 'article;cracks\nvase;2\n' };

/** What goes to others than the customer, what came in meanwhile, and what leaves another day. */
export function onward(cast: Cast): void {
  cast.chapter('a message with its file is passed on to somebody whom the customer never sees (D4, G7 44)', async () => {
    const { page } = cast.olga;
    await cast.post({ ...ANNA, subject: VASE, text: 'My vase came with two cracks.', file: FILE });
    await cast.inbox.row(VASE).waitFor();
    await cast.inbox.open(VASE);
    const composer = threadComposer(page);
    await composer.answerable();
    const card = await cast.inbox.said('Anna de Vries', 'My vase came with two cracks.');
    await card.getByRole('button', { name: 'Forward this message' }).click();
    await composer.box.getByText('Passes on the message from Anna de Vries.').waitFor();
    await cast.inbox.focused(composer.field('To'));
    await composer.field('To').fill(`${SUPPLIER},`);
    await composer.chip(SUPPLIER).waitFor();
    expect(await composer.box.getByRole('checkbox', { name: FILE.name }).isChecked()).toBe(true);
    await composer.text('Forward').click();
    await page.keyboard.type('Can you send us a new one?');
    await cast.look(cast.olga, 'forward');
    await composer.button('Forward').click();
    const sent = await cast.inbox.said(OWNER.name, 'Can you send us a new one?');
    await cast.inbox.state(sent, 'Sent').waitFor();
    await sent.getByText(`Only to ${SUPPLIER}. The customer does not see this.`).waitFor();
    const mail = await cast.arrived(SUPPLIER);
    const raw = unfolded(mail.raw);
    for (const words of ['Can you send us a new one?', 'My vase came with two cracks.', FILE.name]) expect(raw).toContain(words);
    expect([mail.headers.get('to'), mail.headers.get('cc')]).toEqual([expect.stringContaining(SUPPLIER), undefined]);
    cast.ids.set('forwarded', mail.headers.get('message-id') ?? '');
  });

  cast.chapter('his answer stands beside the talk with the customer, and an answer goes to one of both (G7 44)', async () => {
    const { page } = cast.olga;
    const composer = threadComposer(page);
    await cast.post({
      ...{ from: SUPPLIER, name: 'Sven Supplier', to: ANNA.to, subject: `Fwd: ${VASE}` },
      ...{ text: 'A new one leaves on Friday.', inReplyTo: cast.ids.get('forwarded') ?? '' },
    });
    const aside = await cast.inbox.said('Sven Supplier', 'A new one leaves on Friday.');
    await aside.getByText('Between you and Sven Supplier. The customer does not see this.').waitFor();
    await cast.inbox.replyTab.click();
    await cast.inbox.recipients.filter({ hasText: 'Anna de Vries' }).waitFor();
    expect(await cast.inbox.recipients.textContent()).not.toContain('Sven');
    await composer.box.getByRole('button', { name: /^via / }).click();
    await page.getByRole('menuitem', { name: /side thread with Sven Supplier/ }).click();
    await composer.box.getByText('Side thread with Sven Supplier. The customer does not see this.').waitFor();
    await composer.text('Reply').click();
    await page.keyboard.type('Friday is fine.');
    await cast.look(cast.olga, 'side-thread');
    await composer.button('Send').click();
    const sent = await cast.inbox.said(OWNER.name, 'Friday is fine.');
    await cast.inbox.state(sent, 'Sent').waitFor();
    await cast.arrived(SUPPLIER, (one) => unfolded(one.raw).includes('Friday is fine.'));
    expect((await cast.world.mail.mailbox('anna@cust.test')).some((one) => one.raw.includes('Friday is fine.'))).toBe(false);
    // It stays with whom one talks to: who means the customer says so, and no word of theirs gets to him by itself.
    await composer.box.getByRole('button', { name: /^via / }).click();
    await page.getByRole('menuitem', { name: /^via support@shop\.test$/ }).click();
    await cast.inbox.recipients.filter({ hasText: 'Anna de Vries' }).waitFor();
  });

  cast.chapter('who writes while a mail comes in is told, sends nothing by mistake, and may send anyway (N4, U10)', async () => {
    const { page } = cast.olga;
    const composer = threadComposer(page);
    await composer.text('Reply').click();
    await page.keyboard.type('We send a new vase.');
    await composer.saved();
    const more = { ...ANNA, subject: `Re: ${VASE}`, text: 'Wait, I want my money back.', inReplyTo: cast.ids.get(VASE) ?? '' };
    await cast.post(more);
    await composer.box.getByText('A message came in while you were writing.').waitFor();
    await composer.text('Reply').click();
    await page.keyboard.press('Control+Enter');
    const refusal = composer.box.getByRole('alert').filter({ hasText: 'Nothing was sent yet.' });
    await refusal.filter({ hasText: 'Wait, I want my money back.' }).waitFor();
    await cast.look(cast.olga, 'stale');
    expect((await cast.world.mail.mailbox('anna@cust.test')).some((one) => one.raw.includes('We send a new vase.'))).toBe(false);
    await refusal.getByRole('button', { name: 'Send anyway' }).click();
    const sent = await cast.inbox.said(OWNER.name, 'We send a new vase.');
    await cast.inbox.state(sent, 'Sent').waitFor();
    await cast.arrived('anna@cust.test', (one) => unfolded(one.raw).includes('We send a new vase.'));
  });

  cast.chapter('an answer waits for another day among what is scheduled, where it is moved and sent (D5)', async () => {
    const { page } = cast.olga;
    const composer = threadComposer(page);
    await composer.text('Reply').click();
    await page.keyboard.type('How does the new vase stand?');
    await composer.more('Send later …');
    await page
      .getByRole('dialog', { name: 'Send later' })
      .getByRole('button', { name: /^Tomorrow morning/ })
      .click();
    const planned = await cast.inbox.said(OWNER.name, 'How does the new vase stand?');
    await planned.getByText(/Leaves tomorrow/).waitFor();
    await page.reload();
    await cast.inbox.head(VASE).waitFor();
    await cast.inbox.view('Scheduled');
    const list = page.getByRole('region', { name: 'Scheduled' });
    const row = list.getByRole('listitem').filter({ hasText: 'How does the new vase stand?' });
    await row.waitFor();
    await cast.look(cast.olga, 'scheduled');
    await row.getByRole('button', { name: 'Change time' }).click();
    const times = page.getByRole('dialog', { name: 'Send later' });
    await times.getByLabel('Date and time').fill('2001-01-01T09:00');
    await times.getByRole('button', { name: 'Schedule' }).click();
    await times.getByText('This time is over. Choose a later one.').waitFor();
    await times.getByRole('button', { name: /^Monday morning/ }).click();
    await times.waitFor({ state: 'detached' });
    await row.getByRole('button', { name: 'Send now' }).click();
    await row.waitFor({ state: 'detached' });
    await cast.arrived('anna@cust.test', (one) => unfolded(one.raw).includes('How does the new vase stand?'));
    const mails = await cast.world.mail.mailbox('anna@cust.test');
    expect(mails.filter((one) => unfolded(one.raw).includes('How does the new vase stand?'))).toHaveLength(1);
    await cast.inbox.view('All conversations');
  });
}
