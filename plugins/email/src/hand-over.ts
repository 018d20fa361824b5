import { ChannelError, type ChannelContext } from '@balie/plugin-sdk';
import type { SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection';
import { idsAnswered, queueIdOf } from './answered.js';
import { classify, verdictOf } from './classify.js';
import type { Composed } from './compose.js';
import { type Pace, paceOf } from './pace.js';
import { limitsOf, serversOf, type SmtpServer } from './settings-sending.js';
import type { Settings } from './settings.js';
import { openSmtp, SmtpError, type SmtpSession, type SmtpTimeouts } from './smtp.js';

/** A recipient whom the server did not take, with its words; `later` when it may yet. */
export interface Refusal {
  address: string;
  reason: string;
  later: boolean;
}
/** How it went. No ids: nobody was taken, and not for one and the same reason. */
export interface Handed {
  /** All ids that an answer may cite: ours, and the one by which some servers replace it (R-THR-2). */
  ids: string[];
  refused: Refusal[];
  host: string;
  /** The server that took it; null of none. */
  via: string | null;
  acceptedAs: string | null;
}
/** Writes down, durably, that the body is about to leave, or that a new server is asked after one that surely took nothing. */
export type Mark = (phase: 'started' | 'body') => Promise<void>;

/**
 * Hands a mail to the first server that takes it, within the limits of the mailbox. The next is asked only when the one before it can't
 * be reached, does not let us in, or puts the mail off, and surely has not taken it (R-SND-4, R-SND-5).
 */
export async function handOver(
  composed: Composed,
  context: ChannelContext<Settings>,
  timeouts: SmtpTimeouts,
  mark: Mark,
): Promise<Handed> {
  const { settings, signal } = context;
  const pace = paceOf(context.instance.id);
  const place = await pace.take(context, limitsOf(settings), composed.recipients.length);
  try {
    const close = await pace.connection(signal);
    try {
      return await tryServers(composed, { context, timeouts, pace }, async (phase) => {
        if (phase === 'body') await place.use();
        await mark(phase);
      });
    } finally {
      close();
    }
  } finally {
    place.leave();
  }
}

interface Means {
  context: ChannelContext<Settings>;
  timeouts: SmtpTimeouts;
  pace: Pace;
}

async function tryServers(composed: Composed, means: Means, mark: Mark): Promise<Handed> {
  const { context, pace } = means;
  const failures: ChannelError[] = [];
  let begun = false;
  const servers = serversOf(context.settings);
  for (const server of servers) {
    const rest = pace.resting(server);
    if (rest) {
      failures.push(rest);
      continue;
    }
    // The one before has surely taken nothing, also when it had begun to read.
    if (begun) await mark('started');
    begun = false;
    try {
      const handed = await (composed.automatic ? withNullPath : transact)(server, composed, means, async () => {
        begun = true;
        await mark('body');
      });
      pace.note(server, null, servers.length > 1);
      return handed;
    } catch (error) {
      const failure = error as ChannelError;
      pace.note(server, failure, servers.length > 1);
      failures.push(failure);
      if (!MOVES_ON.has(failure.kind)) throw failure;
    }
  }
  throw verdict(failures);
}

const MOVES_ON: ReadonlySet<ChannelError['kind']> = new Set(['transient', 'rate_limited', 'auth']);

/** What the failure of all servers means: the first one's, unless another says that it is soon worth a try. */
function verdict(failures: ChannelError[]): ChannelError {
  const [first] = failures;
  if (!first) return new ChannelError('rejected', 'There is no server that sends.');
  if (failures.length === 1) return first;
  const words = failures.map(({ message }) => message).join(' Then: ');
  // Only the first server's sign-in is what the mailbox stands for; a spare one that lets nobody in costs nothing but itself.
  const others = failures.filter(({ kind }) => kind !== 'auth');
  const kind = first.kind === 'auth' ? 'auth' : (others.find((one) => one.kind === 'transient') ?? first).kind;
  const waits = others.flatMap(({ detail }) => detail.retryAfterMs ?? []);
  return new ChannelError(kind, words, {
    ...first.detail,
    ...(kind === 'rate_limited' && waits.length > 0 ? { retryAfterMs: Math.min(...waits) } : {}),
  });
}

/** Nobody may answer it, not even a mail server (R-LOOP-4, RFC 5321 4.5.5); one that refuses such mail gets our address instead. */
const withNullPath: typeof transact = async (server, composed, means, beforeBody) => {
  let begun = false;
  const marked = (): Promise<void> => {
    begun = true;
    return beforeBody();
  };
  try {
    return await transact(server, { ...composed, from: '' }, means, marked);
  } catch (error) {
    const refused = error instanceof ChannelError && (error.kind === 'rejected' || error.kind === 'unreachable');
    if (begun || !refused) throw error;
    return transact(server, composed, means, beforeBody);
  }
};

async function transact(
  server: SmtpServer,
  composed: Composed,
  { context, timeouts }: Means,
  beforeBody: () => Promise<void>,
): Promise<Handed> {
  let session: SmtpSession | undefined;
  try {
    session = await openSmtp(context, server, timeouts);
    const addresses = composed.recipients.map(({ address }) => address);
    if (!session.takesUtf8) refuseUtf8([composed.from, ...addresses], server.host);
    const info = await session.send({ from: composed.from, to: addresses }, composed.raw, beforeBody, context.signal);
    return handedTo(server, info, composed);
  } catch (error) {
    const each = eachRefused(error, server);
    if (each) return { ids: [], refused: each, host: server.host, via: null, acceptedAs: null };
    throw classify(error, server.host, server.port);
  } finally {
    session?.close();
  }
}

/** R-CHR-5: said before anything is tried, since the server would only say that it does not understand. */
function refuseUtf8(addresses: string[], host: string): void {
  const strange = addresses.find((address) => /[^\x20-\x7e]/.test(address));
  if (strange !== undefined)
    throw new ChannelError(
      'rejected',
      `${host} can't send to or from ${strange}: it knows no letters beyond A to Z before the @ (SMTPUTF8). Use another address of this person, or a mail server that does.`,
    );
}

/** Nobody was taken, some for good and some for now: each has his own state. Null when all are in the same case. */
function eachRefused(error: unknown, server: SmtpServer): Refusal[] | null {
  const cause = error instanceof SmtpError ? (error.cause as Pick<SMTPConnectionSendInfo, 'rejectedErrors'>) : null;
  const refused = refusals(cause?.rejectedErrors, server);
  return refused.some(({ later }) => later) && refused.some(({ later }) => !later) ? refused : null;
}

function refusals(errors: SMTPConnectionSendInfo['rejectedErrors'], { host }: SmtpServer): Refusal[] {
  return (errors ?? []).flatMap((error): Refusal[] => {
    const { recipient } = error as { recipient?: string };
    if (recipient === undefined) return [];
    const verdict = verdictOf(error, host);
    return [{ address: recipient, reason: verdict.message, later: MOVES_ON.has(verdict.kind) }];
  });
}

function handedTo(server: SmtpServer, info: SMTPConnectionSendInfo, composed: Composed): Handed {
  const addresses = new Set(composed.recipients.map(({ address }) => `<${address}>`));
  const others = [...(info.serverMessageId ? [info.serverMessageId] : []), ...idsAnswered(info.response, server.host)];
  return {
    ids: [...new Set([composed.messageId, ...others.filter((id) => !addresses.has(id))])],
    refused: refusals(info.rejectedErrors, server),
    host: server.host,
    via: `${server.host}:${server.port}`,
    acceptedAs: queueIdOf(info.response),
  };
}
