import type { Text } from '@balie/plugin-sdk';
import { z } from 'zod';
import { words } from './words.js';

const label = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .meta(words({ en: 'Label', nl: 'Label' }));
const help = z
  .string()
  .trim()
  .max(500)
  .default('')
  .meta(words({ en: 'Help', nl: 'Uitleg' }, { en: 'Stands under the label.', nl: 'Staat onder het label.' }));
const required = z
  .boolean()
  .default(false)
  .meta(words({ en: 'Must be filled in', nl: 'Moet worden ingevuld' }));
const name = z
  .string()
  .trim()
  .max(40)
  .regex(/^(?:[a-zA-Z][\w-]*)?$/, 'A letter first, then letters, digits, dashes and underscores.')
  .default('')
  .meta(
    words(
      { en: 'Name in HTML', nl: 'Naam in HTML' },
      {
        en: 'Needed for forms of your own; empty: made of the label.',
        nl: 'Nodig voor eigen formulieren; leeg: gemaakt van het label.',
      },
      { advanced: true },
    ),
  );
const options = z
  .array(z.string().trim().min(1).max(200))
  .min(1, 'There is nothing to choose from.')
  .max(100)
  .meta(words({ en: 'Choices, one on each line', nl: 'Keuzes, een per regel' }, undefined, { multiline: true }));

const basic = <T extends string>(type: T, title: Text) =>
  z.object({ type: z.literal(type), label, help, required, name }).meta(words(title));

/** What can be asked; each with the words of its own form. */
export const field = z.discriminatedUnion('type', [
  basic('text', { en: 'Text', nl: 'Tekst' }),
  basic('long', { en: 'Long text', nl: 'Lange tekst' }),
  basic('email', { en: 'E-mail address', nl: 'E-mailadres' }),
  basic('phone', { en: 'Phone number', nl: 'Telefoonnummer' }),
  z
    .object({
      type: z.literal('choice'),
      label,
      options,
      several: z
        .boolean()
        .default(false)
        .meta(words({ en: 'More than one may be chosen', nl: 'Er mag er meer dan een worden gekozen' })),
      help,
      required,
      name,
    })
    .meta(words({ en: 'Choice', nl: 'Keuze' })),
  basic('checkbox', { en: 'Checkbox', nl: 'Vinkje' }),
  z
    .object({
      type: z.literal('file'),
      label,
      kinds: z
        .enum(['any', 'pictures', 'documents'])
        .default('any')
        .meta(
          words({ en: 'Kinds of files', nl: 'Soorten bestanden' }, undefined, {
            labels: {
              any: { en: 'All but programs', nl: 'Alles behalve programma’s' },
              pictures: { en: 'Pictures', nl: 'Afbeeldingen' },
              documents: { en: 'Pictures and documents', nl: 'Afbeeldingen en documenten' },
            },
          }),
        ),
      count: z
        .int()
        .min(1)
        .max(10)
        .default(3)
        .meta(words({ en: 'Files at most', nl: 'Hoogstens zoveel bestanden' })),
      megabytes: z
        .int()
        .min(1)
        .max(10)
        .default(5)
        .meta(words({ en: 'MB for each', nl: 'MB per bestand' })),
      help,
      required,
      name,
    })
    .meta(words({ en: 'File', nl: 'Bestand' })),
  z
    .object({
      type: z.literal('consent'),
      label: label.meta(words({ en: 'What is agreed to', nl: 'Waarmee akkoord wordt gegaan' })),
      help,
      name,
    })
    .meta(
      words(
        { en: 'Consent', nl: 'Toestemming' },
        { en: 'Must be ticked to go on.', nl: 'Moet worden aangevinkt om verder te gaan.' },
      ),
    ),
]);
export type Field = z.output<typeof field>;
export type NamedField = Field & { name: string };

/** The names of inputs that are ours. */
const OURS = new Set(['website_address']);

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 30);

/** The fields with the names of their inputs: as the admin gave them, else made of the label; each name once. */
export function named(fields: readonly Field[]): NamedField[] {
  const taken = new Set([...OURS, ...fields.map((one) => one.name)]);
  return fields.map((one) => {
    if (one.name !== '') return { ...one };
    const base = slug(one.label) || one.type;
    let free = base;
    for (let n = 2; taken.has(free); n++) free = `${base}_${n}`;
    taken.add(free);
    return { ...one, name: free };
  });
}

/** The places of fields whose name another one has, or that is ours. */
export function repeatedNames(fields: readonly Field[]): number[] {
  const names = fields.map((one) => one.name);
  return names.flatMap((one, at) => (one !== '' && (names.indexOf(one) < at || OURS.has(one)) ? [at] : []));
}
