import { DomainError } from '../../kernel/errors.js';
import type { Reader } from '../../kernel/uow.js';
import { isTokenIdTaken } from './api-token.repository.js';

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

/** A repeat can't be answered as the first was: its secret is nowhere any more. Throws CONFLICT. */
export async function refuseTakenId(reader: Reader, id: string): Promise<void> {
  if (!(await isTokenIdTaken(reader, id))) return;
  const words = 'There is a token with this id already, and a secret is shown only once. Revoke it and make another.';
  throw new DomainError('CONFLICT', words, { path: ['id'], currentId: id });
}
