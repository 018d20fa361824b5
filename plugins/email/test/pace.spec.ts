import { describe, expect, test } from '@jest/globals';
import { ChannelError } from '@balie/plugin-sdk';
import { idsAnswered, queueIdOf } from '../src/answered.js';
import { Pace } from '../src/pace.js';
import { limitsOf, serversOf } from '../src/settings-sending.js';
import { FakeHost, settingsFor } from './host.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PORTS = { imap: 1, imaps: 1, smtp: 1, mta: 1, caPem: '' };
const settings = settingsFor(PORTS, 'support@shop.test');
const [server] = serversOf(settings) as [ReturnType<typeof serversOf>[number]];

function start(at = Date.UTC(2026, 10, 3, 9)) {
  const clock = { at };
  const host = new FakeHost(settings);
  return { clock, host, pace: new Pace(() => clock.at), again: () => new Pace(() => clock.at) };
}

describe('how fast a mailbox sends (R-SND-7)', () => {
  test('no 60 seconds have more mails than the limit, and what waits is told when it goes on', async () => {
    const { clock, host, pace } = start();
    const limits = { perMinute: 30, perDay: 0 };
    const sent: number[] = [];
    for (let i = 0; i < 200;) {
      try {
        const place = await pace.take(host.context(), limits, 1);
        await place.use();
        sent.push(clock.at);
        i++;
        clock.at += 137;
      } catch (error) {
        const { kind, detail } = error as ChannelError;
        expect(kind).toBe('rate_limited');
        expect(pace.words()).toMatch(/^Sending waits until \d\d:\d\d UTC: This mailbox sends 30 mails a minute at most\.$/);
        clock.at += detail.retryAfterMs as number;
      }
    }
    for (const from of sent) expect(sent.filter((at) => at >= from && at < from + MINUTE).length).toBeLessThanOrEqual(30);
    // It sends as fast as it may, too.
    expect((sent.at(-1) as number) - (sent[0] as number)).toBeLessThan(7.2 * MINUTE);
  });

  test('mails on their way count, and give their place back when they did not leave', async () => {
    const { host, pace } = start();
    const limits = { perMinute: 2, perDay: 0 };
    const first = await pace.take(host.context(), limits, 1);
    await pace.take(host.context(), limits, 1);
    await expect(pace.take(host.context(), limits, 1)).rejects.toMatchObject({ kind: 'rate_limited' });
    first.leave();
    await expect(pace.take(host.context(), limits, 1)).resolves.toBeDefined();
  });

  test('the recipients of a day are counted over restarts, and no 24 hours have more than the limit', async () => {
    const { clock, host, again } = start();
    const limits = { perMinute: 0, perDay: 10 };
    const sent: { at: number; n: number }[] = [];
    for (let day = 0; sent.length < 12; day++) {
      // Each mail by a new process.
      const pace = again();
      try {
        const n = 1 + (day % 3);
        await (await pace.take(host.context(), limits, n)).use();
        sent.push({ at: clock.at, n });
        clock.at += 100 * MINUTE;
      } catch (error) {
        const { kind, detail } = error as ChannelError;
        expect(kind).toBe('rate_limited');
        expect(detail.retryAfterMs).toBeLessThanOrEqual(25 * HOUR);
        clock.at += detail.retryAfterMs as number;
      }
    }
    for (const { at: from } of sent) {
      const within = sent.filter(({ at }) => at >= from && at < from + 24 * HOUR);
      expect(within.reduce((sum, { n }) => sum + n, 0)).toBeLessThanOrEqual(10);
    }
  });

  test('a mail with more recipients than a day has is refused at once, in words', async () => {
    const { host, pace } = start();
    await expect(pace.take(host.context(), { perMinute: 0, perDay: 5 }, 6)).rejects.toMatchObject({
      kind: 'rejected',
      message: 'It has 6 recipients; this mailbox sends to 5 a day at most.',
    });
  });

  test('a server is left alone for longer each time it asks, and forgotten once it takes a mail', () => {
    const { clock, pace } = start();
    const waits: number[] = [];
    for (let i = 0; i < 7; i++) {
      pace.note(server, new ChannelError('rate_limited', '432 slow down', { code: '432' }), false);
      const rest = pace.resting(server)?.detail.retryAfterMs as number;
      waits.push(rest / MINUTE);
      clock.at += rest;
      expect(pace.resting(server)).toBeNull();
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15, 15]);
    pace.note(server, null, false);
    expect(pace.words()).toBeNull();
    pace.note(server, new ChannelError('transient', '421 closing', { code: '421' }), false);
    expect(pace.resting(server)?.detail.retryAfterMs).toBe(MINUTE);
    pace.note(server, new ChannelError('rate_limited', 'a daily limit', { retryAfterMs: HOUR }), false);
    expect(pace.resting(server)?.detail.retryAfterMs).toBe(HOUR);
  });

  test('three connections at a time; who leaves lets the next in', async () => {
    const { pace } = start();
    const signal = new AbortController().signal;
    const [first] = await Promise.all([1, 2, 3].map(() => pace.connection(signal)));
    let inside = false;
    const fourth = pace.connection(signal).then((close) => {
      inside = true;
      return close;
    });
    await Promise.resolve();
    expect(inside).toBe(false);
    first?.();
    first?.();
    (await fourth)();
    expect(inside).toBe(true);
  });

  test.each([
    ['smtp.office365.com', 'a@shop.test', { perMinute: 30, perDay: 10_000 }],
    ['smtp.gmail.com', 'a@shop.test', { perMinute: 0, perDay: 2_000 }],
    ['smtp.gmail.com', 'a@gmail.com', { perMinute: 0, perDay: 500 }],
    ['mail.shop.test', 'a@shop.test', { perMinute: 0, perDay: 0 }],
  ])('what %s allows for %s', (smtpHost, address, limits) => {
    expect(limitsOf({ ...settings, smtpHost, address })).toEqual(limits);
    expect(limitsOf({ ...settings, smtpHost, address, sendPerMinute: 0, sendPerDay: 7 })).toEqual({ perMinute: 0, perDay: 7 });
  });
});

describe('what a server says when it takes a mail', () => {
  test.each([
    ['250 2.0.0 Ok: queued as 4F1A2B3C', '4F1A2B3C'],
    ['250 OK id=1qbXYZ-000abc-XX', '1qbXYZ-000abc-XX'],
    ['250 2.0.0 OK  1693489834 d15-20020a170906sm123.45 - gsmtp', '1693489834 d15-20020a170906sm123.45 - gsmtp'],
    [
      '250 Ok 0102018c9b2f1a2b-8b2f1a2b-1a2b-4c3d-9e8f-0123456789ab-000000',
      '0102018c9b2f1a2b-8b2f1a2b-1a2b-4c3d-9e8f-0123456789ab-000000',
    ],
    ['250 OK', null],
    ['250 2.0.0 Ok', null],
  ])('%s', (response, id) => {
    expect(queueIdOf(response)).toBe(id);
  });

  test('the bare id of SES has the domain of its region; elsewhere it is no id', () => {
    const bare = '0102018c9b2f1a2b-8b2f1a2b-1a2b-4c3d-9e8f-0123456789ab-000000';
    expect(idsAnswered(`250 Ok ${bare}`, 'email-smtp.eu-west-1.amazonaws.com')).toEqual([`<${bare}@eu-west-1.amazonses.com>`]);
    expect(idsAnswered(`250 Ok ${bare}`, 'email-smtp.us-east-1.amazonaws.com')).toEqual([`<${bare}@email.amazonses.com>`]);
    expect(idsAnswered(`250 Ok ${bare}`, 'mail.shop.test')).toEqual([]);
    expect(idsAnswered('250 2.6.0 <x.y@prod.outlook.com> Queued', 'smtp.office365.com')).toEqual(['<x.y@prod.outlook.com>']);
  });
});
