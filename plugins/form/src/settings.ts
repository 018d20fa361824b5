import { z } from 'zod';
import { field, repeatedNames } from './settings-fields.js';
import { words } from './words.js';

const lines = (multiline = true) => ({ multiline });
const copied = (text: string, title: { en: string; nl: string }, description: { en: string; nl: string }) =>
  z
    .string()
    .max(2000)
    .default(text)
    .meta(words(title, description, { copy: true }));

const origin = z
  .string()
  .trim()
  .regex(/^https?:\/\/[^/\s]+$/, 'An origin is like https://www.example.com, without anything behind it.');

/** A form, as its admin makes it (S22). */
export const settings = z
  .object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(120)
      .meta(
        words(
          { en: 'Name', nl: 'Naam' },
          {
            en: 'The title of the form, and the subject of what comes in.',
            nl: 'De titel van het formulier, en het onderwerp van wat binnenkomt.',
          },
        ),
      ),
    language: z
      .enum(['nl', 'en'])
      .default('nl')
      .meta(words({ en: 'Language', nl: 'Taal' }, undefined, { labels: { nl: 'Nederlands', en: 'English' } })),
    intro: z
      .string()
      .trim()
      .max(2000)
      .default('')
      .meta(words({ en: 'Text above it', nl: 'Tekst erboven' }, undefined, lines())),
    fields: z
      .array(field)
      .min(1, 'A form asks at least one thing.')
      .max(40)
      .default([])
      .meta(
        words(
          { en: 'Fields', nl: 'Velden' },
          {
            en: 'What you ask. The first e-mail address is where answers go.',
            nl: 'Wat je vraagt. Naar het eerste e-mailadres gaan de antwoorden.',
          },
          { item: { title: { en: 'field', nl: 'veld' }, name: 'label' } },
        ),
      ),
    button: z
      .string()
      .trim()
      .max(60)
      .default('')
      .meta(words({ en: 'Button', nl: 'Knop' }, { en: 'Empty: Send.', nl: 'Leeg: Versturen.' })),
    thanks: z
      .string()
      .trim()
      .max(2000)
      .default('')
      .meta(
        words(
          { en: 'Thank-you', nl: 'Bedankje' },
          { en: 'What is shown after sending.', nl: 'Wat na het versturen wordt getoond.' },
          lines(),
        ),
      ),
    ticket: z
      .boolean()
      .default(true)
      .meta(words({ en: 'Make a ticket of each submission', nl: 'Maak een ticket van elke inzending' })),
    theme: z
      .enum(['auto', 'light', 'dark'])
      .default('auto')
      .meta(
        words({ en: 'Colours', nl: 'Kleuren' }, undefined, {
          advanced: true,
          labels: {
            auto: { en: 'As the visitor’s device', nl: 'Zoals het apparaat van de bezoeker' },
            light: { en: 'Light', nl: 'Licht' },
            dark: { en: 'Dark', nl: 'Donker' },
          },
        }),
      ),
    accent: z
      .string()
      .trim()
      .regex(/^#[0-9a-fA-F]{6}$/, 'A colour is like #3c4bd0.')
      .default('#3c4bd0')
      .meta(words({ en: 'Colour of the button', nl: 'Kleur van de knop' }, undefined, { advanced: true })),
    origins: z
      .array(origin)
      .max(50)
      .default([])
      .meta(
        words(
          { en: 'Sites on which it stands, one on each line', nl: 'Sites waarop het staat, een per regel' },
          { en: 'Such as https://www.example.com. Empty: any site.', nl: 'Zoals https://www.voorbeeld.nl. Leeg: elke site.' },
          { advanced: true, ...lines() },
        ),
      ),
    ownForms: z
      .boolean()
      .default(false)
      .meta(
        words(
          {
            en: 'Take what forms of your own and programs send, too',
            nl: 'Neem ook aan wat eigen formulieren en programma’s sturen',
          },
          {
            en: 'They bring no token of this form, so that there is less to tell spam by.',
            nl: 'Ze brengen geen token van dit formulier mee, zodat spam minder goed te herkennen is.',
          },
          { advanced: true },
        ),
      ),
    thanksUrl: z
      .string()
      .trim()
      .max(1000)
      .refine(
        (url) => url === '' || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)),
        'This is no address of a page.',
      )
      .default('')
      .meta(
        words({ en: 'Page after sending without a script', nl: 'Pagina na versturen zonder script' }, undefined, {
          advanced: true,
        }),
      ),
    perHour: z
      .int()
      .min(1)
      .max(1000)
      .default(20)
      .meta(
        words({ en: 'Submissions of one address in an hour', nl: 'Inzendingen van één adres per uur' }, undefined, {
          advanced: true,
        }),
      ),
    embed: copied(
      '<script src="{route:embed}" async></script>',
      { en: 'In your page, by a script', nl: 'In je pagina, met een script' },
      { en: 'The form appears where this line stands.', nl: 'Het formulier verschijnt waar deze regel staat.' },
    ),
    frame: copied(
      '<iframe src="{route:page}" width="100%" height="640" style="border:0" title="Contact"></iframe><script src="{route:fit}" async></script>',
      { en: 'Or in a frame', nl: 'Of in een frame' },
      {
        en: 'Works without scripts, too; with its script it is as high as what is in it.',
        nl: 'Werkt ook zonder scripts; met het script is het zo hoog als wat erin staat.',
      },
    ),
    address: copied(
      '{route:page}',
      { en: 'Or as a page of its own', nl: 'Of als eigen pagina' },
      { en: 'To link to.', nl: 'Om naar te verwijzen.' },
    ),
    preview: z
      .string()
      .max(10)
      .default('')
      .meta(words({ en: 'Preview', nl: 'Voorbeeld' }, undefined, { preview: 'preview' })),
  })
  .superRefine(({ fields }, context) => {
    for (const at of repeatedNames(fields))
      context.addIssue({ code: 'custom', path: ['fields', at, 'name'], message: 'Another input has this name.' });
  });
export type Settings = z.output<typeof settings>;
