import { OWNER, type Cast } from '../cast.js';
import { ChannelForm, SetupPages } from '../pages/setup.js';
import { MAILBOX, setupCode } from '../world.js';

/** The shortest way to an inbox with a mailbox, by what a person fills in. */
export function ready(cast: Cast): void {
  cast.chapter('there is an inbox with a mailbox', async () => {
    const { page } = cast.olga;
    const { mail, server } = cast.world;
    const setup = new SetupPages(page);
    await page.goto('/');
    await setup.heading('Welcome to Balie').waitFor();
    await setup.makeOwner(setupCode(server), OWNER);
    await setup.makeInbox('Support');
    await setup.heading('Connect a channel').waitFor();
    const form = new ChannelForm(page);
    await form.pick('Email', () => Promise.resolve());
    await form.fill({
      ...{ address: MAILBOX, sender: 'Shop support', host: mail.host },
      ...{ imapPort: mail.imaps, smtpPort: mail.smtp, password: mail.password },
    });
    await form.trust(mail.caPem);
    await form.test();
    await page.getByRole('button', { name: 'Connect anyway' }).first().click();
    for (const title of ['IMAP sign-in', 'Folder', 'SMTP sign-in']) await form.line(title, 'fine', /./).waitFor();
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await setup.heading('Connected').waitFor();
    await page.locator('a[href^="/inbox/"]').click();
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
  });
}
