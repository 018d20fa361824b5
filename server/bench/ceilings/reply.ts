// A reply with nothing of ours in it: one commit that is on the disk before it counts, and one mail by SMTP to a sink in this process.
//   node ceilings/reply.ts FOLDER COUNT
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { bySmtp } from '../../../deploy/mailstack/mailstack.mjs';
import { percentile } from '../percentiles.js';
import { SmtpSink } from '../smtp-sink.js';

const [folder = '.', count = '100'] = process.argv.slice(2);
const db = new Database(join(folder, 'reply.db'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE message (id integer PRIMARY KEY, text text NOT NULL)');
const insert = db.prepare('INSERT INTO message (text) VALUES (?)');

const sink = await SmtpSink.open();
const { port } = sink;
const [acked, sent]: [number[], number[]] = [[], []];
const before = process.cpuUsage();
for (let n = 0; n < Number(count); n++) {
  const began = performance.now();
  insert.run(`word ${n} It is on its way.`);
  acked.push(performance.now() - began);
  // A line for each mail, as we have it: they go to servers that close what is idle.
  await bySmtp(port, { from: 'a@bench.test', to: 'b@bench.test', raw: `Subject: Re: Order\r\n\r\nword ${n} It is on its way.` });
  sent.push(performance.now() - began);
}
const { user, system } = process.cpuUsage(before);
void sink.close();
console.log(
  JSON.stringify({
    ackedP50: percentile(acked, 0.5),
    sentP50: percentile(sent, 0.5),
    sentP99: percentile(sent, 0.99),
    cpuMs: (user + system) / 1000 / Number(count),
  }),
);
