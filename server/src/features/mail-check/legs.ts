import type { DomainRecords } from '../operations/index.js';
import type { Leg, Proof, Verdict } from './leg.js';
import type { MailCheck } from './mail-check.entity.js';

/** So long a mail to oneself may take; most take seconds. */
export const WAIT_MS = 5 * 60_000;
/** So far the clocks of two machines may be apart. */
const CLOCK_MS = 60_000;
const PROOFS = ['SPF', 'DKIM', 'DMARC'] as const;

const seconds = (ms: number): string => (ms < 1_500 ? 'one second' : `${Math.round(ms / 1_000)} seconds`);

/** How far the mail has come, step by step; `by`: the name of the channel where it came in, if that is another one. */
export function legsOf(check: MailCheck, now: number, by: string | null): Leg[] {
  const left = leftLeg(check, now);
  const arrived = arrivedLeg(check, now, by);
  const { arrivedAt, arrival, proven } = check;
  if (arrivedAt === null || !arrival) {
    // What did not arrive tells nothing more.
    return arrived.verdict === 'WAITING' ? [left, arrived, ...rest('WAITING', '')] : [left, arrived];
  }
  return [
    left,
    arrived,
    clockLeg(check.startedAt, arrivedAt, arrival.at),
    ...(proven ?? rest('WAITING', 'DNS is being asked.').slice(1)),
  ];
}

const rest = (verdict: Verdict, message: string): Leg[] =>
  (['CLOCK', ...PROOFS] as const).map((key) => ({ key, verdict, message }));

function leftLeg({ leftAt, leftWords, failedAt, startedAt, arrivedAt }: MailCheck, now: number): Leg {
  const leg = (verdict: Verdict, message: string): Leg => ({ key: 'LEFT', verdict, message });
  if (failedAt !== null) return leg('BAD', leftWords ?? '');
  if (leftAt !== null) return leg('GOOD', leftWords ?? '');
  if (arrivedAt !== null) return leg('GOOD', 'It has come back, so it has left.');
  if (now > startedAt + WAIT_MS) return leg('BAD', 'It has not left: is there a process that works (BALIE_ROLE)?');
  return leg('WAITING', '');
}

function arrivedLeg(check: MailCheck, now: number, by: string | null): Leg {
  const { arrivedAt, arrival, startedAt, leftAt, failedAt } = check;
  const leg = (verdict: Verdict, message: string): Leg => ({ key: 'ARRIVED', verdict, message });
  if (arrivedAt !== null && arrival) {
    const when = `It came in ${seconds(Math.max(0, arrivedAt - startedAt))} after it was asked for${by === null ? '' : `, by the channel ${by}`}.`;
    return arrival.spam === null ? leg('GOOD', when) : leg('BAD', `${when} It counts as spam there: ${arrival.spam}`);
  }
  if (failedAt !== null) return leg('BAD', 'It did not leave, so it can’t come in.');
  if (now <= startedAt + WAIT_MS) return leg('WAITING', '');
  if (leftAt === null) return leg('BAD', 'It did not leave, so it can’t come in.');
  return leg(
    'BAD',
    `It left and did not come in within ${WAIT_MS / 60_000} minutes. Does mail to ${check.address} lead to the mailbox that is read here, and does it lie among spam there?`,
  );
}

/** The mailbox stamps what it takes: that must lie between when we sent it and when we saw it. */
function clockLeg(from: number, to: number, at: number): Leg {
  const off = at < from ? from - at : Math.max(0, at - to);
  if (off <= CLOCK_MS) return { key: 'CLOCK', verdict: 'GOOD', message: 'The clock of the mailbox agrees with ours.' };
  const message = `The clock of the mailbox is ${seconds(off)} ${at < from ? 'behind' : 'ahead of'} ours.`;
  return { key: 'CLOCK', verdict: 'BAD', message };
}

/** What the receiving side said of the sender, next to what DNS says of his domain. */
export function provenLegs(proofs: readonly Proof[], records: DomainRecords, keys: ReadonlyMap<string, string | null>): Leg[] {
  const signed = proofs.flatMap(({ record }) => (record === undefined ? [] : [record]));
  const noKey = signed.map((record) => keys.get(record) ?? null).filter((problem) => problem !== null);
  const inDns: Record<(typeof PROOFS)[number], { problem: string | null; good: string }> = {
    SPF: { problem: records.spf, good: 'Its SPF record is there.' },
    DMARC: { problem: records.dmarc, good: 'Its DMARC record is there.' },
    DKIM: {
      problem: signed.length === 0 ? 'It was not signed (no DKIM-Signature).' : noKey.length > 0 ? noKey.join(' ') : null,
      good: `It is signed, and the key is there: ${signed.join(', ')}.`,
    },
  };
  return PROOFS.map((key): Leg => {
    const { problem, good } = inDns[key];
    const said = proofs.find(({ method, result }) => method.toUpperCase() === key && result !== undefined);
    const words = said
      ? `${said.by ?? 'The receiving side'} says: ${said.result}.`
      : 'The receiving side does not say what it found.';
    const bad = problem !== null || (said !== undefined && said.result !== 'pass');
    return { key, verdict: bad ? 'BAD' : said ? 'GOOD' : 'UNKNOWN', message: `${words} ${problem ?? good}` };
  });
}

/** The whole of it. */
export function stateOf(legs: readonly Leg[]): 'RUNNING' | 'GOOD' | 'BAD' {
  if (legs.some(({ verdict }) => verdict === 'WAITING')) return 'RUNNING';
  return legs.some(({ verdict }) => verdict === 'BAD') ? 'BAD' : 'GOOD';
}
