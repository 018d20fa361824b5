import type { RequestHandler } from 'express';

/** What is answered to a text with U+0000 in it, which PostgreSQL can't keep. */
export const NO_NUL = 'A text may not hold the character U+0000.';

/** Whether a text in the value, or a key, holds U+0000. */
export function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => key.includes('\0') || holdsNul(inner));
}

/** Refuses bodies with U+0000 in them, in words. */
export const refuseNul: RequestHandler = (request, response, next) => {
  if (!holdsNul(request.body)) return next();
  response.status(400).json({ error: { code: 'BAD_REQUEST', message: NO_NUL } });
};
