import { describe, expect, it } from '@jest/globals';
import {
  afterTurn,
  type Clocked,
  earlierClock,
  NO_CLOCK,
  owesAnswer,
  type Said,
  settledClock,
  type Targets,
  turnOf,
} from './index.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Monday, nine o'clock in Amsterdam. */
const NINE = Date.parse('2026-01-05T08:00:00Z');

const ALWAYS: Targets = { inboxId: 'one', firstMinutes: 60, nextMinutes: 30, closingMinutes: null, hours: null };
const OFFICE: Targets = {
  inboxId: 'two',
  firstMinutes: 120,
  nextMinutes: null,
  closingMinutes: null,
  hours: {
    timeZone: 'Europe/Amsterdam',
    slots: [
      { weekday: 'MONDAY', from: '09:00', until: '17:00' },
      { weekday: 'TUESDAY', from: '09:00', until: '17:00' },
    ],
  },
};
const targetsOf = ({ inboxId }: { inboxId: string }): Promise<Targets | null> =>
  Promise.resolve([ALWAYS, OFFICE].find((targets) => targets.inboxId === inboxId) ?? null);

const idle: Clocked = {
  ...NO_CLOCK,
  inboxId: 'one',
  originalChannelId: null,
  status: 'OPEN',
  placement: 'INBOX',
  botControl: 'NONE',
  waitingSince: null,
  firstReplyAt: null,
  demo: false,
};
/** A conversation after a change, as it is stored. */
async function change(before: Clocked, patch: Partial<Clocked>, now: number): Promise<Clocked> {
  const after = { ...before, ...patch };
  return { ...after, ...(await settledClock(before, after, now, targetsOf)) };
}
const turn = (before: Clocked, what: 'ASKED' | 'ANSWERED', now: number, patch: Partial<Clocked> = {}) =>
  change(before, { ...patch, ...afterTurn(before, what, now), waitingSince: what === 'ASKED' ? now : null }, now);
const asked = (inboxId = 'one', at = NINE): Promise<Clocked> => turn({ ...idle, inboxId }, 'ASKED', at);

describe('whose turn it is', () => {
  const said = (over: Partial<Said>): Said => ({
    kind: 'MESSAGE',
    direction: 'OUTBOUND',
    author: { kind: 'USER' },
    at: 1,
    ...over,
  });
  it.each([
    ['a message of somebody outside', { direction: 'INBOUND', author: { kind: 'CONTACT' } }, 'ASKED'],
    ['one of his machine', { direction: 'INBOUND', author: { kind: 'CONTACT' }, automatic: 'reply' }, null],
    ['one in a side thread', { direction: 'INBOUND', author: { kind: 'CONTACT' }, side: true }, null],
    ['an answer', {}, 'ANSWERED'],
    ['one from another desk', { author: { kind: 'INTEGRATION' } }, 'ANSWERED'],
    ['one to somebody else', { side: true }, null],
    ['an acknowledgement', { author: { kind: 'SYSTEM' }, automatic: 'reply' }, null],
    ['what a bot says', { author: { kind: 'BOT' } }, null],
    ['a comment', { kind: 'COMMENT', direction: 'INTERNAL' }, null],
    ['an answer for later', { sendAt: 5, deliveryStatus: 'HELD' }, null],
    ['the same when it has left', { sendAt: 5, deliveryStatus: 'SENT' }, 'ANSWERED'],
    ['an answer that was taken back', { deliveryStatus: 'CANCELLED' }, null],
  ] as const)('%s', (_what, over, whose) => expect(turnOf(said(over as Partial<Said>))).toBe(whose));

  it('is ours when the last word that counts asks', () => {
    const question = said({ direction: 'INBOUND' });
    expect([owesAnswer([]), owesAnswer([question, said({})]), owesAnswer([said({}), question])]).toEqual([false, false, true]);
    expect(owesAnswer([question, said({ author: { kind: 'BOT' } }), said({ kind: 'ACTIVITY' })])).toBe(true);
  });
});

describe('the clock (D37)', () => {
  it('waits for the first answer and then for each next one, since the first question that has none', async () => {
    const first = await asked();
    expect(first).toMatchObject({ slaKind: 'FIRST', slaSince: NINE, slaDueAt: NINE + HOUR });
    expect(await turn(first, 'ASKED', NINE + MINUTE)).toMatchObject({ slaSince: NINE, slaDueAt: NINE + HOUR });
    const answered = await turn(first, 'ANSWERED', NINE + 2 * MINUTE);
    expect(answered).toMatchObject({ ...NO_CLOCK, firstReplyAt: NINE + 2 * MINUTE });
    const next = await turn(answered, 'ASKED', NINE + HOUR);
    expect(next).toMatchObject({ slaKind: 'NEXT', slaDueAt: NINE + HOUR + 30 * MINUTE });
    expect(await turn(next, 'ANSWERED', NINE + 2 * HOUR)).toMatchObject({ firstReplyAt: NINE + 2 * MINUTE });
  });

  it('counts the hours of the inbox, and is none where there is no limit or never an hour', async () => {
    const [monday, tuesday] = [Date.parse('2026-01-05T15:30:00Z'), Date.parse('2026-01-06T09:30:00Z')];
    expect(await asked('two', monday)).toMatchObject({ slaDueAt: tuesday });
    const answered = await turn(await asked('two'), 'ANSWERED', NINE);
    expect(await turn(answered, 'ASKED', NINE)).toMatchObject(NO_CLOCK);
    expect(await asked('three')).toMatchObject(NO_CLOCK);
    const closed = { ...OFFICE, hours: { timeZone: 'UTC', slots: [] } };
    const after = { ...idle, ...afterTurn(idle, 'ASKED', NINE) };
    expect(await settledClock(idle, after, NINE, () => Promise.resolve(closed))).toEqual(NO_CLOCK);
    expect(await turn({ ...idle, demo: true }, 'ASKED', NINE)).toMatchObject(NO_CLOCK);
  });

  it.each([
    ['it sleeps', { status: 'SNOOZED' }, { status: 'OPEN' }],
    ['it is closed and opened again by hand', { status: 'CLOSED' }, { status: 'OPEN' }],
    ['it lies in the trash', { placement: 'TRASH' }, { placement: 'INBOX' }],
    ['a bot has the word', { botControl: 'BOT_ACTIVE' }, { botControl: 'HANDOFF_REQUESTED' }],
  ] as const)('stands while %s, and goes on with what is left', async (_while, stop, go) => {
    const stands = await change(await asked(), stop, NINE + 20 * MINUTE);
    expect(stands).toMatchObject({ slaDueAt: null, slaSpentMs: 20 * MINUTE });
    const goesOn = await change(stands, go, NINE + 5 * HOUR);
    expect(goesOn).toMatchObject({ slaKind: 'FIRST', slaDueAt: NINE + 5 * HOUR + 40 * MINUTE });
    const again = await change(await change(goesOn, stop, NINE + 5 * HOUR + 10 * MINUTE), go, NINE + 9 * HOUR);
    expect(again).toMatchObject({ slaDueAt: NINE + 9 * HOUR + 30 * MINUTE });
  });

  it('stands in working time where only that counts', async () => {
    const evening = Date.parse('2026-01-05T18:00:00Z');
    const stands = await change(await asked('two'), { status: 'SNOOZED' }, NINE + HOUR);
    const goesOn = await change(stands, { status: 'OPEN' }, evening);
    expect(goesOn).toMatchObject({ slaSpentMs: HOUR, slaDueAt: Date.parse('2026-01-06T09:00:00Z') });
  });

  it('what lies aside or a bot holds from the start has its time from when it comes to people', async () => {
    for (const [aside, back] of [
      [{ placement: 'SPAM' }, { placement: 'INBOX' }],
      [{ botControl: 'BOT_ACTIVE' }, { botControl: 'HUMAN_ACTIVE' }],
    ] as const) {
      const held = await turn({ ...idle, ...aside }, 'ASKED', NINE);
      expect(held).toMatchObject({ slaDueAt: null });
      expect(await change(held, back, NINE + HOUR)).toMatchObject({ slaDueAt: NINE + 2 * HOUR });
    }
    expect(await turn({ ...idle, inboxId: 'three', botControl: 'BOT_ACTIVE' }, 'ASKED', NINE)).toMatchObject(NO_CLOCK);
  });

  it('begins anew when somebody brings up again what was closed', async () => {
    const closed = await change(await asked(), { status: 'CLOSED' }, NINE + MINUTE);
    const later = NINE + 10 * HOUR;
    expect(await turn(closed, 'ASKED', later, { status: 'OPEN' })).toMatchObject({ slaSpentMs: 0, slaDueAt: later + HOUR });
  });

  it('is over once; nothing of a closed conversation is overdue, until it is opened again', async () => {
    const missed = { ...(await asked()), slaMissedAt: NINE + HOUR };
    const late = NINE + 3 * HOUR;
    expect(await change(missed, { status: 'SNOOZED' }, late)).toMatchObject({ slaDueAt: NINE + HOUR });
    const closed = await change(missed, { status: 'CLOSED' }, late);
    expect(closed).toMatchObject({ slaDueAt: null, slaMissedAt: NINE + HOUR });
    expect(await change(closed, { status: 'OPEN' }, late)).toMatchObject({ slaDueAt: NINE + HOUR });
    expect(await turn(missed, 'ANSWERED', late)).toMatchObject(NO_CLOCK);
    // Over, and not told yet: to put it off now comes too late.
    expect(await change(await asked(), { status: 'SNOOZED' }, late)).toMatchObject({ slaDueAt: NINE + HOUR });
  });

  it('in another inbox has its limits from the same start on, and begins where nothing was counted before', async () => {
    const moved = await change(await asked(), { inboxId: 'two' }, NINE + 10 * MINUTE);
    expect(moved).toMatchObject({ slaDueAt: NINE + 2 * HOUR });
    const slept = await change(
      await change(await asked(), { status: 'SNOOZED' }, NINE + 30 * MINUTE),
      { status: 'OPEN' },
      NINE + HOUR,
    );
    expect(await change(slept, { inboxId: 'two' }, NINE + 70 * MINUTE)).toMatchObject({ slaDueAt: NINE + 150 * MINUTE });
    expect(await change(await asked(), { inboxId: 'three' }, NINE)).toMatchObject(NO_CLOCK);
    const uncounted = { ...(await asked('three')), waitingSince: NINE };
    expect(await change(uncounted, { inboxId: 'one' }, NINE + 50 * HOUR)).toMatchObject({ slaDueAt: NINE + 51 * HOUR });
    expect(await change({ ...uncounted, waitingSince: null }, { inboxId: 'one' }, NINE)).toMatchObject(NO_CLOCK);
  });

  it('of two that become one is the one that is over first', async () => {
    const [early, late] = [await asked(), await asked('one', NINE + HOUR)];
    expect([earlierClock(late, early), earlierClock(early, late), earlierClock(early, idle)]).toEqual([
      expect.objectContaining({ slaDueAt: NINE + HOUR }),
      {},
      {},
    ]);
    expect(earlierClock(idle, late)).toMatchObject({ slaDueAt: NINE + 2 * HOUR });
  });
});
