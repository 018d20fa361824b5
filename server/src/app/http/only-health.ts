import type { RequestHandler } from 'express';

/** A worker serves nobody: it says how it is, to whoever watches over it. */
export const onlyHealth: RequestHandler = (request, response, next) => {
  if (/^\/(health|metrics)(\/|$)/.test(request.path)) return next();
  response.status(404).json({ error: { code: 'NOT_FOUND', message: 'This process is a worker. Ask one with the role web.' } });
};
