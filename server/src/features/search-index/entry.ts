import type { Dialect, Tx } from '../../kernel/uow.js';
import { wordsOf } from './words.js';

/** What can be found of one message or comment. */
export interface Entry {
  messageId: string;
  at: number;
  texts: readonly (string | null | undefined)[];
}

/** Of a longer text the beginning is found: PostgreSQL keeps at most 1 MB of words with a row. */
const TEXT_LENGTH = 200_000;
const WORD_LIMIT = 30_000;
/** PostgreSQL knows no later place in a text. */
const LAST_PLACE = 16_383;
const PLACES_PER_WORD = 255;
const ROWS_PER_STATEMENT = 100;
const PER_SECOND = 2 ** 20;
const LAST_SECOND = 2 ** 33 - 1;

/** Writes entries, in one statement for up to a hundred of them. */
export async function insertEntries(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const { into, place } = FORMS[tx.dialect];
  for (let start = 0; start < entries.length; start += ROWS_PER_STATEMENT) {
    const slice = entries.slice(start, start + ROWS_PER_STATEMENT);
    const values = slice.flatMap((entry) => [entry.messageId, slotOf(entry), document(entry.texts, tx.dialect)]);
    await tx.execute(`INSERT INTO ${into} (message_id, slot, words) VALUES ${slice.map(() => place).join(', ')}`, values);
  }
}

/** The view has triggers that fill entry and index alike. */
const FORMS: Record<Dialect, { into: string; place: string }> = {
  sqlite: { into: 'search_input', place: '(?, ?, ?)' },
  postgres: { into: 'search_entry', place: '(?, ?, CAST(? AS tsvector))' },
};

/** Seconds, and something of its own within the second: entries in the order of their slots are in the order of time. */
function slotOf({ at, messageId }: Entry): number {
  const second = Math.min(Math.max(Math.floor(at / 1000), 0), LAST_SECOND);
  return second * PER_SECOND + (Number.parseInt(messageId.slice(-5), 16) || 0);
}

/** The words of the texts as the database takes them: apart from each other, or with their places. */
function document(texts: Entry['texts'], dialect: Dialect): string {
  const words: string[] = [];
  for (const text of texts) {
    if (!text || words.length >= WORD_LIMIT) continue;
    for (const { word } of wordsOf(text.slice(0, TEXT_LENGTH))) words.push(word);
  }
  const kept = words.slice(0, WORD_LIMIT);
  return dialect === 'sqlite' ? kept.join(' ') : vector(kept);
}

function vector(words: readonly string[]): string {
  const places = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    const known = places.get(word);
    if (!known) places.set(word, [Math.min(index + 1, LAST_PLACE)]);
    else if (known.length < PLACES_PER_WORD) known.push(Math.min(index + 1, LAST_PLACE));
  }
  // A word holds letters, digits and marks only, so nothing in it needs to be quoted.
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}
