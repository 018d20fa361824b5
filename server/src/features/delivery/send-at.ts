import { DomainError } from '../../kernel/errors.js';

/** Nobody plans further ahead, and a year that was typed wrongly is found. */
const MAX_AHEAD_MS = 366 * 24 * 3_600_000;

/** The time that an author chose, in milliseconds; INVALID in the past or too far ahead. */
export function checkSendAt(sendAt: number | null | undefined, now: number): number | null {
  if (sendAt === null || sendAt === undefined) return null;
  const invalid = (message: string): never => {
    throw new DomainError('INVALID', message, { path: ['sendAt'] });
  };
  if (sendAt <= now) invalid('This time is over. Choose a later one, or send it now.');
  if (sendAt > now + MAX_AHEAD_MS) invalid('A message can be planned for a year ahead at most.');
  return sendAt;
}
