import { secret } from '@balie/plugin-sdk';
import { z } from 'zod';
import { words } from './setting-words.js';

const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/;
const COLOR = /^#[0-9a-f]{6}$/i;

const flow = z.object({
  id: z
    .string()
    .regex(/^[\w-]{1,40}$/, 'Letters, digits and dashes.')
    .default('chat')
    .meta(words({ en: 'Name', nl: 'Naam' }, { en: 'For yourself; letters and digits.', nl: 'Voor jezelf; letters en cijfers.' })),
  heading: z
    .string()
    .trim()
    .max(80)
    .default('')
    .meta(
      words(
        { en: 'Heading', nl: 'Kop' },
        { en: 'Stands above the chat. Empty: the name of the inbox.', nl: 'Staat boven de chat. Leeg: de naam van de inbox.' },
      ),
    ),
  welcome: z
    .string()
    .trim()
    .max(1000)
    .default('')
    .meta(words({ en: 'Welcome message', nl: 'Welkomstbericht' }, undefined, { multiline: true })),
  urls: z
    .array(z.string().trim().min(1).max(300))
    .max(50)
    .default([])
    .meta(
      words(
        { en: 'Pages', nl: 'Pagina’s' },
        {
          en: 'Where it shows: /shop/* or shop.example/help. * stands for anything, ! in front leaves out. None: everywhere.',
          nl: 'Waar hij te zien is: /winkel/* of winkel.example/hulp. * staat voor alles, ! ervoor sluit uit. Geen: overal.',
        },
      ),
    ),
  audience: z
    .enum(['everyone', 'known', 'unknown'])
    .default('everyone')
    .meta(
      words({ en: 'For whom', nl: 'Voor wie' }, undefined, {
        labels: {
          everyone: { en: 'Everyone', nl: 'Iedereen' },
          known: { en: 'Whose e-mail address is known', nl: 'Wie van wie het e-mailadres bekend is' },
          unknown: { en: 'Who is not known yet', nl: 'Wie nog niet bekend is' },
        },
      }),
    ),
  availability: z
    .enum(['always', 'hours', 'users'])
    .default('users')
    .meta(
      words({ en: 'Available', nl: 'Beschikbaar' }, undefined, {
        labels: {
          always: { en: 'Always', nl: 'Altijd' },
          hours: { en: 'During the working hours of the inbox', nl: 'Tijdens de werktijden van de inbox' },
          users: { en: 'While somebody is available', nl: 'Zolang er iemand beschikbaar is' },
        },
      }),
    ),
  email: z
    .enum(['never', 'before', 'waiting'])
    .default('waiting')
    .meta(
      words({ en: 'Ask for the e-mail address', nl: 'Naar het e-mailadres vragen' }, undefined, {
        labels: {
          never: { en: 'Never', nl: 'Nooit' },
          before: { en: 'Before the first message', nl: 'Voor het eerste bericht' },
          waiting: { en: 'While the visitor waits for an answer', nl: 'Terwijl de bezoeker op antwoord wacht' },
        },
      }),
    ),
  askName: z
    .boolean()
    .default(false)
    .meta(words({ en: 'Ask for the name, too', nl: 'Ook naar de naam vragen' })),
  awayText: z
    .string()
    .trim()
    .max(1000)
    .default('')
    .meta(
      words(
        { en: 'Text when nobody is there', nl: 'Tekst als er niemand is' },
        { en: 'Takes the place of the welcome message.', nl: 'Komt in de plaats van het welkomstbericht.' },
        { multiline: true },
      ),
    ),
  awayEmail: z
    .boolean()
    .default(true)
    .meta(words({ en: 'Ask for the e-mail address when nobody is there', nl: 'Naar het e-mailadres vragen als er niemand is' })),
  language: z
    .enum(['auto', 'en', 'nl'])
    .default('auto')
    .meta(
      words({ en: 'Language', nl: 'Taal' }, undefined, {
        labels: {
          auto: { en: 'That of the visitor', nl: 'Die van de bezoeker' },
          en: { en: 'English', nl: 'Engels' },
          nl: { en: 'Dutch', nl: 'Nederlands' },
        },
      }),
    ),
});

/** One way in which the chat shows itself (D29). */
export type Flow = z.output<typeof flow>;

const ending = {
  closeAfter: z
    .number()
    .int()
    .min(0)
    .max(24 * 60)
    .default(30)
    .meta(
      words(
        { en: 'Close a chat after minutes without an answer', nl: 'Een chat sluiten na minuten zonder antwoord' },
        {
          en: 'Once you have answered and the visitor says nothing any more. 0: never. It opens again when he writes.',
          nl: 'Als jij hebt geantwoord en de bezoeker niets meer zegt. 0: nooit. Hij gaat weer open als de bezoeker schrijft.',
        },
      ),
    ),
  transcript: z
    .enum(['never', 'asked', 'always'])
    .default('asked')
    .meta(
      words(
        { en: 'Copy of the chat by e-mail', nl: 'Kopie van de chat per e-mail' },
        {
          en: 'To the address that the visitor has given, by the mailbox of this inbox.',
          nl: 'Naar het adres dat de bezoeker heeft opgegeven, via de mailbox van deze inbox.',
        },
        {
          labels: {
            never: { en: 'Never', nl: 'Nooit' },
            asked: { en: 'When the visitor asks for it', nl: 'Als de bezoeker erom vraagt' },
            always: { en: 'When he asks for it, and after each chat', nl: 'Als hij erom vraagt, en na elke chat' },
          },
        },
      ),
    ),
};

const look = {
  color: z
    .string()
    .regex(COLOR, 'A colour is like #1f5eff.')
    .default('#1f5eff')
    .meta(words({ en: 'Colour', nl: 'Kleur' }, { en: 'Such as #1f5eff.', nl: 'Zoals #1f5eff.' })),
  position: z
    .enum(['right', 'left'])
    .default('right')
    .meta(
      words({ en: 'Corner', nl: 'Hoek' }, undefined, {
        labels: { right: { en: 'Bottom right', nl: 'Rechtsonder' }, left: { en: 'Bottom left', nl: 'Linksonder' } },
      }),
    ),
};

const privacy = {
  pages: z
    .boolean()
    .default(true)
    .meta(
      words(
        { en: 'Show agents on which page a visitor is', nl: 'Medewerkers laten zien op welke pagina een bezoeker is' },
        {
          en: 'The last page only, once he has written, without what stands behind ? and #.',
          nl: 'Alleen de laatste pagina, zodra hij heeft geschreven, zonder wat achter ? en # staat.',
        },
        { advanced: true },
      ),
    ),
  waitForConsent: z
    .boolean()
    .default(false)
    .meta(
      words(
        { en: 'Keep nothing in the browser before consent', nl: 'Niets in de browser bewaren voor toestemming' },
        {
          en: 'Your site says when: balie("consent", true). Until then a new page begins a new conversation.',
          nl: 'Je site zegt wanneer: balie("consent", true). Tot dan begint elke pagina een nieuw gesprek.',
        },
        { advanced: true },
      ),
    ),
  consentText: z
    .string()
    .trim()
    .max(1000)
    .default('')
    .meta(
      words(
        { en: 'Consent', nl: 'Toestemming' },
        {
          en: 'What a visitor agrees to before he writes. Empty: nothing.',
          nl: 'Waarmee een bezoeker instemt voor hij schrijft. Leeg: niets.',
        },
        { multiline: true, advanced: true },
      ),
    ),
  consentLink: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .default('')
    .meta(words({ en: 'Link to the privacy statement', nl: 'Link naar de privacyverklaring' }, undefined, { advanced: true })),
};

export const settings = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Give it a name.')
    .max(100)
    .meta(
      words({ en: 'Name', nl: 'Naam' }, { en: 'Of the site, such as shop.example.', nl: 'Van de site, zoals winkel.example.' }),
    ),
  origins: z
    .array(z.string().trim().toLowerCase().regex(ORIGIN, 'An address is like https://shop.example or https://*.shop.example.'))
    .max(50)
    .default([])
    .meta(
      words(
        { en: 'Sites that may show the chat', nl: 'Sites die de chat mogen tonen' },
        { en: 'Such as https://shop.example. None: every site.', nl: 'Zoals https://winkel.example. Geen: elke site.' },
      ),
    ),
  flows: z
    .array(flow)
    .max(50)
    .default([flow.parse({})])
    .refine((flows) => new Set(flows.map(({ id }) => id)).size === flows.length, 'Give each its own name.')
    .meta(
      words(
        { en: 'Chats', nl: 'Chats' },
        {
          en: 'The first one that fits a page and a visitor is shown.',
          nl: 'De eerste die bij een pagina en een bezoeker past wordt getoond.',
        },
        { item: { title: { en: 'chat', nl: 'chat' }, name: 'id' } },
      ),
    ),
  ...ending,
  ...look,
  attachments: z
    .boolean()
    .default(true)
    .meta(words({ en: 'Visitors may send files', nl: 'Bezoekers mogen bestanden sturen' })),
  fileMegabytes: z
    .number()
    .int()
    .min(1)
    .max(20)
    .default(10)
    .meta(words({ en: 'Largest file in MB', nl: 'Grootste bestand in MB' }, undefined, { when: { attachments: [true] } })),
  identitySecret: secret(
    z
      .string()
      .trim()
      .max(200)
      .default('')
      .refine((value) => value === '' || value.length >= 32, 'Take at least 32 characters.')
      .meta(
        words(
          { en: 'Secret for known visitors', nl: 'Geheim voor bekende bezoekers' },
          {
            en: 'With it your server signs who has logged in (a JWT, HS256), so that he sees his chats on every device. At least 32 characters, kept on your server only.',
            nl: 'Hiermee ondertekent je server wie is ingelogd (een JWT, HS256), zodat die zijn chats op elk apparaat ziet. Minstens 32 tekens, alleen op je server.',
          },
          { advanced: true },
        ),
      ),
  ),
  ...privacy,
  fallbackEmail: z
    .union([z.literal(''), z.email()])
    .default('')
    .meta(
      words(
        { en: 'Address in an emergency', nl: 'Adres in nood' },
        { en: 'Shown when the chat can not be reached.', nl: 'Te zien als de chat niet bereikbaar is.' },
        { advanced: true },
      ),
    ),
  install: z
    .string()
    .default('<script async src="{route:widget}/loader.js"></script>')
    .meta(
      words(
        { en: 'For your site', nl: 'Voor je site' },
        { en: 'Put this line into each page.', nl: 'Zet deze regel in elke pagina.' },
        { copy: true },
      ),
    ),
  preview: z
    .string()
    .default('')
    .meta(words({ en: 'Preview', nl: 'Voorbeeld' }, undefined, { preview: 'preview' })),
});
export type Settings = z.output<typeof settings>;
