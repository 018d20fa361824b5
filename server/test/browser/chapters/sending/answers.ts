import { expect } from '@jest/globals';
import { OWNER, type Cast } from '../../cast.js';
import { threadComposer } from '../../pages/composer.js';

/** Replies, and whom they go to. */
export function answers(cast: Cast): void {
  cast.chapter(
    'an answer goes to all as the server says; who is added is seen to be new, and a blind copy stays blind (G3)',
    async () => {
      const { page } = cast.olga;
      const composer = threadComposer(page);
      await cast.inbox.view('All conversations');
      await cast.inbox.open('Broken lamp');
      await composer.answerable();
      await page.keyboard.press('r');
      await cast.inbox.focused(composer.text('Reply'));
      await page.keyboard.type('Send it back, please.');
      await cast.inbox.recipients.filter({ hasText: 'cees@cust.test' }).waitFor();
      await composer.button(/^Reply to all/).click();
      await page.getByRole('menuitem', { name: /^Reply to the sender/ }).click();
      await cast.inbox.recipients.filter({ hasNotText: 'cees@cust.test' }).waitFor();
      await composer.button('Reply to the sender').click();
      await page.getByRole('menuitem', { name: /^Reply to all/ }).click();
      await cast.inbox.recipients.filter({ hasText: 'cees@cust.test' }).click();
      await cast.inbox.focused(composer.field('To'));
      await composer.field('Cc').fill('boss@cust.test,');
      await composer.chip('boss@cust.test').filter({ hasText: 'new' }).waitFor();
      expect(await composer.chip('cees@cust.test').filter({ hasText: 'new' }).count()).toBe(0);
      await composer.button('Bcc').click();
      await composer.field('Bcc').fill('books@cust.test');
      await composer.field('Bcc').press('Tab');
      await composer.chip('books@cust.test').waitFor();
      await cast.look(cast.olga, 'recipients');
      await composer.button('Send').click();
      const sent = await cast.inbox.said(OWNER.name, 'Send it back, please.');
      await cast.inbox.state(sent, 'Sent').waitFor();
      for (const who of ['anna', 'cees', 'boss', 'books']) {
        const mail = await cast.arrived(`${who}@cust.test`, (one) => one.headers.get('subject') === 'Re: Broken lamp');
        expect([mail.headers.get('cc'), mail.headers.has('bcc')]).toEqual([expect.stringContaining('boss@cust.test'), false]);
        expect(mail.headers.get('cc')).not.toContain('books@cust.test');
      }
      await sent.getByRole('button', { name: 'Delivery details' }).click();
      for (const who of ['anna', 'cees', 'boss', 'books'])
        await sent
          .getByRole('listitem')
          .filter({ hasText: `${who}@cust.test · Sent` })
          .filter({ hasText: 'Known there as' })
          .waitFor();
      await cast.look(cast.olga, 'delivered');
    },
  );
}
