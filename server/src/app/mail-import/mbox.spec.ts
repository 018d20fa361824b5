import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { type MboxMail, mailsOf } from './mbox.js';

async function read(text: string | Buffer[], maxBytes = 10_000): Promise<MboxMail[]> {
  const chunks = typeof text === 'string' ? [Buffer.from(text, 'latin1')] : text;
  const mails: MboxMail[] = [];
  for await (const mail of mailsOf(Readable.from(chunks), maxBytes)) mails.push(mail);
  return mails;
}
const texts = (mails: readonly MboxMail[]): (string | undefined)[] => mails.map(({ bytes }) => bytes?.toString('latin1'));

const ONE = 'From sem@client.example Thu Jan  4 09:12:44 2024\nSubject: one\n\nHello\n\n';
const TWO =
  'From tess@client.example Fri Jan  5 10:00:00 2024 +0100\nSubject: two\n\n>From here on\n>>From there\nFrom inside no empty line\n';

test('mails are told apart at a From after an empty line, with their times and without what the mbox added', async () => {
  const mails = await read(ONE + TWO);
  expect(texts(mails)).toEqual([
    'Subject: one\n\nHello\n',
    'Subject: two\n\nFrom here on\n>From there\nFrom inside no empty line\n',
  ]);
  expect(mails.map(({ receivedAt }) => receivedAt?.toISOString())).toEqual([
    '2024-01-04T09:12:44.000Z',
    '2024-01-05T09:00:00.000Z',
  ]);
});

test('line ends of Windows are kept, and what stands before the first mail is no mail', async () => {
  const mails = await read(
    'rubbish\r\n\r\nFrom x Thu Jan  4 09:12:44 2024\r\nSubject: w\r\n\r\nHi\r\n\r\nFrom y\r\nSubject: v\r\n\r\nHo\r\n',
  );
  expect(texts(mails)).toEqual(['Subject: w\r\n\r\nHi\r\n', 'Subject: v\r\n\r\nHo\r\n']);
  expect(mails[1]?.receivedAt).toBeNull();
});

test('however it is cut into pieces, it is the same', async () => {
  const whole = Buffer.from(ONE + TWO, 'latin1');
  const expected = await read(ONE + TWO);
  for (const size of [1, 2, 3, 7, 64]) {
    const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, n) => whole.subarray(n * size, (n + 1) * size));
    expect(await read(chunks)).toEqual(expected);
  }
});

test('one that is too large is passed over and costs the others nothing; a line without end is no trouble', async () => {
  const large = `From x\nSubject: large\n\n${'y'.repeat(3_000_000)}\n\n`;
  const mails = await read(large + ONE, 1_000);
  expect(mails.map(({ number, bytes }) => [number, bytes === null])).toEqual([
    [1, true],
    [2, false],
  ]);
  expect((await read(large + ONE, 4_000_000))[0]?.bytes?.length).toBe(3_000_000 + 'Subject: large\n\n\n'.length);
});

test('an empty file has no mail', async () => {
  expect(await read('')).toEqual([]);
});
