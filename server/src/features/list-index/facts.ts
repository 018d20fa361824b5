import { placeholders } from '../../kernel/rows.js';
import type { Tx } from '../../kernel/uow.js';
import { factWord, wordsInFact } from './terms.js';

const DAY = 86_400_000;
const DAYS = /^\d{4}-\d{2}-\d{2}$/;
const ROWS_PER_STATEMENT = 200;
/** A longer text is found by its beginning. */
const WORDS_OF_FACT = 200;

/** What one contact has of the team's facts, by the ids of their properties. */
export interface FactsOf {
  contactId: string;
  fields: Record<string, unknown>;
}

/** The words by which facts are found: each value as a whole, and the words of texts. */
export function wordsOfFacts(fields: Record<string, unknown>): string[] {
  const facts = Object.entries(fields).map(([propertyId, value]) => ({ propertyId, value }));
  const whole = facts.map(({ propertyId, value }) => factWord({ propertyId, value: String(value) }));
  const parts = facts.flatMap(({ propertyId, value }) =>
    typeof value === 'string' ? wordsInFact({ propertyId, value }).slice(0, WORDS_OF_FACT) : [],
  );
  return [...whole, ...parts];
}

/** What numbers and days are ordered by; null for all else. */
export function placeOfFact(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && DAYS.test(value) ? placeOfDay(value) : null;
}

function placeOfDay(day: string): number | null {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(day) ? null : at / DAY;
}

/** Writes which facts these contacts have, in place of what was known. */
export async function putFacts(tx: Tx, contacts: readonly FactsOf[]): Promise<void> {
  await removeFacts(
    tx,
    contacts.map(({ contactId }) => contactId),
  );
  const rows = contacts.flatMap(({ contactId, fields }) =>
    Object.entries(fields).map(([propertyId, value]) => [contactId, propertyId, placeOfFact(value)]),
  );
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const slice = rows.slice(start, start + ROWS_PER_STATEMENT);
    const marks = slice.map(() => '(?, ?, ?)').join(', ');
    await tx.execute(
      `INSERT INTO list_fact (contact_id, property_id, number) VALUES ${marks}
       ON CONFLICT (contact_id, property_id) DO UPDATE SET number = excluded.number`,
      slice.flat(),
    );
  }
}

/** Forgets which facts they have. */
export async function removeFacts(tx: Tx, contactIds: readonly string[]): Promise<void> {
  if (contactIds.length === 0) return;
  await tx.execute(`DELETE FROM list_fact WHERE contact_id IN (${placeholders(contactIds)})`, contactIds);
}
