import { describe, expect, it } from '@jest/globals';
import { ask, onAsked } from './asked.js';

/** Hears for one conversation, as its composer does. */
function composer(conversationId: string): { heard: string[]; leave: () => void } {
  const heard: string[] = [];
  const leave = onAsked((key) => {
    if (key.conversationId !== conversationId) return false;
    heard.push(key.mode);
    return true;
  });
  return { heard, leave };
}

describe('asking for an editor', () => {
  it('reaches a composer that comes a moment later, once', () => {
    ask({ conversationId: 'a', mode: 'REPLY' });
    const first = composer('a');
    first.leave();
    const again = composer('a');
    expect([first.heard, again.heard]).toEqual([['REPLY'], []]);
    again.leave();
  });

  it('waits for the composer that is coming while the one before is still there, and is forgotten when another comes', () => {
    const before = composer('a');
    ask({ conversationId: 'b', mode: 'COMMENT' });
    before.leave();
    const b = composer('b');
    expect([before.heard, b.heard]).toEqual([[], ['COMMENT']]);
    b.leave();
    ask({ conversationId: 'c', mode: 'FORWARD' });
    composer('d').leave();
    const c = composer('c');
    expect(c.heard).toEqual([]);
    c.leave();
  });
});
