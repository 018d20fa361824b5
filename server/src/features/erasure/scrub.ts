import type { ErasedPerson, Erasure } from './erasure.entity.js';

/** What stands where something about an erased person stood. */
export const BLANK = '[…]';
/** Shorter values stand for too much else to be looked for in texts. */
const SHORTEST = 5;

/** Takes a person out of texts. */
export interface Scrubber {
  /** What is looked for in rows that may be about anybody: his addresses, in both spellings, and as JSON writes them. */
  readonly needles: readonly string[];
  /** The same, with his ids and full names, for rows that are only a trace of something. */
  readonly traces: readonly string[];
  /** A text without his addresses and full names; in what is about him also without his first or last name alone. */
  text(text: string, about?: boolean): string;
  /** The same for JSON that is kept as text; `{}` or `[]` where it would be none any more. */
  json(text: string, about?: boolean): string;
  is(kind: string | null, value: string | null): boolean;
}

/** What the steps of an erasure hand on. */
export interface Erasing {
  erasure: Erasure;
  contactIds: readonly string[];
  scrubber: Scrubber;
}

export function scrubberOf(person: ErasedPerson): Scrubber {
  const values = unique(person.identities.flatMap(({ value, valueKey }) => [value, valueKey])).filter(
    (value) => value.length >= SHORTEST,
  );
  const names = person.names.filter((name) => name.length >= SHORTEST);
  const addresses = matcher(values, 'giu');
  const full = matcher(names, 'giu');
  const short = matcher(
    person.names.filter((name) => name.length > 1),
    'giu',
  );
  const parts = matcher(unique(person.names.flatMap(partsOf)), 'gu');
  const text = (given: string, about = false): string => {
    const which = about ? [addresses, full, short, parts] : [addresses, full];
    return which.reduce((rest, matches) => (matches ? rest.replaceAll(matches, BLANK) : rest), given);
  };
  const json = (given: string, about = false): string => {
    try {
      return JSON.stringify(mapped(JSON.parse(given), (one) => text(one, about)));
    } catch {
      return given.startsWith('[') ? '[]' : '{}';
    }
  };
  const keys = new Set(person.identities.map(({ kind, valueKey }) => `${kind}\n${valueKey}`));
  const plainValues = new Set(person.identities.map(({ kind, value }) => `${kind}\n${value.toLowerCase()}`));
  return {
    needles: unique(values.flatMap(spellings)),
    traces: unique([...values, ...names, ...person.contactIds].flatMap(spellings)),
    text,
    json,
    is: (kind, value) =>
      kind !== null && value !== null && (keys.has(`${kind}\n${value}`) || plainValues.has(`${kind}\n${value.toLowerCase()}`)),
  };
}

/** As it is, in lower case, and as JSON and HTML write it. */
function spellings(value: string): string[] {
  const lower = value.toLowerCase();
  const html = lower.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return unique([value, lower, JSON.stringify(lower).slice(1, -1), html]);
}

/** First and last names; what is written small, such as `van der`, is nobody's. */
function partsOf(name: string): string[] {
  return name.split(/[\s,]+/u).filter((part) => part.length > 2 && /^\p{Lu}/u.test(part));
}

function matcher(words: readonly string[], flags: string): RegExp | null {
  if (words.length === 0) return null;
  const longest = words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replaceAll(/[$()*+.?[\\\]^{|}/-]/g, String.raw`\$&`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${longest.join('|')})(?![\p{L}\p{N}])`, flags);
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [change(name), mapped(one, change)]));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
