import { DomainError } from '../../kernel/errors.js';

/** How many inboxes a workspace holds (S71). */
export const INBOX_LIMIT = 100;

/** Longest name of an inbox. */
export const INBOX_NAME_LENGTH = 80;

/** The name as it is kept, and the key that makes it unique whatever its case (S74); INVALID when it is none. */
export function inboxName(input: string | null | undefined): { name: string; nameKey: string } {
  const name = (input ?? '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .normalize('NFC');
  if (name === '') throw new DomainError('INVALID', 'Give the inbox a name.', { path: ['name'] });
  if ([...name].length > INBOX_NAME_LENGTH)
    throw new DomainError('INVALID', `A name has at most ${INBOX_NAME_LENGTH} characters.`, { path: ['name'] });
  return { name, nameKey: name.toLowerCase() };
}
