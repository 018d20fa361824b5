import { createHash } from 'node:crypto';
import { ChannelError, type ChannelContext, type Json } from '@balie/plugin-sdk';
import type { SendingLimits, SmtpServer } from './settings-sending.js';
import type { Settings } from './settings.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Exchange Online takes three at a time (R-SND-7); more would only be refused there and elsewhere. */
const MAX_CONNECTIONS = 3;
/** How long a mail waits for one of them before it goes back to the queue; far less than the core's patience with a call. */
const CONNECTION_WAIT_MS = 20_000;
/** A server that asks us to wait is left alone for longer each time. */
const BACK_OFF_MS = [1, 2, 4, 8, 15].map((minutes) => minutes * MINUTE_MS);
/** How long trouble with a server is shown when nobody has tried it since. */
const SHOWN_MS = 15 * MINUTE_MS;
const DAY_KEY = 'sent:day';
const HOURS = 24;

/** Recipients by the hour since 1970, so that the count of a day outlives this process. */
type Day = Record<string, number>;

interface Trouble {
  words: string;
  at: number;
  /** Not to be asked before; 0 when it may be asked at any time. */
  until: number;
  /** How often it has asked us to wait in a row. */
  times: number;
}

/** A place in the limits, held until the mail was handed over or was not. */
export interface Place {
  /** The mail is about to leave: it counts from now on. */
  use(): Promise<void>;
  /** Gives back what was not used. */
  leave(): void;
}

const clockTime = (ms: number): string => `${new Date(ms).toISOString().slice(11, 16)} UTC`;

/** How fast one mailbox may send, and which of its servers want to be left alone (R-SND-7). */
export class Pace {
  #sent: number[] = [];
  #held = { messages: 0, recipients: 0 };
  #open = 0;
  #queue: (() => void)[] = [];
  #waiting: { words: string; until: number } | null = null;
  readonly #trouble = new Map<string, Trouble>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Throws `rate_limited`, with the time to wait, when there is no room now; `rejected` when there never will be. */
  async take(context: ChannelContext<Settings>, limits: SendingLimits, recipients: number): Promise<Place> {
    this.#checkMinute(limits.perMinute);
    this.#held.messages += 1;
    this.#held.recipients += recipients;
    let held = true;
    const leave = (): void => {
      if (!held) return;
      held = false;
      this.#held.messages -= 1;
      this.#held.recipients -= recipients;
    };
    try {
      if (limits.perDay > 0) await this.#checkDay(context, limits.perDay, recipients);
    } catch (error) {
      leave();
      throw error;
    }
    const use = async (): Promise<void> => {
      if (!held) return;
      if (limits.perDay > 0) await this.#count(context, recipients);
      leave();
      this.#sent.push(this.now());
    };
    return { use, leave };
  }

  #checkMinute(perMinute: number): void {
    if (perMinute === 0) return;
    const now = this.now();
    this.#sent = this.#sent.filter((at) => at > now - MINUTE_MS);
    if (this.#sent.length + this.#held.messages < perMinute) return;
    // Room comes when as many of the last minute are over as there are too many; of those on their way nobody knows when.
    const oldest = this.#sent[Math.max(0, this.#sent.length + this.#held.messages - perMinute)] ?? this.#sent[0];
    const until = oldest === undefined ? now + 1_000 : oldest + MINUTE_MS;
    throw this.#wait(`This mailbox sends ${perMinute} mails a minute at most.`, until);
  }

  async #checkDay(context: ChannelContext<Settings>, perDay: number, recipients: number): Promise<void> {
    if (recipients > perDay)
      throw new ChannelError('rejected', `It has ${recipients} recipients; this mailbox sends to ${perDay} a day at most.`);
    const hour = Math.floor(this.now() / HOUR_MS);
    const day = recent((await context.state.get<Day>(DAY_KEY))?.value ?? {}, hour);
    // This mail is among those held already.
    let over = Object.values(day).reduce((sum, count) => sum + count, 0) + this.#held.recipients - perDay;
    if (over <= 0) return;
    for (const [slot, count] of Object.entries(day).sort(([a], [b]) => Number(a) - Number(b))) {
      over -= count;
      if (over <= 0)
        throw this.#wait(`This mailbox sends to ${perDay} recipients a day at most.`, (Number(slot) + HOURS + 1) * HOUR_MS);
    }
    throw this.#wait(`This mailbox sends to ${perDay} recipients a day at most.`, this.now() + MINUTE_MS);
  }

  /** Compare-and-set, since other processes send for the same mailbox. */
  async #count(context: ChannelContext<Settings>, recipients: number): Promise<void> {
    for (let tries = 0; ; tries++) {
      const known = await context.state.get<Day>(DAY_KEY);
      const hour = Math.floor(this.now() / HOUR_MS);
      const day = recent(known?.value ?? {}, hour);
      day[hour] = (day[hour] ?? 0) + recipients;
      const options = { ttlMs: (HOURS + 2) * HOUR_MS, ...(known ? { ifVersion: known.version } : {}) };
      try {
        await context.state.set(DAY_KEY, day as Json, options);
        return;
      } catch (error) {
        if (tries === 5) throw error;
      }
    }
  }

  #wait(words: string, until: number): ChannelError {
    this.#waiting = { words, until };
    return new ChannelError('rate_limited', `${words} It goes on at ${clockTime(until)}.`, {
      retryAfterMs: Math.max(1_000, until - this.now()),
    });
  }

  /** One of the few connections that a mailbox may have; call what it answers when done. */
  async connection(signal: AbortSignal): Promise<() => void> {
    if (this.#open >= MAX_CONNECTIONS) await this.#turn(signal);
    else this.#open += 1;
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      const next = this.#queue.shift();
      if (next) next();
      else this.#open -= 1;
    };
  }

  /** Whoever leaves hands his connection to the next in line. */
  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const over = (): void => {
        this.#queue = this.#queue.filter((one) => one !== mine);
        end();
        reject(new ChannelError('transient', 'Other mails of this mailbox are still being sent.', { retryAfterMs: 5_000 }));
      };
      const timer = setTimeout(over, CONNECTION_WAIT_MS);
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', over);
      };
      const mine = (): void => {
        end();
        resolve();
      };
      signal.addEventListener('abort', over, { once: true });
      this.#queue.push(mine);
    });
  }

  /** As what it counts that a server is to be left alone; null when it may be asked. */
  resting(server: SmtpServer): ChannelError | null {
    const trouble = this.#trouble.get(keyOf(server));
    if (!trouble || trouble.until <= this.now()) return null;
    const words = `${server.host} is left alone until ${clockTime(trouble.until)}: ${trouble.words}`;
    return new ChannelError('rate_limited', words, { retryAfterMs: Math.max(1_000, trouble.until - this.now()) });
  }

  /** What came of asking a server; null when it took the mail. `others`: there are more that can be asked instead. */
  note(server: SmtpServer, error: ChannelError | null, others: boolean): void {
    const key = keyOf(server);
    if (error === null) {
      this.#trouble.delete(key);
      this.#waiting = null;
      return;
    }
    if (error.kind === 'rejected' || error.kind === 'unreachable') return;
    const now = this.now();
    // RFC 3463 and 5321: 421 closes the service for now, 432 is Exchange's word for a limit that was reached.
    const overloaded = error.kind === 'rate_limited' || error.detail.code === '421' || error.detail.code === '432';
    const before = this.#trouble.get(key);
    const times = overloaded ? (before?.times ?? 0) + 1 : 0;
    // A wrong password is not tried with every mail, or the account is locked; where nothing else sends, the core holds the queue.
    const lockedOut = error.kind === 'auth' && others ? SHOWN_MS : 0;
    const asked = Math.max(error.detail.retryAfterMs ?? 0, BACK_OFF_MS[Math.min(times, BACK_OFF_MS.length) - 1] ?? 0);
    const pauseMs = overloaded ? asked : lockedOut;
    this.#trouble.set(key, { words: error.message, at: now, until: pauseMs > 0 ? now + pauseMs : 0, times });
  }

  /** What keeps mail from leaving as it should, for the state of the channel; null when nothing does. */
  words(): string | null {
    const now = this.now();
    if (this.#waiting && this.#waiting.until > now)
      return `Sending waits until ${clockTime(this.#waiting.until)}: ${this.#waiting.words}`;
    const shown = [...this.#trouble.values()].filter(({ at, until }) => until > now || at > now - SHOWN_MS);
    if (shown.length === 0) return null;
    return shown
      .map(({ words, until }) =>
        until > now ? `Sending waits until ${clockTime(until)}: ${words}` : `Trouble with sending: ${words}`,
      )
      .join(' ');
  }
}

/** With what we sign in, since a new password deserves a new try. */
const keyOf = (server: SmtpServer): string =>
  createHash('sha256')
    .update(JSON.stringify([server.host.toLowerCase(), server.port, server.user, server.password]))
    .digest('hex');

/** The last 24 hours and the part of one before them, so that no 24 hours have more than the limit. */
function recent(day: Day, hour: number): Day {
  return Object.fromEntries(Object.entries(day).filter(([slot]) => Number(slot) >= hour - HOURS));
}

const paces = new Map<string, Pace>();

/** That of a channel, shared by all mails of this process. */
export function paceOf(channelId: string): Pace {
  const known = paces.get(channelId) ?? new Pace();
  paces.set(channelId, known);
  return known;
}
