import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { ExternalId, OutboundMessage, SendResult } from '@balie/plugin-sdk';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { AddressInfo, Socket } from 'node:net';
import { startMailstack, type Mailstack } from '../../../deploy/mailstack/mailstack.mjs';
import { messageIdOf } from '../src/compose.js';
import { send } from '../src/send.js';
import { FakeHost, settingsFor } from './host.js';

const TIMEOUTS = { connectMs: 2_000, greetingMs: 2_000, socketMs: 1_500 };
let stack: Mailstack;
beforeAll(async () => {
  stack = await startMailstack();
}, 90_000);
afterAll(async () => {
  await stack?.stop();
}, 60_000);

let counter = 0;
const outbound = (more: Partial<OutboundMessage> = {}): OutboundMessage => ({
  sendKey: `delivery-${++counter}-abcdef`,
  attempt: 1,
  uncertain: false,
  from: { kind: 'email', value: 'support@shop.test', trust: 'verified' },
  to: [{ kind: 'email', value: `anna${counter}@cust.test`, trust: 'claimed', name: 'Anna Berg' }],
  thread: {
    id: 'conversation-1',
    subject: 'Order 1001 has not arrived',
    answers: ['<a1.thread@cust.test>' as ExternalId],
    replyToken: 'tok3nABCDEFGH1234',
  },
  author: { name: 'Mia', bot: false },
  parts: [{ type: 'text', text: 'We have sent it again.\n\nMia', html: '<p>We have <b>sent</b> it again.</p><p>Mia</p>' }],
  extras: null,
  ...more,
});

describe('a reply through real servers', () => {
  test('is well-formed, threaded, and kept in Sent', async () => {
    const host = new FakeHost(settingsFor(stack, 'support@shop.test'));
    const message = outbound();
    const result = await send(message, host.context());
    const to = message.to[0]?.value ?? '';
    const mail = await stack.waitForMail(to);
    expect(result).toEqual({ ids: [messageIdOf(message.sendKey, 'support@shop.test')], status: 'accepted' });
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
    expect(result.refused).toEqual([{ to: message.cc?.[0], reason: expect.stringContaining('550 5.1.1 no such user') }]);
    expect(far.stored).toHaveLength(1);
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

// ── a far side that fails in every way ───────────────────────────────────────────────────────────
interface FarSide {
  host: FakeHost;
  stored: string[];
  port: number;
}
const servers: SMTPServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
});

async function farSide(
  options: SMTPServerOptions & { afterData?: 'drop' | 'silence' | Error; midData?: 'drop' } = {},
): Promise<FarSide> {
  const stored: string[] = [];
  const sockets = new Set<Socket>();
  const { afterData, midData, ...rest } = options;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onAuth: (auth, _session, done) =>
      auth.password === 'secret'
        ? done(null, { user: 'x' })
        : done(Object.assign(new Error('5.7.8 wrong'), { responseCode: 535 })),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (midData === 'drop') sockets.forEach((socket) => socket.destroy());
      });
      stream.on('end', () => {
        if (afterData instanceof Error) return done(afterData);
        stored.push(Buffer.concat(chunks).toString());
        if (afterData === 'drop') sockets.forEach((socket) => socket.destroy());
        else if (afterData !== 'silence') done();
      });
    },
    ...rest,
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    host: new FakeHost(settingsFor(stack, 'support@shop.test', { smtpPort: port, smtpSecurity: 'none', saveSent: 'never' })),
    stored,
    port,
  };
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

describe('what a failure means', () => {
  const attempt = async (far: FarSide, message = outbound()): Promise<SendResult> => send(message, far.host.context(), TIMEOUTS);

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
    const far = await farSide(options as Parameters<typeof farSide>[0]);
    await expect(attempt(far)).rejects.toMatchObject({ kind, message: expect.any(String) });
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
    const slow = send(message, far.host.context(), { ...TIMEOUTS, socketMs: 20_000 }).catch((error: unknown) => error);
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
