// What this machine can do at most: parse, find the thread, store (SQLite, synchronous FULL), index the words, write the attachments;
// ten mails a commit, in one process, without a mail server, rights, HTML cleaning or events. Prints one line of JSON.
//   node ceilings/ingest.ts FOLDER
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { simpleParser } from 'mailparser';
import { generateMails } from '../mails.js';

const MAILS = 1000;
const THREADS = 411;
const PER_COMMIT = 10;
const SCHEMA = `
create table customer(id integer primary key, email text unique not null, n int default 1);
create table attachment(id integer primary key, message_id int not null, name text, size int, sha text);
create index att_m on attachment(message_id);
create table conversation(id integer primary key, mailbox_id int not null, status int not null, assignee_id int, customer_id int not null,
  subject text not null, preview text not null, last_at int not null, last_by int not null, msg_count int not null, unread int not null);
create index conv_list on conversation(mailbox_id, status, last_at desc, id desc);
create index conv_asg on conversation(assignee_id, status, last_at desc, id desc);
create table message(id integer primary key, conversation_id int not null, kind int not null, author text not null,
  message_id text not null, body text not null, html text, created_at int not null);
create index msg_conv on message(conversation_id, id);
create unique index msg_mid on message(message_id);
create virtual table fts using fts5(body, content='message', content_rowid='id');`;

interface Parsed {
  messageId: string;
  answers: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  files: { name: string; content: Buffer }[];
}

async function parse(raw: Buffer): Promise<Parsed> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
  const references = [mail.references ?? []].flat().toReversed();
  return {
    messageId: mail.messageId ?? '',
    answers: [...(mail.inReplyTo ? [mail.inReplyTo] : []), ...references],
    from: mail.from?.value[0]?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    files: mail.attachments.map((file) => ({ name: file.filename ?? '', content: file.content })),
  };
}

/** One store from empty to all mails; answers how many conversations it holds. */
async function ingest(folder: string, mails: readonly Buffer[]): Promise<number> {
  const file = join(folder, 'ceiling.db');
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  const db = new Database(file);
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = full');
  db.exec(SCHEMA);
  const sql = {
    conversation: db.prepare(
      'insert into conversation(mailbox_id, status, customer_id, subject, preview, last_at, last_by, msg_count, unread) values (1, 1, ?, ?, ?, ?, 1, 1, 1)',
    ),
    reply: db.prepare(
      'update conversation set last_at = ?, preview = ?, msg_count = msg_count + 1, unread = 1, status = 1 where id = ?',
    ),
    message: db.prepare(
      'insert into message(conversation_id, kind, author, message_id, body, html, created_at) values (?, 1, ?, ?, ?, ?, ?)',
    ),
    words: db.prepare('insert into fts(rowid, body) values (?, ?)'),
    find: db.prepare('select conversation_id from message where message_id = ?').pluck(),
    customer: db
      .prepare('insert into customer(email) values (?) on conflict(email) do update set n = n + 1 returning id')
      .pluck(),
    file: db.prepare('insert into attachment(message_id, name, size, sha) values (?, ?, ?, ?)'),
  };
  let conversations = 0;
  const store = (mail: Parsed, at: number): void => {
    const preview = mail.text.slice(0, 120);
    const customer = sql.customer.get(mail.from);
    let conversation = mail.answers.map((id) => sql.find.get(id)).find((id) => id !== undefined);
    if (conversation === undefined) {
      conversation = sql.conversation.run(customer, mail.subject, preview, at).lastInsertRowid;
      conversations += 1;
    } else sql.reply.run(at, preview, conversation);
    const id = sql.message.run(conversation, mail.from, mail.messageId, mail.text, mail.html, at).lastInsertRowid;
    sql.words.run(id, mail.text);
    for (const { name, content } of mail.files) {
      const hash = createHash('sha256').update(content).digest('hex');
      writeFileSync(join(folder, 'files', hash), content);
      sql.file.run(id, name, content.length, hash);
    }
  };
  for (let at = 0; at < mails.length; at += PER_COMMIT) {
    const parsed = await Promise.all(mails.slice(at, at + PER_COMMIT).map(parse));
    db.exec('begin immediate');
    for (const mail of parsed) store(mail, 1e12 + at);
    db.exec('commit');
  }
  db.close();
  return conversations;
}

const folder = process.argv[2] ?? '.';
mkdirSync(join(folder, 'files'), { recursive: true });
const mails = [...generateMails({ count: MAILS })].map(({ raw }) => Buffer.from(raw));
// The first run warms the code up, as a server that has run for a while is warm.
for (const isWarm of [false, true]) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const conversations = await ingest(folder, mails);
  if (conversations !== THREADS) throw new Error(`${conversations} conversations instead of ${THREADS}`);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - started) / 1000;
  if (isWarm) console.log(JSON.stringify({ perSecond: MAILS / seconds, cpuMs: (user + system) / 1000 / MAILS }));
}
