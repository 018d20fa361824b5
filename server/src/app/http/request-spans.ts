import type { RequestHandler } from 'express';
import { isTraced, openSpan } from '../../kernel/tracing.js';

/** A span for each request, named by the first part of its path: what follows may be an id or a token of a person. */
export const requestSpans: RequestHandler = (request, response, next) => {
  if (!isTraced()) {
    next();
    return;
  }
  const place = /^\/[\w-]*/.exec(request.path)?.[0] ?? '/';
  const id = (request as { id?: unknown }).id;
  const span = openSpan(`${request.method} ${place}`, {
    'http.request.method': request.method,
    'url.path': place,
    ...(typeof id === 'string' ? { 'balie.request_id': id } : {}),
  });
  response.once('close', () => {
    const { statusCode } = response;
    span?.end({ 'http.response.status_code': statusCode }, statusCode >= 500 ? { name: `HTTP ${statusCode}` } : undefined);
  });
  if (span) span.run(next);
  else next();
};
