// Before the parts, so that they are loaded in the order in which they are in the product.
import '../../src/app/app.module.js';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { RawRequest } from '@balie/plugin-sdk';
import { ProcessSignals } from '../../src/adapters/signals/process-signals.js';
import { Clock } from '../../src/kernel/clock.js';
import { until } from '../support/until.js';
import { PUBLISH_TOPIC } from '../../src/plugin-host/host-options.js';
import type { HttpCalls } from '../../src/plugin-host/http/calling.js';
import { type Told, type VisitorLine, VisitorStreams } from '../../src/plugin-host/http/streams.js';

class StillClock extends Clock {
  now(): number {
    return 1_000_000;
  }
}

/** A reader who keeps what he is given, and who may be too slow. */
class Line implements VisitorLine {
  readonly told: Told[] = [];
  closed: string | null = null;
  slow = false;
  send(told: Told): boolean {
    this.told.push(told);
    return !this.slow;
  }
  ping(): void {}
  close(reason: string): void {
    this.closed = reason;
  }
}

const CHANNEL = 'chn_1';
const identity = { kind: 'visitor', value: 'v', trust: 'verified' as const };
const calls = {
  reach: () => Promise.resolve({ type: { has: ['stream'] } }),
  ask: () => Promise.resolve({ topics: ['desk'], identity }),
} as unknown as HttpCalls;
let signals: ProcessSignals;
let streams: VisitorStreams;
beforeEach(() => {
  signals = new ProcessSignals();
  streams = new VisitorStreams(calls, signals, new StillClock());
  streams.onApplicationBootstrap();
});
afterEach(() => streams.beforeApplicationShutdown());

const join = (line: Line, topics: string[], ip = '192.0.2.1') => streams.join(CHANNEL, ip, { topics, identity }, line);
const publish = (topic: string, data: object) =>
  signals.publish({ topic: PUBLISH_TOPIC, data: { channelId: CHANNEL, topic, data } });
const request = (ip: string) => ({ ip }) as RawRequest;

it('encodes what is for thousands once, and tells each of them in order', async () => {
  const lines = Array.from({ length: 1200 }, () => new Line());
  lines.forEach((line, n) => join(line, ['desk', `visitor:${n}`]));
  let encoded = 0;
  const data = { kind: 'desk', toJSON: () => ({ kind: 'desk', encoded: ++encoded }) };
  publish('desk', data);
  publish('desk', { kind: 'later' });
  await until(() => lines.every(({ told }) => told.length === 3));
  expect(encoded).toBe(1);
  for (const form of ['event', 'text'] as const)
    expect([1, 2].map((n) => new Set(lines.map(({ told }) => told[n]?.[form])).size)).toEqual([1, 1]);
  const [first] = lines;
  expect(first?.told.map(({ event }) => String(event))).toEqual([
    'data: {"type":"ready"}\n\n',
    'data: {"type":"event","topic":"desk","data":{"kind":"desk","encoded":1}}\n\n',
    'data: {"type":"event","topic":"desk","data":{"kind":"later"}}\n\n',
  ]);
});

it('tells what is for one to him alone, and lets go who does not read', async () => {
  const [ada, bob, gone] = [new Line(), new Line(), new Line()];
  join(ada, ['visitor:ada', 'desk']);
  join(bob, ['visitor:bob', 'desk']);
  const leave = join(gone, ['visitor:ada', 'desk']);
  leave();
  leave();
  bob.slow = true;
  publish('visitor:ada', { text: 'Hi' });
  publish('desk', {});
  publish('desk', {});
  await until(() => ada.told.length === 4);
  expect([bob.told.length, bob.closed, gone.told.length]).toEqual([2, 'Too slow', 1]);
});

it('lets in so many of one address and no more, and others all the same; who leaves makes room', async () => {
  const leaves = Array.from({ length: 100 }, () => join(new Line(), ['desk'], '192.0.2.7'));
  await expect(streams.admit('chat', CHANNEL, request('192.0.2.7'))).rejects.toMatchObject({ status: 429 });
  await expect(streams.admit('chat', CHANNEL, request('192.0.2.8'))).resolves.toMatchObject({ topics: ['desk'] });
  leaves[0]?.();
  await expect(streams.admit('chat', CHANNEL, request('192.0.2.7'))).resolves.toMatchObject({ topics: ['desk'] });
});

it('lets one address come so often in a minute and no more', async () => {
  for (let n = 0; n < 120; n++) await streams.admit('chat', CHANNEL, request('192.0.2.9'));
  await expect(streams.admit('chat', CHANNEL, request('192.0.2.9'))).rejects.toMatchObject({ status: 429 });
});
