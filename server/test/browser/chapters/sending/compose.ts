import { expect } from '@jest/globals';
import { until } from '../../../support/until.js';
import { ANNA, OWNER, type Cast } from '../../cast.js';
import { unfolded } from '../../mails.js';
import { composeWindow, DOT } from '../../pages/composer.js';
import { InboxPage } from '../../pages/inbox.js';
import { signIn } from '../../pages/settings.js';
import { MAILBOX } from '../../world.js';

const BILL = { name: 'bill.txt', mimeType: 'text/plain', buffer: Buffer.from('two euro') };

/** What an inbox sets about sending, and a message that we begin. */
export function compose(cast: Cast): void {
  cast.chapter('the inbox says what stands below its mails and how long they can be taken back (D5, R-SND-3)', async () => {
    const { page } = cast.olga;
    await cast.post({ ...ANNA, subject: 'Broken lamp', text: 'My lamp is broken.', cc: 'cees@cust.test' });
    await cast.inbox.row('Broken lamp').waitFor();
    await cast.settings.open('Inboxes');
    await page.getByRole('button', { name: 'Edit Support' }).click();
    const seconds = page.getByLabel('Seconds to undo sending');
    await seconds.fill('61');
    await page.getByText('A whole number from 0 to 60.').waitFor();
    await seconds.fill('60');
    const signature = page.getByRole('textbox', { name: 'Signature' });
    await signature.click();
    await page.keyboard.type('Kind regards, ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('Team Shop');
    await cast.look(cast.olga, 'inbox-settings');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Edit Support' }).click();
    await page.getByRole('textbox', { name: 'Signature' }).getByText('Team Shop').waitFor();
    expect(await page.getByLabel('Seconds to undo sending').inputValue()).toBe('60');
    await cast.settings.back();
  });

  cast.chapter('a message is begun by keyboard, with people out of the contacts, files and a picture (S30)', async () => {
    const { page } = cast.olga;
    await cast.inbox.rows.first().focus();
    await page.keyboard.press('c');
    const window = composeWindow(page);
    await cast.inbox.focused(window.field('To'));
    await window.box.getByText(MAILBOX).waitFor();
    await page.keyboard.type('anna');
    await page.getByRole('option', { name: 'Anna de Vries' }).waitFor();
    await cast.look(cast.olga, 'compose-suggestions');
    await page.keyboard.press('Enter');
    await window.chip('Anna de Vries').waitFor();
    await page.keyboard.type('cees@cust,');
    await window.box.getByText('Not an address: cees@cust').waitFor();
    await page.keyboard.press('Backspace');
    await window.chip('cees@cust').waitFor({ state: 'detached' });
    await window.subject.fill('Your lamp is in stock again');
    const open = composeWindow(page, 'Your lamp is in stock again');
    await open.text('Message').click();
    await page.keyboard.type('Dear Anna, ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('good news');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(': it is here. ');
    await open.attach('Insert picture', DOT);
    await open.text('Message').getByRole('img', { name: 'dot.png' }).waitFor();
    await open.attach('Attach a file', BILL);
    await open.box.getByRole('listitem').filter({ hasText: 'bill.txt' }).waitFor();
    await open.box.getByRole('progressbar').waitFor({ state: 'detached' });
    await open.saved();
    await cast.look(cast.olga, 'compose');
  });

  cast.chapter('its draft is there after a reload, and on another device under Drafts (G6 43)', async () => {
    const { page } = cast.olga;
    const whole = async (who: typeof page): Promise<void> => {
      const window = composeWindow(who, 'Your lamp is in stock again');
      await window.text('Message').getByText('good news').waitFor();
      await window.chip('Anna de Vries').waitFor();
      await window.box.getByRole('listitem').filter({ hasText: 'bill.txt' }).waitFor();
      const picture = window.text('Message').getByRole('img', { name: 'dot.png' });
      // It has come from the server, not from the file that was chosen here.
      await until(
        async () => (await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)) > 0,
        { what: 'the picture shows', deadlineMs: 60_000 },
      );
    };
    await page.reload();
    await whole(page);
    const device = await cast.world.open();
    await device.page.goto('/');
    await signIn(device.page, OWNER.email, OWNER.password);
    const views = new InboxPage(device.page);
    await views.view('Drafts');
    await device.page.getByRole('button', { name: /Your lamp is in stock again/ }).waitFor();
    await cast.look(device, 'drafts');
    await device.page.getByRole('button', { name: /Your lamp is in stock again/ }).click();
    await whole(device.page);
    await device.close();
    cast.world.persons.splice(cast.world.persons.indexOf(device), 1);
  });

  cast.chapter('sent, its conversation opens, and for a minute it can be taken back whole (D5)', async () => {
    const { page } = cast.olga;
    const window = composeWindow(page, 'Your lamp is in stock again');
    await window.text('Message').click();
    await page.keyboard.press('Control+Enter');
    await cast.inbox.head('Your lamp is in stock again').waitFor();
    await window.box.waitFor({ state: 'detached' });
    await page
      .getByRole('status')
      .getByText(/Leaves in \d+ s$/)
      .waitFor();
    await cast.inbox.messages.getByText(/Leaves in \d+ s$/).waitFor();
    await cast.look(cast.olga, 'held');
    await page.keyboard.press('z');
    await window.text('Message').getByText('good news').waitFor();
    await cast.inbox.head('Your lamp is in stock again').waitFor({ state: 'detached' });
    await window.box.getByRole('listitem').filter({ hasText: 'bill.txt' }).waitFor();
    await window.text('Message').getByRole('img', { name: 'dot.png' }).waitFor();
    expect(await cast.world.mail.mailbox('anna@cust.test')).toEqual([]);
  });

  cast.chapter('what arrives is what was written: text, picture, file and signature', async () => {
    const { page } = cast.olga;
    await cast.settings.open('Inboxes');
    await page.getByRole('button', { name: 'Edit Support' }).click();
    await page.getByLabel('Seconds to undo sending').fill('0');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Edit Support' }).waitFor();
    await cast.settings.back();
    // The window was there on every screen.
    const window = composeWindow(page, 'Your lamp is in stock again');
    await window.button('Send').click();
    const sent = await cast.inbox.said(OWNER.name, 'good news');
    await cast.inbox.state(sent, 'Sent').waitFor();
    const mail = await cast.arrived('anna@cust.test');
    expect(mail.headers.get('subject')).toBe('Your lamp is in stock again');
    expect(mail.headers.get('from')).toContain(MAILBOX);
    const raw = unfolded(mail.raw);
    for (const words of ['<strong>good news</strong>', 'Kind regards, <strong>Team Shop</strong>', '-- ', 'bill.txt'])
      expect(raw).toContain(words);
    const cid = / src=(?:3D)?"cid:([^"]+)"/.exec(raw)?.[1];
    expect(cid).toBeDefined();
    expect(raw).toContain(`<${cid}>`);
    expect(raw).toContain(DOT.buffer.toString('base64').slice(0, 60));
    // Its last line ends as a soft line break does.
    expect(raw).toContain(BILL.buffer.toString('base64').replace('=', ''));
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Drafts' }).waitFor({ state: 'detached' });
    await cast.look(cast.olga, 'composed');
  });
}
