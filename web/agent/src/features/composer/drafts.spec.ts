import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { asHtml, DraftStore, type DraftText } from './drafts.js';

type Saved = [string, string, DraftText];

describe('DraftStore', () => {
  let saved: Saved[];
  let store: DraftStore;
  const make = () => new DraftStore(localStorage, (...call) => Promise.resolve(saved.push(call)));
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    saved = [];
    store = make();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is there after a reload, at once', () => {
    store.set('cnv_1', 'REPLY', { text: 'half', html: '<p>half</p>' });
    expect(make().get('cnv_1', 'REPLY')).toEqual({ text: 'half', html: '<p>half</p>' });
  });

  it('keeps reply and comment apart', () => {
    store.set('cnv_1', 'REPLY', { text: 'to the customer', html: null });
    store.set('cnv_1', 'COMMENT', { text: 'among us', html: null });
    expect(store.get('cnv_1', 'REPLY').text).toBe('to the customer');
    expect(store.get('cnv_1', 'COMMENT').text).toBe('among us');
  });

  it('reaches the server once for a burst of keys, and at once when the page goes away', () => {
    for (const text of ['a', 'ab', 'abc']) store.set('cnv_1', 'REPLY', { text, html: null });
    expect(saved).toEqual([]);
    jest.advanceTimersByTime(1000);
    expect(saved).toEqual([['cnv_1', 'REPLY', { text: 'abc', html: null }]]);
    store.set('cnv_1', 'REPLY', { text: 'abcd', html: null });
    store.flush();
    expect(saved.at(-1)?.[2].text).toBe('abcd');
  });

  const theirs = (updatedAt: string) => [
    { id: 'drf_1', mode: 'REPLY' as const, text: 'other device', html: null, version: 2, updatedAt },
  ];
  it('takes over what is newer on another device, and nothing older', () => {
    store.set('cnv_1', 'REPLY', { text: 'here', html: null });
    jest.advanceTimersByTime(1000);
    store.adopt('cnv_1', theirs('2001-01-01T00:00:00.000Z'));
    expect(store.get('cnv_1', 'REPLY').text).toBe('here');
    store.adopt('cnv_1', theirs('2099-01-01T00:00:00.000Z'));
    expect(store.get('cnv_1', 'REPLY').text).toBe('other device');
  });

  it('does not let another device touch what is being written', () => {
    store.set('cnv_1', 'REPLY', { text: 'typing', html: null });
    store.adopt('cnv_1', theirs('2099-01-01T00:00:00.000Z'));
    expect(store.get('cnv_1', 'REPLY').text).toBe('typing');
  });

  it('puts a stopped message back above what was begun since', () => {
    const seen: DraftText[] = [];
    store.onPutBack('cnv_1', 'REPLY', (draft) => seen.push(draft));
    store.set('cnv_1', 'REPLY', { text: 'next', html: null });
    store.putBack('cnv_1', 'REPLY', { text: 'stopped', html: null });
    expect(seen).toEqual([{ text: 'stopped\n\nnext', html: null }]);
  });

  it('makes text into HTML without letting any of it become markup', () => {
    expect(asHtml('a <b> & c\nd\n\ne')).toBe('<p>a &lt;b&gt; &amp; c<br>d</p><p>e</p>');
  });
});
