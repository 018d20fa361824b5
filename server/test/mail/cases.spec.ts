import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Case, cases, isMade, whyNoCorpora } from './cases.js';
import { PostOffice } from './post-office.js';
import { type Outcome, runCase } from './scenario.js';
import { verify } from './verify.js';

/** The rules of `email.md` that the product keeps; their cases are run. */
const RULES = new Set(
  (
    'R-THR-1 R-THR-3 R-THR-4 R-DUP-1 R-DUP-4 R-INB-1 R-INB-4 R-FWD-1 R-FWD-2 R-LOOP-1 R-LOOP-2 R-OOO-1 R-BNC-1 R-BNC-4 R-ARF-1 ' +
    'R-FLT-1 R-FLT-2 R-SPM-1 R-CHR-2 R-CHR-3 R-CHR-4 R-DAT-1 R-HDR-1 R-HDR-2 R-QUO-1 R-QUO-2 R-QUO-3 ' +
    'R-ATT-1 R-ATT-4 R-ATT-5 R-ATT-6 R-ATT-7 R-ICS-1 R-HTM-1 R-HTM-2 R-HTM-5'
  ).split(' '),
);
const AT_ONCE = 4;

const missing = whyNoCorpora();
const chosen = cases.filter((one) => RULES.has(one.rule) && (missing === null || isMade(one)));
const outcomes = new Map<string, Outcome | Error>();
let office: PostOffice;

beforeAll(async () => {
  if (missing) process.stderr.write(`${missing}\n`);
  office = await PostOffice.open();
  const waiting = [...chosen];
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift())
      outcomes.set(one.id, await runCase(office, one).catch((error: Error) => error));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}, 240_000);
afterAll(() => office.close(), 240_000);

async function check(one: Case): Promise<void> {
  const outcome = outcomes.get(one.id);
  if (!outcome || outcome instanceof Error) throw outcome ?? new Error('It was not run');
  await verify(office, outcome);
}

describe('A mail that was delivered to a real mailbox is shown as it must be', () => {
  test.each(chosen.map((one) => [`${one.group} ${one.id} (${one.rule}): ${one.file}`, one] as const))('%s', (_, one) =>
    check(one),
  );
});

test('the mails of other projects are there wherever nothing may be left out', () => {
  if (['true', '1'].includes(process.env.CI ?? '')) expect(missing).toBeNull();
  expect(chosen.length).toBeGreaterThan(0);
});
