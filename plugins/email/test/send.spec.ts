import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { OutboundMessage, SendResult } from '@balie/plugin-sdk';
import PostalMime from 'postal-mime';
import { startMailstack, type Mailstack } from '../../../deploy/mailstack/mailstack.mjs';
import { messageIdOf } from '../src/compose.js';
import { send } from '../src/send.js';
import { closeFarSides, type FarSide, type FarSideOptions, openFarSide, outbound, refusal } from './far-side.js';
import { FakeHost, settingsFor } from './host.js';

/** Nobody waits so long for who answers, also where much else runs; who is silent is waited for as briefly as can be. */
const TIMEOUTS = { connectMs: 30_000, greetingMs: 30_000, socketMs: 30_000 };
const BRIEF = { ...TIMEOUTS, socketMs: 2_000 };
let stack: Mailstack;
beforeAll(async () => {
  stack = await startMailstack();
}, 240_000);
afterAll(async () => {
  await stack?.stop();
}, 240_000);

describe('a reply through real servers', () => {
  test('is well-formed, threaded, and kept in Sent', async () => {
    const host = new FakeHost(settingsFor(stack, 'support@shop.test'));
    const message = outbound();
    const result = await send(message, host.context());
    const to = message.to[0]?.value ?? '';
    const mail = await stack.waitForMail(to);
    expect(result).toEqual({
      ids: [messageIdOf(message.sendKey, 'support@shop.test')],
      status: 'accepted',
      via: `127.0.0.1:${stack.smtp}`,
      acceptedAs: expect.stringMatching(/^[0-9A-F]{6,}$/i),
    });
    expect(mail.headers.get('message-id')).toBe(result.ids[0]);
    expect(mail.headers.get('in-reply-to')).toBe('<a1.thread@cust.test>');
    expect(mail.headers.get('references')).toBe('<a1.thread@cust.test>');
    expect(mail.headers.get('subject')).toBe('Re: Order 1001 has not arrived');
    expect(mail.headers.get('from')).toBe('"Mia, Shop" <support@shop.test>');
    expect(mail.headers.get('reply-to')).toBe('support+tok3nABCDEFGH1234@shop.test');
    for (const name of ['list-unsubscribe', 'auto-submitted', 'precedence', 'bcc', 'x-mailer'])
      expect(mail.headers.has(name)).toBe(false);
    expect(mail.headers.get('content-type')).toMatch(/^multipart\/alternative/);
    expect(
      Math.max(
        ...mail.raw
          .toString('latin1')
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(998);
    const parsed = await new PostalMime().parse(mail.raw);
    expect(parsed.text?.trim()).toBe('We have sent it again.\n\nMia');
    expect(parsed.html).toContain('<b>sent</b>');
    const copy = await stack.waitForMail('support@shop.test', (m) => m.headers.get('message-id') === result.ids[0], {
      folder: 'Sent',
    });
    expect(copy.seen).toBe(true);
  });

  test('attachments, an inline picture, copies and blind copies', async () => {
    const host = new FakeHost(settingsFor(stack, 'support@shop.test'));
    host.files.set('f1', Buffer.from('%PDF four'));
    host.files.set('f2', Buffer.from('pixels'));
    const message = outbound({
      cc: [{ kind: 'email', value: 'carl@cust.test', trust: 'claimed' }],
      bcc: [{ kind: 'email', value: 'boss@shop.test', trust: 'claimed' }],
      parts: [
        { type: 'text', text: 'See the picture.', html: '<p>See <img src="cid:pic1"></p>' },
        { type: 'file', file: { stored: 'f1', name: 'Rechnung für März.pdf', mime: 'application/pdf' } },
        { type: 'file', file: { stored: 'f2', name: 'pic.png', mime: 'image/png' }, inlineId: 'pic1' },
      ],
    });
    await send(message, host.context());
    const blind = await stack.waitForMail('boss@shop.test');
    await stack.waitForMail('carl@cust.test');
    expect(blind.raw.toString()).not.toContain('boss@shop.test>');
    const parsed = await new PostalMime().parse(blind.raw);
    expect(parsed.cc?.map((who) => who.address)).toEqual(['carl@cust.test']);
    expect(parsed.bcc ?? []).toEqual([]);
    expect(parsed.attachments.map((a) => [a.filename, a.contentId ?? null, a.disposition]).sort()).toEqual([
      ['Rechnung für März.pdf', null, 'attachment'],
      ['pic.png', '<pic1>', 'inline'],
    ]);
  });

  test('one wrong recipient of two is reported, the other gets the mail', async () => {
    const far = await farSide({
      onRcptTo: (address, _session, done) =>
        done(address.address.startsWith('gone') ? Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }) : null),
    });
    const message = outbound({ cc: [{ kind: 'email', value: 'gone@cust.test', trust: 'claimed' }] });
    const result = await send(message, far.host.context(), TIMEOUTS);
    const reason = expect.stringContaining('550 5.1.1 no such user');
    expect(result.refused).toEqual([{ to: message.cc?.[0], reason, unreachable: true }]);
    expect(far.stored).toHaveLength(1);
  });

  test('what nobody wrote says so, has the subject that it was given, and an empty return path (R-LOOP-4)', async () => {
    const host = new FakeHost(settingsFor(stack, 'support@shop.test'));
    const thread = { ...outbound().thread, subject: 'We have it: 17' };
    const message = outbound({ automatic: true, thread, author: { name: 'Shop', bot: true } });
    await send(message, host.context());
    const { headers } = await stack.waitForMail(message.to[0]?.value ?? '');
    expect(headers.get('auto-submitted')).toBe('auto-replied');
    expect(headers.get('x-auto-response-suppress')).toBe('All');
    expect([headers.get('in-reply-to'), headers.get('references')]).toEqual(['<a1.thread@cust.test>', '<a1.thread@cust.test>']);
    expect([headers.get('subject'), headers.get('from')]).toEqual(['We have it: 17', 'Shop <support@shop.test>']);
    expect(headers.get('return-path')).toBe('<>');
  });

  test('what answers nothing says that too, and how it is ended by one click (RFC 3834, RFC 8058)', async () => {
    const host = new FakeHost(settingsFor(stack, 'support@shop.test'));
    const unsubscribe = `https://desk.test/api/off?t=v1.${'Ab-_'.repeat(40)}`;
    const thread = { ...outbound().thread, answers: [] };
    const message = outbound({ automatic: true, thread, list: { unsubscribe } });
    await send(message, host.context());
    const { headers } = await stack.waitForMail(message.to[0]?.value ?? '');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    const shown = [...headers]
      .filter(([name]) => String(name).startsWith('list'))
      .map((pair) => JSON.stringify(pair))
      .join();
    expect(shown).toContain(unsubscribe);
    expect(shown).toContain('List-Unsubscribe=One-Click');
    for (const wrong of ['javascript:alert(1)', 'no address'])
      await expect(send(outbound({ list: { unsubscribe: wrong } }), host.context())).rejects.toMatchObject({ kind: 'rejected' });
  });

  test('a server that takes no empty return path gets our address, and the mail once', async () => {
    const paths: string[] = [];
    const far = await farSide({
      onMailFrom: ({ address }, _session, done) => {
        paths.push(address);
        done(address === '' ? refusal(553, '5.7.1 sender address rejected') : null);
      },
    });
    expect(await send(outbound({ automatic: true }), far.host.context(), TIMEOUTS)).toMatchObject({ status: 'accepted' });
    expect([paths, far.stored.length]).toEqual([['', 'support@shop.test'], 1]);
    const busy = await farSide({ afterData: refusal(554, '5.7.1 spam') });
    await expect(send(outbound({ automatic: true }), busy.host.context(), TIMEOUTS)).rejects.toMatchObject({ kind: 'rejected' });
  });

  test('line breaks are not let into a header', async () => {
    const host = new FakeHost(settingsFor(stack, 'support@shop.test'));
    const thread = { ...outbound().thread, subject: 'Hello\r\nBcc: thief@evil.test' };
    await expect(send(outbound({ thread }), host.context())).rejects.toMatchObject({ kind: 'rejected' });
    await expect(
      send(
        outbound({ to: [{ kind: 'email', value: 'a@b.test', name: 'x\r\nBcc: y@z.test', trust: 'claimed' }] }),
        host.context(),
      ),
    ).rejects.toMatchObject({ kind: 'rejected' });
    await expect(
      send(outbound({ to: [{ kind: 'email', value: 'a@b.test>\0', trust: 'claimed' }] }), host.context()),
    ).rejects.toMatchObject({ kind: 'rejected' });
  });
});

afterEach(closeFarSides);

const NEVER_SAVED = { saveSent: 'never' };
/** A far side in place of the mailbox's own server. */
async function farSide(options: FarSideOptions = {}): Promise<FarSide & { host: FakeHost }> {
  const far = await openFarSide(options);
  const more = { ...NEVER_SAVED, smtpPort: far.port, smtpSecurity: 'none' };
  return { ...far, host: new FakeHost(settingsFor(stack, 'support@shop.test', more)) };
}

describe('what a failure means', () => {
  const attempt = async (far: { host: FakeHost }, message = outbound(), timeouts = TIMEOUTS): Promise<SendResult> =>
    send(message, far.host.context(), timeouts);

  test.each([
    [
      '421 at the greeting',
      { onConnect: (_s: unknown, done: (e?: Error) => void) => done(refusal(421, 'try later')) },
      'transient',
    ],
    [
      '450 at RCPT (greylisting)',
      { onRcptTo: (_a: unknown, _s: unknown, done: (e?: Error) => void) => done(refusal(450, '4.2.0 greylisted')) },
      'transient',
    ],
    [
      '450 with words about a rate',
      { onRcptTo: (_a: unknown, _s: unknown, done: (e?: Error) => void) => done(refusal(450, '4.7.1 too many messages')) },
      'rate_limited',
    ],
    [
      '550 at RCPT',
      { onRcptTo: (_a: unknown, _s: unknown, done: (e?: Error) => void) => done(refusal(550, '5.1.1 user unknown')) },
      'unreachable',
    ],
    [
      '554 at RCPT',
      { onRcptTo: (_a: unknown, _s: unknown, done: (e?: Error) => void) => done(refusal(554, '5.7.1 not welcome')) },
      'rejected',
    ],
    [
      '553 at MAIL FROM',
      { onMailFrom: (_a: unknown, _s: unknown, done: (e?: Error) => void) => done(refusal(553, 'not your address')) },
      'rejected',
    ],
    ['451 after the body', { afterData: refusal(451, '4.3.0 try again') }, 'transient'],
    ['552 after the body', { afterData: refusal(552, '5.3.4 too big') }, 'rejected'],
    ['554 after the body', { afterData: refusal(554, '5.7.1 spam') }, 'rejected'],
    ['a line cut after the dot', { afterData: 'drop' as const }, 'uncertain'],
    ['silence after the dot', { afterData: 'silence' as const }, 'uncertain'],
  ])('%s', async (_name, options, kind) => {
    const far = await farSide(options as FarSideOptions);
    const silent = 'afterData' in options && options.afterData === 'silence';
    await expect(attempt(far, outbound(), silent ? BRIEF : TIMEOUTS)).rejects.toMatchObject({
      kind,
      message: expect.any(String),
    });
  });

  test('the server’s own words reach the agent', async () => {
    const far = await farSide({ onRcptTo: (_a, _s, done) => done(refusal(550, '5.1.1 user unknown here')) });
    await expect(attempt(far)).rejects.toThrow(/550 5\.1\.1 user unknown here/);
  });

  test('a line that breaks in the middle of a long body is certain: nothing was stored', async () => {
    const far = await farSide({ midData: 'drop' });
    far.host.files.set('big', Buffer.alloc(6_000_000, 1));
    const parts: OutboundMessage['parts'] = [
      { type: 'text', text: 'big' },
      { type: 'file', file: { stored: 'big', name: 'big.bin' } },
    ];
    await expect(attempt(far, outbound({ parts }))).rejects.toMatchObject({ kind: 'transient' });
    expect(far.stored).toHaveLength(0);
  });

  test('a message above the announced size never leaves', async () => {
    const far = await farSide({ size: 10_000 });
    far.host.files.set('big', Buffer.alloc(50_000, 1));
    const parts: OutboundMessage['parts'] = [{ type: 'file', file: { stored: 'big', name: 'big.bin' } }];
    await expect(attempt(far, outbound({ parts }))).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('too big'),
    });
  });

  test('nobody listening, a wrong password, a server without STARTTLS', async () => {
    const far = await farSide();
    const gone = new FakeHost({ ...far.host.settings, smtpPort: 1 });
    await expect(send(outbound(), gone.context(), TIMEOUTS)).rejects.toMatchObject({
      kind: 'transient',
      message: expect.stringContaining('refuses connections'),
    });
    const wrong = new FakeHost({ ...far.host.settings, password: 'no' });
    await expect(send(outbound(), wrong.context(), TIMEOUTS)).rejects.toMatchObject({ kind: 'auth' });
    const strict = new FakeHost({ ...far.host.settings, smtpSecurity: 'starttls' });
    await expect(send(outbound(), strict.context(), TIMEOUTS)).rejects.toMatchObject({
      kind: 'transient',
      message: expect.stringContaining('STARTTLS'),
    });
    expect(far.stored).toHaveLength(0);
  });
});

describe('an attempt after a crash', () => {
  test('that never began the body is sent; one that was accepted is not sent again', async () => {
    const far = await farSide();
    const message = outbound();
    const first = await send(message, far.host.context(), TIMEOUTS);
    expect(await send({ ...message, attempt: 2, uncertain: true }, far.host.context(), TIMEOUTS)).toEqual(first);
    expect(far.stored).toHaveLength(1);
    await send({ ...outbound(), attempt: 2, uncertain: true }, far.host.context(), TIMEOUTS);
    expect(far.stored).toHaveLength(2);
  });

  test('whose end is unknown is looked up in Sent, and never sent by itself', async () => {
    const far = await farSide({ afterData: 'drop' });
    const message = outbound();
    await expect(send(message, far.host.context(), TIMEOUTS)).rejects.toMatchObject({ kind: 'uncertain' });
    const again = { ...message, attempt: 2, uncertain: true };
    await expect(send(again, far.host.context(), TIMEOUTS)).rejects.toMatchObject({ kind: 'uncertain' });
    expect(far.stored).toHaveLength(1);
    // The provider has put it into Sent: it went out.
    const sent = far.stored[0] ?? '';
    await stack.doveadm('mailbox', 'create', '-u', 'support@shop.test', 'Sent').catch(() => undefined);
    await stack.deliver('support@shop.test', sent);
    await stack.doveadm(
      'move',
      '-u',
      'support@shop.test',
      'Sent',
      'mailbox',
      'INBOX',
      'header',
      'message-id',
      messageIdOf(message.sendKey, 'support@shop.test'),
    );
    expect(await send(again, far.host.context(), TIMEOUTS)).toEqual({
      ids: [messageIdOf(message.sendKey, 'support@shop.test')],
      status: 'accepted',
    });
    expect(far.stored).toHaveLength(1);
  });

  test('a slow older attempt does not begin its body once a newer one has taken over', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let first = true;
    const far = await farSide({
      onRcptTo: (_a, _s, done) => {
        if (!first) return done();
        first = false;
        void held.then(() => done());
      },
    });
    const message = outbound();
    const slow = send(message, far.host.context(), TIMEOUTS).catch((error: unknown) => error);
    await far.host.until(() => far.host.state.size > 0 && !first);
    await send({ ...message, attempt: 2, uncertain: true }, far.host.context(), TIMEOUTS);
    release();
    expect(await slow).toMatchObject({ kind: 'transient' });
    expect(far.stored).toHaveLength(1);
  });

  test('the Message-ID is the same on every attempt and its own for every message', () => {
    expect(messageIdOf('k1', 'a@shop.test')).toBe(messageIdOf('k1', 'a@shop.test'));
    expect(messageIdOf('k1', 'a@shop.test')).not.toBe(messageIdOf('k2', 'a@shop.test'));
    expect(messageIdOf('k1', 'a@shop.test')).toMatch(/^<[0-9a-f-]{36}@shop\.test>$/);
  });
});
