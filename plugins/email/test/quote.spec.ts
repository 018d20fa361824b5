import { describe, expect, test } from '@jest/globals';
import { htmlToText, splitQuotedHtml } from '../src/decode/html.js';
import { splitQuotedText } from '../src/decode/quote.js';
import { computed } from './computed.js';
import { decodeAll } from './decoded.js';

const BASE = ['From: Anna <anna@cust.test>', 'To: support@shop.test', 'Subject: Hi'];
const raw = (head: string[], body: string): string => [...head, '', body].join('\r\n');

describe('new text and history', () => {
  const HISTORY = '> We have sent it.\n> Mia';
  test.each([
    ['On Tue, Nov 3, 2026 at 10:00 AM Support <support@shop.test> wrote:\n' + HISTORY],
    ['On Tue, Nov 3, 2026 at 10:00 AM Support\n<support@shop.test> wrote:\n\n' + HISTORY],
    ['Am 03.11.2026 um 10:00 schrieb Support <support@shop.test>:\n' + HISTORY],
    ['Le mar. 3 nov. 2026 à 10:00, Support <support@shop.test> a écrit :\n' + HISTORY],
    ['El mar, 3 nov 2026 a las 10:00, Support (<support@shop.test>) escribió:\n' + HISTORY],
    ['Op di 3 nov 2026 om 10:00 schreef Support <support@shop.test>:\n' + HISTORY],
    ['-----Original Message-----\nFrom: Support\nSent: Tuesday\nTo: Anna\nSubject: x\n\nWe have sent it.'],
    ['-----Ursprüngliche Nachricht-----\nVon: Support\n\nWe have sent it.'],
    ['From: Support <support@shop.test>\nSent: Tuesday, 3 November 2026\nTo: Anna\nSubject: Order\n\nWe have sent it.'],
    ['________________________________\nVan: Support\nVerzonden: dinsdag\nAan: Anna\nOnderwerp: x\n\nWe have sent it.'],
    ['Support <support@shop.test> schrieb am Di., 3. Nov. 2026\num 10:00 Uhr:\n\n' + HISTORY],
    ['Den 3. nov. 2026 kl. 10.00 skrev Support <support@shop.test<mailto:support@shop.test>>:\n\nWe have sent it.'],
    ['2026-11-03 10:00 GMT+01:00 Support <\nsupport@shop.test>:\n\n' + HISTORY],
    ['вт, 3 нояб. 2026 г. в 10:00, Support <support@shop.test>:\n\nWe have sent it.'],
    ['On Tue, Nov 3, 2026 at 10:00 Support\n\n<\nmailto:Support <support@shop.test>\n> wrote:\nWe have sent it.'],
    ['---- On Tue, 3 Nov 2026 10:00:00 +0100 Support <support@shop.test> wrote ----\n\nWe have sent it.'],
    ['-------- Oprindelig besked --------\nFra: Support <support@shop.test>\nDato: 3.11.2026\nTil: Anna\nEmne: x\n\nWe'],
    ['-------- Irgendein Wort --------\nVon: Support\nGesendet: Dienstag\nAn: Anna\nBetreff: x\n\nWe have sent it.'],
    ['====\n\nMessage du : 3/11/2026\nDe : Support <support@shop.test>\nA : Anna\nSujet : x\n\nWe have sent it.'],
    ['Date: Tue, 3 Nov 2026\nFrom: Support <support@shop.test>\nTo: Anna\nSubject: x\n\nWe have sent it.'],
    ['-- \nAnna Berg\nCust Ltd'],
    ['Sent from my iPhone'],
    ['Envoyé depuis mon iPhone\n\nGet Outlook for iOS'],
    ['Gesendet von Outlook für Android<https://aka.ms/x>\n\nWe have sent it.'],
  ])('the tail is folded: %s', (tail) => {
    const split = splitQuotedText(`Thanks, it works!\n\n${tail}`);
    expect(split.text).toBe('Thanks, it works!');
    expect(split.quoted).toBe(tail.trim());
  });

  test('what a reader needs is not hidden', () => {
    const inBetween = '> Is it red?\nYes.\n> Is it big?\nNo.';
    expect(splitQuotedText(inBetween)).toEqual({ text: inBetween });
    const forward = 'FYI\n\n---------- Forwarded message ---------\nFrom: Erik\nDate: x\nSubject: y\nTo: z\n\nWhen?';
    expect(splitQuotedText(forward)).toEqual({ text: forward });
    const bareQuote = '> Is it red?\n\nYes, it is.';
    expect(splitQuotedText(bareQuote)).toEqual({ text: bareQuote });
    const ruled = 'Points:\n----\n1. faster\n\n----\n\nThe rules above are mine.';
    expect(splitQuotedText(ruled)).toEqual({ text: ruled });
    const dates = 'It broke on these:\n\n2024-01-15 14:30:25\n15.01.2024 14:30\n\nWhy?';
    expect(splitQuotedText(dates)).toEqual({ text: dates });
    expect(splitQuotedText('All mails are sent from my iPhone app.\n\nCan I change that?').quoted).toBeUndefined();
    expect(splitQuotedText('On 3 Nov 2026, Mia <m@x.test> wrote:\n\n    indented\n\nmy words').text).toBe(
      '    indented\n\nmy words',
    );
    expect(splitQuotedText('It works On Tue, 3 Nov 2026 at 3:59 PM, m@x.test wrote:\n> Hi').text).toBe('It works');
    expect(splitQuotedText('> only a quote')).toEqual({ text: '> only a quote' });
    expect(splitQuotedText('He wrote: come at 5. I said: no.\n\nBye').quoted).toBeUndefined();
    expect(splitQuotedText('On Monday Mia <m@x.test> wrote:\n> Is it red?\n\nYes, it is.')).toMatchObject({
      text: 'Yes, it is.',
    });
  });

  test.each([
    [
      '<div>Thanks!</div><br><div class="gmail_quote gmail_quote_container"><div class="gmail_attr">On Tue, Mia &lt;m@x.test&gt; wrote:<br></div><blockquote class="gmail_quote">Old</blockquote></div>',
    ],
    [
      '<p>Thanks!</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Mia<br><b>Sent:</b> x</div><div>Old</div>',
    ],
    ['<p>Thanks!</p><div class="moz-cite-prefix">Am 3.11. schrieb Mia:<br></div><blockquote type="cite">Old</blockquote>'],
    [
      '<p>Thanks!</p><div><div>On 3 Nov 2026, at 10:00, Mia &lt;m@x.test&gt; wrote:</div><br><blockquote type="cite">Old</blockquote></div>',
    ],
    [
      '<p>Thanks!</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>Von:</b> Mia<br><b>Gesendet:</b> x<br><b>An:</b> y<br><b>Betreff:</b> z</p></div><p>Old</p>',
    ],
    ['<div>Thanks!</div><div class="yahoo_quoted"><div>On Tue, Mia wrote:</div>Old</div>'],
    ['<div>Thanks!</div><div class="protonmail_quote">On Tue, Mia wrote:<blockquote>Old</blockquote></div>'],
  ])('in HTML: %s', (html) => {
    const split = splitQuotedHtml(html);
    expect(split.text).toBe('Thanks!');
    expect(split.html).not.toContain('Old');
    expect(split.quoted).toContain('Old');
  });

  test('HTML as text', () => {
    expect(
      htmlToText('<p>One &amp; two&nbsp;x</p><ul><li>a<li>b</ul><style>p{}</style><script>x()</script><pre>1\n 2</pre>'),
    ).toBe('One & two x\n\n* a\n* b\n\n1\n 2');
    expect(htmlToText('<p>shown<span style="display:none">hidden</span></p>')).toBe('shown');
    expect(htmlToText('a < b <3 <!-- x --> c')).toBe('a < b <3 c');
  });

  test('hostile lengths take linear time', () => {
    const inputs = [
      ' '.repeat(500_000),
      '>'.repeat(500_000),
      'On aaa '.repeat(70_000),
      'On aaa bbb\n'.repeat(50_000),
      'From: x\n'.repeat(60_000),
      '> x\ny\n'.repeat(80_000),
      `${'wrote:'.repeat(80_000)}\n> x`,
      '-'.repeat(500_000),
      '_'.repeat(20) + '\nFrom: a\n'.repeat(50_000),
    ];
    for (const input of inputs) {
      const before = computed();
      splitQuotedText(input);
      expect([input.slice(0, 10), computed() - before < 1_500]).toEqual([input.slice(0, 10), true]);
    }
    const html = [
      '<',
      '<a ',
      '<div style="border-top:solid">',
      '<!--',
      '<b "',
      '&#',
      '<blockquote type=cite>',
      '<a href="unsubscribe">',
      '<span style="display:none">',
      '</div>',
      '<p>On x wrote:',
    ].map((piece) => piece.repeat(Math.ceil(600_000 / piece.length)));
    for (const input of html) {
      const before = computed();
      splitQuotedHtml(input);
      expect([input.slice(0, 10), computed() - before < 2_000]).toEqual([input.slice(0, 10), true]);
    }
  });

  test('a mail full of hostile HTML decodes in time', async () => {
    for (const piece of ['<a href=x>', '<a ', '<img src=cid:', 'cid:']) {
      const before = computed();
      await decodeAll(raw([...BASE, 'Content-Type: text/html'], piece.repeat(Math.ceil(1_000_000 / piece.length))));
      expect([piece, computed() - before < 3_000]).toEqual([piece, true]);
    }
  });
});
