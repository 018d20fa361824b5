import type { IncomingMessage, ServerResponse } from 'node:http';

const SESSION = { name: 'balie_session', path: '/' } as const;
/** What is under way before somebody is in; only the routes of signing in see it. */
const CHALLENGE = { name: 'balie_sign_in', path: '/api/sign-in' } as const;

interface Cookie {
  name: string;
  path: string;
}
interface Lasting {
  maxAgeSeconds: number;
  secure: boolean;
}

/** The session cookie of a request; undefined when there is none. */
export function readSessionCookie(request: IncomingMessage): string | undefined {
  return read(request, SESSION);
}

/** Hands the secret to the browser, out of reach of scripts. */
export function setSessionCookie(response: ServerResponse, secret: string, maxAgeSeconds: number, secure: boolean): void {
  set(response, SESSION, secret, { maxAgeSeconds, secure });
}

/** Takes the cookie away. */
export function clearSessionCookie(response: ServerResponse, secure: boolean): void {
  set(response, SESSION, '', { maxAgeSeconds: 0, secure });
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

function set(response: ServerResponse, { name, path }: Cookie, value: string, { maxAgeSeconds, secure }: Lasting): void {
  // Lax: the way back from a sign-in elsewhere is a link from another site, and brings it along.
  const attributes = `Path=${path}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  response.appendHeader('Set-Cookie', `${name}=${value}; ${attributes}; Max-Age=${maxAgeSeconds}`);
}
