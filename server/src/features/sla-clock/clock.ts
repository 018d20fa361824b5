import type { ActorRef } from '../../kernel/context.js';
import { addWorking, type Hours, workingBetween } from '../working-hours/index.js';

/** The clock on our next answer, as a conversation keeps it. None runs when `slaSince` is null; it stands when it has no due time. */
export interface SlaClock {
  slaKind: 'FIRST' | 'NEXT' | null;
  /** Since when it runs, or ran last. */
  slaSince: number | null;
  /** What it had run before that, in time that counts. */
  slaSpentMs: number;
  slaDueAt: number | null;
  /** When its time was over, once that was told. */
  slaMissedAt: number | null;
}

/** What of a conversation sets its clock. */
export interface Clocked extends SlaClock {
  inboxId: string;
  originalChannelId: string | null;
  status: 'OPEN' | 'SNOOZED' | 'CLOSED';
  placement: string;
  botControl: string;
  waitingSince: number | null;
  /** When one of us, and no machine, wrote to the customer first. */
  firstReplyAt: number | null;
  demo: boolean;
}

/** The limits that hold for a conversation with the hours that count; no hours is always. */
export interface Targets {
  inboxId: string;
  firstMinutes: number | null;
  nextMinutes: number | null;
  closingMinutes: number | null;
  hours: Hours | null;
}
/** The limits for a conversation; null for none. */
export type TargetsOf = (conversation: Pick<Clocked, 'inboxId' | 'originalChannelId'>) => Promise<Targets | null>;

/** An item as far as it sets the clock. */
export interface Said {
  kind: string;
  direction: string;
  author: Pick<ActorRef, 'kind'>;
  at: number;
  automatic?: string | null;
  side?: boolean;
  sendAt?: number | null;
  deliveryStatus?: string | null;
}

const MINUTE_MS = 60_000;

/** No clock. */
export const NO_CLOCK: SlaClock = { slaKind: null, slaSince: null, slaSpentMs: 0, slaDueAt: null, slaMissedAt: null };

/**
 * Whether an item asks for an answer of ours or is one. What a machine writes asks for none, and what a bot or an acknowledgement says is
 * none: a person is waited for. Nor is what leaves later or was taken back.
 */
export function turnOf(item: Said): 'ASKED' | 'ANSWERED' | null {
  if (item.kind !== 'MESSAGE' || item.side || item.automatic || item.deliveryStatus === 'CANCELLED') return null;
  if (item.direction === 'INBOUND') return 'ASKED';
  if (item.direction !== 'OUTBOUND' || item.author.kind === 'BOT') return null;
  return isPlanned(item) ? null : 'ANSWERED';
}

/** Waits for the time that its author chose; what has no state yet is new. */
function isPlanned({ sendAt, deliveryStatus }: Said): boolean {
  return (sendAt ?? null) !== null && (deliveryStatus == null || deliveryStatus === 'HELD');
}

/** Whether the last word of these items, from the first to the last, is one that asks. */
export function owesAnswer(items: readonly Said[]): boolean {
  return items.map(turnOf).findLast((turn) => turn !== null) === 'ASKED';
}

/** What an item does to the clock. It runs since the first question that has no answer; a closed matter that is brought up again is a new one. */
export function afterTurn(
  conversation: Pick<Clocked, 'status' | 'slaSince' | 'firstReplyAt' | 'demo'>,
  turn: 'ASKED' | 'ANSWERED' | null,
  now: number,
): Partial<SlaClock & Pick<Clocked, 'firstReplyAt'>> {
  if (turn === 'ANSWERED') return { ...NO_CLOCK, firstReplyAt: Math.min(conversation.firstReplyAt ?? now, now) };
  const runs = conversation.slaSince !== null && conversation.status !== 'CLOSED';
  if (turn === null || runs || conversation.demo) return {};
  return { ...NO_CLOCK, slaSince: now, slaKind: conversation.firstReplyAt === null ? 'FIRST' : 'NEXT' };
}

/** Whether the time counts: not while it sleeps, is closed, lies aside, or a bot has the word. */
export function isCounting({ status, placement, botControl }: Clocked): boolean {
  return status === 'OPEN' && placement === 'INBOX' && botControl !== 'BOT_ACTIVE';
}

/**
 * The clock as it is after a change: it stands and goes on with the conversation, and another inbox has other limits from the same start on.
 * Where there are no limits, no clock runs.
 */
export async function settledClock(
  before: Clocked,
  after: Clocked,
  now: number,
  targetsOf: TargetsOf,
  limitOf = answerLimit,
): Promise<Partial<SlaClock>> {
  const moved = before.inboxId !== after.inboxId;
  const clock = after.slaSince === null && moved ? begunByMove(after, now) : after;
  if (clock.slaSince === null) return {};
  if (clock.slaMissedAt !== null) return { slaDueAt: isShown(after) ? clock.slaMissedAt : null };
  const counts = isCounting(after);
  if (clock.slaDueAt !== null && !moved && counts) return {};
  if (clock.slaDueAt !== null && !counts) return stopped(before, clock, now, { targetsOf, limitOf });
  const fresh = before.slaSince === null || clock.slaSince !== before.slaSince;
  if (!counts && !(fresh && after.placement === 'INBOX')) return {};
  const targets = await targetsOf(after);
  const limit = limitOf(targets, clock);
  if (!targets || limit === null) return NO_CLOCK;
  if (!counts) return clock === after ? {} : pickClock(clock);
  const since = clock.slaDueAt === null ? now : clock.slaSince;
  const due = dueAfter(targets, since, limit - clock.slaSpentMs);
  return due === null ? NO_CLOCK : { ...pickClock(clock), slaSince: since, slaDueAt: due };
}

/** Who waits where nothing was counted is counted from the day he comes to an inbox that counts. */
function begunByMove(conversation: Clocked, now: number): Clocked {
  if (conversation.waitingSince === null || conversation.status === 'CLOSED') return conversation;
  return { ...conversation, ...afterTurn(conversation, 'ASKED', now) };
}

/** It stands: what has passed is kept. What is over already is left to be told. */
async function stopped(
  before: Clocked,
  clock: Clocked,
  now: number,
  { targetsOf, limitOf }: { targetsOf: TargetsOf; limitOf: LimitOf },
): Promise<Partial<SlaClock>> {
  if (clock.slaDueAt !== null && clock.slaDueAt <= now) return {};
  const targets = await targetsOf(before);
  if (!targets || limitOf(targets, clock) === null) return NO_CLOCK;
  const passed = passedBetween(targets, clock.slaSince ?? now, now);
  return { slaSince: now, slaSpentMs: clock.slaSpentMs + passed, slaDueAt: null };
}

/** Of a closed conversation, and of one that lies aside, nothing is overdue. */
export function isShown({ status, placement }: Clocked): boolean {
  return status !== 'CLOSED' && placement === 'INBOX';
}

/** The time that a limit gives; null for none. */
export type LimitOf = (targets: Targets | null, clock: SlaClock) => number | null;

/** That of an answer. */
export const answerLimit: LimitOf = (targets, { slaKind }) =>
  inMs(slaKind === 'FIRST' ? targets?.firstMinutes : targets?.nextMinutes);

/** That of closing. */
export const closingLimit: LimitOf = (targets) => inMs(targets?.closingMinutes);

function inMs(minutes: number | null | undefined): number | null {
  return minutes == null ? null : minutes * MINUTE_MS;
}

/** When so much time that counts has passed since then; null for never. */
export function dueAfter({ hours }: Targets, since: number, ms: number): number | null {
  const left = Math.max(0, ms);
  return hours === null ? since + left : addWorking(hours, since, left);
}

function passedBetween({ hours }: Targets, since: number, now: number): number {
  return hours === null ? now - since : workingBetween(hours, since, now);
}

/** Of two conversations that become one: the clock whose time is over first, with nothing to change where it is the one's own. */
export function earlierClock(into: SlaClock, from: SlaClock): Partial<SlaClock> {
  if (from.slaSince === null) return {};
  const rank = ({ slaDueAt, slaMissedAt }: SlaClock): number => slaMissedAt ?? slaDueAt ?? Infinity;
  return into.slaSince === null || rank(from) < rank(into) ? pickClock(from) : {};
}

/** The clock alone. */
export function pickClock({ slaKind, slaSince, slaSpentMs, slaDueAt, slaMissedAt }: SlaClock): SlaClock {
  return { slaKind, slaSince, slaSpentMs, slaDueAt, slaMissedAt };
}
