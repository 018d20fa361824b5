import { SimulatedHost } from '@balie/plugin-sdk/kit';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { tick } from '../src/bot.js';
import type { BotContext } from '../src/live.js';
import { Store } from '../src/store.js';

const START = Date.UTC(2026, 10, 30, 9);
const MINUTE = 60_000;
let context: BotContext;
let store: Store;
const looked: unknown[] = [];

beforeEach(() => {
  looked.length = 0;
  jest.useFakeTimers({ now: START });
  // The conversations that it looks at are gone: which they are is what is asked here.
  const graphql = (_query: string, { id }: { id: string }) => Promise.resolve({ node: looked.push(id) && null });
  context = { ...new SimulatedHost('rsp_1').context({}), graphql } as unknown as BotContext;
  store = new Store(context.state, () => Promise.resolve());
});
afterEach(() => {
  jest.useRealTimers();
});

test('the clock looks at what is due, once', async () => {
  await store.due('cnv_1', START + 2 * MINUTE);
  await tick(context);
  expect(looked).toEqual([]);
  jest.setSystemTime(START + 3 * MINUTE);
  await tick(context);
  await tick(context);
  expect(looked).toEqual(['cnv_1']);
});

test('a clock that was two days ahead does not keep it from what falls due meanwhile (F18)', async () => {
  jest.setSystemTime(START + 2 * 24 * 60 * MINUTE);
  await tick(context);
  jest.setSystemTime(START);
  await store.due('cnv_1', START + 2 * MINUTE);
  jest.setSystemTime(START + 3 * MINUTE);
  await tick(context);
  expect(looked).toEqual(['cnv_1']);
});
