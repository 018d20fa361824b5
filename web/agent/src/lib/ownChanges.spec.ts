import { expect, it } from '@jest/globals';
import { OwnChanges } from './ownChanges.js';

/** A thing of version 5 on a server that refuses what expects another version, and answers when it is told to. */
function world() {
  const changes = new OwnChanges();
  const waiting: (() => void)[] = [];
  let version = 5;
  const asked: (number | null | undefined)[] = [];
  const send = async (expected: number | null | undefined) => {
    asked.push(expected);
    await new Promise<void>((resolve) => waiting.push(resolve));
    if (expected != null && expected !== version) return null;
    version += 1;
    return { version };
  };
  const answer = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    waiting.shift()?.();
  };
  const other = () => (version += 1);
  return { changes, send, answer, asked, other };
}

it('a second change waits for the first and expects what that has made', async () => {
  const { changes, send, answer, asked } = world();
  const [first, second] = [changes.make('a', 5, send), changes.make('a', 5, send)];
  await answer();
  expect(await first).toEqual({ version: 6 });
  await answer();
  expect(await second).toEqual({ version: 7 });
  expect(asked).toEqual([5, 6]);
});

it('what somebody else has changed is still refused', async () => {
  const { changes, send, answer, asked, other } = world();
  other();
  const [first, second] = [changes.make('a', 5, send), changes.make('a', 5, send)];
  await answer();
  expect(await first).toBeNull();
  await answer();
  expect(await second).toBeNull();
  expect(asked).toEqual([5, 5]);
});

it('a change that fails holds nothing up, and other things wait for nothing', async () => {
  const { changes, send, answer } = world();
  const failed = changes.make('a', 5, () => Promise.reject(new Error('the line is dead')));
  const next = changes.make('a', 5, send);
  await expect(failed).rejects.toThrow('the line is dead');
  await answer();
  expect(await next).toEqual({ version: 6 });
  const other = changes.make('b', 6, send);
  await answer();
  expect(await other).toEqual({ version: 7 });
});
