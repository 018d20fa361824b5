import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Context, Slack } from '../src/api.js';
import { entryOf, parentOf, wordTo } from '../src/blocks.js';
import { check } from '../src/check.js';
import { settings } from '../src/settings.js';
import { textsOf } from '../src/texts.js';
import { FakeSlack, type FakeTrouble } from './fake-slack.mjs';

let far: FakeSlack;
const CHANNEL = 'C0SUPPORT';

function context(more: object = {}): Context {
  const { token, signingSecret, apiUrl } = far;
  const given = settings.parse({ botToken: token, signingSecret, channel: CHANNEL, apiUrl, ...more });
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const instance = { id: 'rsp_1', inboxIds: [], routeUrl: (name: string) => `https://balie.test/p/slack/routes/rsp_1/${name}` };
  return { settings: given, http: fetch, signal: new AbortController().signal, log, instance } as unknown as Context;
}
const post = (more: object) => new Slack(context()).call<{ ts: string }>('chat.postMessage', { channel: CHANNEL, ...more });

beforeAll(async () => {
  far = await FakeSlack.open();
  far.addChannel(CHANNEL, 'support');
});
afterAll(() => far.close());

test.each<[string, FakeTrouble, object]>([
  ['a channel that is not there', { method: 'auth.test', what: 'refuse', code: 'channel_not_found' }, { kind: 'rejected' }],
  ['a token that was revoked', { method: 'auth.test', what: 'refuse', code: 'token_revoked' }, { kind: 'auth' }],
  ['trouble at Slack', { method: 'auth.test', what: 'refuse', code: 'internal_error' }, { kind: 'transient' }],
  ['a server error', { method: 'auth.test', what: 'break', status: 503 }, { kind: 'transient' }],
  ['a line that breaks', { method: 'auth.test', what: 'lose' }, { kind: 'transient' }],
  [
    'a long wait',
    { method: 'auth.test', what: 'limit', seconds: 90 },
    { kind: 'rate_limited', detail: { retryAfterMs: 90_000 } },
  ],
])('%s has the right kind', async (_, trouble, expected) => {
  far.troubles.push(trouble);
  await expect(new Slack(context()).call('auth.test')).rejects.toMatchObject(expected);
});

test('a token never stands in what it fails with', async () => {
  const failed = await new Slack(context({ botToken: 'xoxb-canary-wrong' })).call('auth.test').catch((error: unknown) => error);
  expect(JSON.stringify({ ...(failed as object), message: String(failed) })).not.toContain('canary');
});

test('check says which scopes and which channels are missing', async () => {
  far.addChannel('C0LOCKED', 'locked', { is_member: false });
  const scopes = far.scopes;
  far.scopes = scopes.filter((scope) => scope !== 'users:read.email');
  const { account, checks } = await check(context({ inboxChannels: [{ inbox: 'Sales', channel: 'C0LOCKED' }] }));
  far.scopes = scopes;
  expect(account).toBe(far.teamId);
  expect(checks).toMatchObject([
    { title: 'Permissions', ok: false, message: expect.stringContaining('users:read.email') },
    { title: 'Channel #support', ok: true },
    { title: 'Channel #locked', ok: false, message: expect.stringContaining('/invite') },
  ]);
});

// The fake refuses what is longer than Slack takes, and blocks that it does not know.
test.each(['en', 'nl'] as const)(
  'Slack takes what is shown, however long it is and whatever stands in it (%s)',
  async (language) => {
    const long = '<!channel> & 👍 '.repeat(4000);
    const ctx = context({ language });
    const conversation = {
      id: `cnv_${'0'.repeat(32)}`,
      number: 1182,
      subject: long,
      status: 'CLOSED' as const,
      placement: 'INBOX',
      channelTitle: null,
      inbox: { id: 'inb_1', name: 'Support' },
      assignee: { id: 'usr_1', name: '<Anna>' },
      contact: { name: long },
    };
    const { ts } = await post(parentOf(ctx, conversation));
    const files = Array.from({ length: 40 }, (_, n) => ({
      id: `att_${n}`,
      name: long,
      bytes: 300_000_000,
      inline: false,
      state: 'READY' as const,
    }));
    const item = { id: 'msg_1', direction: 'INBOUND' as const, author: null, text: long, attachments: files };
    await post({ thread_ts: ts, ...entryOf(ctx, item) });
    await post({ thread_ts: ts, ...entryOf(ctx, { ...item, text: '', attachments: [] }) });
    const t = textsOf(ctx.settings);
    await post(wordTo(t, `${t.keptAsComment} ${t.noMember}`, `https://balie.test/settings/profile?link=${'x'.repeat(600)}`));
    expect(JSON.stringify(far.parents(CHANNEL)[0]?.blocks)).toContain('https://balie.test/c/1182');
  },
);
