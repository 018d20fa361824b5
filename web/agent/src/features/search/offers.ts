import { OPERATORS, type Kind, type Known } from './operators.js';

/** A chip under the field: what it says, and what the field has once it was chosen. */
export interface Offer {
  label: string;
  text: string;
}
type Language = 'en' | 'nl';

/** In the viewer's language; those of the other are understood too, when typed (ux R6). */
const WORDS: Record<Language, readonly string[]> = {
  en: ['from:', 'to:', 'channel:', 'status:', 'assigned:', 'tag:', 'before:', 'after:', 'has:attachment', 'is:unread'],
  nl: ['van:', 'aan:', 'kanaal:', 'status:', 'toegewezen:', 'tag:', 'voor:', 'na:', 'heeft:bijlage', 'is:ongelezen'],
};
const VALUES: Record<Language, Partial<Record<Kind, readonly string[]>>> = {
  en: {
    status: ['open', 'closed', 'snoozed', 'all'],
    has: ['attachment'],
    is: ['unread'],
    in: ['anywhere'],
    assignee: ['me', 'nobody'],
  },
  nl: {
    status: ['open', 'gesloten', 'sluimert', 'alle'],
    has: ['bijlage'],
    is: ['ongelezen'],
    in: ['overal'],
    assignee: ['mij', 'niemand'],
  },
};
const NAMES = 6;
const LAST = /(?:(\p{L}+):"([^"]*)|(\S*))$/u;

/** What can come next in the field: an operator that begins so or, behind one, what it can be. */
export function offersFor(text: string, language: Language, known: Known): Offer[] {
  const [all = '', quotedName, quoted = '', bare = ''] = LAST.exec(text) ?? [];
  const before = text.slice(0, text.length - all.length);
  const [name, value] = quotedName ? [quotedName, quoted] : bare.includes(':') ? split(bare) : [null, bare];
  if (name === null) {
    const begins = (word: string): boolean => word.startsWith(bare.toLowerCase());
    const words = WORDS[language].filter(begins);
    return (words.length > 0 ? words : WORDS.en.filter(begins)).map((word) => ({ label: word, text: before + ended(word) }));
  }
  const kind = OPERATORS[name.toLowerCase()];
  if (!kind) return [];
  const fits = valuesOf(kind, language, known).filter((one) => one.toLowerCase().startsWith(value.toLowerCase()));
  return fits.map((one) => ({ label: one, text: `${before}${name}:${one.includes(' ') ? `"${one}"` : one} ` }));
}

function split(token: string): [string, string] {
  const at = token.indexOf(':');
  return [token.slice(0, at), token.slice(at + 1)];
}

/** One that is complete is read at once; behind another comes what it can be. */
function ended(word: string): string {
  return word.endsWith(':') ? word : `${word} `;
}

function valuesOf(kind: Kind, language: Language, { people, channels }: Known): string[] {
  const named = kind === 'channel' ? channels : kind === 'assignee' ? people : [];
  return [...(VALUES[language][kind] ?? []), ...named.map(({ name }) => name)].slice(0, NAMES);
}
