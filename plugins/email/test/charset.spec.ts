import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodeBytes } from '../src/decode/charset.js';
import { decodeWords } from '../src/decode/head.js';
import { decodeMessage, textOf } from './decoded.js';

describe('charsets (R-CHR-1 to 4)', () => {
  test.each([
    ['cp850', iconv.encode('Grüße', 'cp850'), 'Grüße'],
    ['ibm437', iconv.encode('Grüße', 'cp437'), 'Grüße'],
    ['macintosh', iconv.encode('Grüße', 'macintosh'), 'Grüße'],
    ['hz-gb-2312', Buffer.from('a ~{VPND~} ~~ b'), 'a 中文 ~ b'],
    ['iso-2022-kr', Buffer.from('\x1b$)C\x0eGQ19\x0f ok', 'latin1'), '한국 ok'],
    ['iso-2022-jp', Buffer.from('\x1b$B$9$_\x1b(B', 'latin1'), 'すみ'],
    ['utf-16', Buffer.from('\ufeffGrüße', 'utf16le'), 'Grüße'],
    ['utf-16', Buffer.from('\ufeffGrüße', 'utf16le').swap16(), 'Grüße'],
    ['windows-31j', iconv.encode('あいう', 'shift_jis'), 'あいう'],
    ['x-nobody-knows', Buffer.from('Grüße'), 'Grüße'],
  ])('%s', (charset, bytes, text) => {
    expect(decodeBytes(bytes, charset).replace('\ufeff', '')).toBe(text);
  });

  test('what is said nowhere is guessed from enough bytes, and never thrown at', () => {
    const chinese = '敬啟者：感謝您的來信，我們將盡快回覆您的問題，謝謝。請您耐心等候。';
    expect(decodeBytes(iconv.encode(chinese, 'big5'))).toBe(chinese);
    const russian = 'Здравствуйте! Мой заказ не пришёл, хотя прошло уже две недели.';
    expect(decodeBytes(iconv.encode(russian, 'koi8-r'))).toBe(russian);
    expect(decodeBytes(Buffer.from('Grüße', 'latin1'))).toBe('Grüße');
    for (let i = 0; i < 256; i++) expect(typeof decodeBytes(Buffer.from([i, 255 - i]), 'no-such')).toBe('string');
  });

  test('what HTML says of itself counts when the head says nothing', async () => {
    const html = iconv.encode('<meta charset="windows-1251"><p>Привет</p>', 'windows-1251');
    const head = Buffer.from('From: a@cust.test\r\nContent-Type: text/html\r\n\r\n');
    expect(textOf(await decodeMessage(Buffer.concat([head, html])))).toBe('Привет');
  });

  test('encoded words: a letter in two of them, two charsets, what is none', () => {
    expect(decodeWords('=?utf-8?B?4oI=?= =?utf-8?B?rA==?= 5')).toBe('€ 5');
    expect(decodeWords('=?iso-8859-1?Q?Gr=FC=DFe?= =?utf-8?Q?_=E2=82=AC?=')).toBe('Grüße €');
    expect(decodeWords('a =?b?c d')).toBe('a =?b?c d');
  });

  test('a sender without a usable address keeps his name', async () => {
    const { sender } = await decodeMessage('From: =?utf-8?Q?J=C3=BCrgen?= <juergen>\r\nSubject: x\r\n\r\nHello');
    expect(sender).toMatchObject({ value: 'unknown@sender.invalid', name: 'Jürgen' });
  });
});
