import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settings } from '../src/settings.js';
import { webhook } from '../src/webhook.js';
import { ANNA, batchOf, byAnna, decoded, PAGE, requestOf, settingsFor, VERIFY } from './desk.js';
import { GraphApi } from './graph-api.js';

let api: GraphApi;
beforeAll(async () => void (api = await GraphApi.open()));
afterAll(() => api.close());
const own = () => settings.parse(settingsFor(api));
const person = { kind: 'psid', value: ANNA, trust: 'verified' };
const AT = new Date(1_700_000_000_000);

describe('the handshake', () => {
  const asked = (query: Record<string, string>) => webhook.challenge?.({ ...requestOf(''), method: 'GET', query }, own());
  const good = { 'hub.mode': 'subscribe', 'hub.verify_token': VERIFY, 'hub.challenge': '1158201444' };

  it('says the number back to who knows the word, and nothing to anybody else', () => {
    expect(asked(good)).toMatchObject({ status: 200, body: '1158201444' });
    expect(asked({ ...good, 'hub.verify_token': 'another' })).toBeNull();
    expect(asked({ ...good, 'hub.mode': 'other' })).toBeNull();
    expect(asked({ ...good, 'hub.challenge': '<script>' })).toBeNull();
    expect(webhook.challenge?.({ ...requestOf(''), query: good }, own())).toBeNull();
  });
});

describe('the signature', () => {
  it('is that of the bytes as they came, and of nothing else', () => {
    const { text, headers } = api.signed(batchOf(byAnna({ message: { mid: 'm1', text: 'Hé' } })));
    expect(webhook.verify(requestOf(text, headers), own())).toBe(true);
    expect(webhook.verify(requestOf(`${text} `, headers), own())).toBe(false);
    expect(webhook.verify(requestOf(text), own())).toBe(false);
    for (const wrong of ['', 'sha1=00', 'sha256=', 'sha256=zz', `sha256=${'0'.repeat(64)}`])
      expect(webhook.verify(requestOf(text, { 'x-hub-signature-256': wrong }), own())).toBe(false);
    const { headers: others } = api.signed(text, 'another-secret');
    expect(webhook.verify(requestOf(text, others), own())).toBe(false);
  });
});

describe('a batch', () => {
  it('of several pages gives each its share', () => {
    const entry = (page: string, text: string) => ({
      id: page,
      messaging: [{ sender: { id: ANNA }, recipient: { id: page }, timestamp: 5, message: { mid: `m-${page}`, text } }],
    });
    const request = requestOf({ object: 'page', entry: [entry('1', 'one'), entry('2', 'two'), entry('1', 'three')] });
    expect(webhook.accounts(request)).toEqual(['1', '2']);
    const texts = (page: string) =>
      webhook
        .decode(request, page)
        .map((event) => event.type === 'message' && event.parts.map((part) => 'text' in part && part.text));
    expect([texts('1'), texts('2'), texts('3')]).toEqual([[['one'], ['three']], [['two']], []]);
  });

  it('about anything but pages holds nothing, and one that is no JSON is refused', () => {
    const request = requestOf({ object: 'instagram', entry: [{ id: '1', messaging: [byAnna({})] }] });
    expect([webhook.accounts(request), webhook.decode(request, '1')]).toEqual([[], []]);
    expect(() => webhook.accounts(requestOf('<html>'))).toThrow();
  });
});

describe('what a person does', () => {
  it('writes text, answers one of ours, and taps a quick reply', () => {
    expect(decoded(byAnna({ message: { mid: 'm1', text: 'Hello', reply_to: { mid: 'm0' } } }))).toEqual([
      {
        type: 'message',
        id: 'm1',
        at: AT,
        sender: person,
        thread: { key: ANNA, answers: ['m0'] },
        parts: [{ type: 'text', text: 'Hello' }],
      },
    ]);
    expect(decoded(byAnna({ message: { mid: 'm2', text: 'Red', quick_reply: { payload: 'COLOR_RED' } } }))).toMatchObject([
      { parts: [{ type: 'text', text: 'Red' }], extras: { quickReply: 'COLOR_RED' } },
    ]);
  });

  it('sends files, links, places and what has no address', () => {
    const file = (type: string, url: string) => ({ type, payload: { url } });
    const attachments = [
      file('image', 'https://scontent.xx.fbcdn.net/v/t1/123_n.png?oh=1'),
      file('audio', 'https://cdn.fbsbx.com/v/voice'),
      file('file', 'https://cdn.fbsbx.com/v/in%20voice.pdf?x=1'),
      { type: 'fallback', title: 'A page', payload: { url: 'https://example.com/' } },
      { type: 'location', title: 'Here', payload: { coordinates: { lat: 52.1, long: 5.1 } } },
      { type: 'template', title: 'Card', payload: { elements: [] } },
      { type: 'hologram' },
    ];
    const [event] = decoded(byAnna({ message: { mid: 'm1', attachments } }));
    expect(event).toMatchObject({
      parts: [
        { type: 'file', file: { ref: attachments[0]!.payload?.url, name: '123_n.png', mime: 'image/png' } },
        { type: 'file', file: { name: 'audio.mp4', mime: 'audio/mp4' } },
        { type: 'file', file: { name: 'in voice.pdf', mime: 'application/pdf' } },
        { type: 'text', text: 'A page\nhttps://example.com/' },
        { type: 'text', text: 'Here\n52.1, 5.1' },
        { type: 'unsupported', note: 'Messenger: template: Card' },
        { type: 'unsupported', note: 'Messenger: hologram' },
      ],
    });
  });

  it('taps a button, comes by a link, edits, takes back and reacts', () => {
    const referral = { ref: 'summer', source: 'SHORTLINK', type: 'OPEN_THREAD' };
    expect(decoded(byAnna({ postback: { title: 'Get started', payload: 'START', referral } }))).toMatchObject([
      {
        type: 'message',
        id: expect.stringMatching('^made:'),
        parts: [
          { type: 'text', text: 'Get started' },
          {
            type: 'fields',
            fields: [
              { label: 'Referral', value: 'summer' },
              { label: 'Referral source', value: 'SHORTLINK' },
            ],
          },
        ],
        extras: { postback: 'START' },
      },
    ]);
    expect(decoded(byAnna({ referral }))).toEqual([
      { type: 'profile', identity: person, attributes: { Referral: 'summer', 'Referral source': 'SHORTLINK' } },
    ]);
    expect(decoded(byAnna({ message_edit: { mid: 'm1', text: 'Better', num_edit: 1 } }))).toEqual([
      { type: 'edited', target: 'm1', at: AT, parts: [{ type: 'text', text: 'Better' }] },
    ]);
    expect(decoded(byAnna({ message: { mid: 'm1', is_deleted: true } }))).toEqual([{ type: 'deleted', target: 'm1', at: AT }]);
    const reaction = { mid: 'm1', action: 'react', reaction: 'love', emoji: '❤️' };
    expect(decoded(byAnna({ reaction }), byAnna({ reaction: { mid: 'm1', action: 'unreact', reaction: 'like' } }))).toEqual([
      { type: 'reaction', target: 'm1', sender: person, emoji: '❤️' },
      { type: 'reaction', target: 'm1', sender: person, emoji: '👍', removed: true },
    ]);
  });

  it('receives and reads: up to a moment, and by id where Meta names them', () => {
    const watermark = 1_700_000_000_500;
    const moment = { thread: ANNA, upTo: new Date(watermark) };
    expect(decoded(byAnna({ delivery: { mids: ['m1'], watermark } }), byAnna({ read: { watermark } }))).toEqual([
      { type: 'receipt', status: 'delivered', at: AT, target: { id: 'm1' } },
      { type: 'receipt', status: 'delivered', at: new Date(watermark), target: moment },
      { type: 'receipt', status: 'read', at: new Date(watermark), target: moment },
    ]);
  });

  it('does something that nobody has heard of: it is seen, and costs its neighbours nothing', () => {
    const events = decoded(
      byAnna({ hologram: { hand: 'waving' } }),
      byAnna({ message: { mid: 'm1', is_unsupported: true } }),
      byAnna({ read: { watermark: 'soon' } }),
      byAnna({ message: { mid: 'm2', text: 'Still here' } }),
    );
    expect(events).toMatchObject([
      { parts: [{ type: 'unsupported', note: expect.stringContaining('hologram') }], noAutoReply: true },
      { id: 'm1', parts: [{ type: 'unsupported' }] },
      { parts: [{ type: 'unsupported', note: expect.stringContaining('read') }] },
      { id: 'm2' },
    ]);
    expect(decoded(byAnna({ hologram: { hand: 'waving' } }))[0]).toMatchObject({ id: (events[0] as { id: string }).id });
  });

  it('is no business of ours where it is about apps and the page', () => {
    const apart = [{ pass_thread_control: {} }, { optin: {} }, { policy_enforcement: {} }].map((what) => byAnna(what));
    expect(decoded(...apart, { sender: { id: PAGE }, recipient: { id: PAGE }, hologram: {} })).toEqual([]);
  });

  it('is heard while another app has the conversation, and answered by no machine', () => {
    const standby = [byAnna({ message: { mid: 'm1', text: 'To the bot' } })];
    const request = requestOf({ object: 'page', entry: [{ id: PAGE, time: 1, standby }] });
    expect(webhook.decode(request, PAGE)).toMatchObject([{ id: 'm1', sender: person, noAutoReply: true }]);
  });
});

describe('an echo', () => {
  const echo = (more: object) => ({
    sender: { id: PAGE },
    recipient: { id: ANNA },
    timestamp: AT.getTime(),
    message: { mid: 'm1', is_echo: true, app_id: 26390203743, text: 'Hi', ...more },
  });

  it('of another program is an answer of ours to that person', () => {
    expect(decoded(echo({ metadata: 'something else' }))).toEqual([
      {
        type: 'message',
        id: 'm1',
        at: AT,
        sender: 'self',
        to: [person],
        thread: { key: ANNA },
        parts: [{ type: 'text', text: 'Hi' }],
      },
    ]);
  });

  it('of our own says which message it is, once all of it is out', () => {
    expect(decoded(echo({ metadata: 'balie:1/2:key-1' }))).toEqual([]);
    expect(decoded(echo({ metadata: 'balie:2/2:key-1' }))).toMatchObject([{ sender: 'self', sendKey: 'key-1' }]);
  });
});

it('decodes the same twice, and ends for whatever it is given', () => {
  const bodies = [
    batchOf(byAnna({ message: { mid: 'm1', text: 'Hello', attachments: [{ type: 'image', payload: { url: 'x' } }] } })),
  ];
  const bytes = Buffer.from(JSON.stringify(bodies[0]));
  let seed = 7;
  const random = (below: number) => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % below;
  for (let round = 0; round < 2000; round++) {
    const broken = Buffer.from(bytes);
    for (let times = random(4) + 1; times > 0; times--) broken[random(broken.length)] = random(256);
    const request = { ...requestOf(''), body: new Uint8Array(broken) };
    const run = () => {
      try {
        return webhook.accounts(request).flatMap((page) => webhook.decode(request, page));
      } catch {
        return 'threw';
      }
    };
    expect(run()).toEqual(run());
  }
});
