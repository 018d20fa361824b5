import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { PublicAddress } from '../../kernel/public-address.js';
import { LONGEST_CHALLENGE_MS } from './challenges.js';
import { clearSessionCookie, readChallengeCookie, readSessionCookie, setChallengeCookie, setSessionCookie } from './cookie.js';
import { HttpError } from './http-errors.js';
import { CSRF_HEADER, isForeignOrigin } from './own-origin.js';
import { type Place, SESSION_MS } from './session.service.js';

/** The browser's side of a session: its cookie, and the check that our own page sends the request. */
@Injectable()
export class BrowserSessions {
  constructor(private readonly address: PublicAddress) {}

  /** Refuses what another site may have sent; for the routes that set or take a cookie. */
  requireOwnPage(request: IncomingMessage): void {
    if (request.headers[CSRF_HEADER] === '1' && !isForeignOrigin(request, this.address.origin)) return;
    throw new HttpError(403, 'FORBIDDEN', `Send this from the app's own page, with the header ${CSRF_HEADER}: 1.`);
  }

  signIn(response: ServerResponse, secret: string): void {
    setSessionCookie(response, secret, { maxAgeSeconds: SESSION_MS / 1000, address: this.address });
  }

  /** Lets the cookie last as long as the session that was just used. */
  renew(request: IncomingMessage, response: ServerResponse): void {
    const secret = readSessionCookie(request);
    if (secret) this.signIn(response, secret);
  }

  signOut(response: ServerResponse): void {
    clearSessionCookie(response, this.address);
  }

  /** The secret of the sign-in that is under way in this browser. */
  challenge(request: IncomingMessage): string | undefined {
    return readChallengeCookie(request);
  }

  /** Keeps the secret of a sign-in that is under way in this browser, or with null forgets it. */
  keepChallenge(response: ServerResponse, secret: string | null): void {
    const maxAgeSeconds = secret ? LONGEST_CHALLENGE_MS / 1000 : 0;
    setChallengeCookie(response, secret ?? '', { maxAgeSeconds, address: this.address });
  }
}

/** Where a request comes from, as the list of sessions shows it. */
export function placeOf(request: IncomingMessage & { ip?: string | undefined }): Place {
  return { ip: request.ip ?? request.socket.remoteAddress ?? null, userAgent: request.headers['user-agent'] ?? null };
}
