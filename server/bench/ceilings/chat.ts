// What this machine can do at most: a visitor's words over a WebSocket → stored (SQLite, synchronous FULL, one commit for what a turn of
// the event loop brings) → to one agent over another, each visitor the next when his last has come. No rights, no HTTP, no plugin, no
// GraphQL. Server and clients are two processes. Prints one line of JSON.
//   node ceilings/chat.ts FOLDER VISITORS MESSAGES
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { WebSocket, WebSocketServer } from 'ws';
import { percentile } from '../percentiles.js';

interface Said {
  visitor: number;
  number: number;
  body: string;
}

function serve(folder: string): void {
  const db = new Database(join(folder, 'chat.db'));
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = full');
  db.exec(`create table message(id integer primary key, conversation_id int not null, kind int not null, author text not null,
    message_id text not null, body text not null, html text, created_at int not null);
    create index msg_conv on message(conversation_id, id); create unique index msg_mid on message(message_id);`);
  const insert = db.prepare(
    "insert into message(conversation_id, kind, author, message_id, body, created_at) values (?, 2, 'v', ?, ?, 0)",
  );
  let agent: WebSocket | null = null;
  let waiting: string[] = [];
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    db.exec('begin immediate');
    for (const raw of batch) {
      const { visitor, number, body } = JSON.parse(raw) as Said;
      insert.run(visitor, `${visitor}:${number}`, body);
    }
    db.exec('commit');
    for (const raw of batch) agent?.send(raw);
  };
  const began = process.cpuUsage();
  process.on('message', () => process.send?.(process.cpuUsage(began)));
  const wss = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  wss.on('connection', (socket, request) => {
    if (request.url === '/agent') agent = socket;
    socket.on('message', (data) => {
      if (waiting.push((data as Buffer).toString('utf8')) === 1) setImmediate(flush);
    });
  });
  wss.on('listening', () => process.send?.((wss.address() as { port: number }).port));
}

async function measure(folder: string, visitors: number, messages: number): Promise<{ times: number[]; cpuMs: number }> {
  const server = fork(fileURLToPath(import.meta.url), ['serve', folder], { execArgv: process.execArgv });
  const [port] = (await once(server, 'message')) as [number];
  const open = async (path: string): Promise<WebSocket> => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { perMessageDeflate: false });
    await once(socket, 'open');
    return socket;
  };
  const agent = await open('/agent');
  const lines = await Promise.all(Array.from({ length: visitors }, (_, index) => open(`/${index}`)));
  const body = 'hello '.repeat(30);
  const began = new Map<string, number>();
  const times: number[] = [];
  let number = 0;
  await new Promise<void>((done) => {
    const say = (visitor: number): void => {
      number += 1;
      began.set(`${visitor}:${number}`, performance.now());
      lines[visitor]?.send(JSON.stringify({ visitor, number, body } satisfies Said));
    };
    agent.on('message', (data) => {
      const said = JSON.parse((data as Buffer).toString('utf8')) as Said;
      times.push(performance.now() - (began.get(`${said.visitor}:${said.number}`) ?? NaN));
      if (times.length === messages) done();
      else if (number < messages) say(said.visitor);
    });
    for (let visitor = 0; visitor < visitors; visitor++) say(visitor);
  });
  server.send('cost');
  const [cost] = (await once(server, 'message')) as [NodeJS.CpuUsage];
  server.kill();
  return { times, cpuMs: (cost.user + cost.system) / 1000 / messages };
}

const [folder = '.', visitors = '1', messages = '1000'] = process.argv.slice(2);
if (folder === 'serve') serve(visitors);
else {
  const { times, cpuMs } = await measure(folder, Number(visitors), Number(messages));
  console.log(JSON.stringify({ p50: percentile(times, 0.5), p99: percentile(times, 0.99), cpuMs }));
  process.exit(0);
}
