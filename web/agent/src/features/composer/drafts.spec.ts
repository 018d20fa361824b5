import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { asHtml, EMPTY, type DraftContent, type DraftKey } from './content.js';
import { DraftStore } from './drafts.js';

const REPLY: DraftKey = { conversationId: 'cnv_1', mode: 'REPLY' };
const COMMENT: DraftKey = { conversationId: 'cnv_1', mode: 'COMMENT' };
const text = (words: string, html: string | null = null): DraftContent => ({ ...EMPTY, text: words, html });
const settled = () => jest.advanceTimersByTimeAsync(0);

describe('DraftStore', () => {
  let saved: [DraftKey, DraftContent][];
  let works: boolean;
  let store: DraftStore;
  const make = () =>
    new DraftStore(localStorage, (...call) => {
      saved.push(call);
      return works ? Promise.resolve('drf_1') : Promise.reject(new Error('offline'));
    });
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    saved = [];
    works = true;
    store = make();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is there after a reload, at once, with its people and files', () => {
    const files = [{ id: 'upl_1', name: 'a.txt', mime: 'text/plain', bytes: 3 }];
    store.set(REPLY, { ...text('half', '<p>half</p>'), cc: ['boss@x.nl'], files });
    expect(make().get(REPLY)).toMatchObject({ text: 'half', html: '<p>half</p>', cc: ['boss@x.nl'], files });
  });

  it('keeps reply and comment apart', () => {
    store.set(REPLY, text('to the customer'));
    store.set(COMMENT, text('among us'));
    expect([store.get(REPLY).text, store.get(COMMENT).text]).toEqual(['to the customer', 'among us']);
  });

  it('reaches the server once for a burst of keys, and at once when the page goes away', async () => {
    for (const words of ['a', 'ab', 'abc']) store.set(REPLY, text(words));
    expect([saved, store.status(REPLY).keeping]).toEqual([[], 'waiting']);
    await jest.advanceTimersByTimeAsync(1000);
    expect(saved).toEqual([[REPLY, expect.objectContaining({ text: 'abc' })]]);
    expect(store.status(REPLY).keeping).toBe('saved');
    store.set(REPLY, text('abcd'));
    store.flush();
    await settled();
    expect(saved.at(-1)?.[1].text).toBe('abcd');
  });

  it('says so when the server can not be reached, and tries again by itself', async () => {
    works = false;
    store.set(REPLY, text('hello'));
    await jest.advanceTimersByTimeAsync(1000);
    expect(store.status(REPLY).keeping).toBe('failed');
    works = true;
    await jest.advanceTimersByTimeAsync(6000);
    expect(store.status(REPLY).keeping).toBe('saved');
  });

  const theirs = (updatedAt: string, words = 'other device') => ({
    ...{ id: 'drf_1', conversationId: 'cnv_1', mode: 'REPLY' as const, text: words, html: null, version: 2, updatedAt },
    ...{ inboxId: null, messageId: null, draftTo: null, draftCc: null, draftBcc: null, draftSubject: null, uploads: [] },
  });
  it('takes over what is newer on another device, and nothing older', async () => {
    store.set(REPLY, text('here'));
    await jest.advanceTimersByTimeAsync(1000);
    store.adopt([theirs('2001-01-01T00:00:00.000Z')]);
    expect(store.get(REPLY).text).toBe('here');
    store.adopt([theirs('2099-01-01T00:00:00.000Z')]);
    expect(store.get(REPLY).text).toBe('other device');
  });

  it('shows what another window wrote where nothing waits here, and is not fooled by its own echo', async () => {
    const shown: string[] = [];
    store.onContent(REPLY, (content) => shown.push(content.text));
    store.set(REPLY, text('one'));
    await jest.advanceTimersByTimeAsync(1000);
    store.set(REPLY, text('one two'));
    // The echo of the first save, while more was typed.
    store.takeServer(theirs('2099-01-01T00:00:00.000Z', 'one'));
    expect([store.get(REPLY).text, store.status(REPLY).other]).toEqual(['one two', null]);
    await jest.advanceTimersByTimeAsync(1000);
    store.takeServer(theirs('2099-01-01T00:00:00.000Z', 'one two three'));
    expect([store.get(REPLY).text, shown]).toEqual(['one two three', ['one two three']]);
  });

  it('keeps both when two windows write at once, until the author has chosen', async () => {
    store.set(REPLY, text('mine'));
    store.takeServer(theirs('2099-01-01T00:00:00.000Z', 'theirs'));
    expect([store.get(REPLY).text, store.status(REPLY).other?.text]).toEqual(['mine', 'theirs']);
    store.settle(REPLY, 'theirs');
    expect([store.get(REPLY).text, store.status(REPLY).other]).toEqual(['theirs', null]);
    store.set(REPLY, text('mine again'));
    store.takeServer(theirs('2099-01-01T00:00:00.000Z', 'theirs again'));
    store.settle(REPLY, 'mine');
    await settled();
    expect(saved.at(-1)?.[1].text).toBe('mine again');
  });

  it('follows another tab, and is emptied when that one sends', () => {
    store.get(REPLY);
    const name = 'balie.draft.cnv_1.REPLY';
    store.takeTab(name, JSON.stringify({ ...text('typed there'), at: 5 }));
    expect(store.get(REPLY).text).toBe('typed there');
    store.takeTab(name, null);
    expect(store.get(REPLY).text).toBe('');
  });

  it('is emptied when another device sends it, and keeps what was begun here since', async () => {
    store.adopt([theirs('2099-01-01T00:00:00.000Z')]);
    store.takeRemoval('drf_1');
    expect(store.get(REPLY).text).toBe('');
    store.set(REPLY, text('next'));
    store.takeRemoval('drf_1');
    expect(store.get(REPLY).text).toBe('next');
    await settled();
  });

  it('sends nothing after a message that has left, so that no draft comes back from the dead', async () => {
    store.set(REPLY, text('hello'));
    await store.sending(REPLY);
    await jest.advanceTimersByTimeAsync(5000);
    expect([saved, store.get(REPLY).text]).toEqual([[], '']);
  });

  it('puts a stopped message back above what was begun since', () => {
    const seen: string[] = [];
    store.onContent(REPLY, (content) => seen.push(content.text));
    store.set(REPLY, text('next'));
    store.putBack(REPLY, text('stopped'));
    expect(seen).toEqual(['stopped\n\nnext']);
  });

  it('never empties on the server what it has not read yet', async () => {
    const fresh: DraftKey = { conversationId: 'cnv_9', mode: 'COMPOSE' };
    store.set(fresh, { ...EMPTY, inboxId: 'inb_1' });
    await jest.advanceTimersByTimeAsync(5000);
    expect(saved).toEqual([]);
    store.adopt([{ ...theirs('2001-01-01T00:00:00.000Z'), conversationId: 'cnv_9', mode: 'COMPOSE' }]);
    expect(store.get(fresh).text).toBe('other device');
  });

  it('throws away, and gives back what it was', async () => {
    store.set(REPLY, text('never mind'));
    const before = store.discard(REPLY);
    await jest.advanceTimersByTimeAsync(1000);
    expect([store.get(REPLY).text, saved.at(-1)?.[1].text]).toEqual(['', '']);
    store.putBack(REPLY, before);
    expect(store.get(REPLY).text).toBe('never mind');
  });

  it('makes text into HTML without letting any of it become markup', () => {
    expect(asHtml('a <b> & c\nd\n\ne')).toBe('<p>a &lt;b&gt; &amp; c<br>d</p><p>e</p>');
  });
});
