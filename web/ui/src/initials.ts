/** At most two letters that stand for a name or an address. */
export function initials(name: string): string {
  const words = name.split(/[\s@.]+/).filter(Boolean);
  const capital = words.filter((word) => /^\p{Lu}/u.test(word));
  const picked = (capital.length > 1 ? [capital[0], capital.at(-1)] : words.slice(0, 2)) as string[];
  return picked.map((word) => [...word][0]?.toUpperCase() ?? '').join('');
}
