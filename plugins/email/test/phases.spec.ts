import { afterEach, describe, expect, test } from '@jest/globals';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { send } from '../src/send.js';
import type { Settings } from '../src/settings.js';
import { outbound } from './far-side.js';
import { FakeHost, settingsFor } from './host.js';

/** Nobody waits so long for who answers, also where much else runs; who is silent is waited for as briefly as can be. */
const TIMEOUTS = { connectMs: 30_000, greetingMs: 30_000, socketMs: 30_000 };
const BRIEF = { connectMs: 30_000, greetingMs: 1_500, socketMs: 1_500 };
const PORTS = { imap: 1, imaps: 1, smtp: 1, mta: 1, caPem: '' };
const PHASES = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'dot'] as const;
type Phase = (typeof PHASES)[number];
const ANSWERS: Record<Phase, string> = {
  greeting: '220 far.test ESMTP',
  EHLO: '250 far.test',
  MAIL: '250 2.1.0 Ok',
  RCPT: '250 2.1.5 Ok',
  DATA: '354 Go on',
  dot: '250 2.0.0 Ok: queued as ABC',
};

const open: { server: Server; sockets: Set<Socket> }[] = [];
afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    sockets.forEach((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
});

/** Line by line, without a library that would be too well-behaved: does `what` in place of its answer in one phase. */
async function farSide(at: Phase, what: 'silence' | 'drop' | string): Promise<{ port: number; stored: () => number }> {
  let stored = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    const answer = (phase: Phase): void => {
      if (phase !== at) return void socket.write(`${ANSWERS[phase]}\r\n`);
      if (what === 'drop') socket.destroy();
      else if (what !== 'silence') socket.write(`${what}\r\n`);
    };
    let body = false;
    let rest = '';
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (body && line !== '.') continue;
        if (body) {
          body = false;
          stored += 1;
          answer('dot');
          continue;
        }
        const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
        if (verb === 'HELO' || verb === 'EHLO') answer('EHLO');
        else if (verb === 'QUIT') socket.end('221 Bye\r\n');
        else if (verb === 'MAIL' || verb === 'RCPT') answer(verb);
        else if (verb === 'DATA') {
          body = at !== 'DATA';
          answer('DATA');
        } else socket.write('250 Ok\r\n');
      }
    });
    answer('greeting');
  });
  open.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, stored: () => stored };
}

let channels = 0;
const attempt = (port: number, more: Partial<Record<keyof Settings, unknown>> = {}, timeouts = TIMEOUTS) => {
  const settings = settingsFor(PORTS, 'support@shop.test', { smtpPort: port, smtpSecurity: 'none', saveSent: 'never', ...more });
  return send(outbound(), new FakeHost(settings, `phases-${++channels}`).context(), timeouts);
};

const BEFORE = PHASES.filter((phase) => phase !== 'dot');
const CASES: [Phase, string, string][] = [
  ...BEFORE.flatMap((phase): [Phase, string, string][] => [
    [phase, 'silence', 'transient'],
    [phase, 'drop', 'transient'],
    [phase, '421 4.3.2 closing', 'transient'],
  ]),
  ['greeting', '554 5.7.1 no service for you', 'transient'],
  ['MAIL', '452 4.3.1 no room', 'transient'],
  ['MAIL', '432 4.3.2 slow down', 'rate_limited'],
  ['MAIL', '530 5.7.0 sign in first', 'auth'],
  ['MAIL', '550 5.7.1 not your address', 'rejected'],
  ['RCPT', '451 4.7.1 greylisted', 'transient'],
  ['RCPT', '550 5.1.1 unknown', 'unreachable'],
  ['RCPT', '552 5.2.2 mailbox full', 'rejected'],
  ['DATA', '451 4.3.0 later', 'transient'],
  ['DATA', '554 5.5.1 no', 'rejected'],
  ['dot', '451 4.3.0 later', 'transient'],
  ['dot', '452 4.3.1 no room', 'transient'],
  ['dot', '550 5.4.5 daily sending limit exceeded', 'rate_limited'],
  ['dot', '552 5.3.4 too big', 'rejected'],
  ['dot', '554 5.7.1 spam', 'rejected'],
  ['dot', 'silence', 'uncertain'],
  ['dot', 'drop', 'uncertain'],
];

describe('a failure in each phase (R-SND-4, R-SND-5)', () => {
  test.each(CASES)('%s: %s', async (phase, what, kind) => {
    const far = await farSide(phase, what);
    const timeouts = what === 'silence' ? BRIEF : TIMEOUTS;
    await expect(attempt(far.port, {}, timeouts)).rejects.toMatchObject({ kind, message: expect.stringMatching(/\S/) });
    expect(far.stored()).toBe(phase === 'dot' ? 1 : 0);
  });

  test('none, and it is taken', async () => {
    const far = await farSide('dot', ANSWERS.dot);
    expect(await attempt(far.port)).toMatchObject({ status: 'accepted', acceptedAs: 'ABC' });
  });

  test('before there is a line: no such name, nobody there, a TLS that is none', async () => {
    const far = await farSide('dot', ANSWERS.dot);
    await expect(attempt(25, { smtpHost: 'no-such-host.invalid' })).rejects.toMatchObject({ kind: 'transient' });
    await expect(attempt(1)).rejects.toMatchObject({
      kind: 'transient',
      message: expect.stringContaining('refuses connections'),
    });
    await expect(attempt(far.port, { smtpSecurity: 'tls' }, BRIEF)).rejects.toMatchObject({ kind: 'transient' });
    expect(far.stored()).toBe(0);
  });

  test('a letter that the server does not know before the @ is said at once (R-CHR-5)', async () => {
    const far = await farSide('dot', ANSWERS.dot);
    const settings = settingsFor(PORTS, 'support@shop.test', { smtpPort: far.port, smtpSecurity: 'none', saveSent: 'never' });
    const to = [{ kind: 'email' as const, value: 'грета@cust.test', trust: 'claimed' as const }];
    const sending = send(outbound({ to }), new FakeHost(settings, `phases-${++channels}`).context(), TIMEOUTS);
    await expect(sending).rejects.toMatchObject({ kind: 'rejected', message: expect.stringContaining('SMTPUTF8') });
    expect(far.stored()).toBe(0);
  });
});
