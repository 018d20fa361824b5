import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { at } from '../lib/site.js';

/** How far the first run is. */
export type SetupState = 'owner' | 'inbox' | 'channel' | 'done';

/** What the server says about the one who asks, before anything is loaded. */
export interface SessionInfo {
  signedIn: boolean;
  setup: SetupState;
  locale?: string;
  version: string;
  demo: boolean;
  signIn: WaysIn;
}

/** By what one can sign in. */
export interface WaysIn {
  passwords: boolean;
  /** The text on the button of the company's provider; null when there is none. */
  provider: string | null;
  passkeys: boolean;
}

/** An expected failure of one of the plain HTTP routes. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly path: string[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}

/** The header without which the server ignores our cookie on anything that changes. */
export const CSRF = { 'x-balie-csrf': '1' } as const;

interface ErrorBody {
  error?: { code?: string; message?: string; path?: string[]; retryAfterSeconds?: number };
}

async function failure(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as ErrorBody;
  const error = body.error ?? {};
  return new ApiError(response.status, error.code ?? 'UNKNOWN', error.message ?? '', error.path, error.retryAfterSeconds);
}

async function post(url: string, body?: unknown): Promise<Response> {
  const response = await fetch(at(url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...CSRF },
    body: body === undefined ? '{}' : JSON.stringify(body),
  }).catch(() => {
    throw new ApiError(0, 'OFFLINE', '');
  });
  if (!response.ok) throw await failure(response);
  return response;
}

/** What the owner's step of the first run sends. */
export interface OwnerInput {
  code: string;
  name: string;
  email: string;
  password: string;
  locale: string;
  timeZone: string;
}

/** What is behind a link that somebody was given. */
export interface LinkView {
  purpose: 'INVITE' | 'RESET';
  name: string;
  email: string;
  workspace: string;
}
export interface LinkUse {
  secret: string;
  password: string;
  name?: string;
  locale?: string;
  timeZone?: string;
}

/** What a sign-in with the right password still asks for, or what to keep after it. */
export type SignInStep =
  { step: 'CODE' } | { step: 'SET_UP'; key: string; uri: string } | { step: 'DONE'; recoveryCodes: string[] };

/** The plain HTTP routes around the session. */
export const api = {
  async session(): Promise<SessionInfo> {
    const response = await fetch(at('/api/session'), { headers: { accept: 'application/json' } });
    if (!response.ok) throw await failure(response);
    return (await response.json()) as SessionInfo;
  },
  /** Null when one is in. */
  async signIn(email: string, password: string, code?: string): Promise<SignInStep | null> {
    const response = await post('/api/sign-in', { email, password, ...(code === undefined ? {} : { code }) });
    return response.status === 204 ? null : ((await response.json()) as SignInStep);
  },
  /** Where to go to sign in with the company's provider, and where to be afterwards. */
  async beginSignIn(to: string): Promise<{ url: string }> {
    return (await (await post('/api/sign-in/provider', { to })).json()) as { url: string };
  },
  /** What is left after the provider; null when one is in. */
  async finishSignIn(shown: { password?: string; code?: string }): Promise<SignInStep | { step: 'PASSWORD' } | null> {
    const response = await post('/api/sign-in/provider/finish', shown);
    return response.status === 204 ? null : ((await response.json()) as SignInStep | { step: 'PASSWORD' });
  },
  /** What the browser needs to show a passkey. */
  async beginPasskey(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return (await (await post('/api/sign-in/passkey')).json()) as PublicKeyCredentialRequestOptionsJSON;
  },
  finishPasskey: (response: AuthenticationResponseJSON) => post('/api/sign-in/passkey/finish', { response }),
  signOut: () => post('/api/sign-out'),
  /** What a link is for. */
  async lookAtLink(secret: string): Promise<LinkView> {
    return (await (await post('/api/access/link', { secret })).json()) as LinkView;
  },
  useLink: (input: LinkUse) => post('/api/access/use', input),
  async forgot(email: string): Promise<{ mail: boolean }> {
    return (await (await post('/api/access/forgot', { email })).json()) as { mail: boolean };
  },
  makeOwner: (input: OwnerInput) => post('/api/setup/owner', input),
  finishSetup: () => post('/api/setup/finish'),
};
