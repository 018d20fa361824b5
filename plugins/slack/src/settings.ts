import { secret } from '@balie/plugin-sdk';
import { z } from 'zod';
import { words } from './setting-words.js';
import { connectSettings, NEEDED } from './settings-connect.js';

/** An id as Slack gives it to channels (C…, or G… for older private ones). */
const CHANNEL_ID = /^[CG][A-Z0-9]{6,20}$/;
const channelId = z.string().trim().regex(CHANNEL_ID, 'The id of a channel, such as C0123ABCDEF.');

/** What an admin fills in; all of it comes from the app's pages at api.slack.com. */
const asked = z.object({
  ...connectSettings,
  signingSecret: secret(
    z
      .string()
      .trim()
      .min(8)
      .max(200)
      .meta(
        words(
          { en: 'Signing secret', nl: 'Signing secret' },
          {
            en: 'Under “Basic Information” of your Slack app. It proves that a request comes from Slack.',
            nl: 'Onder “Basic Information” van je Slack-app. Het bewijst dat een verzoek van Slack komt.',
          },
        ),
      ),
  ),
  channel: channelId.meta(
    words(
      { en: 'Channel', nl: 'Kanaal' },
      {
        en: 'In which conversations appear. Invite the app into it first. Its id, at the bottom of its “About” in Slack, may be typed too.',
        nl: 'Waarin gesprekken verschijnen. Nodig de app er eerst in uit. Je mag ook de id typen, die in Slack onderaan bij “Info” staat.',
      },
      { choicesFrom: 'channels' },
    ),
  ),
  inboxChannels: z
    .array(
      z.object({
        inbox: z
          .string()
          .trim()
          .min(1)
          .max(200)
          .meta(
            words(
              { en: 'Inbox', nl: 'Inbox' },
              { en: 'One of the inboxes chosen above.', nl: 'Een van de inboxen die hierboven zijn gekozen.' },
              { pick: 'inbox' },
            ),
          ),
        channel: channelId.meta(
          words(
            { en: 'Channel', nl: 'Kanaal' },
            {
              en: 'In which its conversations appear; invite the app into it, too.',
              nl: 'Waarin haar gesprekken verschijnen; nodig de app er ook in uit.',
            },
            { choicesFrom: 'channels' },
          ),
        ),
      }),
    )
    .max(100)
    .default([])
    .meta(
      words(
        { en: 'Inboxes with another channel', nl: 'Inboxen met een ander kanaal' },
        { en: 'Each inbox may have a channel of its own.', nl: 'Elke inbox kan een eigen kanaal hebben.' },
        { item: { title: { en: 'inbox', nl: 'inbox' }, name: 'inbox' } },
      ),
    ),
  eventsUrl: z
    .string()
    .default('{route:events}')
    .meta(
      words(
        { en: 'Request URL for events', nl: 'Request URL voor events' },
        {
          en: 'Fill this in at Slack under “Event Subscriptions”, once it is saved here.',
          nl: 'Vul dit bij Slack in onder “Event Subscriptions”, nadat het hier is bewaard.',
        },
        { copy: true },
      ),
    ),
  buttonsUrl: z
    .string()
    .default('{route:buttons}')
    .meta(
      words(
        { en: 'Request URL for buttons', nl: 'Request URL voor knoppen' },
        { en: 'Under “Interactivity & Shortcuts” at Slack.', nl: 'Bij Slack onder “Interactivity & Shortcuts”.' },
        { copy: true },
      ),
    ),
  language: z
    .enum(['en', 'nl'])
    .default('en')
    .meta(
      words(
        { en: 'Language', nl: 'Taal' },
        { en: 'Of what stands in Slack.', nl: 'Van wat er in Slack staat.' },
        { labels: { en: 'English', nl: 'Nederlands' } },
      ),
    ),
  apiUrl: z
    .url({ protocol: /^https?$/ })
    .default('https://slack.com/api/')
    .meta(
      words(
        { en: 'Address of Slack', nl: 'Adres van Slack' },
        { en: 'Only for GovSlack: https://slack-gov.com/api/.', nl: 'Alleen voor GovSlack: https://slack-gov.com/api/.' },
        { advanced: true },
      ),
    ),
});
export const settings = asked.check(({ value, issues }) => {
  for (const field of NEEDED[value.connect])
    if (value[field] === '') issues.push({ code: 'custom', path: [field], message: 'This is needed.', input: value[field] });
});
export type Settings = z.output<typeof settings>;

/** The channel for an inbox. Before inboxes were picked from a list their names were typed; what was typed still counts. */
export function channelFor({ channel, inboxChannels }: Settings, { id, name }: { id: string; name: string }): string {
  const key = (text: string) => text.trim().toLowerCase();
  const own = inboxChannels.find(({ inbox }) => inbox === id) ?? inboxChannels.find(({ inbox }) => key(inbox) === key(name));
  return own?.channel ?? channel;
}

/** Each channel once. */
export function channelsOf({ channel, inboxChannels }: Settings): string[] {
  return [...new Set([channel, ...inboxChannels.map((one) => one.channel)])];
}
