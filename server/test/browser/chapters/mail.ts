import { expect } from '@jest/globals';
import { until } from '../../support/until.js';
import { ANNA, NOBODY, OWNER, SUBJECTS, type Cast } from '../cast.js';
import { unfolded } from '../mails.js';
import { MAILBOX } from '../world.js';

const FILE = { name: 'order.csv', mime: 'text/csv', content: 'article;number\nred shoes;2\n' };
const HTML = `<h1 style="color:#04a">Hello shop</h1><p onclick="window.top.hacked=1">I ordered on <b>Monday</b>. Where is it?</p>
<script>window.top.hacked = 1</script><img src="x" onerror="window.top.hacked=1"><a href="javascript:window.top.hacked=1">here</a>
<img src="http://tracker.test/pixel.gif" width="1" height="1"><form action="http://evil.test"><input name="q"></form>`;
const MUST_NOT_BE = ['script', 'form', 'iframe', '[onerror]', '[onclick]', '[href^="javascript"]', '[src^="http"]'];

/** A mail in, a reply out, his answer in, and one that can't be delivered. */
export function mailBothWays(cast: Cast): void {
  cast.chapter('a mail shows up in the open inbox by itself (S31-S35)', async () => {
    await cast.post({ ...ANNA, subject: SUBJECTS.parcel, text: 'I ordered on Monday. Where is it?', html: HTML, file: FILE });
    await cast.inbox.row(SUBJECTS.parcel).waitFor();
    const row = cast.inbox.row(SUBJECTS.parcel);
    for (const words of ['Anna de Vries', 'Email', 'I ordered on Monday']) await row.filter({ hasText: words }).waitFor();
    await row.locator('time').filter({ hasText: /\S/ }).waitFor();
    expect(await cast.inbox.rows.count()).toBe(2);
  });

  cast.chapter('its page is shown without what may not be in it, and its file comes out as it went in (R-ATT-1)', async () => {
    await cast.inbox.open(SUBJECTS.parcel);
    const mail = cast.inbox.pageOf('Anna de Vries');
    await mail.getByRole('heading', { name: 'Hello shop' }).waitFor();
    await mail.getByText('I ordered on Monday').waitFor();
    for (const bad of MUST_NOT_BE) expect([bad, await mail.locator(bad).count()]).toEqual([bad, 0]);
    expect(await cast.olga.page.evaluate<unknown>('window.hacked')).toBeUndefined();
    expect(await cast.inbox.download(FILE.name)).toEqual({ name: FILE.name, content: FILE.content });
    await cast.look(cast.olga, 'html-mail');
  });

  cast.chapter(
    'a formatted reply leaves, threaded, and its state is shown; his answer comes back live (S42, S63, S64)',
    async () => {
      const { page } = cast.olga;
      await cast.inbox.replyTab.click();
      await cast.inbox.focused(cast.inbox.editor);
      await page.keyboard.type('Hi Anna, it is on its way. It arrives ');
      await page.keyboard.press('Control+b');
      await page.keyboard.type('tomorrow');
      await page.keyboard.press('Control+b');
      await page.keyboard.type('.');
      await cast.look(cast.olga, 'writing');
      await page.keyboard.press('Control+Enter');
      const sent = await cast.inbox.said(OWNER.name, 'It arrives tomorrow.');
      await cast.inbox.state(sent, 'Sent').waitFor();
      const mail = await cast.world.mail.waitForMail(ANNA.from, (one) => one.headers.get('subject') === `Re: ${SUBJECTS.parcel}`);
      const question = cast.ids.get(SUBJECTS.parcel);
      const messageId = mail.headers.get('message-id') ?? '';
      expect(mail.headers.get('in-reply-to')).toBe(question);
      expect(mail.headers.get('references')).toContain(question);
      expect(messageId).toMatch(/^<[^<>@\s]+@[^<>@\s]+>$/);
      expect(messageId).not.toBe(question);
      expect(mail.headers.get('from')).toContain(MAILBOX);
      expect(unfolded(mail.raw)).toContain('<strong>tomorrow</strong>');

      const to = /[^\s<>]+@[^\s<>]+/.exec(mail.headers.get('reply-to') ?? MAILBOX)?.[0] ?? MAILBOX;
      const answer = { ...ANNA, to, subject: `Re: ${SUBJECTS.parcel}`, text: 'Thank you, that is quick!', inReplyTo: messageId };
      await cast.post(answer, 'mta');
      await cast.inbox.said('Anna de Vries', 'Thank you, that is quick!');
      expect(await cast.inbox.messages.count()).toBe(3);
      expect(await cast.inbox.messages.last().textContent()).toContain('that is quick');
      // The address that brought his answer back is ours, whatever token it carries: nobody to be answered.
      expect(await cast.inbox.recipients.textContent()).toMatch(/^To: Anna de Vries change recipients$/);
      expect(await cast.inbox.rows.count()).toBe(2);
      await cast.inbox.row(SUBJECTS.parcel).filter({ hasText: 'Thank you, that is quick!' }).waitFor();
      await cast.look(cast.olga, 'answered');
    },
  );

  cast.chapter(
    'a reply that can not be delivered says so in the words of the far side, and can be tried again (N18)',
    async () => {
      await cast.post({ ...NOBODY, subject: SUBJECTS.list, text: 'Can you send me your price list?' });
      await cast.inbox.open(SUBJECTS.list);
      await cast.inbox.reply('Here it comes.');
      const bounced = await cast.inbox.said(OWNER.name, 'Here it comes.');
      await cast.inbox.state(bounced, 'Bounced').or(cast.inbox.state(bounced, 'Not sent')).waitFor();
      await bounced.filter({ hasText: 'User unknown' }).waitFor();
      await cast.inbox.row(SUBJECTS.list).filter({ hasText: 'Not everything was sent' }).waitFor();
      await cast.look(cast.olga, 'bounced');
      const before = await cast.inbox.messages.count();
      const reports = async (): Promise<number> =>
        (await cast.world.mail.mailbox(MAILBOX)).filter((one) => /MAILER-DAEMON/i.test(one.headers.get('from') ?? '')).length;
      expect(await reports()).toBe(1);
      await bounced.getByRole('button', { name: 'Try again' }).click();
      // Postfix answers the second try too, so it was one.
      await until(async () => (await reports()) === 2, { what: 'the answer of Postfix to the second try', deadlineMs: 120_000 });
      await cast.inbox.state(bounced, 'Bounced').or(cast.inbox.state(bounced, 'Not sent')).waitFor();
      await until(async () => (await cast.inbox.messages.count()) === before, 'no second copy of the reply');
    },
  );
}
