import { afterEach, describe, expect, test } from '@jest/globals';
import type { Identity } from '@balie/plugin-sdk';
import { messageIdOf } from '../src/compose.js';
import { paceOf } from '../src/pace.js';
import { send } from '../src/send.js';
import type { Settings } from '../src/settings.js';
import { healthOf } from '../src/states.js';
import { closeFarSides, type FarSideOptions, openFarSide, outbound, refusal } from './far-side.js';
import { FakeHost, settingsFor } from './host.js';

const TIMEOUTS = { connectMs: 5_000, greetingMs: 5_000, socketMs: 3_000 };
const NO_IMAP = { imap: 1, imaps: 1, smtp: 1, mta: 1, caPem: '' };
/** A port at which nobody listens. */
const NOBODY = 1;

afterEach(closeFarSides);

let channels = 0;
/** A mailbox with these servers in order, under a channel of its own. */
function mailbox(ports: number[], more: Partial<Record<keyof Settings, unknown>> = {}): FakeHost {
  const spare = (n: number, port: number | undefined) =>
    port === undefined ? {} : { [`smtp${n}Host`]: '127.0.0.1', [`smtp${n}Port`]: port, [`smtp${n}Security`]: 'none' };
  const settings = settingsFor(NO_IMAP, 'support@shop.test', {
    smtpPort: ports[0],
    smtpSecurity: 'none',
    saveSent: 'never',
    ...spare(2, ports[1]),
    ...spare(3, ports[2]),
    ...more,
  });
  return new FakeHost(settings, `transports-${++channels}`);
}

const refuseAt = (step: 'onConnect' | 'onMailFrom' | 'onRcptTo', error: Error): FarSideOptions => ({
  [step]: (...args: unknown[]) => (args.at(-1) as (error: Error) => void)(error),
});

describe('several servers in order (product 5.2, G2 14)', () => {
  test.each<[string, FarSideOptions | null]>([
    ['nobody listens', null],
    ['421 in the greeting', refuseAt('onConnect', refusal(421, 'too busy'))],
    ['432 at MAIL FROM', refuseAt('onMailFrom', refusal(432, '4.3.2 concurrent connections exceeded'))],
    ['451 at MAIL FROM', refuseAt('onMailFrom', refusal(451, '4.3.0 try later'))],
    ['450 at RCPT', refuseAt('onRcptTo', refusal(450, '4.2.0 greylisted'))],
    ['452 at RCPT', refuseAt('onRcptTo', refusal(452, '4.3.1 no room'))],
    ['451 after the body', { afterData: refusal(451, '4.3.0 try again') }],
    ['a line that breaks in the body', { midData: 'drop' }],
    ['a password that it does not know', { onAuth: (_auth, _session, done) => done(refusal(535, '5.7.8 no')) }],
  ])('the second takes the mail: %s', async (_name, options) => {
    const first = options && (await openFarSide(options));
    const second = await openFarSide({ answer: '2.0.0 Ok: queued as 4F1A2B3C' });
    const host = mailbox([first?.port ?? NOBODY, second.port]);
    const big = Buffer.alloc(options && 'midData' in options ? 6_000_000 : 10, 1);
    host.files.set('f', big);
    const message = outbound();
    const parts = [...message.parts, { type: 'file' as const, file: { stored: 'f', name: 'f.bin' } }];
    const result = await send({ ...message, parts }, host.context(), TIMEOUTS);
    expect(result).toEqual({
      ids: [messageIdOf(message.sendKey, 'support@shop.test')],
      status: 'accepted',
      via: `127.0.0.1:${second.port}`,
      acceptedAs: '4F1A2B3C',
    });
    expect([first?.stored.length ?? 0, second.stored.length]).toEqual([0, 1]);
    expect(paceOf(host.id).words()).toMatch(/^(Trouble with sending|Sending waits until)/);
  });

  test('the third, when the second does not take it either; the first is asked first again', async () => {
    let busy = true;
    const first = await openFarSide({ onMailFrom: (_from, _s, done) => done(busy ? refusal(451, '4.3.0 later') : null) });
    const second = await openFarSide(refuseAt('onMailFrom', refusal(450, '4.3.0 later')));
    const third = await openFarSide();
    const host = mailbox([first.port, second.port, third.port]);
    await send(outbound(), host.context(), TIMEOUTS);
    busy = false;
    expect(await send(outbound(), host.context(), TIMEOUTS)).toMatchObject({ via: `127.0.0.1:${first.port}` });
    expect([first.stored.length, second.stored.length, third.stored.length]).toEqual([1, 0, 1]);
  });

  test.each<[string, FarSideOptions, string]>([
    ['a line cut after the dot', { afterData: 'drop' }, 'uncertain'],
    ['silence after the dot', { afterData: 'silence' }, 'uncertain'],
    ['a recipient whom it refuses', refuseAt('onRcptTo', refusal(550, '5.1.1 unknown')), 'unreachable'],
    ['a mail that it refuses', { afterData: refusal(554, '5.7.1 spam') }, 'rejected'],
  ])('never after %s (R-SND-5)', async (_name, options, kind) => {
    const first = await openFarSide(options);
    const second = await openFarSide();
    const host = mailbox([first.port, second.port]);
    const message = outbound();
    await expect(send(message, host.context(), TIMEOUTS)).rejects.toMatchObject({ kind });
    expect(second.connections()).toBe(0);
    if (kind !== 'uncertain') return;
    // Nor by the look that follows.
    await expect(send({ ...message, attempt: 2, uncertain: true }, host.context(), TIMEOUTS)).rejects.toMatchObject({ kind });
    expect([first.stored.length, second.connections()]).toEqual([1, 0]);
  });

  test('a crash between two servers leaves no doubt: the note says that nothing is on its way', async () => {
    const first = await openFarSide({ afterData: refusal(451, '4.3.0 later') });
    const second = await openFarSide(refuseAt('onMailFrom', refusal(451, '4.3.0 later')));
    const host = mailbox([first.port, second.port]);
    await expect(send(outbound(), host.context(), TIMEOUTS)).rejects.toMatchObject({ kind: 'transient' });
    expect([...host.state.values()].map(({ value }) => value)).toEqual([{ phase: 'started' }]);
  });

  test('when none takes it, the words of each are there', async () => {
    const second = await openFarSide(refuseAt('onRcptTo', refusal(450, '4.2.0 greylisted')));
    const host = mailbox([NOBODY, second.port]);
    await expect(send(outbound(), host.context(), TIMEOUTS)).rejects.toMatchObject({
      kind: 'transient',
      message: expect.stringMatching(/refuses connections.*greylisted/),
    });
  });

  test('the passwords of the first are not given to another', async () => {
    const given: unknown[] = [];
    const second = await openFarSide({
      onAuth: (auth, _session, done) => {
        given.push(auth.password);
        done(null, { user: 'x' });
      },
    });
    await send(outbound(), mailbox([NOBODY, second.port]).context(), TIMEOUTS);
    expect(given).toEqual([]);
    const own = { smtp2User: 'spare', smtp2Password: 'other' };
    await send(outbound(), mailbox([NOBODY, second.port], own).context(), TIMEOUTS);
    expect(given).toEqual(['other']);
  });

  test('a wrong password at the first locks the mailbox out when no other takes the mail', async () => {
    const first = await openFarSide();
    const host = mailbox([first.port, NOBODY], { password: 'wrong' });
    await expect(send(outbound(), host.context(), TIMEOUTS)).rejects.toMatchObject({ kind: 'auth' });
    const spare = await openFarSide();
    await expect(
      send(outbound(), mailbox([NOBODY, spare.port], { smtp2User: 'x', smtp2Password: 'wrong' }).context(), TIMEOUTS),
    ).rejects.toMatchObject({ kind: 'transient' });
  });
});

describe('each recipient for himself (R-SND-4)', () => {
  const who = (value: string): Identity => ({ kind: 'email', value, trust: 'claimed' });
  const byName: FarSideOptions = {
    onRcptTo: ({ address }, _session, done) =>
      done(
        address.startsWith('gone')
          ? refusal(550, '5.1.1 unknown')
          : address.startsWith('later')
            ? refusal(450, '4.2.0 greylisted')
            : null,
      ),
  };

  test('one is taken, one is tried again, one is refused', async () => {
    const far = await openFarSide(byName);
    const cc = [who('later@cust.test'), who('gone@cust.test')];
    const result = await send(outbound({ to: [who('a@cust.test')], cc }), mailbox([far.port]).context(), TIMEOUTS);
    expect(result.refused).toEqual([
      { to: cc[0], reason: expect.stringContaining('450 4.2.0 greylisted'), later: true },
      { to: cc[1], reason: expect.stringContaining('550 5.1.1 unknown'), unreachable: true },
    ]);
    expect(far.stored).toHaveLength(1);
  });

  test('also when nobody is taken, but not for one and the same reason', async () => {
    const far = await openFarSide(byName);
    const to = [who('later@cust.test'), who('gone@cust.test')];
    const result = await send(outbound({ to }), mailbox([far.port]).context(), TIMEOUTS);
    expect(result).toEqual({
      ids: [],
      status: 'accepted',
      refused: [
        { to: to[0], reason: expect.any(String), later: true },
        { to: to[1], reason: expect.any(String), unreachable: true },
      ],
    });
  });

  test('a further attempt for one of them still names all, and goes to him alone', async () => {
    const far = await openFarSide();
    const named = { to: [who('a@cust.test')], cc: [who('later@cust.test')] };
    await send(outbound({ to: named.cc, named, attempt: 2 }), mailbox([far.port]).context(), TIMEOUTS);
    expect(far.stored[0]).toMatch(/^To: a@cust\.test\r?$/m);
    expect(far.stored[0]).toMatch(/^Cc: later@cust\.test\r?$/m);
  });
});

describe('what a server calls a mail (R-THR-2)', () => {
  test('its queue id is kept, and an id that it gives is one of ours', async () => {
    const far = await openFarSide({ answer: '2.6.0 <0102018f-new.id@far.test> [InternalId=123] Queued mail for delivery' });
    const message = outbound();
    const result = await send(message, mailbox([far.port]).context(), TIMEOUTS);
    expect(result.ids).toEqual([messageIdOf(message.sendKey, 'support@shop.test'), '<0102018f-new.id@far.test>']);
  });
});

describe('a server that wants to be left alone (R-SND-7)', () => {
  test.each<[string, FarSideOptions]>([
    ['421 in the greeting', refuseAt('onConnect', refusal(421, '4.3.2 closing'))],
    ['432', refuseAt('onMailFrom', refusal(432, '4.3.2 concurrent connections exceeded'))],
    ['450 with words about a rate', refuseAt('onRcptTo', refusal(450, '4.7.1 too many messages'))],
  ])('is left alone for a while, and the app is told until when: %s', async (_name, options) => {
    const far = await openFarSide(options);
    const host = mailbox([far.port]);
    await expect(send(outbound(), host.context(), TIMEOUTS)).rejects.toMatchObject({ message: expect.any(String) });
    const asked = far.connections();
    await expect(send(outbound(), host.context(), TIMEOUTS)).rejects.toMatchObject({
      kind: 'rate_limited',
      detail: { retryAfterMs: expect.any(Number) },
    });
    expect(far.connections()).toBe(asked);
    expect(healthOf('never-read', paceOf(host.id).words()).status).toBe('degraded');
    expect(paceOf(host.id).words()).toMatch(/^Sending waits until \d\d:\d\d UTC: /);
  });
});
