import { createHash } from 'node:crypto';
import {
  ChannelError,
  type ChannelContext,
  type ExternalId,
  type Json,
  type OutboundMessage,
  type SendResult,
} from '@balie/plugin-sdk';
import { compose, type Composed } from './compose.js';
import { isGone } from './gone.js';
import { handOver, type Handed, type Refusal } from './hand-over.js';
import { copyToSent, findInSent } from './sent.js';
import { keepsSentCopy } from './settings-sending.js';
import type { Settings } from './settings.js';
import { SMTP_TIMEOUTS, type SmtpTimeouts } from './smtp.js';

const NOTE_TTL_MS = 14 * 24 * 3600_000;

/** What we wrote down about a message before and after it was handed over, so that a crash leaves as little doubt as can be. */
type Note = { phase: 'started' | 'body' } | ({ phase: 'accepted' } & Accepted);
type Accepted = Pick<Handed, 'ids' | 'refused' | 'via' | 'acceptedAs'>;

/** One message, one SMTP transaction that may have been accepted. Nothing is tried twice in here: retries are the core's (R-SND-4, R-SND-5). */
export async function send(
  message: OutboundMessage,
  context: ChannelContext<Settings>,
  timeouts: SmtpTimeouts = SMTP_TIMEOUTS,
): Promise<SendResult> {
  const { settings } = context;
  const key = `send:${createHash('sha256').update(message.sendKey).digest('hex').slice(0, 40)}`;
  const composed = await compose(message, context);
  const known = await context.state.get<Note & Json>(key);
  if (message.uncertain) {
    const settled = await settle(known?.value ?? null, composed, context);
    if (settled) return settled;
  }
  // Compare-and-set: an older attempt that still runs somewhere finds its note replaced and does not begin the body.
  let version = await note(context, key, { phase: 'started' }, known?.version);
  const handed = await handOver(composed, context, timeouts, async (phase) => {
    version = await note(context, key, { phase }, version);
  });
  const { ids, refused, via, acceptedAs } = handed;
  await note(context, key, { phase: 'accepted', ids, refused, via, acceptedAs }).catch((error: unknown) => {
    // It has gone out; the core's own record is the one that counts.
    context.log.warn('The acceptance of a message could not be noted.', { reason: String(error) });
  });
  // After the answer, since the copy must not delay the news that the mail is out.
  if (ids.length > 0 && keepsSentCopy(settings, handed.host)) void copyToSent(context, composed.raw);
  return resultOf(handed, composed);
}

/** Nothing is handed over unless this is durable: without the note, a crash would leave us guessing. */
async function note(context: ChannelContext<Settings>, key: string, value: Note, ifVersion?: number): Promise<number> {
  try {
    const o = { ttlMs: NOTE_TTL_MS, ...(ifVersion === undefined ? {} : { ifVersion }) };
    return (await context.state.set(key, value as unknown as Json, o)).version;
  } catch (error) {
    throw new ChannelError(
      'transient',
      `The attempt could not be noted, or a newer one has overtaken it: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** After an attempt whose end nobody knows: our own note first, then the Sent folder. Null when it surely never left. */
async function settle(note: Note | null, composed: Composed, context: ChannelContext<Settings>): Promise<SendResult | null> {
  if (note?.phase === 'accepted') return resultOf(note, composed);
  // No note, or one that says the body was never begun: nothing can have gone out.
  if (note?.phase !== 'body') return null;
  const found = await findInSent(context, composed).catch(() => null);
  if (found)
    return { ids: [...new Set([composed.messageId, ...found, ...composed.alsoKnownBy])] as ExternalId[], status: 'accepted' };
  throw new ChannelError(
    'uncertain',
    'The mail server was given this message and did not confirm it, and the Sent folder does not show it. It may have gone out.',
  );
}

function resultOf({ ids, refused, via, acceptedAs }: Accepted, composed: Composed): SendResult {
  const known = refused.flatMap(({ address, reason, later }: Refusal) =>
    composed.recipients
      .filter((recipient) => recipient.address === address)
      .map(({ identity }) => ({ to: identity, reason, ...(later ? { later } : isGone(reason) ? { unreachable: true } : {}) })),
  );
  return {
    ids: (ids.length > 0 ? [...ids, ...composed.alsoKnownBy] : ids) as ExternalId[],
    status: 'accepted',
    ...(known.length > 0 ? { refused: known } : {}),
    ...(via ? { via } : {}),
    ...(acceptedAs ? { acceptedAs } : {}),
  };
}
