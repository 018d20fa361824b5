import { createHash } from 'node:crypto';
import type { Dialect } from '../../kernel/uow.js';
import { wordsOf } from '../search-index/index.js';

const TERMS = 12;
/** Fewer digits are no part of a number that anybody looks for. */
const PHONE_PART = 4;

/** So short a word may go on wherever it stands. */
const SHORT = 3;
/** Beginnings of at most so many letters have lists of their own in the index on SQLite; what begins with more is gathered before the first is found. */
const LISTED = 8;

/**
 * A list's search in the language of the database's index; null when nothing was typed that could be found. `clauses` must hold besides. The last word may go on, as it is
 * being typed, and so may short ones: a longer one before it is finished, and to look for all that go on from it would cost what it finds.
 */
export function matchOf(text: string, dialect: Dialect, clauses: readonly Clause[] = []): string | null {
  const { and } = FORMS[dialect];
  const words = clauses.map((clause) => clauseMatch(clause, dialect));
  if (text === '' && words.length > 0) return words.join(and);
  const match = textMatch(text, dialect);
  return match === null || words.length === 0 ? match : [`(${match})`, ...words].join(and);
}

/** Words of which one must be there; of those that `begins` a beginning is enough. */
export type Clause = readonly { word: string; begins?: boolean }[];

function clauseMatch(clause: Clause, dialect: Dialect): string {
  const { word: whole, begins, or } = FORMS[dialect];
  const terms = clause.map((term) => (term.begins ? begins(term.word) : whole(term.word)));
  return terms.length === 1 ? terms.join('') : `(${terms.join(or)})`;
}

function textMatch(text: string, dialect: Dialect): string | null {
  const { word: whole, begins, and, or } = FORMS[dialect];
  const number = /^\s*#(\d+)\s*$/.exec(text)?.[1];
  if (number) return whole(numberWord(number));
  const words = typedWords(text);
  if (words.length === 0) return null;
  const goesOn = (word: string, index: number): boolean => index === words.length - 1 || [...word].length <= SHORT;
  // The first letters of the end of a domain have a list of their own; to gather all that goes on from more of them would be to gather the table.
  const domain = words.length > 1 && endsLikeDomain(text);
  const begun = (word: string, index: number): string =>
    domain && index === words.length - 1 ? [...word].slice(0, LISTED).join('') : word;
  const all = words.map((word, index) => (goesOn(word, index) ? begins(begun(word, index)) : whole(word))).join(and);
  const digits = typedNumber(text);
  return digits === null ? all : `(${all})${or}(${begins(digits)})`;
}

/** Such as an address, whole or almost. */
const endsLikeDomain = (text: string): boolean => /\.\p{L}+\s*$/u.test(text);

function typedWords(text: string): string[] {
  return [...new Set(wordsOf(text).map(({ word }) => word))].slice(0, TERMS);
}

/**
 * The search on PostgreSQL for what ends like a domain, in two: the words before its end, to be looked up, and the end, to be looked for in what
 * they find. Nearly all addresses end in one of a few ways, and to look up all that do would cost more than everything else. Null for any other.
 */
export function splitMatch(text: string, clauses: readonly Clause[] = []): { lookedUp: string; lookedFor: string } | null {
  const { word: whole, begins, and } = FORMS.postgres;
  const words = endsLikeDomain(text) ? typedWords(text) : [];
  const end = words.pop();
  if (end === undefined || words.length === 0) return null;
  const typed = words.map((word) => ([...word].length <= SHORT ? begins(word) : whole(word)));
  const lookedUp = [...typed, ...clauses.map((clause) => clauseMatch(clause, 'postgres'))].join(and);
  return { lookedUp, lookedFor: begins(end) };
}

/** Words hold letters, digits and marks only, so nothing in them is an operator. */
const FORMS: Record<Dialect, { word(word: string): string; begins(word: string): string; and: string; or: string }> = {
  sqlite: { word: (word) => `"${shortened(word)}"`, begins: (word) => `"${shortened(word)}" *`, and: ' AND ', or: ' OR ' },
  postgres: { word: (word) => `'${word}'`, begins: (word) => `'${word}':*`, and: ' & ', or: ' | ' },
};

/** The word of a ticket's number, by which `#12` finds that one alone. */
export function numberWord(number: string): string {
  return `nr${number}`;
}

/** The word of a fact that the team keeps, by which those who have just this value are found. It begins as nothing does that anybody types. */
export function factWord({ propertyId, value }: Fact): string {
  const kept = value.trim().toLowerCase();
  return `\uE000${hashOf(`${propertyId} ${kept}`).slice(0, 20)}`;
}

/** The words of a text or an address that is kept as a fact, each known as one of this property. */
export function wordsInFact({ propertyId, value }: Fact): string[] {
  const mark = `\uE001${hashOf(propertyId).slice(0, 8)}`;
  return [...new Set(wordsOf(value).map(({ word }) => `${mark}${word}`))];
}

/** The mark of a property in three letters, which leaves the beginnings of its words lists of their own. */
export function shortened(word: string): string {
  if (!word.startsWith('\uE001')) return word;
  const mark = Number.parseInt(word.slice(1, 9), 16);
  return String.fromCharCode(0xe100 + (mark >>> 22), 0xe100 + ((mark >>> 11) & 0x7ff), 0xe100 + (mark & 0x7ff)) + word.slice(9);
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A fact as text: true or false, a number with a point, a day such as `2026-11-28`. */
export interface Fact {
  propertyId: string;
  value: string;
}

/** What is typed as a phone number, however it is parted, without what stands for the country or for dialling out. */
function typedNumber(text: string): string | null {
  if (!/^\s*\+?[\d\s()./-]+$/.test(text)) return null;
  const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '');
  return digits.length < PHONE_PART ? null : digits;
}

/** The beginnings by which a phone number is found: all of it, and each end of it, since people know the last digits or leave out the country. */
export function endsOfNumber(value: string): string[] {
  const digits = value.replaceAll(/\D/g, '');
  const count = Math.max(1, digits.length - PHONE_PART + 1);
  return digits === '' ? [] : Array.from({ length: count }, (_, start) => digits.slice(start));
}
