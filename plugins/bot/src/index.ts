/** The bot: a responder that walks a conversation through typed steps and hands over to people (D32 to D35, S23). */
import { defineResponder, definePlugin, type CheckResult } from '@balie/plugin-sdk';
import { z } from 'zod';
import { handle, takes, tick } from './bot.js';
import type { BotContext } from './live.js';
import { settings } from './settings.js';
import { tryOut } from './try-out.js';
import { walk } from './program.js';

/** What only the API knows is asked there once it is used; here is counted what there is. */
function check({ settings: { steps }, instance }: BotContext): Promise<CheckResult> {
  return Promise.resolve({ account: instance.id, label: `${[...walk(steps)].length} steps` });
}

export default definePlugin({
  // Read by the host's guard of `context.http`: hosts of a private network that webhooks may be at, as `host:port` with commas between.
  settings: z.object({ privateHosts: z.string().default('') }),
  responders: [
    defineResponder({
      type: 'bot',
      title: { en: 'Bot', nl: 'Bot' },
      icon: 'robot',
      settings,
      settingsVersion: 1,
      on: ['message.received', 'conversation.bot_began'],
      scopes: ['CONVERSATIONS_READ', 'CONVERSATIONS_WRITE', 'MESSAGES_WRITE', 'CONTACTS_READ', 'CONTACTS_WRITE'],
      turn: true,
      check,
      takes,
      handle,
      tryOut: (input, context) => tryOut(input, context.settings),
      // Each wait has a time of its own; this is for what was missed.
      schedules: { clock: { every: '1m', run: tick } },
    }),
  ],
});
