/** How hard a password is to guess, from 0 (too short) to 3: length counts most. */
export function strengthOf(password: string): 0 | 1 | 2 | 3 {
  if (password.length < 10) return 0;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  const distinct = new Set(password).size;
  if (distinct < 5) return 1;
  const score = password.length + kinds * 3;
  return score >= 25 ? 3 : score >= 17 ? 2 : 1;
}
