/** Cuts what was typed or pasted into addresses: by comma, semicolon or line, and `Name <address>` down to the address. */
export function splitAddresses(text: string): string[] {
  const parts = text.match(/(?:"[^"]*"|[^,;\n])+/g) ?? [];
  return parts.map((part) => (/<([^<>]*)>\s*$/.exec(part)?.[1] ?? part).trim()).filter((part) => part !== '');
}

/** Whether it can be an address of this kind; the server has the last word. */
export function looksLike(kind: string, value: string): boolean {
  if (kind !== 'email') return value.trim() !== '';
  return /^[^\s@<>(),;:"]+@(?:[^\s@<>(),;:".[\]]+\.)+[^\s@<>(),;:".[\]]{2,}$/.test(value);
}

export const keyOf = (value: string): string => value.trim().toLowerCase();

/** Each address once, the first way to write it kept. */
export function distinct(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => !seen.has(keyOf(value)) && Boolean(seen.add(keyOf(value))));
}

/** Those who were not on the mail before. */
export function strangers(values: readonly string[], known: ReadonlySet<string>): string[] {
  return values.filter((value) => !known.has(keyOf(value)));
}
