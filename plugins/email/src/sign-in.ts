import { ChannelError, type ChannelContext } from '@balie/plugin-sdk';
import { connectImap, hangUp } from './imap.js';
import { freshTokens, type Tokens } from './oauth/tokens.js';
import type { Mailbox, Settings } from './settings.js';
import { inWords, isAuthFailure, isTemporary, serverWords } from './words.js';

type Context = Pick<ChannelContext<Settings>, 'settings' | 'state' | 'signal' | 'log'>;

/** Without news from the provider for so long, it is asked whether the grant still holds: less than the five minutes of D12. */
const PROOF_MS = 3.5 * 60_000;
/** How often somebody who listens should look whether a proof is due. */
export const LOOK_EVERY_MS = 20_000;
const ISSUE = 'sign-in';

const usesOAuth = (s: Settings): boolean => s.signIn !== 'password';

async function mailboxOf(context: Context, isStale: (tokens: Tokens, now: number) => boolean): Promise<Mailbox> {
  const { settings } = context;
  if (!usesOAuth(settings)) return settings;
  const { access, renewAt } = await freshTokens(context, isStale);
  return { ...settings, accessToken: access, renewAt };
}

/** Signs in. A token that the server refuses is renewed once: it may have been taken back before its time. */
export async function withSignIn<T>(context: Context, host: string, connect: (mailbox: Mailbox) => Promise<T>): Promise<T> {
  const mailbox = await mailboxOf(context, ({ renewAt }, now) => now >= renewAt);
  try {
    return await connect(mailbox);
  } catch (error) {
    if (!mailbox.accessToken || !isAuthFailure(error) || isTemporary(error)) throw error;
  }
  const refused = mailbox.accessToken;
  const again = await mailboxOf(context, ({ access }) => access === refused);
  if (again.accessToken === refused) throw new ChannelError('transient', `${host} refuses the token, and there is no other yet.`);
  try {
    return await connect(again);
  } catch (error) {
    if (!isAuthFailure(error) || isTemporary(error)) throw error;
    throw new ChannelError('auth', notLetIn(again, host, serverWords(error)));
  }
}

function notLetIn({ user }: Mailbox, host: string, said: string): string {
  const words = `${host} does not let the account that signed in into the mailbox ${user}${said ? `: “${said}”` : '.'}`;
  return `${words} Sign in with the account of this mailbox, and see that IMAP and SMTP are switched on for it.`;
}

/** Whether we would still be let in. A password is tried at the server, and a refusal counts when it comes twice. */
export class SignInProof {
  /** By a clock that nobody sets. */
  #provenAt = performance.now();
  #refused = 0;

  constructor(private readonly context: Context) {}

  /** Asks when the last proof is too old. Throws ChannelError `auth` when we are no longer let in. */
  async look(): Promise<void> {
    const { settings, signal } = this.context;
    if (usesOAuth(settings)) {
      await freshTokens(this.context, ({ provenAt, renewAt }, now) => now >= renewAt || now - provenAt >= PROOF_MS);
      return;
    }
    if (this.#refused === 0 && performance.now() - this.#provenAt < PROOF_MS) return;
    try {
      await hangUp(await connectImap(settings, signal));
      [this.#provenAt, this.#refused] = [performance.now(), 0];
    } catch (error) {
      if (!isAuthFailure(error) || isTemporary(error)) throw error;
      this.#refused += 1;
      if (this.#refused > 1) throw new ChannelError('auth', inWords(error, settings.imapHost, settings.imapPort));
    }
  }
}

/** Tells people, once, when a piece of work finds that we are no longer let in. */
export async function noticingLoss<T>(context: Pick<ChannelContext<Settings>, 'issue'>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ChannelError && error.kind === 'auth')
      await context.issue
        .raise(ISSUE, { severity: 'error', title: `Balie is not let into the mailbox: ${error.message}`.slice(0, 480) })
        .catch(() => undefined);
    throw error;
  }
}

/** We are let in again. */
export const clearLoss = (context: Pick<ChannelContext<Settings>, 'issue'>): Promise<void> => context.issue.clear(ISSUE);
