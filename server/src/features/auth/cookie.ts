import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PublicAddress } from '../../kernel/public-address.js';

const SESSION = { name: 'balie_session', path: '/' } as const;
/** What is under way before somebody is in; only the routes of signing in see it. */
const CHALLENGE = { name: 'balie_sign_in', path: '/api/sign-in' } as const;

interface Cookie {
  name: string;
  path: string;
}
interface Lasting {
  maxAgeSeconds: number;
  /** Whose instance this is: the cookies are sent to no other one on the same host, and over TLS where it has that. */
  address: PublicAddress;
}

/** The session cookie of a request; undefined when there is none. */
export function readSessionCookie(request: IncomingMessage): string | undefined {
  return read(request, SESSION);
}

/** Hands the secret to the browser, out of reach of scripts. */
export function setSessionCookie(response: ServerResponse, secret: string, lasting: Lasting): void {
  set(response, SESSION, secret, lasting);
}

/** Takes the cookie away. */
export function clearSessionCookie(response: ServerResponse, address: PublicAddress): void {
  set(response, SESSION, '', { maxAgeSeconds: 0, address });
}

/** The cookie of a sign-in that is under way. */
export function readChallengeCookie(request: IncomingMessage): string | undefined {
  return read(request, CHALLENGE);
}

/** Remembers in this browser which sign-in is under way; an empty secret forgets it. */
export function setChallengeCookie(response: ServerResponse, secret: string, lasting: Lasting): void {
  set(response, CHALLENGE, secret, lasting);
}

function read(request: IncomingMessage, cookie: Cookie): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === cookie.name) return value;
  }
  return undefined;
}

function set(response: ServerResponse, { name, path }: Cookie, value: string, { maxAgeSeconds, address }: Lasting): void {
  // Lax: the way back from a sign-in elsewhere is a link from another site, and brings it along.
  const place = address.path(path).replace(/(.)\/$/, '$1');
  const attributes = `Path=${place}; HttpOnly; SameSite=Lax${address.https ? '; Secure' : ''}`;
  response.appendHeader('Set-Cookie', `${name}=${value}; ${attributes}; Max-Age=${maxAgeSeconds}`);
}
