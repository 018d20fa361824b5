import type { SendResult } from '@balie/plugin-sdk';
import { changeChannelState, type ChannelFailure, touchChannel } from '../channels/index.js';
import { addExternalIds, type Message } from '../messages/index.js';
import { assertNever } from '../../kernel/errors.js';
import { identityKey } from '../../kernel/identity-kinds.js';
import { jitter } from '../../kernel/random.js';
import type { Tx } from '../../kernel/uow.js';
import { noteTrouble } from './address-troubles.js';
import type { Delivery } from './delivery.entity.js';
import { adoptThreadKey, type Step, step } from './delivery.repository.js';
import { askForEnding } from './ending-call.js';
import { askForOnward } from './onward-call.js';
import { enqueueDelivery, raiseTrouble, refresh } from './record.js';

const MINUTE = 60_000;
const BACK_OFF = [1, 5, 15, 60];
const GIVE_UP_AFTER = 48 * 60 * MINUTE;
/** How long an echo may take before the plugin is asked to look for the message. */
const LOOK_AFTER = 10_000;

/** One call of the plugin: the deliveries that it stands for, as they were taken. */
export interface Call {
  message: Message;
  rows: Delivery[];
  /** It was begun before and nobody knows how it ended: the plugin may only look. */
  uncertain: boolean;
  /** Its channel keeps nothing for who has left: what is not read goes on by another way. */
  leaves: boolean;
  /** How long after it a talk without an answer is over; null where talks have no end (D26). */
  endsAfterMs: number | null;
}
/** How the call ended. */
export type Outcome = { sent: SendResult } | { failure: ChannelFailure };
/** What the job does next: look for more, end (`leave`), or wait; `holdUntil` also stops all others of the channel. */
export interface Next {
  leave?: boolean;
  retryAfterMs?: number;
  holdUntil?: number;
  reason?: string;
}

/** Writes down how a call ended (transaction B). */
export async function settle(tx: Tx, call: Call, outcome: Outcome, since: number): Promise<Next> {
  if ('sent' in outcome) return settleSent(tx, call, outcome.sent, since);
  const { failure } = outcome;
  const plan = call.uncertain ? afterLook(tx, call, failure) : afterFailure(tx, call, failure, since);
  const moved: Delivery[] = [];
  for (const row of call.rows) {
    const done = await step(tx, row.id, ['SENDING'], plan.to, row.attempts);
    if (done) moved.push({ ...row, status: plan.to.status, reason: plan.to.reason ?? null });
  }
  if (moved.length > 0) {
    await refresh(tx, call.message);
    await raiseTrouble(tx, call.message, moved);
    if (failure.kind === 'unreachable') await noteGone(tx, call.message, moved);
  }
  // The channel's lane is held with its state, and let go when it is let in again: nothing is burnt meanwhile.
  const lockedOut = { authorized: false, state: 'UNAUTHORIZED' as const, stateMessage: failure.message };
  if (failure.kind === 'auth' && call.message.channelId) await changeChannelState(tx, call.message.channelId, lockedOut);
  return { ...plan.next, reason: failure.message };
}

async function settleSent(tx: Tx, call: Call, result: SendResult, since: number): Promise<Next> {
  const { message } = call;
  const refused = new Map((result.refused ?? []).map((one) => [`${one.to.kind} ${identityKey(one.to.kind, one.to.value)}`, one]));
  const later = (result.refused ?? []).some((one) => one.later) ? backOff(tx, call.rows, since) : null;
  const failed: Delivery[] = [];
  const gone: Delivery[] = [];
  for (const row of call.rows) {
    const refusal = refused.get(`${row.kind} ${row.valueKey}`);
    const to = refusal ? refusedStep(refusal, later && tx.now + later) : acceptedStep(result);
    // Success is news whoever brings it, even a worker that was overtaken while it waited for the answer.
    const from = refusal ? (['SENDING'] as const) : (['SENDING', 'UNCERTAIN'] as const);
    if (!(await step(tx, row.id, from, to)) || !refusal) continue;
    failed.push({ ...row, status: to.status, reason: refusal.reason });
    if (refusal.unreachable) gone.push({ ...row, reason: refusal.reason });
  }
  const anybody = call.rows.some((row) => !refused.has(`${row.kind} ${row.valueKey}`));
  if (message.channelId) {
    await addExternalIds(tx, message.channelId, message.id, result.ids);
    if (anybody) await touchChannel(tx, message.channelId, { lastOutboundAt: tx.now });
  }
  if (anybody && message.threadId && message.automatic === null) {
    if (call.leaves) askForOnward(tx, message.threadId);
    if (call.endsAfterMs !== null) askForEnding(tx, message.threadId, call.endsAfterMs);
  }
  if (result.threadKey && message.threadId) await adoptThreadKey(tx, message.threadId, result.threadKey);
  await refresh(tx, message);
  await raiseTrouble(tx, message, failed);
  await noteGone(tx, message, gone);
  return later !== null && failed.some((row) => row.status === 'DEFERRED') ? restLater(tx, message, later, since) : {};
}

function acceptedStep(result: SendResult): Step {
  return {
    status: result.status === 'delivered' ? 'DELIVERED' : 'SENT',
    reason: null,
    error: null,
    providerId: result.acceptedAs ?? result.ids.at(-1) ?? null,
    transport: result.via ?? null,
  };
}

/** For good, or until `at`; null when there has been time enough. */
function refusedStep({ reason, later }: NonNullable<SendResult['refused']>[number], at: number | null): Step {
  if (!later || at === null) return { status: 'FAILED', reason, error: later ? 'transient' : 'rejected' };
  return { status: 'DEFERRED', reason, error: 'transient', nextAttemptAt: at };
}

/** The others of the message have it, so what follows in its thread does not wait for the few that are tried again. */
function restLater(tx: Tx, { id: messageId, channelId, threadId }: Message, delay: number, since: number): Next {
  if (!channelId) return {};
  enqueueDelivery(tx, { messageId, channelId, threadId, inOrder: false, since }, tx.now + delay);
  return { leave: true };
}

/** The milliseconds until the next try; null when 48 hours have been enough. Who knows when it will be better says so. */
function backOff(tx: Tx, rows: readonly Delivery[], since: number, retryAfterMs?: number): number | null {
  const attempts = Math.max(...rows.map((row) => row.attempts));
  const delay = retryAfterMs ?? jitter((BACK_OFF[attempts - 1] ?? 60) * MINUTE);
  return tx.now + delay - since > GIVE_UP_AFTER ? null : delay;
}

/** That these addresses are gone for good is known from here on (R-BNC-6). */
async function noteGone(tx: Tx, message: Message, rows: readonly Delivery[]): Promise<void> {
  for (const row of rows) await noteTrouble(tx, row, { trouble: 'UNREACHABLE', reason: row.reason, messageId: message.id });
}

/** The table of architecture 4.5, row by row. */
function afterFailure(tx: Tx, call: Call, failure: ChannelFailure, since: number): { to: Step; next: Next } {
  const { kind, message: reason, detail } = failure;
  const words: Pick<Step, 'reason' | 'error'> = { reason, error: kind };
  switch (kind) {
    case 'transient': {
      const delay = backOff(tx, call.rows, since, detail.retryAfterMs);
      if (delay === null) return { to: { status: 'FAILED', ...words }, next: {} };
      return { to: { status: 'DEFERRED', ...words, nextAttemptAt: tx.now + delay }, next: { retryAfterMs: delay } };
    }
    case 'rate_limited': {
      const delay = backOff(tx, call.rows, since, detail.retryAfterMs ?? MINUTE);
      if (delay === null) return { to: { status: 'FAILED', ...words }, next: {} };
      const at = tx.now + delay;
      return {
        to: { status: 'QUEUED', ...words, nextAttemptAt: at, uncount: true },
        next: { retryAfterMs: delay, holdUntil: at },
      };
    }
    case 'auth':
      return { to: { status: 'QUEUED', ...words, uncount: true }, next: { retryAfterMs: MINUTE } };
    case 'rejected':
    case 'unreachable':
    case 'window_closed':
      return { to: { status: 'FAILED', ...words }, next: {} };
    case 'uncertain':
      return { to: { status: 'SENDING', ...words, nextAttemptAt: tx.now + LOOK_AFTER }, next: { retryAfterMs: LOOK_AFTER } };
    default:
      return assertNever(kind);
  }
}

/** How often the plugin is asked again to look when it could not: it did not run, or the far side was not there. */
const LOOKS = 4;
/** The same where it is said when to come back, which is soon: some ten minutes. */
const SHORT_LOOKS = 60;

/** The plugin has looked and did not find it: a person decides. Only where it could not look, it is asked again. */
function afterLook(tx: Tx, call: Call, failure: ChannelFailure): { to: Step; next: Next } {
  const { kind, message: reason, detail } = failure;
  if (kind === 'auth' || kind === 'rate_limited') {
    const delay = detail.retryAfterMs ?? MINUTE;
    const to: Step = { status: 'SENDING', nextAttemptAt: tx.now + delay };
    return { to, next: { retryAfterMs: delay, ...(kind === 'rate_limited' ? { holdUntil: tx.now + delay } : {}) } };
  }
  const looks = Math.max(...call.rows.map((row) => Number(/^looked (\d+)$/.exec(row.error ?? '')?.[1] ?? 0)));
  if (kind === 'transient' && looks < (detail.retryAfterMs === undefined ? LOOKS : SHORT_LOOKS)) {
    const delay = detail.retryAfterMs ?? jitter((BACK_OFF[looks] ?? 60) * MINUTE);
    const to: Step = { status: 'SENDING', error: `looked ${looks + 1}`, nextAttemptAt: tx.now + delay };
    return { to, next: { retryAfterMs: delay } };
  }
  const first = call.rows.find((row) => row.reason)?.reason;
  const said = first && first !== reason ? `${first} ${reason}` : reason;
  return { to: { status: 'UNCERTAIN', reason: said, error: 'uncertain' }, next: {} };
}
