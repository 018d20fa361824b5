import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodeMessage, namesOf, textOf } from './decoded.js';

const WORDS: [string, string][] = [
  ['windows-1252', 'Gruß aus Köln – „schön“ für 5 €'],
  ['iso-8859-1', 'Señor Muñoz está aquí, déjà vu'],
  ['iso-8859-2', 'Příliš žluťoučký kůň úpěl ďábelské ódy'],
  ['windows-1250', 'Zażółć gęślą jaźń – „tak”'],
  ['iso-8859-4', 'Šveicarija ir Latvija – āēīū'.replace('–', '-')],
  ['koi8-r', 'Здравствуйте, где мой заказ?'],
  ['koi8-u', 'Доброго дня, де моє замовлення? її ґанок'],
  ['windows-1251', 'Благодаря ви, поръчката пристигна'],
  ['iso-8859-5', 'Добры дзень, дзе мой заказ'],
  ['cp866', 'Проверка связи'],
  ['iso-8859-7', 'Καλημέρα, πού είναι η παραγγελία μου'],
  ['windows-1253', 'Ευχαριστώ πολύ για την απάντηση'],
  ['iso-8859-9', 'Teşekkür ederim, siparişim nerede? ığüşöç'],
  ['windows-1254', 'Şikâyetim var: paket gelmedi'],
  ['iso-8859-8', 'שלום, איפה ההזמנה שלי'],
  ['windows-1255', 'תודה רבה על התשובה'],
  ['iso-8859-6', 'مرحبا اين طلبي'],
  ['windows-1256', 'شكرا جزيلا على الرد'],
  ['iso-8859-13', 'Ačiū už atsakymą'],
  ['windows-1257', 'Paldies par atbildi, ļoti ātri'],
  ['iso-8859-15', 'Prix: 5 €, cœur'],
  ['macintosh', 'Déjà reçu, merci'],
  ['cp437', 'Voilà, déjà'],
  ['cp850', 'Größe und Übermaß'],
  ['tis-620', 'สวัสดีครับ สินค้าอยู่ที่ไหน'],
  ['windows-874', 'ขอบคุณมากครับ'],
  ['windows-1258', 'Cảm ơn bạn'.normalize('NFC').replace('ả', 'a').replace('ạ', 'a')],
  ['gb2312', '您好，我的订单在哪里？'],
  ['gbk', '謝謝您的回復，包裹還沒到'],
  ['gb18030', '你好㐀，谢谢'],
  ['big5', '您好，我的訂單在哪裡？'],
  ['big5-hkscs', '多謝你嘅回覆'],
  ['shift_jis', 'お世話になっております。注文はどこですか'],
  ['cp932', '①株式会社テスト㈱ 髙橋'],
  ['euc-jp', 'ありがとうございます。'],
  ['euc-kr', '안녕하세요, 주문한 상품은 어디에 있나요'],
  ['ks_c_5601-1987', '감사합니다. 똠방각하'],
  ['cp949', '뷁, 감사합니다'],
  ['utf-16le', 'Zwei Bytes je Zeichen: äöü'],
  ['utf-8', 'Alles: ß ł я 中 👋'],
];
const encode = (text: string, charset: string): Buffer =>
  iconv.encode(text, { 'ks_c_5601-1987': 'cp949', 'utf-16le': 'utf16le', 'iso-8859-8': 'iso-8859-8' }[charset] ?? charset);
const mail = (fields: string[], body: Buffer): Buffer => Buffer.concat([Buffer.from([...fields, '', ''].join('\r\n')), body]);
const HEAD = ['From: Anna <anna@cust.test>', 'To: support@shop.test', 'MIME-Version: 1.0'];
const quoted = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replace(/((?:=..){20})/g, '$1=\r\n');

describe('a text in each charset that mails name (R-CHR-4)', () => {
  test.each(WORDS)('%s, in base64', async (charset, words) => {
    const raw = mail(
      [...HEAD, `Content-Type: text/plain; charset=${charset}`, 'Content-Transfer-Encoding: base64'],
      Buffer.from(encode(words, charset).toString('base64')),
    );
    expect(textOf(await decodeMessage(raw))).toBe(words);
  });
  test.each(WORDS.filter(([charset]) => charset !== 'utf-16le'))(
    '%s, quoted-printable, its name in capitals and quotes',
    async (charset, words) => {
      const raw = mail(
        [...HEAD, `Content-Type: text/html; charset="${charset.toUpperCase()}"`, 'Content-Transfer-Encoding: quoted-printable'],
        Buffer.from(quoted(encode(`<p>${words}</p>`, charset))),
      );
      expect(textOf(await decodeMessage(raw))).toBe(words);
    },
  );
  test.each(WORDS.filter(([charset]) => charset !== 'utf-16le'))(
    '%s, the subject and the sender in encoded words',
    async (charset, words) => {
      const word = `=?${charset}?B?${encode(words, charset).toString('base64')}?=`;
      const event = await decodeMessage(
        mail([`From: ${word} <anna@cust.test>`, `Subject: ${word}`, 'To: support@shop.test'], Buffer.from('x')),
      );
      expect([event.thread.subject, event.sender]).toEqual([
        words,
        expect.objectContaining({ name: words.replace(/^"|"$/g, '') }),
      ]);
    },
  );
  test.each(WORDS.filter(([charset]) => charset !== 'utf-16le'))('%s, the name of a file in RFC 2231', async (charset, words) => {
    const percent = [...encode(words, charset)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const raw = mail(
      [
        ...HEAD,
        'Content-Type: application/pdf',
        `Content-Disposition: attachment; filename*=${charset}''${percent}.pdf`,
        'Content-Transfer-Encoding: base64',
      ],
      Buffer.from('JVBERg=='),
    );
    expect(namesOf(await decodeMessage(raw))).toEqual([`${words.replace(/[:?"]/g, '_')}.pdf`]);
  });
});

describe('raw bytes in the head, of which nothing is said (R-CHR-1)', () => {
  test.each([
    ['utf-8', 'Grüße aus München', undefined],
    ['windows-1252', 'Grüße aus München', undefined],
    ['iso-8859-2', 'Příliš žluťoučký kůň', 'iso-8859-2'],
    ['koi8-r', 'Здравствуйте, где мой заказ', 'koi8-r'],
    ['windows-1251', 'Здравствуйте, где мой заказ', 'windows-1251'],
    ['gb2312', '您好我的订单在哪里', 'gb2312'],
    ['big5', '您好我的訂單在哪裡', 'big5'],
    ['shift_jis', 'お世話になっております', 'iso-2022-jp'],
    ['euc-jp', 'お世話になっております', 'iso-2022-jp'],
    ['euc-kr', '안녕하세요 주문', 'ks_c_5601-1987'],
  ])('%s while the body names %s', async (charset, words, body) => {
    const type = body ? [`Content-Type: text/plain; charset=${body}`] : [];
    const head = Buffer.concat([
      Buffer.from('Subject: '),
      encode(words, charset),
      Buffer.from('\r\nFrom: "'),
      encode(words, charset),
      Buffer.from('" <anna@cust.test>\r\n'),
    ]);
    const event = await decodeMessage(Buffer.concat([head, mail(['To: support@shop.test', ...type], Buffer.from('x'))]));
    expect([event.thread.subject, event.sender]).toEqual([
      words,
      expect.objectContaining({ value: 'anna@cust.test', name: words }),
    ]);
  });

  test.each([
    ['gb2312', '绩效管理究竟哪里错了.xls', 'gb2312'],
    ['windows-1251', 'Счёт за ноябрь.pdf', 'windows-1251'],
    ['utf-8', 'Rechnung März.pdf', 'iso-8859-1'],
    ['iso-8859-1', 'Rechnung März.pdf', 'utf-8'],
    ['shift_jis', '請求書の件について.pdf', 'iso-2022-jp'],
  ])('the name of a file in %s while the text is in %s', async (charset, name, body) => {
    const raw = Buffer.concat([
      Buffer.from(
        [
          ...HEAD,
          'Content-Type: multipart/mixed; boundary=b',
          '',
          '--b',
          `Content-Type: text/plain; charset=${body}`,
          '',
          'x',
          '--b',
          'Content-Type: application/octet-stream',
          'Content-Disposition: attachment; filename="',
        ].join('\r\n'),
      ),
      encode(name, charset),
      Buffer.from('"\r\n\r\nx\r\n--b--\r\n'),
    ]);
    expect(namesOf(await decodeMessage(raw))).toEqual([name]);
  });
});

describe('charsets that are misnamed or broken: something readable, never a throw (R-CHR-2, 4)', () => {
  const body = async (type: string, bytes: Buffer | string, encoding = '8bit'): Promise<string> =>
    textOf(
      await decodeMessage(mail([...HEAD, `Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`], Buffer.from(bytes))),
    );

  test.each([
    ['UTF-8 under ISO-8859-1', 'text/plain; charset=utf-8', Buffer.from('Grüße'), 'Grüße'],
    [
      'Latin-1 under UTF-8',
      'text/plain; charset=utf-8',
      Buffer.from('Grüße aus dem schönen Köln', 'latin1'),
      'Grüße aus dem schönen Köln',
    ],
    ['Latin-1 under ASCII', 'text/plain; charset=us-ascii', Buffer.from('Grüße', 'latin1'), 'Grüße'],
    ['UTF-8 under ASCII', 'text/plain; charset=us-ascii', Buffer.from('Grüße 👋'), 'Grüße 👋'],
    [
      'windows-1252 under ISO-8859-1',
      'text/plain; charset=iso-8859-1',
      Buffer.from([0x93, 0x48, 0x69, 0x94, 0x20, 0x80]),
      '“Hi” €',
    ],
    ['a charset that nobody knows', 'text/plain; charset=x-none-such', Buffer.from('Grüße'), 'Grüße'],
    ['a charset of nonsense', 'text/plain; charset="utf-8; format=flowed', Buffer.from('Grüße'), 'Grüße'],
    ['an empty charset', 'text/plain; charset=', Buffer.from('Grüße'), 'Grüße'],
    ['utf8 without a dash', 'text/plain; charset=utf8', Buffer.from('Grüße'), 'Grüße'],
    ['UTF_8', 'text/plain; charset=UTF_8', Buffer.from('Grüße'), 'Grüße'],
    ['latin-1', 'text/plain; charset=latin-1', Buffer.from('Grüße', 'latin1'), 'Grüße'],
    ['a quote in single marks', "text/plain; charset='iso-8859-1'", Buffer.from('Grüße', 'latin1'), 'Grüße'],
    [
      'UTF-16 with its mark',
      'text/plain; charset=utf-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Grüße', 'utf16le')]),
      'Grüße',
    ],
    ['a mark at the start of UTF-8', 'text/plain; charset=utf-8', Buffer.from('\ufeffGrüße'), 'Grüße'],
    ['UTF-7', 'text/plain; charset=utf-7', Buffer.from('Gr+APwA3w-e +AGEAYgBj- 1 +- 2'), 'Grüße abc 1 + 2'],
    [
      'HTML that says it itself',
      'text/html',
      Buffer.from('<meta charset="windows-1251"><p>\xc7\xe4\xf0\xe0\xe2\xf1\xf2\xe2\xf3\xe9\xf2\xe5</p>', 'latin1'),
      'Здравствуйте',
    ],
    ['NUL and controls in between', 'text/plain; charset=utf-8', Buffer.from('Gr\0ü\u0007ße'), 'Grüße'],
  ])('%s', async (_, type, bytes, seen) => {
    expect(await body(type, bytes)).toBe(seen);
  });

  test('a letter that is cut in two by neighbouring encoded words is whole', async () => {
    const subject = '=?utf-8?B?R3LD?=\r\n =?utf-8?B?vMOfZQ==?= =?UTF-8?Q?_=C3?= =?UTF-8?Q?=A4?=';
    expect((await decodeMessage(mail([...HEAD, `Subject: ${subject}`], Buffer.from('x')))).thread.subject).toBe('Grüße ä');
  });

  test.each([
    ['a language', '=?iso-8859-1*de?Q?Gr=FC=DFe?=', 'Grüße'],
    ['a small letter', '=?utf-8?q?Gr=c3=bc=c3=9fe?=', 'Grüße'],
    ['spaces inside', '=?utf-8?Q?Gr=C3=BC=C3=9Fe an alle?=', 'Grüße an alle'],
    ['no padding', '=?utf-8?B?R3LDvMOfZQ?=', 'Grüße'],
    ['a raw byte', Buffer.from('=?iso-8859-1?Q?Gr\xfc\xdfe?=', 'latin1'), 'Grüße'],
    ['in quotes', '"=?utf-8?Q?Gr=C3=BC=C3=9Fe?="', '"Grüße"'],
    ['an unknown charset', '=?x-none?Q?Gr=FC=DFe?=', 'Grüße'],
    ['an unknown encoding', '=?utf-8?X?abc?=', '=?utf-8?X?abc?='],
    ['never closed', '=?utf-8?Q?Gr=C3=BC', '=?utf-8?Q?Gr=C3=BC'],
    ['beside other words', 'Re: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= an Anna', 'Re: Grüße an Anna'],
  ])('an encoded word with %s', async (_, word, seen) => {
    const head = Buffer.concat([Buffer.from('Subject: '), Buffer.from(word), Buffer.from('\r\n')]);
    expect((await decodeMessage(Buffer.concat([head, mail(HEAD, Buffer.from('x'))]))).thread.subject).toBe(seen);
  });
});
