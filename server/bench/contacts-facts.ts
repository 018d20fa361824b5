// What a team keeps of its contacts: a text of each, a number of each, and a day of one in a hundred, whom another text leaves out.
import { factWord, shortened, wordsInFact } from '../src/features/list-index/terms.js';
import { newId } from '../src/kernel/ids.js';
import type { Stack } from './stack.js';

/** The properties by which contacts are filtered. */
export interface Properties {
  wish: string;
  size: string;
  day: string;
  usual: string;
}
const TYPES = { wish: 'TEXT', size: 'NUMBER', day: 'DATE', usual: 'TEXT' } as const;
const SAVE = 'mutation ($input: ContactPropertyInput!) { contactPropertySave(input: $input) { userErrors { message } } }';
/** Each contact has one of so many numbers. */
export const SIZES = 1_000;
const DAY = '2026-11-28';
const DAYS_SINCE_1970 = Date.parse(`${DAY}T00:00:00Z`) / 86_400_000;

/** Makes the properties, as an admin does. */
export async function makeProperties({ client }: Stack): Promise<Properties> {
  const made: [string, string][] = [];
  for (const [name, type] of Object.entries(TYPES)) {
    const id = newId('contactProperty');
    const { contactPropertySave } = await client.graphql<{ contactPropertySave: { userErrors: object[] } }>(SAVE, {
      input: { id, label: name, type, inAbout: name === 'wish' },
    });
    if (contactPropertySave.userErrors.length > 0) throw new Error(JSON.stringify(contactPropertySave.userErrors));
    made.push([name, id]);
  }
  return Object.fromEntries(made) as unknown as Properties;
}

/** SQL over `s`, `f` and `l` for what is kept of a contact, as JSON, and the words by which that is found. */
export function factsOf(dialect: Stack['dialect'], { wish, size, day, usual }: Properties): { fields: string; words: string[] } {
  const rare = 's.n % 100 = 0';
  const part = (propertyId: string, word: string): string => {
    const [whole = ''] = wordsInFact({ propertyId, value: 'x' });
    return `'${(dialect === 'sqlite' ? shortened(whole) : whole).slice(0, -1)}' || ${word}`;
  };
  const fields = `'{"${wish}":"Wants ' || f.word || ' of ' || l.word || '","${size}":' || (s.n % ${SIZES}) ||
    CASE WHEN ${rare} THEN ',"${day}":"${DAY}"}' ELSE ',"${usual}":"yes"}' END`;
  const found = [part(wish, `'wants'`), part(wish, 'f.word'), part(wish, `'of'`), part(wish, 'l.word')];
  const kept = `CASE WHEN ${rare} THEN '${factWord({ propertyId: day, value: DAY })}' ELSE '${factWord({ propertyId: usual, value: 'yes' })}' END`;
  return { fields, words: [...found, kept] };
}

/** The rows by which ranges are found, and who has something or nothing. */
export function factRows({ wish, size, day, usual }: Properties, series: string, contactId: string): string[] {
  const rows = (propertyId: string, number: string, where: string): string =>
    `INSERT INTO list_fact (contact_id, property_id, number) ${series} SELECT ${contactId}, '${propertyId}', ${number} FROM s WHERE ${where}`;
  return [
    rows(wish, 'NULL', '1 = 1'),
    rows(size, `s.n % ${SIZES}`, '1 = 1'),
    rows(day, String(DAYS_SINCE_1970), 's.n % 100 = 0'),
    rows(usual, 'NULL', 's.n % 100 <> 0'),
  ];
}
