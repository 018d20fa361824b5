import { createHash } from 'node:crypto';
import { ChannelError, type ChannelContext } from '@balie/plugin-sdk';
import type { ImapFlow } from 'imapflow';
import { FolderMissing, FolderRefused, locate, sourcesOf, type Opened, type Source } from './folders.js';
import { connectImap, hangUp } from './imap.js';
import { clearLoss, LOOK_EVERY_MS, SignInProof, withSignIn } from './sign-in.js';
import { cursorOf, type Cursor } from './cursor.js';
import { Intake } from './intake.js';
import { Rounds } from './rounds.js';
import type { Settings } from './settings.js';
import { beginStates, endStates, setState } from './states.js';
import { Bell, jitter, pause, withDeadline } from './waiting.js';
import { inWords, isAuthFailure, isTemporary } from './words.js';

export interface ListenTimes {
  /** Beside IDLE we look ourselves, since IDLE dies silently on some servers (R-DUP-5). */
  pollMs: number;
  /** A look that takes longer means that the line is dead. */
  answerMs: number;
  backoffMs: number[];
}
const TIMES: ListenTimes = {
  pollMs: 60_000,
  answerMs: 30_000,
  backoffMs: [1_000, 2_000, 5_000, 15_000, 30_000, 60_000, 120_000],
};
const ISSUE = 'imap-connection';
const ISSUE_AFTER = 3;

interface Watch {
  context: ChannelContext<Settings>;
  intake: Intake;
  source: Source;
  rounds: Rounds;
  /** Of the folders that must be up to date before this one is looked at. */
  before: Rounds[];
  signal: AbortSignal;
  times: ListenTimes;
}

/** Reads the mailbox until `signal` aborts. A wrong password ends it with `auth`; anything else is tried again, more and more slowly. */
export async function listen(context: ChannelContext<Settings>, times: ListenTimes = TIMES): Promise<void> {
  const stored = await context.cursor<Cursor>();
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const sources = sourcesOf(context.settings).map((source) => ({ source, rounds: new Rounds() }));
  const keys = sources.map(({ source }) => source.key);
  const intake = new Intake(context, cursorOf(stored, keys, context.instance.since, new Date()));
  const incoming = sources.filter(({ source }) => source.kind === 'incoming').map(({ rounds }) => rounds);
  beginStates(context.instance.id, keys);
  try {
    const proof = prover(context, signal).finally(() => stop.abort());
    await Promise.all([
      proof,
      ...sources.map(async ({ source, rounds }) => {
        // An answer is understood only where the mail that it answers is here.
        const before = source.kind === 'sent' ? incoming : [];
        try {
          await watch({ context, intake, source, rounds, before, signal, times });
        } finally {
          // When one folder ends for good, so do the others: they share the password.
          stop.abort();
        }
      }),
    ]);
  } finally {
    endStates(context.instance.id);
  }
}

/** An open line says nothing of whether we would be let in again, so that is asked beside it. */
async function prover(context: ChannelContext<Settings>, signal: AbortSignal): Promise<void> {
  const proof = new SignInProof(context);
  while (!signal.aborted) {
    await pause(LOOK_EVERY_MS, signal);
    if (signal.aborted) return;
    try {
      await proof.look();
    } catch (error) {
      if (error instanceof ChannelError && error.kind === 'auth') throw error;
      context.log.debug('It could not be seen whether the sign-in still holds.', { reason: String(error) });
    }
  }
}

/** One folder: connect, catch up, wait for more, and all over again when the line breaks or the folder is gone. */
async function watch(w: Watch): Promise<void> {
  const { context, signal, times } = w;
  let failures = 0;
  const connected = async () => {
    await clearFolderIssue(w);
    if (failures >= ISSUE_AFTER) await context.issue.clear(ISSUE);
    failures = 0;
  };
  while (!signal.aborted) {
    try {
      await session(w, connected);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof FolderMissing || error instanceof FolderRefused) {
        await connected();
        await withoutFolder(w, error.message);
        continue;
      }
      failures++;
      await onFailure(w, error, failures);
      await pause(jitter(times.backoffMs[Math.min(failures, times.backoffMs.length) - 1] ?? 60_000), signal);
    }
  }
}

async function onFailure({ context, source }: Watch, error: unknown, failures: number): Promise<void> {
  const { id } = context.instance;
  const { imapHost, imapPort } = context.settings;
  const message = inWords(error, imapHost, imapPort);
  const lost = error instanceof ChannelError ? error.kind === 'auth' : isAuthFailure(error) && !isTemporary(error);
  if (lost) {
    setState(id, source.key, { status: 'down', message });
    throw new ChannelError('auth', message);
  }
  setState(id, source.key, { status: 'degraded', message });
  context.log.warn('The connection to the mailbox was lost; it is tried again.', {
    folder: source.key,
    reason: message,
    failures,
  });
  if (failures === ISSUE_AFTER)
    await context.issue.raise(ISSUE, { severity: 'warning', title: `New mail can't be read: ${message}`.slice(0, 480) });
}

const folderIssue = ({ source }: Watch): string =>
  `imap-folder-${createHash('sha256').update(source.key).digest('hex').slice(0, 16)}`;

const clearFolderIssue = async (w: Watch): Promise<void> => w.context.issue.clear(folderIssue(w));

/** The other folders are read on; this one is looked for again, in case that it comes back. */
async function withoutFolder(w: Watch, message: string): Promise<void> {
  const { context, source, rounds, signal, times } = w;
  setState(context.instance.id, source.key, { status: 'degraded', message });
  context.log.warn('A folder is not read.', { folder: source.key, reason: message });
  await context.issue.raise(folderIssue(w), { severity: 'warning', title: `${message} The other folders are read.` });
  rounds.setIdle(true);
  await pause(jitter(times.pollMs), signal);
  rounds.setIdle(false);
}

async function session(w: Watch, connected: () => Promise<void>): Promise<void> {
  const { context, source, signal } = w;
  let renewAt = Infinity;
  const client = await withSignIn(context, context.settings.imapHost, (mailbox) => {
    renewAt = mailbox.renewAt ?? Infinity;
    return connectImap(mailbox, signal);
  });
  const onAbort = () => client.close();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const found = await locate(client, source);
    if (!found) return await withoutSent(w);
    // Read-only unless the setting asks for a change: nothing else that we do can mark a mail as seen.
    const readOnly = source.kind === 'sent' || context.settings.afterFetch === 'leave';
    await client.mailboxOpen(found.path, { readOnly });
    await connected();
    // We are let in and read, however long a backlog takes; until when nothing can have been missed is said after it.
    setState(context.instance.id, source.key, { status: 'ok' });
    await clearLoss(context);
    await rounds(w, client, { ...found, renewAt });
  } finally {
    w.rounds.onWish(() => undefined);
    signal.removeEventListener('abort', onAbort);
    await hangUp(client);
  }
}

/** Looks, waits, and looks again while the line is up. */
async function rounds(w: Watch, client: ImapFlow, { renewAt, ...found }: Opened & { renewAt: number }): Promise<void> {
  const { context, intake, source, signal, times } = w;
  const bell = new Bell(client);
  w.rounds.onWish(() => bell.ring());
  // By a clock that nobody sets.
  const endsAt = performance.now() + renewAt - Date.now();
  while (!signal.aborted) {
    bell.reset();
    w.rounds.begin();
    const lookedAt = new Date();
    // What we heard of may lag behind until the server is spoken to (R-DUP-6), and a dead line shows here.
    await withDeadline(client.noop(), times.answerMs, client);
    if (w.before.length > 0 && (await intake.hasNews(client, source))) await Promise.all(w.before.map((one) => one.next(signal)));
    await intake.catchUp(client, { source, ...found });
    w.rounds.end();
    const { lastUid } = intake.cursor.folders[source.key] ?? {};
    setState(context.instance.id, source.key, {
      status: 'ok',
      lastSuccessAt: lookedAt,
      ...(lastUid === undefined ? {} : { lastUid }),
    });
    // The server ends the line about when the token does (R-OAU-1): another one is made before, and goes on by the last UID.
    if (performance.now() >= endsAt) return;
    if (!bell.rung) await bell.wait(client, times.pollMs, signal);
    if (!client.usable && !signal.aborted) throw new Error(client.byeReason ?? 'The connection was closed.');
  }
}

/** Some servers have no Sent folder at all, which is no trouble; one may be made. */
async function withoutSent({ context, source, signal, times }: Watch): Promise<void> {
  setState(context.instance.id, source.key, { status: 'ok', lastSuccessAt: new Date() });
  await pause(jitter(times.pollMs), signal);
}
