import { DomainError } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import type { Reader } from '../../kernel/uow.js';
import { placeOfFact } from './facts.js';
import { type Clause, factWord, wordsInFact } from './terms.js';

/** Which facts are asked for, as in `FactInput`: one of its ways. */
export interface FactAsked {
  propertyId: string;
  value?: string | null | undefined;
  anyOf?: readonly string[] | null | undefined;
  contains?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  kept?: boolean | null | undefined;
}

/** How it is looked for: by words of the index, by a range, or by whether anything is kept at all. */
export type FactFilter =
  | { by: 'words'; clauses: readonly Clause[] }
  | { by: 'range'; propertyId: string; from: number | null; to: number | null }
  | { by: 'kept'; propertyId: string; kept: boolean }
  | { by: 'nobody' };

const TEXT_LENGTH = 200;
const VALUES = 100;
/** As it is kept (`contactSave`), with a point and without signs that part thousands. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
const NOBODY: FactFilter = { by: 'nobody' };

/** Throws unless it asks in exactly one way; whether that fits the property is seen by `factFilter`. */
export function checkFact(fact: FactAsked): void {
  const { propertyId, value, anyOf, contains, from, to, kept } = fact;
  const range = from != null || to != null;
  const ways = [value != null, anyOf != null, contains != null, range, kept != null].filter(Boolean).length;
  if (!isId('contactProperty', propertyId)) throw invalid('propertyId', 'That is no property of contacts.');
  if (ways !== 1) throw invalid(null, 'Ask for a fact by one of value, anyOf, contains, from and to, or kept.');
  if (anyOf && (anyOf.length === 0 || anyOf.length > VALUES)) throw invalid('anyOf', `Give 1 to ${VALUES} values.`);
  if (contains != null && contains.length > TEXT_LENGTH)
    throw invalid('contains', `What is looked for has at most ${TEXT_LENGTH} characters.`);
}

/** How to look for a fact; throws what is wrong with it. A property that is no more finds nobody. */
export async function factFilter(reader: Reader, fact: FactAsked): Promise<FactFilter> {
  checkFact(fact);
  const { propertyId, value, anyOf, contains, kept } = fact;
  const whole = (one: string) => ({ word: factWord({ propertyId, value: one }) });
  if (value != null) return { by: 'words', clauses: [[whole(value)]] };
  if (anyOf) return { by: 'words', clauses: [anyOf.map(whole)] };
  const type = await typeOf(reader, propertyId);
  if (type === null) return NOBODY;
  if (kept != null) return { by: 'kept', propertyId, kept };
  return contains == null ? rangeOf(fact, type) : containing({ propertyId, value: contains }, type);
}

async function typeOf(reader: Reader, propertyId: string): Promise<string | null> {
  const [row] = await reader.query<{ type: string }>('SELECT type FROM contact_property WHERE id = ?', [propertyId]);
  return row?.type ?? null;
}

/** The last word may go on, as it is being typed. */
function containing(fact: { propertyId: string; value: string }, type: string): FactFilter {
  if (type !== 'TEXT' && type !== 'LINK') throw invalid('contains', 'Only texts and links are looked into.');
  const words = wordsInFact(fact);
  if (words.length === 0) return NOBODY;
  return { by: 'words', clauses: words.map((word, index) => [{ word, begins: index === words.length - 1 }]) };
}

function rangeOf({ propertyId, from, to }: FactAsked, type: string): FactFilter {
  if (type !== 'NUMBER' && type !== 'DATE')
    throw invalid(from == null ? 'to' : 'from', 'Only numbers and days go from one to another.');
  const bounds = { from: boundOf(from, 'from', type), to: boundOf(to, 'to', type) };
  const none = bounds.from !== null && bounds.to !== null && bounds.from > bounds.to;
  return none ? NOBODY : { by: 'range', propertyId, ...bounds };
}

function boundOf(text: string | null | undefined, field: 'from' | 'to', type: 'NUMBER' | 'DATE'): number | null {
  if (text == null) return null;
  const bound = type === 'DATE' ? placeOfFact(text) : NUMBER.test(text) ? Number(text) : null;
  if (bound !== null && Number.isFinite(bound)) return bound;
  throw invalid(field, type === 'DATE' ? 'That is no day such as 2026-11-28.' : 'That is no number such as 12.5.');
}

function invalid(field: string | null, message: string): DomainError {
  return new DomainError('INVALID', message, { path: field === null ? ['fact'] : ['fact', field] });
}
