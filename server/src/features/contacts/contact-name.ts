/** Longest name of a person that is kept. */
export const NAME_LENGTH = 200;

/** A name without control characters and needless space, cut to what is kept; null when nothing is left. */
export function cleanName(name: string | null | undefined): string | null {
  const clean = (name ?? '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return clean === '' ? null : clean.slice(0, NAME_LENGTH);
}
