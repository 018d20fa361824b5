import type { Dialect } from '../../kernel/uow.js';
import { wordsOf } from '../search-index/index.js';

/** Words that must stand in a row; `prefix` when the last one may go on. */
export interface Term {
  words: string[];
  prefix: boolean;
}

/** As many terms as one search takes; what is typed beyond them narrows nothing. */
const TERM_LIMIT = 12;
/** A shorter beginning stands in nearly every message. */
const PREFIX_LENGTH = 3;

/** What was typed, as terms that must all be found. An address or a number with dashes is words in a row. */
export function termsOf(query: string): Term[] {
  const parts = query.matchAll(/"([^"]*)"?|([^\s"]+)/g);
  const terms = [...parts].flatMap(([, quoted, plain]): Term[] => {
    const words = wordsOf(quoted ?? plain ?? '').map(({ word }) => word);
    const last = words.at(-1);
    if (last === undefined) return [];
    return [{ words, prefix: quoted === undefined && [...last].length >= PREFIX_LENGTH }];
  });
  return terms.slice(0, TERM_LIMIT);
}

/** The terms in the language of the database's index. Words hold letters, digits and marks only, so nothing in them is an operator. */
export function matchOf(terms: readonly Term[], dialect: Dialect): string {
  if (dialect === 'sqlite') return terms.map(({ words, prefix }) => `"${words.join(' ')}"${prefix ? ' *' : ''}`).join(' AND ');
  return terms
    .map(({ words, prefix }) => {
      const row = words.map((word, index) => `'${word}'${prefix && index === words.length - 1 ? ':*' : ''}`);
      return `(${row.join(' <-> ')})`;
    })
    .join(' & ');
}
