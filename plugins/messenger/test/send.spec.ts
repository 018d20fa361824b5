import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChannelError } from '@balie/plugin-sdk';
import { check, FIELDS } from '../src/check.js';
import { fetchFile } from '../src/files.js';
import { split } from '../src/pieces.js';
import { fetchProfile } from '../src/profile.js';
import { act, send } from '../src/send.js';
import { watch } from '../src/watch.js';
import { ANNA, contextFor, PAGE, toAnna } from './desk.js';
import { type FakePerson, GraphApi } from './graph-api.js';

const HOUR = 3_600_000;
let api: GraphApi;
let anna: FakePerson;
beforeEach(async () => {
  api = await GraphApi.open();
  api.page(PAGE, 'Fietsenzaak');
  anna = api.person(ANNA, 'Anna Berg');
});
afterEach(() => api.close());

async function failure(work: Promise<unknown>): Promise<Pick<ChannelError, 'kind' | 'message' | 'detail'>> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown as ChannelError,
  );
  if (error === null || !('kind' in error)) throw error ?? new Error('It did not fail.');
  return error;
}

describe('a message', () => {
  it('goes out as an answer, with the key that its echo is known by', async () => {
    const { context } = contextFor(api);
    expect(await send(toAnna('Hello Anna'), context)).toEqual({ ids: ['m_1'], threadKey: ANNA, status: 'accepted' });
    expect(api.sent).toMatchObject([
      { page: PAGE, to: ANNA, type: 'RESPONSE', tag: null, text: 'Hello Anna', metadata: 'balie:1/1:key-1' },
    ]);
  });

  it('with files goes out in pieces, each file in the request itself', async () => {
    const { context } = contextFor(api);
    const put = (name: string, mime: string) => context.files.put(Buffer.from(`bytes of ${name}`), { name, mime });
    const files = [await put('a.png', 'image/png'), await put('b.pdf', 'application/pdf')];
    const { ids } = await send(
      toAnna([{ type: 'text', text: 'Two files' }, ...files.map((file) => ({ type: 'file' as const, file }))]),
      context,
    );
    expect(ids).toEqual(['m_1', 'm_2', 'm_3']);
    expect(api.sent.map(({ attachment }) => attachment)).toEqual([
      null,
      { type: 'image', name: 'a.png', mime: 'image/png', bytes: 'bytes of a.png' },
      { type: 'file', name: 'b.pdf', mime: 'application/pdf', bytes: 'bytes of b.pdf' },
    ]);
    expect(api.sent.map(({ metadata }) => metadata)).toEqual(['balie:1/3:key-1', 'balie:2/3:key-1', 'balie:3/3:key-1']);
  });

  it('with choices shows quick replies, and a numbered list where these are too many or too long', async () => {
    const { context } = contextFor(api);
    const options = (labels: string[]) => labels.map((label) => ({ label, value: label }));
    await send(toAnna([{ type: 'choices', text: 'Which?', options: options(['Red', 'Blue']) }]), context);
    await send(
      toAnna([{ type: 'choices', text: 'Which?', options: options(['Red', 'x'.repeat(21)]) }], { sendKey: 'key-2' }),
      context,
    );
    expect(api.sent).toMatchObject([
      { text: 'Which?', quickReplies: ['Red', 'Blue'] },
      { text: `Which?\n1. Red\n2. ${'x'.repeat(21)}`, quickReplies: [] },
    ]);
  });

  it('that is too long is split where it may be, and never inside a character', async () => {
    const { context } = contextFor(api);
    await send(toAnna(`${'word '.repeat(500)}end`), context);
    expect(api.sent.map(({ text }) => text?.length)).toEqual([1999, 503]);
    expect(split('😀'.repeat(1500)).every((text) => text.length <= 2000 && !/[\uD800-\uDBFF]$/.test(text))).toBe(true);
    expect(split(`${'a'.repeat(1500)}\n\n${'b'.repeat(1500)}`)).toEqual(['a'.repeat(1500), 'b'.repeat(1500)]);
    expect(split('   ')).toEqual([]);
  });

  it('goes on where it stopped, and is never sent twice', async () => {
    const { context } = contextFor(api);
    const parts = [
      { type: 'text' as const, text: 'x'.repeat(1900) },
      { type: 'text' as const, text: 'the rest' },
    ];
    api.next.push({ status: 200, body: { recipient_id: ANNA, message_id: 'm_first' } });
    api.refuseNext(1200);
    expect(await failure(send(toAnna(parts), context))).toMatchObject({
      kind: 'transient',
      message: expect.stringContaining('The first part of this message went out'),
    });
    expect((await send(toAnna(parts, { attempt: 2 }), context)).ids).toEqual(['m_first', 'm_1']);
    expect((await send(toAnna(parts, { attempt: 3, uncertain: true }), context)).ids).toEqual(['m_first', 'm_1']);
    expect(api.sent).toHaveLength(1);
  });

  it('whose answer was lost is uncertain, until its echo comes', async () => {
    const { context } = contextFor(api);
    api.trouble = 'silent';
    expect(await failure(send(toAnna('Hello'), context))).toMatchObject({ kind: 'uncertain' });
    api.trouble = null;
    expect(await failure(send(toAnna('Hello', { attempt: 2, uncertain: true }), context))).toMatchObject({ kind: 'uncertain' });
    expect(api.sent).toHaveLength(1);
    // A call that was never begun is none that may have gone out.
    expect((await send(toAnna('Other', { sendKey: 'key-2', attempt: 2, uncertain: true }), context)).ids).toEqual(['m_2']);
  });
});

describe('the window', () => {
  const late = (hours: number) => void (anna.wroteAt = Date.now() - hours * HOUR);

  it('of a day closes with words that say so (D39)', async () => {
    late(25);
    expect(await failure(send(toAnna('Late'), contextFor(api).context))).toMatchObject({
      kind: 'window_closed',
      message: expect.stringContaining('too long since this person last wrote'),
      detail: { code: '10/2018278' },
    });
  });

  it('of a week is for people, where the app has it, and never before the day is over', async () => {
    api.app.humanAgent = true;
    const { context } = contextFor(api, { humanAgent: true });
    await send(toAnna('In time', { sendKey: 'key-0' }), context);
    late(25);
    await send(toAnna('Late'), context);
    expect(api.sent).toMatchObject([
      { type: 'RESPONSE', tag: null },
      { type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT', text: 'Late' },
    ]);
    const bot = { sendKey: 'key-2', author: { name: 'Robbie', bot: true } };
    expect(await failure(send(toAnna('A bot', bot), context))).toMatchObject({ kind: 'window_closed' });
    expect(await failure(send(toAnna('Away', { sendKey: 'key-3', automatic: true }), context))).toMatchObject({
      kind: 'window_closed',
    });
    late(24 * 8);
    expect(await failure(send(toAnna('A week later', { sendKey: 'key-4' }), context))).toMatchObject({ kind: 'window_closed' });
  });
});

describe('what Meta refuses', () => {
  it.each([
    [1, undefined, 'transient'],
    [2, undefined, 'transient'],
    [1200, undefined, 'transient'],
    [4, undefined, 'rate_limited'],
    [17, undefined, 'rate_limited'],
    [32, undefined, 'rate_limited'],
    [613, undefined, 'rate_limited'],
    [100, 2018022, 'rate_limited'],
    [10, 2018278, 'window_closed'],
    [10, 2018065, 'window_closed'],
    [10, 2018108, 'unreachable'],
    [551, 1545041, 'unreachable'],
    [100, 2018001, 'unreachable'],
    [190, 463, 'auth'],
    [10, undefined, 'auth'],
    [200, 2018028, 'auth'],
    [299, undefined, 'auth'],
    [100, undefined, 'rejected'],
    [100, 2018047, 'rejected'],
    [9999, undefined, 'rejected'],
  ])('with code %s, %s is %s', async (code, subcode, kind) => {
    api.refuseNext(code, subcode);
    expect(await failure(send(toAnna('Hello'), contextFor(api).context))).toMatchObject({ kind });
    expect(api.sent).toEqual([]);
  });

  it('is waited for as long as it says', async () => {
    const { context } = contextFor(api);
    const waited = async (headers: Record<string, string>) => {
      api.refuseNext(4, undefined, headers);
      return (await failure(send(toAnna('Hello'), context))).detail.retryAfterMs;
    };
    expect(await waited({})).toBe(60_000);
    expect(await waited({ 'retry-after': '7' })).toBe(7_000);
    const usage = { [PAGE]: [{ type: 'messenger', call_count: 100, estimated_time_to_regain_access: 5 }] };
    expect(await waited({ 'x-business-use-case-usage': JSON.stringify(usage) })).toBe(300_000);
    expect(await waited({ 'x-business-use-case-usage': 'nonsense' })).toBe(60_000);
  });

  it('by something on the way to it: a matter of time, or of doubt', async () => {
    const { context } = contextFor(api);
    const kindOf = async (status: number) => {
      api.next.push({ status, body: 'Bad gateway' });
      return (await failure(send(toAnna('Hello'), context))).kind;
    };
    expect(await kindOf(503)).toBe('transient');
    expect(await kindOf(502)).toBe('uncertain');
    expect(await kindOf(429)).toBe('rate_limited');
    expect(await kindOf(404)).toBe('rejected');
    const closed = await GraphApi.open();
    const nowhere = { ...context, plugin: { graphUrl: closed.url } };
    await closed.close();
    expect(await failure(send(toAnna('Hello'), nowhere))).toMatchObject({
      kind: 'transient',
      message: expect.stringContaining('reached'),
    });
  });

  it('soon is told before it does', async () => {
    const { host, context } = contextFor(api);
    const headers = { 'x-app-usage': JSON.stringify({ call_count: 95, total_time: 3 }) };
    api.next.push({ status: 200, headers, body: { message_id: 'm_x' } });
    await send(toAnna('Hello'), context);
    expect(host.said.join()).toContain('95 % of the calls');
  });
});

describe('connecting a page', () => {
  it('proves app, token and permissions, and has the page tell us', async () => {
    const { context } = contextFor(api);
    expect(await check(context)).toMatchObject({
      account: PAGE,
      label: 'Fietsenzaak',
      own: [{ kind: 'psid', value: PAGE }],
      capabilities: { replyWindow: { hours: 24 } },
      checks: [{ ok: true }, { ok: true }, { ok: true }],
    });
    expect(api.pages.get(PAGE)?.subscribed).toEqual(FIELDS);
    const { context: people } = contextFor(api, { humanAgent: true });
    expect((await check(people)).capabilities).toEqual({ replyWindow: { hours: 24, peopleHours: 168 } });
  });

  it('says what is wrong: the secret, the token, the app, a permission', async () => {
    const tried = (more: object) => failure(check(contextFor(api, more).context));
    expect(await tried({ appSecret: 'not the secret' })).toMatchObject({ kind: 'auth' });
    expect(await tried({ pageToken: 'not a token' })).toMatchObject({
      kind: 'auth',
      message: expect.stringContaining('decrypted'),
    });
    expect(await tried({ appId: '99999' })).toMatchObject({ kind: 'auth' });
    api.pages.get(PAGE)!.scopes = ['pages_messaging'];
    expect((await check(contextFor(api).context)).checks?.find(({ ok }) => !ok)).toMatchObject({
      title: 'Permissions',
      message: 'Missing: pages_manage_metadata.',
    });
  });

  it('is looked after: a page that tells us no more is asked to again, and a token that died is an issue', async () => {
    const { host, context } = contextFor(api);
    await watch(context);
    expect(api.pages.get(PAGE)?.subscribed).toEqual(FIELDS);
    api.pages.get(PAGE)!.token = 'another';
    await watch(context);
    expect(host.said.join()).toContain('issue page');
  });
});

describe('beside messages', () => {
  it('shows that we write and have read', async () => {
    const { context } = contextFor(api);
    await act(context, ANNA, 'typing_on');
    await act(context, ANNA, 'mark_seen');
    await act(context, undefined, 'typing_on');
    expect(api.actions).toEqual([
      { to: ANNA, action: 'typing_on' },
      { to: ANNA, action: 'mark_seen' },
    ]);
  });

  it('knows name and picture of a person, and nothing of a guest (D40)', async () => {
    const { context } = contextFor(api);
    const who = (value: string) => fetchProfile({ kind: 'psid', value, trust: 'verified' }, context);
    expect(await who(ANNA)).toEqual({ name: 'Anna Berg', avatarUrl: `${api.url}/picture/${ANNA}` });
    expect(await failure(who('7002'))).toMatchObject({ kind: 'rejected' });
  });

  it('fetches files without our token, and knows those that are gone', async () => {
    const { context } = contextFor(api);
    api.files.set('/file/a.png', { mime: 'image/png; x=y', bytes: 'picture' });
    const got = await fetchFile(`${api.url}/file/a.png?oh=1`, context);
    expect([Buffer.from(got.data).toString(), got.name, got.mime]).toEqual(['picture', 'a.png', 'image/png']);
    expect(api.fileRequests[0]?.authorization).toBeUndefined();
    expect(await failure(fetchFile(`${api.url}/file/gone.png`, context))).toMatchObject({ kind: 'rejected' });
    expect(await failure(fetchFile('not an address', context))).toMatchObject({ kind: 'rejected' });
  });
});
