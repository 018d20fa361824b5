import { DomainError } from './errors.js';

/** Longest name of an inbox or a team. */
export const NAME_LENGTH = 80;

/** A name as it is kept, and the key that makes it unique whatever its case (S74); INVALID at `name` when it is none. */
export function nameOf(input: string | null | undefined, missing: string): { name: string; nameKey: string } {
  const name = (input ?? '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .normalize('NFC');
  if (name === '') throw new DomainError('INVALID', missing, { path: ['name'] });
  if ([...name].length > NAME_LENGTH)
    throw new DomainError('INVALID', `A name has at most ${NAME_LENGTH} characters.`, { path: ['name'] });
  return { name, nameKey: name.toLowerCase() };
}
