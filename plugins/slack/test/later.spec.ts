import { ChannelError } from '@balie/plugin-sdk';
import { SimulatedHost } from '@balie/plugin-sdk/kit';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Context } from '../src/api.js';
import { isWaiting, later, LATER, runLater, type Task } from '../src/later.js';
import { LOCKED_OUT } from '../src/trouble.js';

const START = Date.UTC(2026, 10, 30, 9);
const MINUTE = 60_000;
let host: SimulatedHost;
let context: Context;
const task = (key: string, conversationId = 'cnv_1'): Task => ({ kind: 'in', key, conversationId });
const away = new ChannelError('transient', 'Slack is away.');
const next = (): number => host.timed.at(-1)?.at.getTime() ?? 0;

beforeEach(() => {
  jest.useFakeTimers({ now: START });
  host = new SimulatedHost('rsp_1');
  context = host.context({}) as unknown as Context;
});
afterEach(() => {
  jest.useRealTimers();
});

/** Runs at each time that is asked for, and answers what was done in which order. */
async function runAll(work: (task: Task, last: boolean) => Promise<void>, runs: number): Promise<string[]> {
  const done: string[] = [];
  for (let run = 0; run < runs; run++) {
    await runLater(context, async (one, last) => {
      await work(one, last);
      done.push(`${one.key}${last ? ' last' : ''}`);
    });
    jest.setSystemTime(Math.max(Date.now(), next()));
  }
  return done;
}

test('what is told twice is done once, in order, at once', async () => {
  for (const key of ['a', 'b', 'a']) await later(context, task(key));
  expect(host.timed[0]).toEqual({ schedule: LATER, at: new Date(START) });
  expect(await isWaiting(context, 'cnv_1')).toBe(true);
  expect(await runAll(() => Promise.resolve(), 1)).toEqual(['a', 'b']);
  expect(await isWaiting(context, 'cnv_1')).toBe(false);
});

test('what fails for now holds up its own conversation only, until it is done without what can’t be had', async () => {
  for (const one of [task('a'), task('b'), task('c', 'cnv_2')]) await later(context, one);
  const work = ({ key }: Task, last: boolean) => (key === 'a' && !last ? Promise.reject(away) : Promise.resolve());
  expect(await runAll(work, 1)).toEqual(['c']);
  expect(next()).toBe(START + 5_000);
  expect(await runAll(work, 6)).toEqual(['a last', 'b']);
  expect(Date.now() - START).toBeLessThan(30 * MINUTE);
});

test('what can’t be done at all is left behind in the end', async () => {
  for (const one of [task('a'), task('b')]) await later(context, one);
  const work = ({ key }: Task) => (key === 'a' ? Promise.reject(new Error('A fault.')) : Promise.resolve());
  expect(await runAll(work, 7)).toEqual(['b']);
  expect(host.said.some((line) => line.startsWith('error Left behind'))).toBe(true);
});

test('while the app is let in no longer, everything waits, and loses nothing', async () => {
  await later(context, task('a'));
  const locked = new ChannelError('transient', 'No.', { code: LOCKED_OUT });
  expect(await runAll(() => Promise.reject(locked), 40)).toEqual([]);
  expect(await runAll((_, last) => (last ? Promise.reject(away) : Promise.resolve()), 1)).toEqual(['a']);
});

test('waits as long as Slack asks for', async () => {
  await later(context, task('a'));
  await runLater(context, () => Promise.reject(new ChannelError('rate_limited', 'Slow.', { retryAfterMs: 90_000 })));
  expect(next()).toBe(START + 90_000);
});

test('one run at a time: another looks again later, and one that was ended is no hindrance for long', async () => {
  await later(context, task('a'));
  let inside: Promise<void> | null = null;
  const seen: string[] = [];
  await runLater(context, async () => {
    inside = runLater(context, async ({ key }) => void seen.push(key));
    await inside;
  });
  expect(seen).toEqual([]);
  await later(context, task('b'));
  await context.state.set('later:lock', Date.now() + 5 * MINUTE);
  expect(await runAll(() => Promise.resolve(), 1)).toEqual([]);
  jest.setSystemTime(Date.now() + 5 * MINUTE);
  expect(await runAll(() => Promise.resolve(), 1)).toEqual(['b']);
});

test('what was put off, or begun, while the clock was two days ahead does not wait for two days (F18)', async () => {
  const ahead = START + 2 * 24 * 60 * MINUTE;
  jest.setSystemTime(ahead);
  await later(context, task('a'));
  await runLater(context, () => Promise.reject(away));
  await context.state.set('later:lock', ahead + 5 * MINUTE);
  jest.setSystemTime(START);
  expect(await runAll(() => Promise.resolve(), 1)).toEqual(['a']);
});
