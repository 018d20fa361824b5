import { type Word, wordsOf } from '../search-index/index.js';
import type { Term } from './search-words.js';

/** A part of a text; `hit` when it is what was searched for. */
export interface SearchPart {
  text: string;
  hit: boolean;
}
interface Range {
  start: number;
  end: number;
}

/** How much of a text is looked through for the first hit, and how much of it is shown. */
const LOOKED_AT = 50_000;
const SHOWN = 180;
/** Little: in a narrow list the hit must still be seen. */
const BEFORE = 16;

/** A whole text with its hits marked. */
export function marked(text: string, terms: readonly Term[]): SearchPart[] {
  return parts(text, hitsIn(text, terms), { start: 0, end: text.length });
}

/** What stands around the first hit; null when there is none. */
export function snippetOf(text: string, terms: readonly Term[]): SearchPart[] | null {
  const line = text
    .slice(0, LOOKED_AT)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const hits = hitsIn(line, terms);
  const first = hits[0];
  if (!first) return null;
  const start = wordStart(line, first.start <= BEFORE ? 0 : first.start - BEFORE, first.start);
  const end = wordEnd(line, Math.max(start + SHOWN, first.end), first.end);
  const shown = parts(line, hits, { start, end });
  return [
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...shown,
    ...(end < line.length ? [{ text: ' …', hit: false }] : []),
  ];
}

/** The beginning of a text, for a hit that lies elsewhere. */
export function beginning(text: string): SearchPart[] {
  const line = text
    .slice(0, SHOWN * 4)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const end = wordEnd(line, SHOWN, 0);
  return line === '' ? [] : [{ text: end < line.length ? `${line.slice(0, end)} …` : line, hit: false }];
}

function hitsIn(text: string, terms: readonly Term[]): Range[] {
  const words = wordsOf(text);
  const hits: Range[] = [];
  for (let at = 0; at < words.length; at++) {
    const length = Math.max(0, ...terms.map((term) => (standsAt(words, at, term) ? term.words.length : 0)));
    if (length === 0) continue;
    hits.push({ start: words[at]!.start, end: words[at + length - 1]!.end });
    at += length - 1;
  }
  return hits;
}

function standsAt(words: readonly Word[], at: number, { words: wanted, prefix }: Term): boolean {
  return wanted.every((one, index) => {
    const word = words[at + index]?.word;
    if (word === undefined) return false;
    return prefix && index === wanted.length - 1 ? word.startsWith(one) : word === one;
  });
}

function parts(text: string, hits: readonly Range[], { start, end }: Range): SearchPart[] {
  const made: SearchPart[] = [];
  let at = start;
  const add = (to: number, hit: boolean): void => {
    if (to > at) made.push({ text: text.slice(at, to), hit });
    at = Math.max(at, to);
  };
  for (const hit of hits) {
    if (hit.start < start || hit.end > end) continue;
    add(hit.start, false);
    add(hit.end, true);
  }
  add(end, false);
  return made;
}

/** The next place from which no word is cut, not beyond `limit`. */
function wordStart(line: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const space = line.indexOf(' ', from);
  return space < 0 || space >= limit ? limit : space + 1;
}

function wordEnd(line: string, to: number, least: number): number {
  if (to >= line.length) return line.length;
  const space = line.lastIndexOf(' ', to);
  // A line without spaces is cut, between whole characters.
  if (space <= least) return /\p{Cs}/u.test(line.slice(0, to).at(-1) ?? '') ? to - 1 : to;
  return space;
}
