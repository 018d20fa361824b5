import { defineChannel } from '@balie/plugin-sdk';
import { check } from './check.js';
import { onDeletion, settleDeletions, showDeletion, showTask } from './deletion.js';
import { fetchFile } from './files.js';
import { fetchProfile } from './profile.js';
import { act, send } from './send.js';
import { settings } from './settings.js';
import { watch } from './watch.js';
import { WINDOW } from './window.js';

const TITLE = { en: 'Messenger', nl: 'Messenger' };

/** A Facebook page with Messenger (S21, D39, D40). */
export const messenger = defineChannel({
  type: 'messenger',
  title: TITLE,
  icon: 'message',
  view: { id: 'messenger', title: TITLE },
  identities: ['psid'],
  settings,
  settingsVersion: 1,
  capabilities: {
    outbound: 'reply',
    continuity: 'one-per-contact',
    replyWindow: WINDOW,
    // Longer texts go out as several messages of 2,000 characters.
    text: { maxLength: 20_000, formats: [] },
    files: { maxBytes: 25 * 1024 * 1024, maxCount: 20, mime: ['*/*'] },
    choices: 'full',
    edit: 'none',
    delete: 'none',
    reaction: 'none',
    typing: { in: false, out: true },
    receipts: ['delivered', 'read'],
    compose: [],
  },
  check,
  schedules: { watch: { every: '6h', run: watch }, deletions: { every: '1h', run: settleDeletions } },
  routes: {
    deletion: { method: 'POST', public: true, maxBytes: 16 * 1024, handle: onDeletion },
    deletionState: { method: 'GET', public: true, handle: showDeletion },
    deletionTask: { method: 'GET', public: false, handle: showTask },
  },
  send,
  signalTyping: ({ key }, active, context) => act(context, key, active ? 'typing_on' : 'typing_off'),
  signalRead: ({ key }, _upTo, context) => act(context, key, 'mark_seen'),
  fetchFile,
  fetchProfile,
});
