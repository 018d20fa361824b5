import type { IncomingMessage, ServerResponse } from 'node:http';

const NAME = 'balie_session';

/** The session cookie of a request; undefined when there is none. */
export function readSessionCookie(request: IncomingMessage): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME) return value;
  }
  return undefined;
}

/** Hands the secret to the browser, out of reach of scripts. */
export function setSessionCookie(response: ServerResponse, secret: string, maxAgeSeconds: number, secure: boolean): void {
  response.appendHeader('Set-Cookie', `${NAME}=${secret}; ${attributes(secure)}; Max-Age=${maxAgeSeconds}`);
}

/** Takes the cookie away. */
export function clearSessionCookie(response: ServerResponse, secure: boolean): void {
  response.appendHeader('Set-Cookie', `${NAME}=; ${attributes(secure)}; Max-Age=0`);
}

function attributes(secure: boolean): string {
  return `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
