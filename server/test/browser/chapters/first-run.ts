import { expect } from '@jest/globals';
import { CEES, OWNER, SUBJECTS, type Cast } from '../cast.js';
import { ChannelForm, SetupPages, type Mailbox } from '../pages/setup.js';
import { MAILBOX, setupCode } from '../world.js';

/** From a bare installation to a connected mailbox. */
export function firstRun(cast: Cast): void {
  const mailbox = (password: string): Mailbox => {
    const { mail } = cast.world;
    return { address: MAILBOX, sender: 'Shop support', host: mail.host, imapPort: mail.imaps, smtpPort: mail.smtp, password };
  };

  cast.chapter('only who can read the terminal becomes the owner, and once (S73)', async () => {
    const { page } = cast.olga;
    const setup = new SetupPages(page);
    await page.goto('/');
    await setup.heading('Welcome to Balie').waitFor();
    await setup.makeOwner('AAAA-BBBB-CCCC', OWNER);
    await page.getByText('This code is not right.').waitFor();
    cast.olga.expected(/403/);
    await cast.look(cast.olga, 'wrong-code');
    const code = setupCode(cast.world.server);
    await setup.makeOwner(code, OWNER);
    await setup.heading('Your first inbox').waitFor();
    await cast.look(cast.olga, 'first-inbox');
    const again = await fetch(`${cast.world.server.url}/api/setup/owner`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-balie-csrf': '1' },
      body: JSON.stringify({ ...OWNER, code }),
    });
    expect(again.status).toBe(404);
  });

  cast.chapter('the first inbox, and a mailbox whose test says exactly what is wrong (S75, S78)', async () => {
    const { page } = cast.olga;
    const setup = new SetupPages(page);
    await setup.makeInbox('Support');
    await setup.heading('Connect a channel').waitFor();
    const form = new ChannelForm(page);
    await form.pick('Email', (title) => cast.look(cast.olga, title));
    await form.fill(mailbox('not the password'));
    await form.test();
    await form.line('IMAP sign-in', 'failed', /private/).waitFor();
    await cast.look(cast.olga, 'private-address');
    await page.getByRole('button', { name: 'Connect anyway' }).first().click();
    await form.line('IMAP sign-in', 'failed', /self-signed/).waitFor();
    await form.trust(cast.world.mail.caPem);
    await form.test();
    await form.line('IMAP sign-in', 'failed', /refused the user name or the password: “.*authentication failed/i).waitFor();
    await cast.look(cast.olga, 'wrong-password');
    await form.password(cast.world.mail.password);
    await form.test();
    for (const title of ['IMAP sign-in', 'Folder', 'SMTP sign-in']) await form.line(title, 'fine', /./).waitFor();
    await cast.look(cast.olga, 'right-password');
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await setup.heading('Connected').waitFor();
    await cast.look(cast.olga, 'connected');
  });

  cast.chapter('the first mail is waited for, and leads into the inbox', async () => {
    const { page } = cast.olga;
    await page.getByText('Waiting for the first message').waitFor();
    await cast.post({ ...CEES, subject: SUBJECTS.hours, text: 'Are you open on Sunday?' });
    await page.getByText('In: a message from Cees Bakker').waitFor();
    await cast.look(cast.olga, 'first-mail');
    await page.getByRole('link', { name: 'Open the conversation' }).click();
    await cast.inbox.head(SUBJECTS.hours).waitFor();
    await cast.inbox.said('Cees Bakker', 'Are you open on Sunday?');
    // The views of the inbox that was made a minute ago are there without a reload.
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'All conversations' }).waitFor();
    await cast.look(cast.olga, 'inbox');
  });
}
