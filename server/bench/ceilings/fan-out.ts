// What this machine can do at most: one text of a kilobyte, encoded as a WebSocket frame once and written to each of N sockets. The server
// is a process of its own; the clients are plain sockets in this one, as they are where the real server is measured. Prints one line of JSON.
//   node ceilings/fan-out.ts SOCKETS ROUNDS
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { percentile } from '../percentiles.js';
import { many, RawLine } from '../raw-line.js';

const PAUSE_MS = 50;

function serve(): void {
  const sockets: Socket[] = [];
  const wss = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false, backlog: 4096 });
  wss.on('connection', (_ws, request) => sockets.push(request.socket));
  wss.on('listening', () => process.send?.((wss.address() as { port: number }).port));
  process.on('message', (word: string) => {
    const bytes = Buffer.from(JSON.stringify({ id: 's', type: 'next', payload: { data: { word, body: 'x'.repeat(940) } } }));
    const frame = Buffer.concat([Buffer.from([0x81, 126, bytes.length >> 8, bytes.length & 255]), bytes]);
    for (const socket of sockets) socket.write(frame);
  });
}

async function measure(count: number, rounds: number): Promise<number[]> {
  const server = fork(fileURLToPath(import.meta.url), ['serve'], { execArgv: process.execArgv });
  const [port] = (await once(server, 'message')) as [number];
  const lines = await many(count, () => RawLine.socket(`http://127.0.0.1:${port}/`, ''));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const word = `round-${round}-`;
    const all = Promise.all(lines.map((line) => line.hears(word)));
    await delay(PAUSE_MS);
    const began = performance.now();
    server.send(word);
    await all;
    times.push(performance.now() - began);
  }
  server.kill();
  return times;
}

const [count = '1000', rounds = '20'] = process.argv.slice(2);
if (count === 'serve') serve();
else {
  const times = await measure(Number(count), Number(rounds));
  console.log(JSON.stringify({ p50: percentile(times, 0.5), p95: percentile(times, 0.95) }));
  process.exit(0);
}
