import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until } from '../support/until.js';
import { CHANNEL, SlackDesk } from './slack-desk.js';

// Slack by consent instead of a token (S86): to Slack and back through the routes of the core.
let slack: SlackDesk;
beforeAll(async () => {
  slack = await SlackDesk.open();
}, 240_000);
afterAll(() => slack.close());

const route = (name: string) => `${slack.desk.server.url}/p/slack-test/routes/${slack.responderId}/${name}`;
const settings = () => ({
  connect: 'oauth',
  botToken: '',
  clientId: slack.slack.clientId,
  clientSecret: slack.slack.clientSecret,
});
/** As an admin's browser: to the address for connecting, and no further. */
async function toSlack(): Promise<string> {
  const cookie = slack.owner.cookieHeader ?? '';
  const answer = await fetch(route('install'), { redirect: 'manual', headers: { cookie } });
  expect(answer.status).toBe(302);
  return answer.headers.get('location') ?? '';
}
async function back(address: string): Promise<{ status: number; text: string }> {
  // Slack knows us by our public address, the test by the one on which it listens.
  const url = new URL(address);
  const answer = await fetch(`${route('oauth')}${url.search}`);
  return { status: answer.status, text: await answer.text() };
}

it('is saved before Slack was asked, and says what is to be done', async () => {
  expect(await slack.connect({ ...settings(), clientSecret: '' })).toMatchObject([
    { code: 'INVALID', path: ['input', 'settings', 'clientSecret'] },
  ]);
  expect(await slack.connect(settings())).toEqual([]);
  const agent = await fetch(route('install'), { redirect: 'manual', headers: { cookie: slack.anna.browser.cookieHeader ?? '' } });
  expect(agent.status).toBe(403);
  expect((await fetch(route('install'), { redirect: 'manual' })).status).toBe(401);
});

it('holds what happens meanwhile', async () => {
  await slack.site.post('say?visitor=ada', { id: 'ada-1', text: 'Before anybody was connected' });
  await slack.desk.conversation('Before anybody was connected');
  await until(async () => (await slack.state()).issues.length > 0, { deadlineMs: 60_000, what: 'the issue' });
  expect(slack.slack.calls).toEqual([]);
});

it('comes back once, within its time, for who was sent, and with all that it must be allowed', async () => {
  const address = await toSlack();
  expect(new URL(address).searchParams.get('scope')).toContain('chat:write');
  const refused = await back(slack.slack.agree(address, { refuse: true }));
  expect([refused.status, refused.text]).toEqual([200, expect.stringContaining('access_denied')]);
  expect((await back(slack.slack.agree(address))).status).toBe(403);
  const forged = new URL(slack.slack.agree(await toSlack()));
  forged.searchParams.set('state', 'A'.repeat(43));
  expect((await back(forged.href)).status).toBe(403);

  const wrong = new URL(slack.slack.agree(await toSlack()));
  wrong.searchParams.set('code', 'made-up');
  expect(await back(wrong.href)).toMatchObject({ status: 502, text: expect.stringContaining('invalid_code') });
  const { scopes } = slack.slack;
  slack.slack.scopes = scopes.filter((scope) => scope !== 'reactions:write');
  expect(await back(slack.slack.agree(await toSlack()))).toMatchObject({
    status: 400,
    text: expect.stringContaining('reactions:write'),
  });
  slack.slack.scopes = scopes;

  const home = slack.slack.agree(await toSlack());
  const [first, second] = await Promise.all([back(home), back(home)]);
  expect([first.status, second.status].toSorted()).toEqual([200, 403]);
  expect([first.text, second.text].join()).toContain('Slack is connected to Team');
});

it('then shows all that waited, and keeps the token out of sight', async () => {
  const { id } = await slack.desk.conversation('Before anybody was connected');
  const ts = await slack.threadOf(id, 'Before anybody was connected');
  expect(slack.said(ts)).toEqual(['Before anybody was connected']);
  await until(async () => (await slack.state()).issues.length === 0, { deadlineMs: 60_000, what: 'the issue to be cleared' });
  const rows = await slack.desk.server.uow.reader.query<{ value: string }>('SELECT value FROM plugin_state');
  expect(JSON.stringify(rows)).not.toContain(slack.slack.token);
  const { responders } = await slack.owner.graphql<{ responders: object[] }>('{ responders { id settings secretsSet } }');
  expect(JSON.stringify(responders)).not.toContain('canary');
});

it('refuses another workspace, whose threads these are not', async () => {
  slack.slack.teamId = 'T0OTHER01';
  expect((await back(slack.slack.agree(await toSlack()))).status).toBe(409);
  slack.slack.teamId = 'T0TEAM001';
  expect((await back(slack.slack.agree(await toSlack()))).status).toBe(200);
  expect(await slack.connect(settings())).toEqual([]);
  expect(slack.slack.parents(CHANNEL)).toHaveLength(1);
});
