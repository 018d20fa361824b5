import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until } from '../support/until.js';
import { CHANNEL, SlackDesk } from './slack-desk.js';

// Slack for agents (S86): conversations of any channel as threads, answered from there, on the whole server.
let slack: SlackDesk;
let first: { id: string; ts: string };

beforeAll(async () => {
  slack = await SlackDesk.open();
}, 240_000);
afterAll(() => slack.close());

it('is connected only when Slack lets it in and it is where it has to write', async () => {
  expect(await slack.connect({ botToken: 'xoxb-wrong-token' })).toMatchObject([
    { code: 'CHANNEL_DOWN', message: expect.stringContaining('invalid_auth') },
  ]);
  expect(await slack.connect({ channel: 'C0NOWHERE' })).toMatchObject([{ message: expect.stringContaining('C0NOWHERE') }]);
  slack.slack.addChannel('C0LOCKED', 'locked', { is_member: false });
  expect(await slack.connect({ inboxChannels: [{ inbox: 'Sales', channel: 'C0LOCKED' }] })).toMatchObject([
    { message: expect.stringContaining('/invite') },
  ]);
  expect(await slack.connect({ channel: '#support' })).toMatchObject([
    { code: 'INVALID', path: ['input', 'settings', 'channel'] },
  ]);
  expect(await slack.connect()).toEqual([]);
});

it('shows a new conversation as a thread, and nothing that a stranger writes as markup', async () => {
  first = await slack.begin('ada', '<!channel> *Hello* & <https://evil.example|click>');
  expect(slack.said(first.ts)).toEqual(['<!channel> *Hello* & <https://evil.example|click>']);
  const [message] = slack.slack.replies(CHANNEL, first.ts);
  expect(message?.text).toContain('&lt;!channel&gt; *Hello* &amp;');
  expect(slack.above(first.ts)).toContain('Open');
  expect(slack.above(first.ts)).toContain('nobody yet');
});

it('refuses what does not come from Slack, or is older than five minutes', async () => {
  const event = slack.slack.event({ type: 'message' });
  expect((await slack.call('events', slack.slack.signed(event, { secret: 'another' }))).status).toBe(401);
  expect((await slack.call('events', slack.slack.signed(event, { at: Date.now() - 6 * 60_000 }))).status).toBe(401);
  expect((await slack.call('buttons', slack.slack.signed('payload={}', { secret: 'another' }))).status).toBe(401);
  const hello = slack.slack.signed({ type: 'url_verification', token: 'unused', challenge: 'prove-it' });
  expect(await slack.call('events', hello)).toEqual({ status: 200, text: '{"challenge":"prove-it"}' });
});

it('keeps what somebody unknown writes as a comment, once however often Slack tells it, and tells him', async () => {
  const event = await slack.write(first.ts, 'U0BOB', 'Who knows <https://shop.example/1|this order>?');
  const again = slack.slack.signed(event, { headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } });
  expect((await slack.call('events', again)).status).toBe(200);
  expect(await slack.items(first.id)).toMatchObject([
    { direction: 'INBOUND' },
    { direction: 'INTERNAL', text: 'Bob (Slack): Who knows this order (https://shop.example/1)?', author: { name: 'Slack' } },
  ]);
  expect(slack.slack.replies(CHANNEL, first.ts).at(-1)?.reactions).toEqual(['speech_balloon']);
  expect(slack.slack.whispers).toMatchObject([
    { user: 'U0BOB', thread_ts: first.ts, text: expect.stringContaining('not sent to the customer') },
  ]);
  expect(JSON.stringify(slack.slack.whispers[0]?.blocks)).not.toContain('link=');
});

it('sends what a member writes to the customer, once he has said that the account is his', async () => {
  const told = await slack.site.events('visitor=ada');
  await told.ready();
  await slack.write(first.ts, 'U0ANNA', 'Not mine yet');
  expect((await slack.items(first.id)).at(-1)).toMatchObject({ direction: 'INTERNAL', text: 'Anna S (Slack): Not mine yet' });
  await slack.linkAnna();
  const event = slack.slack.write(CHANNEL, first.ts, 'U0ANNA', 'It is on its way &amp; paid, <@U0BOB>');
  const calls = await Promise.all([1, 2, 3].map(() => slack.call('events', slack.slack.signed(event))));
  expect(calls.some(({ status }) => status === 200)).toBe(true);
  expect((await slack.call('events', slack.slack.signed(event))).status).toBe(200);
  expect(await told.told('say')).toMatchObject({ say: 'It is on its way & paid, @Bob' });
  told.stop();
  const sent = (await slack.items(first.id)).filter(({ direction }) => direction === 'OUTBOUND');
  expect(sent).toMatchObject([{ text: 'It is on its way & paid, @Bob', author: { name: 'Anna' } }]);
  expect(slack.slack.replies(CHANNEL, first.ts).at(-1)?.reactions).toEqual(['white_check_mark']);
  await slack.write(first.ts, 'U0ANNA', '// Ask Bob about the refund');
  expect((await slack.items(first.id)).at(-1)).toMatchObject({
    direction: 'INTERNAL',
    text: 'Ask Bob about the refund',
    author: { name: 'Anna' },
  });
});

it('shows what is said and done in Balie, but not again what was written in Slack', async () => {
  await slack.send(first.id, 'Olga here too');
  await slack.send(first.id, 'Only for us', 'INTERNAL');
  await until(() => slack.said(first.ts).includes('Only for us'), { deadlineMs: 60_000, what: 'the comment in the thread' });
  expect(slack.said(first.ts).slice(-2)).toEqual(['Olga here too', 'Only for us']);
  expect(slack.said(first.ts).filter((text) => text.includes('on its way'))).toHaveLength(1);
  await slack.owner.graphql(
    'mutation ($ids: [ID!]!) { conversationSetStatus(ids: $ids, status: CLOSED) { userErrors { message } } }',
    {
      ids: [first.id],
    },
  );
  await until(() => slack.above(first.ts).includes('Reopen'), {
    deadlineMs: 60_000,
    what: 'the closed conversation above the thread',
  });
});

it('assigns, reopens and closes at the press of a button, for members only', async () => {
  expect(await slack.press(first.ts, 'assign', 'U0BOB')).toBe(200);
  expect(await slack.press(first.ts, 'assign', 'U0ANNA')).toBe(200);
  expect(await slack.press(first.ts, 'reopen', 'U0ANNA')).toBe(200);
  expect(await slack.press(first.ts, 'open', 'U0ANNA')).toBe(200);
  const { node } = await slack.owner.graphql<{ node: object }>(
    'query ($id: ID!) { node(id: $id) { ... on Conversation { status assignee { name } } } }',
    { id: first.id },
  );
  expect(node).toEqual({ status: 'OPEN', assignee: { name: 'Anna' } });
  expect(slack.above(first.ts)).toContain('Assigned to: Anna');
  expect(slack.above(first.ts)).toContain('"close"');
  expect(await slack.press(first.ts, 'close', 'U0BOB')).toBe(200);
  expect(await slack.press(first.ts, 'close', 'U0ANNA')).toBe(200);
  await until(() => slack.above(first.ts).includes('"reopen"'), { deadlineMs: 60_000, what: 'the closed conversation' });
  const closed = await slack.owner.graphql<{ node: object }>(
    'query ($id: ID!) { node(id: $id) { ... on Conversation { status } } }',
    { id: first.id },
  );
  expect(closed.node).toEqual({ status: 'CLOSED' });
});

it('posts nothing twice when the answer of Slack is lost, or its process ends before it heard it', async () => {
  slack.slack.troubles.push({ method: 'chat.postMessage', what: 'lose' });
  const lost = await slack.begin('bea', 'Lost on the way');
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  slack.slack.troubles.push({ method: 'chat.postMessage', what: 'hold', until: held });
  await slack.site.post('say?visitor=bea', { id: 'bea-2', text: 'Then it fell' });
  await until(() => slack.said(lost.ts).includes('Then it fell'), { deadlineMs: 60_000, what: 'the post that is not heard of' });
  await slack.restartPlugin();
  release();
  await slack.site.post('say?visitor=bea', { id: 'bea-3', text: 'And stood up' });
  await until(() => slack.said(lost.ts).includes('And stood up'), { deadlineMs: 60_000, what: 'what came after' });
  expect(slack.said(lost.ts)).toEqual(['Lost on the way', 'Then it fell', 'And stood up']);
  expect(slack.slack.parents(CHANNEL)).toHaveLength(2);
}, 240_000);

it('waits as long as Slack asks for, and tries again what Slack could not do', async () => {
  slack.slack.troubles.push(
    { method: 'chat.postMessage', what: 'limit', seconds: 1 },
    { method: 'chat.postMessage', what: 'break', status: 503 },
  );
  const { ts } = await slack.begin('cas', 'In the rush hour');
  expect(slack.said(ts)).toEqual(['In the rush hour']);
}, 240_000);

it('says that the token was revoked, and loses nothing until there is another one', async () => {
  const { slack: far } = slack;
  far.token = 'xoxb-canary-token-2';
  await slack.site.post('say?visitor=dan', { id: 'dan-1', text: 'Is anybody there?' });
  // The plugin tells the issue and its state one after the other.
  const told = async () => {
    const { issues, message } = await slack.state();
    return issues.length > 0 && message !== null;
  };
  await until(told, { deadlineMs: 60_000, what: 'the issue and the state' });
  const { issues, message } = await slack.state();
  expect(issues).toEqual([expect.stringContaining('Slack no longer lets Balie in')]);
  expect(message).toContain('invalid_auth');
  expect(await slack.connect()).toEqual([]);
  const { id } = await slack.desk.conversation('Is anybody there?');
  await slack.threadOf(id, 'Is anybody there?');
  await until(async () => (await slack.state()).issues.length === 0, { deadlineMs: 60_000, what: 'the issue to be cleared' });
}, 240_000);
