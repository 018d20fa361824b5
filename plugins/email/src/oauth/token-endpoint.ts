import { request as plain, type RequestOptions } from 'node:http';
import { request as encrypted } from 'node:https';
import { ChannelError } from '@balie/plugin-sdk';
import { resolveTarget, tlsOptions, tryEach } from '../net.js';
import type { Settings } from '../settings.js';
import { inWords } from '../words.js';
import type { Provider } from './providers.js';

const TIMEOUT_MS = 20_000;
const MAX_ANSWER = 256 * 1024;

/** What a provider hands out (RFC 6749, 5.1). */
export interface Granted {
  accessToken: string;
  /** How long it is good for. */
  lifetimeMs: number;
  /** Null when the one that we have stays: Google hands out one at the sign-in, Microsoft a new one each time. */
  refreshToken: string | null;
  /** Null when they are those that were asked for. */
  scopes: string[] | null;
}

/** Only a person can mend these: the consent is gone (RFC 6749, 5.2), or the app's own secret; the rest mends itself or is tried again. */
const LOST =
  /^(invalid_grant|invalid_client|unauthorized_client|access_denied|interaction_required|login_required|consent_required)$/;

/** Asks for tokens. Throws ChannelError: `auth` when the grant or the app is refused, `transient` for anything else. It is not broken off by a stop: the answer may hold the only refresh token that is good. */
export async function requestTokens(s: Settings, provider: Provider, grant: Record<string, string>): Promise<Granted> {
  const body = new URLSearchParams({ ...grant, client_id: s.clientId, client_secret: s.clientSecret }).toString();
  const { host } = new URL(provider.tokenUrl);
  let answer: { status: number; text: string };
  try {
    answer = await post(new URL(provider.tokenUrl), body, s);
  } catch (error) {
    const { hostname, port, protocol } = new URL(provider.tokenUrl);
    throw new ChannelError('transient', inWords(error, hostname, Number(port) || (protocol === 'http:' ? 80 : 443)));
  }
  const said = parsed(answer.text);
  if (answer.status === 200 && typeof said['access_token'] === 'string') return grantedBy(said, said['access_token']);
  const code = typeof said['error'] === 'string' ? said['error'].slice(0, 100) : '';
  const words = describe(said['error_description']) || code || `status ${answer.status}`;
  if (answer.status >= 400 && answer.status < 500 && LOST.test(code))
    throw new ChannelError('auth', refusal(code, host, words), { code });
  throw new ChannelError('transient', `${host} handed out no token: “${words}”.`, code ? { code } : {});
}

function refusal(code: string, host: string, words: string): string {
  const app = code === 'invalid_client' || code === 'unauthorized_client';
  return app
    ? `${host} no longer accepts the client ID or the client secret of the app; the secret may have expired: “${words}”.`
    : `${host} no longer lets Balie in; sign in again: “${words}”.`;
}

function grantedBy(said: Record<string, unknown>, accessToken: string): Granted {
  const seconds = Number(said['expires_in']);
  const scope = said['scope'];
  return {
    accessToken,
    // Recommended, not required (RFC 6749, 5.1): an hour is what both of the large ones give.
    lifetimeMs: (seconds > 0 ? Math.min(seconds, 90 * 86_400) : 3600) * 1000,
    refreshToken: typeof said['refresh_token'] === 'string' && said['refresh_token'] !== '' ? said['refresh_token'] : null,
    scopes: typeof scope === 'string' && scope !== '' ? scope.split(/\s+/) : null,
  };
}

/** The first line: what follows at Microsoft are numbers for its support. */
const describe = (words: unknown): string =>
  typeof words === 'string'
    ? (words
        .split(/[\r\n]/)[0]
        ?.trim()
        .slice(0, 300) ?? '')
    : '';

function parsed(text: string): Record<string, unknown> {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Connects to the addresses that were checked and to no name, as to the mail servers (N18); redirects are not followed. */
async function post(url: URL, body: string, s: Settings): Promise<{ status: number; text: string }> {
  const secure = url.protocol === 'https:';
  if (!secure && !s.allowPrivateAddress) throw new Error('The address of the tokens does not begin with https.');
  const target = await resolveTarget(url.hostname.replace(/^\[|\]$/g, ''), s.allowPrivateAddress);
  const options = (address: string): RequestOptions => ({
    host: address,
    port: url.port || (secure ? 443 : 80),
    path: url.pathname + url.search,
    method: 'POST',
    agent: false,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      host: url.host,
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    },
    ...(secure ? tlsOptions(s.ca, target.servername) : {}),
  });
  return tryEach(target, (address) => exchange(secure ? encrypted : plain, options(address), body));
}

function exchange(send: typeof plain, options: RequestOptions, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = send(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > MAX_ANSWER) response.destroy(new Error('The answer is far too long.'));
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}
