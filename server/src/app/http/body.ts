import express, { type RequestHandler } from 'express';

/** The largest body of a request to the API. */
export const BODY_LIMIT = '256kb';

const utf8Only: RequestHandler = (request, response, next) => {
  const charset = /charset="?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return next();
  response.status(415).json({ error: { code: 'BAD_REQUEST', message: 'Send UTF-8.' } });
};

/** Reads JSON bodies of our own API; routes with other bodies read them themselves. */
export function jsonBodies(): RequestHandler[] {
  return [utf8Only, express.json({ limit: BODY_LIMIT, strict: true, type: 'application/json' })];
}
