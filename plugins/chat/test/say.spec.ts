import { expect, it, jest } from '@jest/globals';
import { Site } from './site.js';

const codeOf = ({ status, json }: { status: number; json: never }) => {
  const { code, field } = (json as { error: { code: string; field?: string } }).error;
  return [status, code, field];
};

it('keeps what is written before it answers, and a commit that fails is told as no answer', async () => {
  const site = new Site();
  const token = await site.visit();
  site.host.failing = 1;
  await expect(site.ask('say', { id: 'message-1', text: 'Hi' }, { token })).rejects.toThrow('The database is away.');
  expect(site.host.published).toEqual([]);
  const { status, json } = await site.ask('say', { id: 'message-1', text: ' Hi ' }, { token });
  expect([status, json]).toMatchObject([200, { item: { id: 'message-1', from: 'visitor', text: 'Hi', files: [] } }]);
  await site.ask('say', { id: 'message-1', text: 'Hi' }, { token });
  expect(site.host.events.filter(({ type }) => type === 'message')).toHaveLength(1);
});

it.each([
  [{ id: 'short', text: 'Hi' }, 'id'],
  [{ id: 'message 1', text: 'Hi' }, 'id'],
  [{ id: 'message-1', text: '' }, 'text'],
  [{ id: 'message-1', text: '   ' }, 'text'],
  [{ id: 'message-1', text: ['a'] }, 'text'],
  [{ id: 'message-1', text: 'x'.repeat(8001) }, 'text'],
  [{ id: 'message-1', text: 'Hi', files: ['made up'] }, 'files'],
  [{ id: 'message-1', text: 'Hi', files: Array.from({ length: 6 }, () => 'x') }, 'files'],
  [{ id: { $gt: '' }, text: 'Hi' }, 'id'],
])('refuses %j, naming %s', async (body, field) => {
  const site = new Site();
  const token = await site.visit();
  expect(codeOf(await site.ask('say', body, { token }))).toEqual([422, 'INVALID', field]);
  expect(codeOf(await site.ask('say', 'not json', { token }))[1]).toBe('INVALID');
  expect(site.host.events).toEqual([]);
});

it('counts what visitors and addresses do in a minute', async () => {
  const site = new Site();
  const [busy, calm] = [await site.visit(), await site.visit()];
  const say = (token: string, n: number, ip: string) => site.ask('say', { id: `message-${n}`, text: 'Hi' }, { token, ip });
  for (let n = 0; n < 30; n++) expect((await say(busy, n, '192.0.2.7')).status).toBe(200);
  const refused = await say(busy, 30, '192.0.2.7');
  expect([...codeOf(refused).slice(0, 2), Number(refused.headers['retry-after']) > 0]).toEqual([429, 'LIMIT', true]);
  expect((await say(calm, 0, '192.0.2.7')).status).toBe(200);
  site.pass(60_000);
  expect((await say(busy, 30, '192.0.2.7')).status).toBe(200);
});

it('takes no files where the desk wants none, and none that is larger than it says', async () => {
  const closed = new Site({ attachments: false });
  const token = await closed.visit();
  expect(((await closed.ask('open')).json as { limits: object }).limits).toMatchObject({ files: 0 });
  expect(codeOf(await closed.ask('upload', Buffer.from('x'), { token }))).toEqual([422, 'INVALID', 'files']);
  const site = new Site({ fileMegabytes: 1 });
  const mine = await site.visit();
  expect(codeOf(await site.ask('upload', Buffer.alloc(1_000_001), { token: mine }))).toEqual([413, 'TOO_LARGE', 'files']);
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  const kept = await site.ask('upload', Buffer.from('<b>hi</b>'), { token: mine, query: { name: 'a.html' }, headers });
  expect(kept.json).toMatchObject({ name: 'a.html', mime: 'text/html', bytes: 9 });
  const { file } = kept.json as { file: string };
  site.pass(3_600_001);
  expect(codeOf(await site.ask('say', { id: 'message-1', text: '', files: [file] }, { token: mine }))).toEqual([
    422,
    'INVALID',
    'files',
  ]);
});

it('tells the core what a visitor says of himself, and ties his conversation to it with his first words', async () => {
  const site = new Site();
  const token = await site.visit();
  await site.ask('details', { email: 'ada@client.example', name: 'Ada' }, { token });
  await site.ask('say', { id: 'message-1', text: 'Hi' }, { token });
  await site.ask('say', { id: 'message-2', text: 'Hi' }, { token });
  const profiles = site.host.events.flatMap((event) => (event.type === 'profile' ? [event] : []));
  expect(profiles.map(({ known, threadKey }) => [known, threadKey !== undefined])).toEqual([
    [[{ kind: 'email', value: 'ada@client.example', trust: 'claimed' }], false],
    [[{ kind: 'email', value: 'ada@client.example', trust: 'claimed' }], true],
  ]);
  expect((await site.ask('sync', {}, { token })).json).toMatchObject({
    visitor: { known: true, identified: false, name: 'Ada', email: 'ada@client.example' },
  });
});

it('takes an address that answers a bot’s question for his address, and none that he only mentions (D23, D32)', async () => {
  const site = new Site();
  const token = await site.visit();
  const emailOf = async () =>
    ((await site.ask('sync', {}, { token })).json as { visitor: { email: string | null } }).visitor.email;
  const said = (text: string, asks?: 'email') => ({
    ...{ id: 'msg_1', ids: [], at: site.now, from: 'bot' as const, author: { name: 'Robbie' } },
    parts: [{ type: 'text' as const, text, ...(asks ? { asks } : {}) }],
  });
  const history = jest.spyOn(site.context, 'history');
  history.mockResolvedValue([said('What is your order number?')]);
  await site.ask('say', { id: 'message-1', text: 'boss@far.example' }, { token });
  expect(await emailOf()).toBeNull();
  history.mockResolvedValue([said('What is your e-mail address?', 'email')]);
  await site.ask('say', { id: 'message-2', text: 'I would rather not say' }, { token });
  expect(await emailOf()).toBeNull();
  await site.ask('say', { id: 'message-3', text: ' ada@client.example ' }, { token });
  history.mockRestore();
  expect(await emailOf()).toBe('ada@client.example');
  expect(site.host.published.at(-1)?.data).toMatchObject({
    kind: 'visitor',
    visitor: { known: true, email: 'ada@client.example' },
  });
});
