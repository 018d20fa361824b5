import { describe, expect, test } from '@jest/globals';
import { filesOf, namesOf, textOf } from './decoded.js';
import { decoded, file, html, inner, lines, mail, multipart, nested, picture, plain } from './made-mails.js';

/** The text, the names in the list, and the ids of what is shown within the text. */
async function seen(raw: string): Promise<[string, string[], string[]]> {
  const event = await decoded(raw);
  return [textOf(event), namesOf(event), filesOf(event).flatMap(({ inlineId }) => inlineId ?? [])];
}
const PDF = file('application/pdf; name=a.pdf', 'Content-Disposition: attachment; filename=a.pdf');

describe('pictures within the text (R-ATT-4)', () => {
  const shows = (cid: string): string => html(`<p>Look:</p><img src="cid:${cid}">`);

  test.each([
    ['related(html, picture)', multipart('related', [shows('p1'), picture('p1')]), ['Look:', [], ['p1']]],
    [
      'related(alternative, picture)',
      multipart('related', [nested('alternative', [plain('Look'), shows('p1')], 'in'), picture('p1')]),
      ['Look:', [], ['p1']],
    ],
    [
      'alternative(text, related(html, picture))',
      multipart('alternative', [plain('Look'), nested('related', [shows('p1'), picture('p1')], 'in')]),
      ['Look:', [], ['p1']],
    ],
    [
      'mixed(related(html, picture), file)',
      multipart('mixed', [nested('related', [shows('p1'), picture('p1')], 'in'), PDF]),
      ['Look:', ['a.pdf'], ['p1']],
    ],
    [
      'mixed(html, picture): shown though it is an attachment',
      multipart('mixed', [shows('p1'), picture('p1', 'Content-Disposition: attachment; filename=p.png')]),
      ['Look:', [], ['p1']],
    ],
    ['related, the picture first', multipart('related', [picture('p1'), shows('p1')]), ['Look:', [], ['p1']]],
    [
      'related with a start',
      multipart('related; start="<root@x>"', [picture('p1'), html('<p>Look:</p><img src="cid:p1">', ['Content-ID: <root@x>'])]),
      ['Look:', [], ['p1']],
    ],
    [
      'not shown, though it has an id: in the list',
      multipart('related', [html('<p>Look:</p>'), picture('p1')]),
      ['Look:', ['dot.png'], []],
    ],
    [
      'inline, without an id: in the list',
      multipart('mixed', [html('<p>Look:</p>'), file('image/png; name=dot.png', 'Content-Disposition: inline')]),
      ['Look:', ['dot.png'], []],
    ],
    ['an id with percents', multipart('related', [shows('a%20b%40c'), picture('a b@c')]), ['Look:', [], ['a b@c']]],
    ['an id with an entity', multipart('related', [shows('a&amp;b'), picture('a&b')]), ['Look:', [], ['a&b']]],
    [
      'an id without brackets',
      multipart('related', [shows('p1'), file('image/png; name=dot.png', 'Content-ID: p1')]),
      ['Look:', [], ['p1']],
    ],
    [
      'an id in capitals of its scheme',
      multipart('related', [html('<p>Look:</p><IMG SRC=CID:p1>'), picture('p1')]),
      ['Look:', [], ['p1']],
    ],
    [
      'in a style',
      multipart('related', [html('<p style="background:url(cid:p1)">Look:</p>'), picture('p1')]),
      ['Look:', [], ['p1']],
    ],
    [
      'by its place',
      multipart('related', [
        html('<p>Look:</p><img src="http://x.test/dot.png">'),
        file('image/png; name=dot.png', 'Content-Location: http://x.test/dot.png'),
      ]),
      ['Look:', [], ['http://x.test/dot.png']],
    ],
    [
      'a text that names an id in words',
      multipart('mixed', [plain('See cid:p1'), picture('p1')]),
      ['See cid:p1', ['dot.png'], []],
    ],
  ])('%s', async (_, raw, wanted) => {
    expect(await seen(raw)).toEqual(wanted);
  });
});

describe('what is the text, and in which order', () => {
  test.each([
    ['the last form that can be shown', multipart('alternative', [plain('poor'), html('<p>rich</p>')]), ['rich', []]],
    ['forms the wrong way round', multipart('alternative', [html('<p>rich</p>'), plain('poor')]), ['rich', []]],
    [
      'a form that is empty gives way',
      multipart('alternative', [plain('the words'), html('<html><body>&nbsp;<br></body></html>')]),
      ['the words', []],
    ],
    [
      'a form with nothing but a dot that tracks',
      multipart('alternative', [plain('the words'), html('<img src="https://x.test/o.gif" width="1" height="1">')]),
      ['the words', []],
    ],
    [
      'a form for watches is nobody’s file',
      multipart('alternative', [
        plain('poor'),
        lines('Content-Type: text/watch-html; charset=utf-8', '', '<b>watch</b>'),
        html('<p>rich</p>'),
      ]),
      ['rich', []],
    ],
    [
      'AMP is nobody’s file',
      multipart('alternative', [
        plain('poor'),
        lines('Content-Type: text/x-amp-html; charset=utf-8', '', '<html amp4email></html>'),
        html('<p>rich</p>'),
      ]),
      ['rich', []],
    ],
    [
      'enriched text is nobody’s file beside plain text',
      multipart('alternative', [plain('poor'), lines('Content-Type: text/enriched', '', '<bold>rich</bold>')]),
      ['poor', []],
    ],
    ['text, file, text', multipart('mixed', [plain('before'), PDF, plain('after')]), ['before\nafter', ['a.pdf']]],
    [
      'HTML, file, HTML, as Apple Mail has it',
      multipart('mixed', [html('<div>before</div>'), PDF, html('<div>after</div>')]),
      ['before\n\nafter', ['a.pdf']],
    ],
    [
      'text and the footer of a list',
      multipart('mixed', [
        plain('words'),
        plain(`${'_'.repeat(47)}\nlist mailing list\nlist@x.test`, ['Content-Disposition: inline']),
      ]),
      ['words', []],
    ],
    [
      'a text with a name, after the text',
      multipart('mixed', [plain('words'), file('text/plain; name=log.txt')]),
      ['words', ['log.txt']],
    ],
    [
      'a text as an attachment',
      multipart('mixed', [plain('words'), file('text/html', 'Content-Disposition: attachment; filename=page.html')]),
      ['words', ['page.html']],
    ],
    ['no text at all', multipart('mixed', [PDF]), ['', ['a.pdf']]],
    [
      'an attachment alone',
      mail(
        ['Content-Type: application/pdf; name=a.pdf', 'Content-Disposition: attachment', 'Content-Transfer-Encoding: base64'],
        'aGVsbG8=',
      ),
      ['', ['a.pdf']],
    ],
    ['a mail without a body', mail(['Content-Type: text/plain']), ['', []]],
    ['a mail with an empty multipart', mail(['Content-Type: multipart/mixed; boundary=b'], '--b--', ''), ['', []]],
    [
      'words beside the parts are not text',
      mail(
        ['Content-Type: multipart/mixed; boundary=b'],
        'This is a preamble.',
        inner([plain('words')], 'b'),
        'This is an epilogue.',
      ),
      ['words', []],
    ],
    [
      'never closed',
      mail(['Content-Type: multipart/mixed; boundary=b'], '--b', plain('words'), '--b', PDF),
      ['words', ['a.pdf']],
    ],
    [
      'a boundary within a boundary',
      multipart('mixed', [nested('alternative', [plain('words')], '=_b1'), PDF]),
      ['words', ['a.pdf']],
    ],
    [
      'the same boundary inside and outside',
      multipart('mixed', [nested('alternative', [plain('words'), html('<p>words</p>')], '=_b')]),
      ['words', []],
    ],
    ['multipart/related that holds text only', multipart('related', [plain('words')]), ['words', []]],
    ['an unknown multipart is mixed', multipart('x-unheard', [plain('words'), PDF]), ['words', ['a.pdf']]],
    [
      'multipart/appledouble',
      multipart('mixed', [plain('words'), nested('appledouble', [file('application/applefile; name="._a.pdf"'), PDF], 'in')]),
      ['words', ['a.pdf']],
    ],
  ])('%s', async (_, raw, [text, names]) => {
    const [words, list] = await seen(raw);
    expect([words, list]).toEqual([text, names]);
  });

  test.each([
    ['quoted-printable with soft ends', 'quoted-printable', 'A long li=\r\nne with =C3=BC', 'A long line with ü'],
    ['quoted-printable, broken', 'quoted-printable', '100 % sure = yes =ZZ =', '100 % sure = yes =ZZ'],
    ['base64 with spaces and rubbish', 'base64', 'aGVs\r\n bG8 !*\r\n', 'hello'],
    ['base64 in capitals', 'BASE64', 'aGVsbG8=', 'hello'],
    ['base64 cut off', 'base64', 'aGVsbG8gd29yb', 'hello wor'],
    ['an unknown encoding', 'x-unheard', 'hello', 'hello'],
    ['an empty encoding', '', 'hello', 'hello'],
    ['two words for an encoding', '8bit; charset=utf-8', 'hellö', 'hellö'],
    ['binary', 'binary', 'hellö', 'hellö'],
  ])('%s', async (_, encoding, body, text) => {
    expect(
      (await seen(mail(['Content-Type: text/plain; charset=utf-8', `Content-Transfer-Encoding: ${encoding}`], body)))[0].trim(),
    ).toBe(text);
  });

  test.each([
    ['lines are joined', 'format=flowed', 'A line that \r\nflows on.\r\nAnother.', 'A line that flows on.\nAnother.'],
    ['spaces that were added go', 'format=flowed; delsp=yes', 'A line tha \r\nt flows.', 'A line that flows.'],
    ['a stuffed space goes', 'format=flowed', ' >no quote\r\n From here.', '>no quote\nFrom here.'],
    ['a signature does not flow', 'format=flowed', 'Words.\r\n\r\n-- \r\nAnna', 'Words.'],
    ['text that is fixed stays', 'format=fixed', 'A line \r\nstays.', 'A line\nstays.'],
  ])('flowed: %s', async (_, format, body, text) => {
    const [words] = await seen(mail([`Content-Type: text/plain; charset=utf-8; ${format}`], body));
    expect(words.replace(/ +$/gm, '')).toBe(text);
  });
});

describe('mails within mails (R-ATT-5)', () => {
  const inside = (...fields: string[]): string =>
    lines(
      'Content-Type: message/rfc822',
      ...fields,
      '',
      'From: Erik <erik@x.test>',
      'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= / inner',
      'Content-Type: multipart/mixed; boundary=z',
      '',
      '--z',
      plain('inner words'),
      '--z',
      PDF,
      '--z--',
    );

  test('it is a file named after its subject, and its own parts are not ours', async () => {
    expect(await seen(multipart('mixed', [plain('words'), inside()]))).toEqual(['words', ['Grüße - inner.eml'], []]);
    expect(await seen(multipart('mixed', [plain('words'), inside('Content-Disposition: inline')]))).toEqual([
      'words',
      ['Grüße - inner.eml'],
      [],
    ]);
    expect(
      await seen(multipart('mixed', [plain('words'), inside('Content-Disposition: attachment; filename="mail.eml"')])),
    ).toEqual(['words', ['mail.eml'], []]);
  });

  test('one without a subject, several, a digest, one within one', async () => {
    const bare = lines('Content-Type: message/rfc822', '', 'From: x@y.test', '', 'x');
    expect((await seen(multipart('mixed', [plain('words'), bare, bare])))[1]).toEqual(['message.eml', 'message (2).eml']);
    expect(
      (await seen(multipart('digest', [lines('', 'Subject: One', '', 'x'), lines('', 'Subject: Two', '', 'y')])))[1],
    ).toEqual(['One.eml', 'Two.eml']);
    const deep = lines(
      'Content-Type: message/rfc822',
      '',
      'Subject: outer',
      'Content-Type: message/rfc822',
      '',
      'Subject: inner',
      '',
      'x',
    );
    expect((await seen(multipart('mixed', [plain('words'), deep])))[1]).toEqual(['outer.eml']);
  });
});

describe('bombs end in something that is shown (R-ATT-7)', () => {
  const start = async (raw: string): Promise<string> => `${(await decoded(raw)).thread.subject}`;

  test('depth', async () => {
    let body = plain('bottom');
    for (let i = 0; i < 1500; i++) body = nested('mixed', [body], `b${i}`);
    const deep = mail(body.split('\r\n\r\n').slice(0, 1), body.slice(body.indexOf('\r\n\r\n') + 4));
    const event = await decoded(deep);
    expect([event.sender, event.thread.subject]).toMatchObject([{ value: 'anna@cust.test' }, 'Order']);
    expect(event.parts).toContainEqual({ type: 'unsupported', note: expect.stringContaining('its source') });
  });
  test('parts', async () => {
    const raw = multipart('mixed', [plain('words'), ...Array.from({ length: 900 }, (_, i) => file(`image/png; name=${i}.png`))]);
    const event = await decoded(raw);
    expect([textOf(event), filesOf(event).length]).toEqual(['words', 500]);
    expect(event.parts).toContainEqual({ type: 'unsupported', note: expect.stringContaining('400 more files') });
  });
  test('fields', async () => {
    expect(
      await start(
        mail(
          Array.from({ length: 17_000 }, (_, i) => `X-${i}: ${'y'.repeat(20)}`),
          'x',
        ),
      ),
    ).toBe('Order');
    const wide = multipart('mixed', [plain('words'), ...Array.from({ length: 1_500 }, () => plain('more'))]);
    expect(textOf(await decoded(wide))).toMatch(/^words\nmore/);
    expect(await start(mail([`X: ${'y'.repeat(1_500_000)}`], 'x'))).toBe('Order');
    expect(await start(mail([`References: ${'<a@b.test> '.repeat(50_000)}`], 'x'))).toBe('Order');
    expect(await start(mail([`To: ${'<a@b.test>, '.repeat(20_000)}`], 'x'))).toBe('Order');
    expect(await start(mail([`Content-Type: text/plain; ${'a=b; '.repeat(20_000)}`], 'x'))).toBe('Order');
  });
  test('rubbish in base64', async () => {
    const raw = multipart('mixed', [
      plain('words'),
      lines('Content-Type: application/zip; name=x.zip', 'Content-Transfer-Encoding: base64', '', '=?*'.repeat(100_000)),
    ]);
    expect(await seen(raw)).toEqual(['words', ['x.zip'], []]);
  });
});
