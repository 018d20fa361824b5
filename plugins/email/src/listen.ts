import { ChannelError, type ChannelContext } from '@balie/plugin-sdk';
import type { ImapFlow } from 'imapflow';
import { connectImap, hangUp, isThrownAway } from './imap.js';
import { Intake, type Cursor } from './intake.js';
import { foldersOf, type Settings } from './settings.js';
import { inWords, isAuthFailure, serverWords } from './words.js';

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

/** What `health` tells, per configured channel of this process. */
const states = new Map<string, { status: 'ok' | 'degraded' | 'down'; message?: string }>();
export const healthOf = (id: string): { status: 'ok' | 'degraded' | 'down'; message?: string } =>
  states.get(id) ?? { status: 'degraded', message: 'Not connected yet.' };

/** Reads the mailbox until `signal` aborts. A wrong password ends it with `auth`; anything else is tried again, more and more slowly. */
export async function listen(context: ChannelContext<Settings>, times: ListenTimes = TIMES): Promise<void> {
  const stored = await context.cursor<Cursor>();
  const intake = new Intake(context, { folders: { ...stored?.folders } });
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  try {
    await Promise.all(
      foldersOf(context.settings).map(async (folder) => {
        try {
          await watch({ context, intake, folder, signal, times });
        } finally {
          // When one folder ends for good, so do the others: they share the password.
          stop.abort();
        }
      }),
    );
  } finally {
    states.delete(context.instance.id);
  }
}

interface Watch {
  context: ChannelContext<Settings>;
  intake: Intake;
  folder: string;
  signal: AbortSignal;
  times: ListenTimes;
}

/** One folder: connect, catch up, wait for more, and all over again when the line breaks. */
async function watch(w: Watch): Promise<void> {
  const { context, signal, times } = w;
  const { id } = context.instance;
  let failures = 0;
  while (!signal.aborted) {
    try {
      await session(w, async () => {
        states.set(id, { status: 'ok' });
        if (failures >= ISSUE_AFTER) await context.issue.clear(ISSUE);
        failures = 0;
      });
    } catch (error) {
      if (signal.aborted) return;
      const { settings } = context;
      const message = inWords(error, settings.imapHost, settings.imapPort);
      if (isAuthFailure(error) && !isTemporary(error)) {
        states.set(id, { status: 'down', message });
        throw new ChannelError('auth', message);
      }
      failures++;
      states.set(id, { status: 'degraded', message });
      context.log.warn('The connection to the mailbox was lost; it is tried again.', {
        folder: w.folder,
        reason: message,
        failures,
      });
      if (failures === ISSUE_AFTER)
        await context.issue.raise(ISSUE, { severity: 'warning', title: `New mail can't be read: ${message}`.slice(0, 480) });
      await pause(jitter(times.backoffMs[Math.min(failures, times.backoffMs.length) - 1] ?? 60_000), signal);
    }
  }
}

/** The server refuses us for now, not the password. */
const isTemporary = (error: unknown): boolean =>
  /^(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|CONTACTADMIN)$/i.test(
    String((error as { serverResponseCode?: unknown }).serverResponseCode ?? ''),
  ) || /temporar|try again|too many|unavailable/i.test(serverWords(error));

async function session({ context, intake, folder, signal, times }: Watch, connected: () => Promise<void>): Promise<void> {
  const client = await connectImap(context.settings, signal);
  const onAbort = () => client.close();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    await refuseThrownAway(client, folder);
    // Read-only: nothing that we do can mark a mail as seen.
    await client.mailboxOpen(folder, { readOnly: true });
    const bell = new Bell(client);
    await connected();
    while (!signal.aborted) {
      bell.reset();
      // What we heard of may lag behind until the server is spoken to (R-DUP-6), and a dead line shows here.
      await withDeadline(client.noop(), times.answerMs, client);
      await intake.catchUp(client, folder);
      if (!bell.rung) await bell.wait(client, times.pollMs, signal);
      if (!client.usable && !signal.aborted) throw new Error(client.byeReason ?? 'The connection was closed.');
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    await hangUp(client);
  }
}

async function refuseThrownAway(client: ImapFlow, folder: string): Promise<void> {
  if (folder === 'INBOX') return;
  const found = (await client.list()).find((f) => f.path === folder);
  if (found && isThrownAway(found)) throw new Error(`The folder ${folder} holds junk or deleted mail, which is not imported.`);
}

/** Rings when the server says that something came, or that the line is gone. */
class Bell {
  rung = false;
  #wake: () => void = () => undefined;

  constructor(client: ImapFlow) {
    const ring = () => {
      this.rung = true;
      this.#wake();
    };
    client.on('exists', ring);
    client.on('close', ring);
  }

  reset(): void {
    this.rung = false;
  }

  /** IDLE is entered at once: the library itself would do it only after 15 s of silence. The next command ends it. */
  async wait(client: ImapFlow, ms: number, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#wake = done;
      signal.addEventListener('abort', done, { once: true });
      if (this.rung || signal.aborted) done();
      // A server that ends or refuses IDLE is polled.
      client.idle().catch(() => undefined);
    });
    this.#wake = () => undefined;
  }
}

async function withDeadline<T>(work: Promise<T>, ms: number, client: ImapFlow): Promise<T> {
  const timer = setTimeout(() => client.close(), ms);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}

/** ± 20 %, so that many mailboxes do not come back to one server in the same moment. */
function jitter(ms: number): number {
  const [byte] = crypto.getRandomValues(new Uint8Array(1));
  return ms * (0.8 + (0.4 * (byte ?? 128)) / 255);
}
