import { ChannelError, waitLeft, writtenAhead, type ChannelContext, type Json } from '@balie/plugin-sdk';
import type { Settings } from '../settings.js';
import { pause } from '../waiting.js';
import { providerOf } from './providers.js';
import { requestTokens, type Granted } from './token-endpoint.js';

/** As they lie in the store, encrypted; instants in milliseconds since 1970. */
export interface Tokens {
  access: string;
  refresh: string;
  expiresAt: number;
  /** From when a new one is asked for: 5 minutes early (R-OAU-1), and never before half of its time. */
  renewAt: number;
  /** When the provider last showed that the grant holds. */
  provenAt: number;
  /** Until then whoever put this here asks for new ones, and nobody else. */
  renewingUntil?: number;
}

/** The key of the tokens in the store of a channel. */
export const TOKENS = 'oauth-tokens';
const EARLY_MS = 5 * 60_000;
/** More than a request may take, tries to keep its answer included. */
const RENEWING_MS = 45_000;
const LOOK_AGAIN_MS = 250;

export function tokensOf(granted: Granted, now: number, before?: Tokens): Tokens {
  const { accessToken: access, lifetimeMs, refreshToken } = granted;
  const refresh = refreshToken ?? before?.refresh ?? '';
  const renewAt = now + lifetimeMs - Math.min(EARLY_MS, lifetimeMs / 2);
  return { access, refresh, expiresAt: now + lifetimeMs, renewAt, provenAt: now };
}

type Context = Pick<ChannelContext<Settings>, 'settings' | 'state' | 'signal' | 'log'>;

/**
 * Tokens of which `isStale` is false. Whoever finds them stale renews them, one at a time in all processes together: some providers
 * take a refresh token once, and call it theft when it comes twice (RFC 9700, 4.14). Throws ChannelError, `auth` when the grant is lost.
 */
export async function freshTokens(context: Context, isStale: (tokens: Tokens, now: number) => boolean): Promise<Tokens> {
  for (;;) {
    context.signal.throwIfAborted();
    const found = await context.state.get<Tokens & Json>(TOKENS);
    if (!found) throw new ChannelError('auth', 'Nobody has signed in to this mailbox yet.');
    const { value: tokens, version } = found;
    const now = Date.now();
    // Of tokens that came while the clock was ahead, no time is right.
    if (!isStale(tokens, now) && !writtenAhead(tokens.provenAt, now)) return tokens;
    if (waitLeft(tokens.renewingUntil ?? 0, RENEWING_MS, now) > 0) await pause(LOOK_AGAIN_MS, context.signal);
    else {
      const renewed = await renew(context, tokens, version);
      if (renewed) return renewed;
    }
  }
}

/** Null when somebody else was faster. */
async function renew(context: Context, tokens: Tokens, version: number): Promise<Tokens | null> {
  const { settings, signal } = context;
  const provider = providerOf(settings);
  if (!provider) throw new Error('A password needs no tokens.');
  const taken = await put(context, { ...tokens, renewingUntil: Date.now() + RENEWING_MS }, version);
  if (taken === null) return null;
  try {
    const grant = { grant_type: 'refresh_token', refresh_token: tokens.refresh };
    const granted = await requestTokens(settings, provider, grant);
    const renewed = tokensOf(granted, Date.now(), tokens);
    return (await keep(context, renewed, taken)) === null ? null : renewed;
  } catch (error) {
    const { renewingUntil: _over, ...rest } = tokens;
    await put(context, rest, taken).catch(() => undefined);
    // What we have still opens the mailbox for a while: no reason to stand still.
    const usable = error instanceof ChannelError && error.kind === 'transient' && tokens.expiresAt > Date.now() + 30_000;
    if (!usable || signal.aborted) throw error;
    context.log.warn('The tokens of the mailbox could not be renewed; it is tried again.', { reason: error.message });
    return tokens;
  }
}

/** The version that was put, or null when it is no longer the one that we knew. */
async function put(context: Context, tokens: Tokens, ifVersion: number): Promise<number | null> {
  try {
    return (await context.state.set(TOKENS, tokens as unknown as Json, { secret: true, ifVersion })).version;
  } catch (error) {
    const now = await context.state.get(TOKENS);
    if (now && now.version !== ifVersion) return null;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ChannelError('transient', `The tokens could not be kept: ${reason}`);
  }
}

/** A refresh token that was just handed out may be the only one that is good: it is not given up at the first trouble. */
async function keep(context: Context, tokens: Tokens, ifVersion: number): Promise<number | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await put(context, tokens, ifVersion);
    } catch (error) {
      if (attempt === 5) throw error;
      await pause(500 * attempt, context.signal);
    }
  }
}
