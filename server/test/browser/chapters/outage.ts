import { expect } from '@jest/globals';
import { until } from '../../support/until.js';
import { ANNA, CEES, OWNER, SUBJECTS, type Cast } from '../cast.js';

const MEANWHILE = ['Change my address', 'Two pairs, please'];

/** The server goes away and comes back while both are at work. */
export function outage(cast: Cast): void {
  cast.chapter(
    'without the server a line says so; afterwards nothing is missing and nothing is there twice (U20, U21, I1)',
    async () => {
      await cast.inbox.open(SUBJECTS.hours);
      await cast.inbox.replyTab.click();
      await cast.inbox.focused(cast.inbox.editor);
      await cast.olga.page.keyboard.type('We are open from noon.');
      await cast.world.server.kill('SIGTERM');
      for (const page of [cast.olga.page, cast.bob.page]) await page.getByText('Connection lost. Trying again').waitFor();
      await cast.look(cast.olga, 'connection-lost');
      await cast.post({ ...CEES, subject: MEANWHILE[0] ?? '', text: 'I have moved.' });
      await cast.post({ ...ANNA, subject: MEANWHILE[1] ?? '', text: 'The red ones.' });
      await cast.world.server.start();
      for (const inbox of [cast.inbox, cast.bobs]) {
        for (const subject of MEANWHILE) await inbox.row(subject).waitFor();
        await inbox.page.getByText('Connection lost').waitFor({ state: 'detached' });
        expect(await inbox.rows.count()).toBe(5);
      }
      cast.olga.expected(/ERR_|WebSocket|502|503/);
      cast.bob.expected(/ERR_|WebSocket|502|503/);
      await cast.look(cast.olga, 'back');
    },
  );

  cast.chapter('what was being written is still there, and goes out once', async () => {
    await cast.inbox.editor.filter({ hasText: 'We are open from noon.' }).click();
    await cast.olga.page.keyboard.press('Control+Enter');
    const sent = await cast.inbox.said(OWNER.name, 'We are open from noon.');
    await cast.inbox.state(sent, 'Sent').waitFor();
    await cast.world.mail.waitForMail(CEES.from, (one) => one.headers.get('subject') === `Re: ${SUBJECTS.hours}`);
    expect(await sent.count()).toBe(1);
    expect(await cast.world.mail.mailbox(CEES.from)).toHaveLength(1);
    await until(async () => (await cast.inbox.messages.count()) === 2, 'question and answer, each once');
  });
}
