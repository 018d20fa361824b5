import { ChannelError, type ResponderContext } from '@balie/plugin-sdk';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api';
import { setTimeout as delay } from 'node:timers/promises';
import type { Settings } from './settings.js';

export type Context = ResponderContext<Settings>;
type Logger = NonNullable<WebClientOptions['logger']>;

/** Longer is the host's to wait. */
const PATIENCE_MS = 15_000;
const TIMEOUT_MS = 20_000;
/** Words of Slack for a token that is good for nothing any more. */
const REVOKED = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'no_permission',
  'org_login_required',
  'ekm_access_denied',
]);
const PASSING = new Set([
  'ratelimited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'rate_limited',
]);
/** A call failed: `code` is Slack's own word. */
export class SlackError extends ChannelError {
  constructor(
    kind: ChannelError['kind'],
    message: string,
    readonly code: string,
    detail: ChannelError['detail'] = {},
  ) {
    super(kind, message, detail);
  }
}

/** Slack's Web API for one instance: by the host's `fetch`, without retries of its own, and with one way to fail. */
export class Slack {
  private client: Promise<WebClient> | null = null;

  /** With `token` the one that counts; null for what is asked without any. */
  constructor(
    private readonly context: Pick<Context, 'http' | 'settings' | 'signal' | 'log' | 'state'>,
    private readonly token?: string | null,
  ) {}

  private async open(): Promise<WebClient> {
    const { settings, http, log } = this.context;
    const token = this.token === undefined ? await tokenOf(this.context) : this.token;
    return new WebClient(token ?? undefined, {
      slackApiUrl: settings.apiUrl.endsWith('/') ? settings.apiUrl : `${settings.apiUrl}/`,
      fetch: ((url, init) => http(url, { ...init, signal: init?.signal ?? null } as RequestInit)) as NonNullable<
        WebClientOptions['fetch']
      >,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
      timeout: TIMEOUT_MS,
      logger: silent(log),
    });
  }

  /** What files are asked for with, as Slack wants it there (docs.slack.dev, “Working with files”). */
  bearer(): Promise<string> {
    return tokenOf(this.context);
  }

  /** One call. A short `Retry-After` is waited for; whatever else goes wrong is a SlackError. */
  async call<T>(method: string, args: Record<string, unknown> = {}, patienceMs = PATIENCE_MS): Promise<T> {
    for (let waited = 0; ;) {
      const client = await (this.client ??= this.open());
      try {
        return (await client.apiCall(method, args)) as unknown as T;
      } catch (error) {
        const failure = failureOf(method, error);
        const wait = failure.detail.retryAfterMs ?? 0;
        if (failure.kind !== 'rate_limited' || waited + wait > patienceMs) throw failure;
        waited += wait;
        await delay(wait, undefined, { signal: this.context.signal });
      }
    }
  }
}

/** What stands in the store once Slack has let us in by OAuth. */
export interface Installed {
  [key: string]: string;
  token: string;
  teamId: string;
}
export const INSTALLED = 'installed';

/** The token of the settings, or the one that Slack gave us; throws SlackError `auth` when there is none yet. */
async function tokenOf({ settings, state }: Pick<Context, 'settings' | 'state'>): Promise<string> {
  if (settings.connect === 'token') return settings.botToken;
  const kept = await state.get<Installed>(INSTALLED);
  if (!kept) throw new SlackError('auth', 'Slack is not connected yet. Open the address for connecting.', 'not_connected');
  return kept.value.token;
}

function failureOf(method: string, error: unknown): SlackError {
  if (error instanceof WebAPIRateLimitedError)
    return new SlackError('rate_limited', 'Slack asks to wait.', 'ratelimited', { retryAfterMs: error.retryAfter * 1000 });
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    const needed = 'needed' in error.data ? ` It needs the scope ${String(error.data.needed)}.` : '';
    if (code === 'missing_scope')
      return new SlackError('rejected', `Slack does not let the app do this (${method}).${needed}`, code);
    if (REVOKED.has(code)) return new SlackError('auth', `Slack no longer lets the app in: ${code}.`, code);
    if (PASSING.has(code)) return new SlackError('transient', `Slack can't at the moment: ${code}.`, code);
    return new SlackError('rejected', `Slack refused ${method}: ${code}.`, code);
  }
  if (error instanceof WebAPIHTTPError) {
    const kind = error.statusCode >= 500 || error.statusCode === 408 ? 'transient' : 'rejected';
    return new SlackError(kind, `Slack answered ${error.statusCode} to ${method}.`, `http_${error.statusCode}`);
  }
  const cause = error instanceof WebAPIRequestError ? error.original : error;
  const words = cause instanceof Error ? cause.message : String(cause);
  return new SlackError('transient', `Slack can't be reached: ${words}`, 'unreachable');
}

/** The client's own log, of which only warnings are of use. */
function silent(log: Context['log']): Logger {
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: (...said: unknown[]) => log.debug(said.map(String).join(' ')),
    error: (...said: unknown[]) => log.debug(said.map(String).join(' ')),
    setLevel: nothing,
    getLevel: () => 'error' as ReturnType<Logger['getLevel']>,
    setName: nothing,
  };
}
