import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { runAdmin } from '../../src/app/admin.js';
import { temporaryFolder } from '../server/server.js';
import { until } from '../support/until.js';
import { type Mailbox, PostOffice } from './post-office.js';
import { readInbox } from './seen.js';

jest.setTimeout(240_000);

let office: PostOffice;
let box: Mailbox;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  office = await PostOffice.open();
  box = await office.connect('support@shop.test');
  await office.answerByItself(box.inboxId, 'We have got your mail', 'We answer soon.');
});
afterAll(async () => {
  await office.close();
  await folder.remove();
});

const NAME = 'Inbox support@shop.test';

async function admin(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runAdmin(args, office.server.env, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

/** Waits for so many, which costs the API none of its points. */
async function messagesHere(count: number): Promise<void> {
  const { reader } = office.server.uow;
  await until(
    async () => {
      const [row] = await reader.query<{ count: number | string }>('SELECT count(*) AS count FROM message');
      return Number(row?.count) >= count;
    },
    { what: `${count} messages`, deadlineMs: 120_000 },
  );
}

/** As a mail program writes them: a question, the answer that was given to it, and a mail without a Message-ID. */
const MBOX = [
  [
    'sem@client.example',
    'From: Sem <sem@client.example>\nTo: support@shop.test\nSubject: A teapot\nMessage-ID: <q1@client.example>\n\nIt leaks.\n>From the start.\n',
  ],
  [
    'support@shop.test',
    'From: support@shop.test\nTo: sem@client.example\nSubject: Re: A teapot\nMessage-ID: <a1@shop.test>\nIn-Reply-To: <q1@client.example>\n\nWe send another.\n',
  ],
  ['tess@client.example', 'From: tess@client.example\nTo: support@shop.test\nSubject: Opening hours\n\nWhen are you open?\n'],
]
  .map(([from, mail]) => `From ${from} Thu Jan  4 09:12:44 2024\n${mail}\n`)
  .join('');

test('the mails of an mbox become conversations of the past, threaded, unread by nobody and answered by no machine; again is nothing', async () => {
  const file = join(folder.path, 'archive.mbox');
  await writeFile(file, MBOX);
  const first = await admin('import-mbox', file, '--inbox', NAME);
  expect([first.code, first.said]).toEqual([0, expect.stringContaining('Took in 3 mails')]);
  await messagesHere(3);
  const told = (await readInbox(office.owner, box.inboxId)).map(({ subject, messages }) => [
    subject,
    messages.map(({ direction }) => direction),
  ]);
  expect(told.toSorted()).toEqual([
    ['A teapot', ['INBOUND', 'OUTBOUND']],
    ['Opening hours', ['INBOUND']],
  ]);
  const rows = await office.server.uow.reader.query<{ at: number | string; text: string }>(
    `SELECT at, text FROM message WHERE direction = 'INBOUND' AND subject = 'A teapot'`,
  );
  expect(rows.map(({ at, text }) => [new Date(Number(at)).toISOString(), text.includes('From the start.')])).toEqual([
    ['2024-01-04T09:12:44.000Z', true],
  ]);
  expect((await admin('import-mbox', file, '--inbox', NAME)).said).toContain('Took in 0 mails by');
  // A mail that comes by itself afterwards is answered: the machine was there all the time.
  await box.receive(
    Buffer.from(
      'From: uma@client.example\r\nTo: support@shop.test\r\nSubject: Now\r\nMessage-ID: <n@client.example>\r\n\r\nHi\r\n',
    ),
  );
  await messagesHere(5);
  const all = await readInbox(office.owner, box.inboxId);
  const directions = (of: string) => all.find(({ subject }) => subject === of)?.messages.map(({ direction }) => direction);
  expect(directions('Now')).toEqual(['INBOUND', 'OUTBOUND']);
  expect(directions('Opening hours')).toEqual(['INBOUND']);
});

test('what can not be is said in words: no file, no inbox, no address', async () => {
  const file = join(folder.path, 'archive.mbox');
  expect((await admin('import-mbox', join(folder.path, 'none'), '--inbox', NAME)).said).toContain('There is no file');
  expect((await admin('import-mbox', file, '--inbox', 'Nowhere')).said).toBe('There is no inbox Nowhere.');
  expect((await admin('import-mbox', file, '--inbox', NAME, '--channel', 'x@y.example')).said).toContain(
    'It has support@shop.test',
  );
  expect((await admin('import-mbox', file)).said).toContain('--inbox <name>');
});
