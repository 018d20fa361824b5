/** Slack for agents: conversations of any channel as threads, answered from there (S86). */
import { definePlugin, defineResponder } from '@balie/plugin-sdk';
import { onEvent } from './answers.js';
import { Slack } from './api.js';
import { onButton } from './buttons.js';
import { doTask } from './beside.js';
import { check } from './check.js';
import { listChannels } from './choices.js';
import { handle, HEARD } from './journal.js';
import { LATER, runLater } from './later.js';
import { onInstall, onReturn } from './oauth.js';
import { settings } from './settings.js';
import { watched } from './trouble.js';

export default definePlugin({
  responders: [
    defineResponder({
      type: 'slack',
      title: { en: 'Slack', nl: 'Slack' },
      icon: 'brand-slack',
      settings,
      settingsVersion: 1,
      on: HEARD,
      scopes: ['CONVERSATIONS_READ', 'CONVERSATIONS_WRITE', 'MESSAGES_WRITE', 'CONTACTS_READ', 'ACT_FOR'],
      turn: false,
      page: true,
      check,
      settingChoices: { channels: listChannels },
      handle,
      routes: {
        events: { method: 'POST', public: true, maxBytes: 1024 * 1024, handle: onEvent },
        install: { method: 'GET', public: false, admins: true, handle: onInstall },
        oauth: { method: 'GET', public: true, handle: onReturn },
        buttons: { method: 'POST', public: true, maxBytes: 1024 * 1024, handle: onButton },
      },
      schedules: {
        // A token can be revoked without a word: then an admin should know before a customer waits.
        [LATER]: { every: '5m', run: (context) => runLater(context, (task, last) => doTask(context, task, last)) },
        watch: {
          every: '15m',
          run: (context) => watched(context, null, () => new Slack(context).call<void>('auth.test')),
        },
      },
    }),
  ],
});
