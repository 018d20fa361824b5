import argon2 from 'argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes. */
const ARGON2ID = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The shortest password that is taken. */
export const PASSWORD_LENGTH = 10;

let nobody: Promise<string> | undefined;

/** The hash of a password, with its salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return argon2.hash(password, ARGON2ID);
}

/** Whether the password fits; takes as long for an account that is not there, so that nobody learns which are. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  if (hash) return argon2.verify(hash, password);
  nobody ??= hashPassword('an account that is not there');
  await argon2.verify(await nobody, password);
  return false;
}
