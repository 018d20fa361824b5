/** What an admin fills in for a bot. */
import { secret } from '@balie/plugin-sdk';
import { z } from 'zod';
import { flawsOf } from './program.js';
import { flow } from './steps.js';
import { as, words } from './words.js';

export const settings = z
  .object({
    steps: flow,
    language: z
      .enum(['en', 'nl'])
      .default('en')
      .meta(
        as({
          title: words('Language', 'Taal'),
          description: words('Of what the bot notes for your team.', 'Van wat de bot voor je team noteert.'),
          labels: { en: 'English', nl: 'Nederlands' },
        }),
      ),
    startWhen: z
      .enum(['always', 'open', 'closed', 'available', 'nobody'])
      .default('always')
      .meta(
        as({
          title: words('Begins', 'Begint'),
          description: words('With a new conversation that nobody has yet.', 'Bij een nieuw gesprek dat nog van niemand is.'),
          labels: {
            always: words('Always', 'Altijd'),
            open: words('During the hours of the inbox', 'Tijdens de uren van de inbox'),
            closed: words('Outside the hours of the inbox', 'Buiten de uren van de inbox'),
            available: words('When somebody is available', 'Als er iemand beschikbaar is'),
            nobody: words('When nobody is available', 'Als er niemand beschikbaar is'),
          },
        }),
      ),
    atEnd: z
      .enum(['handover', 'stay'])
      .default('handover')
      .meta(
        as({
          title: words('After the last step', 'Na de laatste stap'),
          labels: {
            handover: words('Hand over to people', 'Overdragen aan mensen'),
            stay: words('Stay in Bots until somebody takes it', 'In Bots blijven tot iemand het neemt'),
          },
        }),
      ),
    notUnderstood: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .default('Sorry, I did not understand that. Could you try once more?')
      .meta(
        as({
          title: words('When an answer is not understood', 'Als een antwoord niet wordt begrepen'),
          multiline: true,
        }),
      ),
    retries: z
      .number()
      .int()
      .min(0)
      .max(5)
      .default(2)
      .meta(
        as({
          title: words('How often it asks again before it hands over', 'Hoe vaak opnieuw gevraagd voor het overdragen'),
        }),
      ),
    waitMinutes: z
      .number()
      .min(0.1)
      .max(44_640)
      .default(1440)
      .meta(
        as({
          title: words('Minutes to wait for an answer', 'Minuten wachten op een antwoord'),
        }),
      ),
    onTimeout: z
      .enum(['handover', 'close'])
      .default('handover')
      .meta(
        as({
          title: words('When no answer comes', 'Als er geen antwoord komt'),
          labels: { handover: words('Hand over to people', 'Overdragen aan mensen'), close: words('Close', 'Sluiten') },
        }),
      ),
    signingSecret: secret(
      z
        .string()
        .max(200)
        .default('')
        .meta(
          as({
            title: words('Secret for webhooks', 'Geheim voor webhooks'),
            description: words(
              'Signs what is sent to them; 16 characters or more.',
              'Ondertekent wat ze krijgen; 16 tekens of meer.',
            ),
            advanced: true,
          }),
        ),
    ),
  })
  .superRefine(({ steps, signingSecret }, context) => {
    for (const { path, message } of flawsOf(steps)) context.addIssue({ code: 'custom', path: ['steps', ...path], message });
    if (signingSecret !== '' && signingSecret.length < 16)
      context.addIssue({ code: 'custom', path: ['signingSecret'], message: 'A secret has 16 characters or more.' });
  });
export type Settings = z.output<typeof settings>;
