import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { WebSocket } from 'ws';
import { LiveSocket, RESUME } from './socket.js';

/** A peer whose network is stuck: it takes what it is given and never says that it has left. */
class StuckPeer extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  sent: string[] = [];
  ended: { code?: number; terminated?: boolean } = {};
  send(text: string, _done: () => void): void {
    this.sent.push(text);
  }
  ping(): void {
    this.emit('pinged');
  }
  close(code: number): void {
    this.ended.code = code;
  }
  terminate(): void {
    this.ended.terminated = true;
    this.readyState = 3;
  }
}
let peer: StuckPeer;
let socket: LiveSocket;
beforeEach(() => {
  jest.useFakeTimers();
  peer = new StuckPeer();
  socket = new LiveSocket(peer as unknown as WebSocket, {} as never);
});
afterEach(() => {
  peer.emit('close', 1000, Buffer.alloc(0));
  jest.useRealTimers();
});

test('a reader that takes nothing is told to resume after fifteen seconds, and ended when it does not hear that either', () => {
  void socket.send('first');
  jest.advanceTimersByTime(14_000);
  expect(peer.ended).toEqual({});
  jest.advanceTimersByTime(1_500);
  expect(peer.ended).toEqual({ code: RESUME });
  jest.advanceTimersByTime(2_000);
  expect(peer.ended).toEqual({ code: RESUME, terminated: true });
});

test('no more than a megabyte waits for a reader', async () => {
  peer.bufferedAmount = 1_048_577;
  await socket.send('one more');
  expect(peer.sent).toEqual([]);
  expect(peer.ended.code).toBe(RESUME);
});

test('a peer that does not answer a ping is gone', () => {
  jest.advanceTimersByTime(12_000);
  peer.emit('pong');
  jest.advanceTimersByTime(12_000);
  expect(peer.ended).toEqual({});
  jest.advanceTimersByTime(12_000);
  expect(peer.ended.terminated).toBe(true);
});
