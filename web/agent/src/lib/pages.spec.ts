import { expect, it } from '@jest/globals';
import { CombinedError } from 'urql';
import { Pages, type ReadPage, type Shown } from './pages.js';

/** A list of numbers from 1 on; each request is held until it is let go. */
function world(length: number) {
  const asked: [after: string | null, first: number][] = [];
  const waiting: (() => void)[] = [];
  const all = Array.from({ length }, (_, index) => index + 1);
  let broken = false;
  const read: ReadPage<number> = async (after, first) => {
    asked.push([after, first]);
    await new Promise<void>((resolve) => waiting.push(resolve));
    if (broken) return { page: null, error: new CombinedError({ networkError: new Error('away') }) };
    const from = Number(after ?? 0);
    const items = all.slice(from, from + first);
    const at = from + items.length;
    return { page: { items, cursor: at < all.length ? String(at) : null }, error: undefined };
  };
  let shown: Shown<number> | undefined;
  const pages = new Pages(read, 50, (now) => (shown = now));
  const answer = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    waiting.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { pages, asked, all, answer, now: () => shown, breaks: (is: boolean) => (broken = is) };
}

it('is read page by page to its end', async () => {
  const { pages, asked, answer, now } = world(70);
  void pages.again();
  await answer();
  expect(now()).toMatchObject({ cursor: '50', phase: 'ready' });
  void pages.more();
  void pages.more();
  expect(now()?.phase).toBe('more');
  await answer();
  expect(now()).toMatchObject({ cursor: null, phase: 'ready' });
  expect(now()?.items).toHaveLength(70);
  void pages.more();
  expect(asked).toEqual([
    [null, 50],
    ['50', 50],
  ]);
});

it('is as long as it was when it is read again, however long that is, and changes at once', async () => {
  const { pages, asked, all, answer, now } = world(300);
  void pages.again();
  await answer();
  for (let page = 0; page < 2; page++) {
    void pages.more();
    await answer();
  }
  asked.length = 0;
  all[149] = 1500;
  void pages.again();
  void pages.again();
  await answer();
  await answer();
  expect(now()?.items).toHaveLength(150);
  expect(now()?.items.at(-1)).toBe(150);
  await answer();
  expect(now()?.items).toHaveLength(150);
  expect(now()?.items.at(-1)).toBe(1500);
  expect(asked).toEqual([
    [null, 50],
    ['50', 50],
    ['100', 50],
  ]);
});

it('a page that was asked for while it is read again comes after it', async () => {
  const { pages, answer, now } = world(120);
  void pages.again();
  await answer();
  void pages.again();
  void pages.more();
  await answer();
  expect(now()).toMatchObject({ phase: 'more', cursor: '50' });
  await answer();
  expect(now()).toMatchObject({ phase: 'ready', cursor: '100' });
  expect(now()?.items).toHaveLength(100);
});

it('keeps what is shown when it can not be read, and says so; who has left is shown nothing', async () => {
  const { pages, answer, now, breaks } = world(120);
  breaks(true);
  void pages.again();
  await answer();
  expect(now()).toMatchObject({ phase: 'first', items: [] });
  expect(now()?.error).toBeDefined();
  breaks(false);
  void pages.again();
  await answer();
  expect(now()).toMatchObject({ phase: 'ready', error: undefined });
  breaks(true);
  void pages.more();
  await answer();
  expect(now()).toMatchObject({ phase: 'ready', cursor: '50' });
  expect([now()?.items.length, now()?.error === undefined]).toEqual([50, false]);
  breaks(false);
  void pages.more();
  pages.end();
  await answer();
  expect(now()?.items).toHaveLength(50);
});
