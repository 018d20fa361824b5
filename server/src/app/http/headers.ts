import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The content security policy of everything that is not a page: nothing is loaded, nobody frames it. */
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Of files that need more than nothing: the page that is shown without a connection, and the worker that fetches it. */
export const ASSET_POLICIES: Readonly<Record<string, string>> = {
  'offline.html': "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'sw.js': "default-src 'none'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};

/** Safe headers for each answer; a route that serves a page replaces the policy with its own. */
export function safeHeaders(https: boolean): RequestHandler[] {
  const rest = helmet({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'sameorigin' },
    referrerPolicy: { policy: 'same-origin' },
  });
  const policy: RequestHandler = (_request, response, next) => {
    response.setHeader('Content-Security-Policy', NO_PAGE);
    next();
  };
  return [rest as RequestHandler, policy];
}

/** The policy of the app's page: its own scripts and styles, those with the nonce of this answer, and mail in its frames (ux 3.4). */
export function appPolicy(nonce: string, https: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    `connect-src 'self' ${https ? 'wss:' : 'ws:'}`,
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
