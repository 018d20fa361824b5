import { secret, type When } from '@balie/plugin-sdk';
import { z } from 'zod';
import { words } from './setting-words.js';

const BY_TOKEN: When = { connect: ['token'] };
const BY_OAUTH: When = { connect: ['oauth'] };
const APPS = 'https://api.slack.com/apps';

/** How Slack lets us in: by a token that an admin copies, or by his consent at Slack (OAuth v2). */
export const connectSettings = {
  connect: z
    .enum(['token', 'oauth'])
    .default('token')
    .meta(
      words(
        { en: 'Connect by', nl: 'Verbinden met' },
        {
          en: 'A token is copied from the pages of your app. With OAuth you agree at Slack, and no token is copied.',
          nl: 'Een token kopieer je van de pagina’s van je app. Met OAuth geef je bij Slack toestemming en kopieer je geen token.',
        },
        { labels: { token: { en: 'Bot token', nl: 'Bot-token' }, oauth: { en: 'OAuth', nl: 'OAuth' } } },
      ),
    ),
  botToken: secret(
    z
      .string()
      .trim()
      .regex(/^(xoxb-\S{6,500})?$/, 'A bot token begins with xoxb-.')
      .default('')
      .meta(
        words(
          { en: 'Bot token', nl: 'Bot-token' },
          {
            en: 'Under “OAuth & Permissions” of your Slack app. It begins with xoxb-.',
            nl: 'Onder “OAuth & Permissions” van je Slack-app. Hij begint met xoxb-.',
          },
          { link: APPS, when: BY_TOKEN, needed: true },
        ),
      ),
  ),
  clientId: z
    .string()
    .trim()
    .regex(/^(\d{1,20}\.\d{1,20})?$/, 'A client id is two numbers with a dot between them.')
    .default('')
    .meta(
      words(
        { en: 'Client ID', nl: 'Client ID' },
        { en: 'Under “Basic Information” of your Slack app.', nl: 'Onder “Basic Information” van je Slack-app.' },
        { link: APPS, when: BY_OAUTH, needed: true },
      ),
    ),
  clientSecret: secret(
    z
      .string()
      .trim()
      .max(200)
      .default('')
      .meta(
        words(
          { en: 'Client secret', nl: 'Client secret' },
          { en: 'Under “Basic Information” of your Slack app.', nl: 'Onder “Basic Information” van je Slack-app.' },
          { when: BY_OAUTH, needed: true },
        ),
      ),
  ),
  redirectUrl: z
    .string()
    .default('{route:oauth}')
    .meta(
      words(
        { en: 'Redirect URL', nl: 'Redirect URL' },
        {
          en: 'Add it at Slack under “OAuth & Permissions” → “Redirect URLs”, once it is saved here.',
          nl: 'Voeg het bij Slack toe onder “OAuth & Permissions” → “Redirect URLs”, nadat het hier is bewaard.',
        },
        { copy: true, when: BY_OAUTH },
      ),
    ),
  installUrl: z
    .string()
    .default('{route:install}')
    .meta(
      words(
        { en: 'Address for connecting', nl: 'Adres om te verbinden' },
        {
          en: 'Open it, signed in as an admin, once all of this is saved: Slack asks which workspace, and comes back.',
          nl: 'Open het, aangemeld als beheerder, nadat dit alles is bewaard: Slack vraagt welke werkruimte en komt terug.',
        },
        { copy: true, when: BY_OAUTH },
      ),
    ),
};
/** What each way cannot do without. */
export const NEEDED = { token: ['botToken'], oauth: ['clientId', 'clientSecret'] } as const;
