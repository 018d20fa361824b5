import { describe, expect, it } from '@jest/globals';
import { Outbox, type Outgoing } from '../src/chat/outbox.js';
import { Trouble } from '../src/chat/trouble.js';

const away = () => new Trouble(0, '', '');
const message = (id: string, at = 1): Outgoing => ({ id, at, text: `text of ${id}`, files: [], state: 'waiting' });

/** A server that answers each delivery as it is told, and time that passes when it is told. */
function world() {
  const kept: Record<string, string> = {};
  const delivered: string[] = [];
  const answers: (() => void)[] = [];
  const timers: { work: () => void; ms: number }[] = [];
  const outbox = new Outbox({
    deliver: async ({ id }) => {
      const answer = answers.shift();
      answer?.();
      delivered.push(id);
      await Promise.resolve();
    },
    keep: (name, value) => {
      if (value === null) delete kept[name];
      else kept[name] = value;
    },
    changed: () => undefined,
    later: (work, ms) => timers.push({ work, ms }),
    chance: () => 0,
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const pass = async () => {
    for (const { work } of timers.splice(0)) work();
    await settle();
  };
  const fail = (error: Error) => () => {
    throw error;
  };
  return { outbox, kept, delivered, answers, timers, settle, pass, fail };
}

describe('what a visitor writes', () => {
  it('is kept until the server has it, and leaves in the order it was written in', async () => {
    const { outbox, kept, delivered, settle } = world();
    outbox.add(message('a'));
    outbox.add(message('b'));
    expect(Object.keys(kept)).toEqual(['out.a', 'out.b']);
    await settle();
    expect(delivered).toEqual(['a', 'b']);
    expect(outbox.list).toEqual([]);
    expect(kept).toEqual({});
  });

  it('waits while there is no connection, is tried again ever later, and goes out once when it is back', async () => {
    const { outbox, delivered, answers, timers, settle, pass, fail } = world();
    answers.push(fail(away()), fail(away()), fail(new Trouble(503, 'PLUGIN_DOWN', '')));
    outbox.add(message('a'));
    outbox.add(message('b'));
    await settle();
    expect(outbox.list.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    const waits = [timers[0]?.ms];
    await pass();
    waits.push(timers[0]?.ms);
    await pass();
    waits.push(timers[0]?.ms);
    expect(waits).toEqual([2000, 4000, 8000]);
    expect(delivered).toEqual([]);
    outbox.resume();
    await settle();
    await pass();
    expect(delivered).toEqual(['a', 'b']);
  });

  it('waits as long as the server asks for', async () => {
    const { outbox, answers, timers, settle, fail } = world();
    answers.push(fail(new Trouble(429, 'LIMIT', '', { retryAfterMs: 17_000 })));
    outbox.add(message('a'));
    await settle();
    expect(timers.map(({ ms }) => ms)).toEqual([17_000]);
  });

  it('that the server refuses holds up nothing else, says why, and goes again when he wants it', async () => {
    const { outbox, delivered, answers, settle, fail } = world();
    answers.push(fail(new Trouble(422, 'INVALID', 'Too long.')));
    outbox.add(message('a'));
    outbox.add(message('b'));
    await settle();
    expect(delivered).toEqual(['b']);
    expect(outbox.list).toMatchObject([{ id: 'a', state: 'failed', why: 'Too long.' }]);
    outbox.retry('a');
    await settle();
    expect(delivered).toEqual(['b', 'a']);
  });

  it('is found again by the next page, in its order, whatever else lies in the storage', async () => {
    const first = world();
    first.answers.push(first.fail(away()));
    first.outbox.add(message('b', 2));
    first.outbox.add(message('a', 1));
    await first.settle();
    const next = world();
    next.outbox.restore({ ...first.kept, token: 't', 'out.broken': '{', 'out.odd': '7' });
    expect(next.outbox.list.map(({ id, text }) => [id, text])).toEqual([
      ['a', 'text of a'],
      ['b', 'text of b'],
    ]);
    await next.settle();
    expect(next.delivered).toEqual(['a', 'b']);
  });

  it('with files is kept only once they are all at the server', () => {
    const { outbox, kept, answers, fail } = world();
    answers.push(fail(away()));
    const file = { name: 'photo.png', mime: 'image/png', bytes: 3 };
    outbox.add({ ...message('a'), files: [file] });
    expect(kept).toEqual({});
    outbox.updateFile('a', 0, { share: 0.5 });
    expect(kept).toEqual({});
    outbox.updateFile('a', 0, { file: 'f1' });
    expect(JSON.parse(kept['out.a'] ?? '')).toMatchObject({ files: [{ ...file, file: 'f1' }] });
  });

  it('in another tab is shown here, sent here only when that tab does not, and gone when the server has it', async () => {
    const { outbox, delivered, settle, pass } = world();
    outbox.adopt(message('a'), 20_000);
    outbox.adopt(message('a'), 20_000);
    outbox.adopt(message('b'), 20_000);
    outbox.add(message('own'));
    await settle();
    expect(delivered).toEqual(['own']);
    expect(outbox.list.map(({ id }) => id)).toEqual(['a', 'b']);
    outbox.drop('a');
    await pass();
    expect(delivered).toEqual(['own', 'b']);
  });

  it('is forgotten with everything else when he signs out', async () => {
    const { outbox, kept, answers, settle, fail } = world();
    answers.push(fail(away()));
    outbox.add(message('a'));
    await settle();
    outbox.clear();
    expect(outbox.list).toEqual([]);
    expect(kept).toEqual({});
  });
});
