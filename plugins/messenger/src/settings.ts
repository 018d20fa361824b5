import { secret } from '@balie/plugin-sdk';
import { z } from 'zod';
import { words } from './words.js';

const APPS = 'https://developers.facebook.com/apps/';

/** One page, and the app of Meta's by which it is reached. */
export const settings = z.object({
  appId: z
    .string()
    .trim()
    .regex(/^\d{5,20}$/, 'An app id is a number.')
    .meta(
      words(
        { en: 'App ID', nl: 'App-ID' },
        {
          en: 'The number of your app, at the top of its page at Meta for Developers.',
          nl: 'Het nummer van je app, bovenaan haar pagina bij Meta for Developers.',
        },
        { link: APPS },
      ),
    ),
  appSecret: secret(
    z
      .string()
      .trim()
      .min(8, 'An app secret is longer than this.')
      .meta(
        words(
          { en: 'App secret', nl: 'Appgeheim' },
          {
            en: 'App settings → Basic → App secret. What Meta sends us is signed with it.',
            nl: 'App-instellingen → Basis → Appgeheim. Wat Meta ons stuurt, is ermee ondertekend.',
          },
        ),
      ),
  ),
  pageToken: secret(
    z
      .string()
      .trim()
      .min(8, 'A page token is longer than this.')
      .meta(
        words(
          { en: 'Page access token', nl: 'Paginatoken' },
          {
            en: 'Messenger → Settings → Access tokens: choose the page and generate a token. One made by a system user does not expire.',
            nl: 'Messenger → Instellingen → Toegangstokens: kies de pagina en maak een token. Een token van een systeemgebruiker verloopt niet.',
          },
        ),
      ),
  ),
  verifyToken: secret(
    z
      .string()
      .trim()
      .min(8, 'Choose at least 8 characters.')
      .max(200)
      .meta(
        words(
          { en: 'Verify token', nl: 'Verificatietoken' },
          {
            en: 'A word of your own of at least 8 characters. Enter the same one at Meta (Messenger → Settings → Webhooks), with the callback URL.',
            nl: 'Een zelfbedacht woord van minstens 8 tekens. Vul bij Meta hetzelfde in (Messenger → Instellingen → Webhooks), met de callback-URL.',
          },
        ),
      ),
  ),
  callbackUrl: z
    .string()
    .default('{webhook:app}')
    .meta(
      words(
        { en: 'Callback URL', nl: 'Callback-URL' },
        {
          en: 'Enter it at Meta once this page is saved: Messenger → Settings → Webhooks. It is the same for all pages.',
          nl: 'Vul hem bij Meta in zodra deze pagina is opgeslagen: Messenger → Instellingen → Webhooks. Hij is voor alle pagina’s dezelfde.',
        },
        { copy: true },
      ),
    ),
  deletionUrl: z
    .string()
    .default('{route:deletion}')
    .meta(
      words(
        { en: 'Data deletion request URL', nl: 'URL voor verzoeken tot wissen' },
        {
          en: 'Enter it at Meta once this page is saved: App settings → Basic → User data deletion → Data deletion callback URL. One channel of an app is enough.',
          nl: 'Vul hem bij Meta in zodra deze pagina is opgeslagen: App-instellingen → Basis → Gebruikersgegevens verwijderen → Callback-URL. Eén kanaal van een app volstaat.',
        },
        { copy: true },
      ),
    ),
  humanAgent: z
    .boolean()
    .default(false)
    .meta(
      words(
        { en: 'Answer for 7 days (Human Agent)', nl: 'Zeven dagen antwoorden (Human Agent)' },
        {
          en: 'Meta lets you answer for 24 hours. When your app has the Human Agent feature (App Review), what people write may go out for 7 days; what bots write never.',
          nl: 'Meta laat je 24 uur antwoorden. Heeft je app de functie Human Agent (App Review), dan mag wat mensen schrijven 7 dagen lang weg; wat bots schrijven nooit.',
        },
      ),
    ),
});
export type Settings = z.output<typeof settings>;

/** What the host may set for all pages: `BALIE_PLUGIN_MESSENGER_GRAPH_URL` and `…_GRAPH_VERSION`. */
export const pluginSettings = z.strictObject({
  graphUrl: z.url({ protocol: /^https?$/ }).default('https://graph.facebook.com'),
  graphVersion: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default('v24.0'),
});
export type PluginSettings = z.output<typeof pluginSettings>;
