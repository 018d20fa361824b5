import { expect, test } from '@jest/globals';
import { legsOf, provenLegs, stateOf, WAIT_MS } from './legs.js';
import type { MailCheck } from './mail-check.entity.js';

const AT = 1_000_000;
const check = (patch: Partial<MailCheck> = {}): MailCheck => ({
  channelId: 'chn_1',
  mark: 'mark',
  address: 'shop@here.test',
  startedAt: AT,
  leftAt: null,
  leftWords: null,
  failedAt: null,
  arrivedAt: null,
  arrival: null,
  proven: null,
  ...patch,
});
const verdicts = (one: MailCheck, now: number): string[] => legsOf(one, now, null).map(({ key, verdict }) => `${key} ${verdict}`);
const back = (patch: Partial<NonNullable<MailCheck['arrival']>> = {}) => ({
  leftAt: AT + 1_000,
  leftWords: 'mx.test took it.',
  arrivedAt: AT + 4_000,
  arrival: { channelId: 'chn_1', at: AT + 2_000, spam: null, proofs: [], ...patch },
});

test('a mail that waits is under way; one that left and did not come within the time has a verdict, and so has one that never left', () => {
  expect(stateOf(legsOf(check(), AT, null))).toBe('RUNNING');
  const left = check({ leftAt: AT + 1, leftWords: 'mx.test took it.' });
  expect(verdicts(left, AT + WAIT_MS).slice(0, 2)).toEqual(['LEFT GOOD', 'ARRIVED WAITING']);
  expect(verdicts(left, AT + WAIT_MS + 1)).toEqual(['LEFT GOOD', 'ARRIVED BAD']);
  expect(legsOf(left, AT + WAIT_MS + 1, null)[1]?.message).toContain('Does mail to shop@here.test lead to the mailbox');
  expect(verdicts(check(), AT + WAIT_MS + 1)).toEqual(['LEFT BAD', 'ARRIVED BAD']);
  expect(stateOf(legsOf(check({ failedAt: AT, leftWords: '550 no' }), AT, null))).toBe('BAD');
});

test('it is whole only when DNS was asked, counts as bad among spam, and says by which channel it came when that is another', () => {
  expect(stateOf(legsOf(check(back()), AT + 5_000, null))).toBe('RUNNING');
  expect(stateOf(legsOf(check({ ...back(), proven: [] }), AT + 5_000, null))).toBe('GOOD');
  const spam = legsOf(check({ ...back({ spam: 'It lay in the junk folder.' }), proven: [] }), AT, 'Sales');
  expect(spam[1]).toEqual({
    key: 'ARRIVED',
    verdict: 'BAD',
    message:
      'It came in 4 seconds after it was asked for, by the channel Sales. It counts as spam there: It lay in the junk folder.',
  });
  // What comes in late is told, too.
  expect(verdicts(check({ ...back(), arrivedAt: AT + 9 * WAIT_MS, proven: [] }), AT + 9 * WAIT_MS)[1]).toBe('ARRIVED GOOD');
});

test.each([
  [AT + 2_000, 'GOOD', 'agrees'],
  [AT - 59_000, 'GOOD', 'agrees'],
  [AT - 600_000, 'BAD', '600 seconds behind'],
  [AT + 304_000, 'BAD', '300 seconds ahead'],
])('the mailbox stamped it at %d: %s', (at, verdict, words) => {
  const leg = legsOf(check({ ...back({ at }), proven: [] }), AT + 5_000, null)[2];
  expect([leg?.key, leg?.verdict]).toEqual(['CLOCK', verdict]);
  expect(leg?.message).toContain(words);
});

test('what the receiving side found and what DNS says are told side by side, and either may be the trouble', () => {
  const records = { spf: null, dmarc: 'There is no DMARC record.' };
  const proofs = [
    { method: 'spf', result: 'pass', by: 'mx.test' },
    { method: 'dkim', result: 'fail', by: 'mx.test' },
    { method: 'dkim', record: 's1._domainkey.here.test' },
  ];
  const keys = new Map([['s1._domainkey.here.test', null]]);
  expect(provenLegs(proofs, records, keys)).toEqual([
    { key: 'SPF', verdict: 'GOOD', message: 'mx.test says: pass. Its SPF record is there.' },
    { key: 'DKIM', verdict: 'BAD', message: 'mx.test says: fail. It is signed, and the key is there: s1._domainkey.here.test.' },
    { key: 'DMARC', verdict: 'BAD', message: 'The receiving side does not say what it found. There is no DMARC record.' },
  ]);
  const silent = provenLegs([], { spf: null, dmarc: null }, new Map());
  expect(silent.map(({ verdict }) => verdict)).toEqual(['UNKNOWN', 'BAD', 'UNKNOWN']);
  expect(silent[1]?.message).toContain('It was not signed');
});
