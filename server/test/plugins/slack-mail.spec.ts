import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Mailbox, PostOffice } from '../mail/post-office.js';
import { until } from '../support/until.js';
import { SlackDesk } from './slack-desk.js';
import { VisitorDesk } from './visitor-desk.js';

// Slack works for every channel, not for chat alone (S86): mail from real servers, as threads, answered from there.
let office: PostOffice;
let box: Mailbox;
let slack: SlackDesk;
let talk: { id: string; ts: string };
const ADA = 'ada@cust.test';
const LATE = { deadlineMs: 60_000, everyMs: 100 };

beforeAll(async () => {
  office = await PostOffice.open();
  box = await office.connect('support@shop.test');
  // Chat and mail in one inbox, and Slack beside both.
  slack = await SlackDesk.open(await VisitorDesk.at(office.server, office.owner, box.inboxId));
  expect(await slack.connect()).toEqual([]);
}, 240_000);
afterAll(async () => {
  await slack.close();
  await office.mail.stop();
}, 240_000);

/** A mail with a picture in its text and a file beside it. */
function mail(id: string, text: string, more: string[] = []): string {
  const part = (head: string[], body: string) => ['--b', ...head, '', body];
  const base64 = (name: string, mime: string, disposition: string, body: string) =>
    part(
      [`Content-Type: ${mime}; name=${name}`, `Content-Disposition: ${disposition}; filename=${name}`].concat(
        ['Content-Transfer-Encoding: base64'],
        disposition === 'inline' ? [`Content-ID: <${name}@cust.test>`] : [],
      ),
      Buffer.from(body).toString('base64'),
    );
  return [
    `From: Ada <${ADA}>`,
    `To: ${box.address}`,
    `Subject: ${more.length > 0 ? 'Re: ' : ''}A broken bike`,
    `Message-ID: <${id}@cust.test>`,
    ...more,
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=b',
    '',
    ...part(['Content-Type: text/html; charset=utf-8'], `<p>${text}</p><img src="cid:logo.png@cust.test">`),
    ...base64('logo.png', 'image/png', 'inline', 'the logo of Ada'),
    ...base64(`${id}.txt`, 'text/plain', 'attachment', `beside ${id}`),
    '--b--',
    '',
  ].join('\r\n');
}
/** The files in the thread, once so many messages have some. */
async function shown(count: number): Promise<Record<string, string>[]> {
  await until(() => slack.shown(talk.ts).length >= count, { ...LATE, what: `${count} messages with files` });
  return slack.shown(talk.ts);
}

it('a mail is a thread, with the pictures of its text and the files beside it', async () => {
  const { conversation } = await box.receive(mail('one', 'The chain is off'));
  talk = { id: conversation?.id ?? '', ts: await slack.threadOf(conversation?.id ?? '', 'The chain is off') };
  expect(slack.above(talk.ts)).toContain('A broken bike');
  expect(await shown(1)).toEqual([{ 'logo.png': 'the logo of Ada', 'one.txt': 'beside one' }]);
  const entry = slack.slack.replies('C0SUPPORT', talk.ts).find(({ text }) => text.includes('The chain is off'));
  expect(entry?.text).toContain('Ada wrote');
});

it('what somebody unknown answers there is a comment, and no mail', async () => {
  await slack.write(talk.ts, 'U0BOB', 'Is it the red one?');
  expect((await slack.items(talk.id)).at(-1)).toMatchObject({
    direction: 'INTERNAL',
    text: 'Bob (Slack): Is it the red one?',
    deliveryStatus: null,
  });
});

it('what a member answers there goes out as a mail in the customer’s thread, and with it his file', async () => {
  await slack.write(talk.ts, 'U0ANNA', '// Not mine yet');
  await slack.linkAnna();
  const files = [slack.slack.files.add('offer.txt', 'text/plain', Buffer.from('ten euros'))];
  const event = await slack.write(talk.ts, 'U0ANNA', 'We mend it on Friday', { subtype: 'file_share', files });
  expect((await slack.call('events', slack.slack.signed(event))).status).toBe(200);
  const out = await office.mail.waitForMail(ADA);
  expect(out.headers.get('subject')).toBe('Re: A broken bike');
  expect(out.headers.get('in-reply-to')).toBe('<one@cust.test>');
  expect(out.headers.get('from')).toContain(box.address);
  const raw = out.raw.toString();
  expect(raw).toContain('We mend it on Friday');
  expect(raw).toContain('filename=offer.txt');
  expect(raw).not.toContain('red one');
  await until(
    async () =>
      (await slack.items(talk.id)).some(({ text, deliveryStatus }) => text.startsWith('We mend') && deliveryStatus === 'SENT'),
    { ...LATE, what: 'the answer to be sent' },
  );
  const sent = (await slack.items(talk.id)).filter(({ direction }) => direction === 'OUTBOUND');
  expect(sent).toMatchObject([{ text: 'We mend it on Friday', author: { name: 'Anna' } }]);

  // Her answer joins the thread, without the logo that stands there already.
  await box.receive(mail('two', 'Friday is fine', [`In-Reply-To: ${out.headers.get('message-id')}`]));
  await until(() => slack.said(talk.ts).some((text) => text.includes('Friday is fine')), { ...LATE, what: 'her answer' });
  expect((await shown(2)).at(-1)).toEqual({ 'two.txt': 'beside two' });
  expect(await office.mail.mailbox(ADA)).toHaveLength(1);
});

it('a chat in the same inbox is another thread of the same channel', async () => {
  const chat = await slack.begin('bea', 'Hello from the site');
  expect(chat.ts).not.toBe(talk.ts);
  expect(slack.slack.parents('C0SUPPORT')).toHaveLength(2);
});

it('an inbox with a channel of its own in Slack is shown there, and answered from there', async () => {
  slack.slack.addChannel('C0MAILBOX', 'mail');
  expect(await slack.connect({ inboxChannels: [{ inbox: `Inbox ${box.address}`, channel: 'C0MAILBOX' }] })).toEqual([]);
  const before = slack.slack.parents('C0SUPPORT').length;
  await box.receive(mail('three', 'Another bike'));
  const thread = () => slack.slack.parents('C0MAILBOX')[0];
  const said = () => slack.slack.replies('C0MAILBOX', thread()?.ts ?? '').some(({ text }) => text.includes('Another bike'));
  await until(said, { ...LATE, what: 'the thread in the other channel' });
  expect(slack.slack.parents('C0SUPPORT')).toHaveLength(before);
  const event = slack.slack.write('C0MAILBOX', thread()?.ts ?? '', 'U0ANNA', 'That one, too');
  expect((await slack.call('events', slack.slack.signed(event))).status).toBe(200);
  const out = await office.mail.waitForMail(ADA, ({ raw }) => raw.toString().includes('That one, too'));
  expect(out.headers.get('in-reply-to')).toBe('<three@cust.test>');
});
