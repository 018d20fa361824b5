import { expect } from '@jest/globals';
import { COLLEAGUE, OWNER, SUBJECTS, type Cast } from '../cast.js';
import { InboxPage } from '../pages/inbox.js';
import { join, signIn } from '../pages/settings.js';

/** A second person, who sees each change live. */
export function team(cast: Cast): void {
  cast.chapter('a colleague is invited and comes in by the link with his own browser (S80, S6)', async () => {
    const link = await cast.settings.invite(COLLEAGUE.name, COLLEAGUE.email);
    await cast.look(cast.olga, 'people');
    await cast.settings.back();
    cast.bob = await cast.world.open({ locale: 'en-GB' });
    cast.bobs = new InboxPage(cast.bob.page);
    await cast.bob.page.goto('/setup');
    await cast.bob.page.getByRole('heading', { name: 'Sign in to Balie' }).waitFor();
    await cast.look(cast.bob, 'sign-in');
    await signIn(cast.bob.page, COLLEAGUE.email, 'not his password');
    await cast.bob.page.getByRole('alert').filter({ hasText: 'is not right' }).waitFor();
    cast.bob.expected(/401/);
    await join(cast.bob.page, link, COLLEAGUE.password);
    await cast.bobs.row(SUBJECTS.parcel).waitFor();
    expect(await cast.bob.page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
  });

  cast.chapter('assigning, closing, reopening and answering are seen by the other at once (S37, S41)', async () => {
    await cast.inbox.open(SUBJECTS.parcel);
    await cast.bobs.open(SUBJECTS.parcel);
    await cast.inbox.page.getByText(`${COLLEAGUE.name} is viewing this conversation`).first().waitFor();
    await cast.inbox.assignee.click();
    await cast.inbox.page.getByRole('menuitem', { name: COLLEAGUE.name }).waitFor();
    await cast.look(cast.olga, 'assignee-menu');
    await cast.inbox.page.keyboard.press('Escape');
    await cast.inbox.assign(COLLEAGUE.name);
    await cast.bobs.assignee.filter({ hasText: COLLEAGUE.name }).waitFor();
    await cast.bobs
      .row(SUBJECTS.parcel)
      .filter({ hasText: `Assigned to ${COLLEAGUE.name}` })
      .waitFor();
    await cast.bobs.thread.getByText(`${OWNER.name} assigned the conversation to ${COLLEAGUE.name}`).waitFor();
    await cast.look(cast.bob, 'assigned');

    await cast.bobs.button('Close').click();
    await cast.inbox.button('Reopen').waitFor();
    await cast.inbox.thread.getByText(`${COLLEAGUE.name} closed the conversation`).waitFor();
    await cast.inbox.row(SUBJECTS.parcel).waitFor({ state: 'detached' });
    await cast.look(cast.olga, 'closed-by-colleague');

    await cast.bobs.status('Open', 'Closed');
    await cast.bobs.open(SUBJECTS.parcel);
    await cast.inbox.button('Reopen').click();
    await cast.bobs.button('Close').waitFor();
    await cast.bobs.status('Closed', 'Open');
    await cast.bobs.open(SUBJECTS.parcel);

    await cast.bobs.reply('The courier comes before noon.');
    await cast.inbox.state(await cast.inbox.said(COLLEAGUE.name, 'before noon'), 'Sent').waitFor();
    await cast.look(cast.olga, 'reply-of-colleague');
  });
}
