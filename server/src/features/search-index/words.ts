/** A word of a text with its place there; `word` is how it is compared: without case and accents. */
export interface Word {
  word: string;
  start: number;
  end: number;
}

/** Scripts that put no spaces between words: each sign counts as a word, and a search for several finds them in a row. */
const SIGN = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;
const WORD = new RegExp(String.raw`${SIGN}|(?:(?!${SIGN})[\p{L}\p{N}\p{M}])+`, 'gu');
const ACCENTS = /[\u0300-\u036f]/g;
const PLAIN = /^[a-z0-9]+$/;
/** Letters that no decomposition takes apart. */
const LETTERS: Record<string, string> = { ß: 'ss', ø: 'o', đ: 'd', ł: 'l', ı: 'i', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th' };
const SPECIAL = /[ßøđłıæœðþ]/g;

/** A longer word is compared by its beginning: PostgreSQL takes no words of more than 2 KB. */
const WORD_LENGTH = 60;

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0]);
    if (word !== '') words.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

function fold(raw: string): string {
  const lower = raw.toLowerCase();
  if (PLAIN.test(lower)) return lower.slice(0, WORD_LENGTH);
  const folded = lower
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(ACCENTS, '')
    .replaceAll(SPECIAL, (letter) => LETTERS[letter]!)
    .replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '');
  return [...folded].slice(0, WORD_LENGTH).join('');
}
