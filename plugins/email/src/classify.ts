import { ChannelError } from '@balie/plugin-sdk';
import { isGone } from './gone.js';
import { PrivateAddressError } from './net.js';
import { SmtpError } from './smtp.js';
import { inWords, isAuthFailure, serverWords } from './words.js';

interface SmtpReply {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
  response?: unknown;
  rejectedErrors?: SmtpReply[];
}

const RATE_WORDS = /\brate\b|too many|throttl|slow down|sending limit|limit exceeded|quota.{0,20}(hour|day)|concurren/i;
const SIZE_WORDS = /\b5\.3\.4\b|message (size|too)|too (big|large)|size (limit|exceed)/i;

/** What an SMTP failure means for the queue (R-SND-4, R-SND-5), with the server's own words. */
export function classify(failure: unknown, host: string, port: number): ChannelError {
  if (failure instanceof ChannelError) return failure;
  const cause = failure instanceof SmtpError ? failure.cause : failure;
  if (cause instanceof ChannelError) return cause;
  if (failure instanceof SmtpError && failure.afterDot) {
    return new ChannelError('uncertain', `${host} was given the whole message and then did not answer: it may have gone out.`);
  }
  const reply = (cause ?? {}) as SmtpReply;
  if (cause instanceof PrivateAddressError) return new ChannelError('transient', cause.message, { code: cause.code });
  if (isAuthFailure(cause)) return new ChannelError('auth', inWords(cause, host, port), codeDetail(reply));
  // Said before there was a message at all: about the connection, not about this mail.
  if (reply.code === 'ETLS' || /^(CONN|EHLO|HELO|LHLO|STARTTLS)$/.test(String(reply.command ?? ''))) {
    const kind = RATE_WORDS.test(serverWords(cause)) ? 'rate_limited' : 'transient';
    return new ChannelError(kind, inWords(cause, host, port), codeDetail(reply));
  }
  const all = reply.rejectedErrors?.length ? reply.rejectedErrors : [reply];
  const answered = all.filter((one) => typeof one.responseCode === 'number');
  if (answered.length) {
    const kinds = answered.map((one) => byReply(one, host));
    // While one recipient may still be accepted later, the message is tried again; that an address is gone must be true of all.
    const worst = (['rate_limited', 'transient', 'auth', 'rejected'] as const).find((kind) => kinds.some((e) => e.kind === kind));
    return kinds.find((e) => e.kind === worst) ?? (kinds[0] as ChannelError);
  }
  if (reply.code === 'EMESSAGE' || reply.code === 'EENVELOPE') {
    const message = cause instanceof Error ? cause.message : String(cause);
    return new ChannelError(
      'rejected',
      SIZE_WORDS.test(message) ? `The message is too big for ${host}: ${message}` : message,
      codeDetail(reply),
    );
  }
  return new ChannelError('transient', inWords(cause, host, port), codeDetail(reply));
}

const codeDetail = (reply: SmtpReply): { code?: string } =>
  typeof reply.responseCode === 'number'
    ? { code: String(reply.responseCode) }
    : typeof reply.code === 'string'
      ? { code: reply.code }
      : {};

/** What a server's answer to one recipient means, for him alone. */
export const verdictOf = (error: unknown, host: string): ChannelError => byReply(error as SmtpReply, host);

function byReply(reply: SmtpReply, host: string): ChannelError {
  const code = reply.responseCode as number;
  const said = serverWords(reply) || String(code);
  const detail = { code: String(code) };
  if (code === 530 || code === 534 || code === 535) return new ChannelError('auth', `${host}: ${said}`, detail);
  if (code === 432 || (code < 500 && RATE_WORDS.test(said)))
    return new ChannelError('rate_limited', `${host}: ${said}`, { ...detail, retryAfterMs: 60_000 });
  // Google's and others' daily limits come as 5xx, but the mail may go tomorrow.
  if (/\b5\.4\.5\b/.test(said) || (code >= 500 && /(daily|hourly).{0,30}limit/i.test(said))) {
    return new ChannelError('rate_limited', `${host}: ${said}`, { ...detail, retryAfterMs: 3600_000 });
  }
  if (code < 500) return new ChannelError('transient', `${host}: ${said}`, detail);
  if ((code === 552 && !/\b5\.2\.2\b/.test(said)) || SIZE_WORDS.test(said))
    return new ChannelError('rejected', `The message is too big for ${host}: ${said}`, detail);
  const gone = reply.command === 'RCPT TO' && isGone(said);
  return new ChannelError(gone ? 'unreachable' : 'rejected', `${host}: ${said}`, detail);
}
