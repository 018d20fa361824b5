import { DomainError } from '../../kernel/errors.js';
import { PASSWORD_LENGTH } from './password.js';

const NAME_LENGTH = 120;
const EMAIL_LENGTH = 254;
const PASSWORD_MOST = 256;
const PREFERENCES_BYTES = 32_768;

/** The name of an agent as it is kept; INVALID when it is none. */
export function agentName(input: unknown): string {
  const name = text(input)
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .normalize('NFC');
  if (name === '') throw new DomainError('INVALID', 'Give a name.', { path: ['name'] });
  if ([...name].length > NAME_LENGTH)
    throw new DomainError('INVALID', `A name has at most ${NAME_LENGTH} characters.`, { path: ['name'] });
  return name;
}

/** The address with which an agent signs in, in lower case; INVALID when it is none. */
export function agentEmail(input: unknown): string {
  const email = text(input).trim().toLowerCase();
  const valid = email.length <= EMAIL_LENGTH && /^[^\s@"(),:;<>[\\\]\p{Cc}]+@[^\s@"(),:;<>[\\\]\p{Cc}]+$/u.test(email);
  if (!valid) throw new DomainError('INVALID', 'This is not an e-mail address.', { path: ['email'] });
  return email;
}

/** A password that is long enough; anything else about it is the agent's choice. */
export function agentPassword(input: unknown): string {
  const password = text(input);
  if ([...password].length < PASSWORD_LENGTH)
    throw new DomainError('INVALID', `A password has at least ${PASSWORD_LENGTH} characters.`, { path: ['password'] });
  if ([...password].length > PASSWORD_MOST)
    throw new DomainError('INVALID', `A password has at most ${PASSWORD_MOST} characters.`, { path: ['password'] });
  return password;
}

/** What is kept of a set of preferences: the old ones with the new on top; null takes one away. */
export function mergePreferences(old: Record<string, unknown>, input: unknown): Record<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new DomainError('INVALID', 'Preferences are an object.', { path: ['preferences'] });
  const merged = Object.fromEntries(Object.entries({ ...old, ...input }).filter(([, value]) => value !== null));
  if (Buffer.byteLength(JSON.stringify(merged)) > PREFERENCES_BYTES)
    throw new DomainError('LIMIT', `Preferences may take ${PREFERENCES_BYTES / 1024} kB.`, { path: ['preferences'] });
  return merged;
}

/** A BCP 47 language such as `nl` or `en-GB`; null when it is none. */
export function languageTag(input: unknown): string | null {
  if (typeof input !== 'string' || input.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(input)[0] ?? null;
  } catch {
    return null;
  }
}

/** An IANA time zone such as `Europe/Amsterdam`; null when it is none. */
export function timeZoneName(input: unknown): string | null {
  if (typeof input !== 'string' || input.length > 64) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: input }).resolvedOptions().timeZone && input;
  } catch {
    return null;
  }
}

/** Whether it is an address on the web that anybody may be led to. */
export function webAddress(input: string): boolean {
  return input.length <= 500 && URL.canParse(input) && new URL(input).protocol === 'https:';
}

function text(input: unknown): string {
  return typeof input === 'string' ? input : '';
}
