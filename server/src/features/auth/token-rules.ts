import { DomainError } from '../../kernel/errors.js';

const NAME_LENGTH = 120;

/** The name of a token without the spaces around it; throws INVALID. */
export function checkTokenName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > NAME_LENGTH)
    throw new DomainError('INVALID', `A name has 1 to ${NAME_LENGTH} characters.`, { path: ['name'] });
  return trimmed;
}

/** The end of a token as it is kept; throws INVALID when it has passed. */
export function checkTokenEnd(expiresAt: number | null | undefined, now: number): number | null {
  if (expiresAt != null && expiresAt <= now)
    throw new DomainError('INVALID', 'The end must lie in the future.', { path: ['expiresAt'] });
  return expiresAt ?? null;
}
