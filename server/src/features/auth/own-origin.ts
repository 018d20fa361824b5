import type { IncomingMessage } from 'node:http';

/** The header that no other site can send with our cookie. */
export const CSRF_HEADER = 'x-balie-csrf';

/** Whether the request names another site as the one that it comes from. No `Origin` at all is not foreign. */
export function isForeignOrigin(request: IncomingMessage, publicOrigin: string | null): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return false;
  if (origin === publicOrigin) return false;
  if (!URL.canParse(origin)) return true;
  // The scheme is not compared: a proxy in front of us may end TLS.
  return new URL(origin).host !== request.headers.host;
}

/** Whether the session cookie counts on this request: what changes something needs the header and our own origin. */
export function cookieCounts(request: IncomingMessage, publicOrigin: string | null): boolean {
  if (isForeignOrigin(request, publicOrigin)) return false;
  if (request.headers[CSRF_HEADER] === '1') return true;
  const reads = request.method === 'GET' || request.method === 'HEAD';
  // Express cuts the path of a mounted handler off `url`.
  const path = (request as { originalUrl?: string }).originalUrl ?? request.url ?? '';
  return reads && request.headers.upgrade === undefined && !path.startsWith('/graphql');
}
