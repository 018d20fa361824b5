import { describe, expect, it } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import type { Item } from '../thread/types.js';
import { useBasis } from './useBasis.js';

const message = (id: string, direction: 'INBOUND' | 'OUTBOUND' | 'INTERNAL', authorId = 'usr_other') =>
  ({ __typename: 'Message', id, version: 1, direction, author: { __typename: 'Agent', id: authorId } }) as unknown as Item;
const started = [message('msg_1', 'INBOUND')];

function show(writing: boolean) {
  const start = { items: started as readonly Item[], writing };
  return renderHook(({ items, writing: now }) => useBasis(items, now, 'usr_me'), { initialProps: start });
}

describe('what an answer is based on (N4)', () => {
  it('is the newest message as long as nothing is written', () => {
    const { result, rerender } = show(false);
    const items = [...started, message('msg_2', 'INBOUND')];
    rerender({ items, writing: false });
    expect([result.current.basis, result.current.news]).toEqual(['msg_2', []]);
  });

  it('stays what was there when writing began; what others said since is news until it was looked at', () => {
    const { result, rerender } = show(true);
    const items = [
      ...started,
      message('msg_2', 'OUTBOUND'),
      message('msg_3', 'OUTBOUND', 'usr_me'),
      message('msg_4', 'INTERNAL'),
      message('msg_5', 'INBOUND'),
    ];
    rerender({ items, writing: true });
    expect(result.current.basis).toBe('msg_1');
    expect(result.current.news.map((one) => one.id)).toEqual(['msg_2', 'msg_5']);
    act(() => result.current.seen());
    expect([result.current.basis, result.current.news]).toEqual(['msg_5', []]);
  });
});
