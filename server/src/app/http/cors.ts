import type { RequestHandler } from 'express';

/** What programs elsewhere use: the API, files of messages and uploads, and the schema. Signing in is not among it. */
const OPEN = /^\/(graphql|files|schema\.graphql)(\/|$)/;
const METHODS = 'GET, HEAD, POST, PUT';
const HEADERS = 'Authorization, Content-Type, If-None-Match, Apollo-Require-Preflight, X-Balie-Upload';
const SHOWN = 'ETag, Retry-After, Content-Disposition';
/** How long a browser may keep the answer, in seconds: an origin that is taken off the list is refused within ten minutes. */
const KEPT = 600;

/**
 * Lets scripts of the allowed origins read our answers (Fetch standard, CORS protocol). Never with credentials: a cookie counts for our own
 * pages only, other sites show a token.
 */
export function cors(isAllowed: (origin: string) => Promise<boolean>): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    if (!OPEN.test(request.path)) return next();
    // Also without an origin: what is kept on the way must not be answered to another site.
    response.vary('Origin');
    if (origin === undefined) return next();
    isAllowed(origin).then((allowed) => {
      if (!allowed) return next();
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Expose-Headers', SHOWN);
      if (request.method !== 'OPTIONS') return next();
      response.setHeader('Access-Control-Allow-Methods', METHODS);
      response.setHeader('Access-Control-Allow-Headers', HEADERS);
      response.setHeader('Access-Control-Max-Age', KEPT);
      response.status(204).end();
    }, next);
  };
}
