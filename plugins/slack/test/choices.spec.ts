import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { listChannels } from '../src/choices.js';
import { channelFor, settings } from '../src/settings.js';
import { FakeSlack } from './fake-slack.mjs';

let far: FakeSlack;
beforeEach(async () => {
  far = await FakeSlack.open();
  far.addChannel('C0SUPPORT', 'support');
  far.addChannel('C0ALERTS', 'alerts', { is_member: false });
  far.addChannel('C0OLD', 'old', { is_archived: true });
  far.addChannel('C0BOARD', 'board', { is_private: true });
  far.addChannel('C0SECRET', 'secret', { is_private: true, is_member: false });
  far.addChannel('C0SALES', 'sales');
});
afterEach(() => far.close());

/** The list as it is asked for while somebody fills in the form. */
function list(more: object = {}, installed: object | null = null) {
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const state = { get: () => Promise.resolve(installed && { value: installed, version: 1 }) };
  const filledIn = { connect: 'token', botToken: far.token, apiUrl: far.apiUrl, ...more };
  const context = { settings: filledIn, http: fetch, signal: new AbortController().signal, log, state };
  return listChannels(context as unknown as Parameters<typeof listChannels>[0]);
}
const named = async (answer: ReturnType<typeof list>) => (await answer).choices.map(({ label }) => label);
const asked = () => far.calls.filter(({ method }) => method === 'conversations.list').length;

test('all pages are read; archived and foreign private channels are not there', async () => {
  const { choices, note } = await list();
  expect(choices).toEqual([
    { value: 'C0ALERTS', label: '#alerts', help: expect.objectContaining({ en: expect.stringContaining('/invite @Balie') }) },
    { value: 'C0BOARD', label: '#board', help: { en: 'Private', nl: 'Privé' } },
    { value: 'C0SALES', label: '#sales' },
    { value: 'C0SUPPORT', label: '#support' },
  ]);
  expect([note, asked()]).toEqual([undefined, 2]);
});

test('without a token Slack is not asked, and it is said what is to be done first', async () => {
  expect(await list({ botToken: '' })).toEqual({
    choices: [],
    note: expect.objectContaining({ nl: expect.stringContaining('bot-token') }),
  });
  const oauth = { connect: 'oauth', botToken: '' };
  expect(await list(oauth)).toEqual({
    choices: [],
    note: expect.objectContaining({ en: expect.stringContaining('not connected yet') }),
  });
  expect(asked()).toBe(0);
  expect(await named(list(oauth, { token: far.token, teamId: far.teamId }))).toContain('#support');
});

test('an app that may not see private channels lists the others, and says so', async () => {
  far.scopes = far.scopes.filter((scope) => scope !== 'groups:read');
  const { choices, note } = await list();
  expect(choices.map(({ label }) => label)).toEqual(['#alerts', '#sales', '#support']);
  expect(note).toMatchObject({ en: expect.stringContaining('groups:read') });
});

test('what Slack refuses is told in its words', async () => {
  await expect(list({ botToken: 'xoxb-another' })).rejects.toMatchObject({
    kind: 'auth',
    message: expect.stringContaining('invalid_auth'),
  });
  far.scopes = far.scopes.filter((scope) => !scope.endsWith(':read'));
  await expect(list()).rejects.toMatchObject({ kind: 'rejected', message: expect.stringContaining('channels:read') });
  far.troubles.push({ method: 'conversations.list', what: 'break', status: 503 });
  await expect(list()).rejects.toMatchObject({ kind: 'transient' });
});

test('a short wait is waited for; at a long one what was read is shown, and that there is more', async () => {
  far.troubles.push({ method: 'conversations.list', what: 'limit', seconds: 1 });
  expect(await named(list())).toHaveLength(4);
  far.troubles.push({ method: 'conversations.list', what: 'limit', seconds: 60 });
  await expect(list()).rejects.toMatchObject({ kind: 'rate_limited', detail: { retryAfterMs: 60_000 } });
  const held = { method: 'conversations.list', what: 'hold', until: Promise.resolve() } as const;
  far.troubles.push(held, { method: 'conversations.list', what: 'limit', seconds: 60 });
  const { choices, note } = await list();
  expect(choices).toHaveLength(2);
  expect(note).toMatchObject({ en: expect.stringContaining('Not all channels') });
});

test('a workspace without channels says so; of a very large one not all pages are read', async () => {
  far.channels.clear();
  expect(await list()).toMatchObject({ choices: [], note: { en: expect.stringContaining('no channel') } });
  for (let at = 0; at < 20; at += 1) far.addChannel(`C0MANY${at}`, `many-${at}`);
  const { choices, note } = await list();
  expect(choices).toHaveLength(10);
  expect(note).toMatchObject({ nl: expect.stringContaining('Niet alle kanalen') });
});

test('an inbox is known by its id, and by the name that was typed before there was a list', () => {
  const given = settings.parse({
    ...{ botToken: far.token, signingSecret: far.signingSecret, channel: 'C0SUPPORT' },
    inboxChannels: [
      { inbox: ' Sales ', channel: 'C0SALES' },
      { inbox: 'inb_1', channel: 'C0BOARD' },
    ],
  });
  expect(channelFor(given, { id: 'inb_2', name: 'sales' })).toBe('C0SALES');
  expect(channelFor(given, { id: 'inb_1', name: 'Sales' })).toBe('C0BOARD');
  expect(channelFor(given, { id: 'inb_3', name: 'Support' })).toBe('C0SUPPORT');
});
