import { createHash } from 'node:crypto';
import {
  ChannelError,
  type ChannelContext,
  type ExternalId,
  type Json,
  type OutboundMessage,
  type SendResult,
} from '@balie/plugin-sdk';
import type { SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection';
import { classify } from './classify.js';
import { compose, type Composed } from './compose.js';
import { copyToSent, isInSent } from './sent.js';
import { keepsSentCopy, type Settings } from './settings.js';
import { SMTP_TIMEOUTS, SmtpSession, type SmtpTimeouts } from './smtp.js';

const NOTE_TTL_MS = 14 * 24 * 3600_000;

/** What we wrote down about a message before and after it was handed over, so that a crash leaves as little doubt as can be. */
type Note = { phase: 'started' | 'body' } | { phase: 'accepted'; ids: string[]; refused: { address: string; reason: string }[] };

/** One message, one SMTP transaction. Nothing is tried twice in here: retries are the core's (R-SND-4, R-SND-5). */
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
  const started = await note(context, key, { phase: 'started' }, known?.version);
  const info = await transact(composed, context, timeouts, async () => {
    await note(context, key, { phase: 'body' }, started);
  });
  const result = resultOf(info, composed);
  const refused = (result.refused ?? []).map(({ to, reason }) => ({ address: to.value, reason }));
  await note(context, key, { phase: 'accepted', ids: result.ids, refused }).catch((error: unknown) => {
    // It has gone out; the core's own record is the one that counts.
    context.log.warn('The acceptance of a message could not be noted.', { reason: String(error) });
  });
  // After the answer, since the copy must not delay the news that the mail is out.
  if (keepsSentCopy(settings)) void copyToSent(context, composed.raw);
  return result;
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
  if (note?.phase === 'accepted') {
    const refused = note.refused.flatMap(({ address, reason }) =>
      composed.recipients.filter((r) => r.identity.value === address).map((r) => ({ to: r.identity, reason })),
    );
    return { ids: note.ids as ExternalId[], status: 'accepted', ...(refused.length ? { refused } : {}) };
  }
  // No note, or one that says the body was never begun: nothing can have gone out.
  if (note?.phase !== 'body') return null;
  const found = await isInSent(context, composed.messageId).catch(() => null);
  if (found) return { ids: [composed.messageId], status: 'accepted' };
  throw new ChannelError(
    'uncertain',
    'The mail server was given this message and did not confirm it, and the Sent folder does not show it. It may have gone out.',
  );
}

async function transact(
  composed: Composed,
  context: ChannelContext<Settings>,
  timeouts: SmtpTimeouts,
  beforeBody: () => Promise<void>,
): Promise<SMTPConnectionSendInfo> {
  const { smtpHost, smtpPort } = context.settings;
  let session: SmtpSession | undefined;
  try {
    session = await SmtpSession.open(context.settings, context.signal, timeouts);
    return await session.send({ from: composed.from, to: composed.recipients.map((r) => r.address) }, composed.raw, beforeBody);
  } catch (error) {
    throw classify(error, smtpHost, smtpPort);
  } finally {
    session?.close();
  }
}

/** All ids that an answer may cite: ours, and the one by which some servers replace it (R-THR-2). */
function resultOf(info: SMTPConnectionSendInfo, composed: Composed): SendResult {
  const others = [info.serverMessageId, ...(info.response.match(/<[^<>\s@]+@[^<>\s]+>/g) ?? [])];
  const addresses = new Set(composed.recipients.map((r) => `<${r.address}>`));
  const ids = [composed.messageId, ...others].filter((id): id is ExternalId => typeof id === 'string' && !addresses.has(id));
  const refused = (info.rejectedErrors ?? []).flatMap((error) => {
    const recipient = (error as { recipient?: string }).recipient;
    const found = composed.recipients.find((r) => r.address === recipient);
    return found ? [{ to: found.identity, reason: error.response ?? error.message }] : [];
  });
  return { ids: [...new Set(ids)], status: 'accepted', ...(refused.length ? { refused } : {}) };
}
